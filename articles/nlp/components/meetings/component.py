"""Who met whom, where, when and for how long, from words of meeting and their frames."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from articles.nlp.components.assertion.status import Assertion
from articles.nlp.components.meetings.additions import Additions, participant
from articles.nlp.components.meetings.agenda import Agenda
from articles.nlp.components.meetings.arguments import Arguments
from articles.nlp.components.meetings.asserting import asserted
from articles.nlp.components.meetings.awaiting import awaiting
from articles.nlp.components.meetings.bodies import Bodies
from articles.nlp.components.meetings.circumstances import Circumstances
from articles.nlp.components.meetings.clauses import Group, distinct
from articles.nlp.components.meetings.continuations import Continuations, again, moved, placed_apart
from articles.nlp.components.meetings.destinations import BOUND_FOR
from articles.nlp.components.meetings.dropped import was_to_be, with_dropped
from articles.nlp.components.meetings.exclusions import Exclusions
from articles.nlp.components.meetings.fields import SPEAKING, Fields
from articles.nlp.components.meetings.following import Following
from articles.nlp.components.meetings.fronting import opens_with
from articles.nlp.components.meetings.headers import header_visits
from articles.nlp.components.meetings.hosts import with_hosts
from articles.nlp.components.meetings.itinerary import with_days
from articles.nlp.components.meetings.leading import leads
from articles.nlp.components.meetings.memory import Memory
from articles.nlp.components.meetings.merging import Telling, merged, undated
from articles.nlp.components.meetings.phoning import Series, by_phone, is_vague
from articles.nlp.components.meetings.repeats import repeated
from articles.nlp.components.meetings.series import ordinals
from articles.nlp.components.meetings.settling import settled
from articles.nlp.components.meetings.sides import Sides
from articles.nlp.components.meetings.situating import STANDS_FOR_IT, pronouns, situate
from articles.nlp.components.meetings.standins import StandIns
from articles.nlp.components.meetings.stays import Leaving
from articles.nlp.components.meetings.topics import with_topics
from articles.nlp.components.meetings.triggers import Trigger, triggers
from articles.nlp.components.meetings.unpartnered import adds
from articles.nlp.components.meetings.visit_words import is_apposed, is_news, untold
from articles.nlp.components.meetings.visits import Visits
from articles.nlp.reference import References
from articles.nlp.sentences import Sentences
from articles.nlp.types import Draft, EvidenceRecord, MeetingRecord, MentionRecord, Span

#: A journey named only to say when something else happened.
IN_PASSING = re.compile(
    r"\b(?:lors d|au long d|pendant|durant|au cours d|à l['’′]occasion d|après|avant)"
    r"\S*\s(?:\w+['’′]?\s?){0,3}$",
    re.I,
)
#: Frames of verbs whose goal lies ahead when they are told: `s'est envolé pour Y`, `a mis le cap sur Y`.
SETTING_OUT = frozenset({"depart", "bound"})
#: What was done there shows that he has arrived: `s'est envolé pour Y, où il a été reçu`.
WAS_THERE = re.compile(
    r",?\soù\s(?![^.;:,]*\b(?:doi(?:t|vent)|devai(?:t|ent)|va|vont|[a-zà-ÿ]+r(?:a|ont))\b)(?:[^.;:,]{1,60}?\s)??"
    r"(?:l['’′]|les?\s|la\s|y\s|s['’′]|se\s)?(?:a|ont|est|sont|avait|était|reçoit|reçoivent|rencontre|accueille|retrouve|voit)\s"
)
#: How sure a telling is by its frame.
BY_VERB, BY_NOUN, BY_JOURNEY = 0.88, 0.83, 0.82


class MeetingsComponent:
    """Writes `draft.meetings`."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        draft.meetings = MeetingFinder(doc).find()
        return doc


