"""The day, place, length and number of sides of a meeting: from its own sentence, else from what was told before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace

from articles.nlp.components.assertion.status import Assertion
from articles.nlp.components.meetings.agenda import Agenda
from articles.nlp.components.meetings.before import Before
from articles.nlp.components.meetings.day_words import (
    DAYS_APART,
    LATER_THAT_DAY,
    LONG_AFTER,
    NOW_AHEAD,
    PART_OF_DAY,
    SAME_DAY,
    THE_SAME_DAY,
)
from articles.nlp.components.meetings.entry_days import entry_day, is_entered
from articles.nlp.components.meetings.fields import Fields, gap
from articles.nlp.components.meetings.merging import is_wide
from articles.nlp.components.meetings.offset_days import is_elsewhere, offset_day
from articles.nlp.components.meetings.purposes import Purposes
from articles.nlp.components.meetings.standing import Standing
from articles.nlp.components.meetings.stays import for_so_long, since
from articles.nlp.components.meetings.towns import Towns
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Draft, MentionRecord, Span

DAYS = re.compile(
    r"\b(?:de|pendant|durant)\s(?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix|plusieurs|quelques)\s(?:jours|semaines)"
)
BY_MEANS = re.compile(r"\b(?:par|en)\s$")
#: `il y a rencontré`: where the telling was.
THERE = re.compile(r"\b[yY]\s")
#: `pour y présider une réunion`, `doit gagner Z et y tenir des pourparlers`.
TO_DO_THERE = re.compile(
    r"\b(?:pour|et|afin\sd['’′])\s?y\s(?:\w+ment\s)?[a-zà-ÿ]+(?:er|ir|re)\b(?:(?!\b(?:qui|que|dont|où)\b)[^;:.«»]|\bMM?\.){0,160}$"
)
#: `y aura des entretiens`; not `il y a eu`.
HAD_THERE = re.compile(
    r"(?<![iI]l\s)\by\s(?:aura|auront|(?:a|ont|avai(?:t|ent))\s(?:\w+\s)?(?:eu|tenu|mené)|tien(?:t|dra|dront)|mèn(?:e|era)|"
    r"doi(?:t|vent)\s(?:avoir|tenir|mener))\s(?:[\w'’′]+\s){0,3}$"
)
#: `dans la capitale turque` says which.
OF_WHICH = r"(?!\s(?:d[eu]|des|d['’′]|[a-zà-ÿ]+(?:ne|se|ke|que|ale))\b)"
IN_THE_TOWN = re.compile(
    rf"\b(?:sur place|(?:dans|de) (?:la|cette) (?:même )?(?:ville|cité|capitale){OF_WHICH}|"
    r"dans la même (?:pièce|salle))\b"
)
IN_THE_COUNTRY = re.compile(r"\bdans (?:le|ce) pays\b")
#: Of a call that others tell of, the day is not that of the telling.
REPORTED = re.compile(
    r"\b(?:a|ont)\s(?:indiqué|dit|affirmé|annoncé|déclaré|assuré|raconté)\savoir\b|"
    r", a(?:-t-(?:il|elle|on))?\sfait savoir\b|"
    r"\bselon une source\b"
)
#: So near behind the word of a journey `le matin même` stands.
BESIDE = 40
#: So near behind the word it says when that is to be, whatever other days the sentence tells.
NEAR = 20
#: Several at once have no one day: `marqué par d'autres entretiens`.
SEVERAL = re.compile(r"\b(?:d['’′]autres|plusieurs|(?:de )?nombreux|nombreuses|divers|diverses|différente?s)\s$", re.I)
#: `se sont parlé trois fois`.
SO_OFTEN = re.compile(
    r"\s(?:[^\s,;:.]+\s){0,3}?(?:à\s)?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\w+ze|plusieurs|maintes|nombreuses)\s(?:fois|reprises)\b"
)
MANY = re.compile(r"\b(?:[dl]es|ses)\s$")
#: Words that tell of nothing that a day or a length of time could belong to instead.
NO_RIVALS = frozenset({"stay", "leave", "reach", "attend", "spend", "sojourn"})
#: What was found, and whether it is carried over from what was told before.
Carried = tuple[MentionRecord | None, bool]


class Circumstances:
    def __init__(self, fields: Fields, agenda: Agenda, standing: Standing, triggers: Sequence[Trigger]) -> None:
        self.fields = fields
        self.purposes = Purposes(fields)
        self.agenda = agenda
        self.standing = standing
        self.triggers = triggers
        self.text = fields.text
        self.draft: Draft = fields.draft
        self.towns = Towns(fields.places, standing)
        self.before = Before(fields, standing.references.sentences)

    def day(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> Carried:
        """The day of a meeting, and whether it is carried over from what was told before."""
        if assertion.status == "denied" and not assertion.earlier:
            return self.fields.heading(sentence) or self.fields.day_of_clause(trigger, sentence), False
        if self.agenda.is_planned(sentence) or (
            self.agenda.diary_entry(sentence) is not None and not self.fields.places.days(sentence)
        ):
            heading = self.agenda.day(sentence)
            return (None if heading is None else self.draft.mentions[heading]), False
        if not trigger.is_verb and LONG_AFTER.search(self.text, sentence.start, trigger.start):
            return self.fields.date_beside(trigger, sentence) or offset_day(self.fields, trigger, sentence), False
        if DAYS.search(self.text, trigger.span.end, min(sentence.end, trigger.span.end + 30)):
            return None, False
        day = (
            offset_day(self.fields, trigger, sentence)
            or self._later(trigger, sentence, assertion)
            or self.purposes.day(trigger, sentence)
            or self.fields.date(trigger, sentence, held=assertion.status == "held")
        )
        day = day or self.fields.heading(sentence)
        hour = self.agenda.hour(sentence) if day is None and assertion == Assertion("held") else None
        if hour is not None:
            return MentionRecord(self._trimmed(hour), "DATE", value=self.draft.date.isoformat()), False
        return (day, False) if day is not None else (self._carried_day(trigger, sentence, assertion), True)

    def _later(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> MentionRecord | None:
        """A day told behind another that is not that of the meeting, or no longer."""
        if moved := self._moved(trigger, sentence, assertion):
            return moved
        return self.fields.date_behind(trigger, sentence) if self._plans_apart(trigger, assertion) else None

    def _moved(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> MentionRecord | None:
        """The day to which it was put off, or on which it came about in the end."""
        if assertion.status == "planned":
            return self.fields.rescheduled(sentence)
        if assertion.status != "held":
            return None
        return self.fields.came_about(trigger, sentence) or self.fields.from_to(trigger, sentence)

    def _carried_day(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> MentionRecord | None:
        if SEVERAL.search(self.text, max(sentence.start, trigger.start - 25), trigger.start) or self._at_home(trigger):
            return None
        if SO_OFTEN.match(self.text, trigger.span.end):
            return None
        if trigger.kind == "call" and REPORTED.search(self.text, *astuple(sentence)):
            return None
        same = THE_SAME_DAY.search(self.text, sentence.start, sentence.end)
        if same is not None and (day := self.before.same_day(same.start(), sentence)) is not None:
            return day
        if DAYS_APART.search(self.text, sentence.start, trigger.start):
            return None
        if self.before.is_then(trigger):
            return self.before.day(sentence)
        today = self.part_of_today(trigger, sentence, assertion)
        holds = self.carries(assertion, sentence) or (assertion.status == "cancelled" and today is not None)
        day = self.fields.narrative.day(sentence) if holds else None
        past = day is not None and day.value < self.draft.date.isoformat()
        ahead = assertion.status == "planned" and (today is not None or self._is_ahead(trigger))
        return today if past and ahead else day or today

    def _is_ahead(self, trigger: Trigger) -> bool:
        """`doit voir`, `verra`: not on a day that lies behind."""
        return trigger.future or NOW_AHEAD.match(self.text, trigger.start) is not None

    def _at_home(self, trigger: Trigger) -> bool:
        """`les audiences qu'il a accordées`: on some days, and not where the journey told before led him."""
        before = self.text[max(0, trigger.start - 5) : trigger.start]
        return trigger.lemma == "audience" and MANY.search(before) is not None

    def part_of_today(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> MentionRecord | None:
        """`dans la matinée`, where no day was told: that of the article."""
        words = PART_OF_DAY.search(self.text, sentence.start, sentence.end)
        if words is None or assertion.status == "denied":
            return None
        beside = 0 <= words.start() - trigger.span.end <= NEAR
        if self.fields.places.days(sentence) and not beside:
            return None
        return MentionRecord(Span(*words.span()), "DATE", value=self.draft.date.isoformat())

    def day_there(self, place: MentionRecord, assertion: Assertion, *, borrowed: bool) -> MentionRecord | None:
        """The day told with the place that the meeting takes from elsewhere: `attendu lundi à Rome. Il y verra X`.

        For a place of its own, the one day told elsewhere beside that city.
        """
        if not borrowed:
            return self.fields.narrative.day_at(place) if assertion.status == "held" else None
        day = self.fields.narrative.day_with(place)
        ahead = day is not None and day.value[:10] > self.draft.date.isoformat()
        return day if ahead == (assertion.status == "planned") else None

    def journey_day(
        self, trigger: Trigger, sentence: Span, assertion: Assertion, place: MentionRecord | None
    ) -> Carried:
        """The same for a journey, which takes a day from before only where its words or the hour ask for it."""
        if place is not None and is_entered(self.agenda, sentence, place):
            return entry_day(self.agenda, self.fields, trigger, sentence, place), False
        if assertion.status == "held" and (stay := since(self.fields.places, trigger, sentence)) is not None:
            return stay, False
        leg = self._moved(trigger, sentence, assertion) or offset_day(self.fields, trigger, sentence)
        if leg is None and place is not None:
            leg = self.fields.leg_day(place, sentence)
        day = leg or self.fields.date(trigger, sentence, held=assertion.status == "held")
        if day is not None and leg is None and not self.nearest_to(trigger, day.span, sentence):
            day = None
        day = day or self.fields.heading(sentence)
        day = for_so_long(self.text, trigger, sentence, day) if day is not None else None
        beside = THE_SAME_DAY.search(self.text, trigger.span.end, min(sentence.end, trigger.span.end + BESIDE))
        if day is not None or (DAYS.search(self.text, sentence.start, sentence.end) and beside is None):
            return day, False
        if self.carries(assertion, sentence) and (beside or trigger.lemma in {"visite", "déplacement", "voyage"}):
            day = self.fields.narrative.day(sentence)
        return day or self.part_of_today(trigger, sentence, assertion), True

    def _trimmed(self, span: Span) -> Span:
        words = self.text[span.start : span.end].rstrip(" \t:–—-\n")
        return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words))

    def _plans_apart(self, trigger: Trigger, assertion: Assertion) -> bool:
        """The day before the word is that of the calling off or of the telling, not of the meeting."""
        if assertion.status == "cancelled" and not trigger.is_verb:
            return True
        return trigger.is_verb and self.text[trigger.start : trigger.span.start].lower().startswith("avoir ")

    def place(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> Carried:
        """The place of a meeting, and whether it is carried over."""
        own = self._own_place(trigger, sentence)
        if is_elsewhere(self.text, trigger, sentence, own):
            return None, False
        if own is not None and own.label != "LOC":
            return own, False
        around = self._around(trigger, sentence, assertion)
        if own is not None and (around is None or self._is_wide(around)):
            return self.towns.of_building(own), False
        return around, around is not None

    def _own_place(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        if (goal := self.purposes.place(trigger, sentence)) is not None:
            return goal
        place = self.fields.where(trigger, sentence) or self.fields.place(trigger, sentence)
        place = place or self.agenda.diary_entry(sentence) or self.purposes.left_behind(trigger, sentence)
        if place is None or place.label == "LOC" or self._is_wide(place):
            place = self.fields.seat(trigger, sentence) or self.agenda.diary_entry(sentence) or place
        return self.towns.named(self.towns.within(place))

    def _around(self, trigger: Trigger, sentence: Span, assertion: Assertion) -> MentionRecord | None:
        """Where the story stands, if the meeting was there; who is summoned goes to the ministry."""
        if trigger.lemma == "convoquer":
            return None
        there = THERE.search(self.text, max(sentence.start, trigger.start - 3), trigger.span.start)
        if not trigger.is_verb:
            there = TO_DO_THERE.search(self.text, sentence.start, trigger.start)
            there = there or HAD_THERE.search(self.text, sentence.start, trigger.start)
        if there is not None and (here := self.fields.places.goals(Span(sentence.start, there.start()))):
            return here[-1]
        if IN_THE_COUNTRY.search(self.text, trigger.span.end, sentence.end):
            return self._country_around(sentence)
        there = there or IN_THE_TOWN.search(self.text, trigger.span.end, sentence.end)
        if there or (self.carries(assertion, sentence) and not self._at_home(trigger)):
            return (self.before.goal(sentence) if there else None) or self.towns.named(
                self.fields.narrative.place(sentence)
            )
        if self.before.is_then(trigger):
            return self.towns.named(self.before.scene(sentence))
        ahead = assertion.status in {"planned", "cancelled"} and not assertion.earlier
        return self.towns.named(self.fields.stage(sentence)) if ahead else None

    def _country_around(self, sentence: Span) -> MentionRecord | None:
        """`lors de sa visite dans le pays`."""
        place = self.fields.narrative.place(sentence)
        if place is None or place.entity is None or self._is_wide(place):
            return place
        state = self.standing.state(self.draft.entities[place.entity].country)
        return None if state is None else replace(place, entity=state)

    def _is_wide(self, place: MentionRecord) -> bool:
        return place.entity is not None and is_wide(place.entity, self.draft)

    def carries(self, assertion: Assertion, sentence: Span) -> bool:
        """Whether what was told before still holds: not for an earlier event, unless it is of the same day.

        Under a dated heading it always does.
        """
        heading = self.fields.heading(sentence)
        if heading is not None and heading.value[:10] < self.draft.date.isoformat() and not assertion.earlier:
            return True
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
