"""Meetings, statements and articles as Atom feeds (RFC 4287)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from articles.exporters.calendars import description
from articles.exporters.meetings import evidence_url, meeting_url
from articles.exporters.provenance import in_words
from articles.exporters.rows import About, decider
from articles.models import Article, Statement
from articles.queries.meetings import MeetingCard
from articles.queries.quotes import Quoted

#: Characters that XML 1.0 cannot hold.
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """`sources` are the names and addresses of the articles it comes from; `terms` its categories."""

    address: str
    title: str
    changed: datetime
    summary: str
    sources: tuple[tuple[str, str], ...] = ()
    terms: tuple[str, ...] = ()

    def lines(self) -> str:
        sources = "".join(
            f'<link rel="via" type="text/html" title={attribute(name)} href={attribute(address)}/>\n'
            for name, address in self.sources
        )
        return (
            f"<entry>\n<id>{text(self.address)}</id>\n<title>{text(self.title)}</title>\n"
            f"<updated>{moment(self.changed)}</updated>\n"
            f'<link rel="alternate" type="text/html" href={attribute(self.address)}/>\n{sources}'
            + "".join(f"<category term={attribute(term)}/>\n" for term in self.terms)
            + f'<summary type="text">{text(self.summary)}</summary>\n</entry>\n'
        )


def as_atom(cards: Iterable[MeetingCard], about: About) -> Iterator[str]:
    """Entries say in a category whether a person or the machine decided."""
    return feed((meeting_entry(card, about) for card in cards), about)


def statements_as_atom(found: Iterable[Quoted[Statement]], about: About) -> Iterator[str]:
    return feed((statement_entry(quoted, about) for quoted in found), about)


def articles_as_atom(articles: Iterable[Article], about: About) -> Iterator[str]:
    return feed((article_entry(article, about) for article in articles), about)


def feed(entries: Iterable[Entry], about: About) -> Iterator[str]:
    """The feed of a list has the list's address, with `export.atom` behind its path."""
    own = re.sub(r"/(?=\?|$)", "/export.atom", about.address, count=1)
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(get_language() or "fr")}>\n'
        f"<id>{text(own)}</id>\n<title>{text(about.title)}</title>\n<updated>{moment(timezone.now())}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href={attribute(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={attribute(about.address)}/>\n'
        "<author><name>newsdesk</name></author>\n"
    )
    for entry in entries:
        yield entry.lines()
    yield "</feed>\n"


def meeting_entry(card: MeetingCard, about: About) -> Entry:
    meeting = card.meeting
    title = " — ".join(participant.actor.name for participant in card.participants)
    told = " · ".join(part for part in (meeting.date_value, meeting.place.name if meeting.place else "") if part)
    return Entry(
        address=meeting_url(card, about),
        title=f"{title} ({told})" if told else title,
        changed=changed(card),
        summary=description(card, about),
        sources=tuple((report.article.source.name, evidence_url(report, about)) for report in card.reports),
        terms=(meeting.kind, meeting.meeting_status, f"decided-by-{decider(is_decided=card.is_decided)}"),
    )


def changed(card: MeetingCard) -> datetime:
    """When the last report came in or was decided on."""
    times = [time for report in card.reports for time in (report.decided_at, report.article.imported_at) if time]
    return max(times, default=timezone.now())


def statement_entry(quoted: Quoted[Statement], about: About) -> Entry:
    statement = quoted.statement
    article, speaker = statement.article, statement.speaker.name if statement.speaker else "—"
    page = about.site + reverse("article-detail", args=[article.pk])
    return Entry(
        address=f"{page}?statement={statement.pk}#s-{statement.pk}",
        title=f"{speaker} ({article.published_on.isoformat()})",
        changed=max(time for time in (statement.decided_at, article.imported_at) if time),
        summary=f"« {quoted.words} »\n{article.source.name}, {article.title}\n{in_words(statement)}",
        sources=((article.source.name, page),),
        terms=("direct" if statement.direct else "indirect", f"decided-by-{decider(is_decided=statement.is_decided)}"),
    )


def article_entry(article: Article, about: About) -> Entry:
    page = about.site + reverse("article-detail", args=[article.pk])
    return Entry(
        address=page,
        title=article.title,
        changed=article.imported_at,
        summary=f"{article.source.name}, {article.published_on.isoformat()}",
        terms=(article.source.slug,),
    )


def moment(value: datetime) -> str:
    return value.isoformat(timespec="seconds")


def text(value: str) -> str:
    return escape(ILLEGAL.sub("", value))


def attribute(value: str) -> str:
    return quoteattr(ILLEGAL.sub("", value))
