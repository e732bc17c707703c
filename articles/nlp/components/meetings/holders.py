"""Who an office means that stands without a name, where no mention of the article tells it outright."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from articles.nlp.components.gazetteer import find_names
from articles.nlp.components.linking.gender import WOMAN, of_office
from articles.nlp.lexicons import adjectives, fold, namesakes
from articles.nlp.posts import HEADS, office
from articles.nlp.posts import fold as lowered
from articles.nlp.reference import References
from articles.nlp.reference_patterns import OWN
from articles.nlp.types import MentionRecord, Span

DEFINITE = re.compile(r"\b(?:[Ll]e\s|[Ll]a\s|[Ll]['’′]|[Dd]u\s|[Aa]u\s)(?:nouve(?:au|l|lle)\s)?$")
#: Offices that one person holds at a time.
NATIONAL = re.compile(
    r"(?:premiere? )?ministre|president|chef|cheffe|patron|chanceli|souverain|roi\b|reine\b|emir\b|sultan|"
    r"secretaire d.etat|prince"
)
#: Who weighs more is one of those of whom the story tells, though he was named but once.
TOLD_OF = 1.5
MINISTERS = frozenset({"foreign", "defence", "minister"})
#: Offices that one person holds in a state, however they are worded.
SORTS_OF_ONE = frozenset({"foreign", "defence", "head of government", "head of state"})
#: The country that an ambassador is sent to.
ACCREDITED = re.compile(r"[Aa]mbassad(?:eur|rice)\s.{2,60}?\s(?:au|en|aux|auprès d[eu](?:\sla)?)\s(.+)")
HOMOLOGUE = re.compile(r"\bhomologue\s(?P<state>[a-zà-ÿ-]+),?\s(?:MM?\.\s|Mme\s)?$")
FEMININE_NAME = re.compile(r"(?:a|ie|ève|ine|elle|ette|anne|enne|ène|ise|ice)$")


class Holders:
    def __init__(self, references: References) -> None:
        self.references = references
        self.text = references.text
        self.draft = references.draft
        self._unknown: dict[int, int] | None = None
        #: What everybody weighs in the story at a position; set by whoever knows.
        self.weights: Callable[[int], dict[int, float]] = lambda position: {}
        #: The sort and country of the office that somebody was already found to hold.
        self._found: dict[int, tuple[str, str]] = {}

    def of(self, mention: MentionRecord) -> int | None:
        """The person whom the article leaves for the office."""
        words = self.text[mention.span.start : mention.span.end]
        same = self._same_office(words)
        same = self._protagonist(mention, office(words)) if same is None else same
        if same is not None:
            return same
        counterpart = self.counterpart(mention.country, frozenset({office(words)}))
        if counterpart is not None:
            return counterpart
        before = self.text[max(0, mention.span.start - 12) : mention.span.start]
        if DEFINITE.search(before) is None or NATIONAL.match(fold(words)) is None:
            return None
        feminine = of_office(self.text, mention.span.start, words) == WOMAN
        left = self._left_for(mention, feminine=feminine)
        return (
            self._minister(mention, feminine=feminine) if left is None and fold(words).startswith("ministre") else left
        )

    def _same_office(self, words: str) -> int | None:
        """Who holds an office of that sort of which the article does not say for which country."""
        wanted = fold(words)
        holders = [
            number
            for number, posts in enumerate(self.references.posts)
            if any(not post.country and wanted.startswith(fold(post.title)) for post in posts)
        ]
        return holders[0] if len(holders) == 1 else None

    def _protagonist(self, role: MentionRecord, wanted: str) -> int | None:
        """`Le ministre des Affaires étrangères, X … Le chef de la diplomatie chilienne`, if it tells most of X."""
        if wanted not in SORTS_OF_ONE or not role.country:
            return None
        holders = [
            number
            for number, posts in enumerate(self.references.posts)
            if any(not post.country and office(post.title) == wanted for post in posts)
            and self.references.countries(number) <= {role.country}
        ]
        weights = self.weights(role.span.start)
        if len(holders) != 1 or not weights:
            return None
        return holders[0] if weights.get(holders[0], 0.0) == max(weights.values()) else None

    def counterpart(self, country: str, wanted: frozenset[str]) -> int | None:
        """`son homologue turc, X`: X holds for that country the office of whom the clause tells of."""
        for mention in self.draft.mentions:
            if mention.label != "PER" or mention.entity is None or not country:
                continue
            match = HOMOLOGUE.search(self.text, max(0, mention.span.start - 60), mention.span.start)
            if match is None or adjectives().get(fold(match["state"])) != country:
                continue
            sentence = self.references.sentences.at(mention.span.start)
            others = self.references.within(Span(sentence.start, match.start()), people_only=True)
            held = {office(post.title) for one in others for post in self.references.posts[one.entity]}
            if not held or wanted & held:
                return mention.entity
        return None

    def _minister(self, role: MentionRecord, *, feminine: bool) -> int | None:
        """`le ministre russe`: the minister of that country named last, whatever the portfolio."""
        words = fold(self.text[role.span.start : role.span.end])
        if len(words.split()) > (2 if role.country else 1):
            return None
        for mention in reversed([one for one in self.draft.mentions if one.span.end <= role.span.start]):
            if mention.label == "PER" and mention.entity is not None:
                posts = self.references.posts[mention.entity]
                if feminine and not self.is_woman(mention.entity):
                    continue
                if any(role.country in {"", post.country} and office(post.title) in MINISTERS for post in posts):
                    return mention.entity
        return None

    def _left_for(self, role: MentionRecord, *, feminine: bool) -> int | None:
        """Of the people whose office the article does not tell, the one of whom it tells most."""
        held = (office(self.text[role.span.start : role.span.end]), role.country)
        if known := [number for number, found in self._found.items() if found == held]:
            return known[0]
        sentence = self.references.sentences.at(role.span.start)
        here: set[int | None] = {mention.entity for mention in self.draft.mentions if mention.span.within(sentence)}
        here |= {one.entity for one in self.references.within(sentence)}
        fitting = [
            number
            for number in self._untitled()
            if number not in here and number not in self._found and self.references.countries(number) <= {role.country}
        ]
        fitting = [number for number in fitting if self.is_woman(number) is feminine]
        weights = self.weights(role.span.start)
        often = [number for number in fitting if self._untitled()[number] > 1 or weights.get(number, 0.0) > TOLD_OF]
        alone = fitting if feminine and len(fitting) == 1 else []
        best = max(
            often or alone,
            key=lambda number: (weights.get(number, 0.0), self._untitled()[number]),
            default=None,
        )
        if best is not None:
            self._found[best] = held
        return best

    def _untitled(self) -> dict[int, int]:
        """How often each person is named whose office the article does not tell."""
        if self._unknown is None:
            people = [
                mention.entity
                for mention in self.draft.mentions
                if mention.label == "PER" and mention.entity is not None and not self.references.posts[mention.entity]
            ]
            self._unknown = dict(Counter(people))
        return self._unknown

    def own_country(self) -> str:
        """The country that speaks: of whom the article calls the head of state without saying of which."""
        called = any(
            one.label == "ROLE" and not one.country and OWN.fullmatch(lowered(self.text[one.span.start : one.span.end]))
            for one in self.draft.mentions
        )
        if not called:
            return ""
        president = self.references.president
        held = self.references.countries(president) if president is not None else set()
        held = held or self._accrediting()
        return held.pop() if len(held) == 1 else ""

    def _accrediting(self) -> set[str]:
        """Where the ambassadors of the article are accredited: `l'ambassadeur d'Inde au Sénégal`."""
        offices = [self.text[one.span.start : one.span.end] for one in self.draft.mentions if one.label == "ROLE"]
        accredited = [found[1] for words in offices if (found := ACCREDITED.match(words))]
        return {name.name.country or name.name.id for words in accredited for name in find_names(words)[:1]}

    def is_woman(self, person: int) -> bool:
        """What titles and offices tell, else the ending of the first name."""
        first = self.draft.entities[person].name.partition(" ")[0]
        return self.references.is_woman(person) or FEMININE_NAME.search(first) is not None

    def leader(self, country: str, position: int) -> int | None:
        """The head of state or of government of that country who was named last before a position."""
        alike = namesakes().get(country, frozenset({country}))
        fitting = (
            one.entity
            for one in self._named_before(position)
            if any(
                post.country in alike and office(post.title) in HEADS for post in self.references.posts[one.entity or 0]
            )
        )
        return next(fitting, None)

    def compatriot(self, country: str, position: int) -> int | None:
        """The person of that country who was named last before a position."""
        alike = namesakes().get(country, frozenset({country}))
        fitting = (
            one.entity for one in self._named_before(position) if alike & self.references.countries(one.entity or 0)
        )
        return next(fitting, None)

    def _named_before(self, position: int) -> Iterator[MentionRecord]:
        """The people, the last first."""
        for one in reversed(self.draft.mentions):
            if one.label == "PER" and one.entity is not None and one.span.end <= position:
                yield one
