"""Who met whom, where, when and for how long, from words of meeting and their frames."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from articles.nlp.components.assertion.status import Assertion, of_noun, of_verb
from articles.nlp.components.meetings.agenda import Agenda
from articles.nlp.components.meetings.arguments import Arguments
from articles.nlp.components.meetings.bodies import Bodies
from articles.nlp.components.meetings.clauses import Group, distinct
from articles.nlp.components.meetings.fields import Fields, gap
from articles.nlp.components.meetings.headers import header_visits
from articles.nlp.components.meetings.merging import Telling, is_wide, merged, with_duration
from articles.nlp.components.meetings.patterns import LASTED, NO_MEETING, SAME_DAY
from articles.nlp.components.meetings.triggers import Trigger, triggers
from articles.nlp.components.meetings.visits import Visits
from articles.nlp.reference import Reference, References
from articles.nlp.sentences import Sentences
from articles.nlp.types import Draft, EvidenceRecord, MeetingRecord, MentionRecord, ParticipantRecord, Span

DAYS = re.compile(
    r"\b(?:de|pendant|durant)[\s\u00a0](?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix|plusieurs|quelques)[\s\u00a0](?:jours|semaines)"
)
CIVIL = re.compile(r"\b(MM?|Mgr|Dr|St)\.")
#: A journey named only to say when something else happened.
IN_PASSING = re.compile(
    r"\b(?:lors d|pendant|durant|au cours d|à l['’′]occasion d|après|avant|depuis)\S*[\s\u00a0](?:\w+['’′]?[\s\u00a0]?){0,3}$",
    re.I,
)
#: How sure a telling is by its frame.
BY_VERB, BY_NOUN, BY_JOURNEY = 0.8, 0.7, 0.6


class MeetingsComponent:
    """Writes `draft.meetings`."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        draft.meetings = MeetingFinder(doc).find()
        return doc


