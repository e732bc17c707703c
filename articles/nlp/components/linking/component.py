"""One identity for each person, state, organisation and place of an article, and the posts its people hold."""

import re
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from articles.nlp.components.entities.patterns import ACRONYM
from articles.nlp.components.gazetteer import find_names
from articles.nlp.components.linking import gender
from articles.nlp.components.linking.bearers import Bearers
from articles.nlp.components.linking.figurative import seat_speaks, stands_for_government
from articles.nlp.components.linking.kin import kinship
from articles.nlp.components.linking.nationals import nationality
from articles.nlp.components.linking.offices import (
    PLURAL,
    beside,
    fill_countries,
    held_now,
    of_one_state,
    office_key,
    told_of_then,
)
from articles.nlp.components.linking.organisations import (
    MINISTRY,
    NATIONAL,
    body_id,
    national_of,
    of_state,
    portfolio_key,
)
from articles.nlp.components.linking.people import Named, People, Person
from articles.nlp.doc_text import text_of
from articles.nlp.leaders import known_as
from articles.nlp.lexicons import Name, capitals, fold, names
from articles.nlp.posts import office
from articles.nlp.types import Draft, EntityRecord, MentionRecord, PostRecord

#: Seats of government that stand for their state when they speak.
SEATS = {"maison-blanche", "kremlin", "elysee"}
#: Offices whose bearers are called by a given name alone.
REIGNS = re.compile(
    r"(?:pape|roi|reine|prince|princesse|empereur|impératrice|émir|sultan|patriarche|Sa Majesté)\b", re.I
)
STAFF_ZONES = {"byline", "credits"}
MINISTER = re.compile(r"(?:vice-)?ministres?\b", re.IGNORECASE)


