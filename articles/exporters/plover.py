"""Meetings as events of PLOVER, the coding scheme for political events: CONSULT and how, AGREE to meet, or REJECT."""

from dataclasses import dataclass

from articles.enums import MeetingKind, MeetingStatus
from articles.queries.meetings import MeetingCard

EVENTS = {
    MeetingStatus.HELD: "CONSULT",
    MeetingStatus.PLANNED: "AGREE",
    MeetingStatus.CANCELLED: "REJECT",
    MeetingStatus.DENIED: "REJECT",
}
MODES = {
    MeetingKind.CALL: "phone",
    MeetingKind.VIDEO: "phone",
    MeetingKind.MULTILATERAL: "multilateral",
    MeetingKind.VISIT: "visit",
}
#: From so many countries on, people who meet in person do so multilaterally.
SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Event:
    """`mode` says how they consult, or would; empty where the sources do not tell."""

    type: str
    mode: str


def event_of(card: MeetingCard) -> Event:
    meeting = card.meeting
    return Event(EVENTS[MeetingStatus(meeting.meeting_status)], mode_of(card))


def mode_of(card: MeetingCard) -> str:
    """In person it is a visit where one is at home, and on neutral ground `third-party`."""
    meeting = card.meeting
    if mode := MODES.get(MeetingKind(meeting.kind)):
        return mode
    homes = {participant.actor.country for participant in card.participants} - {""}
    if len(homes) >= SEVERAL:
        return "multilateral"
    ground = meeting.place.country if meeting.place else ""
    if not ground or not homes:
        return ""
    return "visit" if ground in homes else "third-party"