class MeetingFinder:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.draft: Draft = doc._.draft
        self.sentences: Sentences = doc._.sentences
        self.references = References(doc, self.sentences)
        self.text = self.references.text
        self.arguments = Arguments(self.references)
        self.agenda = Agenda(self.arguments.phrases)
        self.fields = Fields(self.text, self.draft, self.sentences)
        self.visits = Visits(self.arguments, self.agenda, self.fields.places)
        self.bodies = Bodies(self.arguments.clauses)
        self.exclusions = Exclusions(self.references)
        self.continuations = Continuations(self.arguments.clauses)
        words = [*triggers(doc, self.text), *ordinals(self.text), *leads(self.text), *untold(self.text)]
        words += pronouns(self.text)
        words += by_phone(self.text, self.sentences, tuple(words))
        self.triggers = sorted(words, key=lambda trigger: trigger.span)
        self.memory = Memory(self.arguments.parties, self.draft)
        self.additions = Additions(self.fields, self.arguments.parties, self.agenda)
        self.leaving = Leaving(self.arguments.clauses, self.fields.places)
        self.standing = self.arguments.phrases.standing
        self.circumstances = Circumstances(self.fields, self.agenda, self.standing, self.triggers)
        self.series = Series(self.arguments.clauses, self.fields)
        self.sides = Sides(self.text, self.draft, self.standing)

    def find(self) -> list[MeetingRecord]:
        tellings: list[Telling] = []
        following = Following(self.arguments.clauses, self.additions, self._meeting)
        for trigger in self.triggers:
            following.up_to(trigger.start, tellings)
            sentence = self.sentences.at(trigger.span.start)
            self.memory.recall(sentence)
            found = [each for each in self._tellings(trigger, sentence) if self.exclusions.keeps(each.record, sentence)]
            found = [] if following.takes(trigger, sentence, tellings) else found
            if adds(self.text, trigger, sentence):
                found = self.additions.take_in(tellings, found)
            found = self.additions.retold(tellings, found, trigger, sentence)
            if not found and tellings:
                self._add_to(tellings, trigger, sentence)
            if not found:
                following.open(trigger, sentence, self._assertion(trigger, sentence), first=not tellings)
            if was_to_be(self.text, trigger, sentence):
                found = [replace(each, once=True) for each in found]
            self.leaving.close(tellings, trigger, sentence)
            tellings.extend(found)
            self.memory.remember(trigger, found)
        following.up_to(len(self.text), tellings)
        tellings = with_days(with_dropped(tellings, self.draft), self.draft, self.text)
        told = [*header_visits(self.references, self.arguments.phrases), *tellings]
        meetings = merged(
            self._stand_ins().named(told), self.standing.draft_with_added(), self.standing.organisations()
        )
        self.standing.settle(meetings)
        return with_hosts(with_topics(meetings, self.text, self.sentences), self.text, self.draft)

    def _stand_ins(self) -> StandIns:
        return StandIns(lambda one: self.standing.entity(one).kind, self.standing.countries, self.sentences)

    def _add_to(self, tellings: list[Telling], trigger: Trigger, sentence: Span) -> None:
        """What a word that tells of no meeting says of the one told last."""
        if trigger.lemma in SPEAKING:
            self.additions.lengthen(tellings, sentence, self.arguments.clauses.subject(trigger, sentence))
        elif not trigger.is_verb:
            self.additions.lengthen(tellings, sentence)
            self.additions.widen(tellings, trigger, sentence)
            assertion = self._assertion(trigger, sentence)
            self.additions.call_off(tellings, trigger, sentence, assertion)
            situate(self.fields, tellings, trigger, sentence, assertion)

    def _tellings(self, trigger: Trigger, sentence: Span) -> Iterator[Telling]:
        assertion = self._assertion(trigger, sentence)
        if assertion.status == "denied" and (trigger.lemma == "conférence de presse" or trigger.frame == "hand"):
            return
        if not assertion.status or trigger.frame == STANDS_FOR_IT or self.exclusions.excludes(trigger, sentence):
            return
        if trigger.frame == "expected" and (both := awaiting(self.arguments.clauses, trigger, sentence)):
            telling = self._meeting(trigger, sentence, assertion, both)
            yield replace(telling, record=replace(telling.record, kind="in_person"))
        assertion = self.agenda.foreseen(assertion, sentence)
        if trigger.kind == "visit":
            yield from self._journeys(trigger, sentence, assertion)
            return
        gathering = self.bodies.of(trigger, sentence)
        if gathering:
            yield self._gathered(trigger, sentence, assertion, gathering)
            return
        elsewhere = self.bodies.tells_of_attending(trigger, sentence, self.triggers)
        groups = [] if elsewhere or self.agenda.is_planned(sentence) else self.arguments.of(trigger, sentence)
        for group in groups:
            yield from self._met(trigger, sentence, assertion, group)
        yield from self._further(trigger, sentence, assertion, groups[-1:])
        if not groups and not trigger.is_verb:
            yield from self._listed(trigger, sentence, assertion)

    def _gathered(self, trigger: Trigger, sentence: Span, assertion: Assertion, gathering: Group) -> Telling:
        everybody = distinct([*gathering, *self.arguments.parties.around(sentence, trigger)])
        telling = self._meeting(trigger, sentence, assertion, everybody)
        many = self.bodies.is_of_many(everybody) and telling.record.kind != "video"
        return replace(telling, record=replace(telling.record, kind="multilateral")) if many else telling

    def _journeys(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> Iterator[Telling]:
        journeys = list(self.visits.of(trigger, sentence))
        if not journeys and assertion.status == "cancelled":
            journeys = list(self.visits.called_off(trigger, sentence))
        for journey in journeys:
            later = journey.ahead and assertion.status == "held"
            ahead = later or self._sets_out(trigger, assertion, journey.place)
            telling = self._visit(
                trigger, sentence, Assertion("planned") if ahead else assertion, journey.travellers, journey.place
            )
            yield undated(telling) if journey.undated else telling
            yield from self.continuations.before(trigger, sentence, telling)

    def _met(self, trigger: Trigger, sentence: Span, assertion: Assertion, group: Group) -> Iterator[Telling]:
        """The meeting of a group, and the same people on other days."""
        furthers = list(self.continuations.of(trigger, sentence, group))
        telling = placed_apart(self._meeting(trigger, sentence, assertion, group), furthers)
        days, cities = self.fields.places.days(sentence), self.fields.places.cities(sentence)
        each_time = list(repeated(self.text, trigger, telling, days, cities))
        yield from each_time or [telling, *again(self.text, telling, days, cities)]
        yield from self.continuations.before(trigger, sentence, telling)

    def _further(
        self, trigger: Trigger, sentence: Span, assertion: Assertion, groups: list[Group]
    ) -> Iterator[Telling]:
        """`avec X, puis mardi avec Y`: the same subject and somebody else."""
        for group in groups:
            furthers = list(self.continuations.of(trigger, sentence, group))
            for further in furthers:
                telling = placed_apart(self._meeting(trigger, sentence, assertion, further.group), furthers)
                telling = moved(telling, further)
                status, day = self._settled(trigger, assertion, further.day)
                yield replace(telling, record=replace(telling.record, status=status)) if day else telling

    def _listed(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> Iterator[Telling]:
        """Entries of an agenda, and what stands under `entretiens avec :`."""
        if self.agenda.is_planned(sentence):
            partners = self.arguments.nouns.partners(trigger, sentence)
            if partners:
                planned = Assertion("planned") if assertion.status == "held" else assertion
                yield self._meeting(trigger, sentence, planned, distinct([*self.agenda.owner, *partners]))
            return
        for party, _ in self.agenda.listed(trigger):
            holder = self.arguments.nouns.holder(trigger, sentence)
            if holder:
                yield self._meeting(trigger, sentence, assertion, distinct([*holder, *party]))

    def _assertion(self, trigger: Trigger, sentence: Span) -> Assertion:
        return asserted(self.text, trigger, sentence, self.sentences)

    def _settled(
        self, trigger: Trigger, assertion: Assertion, day: MentionRecord | None
    ) -> tuple[str, MentionRecord | None]:
        return settled(self.text, self.draft.date, trigger, assertion, day)

    def _sets_out(self, trigger: Trigger, assertion: Assertion, place: MentionRecord | None) -> bool:
        """`s'est envolé pour Y`, `a quitté X pour Y`: Y lies ahead, unless that was on an earlier day."""
        if place is None:
            return False
        goal = BOUND_FOR.search(self.text, trigger.span.end, place.span.start) is not None
        if (
            assertion.status != "held"
            or assertion.earlier
            or not (trigger.frame in SETTING_OUT or (trigger.frame == "leave" and goal))
        ):
            return False
        if WAS_THERE.match(self.text, place.span.end):
            return False
        days = self.fields.places.days(self.sentences.at(trigger.span.start))
        return not (trigger.participle and any(day.value[:10] < self.draft.date.isoformat() for day in days))

    def _visit(
        self, trigger: Trigger, sentence: Span, assertion: Assertion, who: Group, place: MentionRecord | None
    ) -> Telling:
        day, carried = self.circumstances.journey_day(trigger, sentence, assertion, place)
        status, day = self._settled(trigger, assertion, day)
        record = MeetingRecord(
            participants=tuple(participant(one) for one in distinct(who)),
            kind="visit",
            status=status,
            date=day.value if day else "",
            place=None if place is None else place.entity,
            evidence=self.additions.evidence(sentence, who, day, place),
            confidence=BY_JOURNEY,
        )
        start = trigger.span.start
        before = "" if opens_with(self.text, trigger, sentence) else self.text[max(0, start - 40) : start]
        own = is_apposed(self.text, trigger) or is_news(trigger)
        passing = (trigger.is_verb and (not own or status == "cancelled")) or IN_PASSING.search(before) is not None
        return Telling(record, assertion.earlier, passing=passing, carried=carried and day is not None)

    def _meeting(self, trigger: Trigger, sentence: Span, assertion: Assertion, group: Group) -> Telling:
        beside = self.arguments.parties.witnesses(sentence)
        kind = self.series.kind(trigger, sentence, self.sides.count(trigger, group, beside), group)
        day, carried = self.circumstances.day(trigger, sentence, assertion)
        far = kind in {"call", "video"}
        place, borrowed = (None, False) if far else self.circumstances.place(trigger, sentence, assertion)
        if day is None and place is not None:
            day = self.circumstances.day_there(place, assertion, borrowed=borrowed)
        status, day = self._settled(trigger, assertion, day)
        if status == "planned" and day is not None and self.circumstances.purposes.is_done(trigger, sentence, day):
            status = "held"
        lasting = self.circumstances.lasting(trigger, sentence) if status == "held" else None
        record = MeetingRecord(
            participants=tuple(participant(one) for one in group),
            kind=kind,
            status=status,
            date=day.value if day else "",
            place=place.entity if place else None,
            duration=lasting[0] if lasting else None,
            evidence=(
                *self.additions.evidence(sentence, group, day, place),
                *((EvidenceRecord("duration", lasting[1]),) if lasting else ()),
            ),
            confidence=BY_VERB if trigger.is_verb else BY_NOUN,
        )
        told = (trigger.frame == "hand", carried and day is not None, borrowed, is_vague(trigger))
        return Telling(record, assertion.earlier, *told)