class LinkingComponent:
    """Writes `draft.entities` and gives every PER, ORG, GPE and LOC mention its entity."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        draft.mentions, draft.entities = Linker(doc, draft).link()
        return doc


class Linker:
    """The state of linking one article."""

    def __init__(self, doc: Doc, draft: Draft) -> None:
        self.doc, self.draft, self.text = doc, draft, text_of(doc)
        self.entities: list[EntityRecord] = []
        self.by_key: dict[tuple[str, str], int] = {}
        self.by_id = _by_id()
        self.signed = {at for z in draft.zones if z.kind in STAFF_ZONES for at in range(z.span.start, z.span.end)}
        self.home = self._home()
        self.genders: dict[int, str] = {}
        draft.mentions = of_one_state(self.text, draft.mentions)
        countries = fill_countries(self.text, draft.mentions, self.home, self._seats())
        self.mentions = [
            m if m.country == c else replace(m, country=c) for m, c in zip(draft.mentions, countries, strict=True)
        ]
        self.ministries = self._ministry_countries()

    def link(self) -> tuple[list[MentionRecord], list[EntityRecord]]:
        people = self._people()
        linked = []
        for index, mention in enumerate(self.mentions):
            if mention.label == "PER":
                entity, sure = people[index]
                linked.append(replace(mention, entity=entity, link_confidence=sure))
            elif mention.label in {"ORG", "GPE", "LOC"}:
                linked.append(self._name(mention, linked[-1] if linked else None))
            else:
                linked.append(mention)
        self._posts(linked)
        self._nationals(linked)
        return Bearers(self.text, linked, self.entities, self.genders).link(), self.entities

    def _home(self) -> str:
        place = self.draft.dateline.place if self.draft.dateline else ""
        return next((found.name.country for found in find_names(place)), "")

    def _words(self, mention: MentionRecord) -> str:
        return self.text[mention.span.start : mention.span.end]

    def _entity(self, kind: str, key: str, record: EntityRecord, form: str) -> int:
        """The entity of that key, new or known; the form is added to its names."""
        at = self.by_key.get((kind, key))
        if at is None:
            at = self.by_key[kind, key] = len(self.entities)
            self.entities.append(record)
        known = self.entities[at]
        if form not in known.names:
            self.entities[at] = replace(known, names=(*known.names, form))
        return at

    def _seats(self) -> set[str]:
        """The countries of the palaces and houses of government that the article names."""
        named = (self._words(m) for m in self.draft.mentions if m.label == "ORG")
        return {f.name.country for words in named for f in find_names(words) if f.name.id in SEATS}

    def _people(self) -> dict[int, tuple[int, float]]:
        """Person mentions by index, to their entities and how sure that is."""
        found = {index: self._named(index) for index, m in enumerate(self.mentions) if m.label == "PER"}
        people = People(list(found.values()), self.text)
        result = {}
        for index, named in found.items():
            person, sure = people.of[named]
            key = str(people.people.index(person))
            entity = self._entity("person", key, _person(person), named.form)
            self.genders[entity] = person.gender
            result[index] = entity, sure
        return result

    def _named(self, index: int) -> Named:
        span = self.mentions[index].span
        before = index - 1 if self._role_of(index - 1) == index else None
        role = index + 1 if before is None and self._role_of(index + 1) == index else before
        told, title = gender.of_name(self.text, span.start), "" if role is None else self._words(self.mentions[role])
        if before is not None:
            told = told or gender.of_office(self.text, self.mentions[before].span.start, title)
        kin = kinship(self.text, span.start)
        return Named(
            self._words(self.mentions[index]),
            span.start,
            paragraph=self.text.rfind("\n", 0, span.start) + 1,
            staff=span.start in self.signed,
            gender=told or kin,
            office=office(title) if title else "",
            reigns=before is not None and REIGNS.match(title) is not None,
            is_kin=bool(kin),
        )

    def _role_of(self, index: int) -> int | None:
        """The name beside an office in the singular."""
        if not 0 <= index < len(self.mentions) or self.mentions[index].label != "ROLE":
            return None
        return None if PLURAL.match(self._words(self.mentions[index])) else beside(self.text, self.mentions, index)

    def _name(self, mention: MentionRecord, before: MentionRecord | None) -> MentionRecord:
        form = self._words(mention)
        known = next(
            (f.name for f in find_names(form) if len(f.form) > 1 and f.span.end - f.span.start == len(form)), None
        )
        if known is not None and known.label == mention.label:
            return self._known(mention, known, form)
        if (
            before is not None
            and before.entity is not None
            and before.label == mention.label
            and self._gloss(before, mention)
        ):
            entity = self.entities[before.entity]
            self.entities[before.entity] = replace(entity, names=(*entity.names, form))
            self.by_key[entity.kind, fold(form)] = before.entity
            return replace(mention, entity=before.entity)
        if mention.label == "ORG":
            return replace(mention, entity=self._organisation(form, mention))
        record = EntityRecord("place", form, place_kind="city" if mention.label == "GPE" else "region")
        return replace(mention, entity=self._entity("place", fold(form), record, form))

    def _gloss(self, before: MentionRecord, mention: MentionRecord) -> bool:
        match = ACRONYM.match(self.text, before.span.end)
        return match is not None and match.start("short") == mention.span.start

    def _known(self, mention: MentionRecord, known: Name, form: str) -> MentionRecord:
        state = capitals().get(known.id, "") if known.kind == "city" else known.country if known.id in SEATS else ""
        speaks = seat_speaks if known.id in SEATS else stands_for_government
        if state and self._in_body(mention) and speaks(self.text, mention.span):
            entity = self._entity("state", state, _record(self.by_id[state]), form)
            return replace(mention, entity=entity, figurative=True)
        known = of_state(known, self._state_of(known, mention))
        record = _record(known)
        return replace(mention, entity=self._entity(record.kind, known.id, record, form))

    def _state_of(self, body: Name, mention: MentionRecord) -> str:
        """Whose parliament or court a bare `le Sénat` is: the state named last and the dateline's must not differ."""
        told = {self._country_before(mention), self.home} - {""} if body.id in NATIONAL else set()
        return told.pop() if len(told) == 1 else ""

    def _in_body(self, mention: MentionRecord) -> bool:
        dateline = self.draft.dateline
        return dateline is None or not mention.span.overlaps(dateline.span)

    def _organisation(self, form: str, mention: MentionRecord) -> int:
        country = national_of(form)
        if not country and MINISTRY.match(form):
            country = self.ministries.get(portfolio_key(form), "") or self.home or self._country_before(mention)
        short = self._short_for(form)
        if short is not None:
            return short
        known_id = body_id(form, country)
        same = self.by_id.get(known_id)
        if same is not None:
            return self._entity("organisation", same.id, _record(same), form)
        key = known_id or fold(form)
        return self._entity(
            "organisation", key, EntityRecord("organisation", form, known_id=known_id, country=country), form
        )

    def _short_for(self, form: str) -> int | None:
        """`la Commission` after `la Commission européenne`: the organisation last met whose first word it is."""
        if " " in form or form.isupper():
            return None
        return next((at for at in range(len(self.entities) - 1, -1, -1) if self._begins(at, fold(form))), None)

    def _begins(self, at: int, word: str) -> bool:
        entity = self.entities[at]
        return entity.kind == "organisation" and fold(entity.name).startswith(word + " ")

    def _country_before(self, mention: MentionRecord) -> str:
        """The country of the place named last before a ministry."""
        before = [m for m in self.mentions if m.label == "GPE" and m.span.end <= mention.span.start]
        return next((f.name.country for m in reversed(before) for f in find_names(self._words(m))), "")

    def _ministry_countries(self) -> dict[str, str]:
        """Which country a bare ministry belongs to: of the same ministry named in full, else of its minister."""
        found: dict[str, str] = {}
        for mention in self.mentions:
            form = self._words(mention)
            if mention.label == "ORG" and MINISTRY.match(form) and national_of(form):
                found.setdefault(portfolio_key(form), national_of(form))
        for mention in self.mentions:
            form = self._words(mention)
            if mention.label == "ROLE" and mention.country and MINISTER.match(form):
                found.setdefault(portfolio_key(MINISTER.sub("ministère", form)), mention.country)
        return found

    def _posts(self, linked: list[MentionRecord]) -> None:
        """Posts of the people named beside an office, those whose words tell a country first.

        A post's country is the one its own words tell, else the one told of the same person elsewhere: the
        country of the place or of the sentence before would often be another's.
        """
        holders = [
            found for index, role in enumerate(linked) if role.label == "ROLE" if (found := self._held(linked, index))
        ]
        for index, entity_index in sorted(holders, key=lambda found: not self.draft.mentions[found[0]].country):
            entity, told = self.entities[entity_index], self.draft.mentions[index].country
            country = told or entity.country
            title = self._words(linked[index])
            linked[index] = replace(linked[index], country=country)
            held: tuple[PostRecord, ...] = (PostRecord(title, office_key(title), country, index),)
            then = told_of_then(self.text, linked, index, self.draft.date)
            if then or not held_now(self.text, linked[index].span):
                held = ()
            self.entities[entity_index] = replace(entity, posts=(*entity.posts, *held), country=entity.country or told)

    def _nationals(self, linked: list[MentionRecord]) -> None:
        """The country of those of whom no office tells it."""
        for index, mention in enumerate(linked):
            entity = None if mention.label != "PER" or mention.entity is None else self.entities[mention.entity]
            if entity is not None and not entity.country and (country := nationality(self.text, linked, index)):
                self.entities[linked[index].entity or 0] = replace(entity, country=country)

    def _held(self, linked: list[MentionRecord], index: int) -> tuple[int, int] | None:
        """An office and the entity of the person named beside it; `les ministres X et Y` names nobody's own office."""
        at = self._role_of(index)
        entity = None if at is None else linked[at].entity
        return None if entity is None else (index, entity)


def _person(person: Person) -> EntityRecord:
    """Somebody by the name the vocabulary knows him by, else by the fullest form of the article."""
    name = "" if person.staff or " " not in person.name else known_as([person.name])
    return EntityRecord("person", name or person.name, (name,) if name else ())


@cache
def _by_id() -> dict[str, Name]:
    return {name.id: name for name in names()}


def _record(name: Name) -> EntityRecord:
    if name.label == "ORG":
        return EntityRecord("organisation", name.name, known_id=name.id, country=name.country)
    if name.kind == "state":
        return EntityRecord("state", name.name, known_id=name.id, country=name.id, place_kind="country")
    kind = "city" if name.kind == "city" else "region"
    return EntityRecord("place", name.name, known_id=name.id, country=name.country, place_kind=kind)
