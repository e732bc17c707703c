"""Journeys told by the headers of communiqués: `Visite … du président` over `OSLO, NORVÈGE, 06/05/2024`."""

import re
from collections.abc import Iterator

from articles.nlp.components.meetings.merging import Telling
from articles.nlp.reference import Reference, References
from articles.nlp.types import EvidenceRecord, MeetingRecord, MentionRecord, ParticipantRecord, Span

#: A line of a journey, then a line of a place in capitals and a day in figures, and no more.
HEADER = re.compile(
    r"^(?P<journey>(?:Visite|Déplacement|Voyage)s?\b[^\r\n]{0,120})\r?\n"
    r"(?P<place>[A-ZÀ-ÖØ-ÞŒ][A-ZÀ-ÖØ-ÞŒ’' \-]+(?:,\s[A-ZÀ-ÖØ-ÞŒ’' \-]+)?),\s(?P<day>\d{1,2}/\d{1,2}/\d{4})[ \t]*\r?$",
    re.M,
)
#: As sure as a journey told in a sentence.
CONFIDENCE = 0.6


def header_visits(references: References) -> Iterator[Telling]:
    """A visit for each header whose line of the journey names who travels: an office alone may be anybody's."""
    for match in HEADER.finditer(references.text):
        people = references.within(Span(*match.span("journey")), people_only=True)
        who = [one for one in people if one.mention is not None]
        place = _first(references, Span(*match.span("place")), {"GPE", "LOC"})
        if who and place is not None and place.entity is not None:
            day = _first(references, Span(*match.span("day")), {"DATE"})
            yield Telling(_record(match, who[0], place, day), earlier=False)


def _first(references: References, span: Span, labels: set[str]) -> MentionRecord | None:
    found = (one for one in references.draft.mentions if one.label in labels and one.span.within(span))
    return next(found, None)


def _record(match: re.Match[str], who: Reference, place: MentionRecord, day: MentionRecord | None) -> MeetingRecord:
    return MeetingRecord(
        participants=(ParticipantRecord(who.entity, who.mention, who.role),),
        kind="visit",
        status="held",
        date=day.value if day else "",
        place=place.entity,
        evidence=(
            EvidenceRecord("sentence", Span(match.start(), match.end("day"))),
            EvidenceRecord("participant", who.span),
            *((EvidenceRecord("date", day.span),) if day else ()),
            EvidenceRecord("place", place.span),
        ),
        confidence=CONFIDENCE,
    )
