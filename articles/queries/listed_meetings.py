"""Meetings as lists show them, read with one query: a page of them as records is some three hundred objects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from articles.enums import DECIDED, EvidenceField, PartTaken
from articles.queries.disagreements import Disagreement, disagreements
from articles.queries.meetings import POST_REACH
from articles.queries.rows import rows_of
from articles.validators import name_key


@dataclass(slots=True)
class ListedPlace:
    pk: int
    name: str
    kind: str
    country: str


@dataclass(slots=True)
class ListedActor:
    slug: str
    name: str
    country: str


@dataclass(slots=True)
class ListedPerson:
    """Who took part, with the post held that day; `part` says whether he receives the others or is received."""

    actor: ListedActor
    post: str
    part: str


@dataclass(slots=True)
class ListedSource:
    name: str
    is_illustrative: bool


@dataclass(slots=True)
class ListedArticle:
    source_id: int
    source: ListedSource
    published_on: date


@dataclass(slots=True)
class ListedReport:
    """What an article says of the meeting, with its words by the field that they prove."""

    pk: int
    article_id: int
    article: ListedArticle
    kind: str
    meeting_status: str
    date_value: str
    duration: int | None
    place: ListedPlace | None
    is_decided: bool
    confidence: float
    words: list[tuple[str, str]]

    def proving(self, what: str) -> list[str]:
        return [" ".join(words.split()) for name, words in self.words if name == what]


@dataclass(slots=True)
class ListedMeeting:
    pk: int
    kind: str
    meeting_status: str
    date_value: str
    duration: int | None
    place: ListedPlace | None


@dataclass(slots=True)
class ListedQuote:
    """The words that prove a meeting, and the report whose they are."""

    words: str
    report: ListedReport


@dataclass(slots=True)
class ListedCard:
    """As `MeetingCard`."""

    meeting: ListedMeeting
    participants: list[ListedPerson]
    reports: list[ListedReport]
    disagreements: tuple[Disagreement, ...] = field(default=())

    @property
    def sources(self) -> int:
        return len({report.article.source_id for report in self.reports})

    @property
    def is_illustrative(self) -> bool:
        return any(report.article.source.is_illustrative for report in self.reports)

    @property
    def is_decided(self) -> bool:
        """Whether a person has confirmed at least one of its reports."""
        return any(report.is_decided for report in self.reports)

    @property
    def hosts(self) -> list[ListedPerson]:
        return [one for one in self.participants if one.part == PartTaken.HOST]

    @property
    def visitors(self) -> list[ListedPerson]:
        return [one for one in self.participants if one.part == PartTaken.VISITOR]

    @property
    def topics(self) -> list[str]:
        """What was talked about, each once however many articles say so, in the words of the first."""
        told = (words for report in self.reports for words in report.proving(EvidenceField.TOPIC))
        found: dict[str, str] = {}
        for words in told:
            found.setdefault(name_key(words), words)
        return list(found.values())

    @property
    def quote(self) -> ListedQuote | None:
        """The first proving sentence of the report to trust most: decided by a person, of this status, then surest."""

        def doubt(report: ListedReport) -> tuple[bool, bool, float]:
            return not report.is_decided, report.meeting_status != self.meeting.meeting_status, -report.confidence

        for report in sorted(self.reports, key=doubt):
            for words in report.proving(EvidenceField.SENTENCE):
                return ListedQuote(words, report)
        return None


def listed_meetings(keys: Iterable[int]) -> list[ListedCard]:
    """In the order of the keys; those that went away meanwhile are left out."""
    order = list(keys)
    if not order:
        return []
    rows = rows_of(MEETINGS, {"keys": order, "reach": POST_REACH.days})
    found = {row[0]: card_of(row) for row in rows}
    return [found[key] for key in order if key in found]


def card_of(row: Sequence[Any]) -> ListedCard:
    pk, kind, status, day, minutes, place, people, accounts = row
    reports = [report_of(each) for each in accounts or ()]
    return ListedCard(
        ListedMeeting(pk, kind, status, day, minutes, ListedPlace(*place) if place else None),
        participants=people_of(people or ()),
        reports=reports,
        disagreements=disagreements(reports) if len(reports) > 1 else (),
    )


def people_of(rows: Iterable[Sequence[Any]]) -> list[ListedPerson]:
    """Each once, though several of the names told may have turned out to be his."""
    found: dict[int, ListedPerson] = {}
    for who, slug, name, country, post, part in rows:
        found.setdefault(who, ListedPerson(ListedActor(slug, name, country), post, part))
    return list(found.values())


def report_of(row: Sequence[Any]) -> ListedReport:
    pk, article, source, name, illustrative, published, kind, status, day, minutes, place, decision, sure, words = row
    return ListedReport(
        pk=pk,
        article_id=article,
        article=ListedArticle(source, ListedSource(name, illustrative), date.fromisoformat(published)),
        kind=kind,
        meeting_status=status,
        date_value=day,
        duration=minutes,
        place=ListedPlace(*place) if place else None,
        is_decided=decision in DECIDED,
        confidence=sure or 0,
        words=words or [],
    )


PLACE = "CASE WHEN place.id IS NOT NULL THEN json_build_array(place.id, place.name, place.kind, place.country) END"
#: The post told, else the one the collection shows somebody in around these days; of several, the one seen last.
PEOPLE = """
SELECT json_agg(json_build_array(actor.id, actor.slug, actor.name, actor.country, coalesce(told.title, (
    SELECT title FROM articles_post held
    WHERE held.actor_id = who.actor_id
        AND held.since <= meeting.ends_on + %(reach)s AND held.until >= meeting.starts_on - %(reach)s
    ORDER BY held.until DESC, held.id LIMIT 1
), ''), who.part) ORDER BY who.id)
FROM articles_meetingparticipant who
JOIN articles_actor named ON named.id = who.actor_id
JOIN articles_actor actor ON actor.id = coalesce(named.merged_into_id, named.id)
LEFT JOIN articles_post told ON told.id = who.post_id
WHERE who.meeting_id = meeting.id
"""
WORDS = """
SELECT json_agg(json_build_array(proof.field, substr(article.text, proof.start + 1, proof."end" - proof.start))
    ORDER BY proof.start)
FROM articles_evidence proof WHERE proof.report_id = report.id AND proof.field IN ('sentence', 'topic')
"""
REPORTS = f"""
SELECT json_agg(json_build_array(report.id, article.id, source.id, source.name, source.is_illustrative,
    article.published_on, report.kind, report.meeting_status, report.date_value, report.duration, {PLACE},
    report.status, report.confidence, ({WORDS}))
    ORDER BY source.is_illustrative, article.published_on, report.id)
FROM articles_meetingreport report
JOIN articles_article article ON article.id = report.article_id
JOIN articles_source source ON source.id = article.source_id
LEFT JOIN articles_place place ON place.id = report.place_id
WHERE report.meeting_id = meeting.id AND report.status <> 'rejected'
"""  # noqa: S608 - our own words
MEETINGS = f"""
SELECT meeting.id, meeting.kind, meeting.meeting_status, meeting.date_value,
    meeting.duration, {PLACE}, ({PEOPLE}), ({REPORTS})
FROM articles_meeting meeting LEFT JOIN articles_place place ON place.id = meeting.place_id
WHERE meeting.id = ANY (ARRAY(SELECT unnest(%(keys)s::bigint[])))
"""  # noqa: S608
