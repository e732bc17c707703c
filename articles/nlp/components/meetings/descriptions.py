"""People told by what they are and whence: `le dirigeant ukrainien`, `des responsables turcs`, `son homologue`."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.nlp.components.meetings.calling import Calling
from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.lexicons import adjectives, fold, rows
from articles.nlp.posts import HEADS, office
from articles.nlp.reference import Reference
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.standing import Standing

SEATS = {row["seat"]: row["city"] for row in rows("seats")}
#: What somebody is called who holds no office by that name.
ONE = (
    r"(?:dirigeante?|leader|homme d['’′][ÉE]tat|numéro un|homme fort|responsable|diplomate|émissaire|"
    r"envoyée? spéciale?|envoyée?|négociat(?:eur|rice)|représentante?|monarque|souveraine?|"
    r"ministre|chef|président|présidente|chancelier|chancelière)"
)
#: Said of nobody below the head of state or of government, if the article tells of one.
LEADER = re.compile(r"\b(?:dirigeante?|homme d['’′][ÉE]tat|numéro un|homme fort|monarque|souveraine?)\s")
MANY = (
    r"(?:(?:hauts?\s)?responsables|dirigeants|diplomates|émissaires|négociateurs|représentants|délégations?|officiels|"
    r"autorités|envoyés|ministres|experts|équipes?|parlementaires|conseillers|interlocuteurs)"
)
#: Behind it no name, which would say who it is.
NO_NAME = r"(?!(?:\s+|,\s)(?:MM?\.\s|Mme\s)?[A-ZÀ-Ý]|[\w-])"
DEFINITE = re.compile(
    rf"\b(?:[Ll]e\s|[Ll]a\s|[Ll]['’′]|[Dd]u\s|[Aa]u\s|[Cc]et(?:te)?\s|[Cc]e\s)(?:haut\s|jeune\s|nouve(?:au|lle|l)\s)?{ONE}\s"
    rf"(?P<state>[a-zà-ÿ-]+){NO_NAME}"
)
PLURAL = re.compile(
    rf"\b(?:[Ll]es|[Dd]es|[Aa]ux|[Uu]ne|[Ll]a|[Dd]['’′]|[Dd]e|ses|leurs|plusieurs)[\s]?(?:hautes?\s|principaux\s|importante\s)?{MANY}\s"
    rf"(?P<state>[a-zà-ÿ-]+)(?!\set\s){NO_NAME}"
)
COUNTERPART = re.compile(
    rf"\b(?:[Ss]on|[Ss]a|[Ll]eur)\s(?:nouve(?:l|lle)\s|futur\s)?homologue(?:\s(?P<state>[a-zà-ÿ-]+))?{NO_NAME}"
)
#: `ses homologues turc et russe`, nobody named.
COUNTERPARTS = re.compile(
    r"\b(?:[Ss]es|[Ll]eurs)\shomologues\s(?P<states>[a-zà-ÿ-]+(?:,\s[a-zà-ÿ-]+){0,4}\set\s[a-zà-ÿ-]+)"
    rf"{NO_NAME}"
)
WORD = re.compile(r"[a-zà-ÿ-]+")

MASTER = re.compile(
    r"\b(?:[Ll]e\s|[Dd]u\s|[Aa]u\s|[Ll]['’′])(?:maître|locataire|patron|chef|hôte|occupant|numéro un|"
    r"homme fort)\s(?:du|de\sla|de\sl['’′])\s?$"
)
LATTER = re.compile(r"\b(?:(?P<her>[Cc]elle-ci|[Cc]ette\sdernière)|[Cc]elui-ci|[Cc]e\sdernier)\b")
#: Not an adjective: `ce dernier point`.
NO_NOUN = re.compile(
    r"\s?[,.;:)»]|\s(?:à|au|aux|en|dans|lors|qui|pour|par|puis|et|sur|le\s\d|hier|aujourd|afin|avant|après|depuis|\w+di)\b"
)
HEAD_POST = re.compile(r"secretaire general|president|directeur general|directrice generale|chef|haute? representant")
#: Whoever heads a ministry of foreign affairs: `le chef du DFAE`.
FOREIGN = "affaires etrangeres"
DIPLOMATS = re.compile(
    r"conseill(?:er|ere) federale?$|ministre (?:\w+ )?des affaires etrangeres|chef(?:fe)? de la diplomatie"
)
SEAT_IDS = frozenset({"kremlin", "maison-blanche", "elysee", "downing-street", "matignon"})
#: The one of whom the story tells, by what he is alone: `la dirigeante est rentrée`.
BARE = re.compile(
    r"\b(?:[Ll]e\s(?P<his>dirigeant|leader|responsable|diplomate|négociateur)|"
    r"[Ll]a\s(?P<her>dirigeante|responsable|diplomate|négociatrice)|"
    r"[Ll]['’′](?P<either>émissaire|homme d['’′][ÉE]tat))(?=\s)"
)
#: Somebody by the town or region he is from, which is in no list: `Le Vaudois`, `La Bavaroise`.
NATIVE = re.compile(
    r"(?:(?<=^)|(?<=[.:;,»\n]\s)|(?<=\n))(?:Le\s(?P<his>)|La\s(?P<her>)|L['’′](?P<either>))"
    r"(?P<who>[A-ZÀ-Ý][a-zà-ÿ-]{2,}(?:ois|ais|ien|éen|ain|in|an)(?:e|ne)?)(?![\w'’′-])(?!\s[A-Z])"
)


class Descriptions:
    def __init__(self, standing: "Standing") -> None:
        self.standing = standing
        self.references = standing.references
        self.text = standing.text
        self.draft = standing.draft
        self.calling = Calling(standing)

    def within(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        told = [
            *self._compatriots(sentence),
            *self._delegations(sentence),
            *self._counterparts(sentence),
            *self._counterparts_of_states(sentence),
            *self._masters(sentence),
            *self._latter(sentence),
            *self._bare(sentence),
            *self._natives(sentence),
        ]
        yield from told
        for span, who in self.calling.within(sentence):
            if not any(span.overlaps(other) for other, _ in told):
                yield span, who

    def _masters(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        """`le maître du Kremlin`, `le locataire de la Maison-Blanche`."""
        for one in self.references.within(sentence):
            match = MASTER.search(self.text, max(sentence.start, one.span.start - 45), one.span.start)
            if match and self.standing.kind(one) != "person":
                person = self.head_of(one.entity, one.span.start)
                if person is not None:
                    span = Span(match.start(), one.span.end)
                    yield span, (Reference(person, span),)

    def head_of(self, body: int, position: int) -> int | None:
        """Who of the article is at the head of a body, or of the state whose government sits there."""
        entity = self.standing.entity(body)
        names = {fold(name) for name in (entity.name, *entity.names) if len(name) > 2}
        state = entity.kind == "state" or bool(
            SEATS.get(entity.known_id.replace("-", " ")) or entity.known_id in SEAT_IDS
        )
        for mention in sorted(self.draft.mentions, key=lambda each: abs(each.span.start - position)):
            if mention.label != "PER" or mention.entity is None:
                continue
            for post in self.references.posts[mention.entity]:
                leads = state and post.country == entity.country and office(post.title) in HEADS
                diplomat = FOREIGN in " ".join(names) and DIPLOMATS.match(fold(post.title)) is not None
                leads = leads or (diplomat and post.country in {"", entity.country})
                if leads or (any(name in fold(post.title) for name in names) and HEAD_POST.match(fold(post.title))):
                    return mention.entity
        return None

    def head_of_seat(self, seat: int, position: int) -> int | None:
        """Who of the article governs from there: `à la Maison-Blanche`, `au Kremlin`."""
        return self.head_of(seat, position) if self.standing.entity(seat).known_id in SEAT_IDS else None

    def _latter(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        """`Celui-ci`, `à ce dernier`: the person named last, who is not the subject of the same clause."""
        for match in LATTER.finditer(self.text, sentence.start, sentence.end):
            if not is_followed_by_verb(self.text, match.end()) and not NO_NOUN.match(self.text, match.end()):
                continue
            person = self._named_last(sentence, match)
            if person is not None:
                yield Span(*match.span()), (Reference(person.entity, Span(*match.span())),)

    def _named_last(self, sentence: Span, match: re.Match[str]) -> Reference | None:
        sentences = self.references.sentences
        before = sentences.spans[max(0, sentences.index(sentence.start) - 1)]
        here = self.references.within(Span(sentence.start, match.start()), people_only=True)
        governed = [one for one in here if self.references.governed(one)]
        people = governed or self.references.within(before, people_only=True)
        feminine = match["her"] is not None
        fitting = [one for one in people if self.standing.holders.is_woman(one.entity) or not feminine]
        return next((one for one in reversed(fitting) if not sentences.quoted(one.span.start)), None)

    def _bare(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        for match in BARE.finditer(self.text, sentence.start, sentence.end):
            person = self._protagonist(match) if is_followed_by_verb(self.text, match.end()) else None
            if person is not None:
                yield Span(*match.span()), (Reference(person, Span(*match.span())),)

    def _natives(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        """`Le Vaudois a reçu`: of the people of whom the story tells the one who weighs most."""
        for match in NATIVE.finditer(self.text, sentence.start, sentence.end):
            acts = is_followed_by_verb(self.text, match.end()) or self.text.startswith((", dont", ", qui"), match.end())
            person = self._protagonist(match) if acts and fold(match["who"]) not in adjectives() else None
            if person is not None:
                yield Span(*match.span()), (Reference(person, Span(*match.span())),)

    def _protagonist(self, match: re.Match[str]) -> int | None:
        """Of whom it may be said the one who weighs most in the story."""
        fitting = self._weights(match, match.start())
        if not match["either"]:
            is_woman = self.standing.holders.is_woman
            fitting = {one: weight for one, weight in fitting.items() if is_woman(one) is (match["her"] is not None)}
        return max(fitting, key=lambda one: fitting[one], default=None)

    def _weights(self, match: re.Match[str], position: int) -> dict[int, float]:
        """Those of whom the words may be said, with what each weighs: a leader governs, a diplomat does not."""
        leads = LEADER.search(match[0] + " ") is not None
        posts = self.references.posts
        return {
            one: weight
            for one, weight in self.standing.weights(position).items()
            if 0 <= one < len(posts)
            and (not posts[one] or any(office(post.title) in HEADS for post in posts[one]) is leads)
        }

    def _countryless(self, match: re.Match[str]) -> int | None:
        """`le dirigeant tchèque`: the one of whom the story tells most, if his country is not told."""
        fitting = self._weights(match, match.start())
        best = max(fitting, key=lambda one: fitting[one], default=None)
        return None if best is None or self.references.countries(best) else best

    def _compatriots(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        for match in DEFINITE.finditer(self.text, sentence.start, sentence.end):
            country = adjectives().get(fold(match["state"]), "")
            person = self._meant(country, match) if country else None
            if person is not None:
                yield Span(*match.span()), (Reference(person, Span(*match.span())),)

    def _meant(self, country: str, match: re.Match[str]) -> int | None:
        """Who governs the country, where the words say so; else whoever of it was named last."""
        leader = self.standing.holders.leader(country, match.start()) if LEADER.search(match[0]) else None
        meant = self.standing.holders.compatriot(country, match.start()) if leader is None else leader
        return self._countryless(match) if meant is None and LEADER.search(match[0]) else meant

    def _delegations(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        for match in PLURAL.finditer(self.text, sentence.start, sentence.end):
            state = self.standing.state(adjectives().get(fold(match["state"]), ""))
            if state is not None:
                yield Span(*match.span()), (Reference(state, Span(*match.span())),)

    def _counterparts(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        for match in COUNTERPART.finditer(self.text, sentence.start, sentence.end):
            country = adjectives().get(fold(match["state"] or ""), "")
            span = Span(match.start(), match.end() if country or not match["state"] else match.start("state") - 1)
            person = self._counterpart(sentence, match.start(), country)
            one = self._of_nobody_named(country, match) if person is None else person
            if one is not None:
                yield span, (Reference(one, span),)

    def _of_nobody_named(self, country: str, match: re.Match[str]) -> int | None:
        """The state of a counterpart where the article names nobody from there."""
        named = country and re.search(rf"homologue\s{match['state']},?\s(?:MM?\.\s|Mme\s)?[A-ZÀ-Ý]", self.text)
        people = {one.entity for one in self.draft.mentions if one.label == "PER" and one.entity is not None}
        there = named or any(country in self.references.countries(one) for one in people)
        return None if there else self.standing.state(country)

    def _counterparts_of_states(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        """`ses homologues allemand et britannique`: who of the article they are, else the states they speak for."""
        for match in COUNTERPARTS.finditer(self.text, sentence.start, sentence.end):
            words = [word for word in WORD.findall(match["states"]) if word != "et"]
            countries = [adjectives().get(fold(word), "") for word in words]
            found = [self._of_country(country, sentence, match.start()) for country in countries]
            span = Span(*match.span())
            members = tuple(Reference(one, span) for one in found if one is not None)
            if len(members) == len(found):
                yield span, members

    def _of_country(self, country: str, sentence: Span, position: int) -> int | None:
        if not country:
            return None
        person = self._counterpart(sentence, position, country)
        return self.standing.state(country) if person is None else person

    def _counterpart(self, sentence: Span, position: int, country: str) -> int | None:
        """Of those named before and not in the sentence the last of that country, of the office of whoever is in it.

        Else the one whom the article names later.
        """
        within = self.references.within(Span(sentence.start, position), people_only=True)
        here = [self.standing.meant(one, sentence) for one in within]
        here += [one for span, (one, *_) in self.standing.offices(sentence) if span.end <= position]
        subject = here[-1:] or [one for one in [self.references.last_person(sentence.start)] if one is not None]
        offices = {office(post.title) for one in subject for post in self.references.posts[one.entity]}
        homes = {post.country for one in subject for post in self.references.posts[one.entity]}
        taken = {one.entity for one in (*here, *subject)}
        people = [one for one in self.draft.mentions if one.label == "PER" and one.entity not in taken]
        before = [one.entity for one in people if one.entity is not None and one.span.end <= position]
        fitting = [one for one in before if self._fits(one, offices, homes, country)]
        if not fitting and country and offices:
            after = [one.entity for one in people if one.entity is not None and one.span.start >= sentence.end]
            fitting = [one for one in after if self._fits(one, offices, homes, country)]
        often = Counter(fitting)
        return max(reversed(fitting), key=lambda one: often[one], default=None)

    def _fits(self, person: int, offices: set[str], homes: set[str], country: str) -> bool:
        posts = [post for post in self.references.posts[person] if not offices or office(post.title) in offices]
        return any((post.country == country) if country else post.country not in homes for post in posts)
