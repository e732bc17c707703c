"""A further meeting of those who met before: `une nouvelle rencontre`, `Un dîner prévu mardi a été annulé`."""

import re

from articles.nlp.components.meetings.triggers import Trigger

NEW = re.compile(
    r"\b(?:aucune?|précédente?s?|nouve(?:lle|l|au)x?|prochaine?|autre|second|deuxième)\s(?:\w+\s){0,2}$", re.I
)
#: One that was to come, behind the noun.
PLANNED = re.compile(r"\s(?:\w+\s)?(?:initialement\s)?(?:prévu|programmé|envisagé|annoncé|planifié)e?\b")


def is_planned_one(text: str, trigger: Trigger, before: str) -> bool:
    """`Une rencontre prévue à Rome a été annulée`: one of those told of before."""
    return before.strip() in {"Un", "Une"} and PLANNED.match(text, trigger.span.end) is not None
