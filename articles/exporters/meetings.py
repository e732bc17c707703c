"""Meetings found by a search, taken along: what the list shows, record by record, in its order."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse

from articles.enums import PartTaken
from articles.exporters.plover import event_of
from articles.exporters.provenance import in_words, provenance
from articles.exporters.rows import About, csv_line, decider, json_object
from articles.models import MeetingReport
from articles.queries.countries import country_name
from articles.queries.meetings import MeetingCard, Participant, topics_of

COLUMNS = (
    *("id", "url", "date", "first_day", "last_day", "participants", "slugs", "countries", "kind", "status"),
    *("place", "place_country", "minutes", "source_count", "sources", "articles", "decided_by", "illustrative"),
    *("sentence", "plover_event", "plover_mode", "hosts", "visitors", "topics", "decisions"),
)


def meeting_url(card: MeetingCard, about: About) -> str:
    return about.site + reverse("meeting-detail", args=[card.meeting.pk])


def evidence_url(report: MeetingReport, about: About) -> str:
    """The article, with the words that prove it lit up."""
    return f"{about.site}{reverse('article-detail', args=[report.article_id])}?report={report.pk}#r-{report.pk}"


def record(card: MeetingCard, about: About) -> dict[str, Any]:
    """A meeting with all that is known of it; `decided_by` is `person` once somebody confirmed a report."""
    meeting, event = card.meeting, event_of(card)
    return {
        "id": meeting.pk,
        "url": meeting_url(card, about),
        "date": meeting.date_value or None,
        "first_day": meeting.starts_on.isoformat() if meeting.starts_on else None,
        "last_day": meeting.ends_on.isoformat() if meeting.ends_on else None,
        "participants": [person_record(participant) for participant in card.participants],
        "kind": meeting.kind,
        "status": meeting.meeting_status,
        "place": {"name": meeting.place.name, "country": meeting.place.country or None} if meeting.place else None,
        "minutes": meeting.duration,
        "topics": list(card.topics),
        "source_count": card.sources,
        "decided_by": decider(is_decided=card.is_decided),
        "illustrative": card.is_illustrative,
        "sentence": card.quote.words if card.quote else None,
        "disagreements": {
            each.name: {str(claim.value): claim.sources for claim in each.claims} for each in card.disagreements
        },
        "reports": [report_record(report, about) for report in card.reports],
        "plover": {"event": event.type, "mode": event.mode or None},
    }


def person_record(participant: Participant) -> dict[str, Any]:
    actor = participant.actor
    return {
        "slug": actor.slug,
        "name": actor.name,
        "type": actor.kind,
        "country": actor.country or None,
        "post": participant.post or None,
        "part": participant.part or None,
    }


def report_record(report: MeetingReport, about: About) -> dict[str, Any]:
    return {
        "article": report.article.external_id,
        "title": report.article.title,
        "source": report.article.source.name,
        "published_on": report.article.published_on.isoformat(),
        "url": evidence_url(report, about),
        "kind": report.kind,
        "status": report.meeting_status,
        "date": report.date_value or None,
        "place": report.place.name if report.place else None,
        "topics": list(topics_of([report])),
        "decided_by": decider(is_decided=report.is_decided),
        "decision": report.status,
        "origin": report.origin,
        **provenance(report),
    }


def as_json(cards: Iterable[MeetingCard], about: About) -> Iterator[str]:
    return json_object("meetings", (record(card, about) for card in cards), about)


def as_csv(cards: Iterable[MeetingCard], about: About) -> Iterator[str]:
    yield csv_line(COLUMNS)
    for card in cards:
        row = flat(record(card, about), card)
        yield csv_line([row[name] for name in COLUMNS])


def flat(told: dict[str, Any], card: MeetingCard) -> dict[str, Any]:
    """The record in one line: several values of a cell have ` | ` between them."""
    people, reports, place = told["participants"], told["reports"], told["place"] or {}
    return {
        **told,
        "participants": " | ".join(described(person) for person in people),
        "slugs": " | ".join(person["slug"] for person in people),
        "countries": " | ".join(dict.fromkeys(person["country"] for person in people if person["country"])),
        "place": place.get("name"),
        "place_country": place.get("country"),
        "sources": " | ".join(dict.fromkeys(report["source"] for report in reports)),
        "articles": " | ".join(report["url"] for report in reports),
        "hosts": " | ".join(person["name"] for person in people if person["part"] == PartTaken.HOST),
        "visitors": " | ".join(person["name"] for person in people if person["part"] == PartTaken.VISITOR),
        "topics": " | ".join(told["topics"]),
        "illustrative": "yes" if told["illustrative"] else "no",
        "decisions": " | ".join(in_words(report) for report in card.reports),
        "plover_event": told["plover"]["event"],
        "plover_mode": told["plover"]["mode"],
    }


def described(person: dict[str, Any]) -> str:
    """`Hakan Fidan (ministre des Affaires étrangères, Turquie)`."""
    known = [part for part in (person["post"], country_name(person["country"] or "")) if part]
    return f"{person['name']} ({', '.join(known)})" if known else person["name"]
