"""The day of a journey that an entry of an agenda or of a list of what is to come tells of."""

from articles.nlp.components.meetings.agenda import Agenda
from articles.nlp.components.meetings.day_words import THE_SAME_DAY
from articles.nlp.components.meetings.fields import Fields
from articles.nlp.components.meetings.stays import TOURS, under
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import MentionRecord, Span


def is_entered(agenda: Agenda, sentence: Span, place: MentionRecord) -> bool:
    """Whether the day above the entry may be that of the journey to a place."""
    same = agenda.is_diary and THE_SAME_DAY.search(agenda.text, sentence.start, sentence.end)
    return bool(same) or agenda.lists(sentence) or agenda.entry_around(sentence) == place


def entry_day(
    agenda: Agenda, fields: Fields, trigger: Trigger, sentence: Span, place: MentionRecord
) -> MentionRecord | None:
    """The day above the entry, to which a stay may add; a further stage has a day only where one is told."""
    heading = agenda.day(sentence)
    entry = agenda.diary_entry(sentence)
    if entry is not None and trigger.frame == "lead":
        return fields.leg_day(place, sentence)
    day = None if heading is None else fields.draft.mentions[heading]
    if day is None or (trigger.lemma in TOURS and place == entry):
        return day
    return under(day, fields.places, trigger, sentence)
