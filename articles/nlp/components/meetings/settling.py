"""What the day of a meeting says of its status, and the status of its day."""

import re
from datetime import date, timedelta

from articles.nlp.components.assertion.status import Assertion
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import MentionRecord

LONG_AGO = timedelta(days=14)
#: A noun told as what went before: `au lendemain de discussions`.
BYGONE = re.compile(r"\b(?:après|lendemain|issue|terme|lors|depuis|suite)\b[^,;:.]{0,20}$", re.I)
#: A plan that still holds.
NOW = re.compile(r"\b(?:doi(?:t|vent)|va|vont|compten?t?|prévoi(?:t|ent))\b")
TONIGHT = re.compile(r"ce soir|cet après-midi|cette nuit")
#: The day is that of another clause.
OTHER = re.compile(r"\b(?:où|qui|dont|avant|pour)\b")


def settled(
    text: str, today: date, trigger: Trigger, assertion: Assertion, day: MentionRecord | None
) -> tuple[str, MentionRecord | None]:
    """What is told in the present of a day to come is planned: `s'ouvre mercredi`; the past has no such day."""
    ahead = day is not None and day.value[:10] > today.isoformat()[: len(day.value)]
    if day is not None and assertion.status == "planned" and (trigger.future or _is_now(text, trigger)):
        if trigger.future and _ended(day) < (today - LONG_AGO).isoformat()[: len(_ended(day))]:
            return "held", day  # the future of a chronicle
        if _ended(day) < today.isoformat()[: len(_ended(day))] and OTHER.search(text, day.span.end, trigger.start):
            return "planned", None  # `est arrivé mardi à Y, où il doit voir Z`
    ahead = ahead or (day is not None and _is_tonight(text, trigger, day))
    if not ahead or assertion.status != "held":
        return assertion.status, day
    before = text[max(0, trigger.start - 30) : trigger.start]
    past = assertion.earlier or (trigger.participle if trigger.is_verb else BYGONE.search(before) is not None)
    return ("held", None) if past else ("planned", day)


def _is_tonight(text: str, trigger: Trigger, day: MentionRecord) -> bool:
    """`dîne ce soir avec X`: told in the present before it is evening."""
    present = trigger.is_verb and not (trigger.participle or trigger.infinitive)
    return present and TONIGHT.fullmatch(text, day.span.start, day.span.end) is not None


def _is_now(text: str, trigger: Trigger) -> bool:
    return NOW.search(text, max(0, trigger.start - 30), trigger.span.end) is not None


def _ended(day: MentionRecord) -> str:
    """The last day of a stretch of time."""
    return day.value.rpartition("/")[2]
