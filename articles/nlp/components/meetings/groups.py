"""Several people meant together without a name: `les deux hommes`, `les deux ministres`, `la même délégation`."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.markers import has_finite, is_followed_by_verb
from articles.nlp.finite_verbs import opens_with_verb
from articles.nlp.group_offices import offices_meant
from articles.nlp.posts import fold, office
from articles.nlp.reference import Reference
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.standing import Standing

BLANK = r"\s"
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8}
GROUP = re.compile(
    rf"\b(?:(?:chacune?{BLANK})?(?:les|[dc]es|leurs|tous{BLANK}les|toutes{BLANK}les){BLANK}"
    rf"(?P<number>{'|'.join(NUMBERS)}){BLANK}(?:hauts?{BLANK})?"
    r"(?:hommes|femmes|(?:vice-)?(?:premiers\s)?ministres|présidents|présidentes|dirigeants|dirigeantes|responsables|diplomates|chefs|"
    r"interlocuteurs|homologues|monarques|belligérants|protagonistes|partenaires|voisins|généraux|dignitaires|émissaires|souverains|leaders|"
    rf"chanceliers|négociateurs|rivaux)(?:{BLANK}(?:d['’′]État|d['’′]Etat|de la diplomatie|de gouvernement))?"
    r"|(?P<both>tous deux|toutes deux|l['’′]une?\set\sl['’′]autre|(?:les|ces)\s(?:intéressés|intéressées)))\b",
    re.I,
)
#: Those who came or mediate together, no complement or adjective behind, which would say whose they are.
COMPANY = re.compile(
    r"\b(?:[Ll]es\s(?:médiateurs|négociateurs|émissaires|visiteurs|envoyés)|(?:[Ll]a|[Cc]ette)\s(?:même\s)?délégation)\b"
    r"(?=,\s(?:à|qui|dont|conduite|emmenée)|\s(?:a|ont|est|sont|avait|avaient|était|étaient|doit|doivent|s['’′]|se|n['’′]|ne|"
    r"[a-zà-ÿ]+(?:era|eront|aient))\b)"
)
#: The same of a noun with the adjectives of states behind it.
OFFICES_OF_STATES = tuple(
    (re.compile(rf"\w+\s(?:\w+\s)?(?:{nouns})\s?"), kinds)
    for nouns, kinds in (
        (r"chefs d(?:e la|es) diplomaties?|ministres des affaires étrangères", frozenset({"foreign"})),
        (r"(?:ministres|secrétaires) (?:de|à) la défense", frozenset({"defence"})),
        (r"premiers ministres|chefs d[eu] gouvernement", frozenset({"head of government"})),
        (r"présidents", frozenset({"head of state"})),
        (r"dirigeants|chefs d(?:e l)?['’′][ée]tat", frozenset({"head of state", "head of government"})),
        (r"ministres", frozenset({"foreign", "defence", "minister"})),
    )
)
#: Any other office in the plural: `les négociateurs`.
SEVERAL = re.compile(r"\w+\s(?P<one>[\w-]+)s\s")
#: What somebody is called who holds no office of state: a noun with its article, no adjective of praise or time.
DESCRIBED = re.compile(
    r"(?:\b(?:[LlDd]e|[Ll]a|[Uu]ne?|[DdAa]u)\s|\b[LlDd]['’′])"
    r"(?!(?:dirigeant|leader|homologue|chef|patron|numéro|homme|voisin|hôte|allié|rival|visiteu|vieux|vieil|seule?\b|jeune|nouv|"
    r"futur|puissant|très\b))[a-zà-ÿ-]{4,}(?:\s[a-zà-ÿ-]{4,})?\s$"
)
LONGEST_DESCRIPTION = 50
#: What opens a list whose names stand between commas behind their office.
PLURAL = re.compile(r"(?:[Ll]es|[Ll]eurs|[Ss]es|[Cc]es|[Nn]os)\s")
#: How many sentences back those named together may stand.
REACH = 12
#: And those whom `ils` means.
THEIR_REACH = 3
#: These may be states as well as people.
OF_STATES = re.compile(r"belligérants|protagonistes|partenaires|voisins|rivaux|interlocuteurs", re.I)


class Groups:
    def __init__(self, standing: "Standing") -> None:
        self.standing = standing
        self.references = standing.references
        self.text = standing.text

    def within(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        for match in GROUP.finditer(self.text, sentence.start, sentence.end):
            size = NUMBERS[match["number"].lower()] if match["number"] else max(2, len(self.standing.recent))
            members = self._named_behind(match, sentence, size) or self._meant(match, size)
            if members:
                yield Span(match.start(), match.end()), tuple(members)

        for match in COMPANY.finditer(self.text, sentence.start, sentence.end):
            company = self._acting_together(match.start())
            if company:
                yield Span(*match.span()), tuple(company)

    def _named_behind(self, match: re.Match[str], sentence: Span, size: int) -> list[Reference]:
        """`Les trois ministres se sont vus : X, Y et Z`: so many people behind a colon that ends the sentence."""
        colon = self.text.find(" :", match.end(), sentence.end) if match["number"] else -1
        behind = self.references.within(Span(colon, sentence.end), people_only=True) if colon > 0 else []
        people = list({one.entity: one for one in behind}.values())
        return people if len(people) == size and not has_finite(self.text[colon : sentence.end]) else []

    def _acting_together(self, position: int) -> list[Reference]:
        """The people who were last the subject of a verb together."""
        sentences = self.references.sentences
        for number in range(sentences.index(position) - 1, -1, -1):
            if together := self.together_in(sentences.spans[number]):
                return together
        return []

    def they(self, position: int) -> list[Reference]:
        """Whom `ils` means: those who acted together just before, else those who met."""
        sentences = self.references.sentences
        index, told = sentences.index(position), sentences.index(self.standing.recent_at)
        reach = max(index - THEIR_REACH, told - 1 if self.standing.recent else -1, -1)
        for number in range(index, reach, -1):
            span = sentences.spans[number]
            together = self.together_in(Span(span.start, min(span.end, position)))
            if together and (number > told or not self.standing.recent or self._did_together(together)):
                return together
        return self.last(position, max(2, len(self.standing.recent)))

    def _did_together(self, together: list[Reference]) -> bool:
        """Whether they were among those told last to have met: `X et Y ont reçu Z. Ils ont ensuite`."""
        return {one.entity for one in together} <= {one.entity for one in self.standing.recent}

    def together_in(self, span: Span) -> list[Reference]:
        """The last several of a sentence who are the subject of a verb together."""
        sentence = self.references.sentences.at(span.start)
        for listing in reversed([each for each in self.standing.lists(sentence) if each.span.end <= span.end]):
            people = list({one.entity: one for one in listing.members}.values())
            acting = not listing.marker and self._acts(listing)
            if acting and len(people) > 1 and self._are_people(people):
                return people
        return []

    def _acts(self, listing: Listing) -> bool:
        """Whether the verb stands behind; past a comma where a plural has names: `les ministres, X et Y, ont`."""
        if self.text.startswith(",", listing.span.end):
            told = PLURAL.match(self.text, listing.span.start) is not None
            return told and opens_with_verb(self.text, listing.span.end + 1, plural=True)
        return is_followed_by_verb(self.text, listing.span.end)

    def last(self, position: int, size: int) -> list[Reference]:
        """So many told of last: who met, else the people who were named."""
        start = self.references.sentences.at(position).start
        here = self.references.within(Span(start, position), people_only=True)
        recent = self.standing.recent
        if len(recent) == size and len({one.entity for one in here}) < size:
            return recent
        return self._among(recent, position, size) or self.references.last_group(position, size)

    def _among(self, recent: list[Reference], position: int, size: int) -> list[Reference]:
        """Of more who met, those who were named together: `X et Y, que Z a reçus, ont discuté tous trois`."""
        met = {one.entity for one in recent}
        sentences = self.references.sentences
        index = sentences.index(position)
        for number in range(index - 1, max(-1, index - REACH), -1) if len(met) > size else ():
            lists = reversed(self.standing.lists(sentences.spans[number]))
            for listing in sorted(lists, key=lambda each: each.marker == "par"):
                people = list({one.entity: one for one in listing.members if one.entity in met}.values())
                if len(people) == size:
                    return people
        return []

    def _meant(self, match: re.Match[str], size: int) -> list[Reference]:
        """Those told of last, unless the noun is not said of them: then the people of whom it may be said."""
        words = match[0].lower()
        members = self.last(match.start(), size)
        if match["number"] and not OF_STATES.search(words) and not self._are_people(members):
            members = self.references.last_group(match.start(), size)
        wanted = offices_meant(words)
        if wanted is None or all(self._holds(one.entity, wanted) for one in members):
            return members
        joined = self._joined(match.start(), wanted, size)
        if joined:
            return joined
        listed = [] if members == self.standing.recent else self._joined(match.start(), wanted, size, told=False)
        if listed:
            return listed
        if all(self._may_hold(one.entity, wanted) for one in members):
            return members
        earlier = self._of_earlier(match.start(), wanted, size)
        earlier = earlier or self._fitting(match.start(), wanted, size)
        return earlier or [one for one in members if one.entity not in self._described]

    def _of_earlier(self, position: int, wanted: frozenset[str], size: int) -> list[Reference]:
        """So many holders of such an office who met or talked, of several pairs the one of whom the story tells most.

        Ministers are rather those who head no government.
        """
        strict = wanted - {"head of government"} if "minister" in wanted else wanted
        alike = [group for group in reversed(self.standing.together) if len(group) == size]
        fitting = [group for group in alike if all(self._holds(one.entity, strict) for one in group)]
        # Of one the text may say no more than `son homologue`.
        fitting = fitting or [
            group
            for group in alike
            if any(self._holds(one.entity, strict) for one in group)
            and all(self._may_hold(one.entity, strict) for one in group)
        ]
        weights = self.standing.weights(position)
        return max(fitting, key=lambda group: sum(weights.get(one.entity, 0.0) for one in group), default=[])

    def heads(self, words: str, countries: list[str], position: int) -> list[int]:
        """`Les présidents russe et turc`: who of the article holds that office for each, if it tells of all."""
        noun = words.lower()
        wanted = next((kinds for pattern, kinds in OFFICES_OF_STATES if pattern.fullmatch(noun)), None)
        if wanted is None and (several := SEVERAL.fullmatch(noun)):
            wanted = frozenset({fold(several["one"])})
        if wanted is None:
            return []
        found = [self._head(country, wanted, position) for country in countries]
        heads = [one for one in found if one is not None]
        return heads if len(heads) == len(countries) else []

    def _head(self, country: str, wanted: frozenset[str], position: int) -> int | None:
        people = self.references.within(Span(0, len(self.text)), people_only=True)
        posts = self.references.posts
        fitting = [
            (one.span.start > position, abs(one.span.start - position), one.entity)
            for one in people
            if any(post.country == country and {office(post.title), post.key} & wanted for post in posts[one.entity])
        ]
        return min(fitting)[-1] if fitting else self.standing.holders.counterpart(country, wanted)

    def _are_people(self, members: list[Reference]) -> bool:
        return all(self.standing.kind(one) == "person" for one in members)

    def _joined(self, position: int, wanted: frozenset[str], size: int, *, told: bool = True) -> list[Reference]:
        """So many who were last named together and are told to hold such an office: `les présidents X et Y`.

        Of one the text may say no more than that they were named together, where it need not be told of all.
        """
        sentences = self.references.sentences
        may_be = self._holds if told else self._may_hold
        for number in range(sentences.index(position) - 1, -1, -1):
            for listing in reversed(self.standing.lists(sentences.spans[number])):
                people = list({one.entity: one for one in listing.members}.values())
                holding = [one for one in people if self._holds(one.entity, wanted)]
                if len(people) == size and holding and all(may_be(one.entity, wanted) for one in people):
                    return people
        return []

    def _fitting(self, position: int, wanted: frozenset[str], size: int) -> list[Reference]:
        """The people named last who may hold it, the one named most first."""
        earlier = self.references.within(Span(0, position), people_only=True)
        fitting = [one for one in reversed(earlier) if self._may_hold(one.entity, wanted)]
        last = list({one.entity: one for one in fitting}.values())[:size]
        return sorted(last, key=lambda one: -self.standing.named(one.entity)) if len(last) == size else []

    def _offices(self, person: int) -> set[str]:
        return {office(post.title) for post in self.references.posts[person]}

    def _holds(self, person: int, wanted: frozenset[str]) -> bool:
        return bool(self._offices(person) & wanted)

    def _may_hold(self, person: int, wanted: frozenset[str]) -> bool:
        return self._holds(person, wanted) or not (self._offices(person) or person in self._described)

    @cached_property
    def _described(self) -> set[int]:
        """Those introduced as something that is no office: `la politiste X`, `l'économiste togolais Y`."""
        offices = [one.span for one in self.references.draft.mentions if one.label in {"ROLE", "NORP"}]
        found: set[int] = set()
        for one in self.references.draft.mentions:
            match = DESCRIBED.search(self.text, max(0, one.span.start - LONGEST_DESCRIPTION), one.span.start)
            if one.label == "PER" and one.entity is not None and match is not None:
                words = Span(match.start(), match.end())
                if not any(each.overlaps(words) for each in offices):
                    found.add(one.entity)
        return found
