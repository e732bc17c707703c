"""Meetings as an Atom feed (RFC 4287)."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from django.utils import timezone
from django.utils.translation import get_language

from articles.exporters.calendars import description
from articles.exporters.meetings import About, decider, evidence_url, meeting_url
from articles.queries.meetings import MeetingCard

#: Characters that XML 1.0 cannot hold.
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_atom(cards: Iterable[MeetingCard], about: About) -> Iterator[str]:
    """Entries say in a category whether a person or the machine decided."""
    own = about.address.replace("/meetings/", "/meetings/export.atom", 1)
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(get_language() or "fr")}>\n'
        f"<id>{text(own)}</id>\n<title>{text(about.title)}</title>\n<updated>{moment(timezone.now())}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href={attribute(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={attribute(about.address)}/>\n'
        "<author><name>newsdesk</name></author>\n"
    )
    for card in cards:
        yield entry(card, about)
    yield "</feed>\n"


def entry(card: MeetingCard, about: About) -> str:
    address, meeting = meeting_url(card, about), card.meeting
    title = " — ".join(participant.actor.name for participant in card.participants)
    told = " · ".join(part for part in (meeting.date_value, meeting.place.name if meeting.place else "") if part)
    sources = "".join(
        f'<link rel="via" type="text/html" title={attribute(report.article.source.name)}'
        f" href={attribute(evidence_url(report, about))}/>\n"
        for report in card.reports
    )
    terms = (meeting.kind, meeting.meeting_status, f"decided-by-{decider(is_decided=card.is_decided)}")
    return (
        f"<entry>\n<id>{text(address)}</id>\n<title>{text(f'{title} ({told})' if told else title)}</title>\n"
        f"<updated>{moment(changed(card))}</updated>\n"
        f'<link rel="alternate" type="text/html" href={attribute(address)}/>\n{sources}'
        + "".join(f"<category term={attribute(term)}/>\n" for term in terms)
        + f'<summary type="text">{text(description(card, about))}</summary>\n</entry>\n'
    )


def changed(card: MeetingCard) -> datetime:
    """When the last report came in or was decided on."""
    times = [time for report in card.reports for time in (report.decided_at, report.article.imported_at) if time]
    return max(times, default=timezone.now())


def moment(value: datetime) -> str:
    return value.isoformat(timespec="seconds")


def text(value: str) -> str:
    return escape(ILLEGAL.sub("", value))


def attribute(value: str) -> str:
    return quoteattr(ILLEGAL.sub("", value))
