"""Journeys somebody was invited to and accepted to make: `a invité X à se rendre à Y. X a accepté l'invitation.`"""

import re

from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

#: Whom somebody invites, up to the word of the journey.
INVITED = re.compile(
    r"\b(?:invit|convi)(?:é|e|ait|era|er)\s(?P<whom>(?:[^;:.]|\bMM?\.|\bS\.E\.){3,90}?)\s(?:à|pour)\s(?:y\s)?"
    r"(?:(?:effectuer|faire|entreprendre|accomplir)\s(?:[^\s,;:.]+\s){0,4}|(?:une?|sa)\s(?:\w+\s)?)?(?:se\s|s['’′])?$"
)
#: The same where he is the subject: `a été invité à se rendre`, `a reçu une invitation à`.
WAS_INVITED = re.compile(r"\b(?:été|est|était)\sinvitée?s?\s[^;:.]{0,40}$|\binvitation\s(?:à|pour)\s[^;:.]{0,30}$")
ACCEPTED = re.compile(
    r"\baccept\w+\s(?:avec\s\w+\s)?(?:cette|l['’′]|son|leur|sa|l['’′]aimable)\s?(?:\w+\s)?invitation\b|"
    r"\binvitation\b,?\s(?:[^\s,;:.]+\s){0,6}?(?:acceptée?|accept\w+\savec)\b|"
    r"\b(?:l['’′]a|l['’′]ont|a|ont|avait)\s(?:\w+ment\s)?(?:acceptée?\b|"
    r"répondu\s(?:favorablement|positivement|par l['’′]affirmative)|donné\sson\saccord)(?!\s(?:de|d['’′]|que))"
)
#: How far behind the journey it is told that he will come.
REACH = 240


def is_invitation(text: str, trigger: Trigger, sentence: Span) -> bool:
    """Whether a journey is told as what somebody is invited to."""
    patterns = (INVITED, WAS_INVITED) if trigger.kind == "visit" else ()
    return any(pattern.search(text, sentence.start, trigger.span.start) for pattern in patterns)


def is_accepted(text: str, trigger: Trigger, end: int) -> bool:
    """Whether it is told up to there that the invitation was accepted."""
    return ACCEPTED.search(text, trigger.span.end, min(end, trigger.span.end + REACH)) is not None


def invitee(text: str, trigger: Trigger, sentence: Span, left: list[Listing]) -> Listing | None:
    """Whom the invitation is made to."""
    invited = INVITED.search(text, sentence.start, trigger.span.start)
    inside = [each for each in left if invited and each.span.overlaps(Span(*invited.span("whom")))]
    return inside[0] if inside else None
