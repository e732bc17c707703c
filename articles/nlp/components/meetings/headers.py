"""Journeys told by the headers of communiqués: `Visite … du président` over `OSLO, NORVÈGE, 06/05/2024`."""

import re
from collections.abc import Iterator

from articles.nlp.components.meetings.merging import Telling
from articles.nlp.components.meetings.phrases import Phrases
from articles.nlp.reference import Reference, References
from articles.nlp.types import EvidenceRecord, MeetingRecord, MentionRecord, ParticipantRecord, Span

#: A line of a journey, then a line of a place in capitals and a day in figures, and no more.
HEADER = re.compile(
    r"^(?P<journey>(?:Visite|Déplacement|Voyage|Rencontre|Sommet|Tournée|Entretien|Réunion|Étape|Séjour)s?\b[^\r\n]{0,120})\r?\n"
    r"(?P<place>[A-ZÀ-ÖØ-ÞŒ][A-ZÀ-ÖØ-ÞŒ’' \-]+(?:,\s[A-ZÀ-ÖØ-ÞŒ’' \-]+)?),\s(?P<day>\d{1,2}/\d{1,2}/\d{4})[ \t]*\r?$",
    re.M,
)
#: As sure as a journey told in a sentence.
CONFIDENCE = 0.82


def header_visits(references: References, phrases: Phrases) -> Iterator[Telling]:
    """A visit for each header; a line that names nobody goes on with the one who travelled before."""
    matches = list(HEADER.finditer(references.text))
    known = [_traveller(references, phrases, match) for match in matches]
    last = next((who for who in known if who is not None), None)
    for match, found in zip(matches, known, strict=True):
        last = found or last
        place = _first(references, Span(*match.span("place")), {"GPE", "LOC"})
        if last is not None and place is not None and place.entity is not None:
            day = _first(references, Span(*match.span("day")), {"DATE"})
            yield Telling(_record(match, last, _summit(references, match), place, day), earlier=False)


def _traveller(references: References, phrases: Phrases, match: re.Match[str]) -> Reference | None:
    line = Span(*match.span("journey"))
    people = references.within(line, people_only=True)
    if people:
        return people[0]
    offices = [one for each in phrases.lists(references.sentences.at(line.start)) for one in each.members]
    return next((one for one in offices if phrases.standing.kind(one) == "person"), None)


def _summit(references: References, match: re.Match[str]) -> Reference | None:
    """The body whose summit it is."""
    if not match["journey"].startswith(("Sommet", "Réunion")):
        return None
    found = references.within(Span(*match.span("journey")))
    return next((one for one in found if references.kind(one) == "organisation"), None)


def _first(references: References, span: Span, labels: set[str]) -> MentionRecord | None:
    found = (one for one in references.draft.mentions if one.label in labels and one.span.within(span))
    return next(found, None)


def _record(
    match: re.Match[str], who: Reference, body: Reference | None, place: MentionRecord, day: MentionRecord | None
) -> MeetingRecord:
    party = (who, body) if body is not None else (who,)
    return MeetingRecord(
        participants=tuple(ParticipantRecord(one.entity, one.mention, one.role) for one in party),
        kind="visit" if body is None else "multilateral",
        status="held",
        date=day.value if day else "",
        place=place.entity,
        evidence=(
            EvidenceRecord("sentence", Span(match.start(), match.end("day"))),
            *(EvidenceRecord("participant", one.span) for one in party),
            *((EvidenceRecord("date", day.span),) if day else ()),
            EvidenceRecord("place", place.span),
        ),
        confidence=CONFIDENCE,
    )
