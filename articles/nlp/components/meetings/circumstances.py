"""The day, place, length and number of sides of a meeting: from its own sentence, else from what was told before."""

import re
from collections.abc import Iterator, Sequence

from articles.nlp.components.assertion.status import Assertion
from articles.nlp.components.meetings.agenda import Agenda
from articles.nlp.components.meetings.clauses import Group
from articles.nlp.components.meetings.fields import Fields, gap
from articles.nlp.components.meetings.merging import is_wide
from articles.nlp.components.meetings.patterns import SAME_DAY
from articles.nlp.components.meetings.standing import Standing
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import Draft, MentionRecord, Span

DAYS = re.compile(
    r"\b(?:de|pendant|durant)\s(?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix|plusieurs|quelques)\s(?:jours|semaines)"
)
BY_MEANS = re.compile(r"\b(?:par|en)\s$")
#: `il y a rencontré`: where the telling was.
THERE = re.compile(r"\b[yY]\s")
#: `dans la capitale turque` says which.
OF_WHICH = r"(?!\s(?:d[eu]|des|d['’′]|[a-zà-ÿ]+(?:ne|se|ke|que|ale))\b)"
IN_THE_TOWN = re.compile(rf"\b(?:sur place|(?:dans|de) (?:la|cette) (?:même )?(?:ville|cité|capitale){OF_WHICH})\b")
#: What is planned for the hours after what was told.
LATER_THAT_DAY = re.compile(
    r"\b(?:en (?:fin|début) de (?:journée|matinée|soirée|après-midi)|"
    r"dans (?:l['’′]après-midi|la (?:soirée|journée|matinée|foulée))|"
    r"en soirée|[aà] (?:son|leur) tour|plus tard dans la|le soir même|ensuite)\b",
    re.I,
)
#: Words that tell of nothing that a day or a length of time could belong to instead.
NO_RIVALS = frozenset({"stay", "leave", "reach", "attend", "spend"})


class Circumstances:
    def __init__(self, fields: Fields, agenda: Agenda, standing: Standing, triggers: Sequence[Trigger]) -> None:
        self.fields = fields
        self.agenda = agenda
        self.standing = standing
        self.triggers = triggers
        self.text = fields.text
        self.draft: Draft = fields.draft

    def day(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> tuple[MentionRecord | None, bool]:
        """The day of a meeting, and whether it is carried over from what was told before."""
        if assertion.status == "denied" and not assertion.earlier:
            return self.fields.heading(sentence), False
        if self.agenda.is_planned(sentence) or (
            self.agenda.diary_entry(sentence) is not None and not self.fields.places.days(sentence)
        ):
            heading = self.agenda.day(sentence)
            return (None if heading is None else self.draft.mentions[heading]), False
        if DAYS.search(self.text, trigger.span.end, min(sentence.end, trigger.span.end + 30)):
            return None, False
        later = self.fields.date_behind(trigger, sentence) if self._plans_apart(trigger, assertion) else None
        day = later or self.fields.date(trigger, sentence)
        day = day or self.fields.heading(sentence)
        hour = self.agenda.hour(sentence) if day is None and assertion == Assertion("held") else None
        if hour is not None:
            return MentionRecord(self._trimmed(hour), "DATE", value=self.draft.date.isoformat()), False
        if day is None and self.carries(assertion, sentence):
            return self.fields.narrative.day(sentence), True
        return day, False

    def _trimmed(self, span: Span) -> Span:
        words = self.text[span.start : span.end].rstrip(" \t:–—-\n")
        return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words))

    def _plans_apart(self, trigger: Trigger, assertion: Assertion) -> bool:
        """The day before the word is that of the calling off or of the telling, not of the meeting."""
        if assertion.status == "cancelled" and not trigger.is_verb:
            return True
        return trigger.is_verb and self.text[trigger.start : trigger.span.start].lower().startswith("avoir ")

    def place(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> MentionRecord | None:
        place = self.fields.where(trigger, sentence) or self.fields.place(trigger, sentence)
        place = place or self.agenda.diary_entry(sentence)
        if (place is None or place.label == "LOC" or self._is_wide(place)) and (seat := self._seat(sentence)):
            return seat
        if place is not None and place.label == "LOC" and self.carries(assertion, sentence):
            around = self.fields.narrative.place(sentence)
            return around if around is not None and not self._is_wide(around) else place
        there = THERE.search(self.text, max(sentence.start, trigger.start - 3), trigger.span.start)
        there = there or IN_THE_TOWN.search(self.text, trigger.span.end, sentence.end)
        if place is None and (there or self.carries(assertion, sentence)):
            return self.fields.narrative.place(sentence)
        return place

    def _is_wide(self, place: MentionRecord) -> bool:
        return place.entity is not None and is_wide(place.entity, self.draft)

    def _seat(self, sentence: Span) -> MentionRecord | None:
        found = self.fields.places.seat(sentence)
        city = self.standing.city(found[0]) if found else None
        return MentionRecord(found[1], "GPE", city) if found and city is not None else None

    def carries(self, assertion: Assertion, sentence: Span) -> bool:
        """Whether what was told before still holds: not for an earlier event, unless it is of the same day."""
        if assertion.status == "planned":
            return not assertion.earlier and LATER_THAT_DAY.search(self.text, sentence.start, sentence.end) is not None
        if assertion.status != "held":
            return False
        return not assertion.earlier or SAME_DAY.search(self.text, sentence.start, sentence.end) is not None

    def lasting(self, trigger: Trigger, sentence: Span) -> tuple[int, Span] | None:
        lasting = self.fields.duration(sentence)
        return lasting if lasting is not None and self.nearest_to(trigger, lasting[1], sentence) else None

    def nearest_to(self, trigger: Trigger, words: Span, sentence: Span) -> bool:
        """Whether no other word of meeting in the sentence stands nearer to a day or a length of time."""
        gaps = {other.span: gap(other.span, words) for other in self._rivals(trigger, sentence)}
        return gap(trigger.span, words) <= min(gaps.values(), default=len(self.text))

    def _rivals(self, trigger: Trigger, sentence: Span) -> Iterator[Trigger]:
        """The words of other events: those of one journey do not compete."""
        for other in self.triggers:
            if (other.frame in NO_RIVALS or self._is_means(other)) and other != trigger:
                continue
            if other.span.within(sentence) and not (trigger.kind == other.kind == "visit"):
                yield other

    def _is_means(self, other: Trigger) -> bool:
        """`par visioconférence` says how they met."""
        return BY_MEANS.search(self.text, max(0, other.start - 5), other.start) is not None

    def sides(self, trigger: Trigger, group: Group, beside: int) -> int:
        """How many parties met: those of one country are one, as far as it is known of all.

        `beside` are there in the presence of the others and are no party of their own.
        """
        if trigger.lemma == "convoquer":
            return 2
        countries = {self._country(one) for one in group}
        return len(group) - beside if "" in countries else max(2, len(countries))

    def _country(self, one: Reference) -> str:
        if one.entity >= len(self.draft.entities):
            return str(one.entity)
        entity = self.draft.entities[one.entity]
        office = self.draft.mentions[one.role].country if one.role is not None else ""
        told = next((post.country for post in self.standing.references.posts[one.entity] if post.country), "")
        return entity.country or told or office
