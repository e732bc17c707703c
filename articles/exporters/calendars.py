"""Meetings as a calendar by RFC 5545.

An event needs a day, so meetings without a told date go in as journal entries, which need none.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.enums import MeetingStatus
from articles.exporters.meetings import evidence_url, meeting_url
from articles.exporters.rows import About, decider
from articles.queries.meetings import MeetingCard

LONGEST_LINE = 75
STATES = {
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.PLANNED: "TENTATIVE",
    MeetingStatus.CANCELLED: "CANCELLED",
    MeetingStatus.DENIED: "CANCELLED",
}


def as_ics(cards: Iterable[MeetingCard], about: About) -> Iterator[str]:
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//newsdesk//meetings//FR\r\nCALSCALE:GREGORIAN\r\n"
    yield text_line("X-WR-CALNAME", about.title)
    stamp = moment(timezone.now())
    for card in cards:
        yield entry(card, about, stamp)
    yield "END:VCALENDAR\r\n"


def entry(card: MeetingCard, about: About, stamp: str) -> str:
    meeting = card.meeting
    kind = "VEVENT" if meeting.starts_on else "VJOURNAL"
    lines = [f"BEGIN:{kind}\r\n", line("UID", uid(card, about)), line("DTSTAMP", stamp)]
    if meeting.starts_on and meeting.ends_on:
        lines.append(line("DTSTART;VALUE=DATE", day(meeting.starts_on)))
        if meeting.ends_on < date.max:
            lines.append(line("DTEND;VALUE=DATE", day(meeting.ends_on + timedelta(days=1))))
        lines += [line("STATUS", STATES[MeetingStatus(meeting.meeting_status)]), line("TRANSP", "TRANSPARENT")]
        if meeting.place:
            lines.append(text_line("LOCATION", meeting.place.name))
    lines += [
        text_line("SUMMARY", " — ".join(participant.actor.name for participant in card.participants)),
        text_line("DESCRIPTION", description(card, about)),
        line("URL", meeting_url(card, about)),
        line("CATEGORIES", ",".join(escaped(label) for label in labels(card))),
        f"END:{kind}\r\n",
    ]
    return "".join(lines)


def uid(card: MeetingCard, about: About) -> str:
    """The same whenever and whatever is exported, so that a calendar recognises what it has."""
    return f"meeting-{card.meeting.pk}@{urlsplit(about.site).hostname or 'newsdesk'}"


def labels(card: MeetingCard) -> list[str]:
    return [card.meeting.get_kind_display(), card.meeting.get_meeting_status_display()]


def description(card: MeetingCard, about: About) -> str:
    """Date as told, who says so, who decided, and the words."""
    person = decider(is_decided=card.is_decided) == "person"
    told = [
        _("Date as told: %(date)s") % {"date": card.meeting.date_value or "—"},
        *received(card),
        *([_("Topics: %(topics)s") % {"topics": ", ".join(card.topics)}] if card.topics else []),
        _("Verified by a person") if person else _("Proposed by the machine"),
        ngettext("%(number)d source:", "%(number)d sources:", card.sources) % {"number": card.sources},
        *(f"{report.article.source.name}: {evidence_url(report, about)}" for report in card.reports),
    ]
    return "\n".join([f"« {card.quote.words} »", *told] if card.quote else told)


def received(card: MeetingCard) -> list[str]:
    """Who receives whom, as far as the articles show it."""
    told = ((_("Host: %(names)s"), card.hosts), (_("Visitor: %(names)s"), card.visitors))
    return [line % {"names": ", ".join(one.actor.name for one in people)} for line, people in told if people]


def day(value: date) -> str:
    return f"{value.year:04}{value.month:02}{value.day:02}"


def moment(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def text_line(name: str, value: str) -> str:
    return line(name, escaped(value))


def escaped(value: str) -> str:
    """Text as RFC 5545 writes it, without control characters."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(char for char in plain if char in "\n\t" or (char >= " " and char != "\x7f"))
    for char in "\\;,":
        plain = plain.replace(char, f"\\{char}")
    return plain.replace("\n", "\\n")


def line(name: str, value: str) -> str:
    """A content line, folded so that no line has more than 75 octets and no character is cut."""
    folded, size = [], 0
    for char in f"{name}:{value}":
        width = len(char.encode())
        if size + width > LONGEST_LINE:
            folded.append("\r\n ")
            size = 1
        folded.append(char)
        size += width
    return "".join(folded) + "\r\n"
