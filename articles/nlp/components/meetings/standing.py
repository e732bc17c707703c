"""What stands for an actor without a name: offices of a body, delegates, peoples, `les deux hommes`, `le visiteur`."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from articles.nlp.components.gazetteer import find_names
from articles.nlp.components.meetings.delegates import Delegates
from articles.nlp.components.meetings.delegations import Delegations
from articles.nlp.components.meetings.descriptions import Descriptions
from articles.nlp.components.meetings.groups import Groups
from articles.nlp.components.meetings.holders import Holders
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.lexicons import Name, adjectives, fold, names
from articles.nlp.posts import office, stands_for_itself
from articles.nlp.reference import Reference, References
from articles.nlp.types import Draft, EntityRecord, MeetingRecord, MentionRecord, Span

BLANK = r"\s"
#: Somebody spoken of before, by the part played in a visit.
GUEST = re.compile(
    rf"\b(?i:(?:le|la|ce|cette|son|sa){BLANK}(?:visiteur|visiteuse|hôte|invité|invitée|interlocuteur|interlocutrice)|"
    rf"l['’′](?:intéressée?|hôte|invitée?|émissaire|envoyée?{BLANK}spéciale?)|"
    rf"ses{BLANK}(?:hôtes|visiteurs|invités|interlocuteurs))\b"
    rf"(?!{BLANK}(?:d[eu]\b|des\b|d['’′]|[A-ZÀ-Ý]|[a-zà-ÿ]+(?:ain|ais|ois|ien|ique){BLANK}[A-Z]))"
)
ANYBODY = re.compile(r"\b(?:une?|tout|chaque|aucune?)\s(?:\w+\s)?$")
AND_THEM = re.compile(r"\bet\s(?P<pronoun>lui|elle)\b(?![ -]même)")
#: Who is at the head of a body: `le patron de l'Otan`.
HEAD = re.compile(
    r"(?:patronn?e?|chef(?:fe)?|numéro un|maître|locataire|secrétaire générale?|présidente?|directeur général|"
    r"directrice générale|hôte)\b",
    re.I,
)
APPOSITION = re.compile(rf",{BLANK}(?:(?:le|la){BLANK}|l['’′])?(?:MM?\.{BLANK}|Mme{BLANK}|[Cc]heikha?{BLANK})?")
#: Sorts of offices that every government has.
OF_GOVERNMENT = frozenset({"head of government", "foreign", "defence", "minister"})
SINGULAR = re.compile(rf"\b[Ll](?:e{BLANK}|a{BLANK}|['’′])$")


@cache
def known_names() -> dict[tuple[str, str], Name]:
    """The names of the lexicon by the kind of their entity and their id."""
    kinds = {"city": "place"}
    return {(kinds.get(name.kind, name.kind), name.id): name for name in names()}


class Standing:
    """Finds such words; a state or body that no mention names joins the entities only if a meeting needs it."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.text = references.text
        self.draft = references.draft
        #: Who met face to face in the telling before, and who called whom.
        self.recent: list[Reference] = []
        self.recent_calls: list[Reference] = []
        #: All groups of people that any telling so far told of.
        self.together: list[list[Reference]] = []
        #: Where the sentence begins that told of them.
        self.recent_at = 0
        #: Where each journey told led, as far as that is known, and who made it.
        self.journeys: list[tuple[int | None, list[Reference]]] = []
        self._starts = [mention.span.start for mention in self.draft.mentions]
        #: The lists of actors in a sentence before; set by whoever reads them.
        self.lists: Callable[[Span], list[Listing]] = lambda sentence: []
        #: Whom an office without a name means in a sentence; set by whoever knows whom the story tells of.
        self.meant: Callable[[Reference, Span], Reference] = lambda one, sentence: one
        #: The same for one whom no post tells outright, and what everybody weighs at a position.
        self.holder: Callable[[MentionRecord], int | None] = lambda role: None
        self.weights: Callable[[int], dict[int, float]] = lambda position: {}
        self._added: list[EntityRecord] = []
        self.holders = Holders(references)
        self.descriptions = Descriptions(self)
        self.groups = Groups(self)
        self.delegates = Delegates(self)
        self.delegations = Delegations(references, self.state)
        everybody = references.within(Span(0, len(self.text)))
        self._bound = {one.role for one in everybody}
        #: The offices that stand beside the name of who holds them.
        self.titles = {one.role for one in everybody if one.mention is not None}

    def within(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        yield from self.delegations.within(sentence)
        yield from self.groups.within(sentence)
        yield from self._guests(sentence)
        yield from self.offices(sentence)
        yield from self.delegates.within(sentence)
        yield from self._nationals(sentence)
        yield from self._and_them(sentence)
        yield from self.descriptions.within(sentence)

    def kind(self, reference: Reference) -> str:
        return self.entity(reference.entity).kind

    def entity(self, number: int) -> EntityRecord:
        known = len(self.draft.entities)
        return self.draft.entities[number] if number < known else self._added[number - known]

    def countries(self, number: int) -> set[str]:
        """Of a state its own, of anybody else those whose offices he holds."""
        entity = self.entity(number)
        return {entity.known_id} if entity.kind == "state" else self.references.countries(number)

    def _within(self, sentence: Span, label: str) -> Iterator[tuple[int, MentionRecord]]:
        first = bisect_left(self._starts, sentence.start)
        for index in range(first, bisect_left(self._starts, sentence.end)):
            if self.draft.mentions[index].label == label:
                yield index, self.draft.mentions[index]

    def _guests(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        for match in GUEST.finditer(self.text, sentence.start, sentence.end):
            span = Span(match.start(), match.end())
            if match[0].lower().startswith("ses"):
                members = self.groups.last(match.start(), 2)
                if members:
                    yield span, tuple(members)
            elif one := self._visitor(sentence, match[0]) or self._guest(sentence, match.start()):
                yield span, (one,)

    def _visitor(self, sentence: Span, words: str) -> Reference | None:
        """`le visiteur`: whoever made the journey told last, if the sentence does not name him."""
        here = {one.entity for one in self.references.within(sentence)}
        away = [one for _, travellers in self.journeys[-1:] for one in travellers if one.entity not in here]
        return away[-1] if away and "visiteu" in words.lower() else None

    def _guest(self, sentence: Span, position: int) -> Reference | None:
        """The one spoken of before the sentence who is not named in it."""
        here = {one.entity for one in self.references.within(sentence)}
        rest = [one for one in self.recent if one.entity not in here]
        if rest:
            weights = self.weights(position)
            return max(reversed(rest), key=lambda one: weights.get(one.entity, 0))
        last = self.references.last_person(sentence.start)
        return last if last is not None and last.entity not in here else None

    def named(self, entity: int) -> int:
        return sum(mention.entity == entity for mention in self.draft.mentions)

    def _and_them(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        """`Vladimir Poutine et lui`."""
        for match in AND_THEM.finditer(self.text, sentence.start, sentence.end):
            person = self.references.last_person(sentence.start, feminine=match["pronoun"] == "elle")
            if person is not None:
                yield Span(*match.span("pronoun")), (person,)

    def offices(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        for index, mention in self._within(sentence, "ROLE"):
            if index in self._bound:
                continue
            if self._is_apposed(index) or ANYBODY.search(
                self.text[max(0, mention.span.start - 12) : mention.span.start]
            ):
                continue
            words = self.text[mention.span.start : mention.span.end]
            held = mention.span
            calling = self.descriptions.calling
            was = calling.former(held.start)
            entity = calling.who_was(held.start, held.end, sentence) if was else self._holder(index, words)
            if entity is not None:
                start = self._determiner(mention.span.start, sentence)
                yield Span(start, mention.span.end), (Reference(entity, mention.span, None, index),)

    def _is_apposed(self, index: int) -> bool:
        """`le chef de l'armée, le général X`: the words behind name who it is."""
        following = self.draft.mentions[index + 1 : index + 2]
        if not following or following[0].label not in {"PER", "ROLE", "NORP"}:
            return False
        own = self.draft.mentions[index].span
        between = self.text[own.end : following[0].span.start]
        if between.startswith(",") and stands_for_itself(self.text, own.start):
            return False
        return APPOSITION.fullmatch(between) is not None and (following[0].label != "ROLE" or index + 1 in self._bound)

    def _holder(self, index: int, words: str) -> int | None:
        """The person whom the article leaves for the office, else its body or state."""
        mention = self.draft.mentions[index]
        body = self.body_in(words)
        if body is not None:
            head = self.descriptions.head_of(body, mention.span.start) if HEAD.match(words) else None
            return body if head is None else head
        person = self.holder(mention)
        person = self.holders.of(mention) if person is None else person
        if person is not None:
            return person
        return self.state(mention.country or self._own_country(words))

    def of_unnamed(self, one: Reference) -> Reference | None:
        """The state of an office whose holder nobody names."""
        role = next(index for index, each in enumerate(self.draft.mentions) if each.span == one.span)
        words = self.text[one.span.start : one.span.end]
        state = self.state(self.draft.mentions[role].country or self._own_country(words))
        return None if state is None else Reference(state, one.span, None, role)

    def _own_country(self, words: str) -> str:
        """In a communiqué of one's own government its Premier ministre has no country beside him."""
        return self.holders.own_country() if office(words) in OF_GOVERNMENT else ""

    def _determiner(self, start: int, sentence: Span) -> int:
        match = re.search(
            rf"(?:\b(?:M\.|Monsieur|Mme|Madame){BLANK})?\b(?:l['’′]|d['’′]|(?:les?|la|une?|du|des|aux?|son|sa|ses|leurs?){BLANK})(?:[a-zà-ÿ]+{BLANK}){{0,1}}$",
            self.text[max(sentence.start, start - 30) : start],
            re.I,
        )
        return start - len(match[0]) if match else start

    def _nationals(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        """`Iraniens et Saoudiens`, and `l'Américain` for the one from there named last."""
        for _, mention in self._within(sentence, "NORP"):
            words = self.text[mention.span.start : mention.span.end]
            country = adjectives().get(fold(words), "")
            before = SINGULAR.search(self.text, max(sentence.start, mention.span.start - 4), mention.span.start)
            if before:
                person = self.holders.compatriot(country, mention.span.start) if country else None
                last = self.references.last_person(sentence.start)
                if person is None and last is not None and not self.draft.entities[last.entity].country:
                    person = last.entity
                if person is not None:
                    yield Span(before.start(), mention.span.end), (Reference(person, mention.span),)
            elif country and (state := self.state(country)) is not None:
                yield Span(mention.span.start, mention.span.end), (Reference(state, mention.span),)

    def state(self, country: str) -> int | None:
        return self._known("state", country) if country else None

    def instead(self, one: Reference) -> Reference:
        """The state of an office that cannot be held by whom it seemed to mean."""
        state = (
            self.state(self.draft.mentions[one.role].country) if one.mention is None and one.role is not None else None
        )
        return one if state is None else replace(one, entity=state)

    def organisations(self) -> frozenset[int]:
        entities = enumerate([*self.draft.entities, *self._added])
        return frozenset(number for number, entity in entities if entity.kind == "organisation")

    def organisation(self, known_id: str) -> int | None:
        return self._known("organisation", known_id)

    def city(self, known_id: str) -> int | None:
        """The city or part of the world of an id of the lexicon, or the state that is one: the Vatican."""
        return self._known("state" if known_id.isupper() else "place", known_id) if known_id else None

    def body_in(self, words: str) -> int | None:
        """The organisation named within the words of an office: `directeur général de l'AFD`."""
        found = next((name.name for name in find_names(words) if name.name.kind == "organisation"), None)
        return self._known("organisation", found.id, found) if found else None

    def _known(self, kind: str, known_id: str, name: Name | None = None) -> int | None:
        """The entity of an id of the lexicon, made where the article names none."""
        for number, entity in enumerate([*self.draft.entities, *self._added]):
            if entity.known_id == known_id and entity.kind == kind:
                return number
        name = name or known_names().get((kind, known_id))
        if name is None:
            return None
        place_kind = ("city" if name.kind == "city" else "region") if kind == "place" else ""
        self._added.append(EntityRecord(kind, name.name, (name.name,), known_id, name.country, place_kind))
        self.references.posts.append(())  # looked up by number, as those of everybody else are
        return len(self.draft.entities) + len(self._added) - 1

    def draft_with_added(self) -> Draft:
        """The draft with the entities that a meeting may need."""
        return replace(self.draft, entities=[*self.draft.entities, *self._added])

    def settle(self, meetings: list[MeetingRecord]) -> None:
        """The added entities up to the last that a meeting needs join the draft's."""
        used = [one.entity for meeting in meetings for one in meeting.participants]
        needed = max(used + [meeting.place for meeting in meetings if meeting.place is not None], default=-1)
        self.draft.entities += self._added[: max(0, needed + 1 - len(self.draft.entities))]
