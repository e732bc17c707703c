"""The spans of an article that prove its meetings and statements."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import MeetingReport, Statement


@dataclass(frozen=True, slots=True)
class EvidenceSpan:
    """A piece of the text that proves the record called `name`: `r-12` a meeting report, `s-3` a statement."""

    start: int
    end: int
    name: str


def report_spans(reports: Iterable[MeetingReport]) -> list[EvidenceSpan]:
    """Evidence of reports whose `evidence` is prefetched."""
    return [
        EvidenceSpan(piece.start, piece.end, f"r-{report.pk}") for report in reports for piece in report.evidence.all()
    ]


def statement_spans(statements: Iterable[Statement]) -> list[EvidenceSpan]:
    """Each quote, the words that introduce it, and those that say to whom."""
    spans = []
    for each in statements:
        places = (
            (each.quote_start, each.quote_end),
            (each.cue_start, each.cue_end),
            (each.addressed_start, each.addressed_end),
        )
        spans += [
            EvidenceSpan(start, end, f"s-{each.pk}") for start, end in places if start is not None and end is not None
        ]
    return spans
