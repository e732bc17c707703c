"""Participles that share the auxiliary of the verb before: `X a visité une école, rencontré Y et dîné avec Z`."""

import re
from typing import TYPE_CHECKING

from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.triggers import Trigger

#: What joins the participle to the verb before.
JOINED = re.compile(r"(?:,|\s(?:et|puis))\s(?:\w+ment\s|ensuite\s|aussi\s|également\s|enfin\s|y\s)?$")
#: The verb before, in the active; nothing but its complements behind it.
ACTIVE = re.compile(
    r"\b(?:a|ont|avait|avaient|aura|auront|ayant|avoir|aurait|auraient)\s(?:[\w'’′-]+\s){0,3}?"
    r"(?!été\b)[a-zà-ÿ]+(?:é|i|u|it|is|ert|eint)\b(?P<behind>[^;:.«»]*)$"
)
#: Another auxiliary or a relative begins another clause.
OTHER_CLAUSE = re.compile(
    r"\b(?:est|sont|était|étaient|sera|seront|fut|furent|a|ont|avait|avaient|qui|que|dont|où|lequel|laquelle)\b"
)


def shares_auxiliary(text: str, trigger: "Trigger", sentence: Span) -> bool:
    """Whether a bare participle, which agrees with nobody, goes on with the verb before it."""
    if (
        not trigger.is_bare
        or text[trigger.span.end - 1] in "es"
        or not JOINED.search(text, sentence.start, trigger.start)
    ):
        return False
    active = ACTIVE.search(text, sentence.start, trigger.start)
    return active is not None and OTHER_CLAUSE.search(active["behind"]) is None
