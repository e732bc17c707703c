"""New things as the page shows them: a meeting known before says what is told of it otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import connection

from articles.date_values import value_of
from articles.enums import EvidenceField
from articles.models import Article, FormerMeeting, IndexedMeeting, Meeting, Place, Statement
from articles.queries.articles import ArticleRow, article_rows, listed
from articles.queries.meeting_page import cards
from articles.queries.meetings import MeetingCard
from articles.queries.news import ARTICLE, MEETING, STATEMENT, Hit
from articles.queries.quotes import Quoted
from articles.queries.statements import quoted

#: Sources that tell of a meeting since a moment and did not before.
NEW_SOURCES = """
SELECT meeting_id, source.name FROM (
    SELECT report.meeting_id, article.source_id,
        min(newsdesk_came_at(report.article_id, report.run_id, report.id, NULL, report.decided_at)) AS came
    FROM articles_meetingreport report JOIN articles_article article ON article.id = report.article_id
    WHERE report.meeting_id = ANY (%s) AND report.status <> 'rejected'
    GROUP BY report.meeting_id, article.source_id
) AS told JOIN articles_source source ON source.id = told.source_id
WHERE came > %s ORDER BY came, source.name
"""


@dataclass(frozen=True)
class Change:
    """What a field told before, and what it tells now; nothing where it told nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Novelty:
    """One new thing; a meeting that is told of for the first time has neither changes nor sources."""

    hit: Hit
    card: MeetingCard | None = None
    quoted: Quoted[Statement] | None = None
    row: ArticleRow | None = None
    changes: tuple[Change, ...] = field(default=())
    sources: tuple[str, ...] = field(default=())

    @property
    def is_known(self) -> bool:
        return bool(self.changes or self.sources)


def novelties(hits: Sequence[Hit], since: datetime) -> list[Novelty]:
    """The same in the same order, in a fixed number of queries; what went away meanwhile is left out."""
    keys = {kind: [hit.key for hit in hits if hit.kind == kind] for kind in (MEETING, STATEMENT, ARTICLE)}
    meetings = {card.meeting.pk: card for card in cards(keys[MEETING])}
    statements = {each.statement.pk: each for each in quoted(keys[STATEMENT])}
    rows = article_rows(listed(Article.objects.filter(pk__in=keys[ARTICLE]))) if keys[ARTICLE] else []
    articles = {row.article.pk: row for row in rows}
    known = known_before(keys[MEETING], since)
    changes, sources = changes_since(known, meetings, since), sources_since(known, since)
    found = {(MEETING, key) for key in meetings} | {(STATEMENT, key) for key in statements}
    found |= {(ARTICLE, key) for key in articles}
    return [
        Novelty(
            hit,
            card=meetings.get(hit.key) if hit.kind == MEETING else None,
            quoted=statements.get(hit.key) if hit.kind == STATEMENT else None,
            row=articles.get(hit.key) if hit.kind == ARTICLE else None,
            changes=tuple(changes.get(hit.key, ())) if hit.kind == MEETING else (),
            sources=tuple(sources.get(hit.key, ())) if hit.kind == MEETING else (),
        )
        for hit in hits
        if (hit.kind, hit.key) in found
    ]


def known_before(keys: list[int], since: datetime) -> list[int]:
    rows = IndexedMeeting.objects.filter(pk__in=keys, arrived_at__lte=since)
    return list(rows.values_list("pk", flat=True)) if keys else []


def changes_since(keys: list[int], meetings: dict[int, MeetingCard], since: datetime) -> dict[int, list[Change]]:
    if not keys:
        return {}
    former = FormerMeeting.objects.filter(meeting__in=keys, until__gt=since).order_by("meeting", "until", "pk")
    rows = list(former.distinct("meeting"))
    places = Place.objects.in_bulk({row.place for row in rows if row.place})
    return {
        row.meeting: list(compared(row, places, meetings[row.meeting].meeting))
        for row in rows
        if row.meeting in meetings
    }


def compared(row: FormerMeeting, places: dict[int, Place], meeting: Meeting) -> Iterable[Change]:
    was = places.get(row.place or 0)
    told = (
        (EvidenceField.STATUS, row.status, meeting.meeting_status),
        (EvidenceField.DATE, date_value(row.starts_on, row.ends_on), date_value(meeting.starts_on, meeting.ends_on)),
        (EvidenceField.PLACE, was.name if was else "", meeting.place.name if meeting.place else ""),
    )
    return (Change(name.value, before, after) for name, before, after in told if before != after)


def date_value(start: date | None, end: date | None) -> str:
    return value_of(start, end) if start and end else ""


def sources_since(keys: list[int], since: datetime) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    if keys:
        with connection.cursor() as cursor:
            cursor.execute(NEW_SOURCES, [keys, since])
            for meeting, source in cursor.fetchall():
                found.setdefault(meeting, []).append(source)
    return found
