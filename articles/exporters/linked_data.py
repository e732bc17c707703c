"""Meetings as events of schema.org, in JSON-LD."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse

from articles.enums import ActorKind, MeetingStatus
from articles.exporters.meetings import evidence_url, meeting_url
from articles.exporters.provenance import provenance
from articles.exporters.rows import About
from articles.models import MeetingReport, Place
from articles.queries.meetings import MeetingCard, Participant

TYPES = {ActorKind.PERSON: "Person", ActorKind.STATE: "Country", ActorKind.ORGANISATION: "Organization"}
STATES = {MeetingStatus.CANCELLED: "EventCancelled", MeetingStatus.DENIED: "EventCancelled"}
Record = dict[str, Any]


def as_json_ld(cards: Iterable[MeetingCard], about: About) -> Iterator[str]:
    """A collection; its meetings stand one a line, so that it can be read while it comes."""
    head = {"@context": "https://schema.org", "@type": "Collection", "@id": about.address, "name": about.title}
    yield json.dumps({**head, "collectionSize": about.number}, ensure_ascii=False)[:-1] + ', "hasPart": ['
    before = "\n"
    for card in cards:
        yield before + json.dumps(event(card, about), ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def event(card: MeetingCard, about: About) -> Record:
    """Days are as precise as the text (`2023-11` is a month); what schema.org has no word for is a property value."""
    meeting = card.meeting
    first, _, last = meeting.date_value.partition("/")
    told: Record = {
        "@type": "Event",
        "@id": meeting_url(card, about),
        "name": " — ".join(one.actor.name for one in card.participants),
        "startDate": first or None,
        "endDate": last or first or None,
        "duration": f"PT{meeting.duration}M" if meeting.duration else None,
        "eventStatus": f"https://schema.org/{STATES.get(MeetingStatus(meeting.meeting_status), 'EventScheduled')}",
        "location": location(meeting.place) if meeting.place else None,
        "attendee": [attendee(one, about) for one in card.participants],
        "organizer": [attendee(one, about) for one in card.hosts] or None,
        "about": list(card.topics) or None,
        "subjectOf": [news(report, about) for report in card.reports],
        "additionalProperty": [value("status", meeting.meeting_status), value("kind", meeting.kind)],
    }
    return {name: known for name, known in told.items() if known is not None}


def location(place: Place) -> Record:
    told: Record = {"@type": "Place", "name": place.name}
    if place.country:
        told["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    if place.point:
        latitude, longitude = place.point
        told["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return told


def attendee(one: Participant, about: About) -> Record:
    kind = TYPES[ActorKind(one.actor.kind)]
    told: Record = {"@type": kind, "@id": about.site + reverse("actor-detail", args=[one.actor.slug])}
    told["name"] = one.actor.name
    if kind == "Person" and one.post:
        told["jobTitle"] = one.post
    if kind == "Person" and one.actor.country:
        told["nationality"] = {"@type": "Country", "identifier": one.actor.country}
    return told


def news(report: MeetingReport, about: About) -> Record:
    """The article that tells of it, with who decided on what it tells."""
    article = report.article
    decided = [value(key, str(told)) for key, told in provenance(report).items() if told]
    return {
        "@type": "NewsArticle",
        "url": evidence_url(report, about),
        "headline": article.title,
        "datePublished": article.published_on.isoformat(),
        "publisher": {"@type": "Organization", "name": article.source.name},
        "additionalProperty": [value("decision", report.status), *decided],
    }


def value(name: str, told: str) -> Record:
    return {"@type": "PropertyValue", "name": name, "value": told}