class MeetingFinder:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.draft: Draft = doc._.draft
        self.sentences: Sentences = doc._.sentences
        self.references = References(doc, self.sentences)
        self.arguments = Arguments(self.references)
        self.agenda = Agenda(self.arguments.phrases)
        self.visits = Visits(self.arguments)
        self.bodies = Bodies(self.arguments.clauses)
        self.fields = Fields(doc.text, self.draft)
        self.triggers = sorted(triggers(doc), key=lambda trigger: trigger.span)

    def find(self) -> list[MeetingRecord]:
        tellings: list[Telling] = []
        for trigger in self.triggers:
            sentence = self.sentences.at(trigger.span.start)
            found = list(self._tellings(trigger, sentence))
            if not found and tellings and not trigger.is_verb:
                self._lengthen(tellings, sentence)
                self._widen(tellings, trigger, sentence)
                self._call_off(tellings, trigger, sentence)
            tellings.extend(found)
            self._remember(found)
        meetings = merged([*header_visits(self.references, self.arguments.phrases), *tellings], self.draft)
        self.arguments.phrases.standing.settle(meetings)
        return meetings

    def _remember(self, found: list[Telling]) -> None:
        """Who `les deux hommes` and `une nouvelle rencontre` may mean next."""
        standing = self.arguments.phrases.standing
        for telling in found[-1:]:
            if telling.record.kind != "visit":
                standing.recent = self._people(telling.record)
            if telling.record.kind == "call":
                standing.recent_calls = standing.recent

    def _people(self, record: MeetingRecord) -> Group:
        mentions = self.draft.mentions
        spans = ((one, mentions[index].span) for one in record.participants if (index := first_index(one)) is not None)
        return [Reference(one.entity, span, one.mention, one.role) for one, span in spans]

    def _tellings(self, trigger: Trigger, sentence: Span) -> Iterator[Telling]:
        assertion = self._assertion(trigger, sentence)
        if not assertion.status or self._is_none(trigger, sentence):
            return
        if trigger.kind == "visit":
            for journey in self.visits.of(trigger, sentence):
                yield self._visit(trigger, sentence, assertion, journey.travellers[0], journey.place)
            return
        gathering = self.bodies.of(trigger, sentence)
        if gathering:
            telling = self._meeting(trigger, sentence, assertion, gathering)
            yield replace(telling, record=replace(telling.record, kind="multilateral"))
            return
        groups = [] if self.agenda.is_planned(sentence) else self.arguments.of(trigger, sentence)
        for group in groups:
            yield self._meeting(trigger, sentence, assertion, group)
        if not groups and not trigger.is_verb:
            yield from self._listed(trigger, sentence, assertion)

    def _is_none(self, trigger: Trigger, sentence: Span) -> bool:
        """A question, or a word that names something else here: `conférence de presse`."""
        asked = self.text[sentence.start : sentence.end].rstrip(' \n\r\t»”"\u00a0').endswith("?")
        return asked or NO_MEETING.match(self.text, trigger.span.end) is not None

    def _listed(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> Iterator[Telling]:
        """Entries of an agenda, and what stands under `entretiens avec :`."""
        if self.agenda.is_planned(sentence):
            partners = self.arguments.partners(trigger, sentence)
            if partners:
                planned = Assertion("planned") if assertion.status == "held" else assertion
                yield self._meeting(trigger, sentence, planned, distinct([*self.agenda.owner, *partners]))
            return
        for party, _ in self.agenda.listed(trigger):
            holder = self.arguments.holder(trigger, sentence)
            if holder:
                yield self._meeting(trigger, sentence, assertion, distinct([*holder, *party]))

    def _assertion(self, trigger: Trigger, sentence: Span) -> Assertion:
        clause = CIVIL.sub(r"\1 ", self.text[sentence.start : trigger.span.start])
        clause = re.split(r"[;:,]\s|\bmais\b", clause)[-1] if not trigger.is_verb else clause
        behind = CIVIL.sub(r"\1 ", self.text[trigger.span.end : sentence.end].partition("\n")[0])
        if trigger.frame == "expected" or trigger.lemma in {"partir", "envoler"}:
            return Assertion("planned")
        if trigger.is_verb:
            words = self.text[trigger.start : trigger.span.end]
            return of_verb(
                clause,
                words,
                behind,
                future=trigger.future,
                conditional=trigger.conditional,
                infinitive=trigger.infinitive,
            )
        return of_noun(clause, behind)

    def _visit(
        self, trigger: Trigger, sentence: Span, assertion: Assertion, who: Reference, place: MentionRecord
    ) -> Telling:
        day = self.fields.date(trigger, sentence)
        if day is not None and not self._nearest_to(trigger, day.span, sentence):
            day = None
        carried = day is None and not DAYS.search(self.text, sentence.start, sentence.end)
        if carried and trigger.lemma in {"visite", "déplacement", "voyage"} and self._carries(assertion, sentence):
            day = self.fields.told_before(sentence, {"DATE"})
        record = MeetingRecord(
            participants=(self._participant(who),),
            kind="visit",
            status=assertion.status,
            date=day.value if day else "",
            place=place.entity,
            evidence=self._evidence(sentence, [who], day, place),
            confidence=BY_JOURNEY,
        )
        before = self.text[max(0, trigger.span.start - 40) : trigger.span.start]
        passing = trigger.is_verb or IN_PASSING.search(before) is not None
        return Telling(record, assertion.earlier, passing=passing, carried=carried and day is not None)

    def _meeting(self, trigger: Trigger, sentence: Span, assertion: Assertion, group: Group) -> Telling:
        kind = self.fields.kind(trigger, sentence, self._sides(trigger, group))
        day, carried = self._day(trigger, sentence, assertion)
        place = None if kind in {"call", "video"} else self._place(trigger, sentence, assertion)
        lasting = self._lasting(trigger, sentence) if assertion.status == "held" else None
        record = MeetingRecord(
            participants=tuple(self._participant(one) for one in group),
            kind=kind,
            status=assertion.status,
            date=day.value if day else "",
            place=place.entity if place else None,
            duration=lasting[0] if lasting else None,
            evidence=(
                *self._evidence(sentence, group, day, place),
                *((EvidenceRecord("duration", lasting[1]),) if lasting else ()),
            ),
            confidence=BY_VERB if trigger.is_verb else BY_NOUN,
        )
        return Telling(record, assertion.earlier, carried=carried and day is not None)

    def _sides(self, trigger: Trigger, group: Group) -> int:
        """How many parties met: those of one country are one, as far as it is known of all."""
        if trigger.lemma == "convoquer":
            return 2
        countries = {self._country(one) for one in group}
        return len(group) if "" in countries else max(2, len(countries))

    def _country(self, one: Reference) -> str:
        if one.entity >= len(self.draft.entities):
            return str(one.entity)
        entity = self.draft.entities[one.entity]
        office = self.draft.mentions[one.role].country if one.role is not None else ""
        return entity.country or next((post.country for post in entity.posts if post.country), "") or office

    def _day(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> tuple[MentionRecord | None, bool]:
        """The day of a meeting, and whether it is carried over from what was told before."""
        if assertion.status == "denied":
            return None, False
        if self.agenda.is_planned(sentence):
            heading = self.agenda.day(sentence)
            return (None if heading is None else self.draft.mentions[heading]), False
        if DAYS.search(self.text, trigger.span.end, min(sentence.end, trigger.span.end + 30)):
            return None, False
        later = self.fields.date_behind(trigger, sentence) if self._plans_apart(trigger, assertion) else None
        day = later or self.fields.date(trigger, sentence)
        if day is None and self._carries(assertion, sentence):
            return self.fields.told_before(sentence, {"DATE"}), True
        return day, False

    def _plans_apart(self, trigger: Trigger, assertion: Assertion) -> bool:
        """The day before the word is that of the calling off or of the telling, not of the meeting."""
        if assertion.status == "cancelled" and not trigger.is_verb:
            return True
        return trigger.is_verb and self.text[trigger.start : trigger.span.start].lower().startswith("avoir ")

    def _place(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> MentionRecord | None:
        if assertion.status == "denied":
            return None
        place = self.fields.where(trigger, sentence) or self.fields.place(trigger, sentence)
        if place is not None and place.label == "LOC" and self._carries(assertion, sentence):
            around = self.fields.told_before(sentence, {"GPE"})
            return (
                around
                if around is not None and around.entity is not None and not is_wide(around.entity, self.draft)
                else place
            )
        if place is None and self._carries(assertion, sentence):
            return self.fields.told_before(sentence, {"GPE"})
        return place

    def _carries(self, assertion: Assertion, sentence: Span) -> bool:
        """Whether what was told before still holds: not for an earlier event, unless it is of the same day."""
        if assertion.status != "held":
            return False
        return not assertion.earlier or SAME_DAY.search(self.text, sentence.start, sentence.end) is not None

    def _lasting(self, trigger: Trigger, sentence: Span) -> tuple[int, Span] | None:
        lasting = self.fields.duration(sentence)
        return lasting if lasting is not None and self._nearest_to(trigger, lasting[1], sentence) else None

    def _nearest_to(self, trigger: Trigger, words: Span, sentence: Span) -> bool:
        """Whether no other word of meeting in the sentence stands nearer to a day or a length of time."""
        gaps = {other.span: gap(other.span, words) for other in self._rivals(trigger, sentence)}
        return gap(trigger.span, words) <= min(gaps.values(), default=len(self.text))

    def _rivals(self, trigger: Trigger, sentence: Span) -> Iterator[Trigger]:
        """The words of other events: those of one journey do not compete."""
        for other in self.triggers:
            if other.frame in {"stay", "leave", "reach", "attend", "spend"} and other != trigger:
                continue
            if other.span.within(sentence) and not (trigger.kind == other.kind == "visit"):
                yield other

    @staticmethod
    def _participant(one: Reference) -> ParticipantRecord:
        return ParticipantRecord(one.entity, one.mention, one.role)

    def _evidence(
        self, sentence: Span, group: Group, day: MentionRecord | None, place: MentionRecord | None
    ) -> tuple[EvidenceRecord, ...]:
        return (
            EvidenceRecord("sentence", self._trimmed(sentence)),
            *(EvidenceRecord("participant", one.span) for one in group),
            *((EvidenceRecord("date", day.span),) if day else ()),
            *((EvidenceRecord("place", place.span),) if place else ()),
        )

    def _lengthen(self, tellings: list[Telling], sentence: Span) -> None:
        """`L'entretien a duré deux heures`: the length of the meeting told last."""
        lasting = self.fields.duration(sentence)
        last = tellings[-1]
        if (
            lasting is None
            or last.record.duration is not None
            or not LASTED.search(self.text, sentence.start, sentence.end)
        ):
            return
        evidence = (*self._evidence(sentence, [], None, None), EvidenceRecord("duration", lasting[1]))
        tellings[-1] = Telling(with_duration(last.record, lasting[0], evidence), last.earlier)

    def _widen(self, tellings: list[Telling], trigger: Trigger, sentence: Span) -> None:
        """`L'audience s'est déroulée en présence de X`: who else was at the meeting told last."""
        last = tellings[-1]
        named = {one.entity for one in last.record.participants}
        present = [one for one in self.arguments.present(sentence) if one.entity not in named]
        definite = re.search(
            r"\b(?:[Ll]a|[Ll]e|[Ll]['’′]|[Cc]et|[Cc]ette|[Cc]e)[\s\u00a0]*$", self.text[: trigger.span.start][-8:]
        )
        if not present or not definite or last.record.kind == "visit":
            return
        people = (*last.record.participants, *(self._participant(one) for one in present))
        evidence = (*last.record.evidence, *self._evidence(sentence, present, None, None))
        tellings[-1] = replace(last, record=replace(last.record, participants=people, evidence=evidence))

    def _call_off(self, tellings: list[Telling], trigger: Trigger, sentence: Span) -> None:
        """`Rendez-vous annulé`: what was planned a sentence before is off."""
        last = tellings[-1]
        if (trigger.kind == "visit") != (last.record.kind == "visit") or self.agenda.owner:
            return
        assertion = self._assertion(trigger, sentence)
        if last.record.status == "planned" and assertion == Assertion("cancelled"):
            proof = EvidenceRecord("status", self._trimmed(sentence))
            record = replace(last.record, status="cancelled", evidence=(*last.record.evidence, proof))
            tellings[-1] = Telling(record, last.earlier)

    def _trimmed(self, sentence: Span) -> Span:
        words = self.text[sentence.start : sentence.end]
        return Span(sentence.start + len(words) - len(words.lstrip()), sentence.start + len(words.rstrip()))


def first_index(participant: ParticipantRecord) -> int | None:
    """The mention that names a participant, else the office that does."""
    return participant.mention if participant.mention is not None else participant.role
