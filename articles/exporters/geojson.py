"""Meetings on the map by RFC 7946."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from articles.exporters.meetings import record
from articles.exporters.rows import About
from articles.queries.meetings import MeetingCard

#: Whose work the points lean on (articles/gazetteer/README.md).
ATTRIBUTION = "Coordinates: GeoNames, CC BY 4.0; Natural Earth"


def as_geojson(cards: Iterable[MeetingCard], about: About) -> Iterator[str]:
    """A feature a meeting, those without a known place too (their geometry is null), so that the counts agree."""
    head = {"type": "FeatureCollection", "title": about.title, "search": about.address, "count": about.number}
    head |= {"attribution": ATTRIBUTION}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "features": ['
    before = "\n"
    for card in cards:
        yield before + json.dumps(feature(card, about), ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def feature(card: MeetingCard, about: About) -> dict[str, Any]:
    """Longitude comes first, as the RFC has it."""
    place = card.meeting.place
    known = place.point if place else None
    point = {"type": "Point", "coordinates": [*reversed(known)]} if known else None
    return {"type": "Feature", "id": card.meeting.pk, "geometry": point, "properties": record(card, about)}
