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
    """Each quote, and the words that introduce it."""
    spans = []
    for statement in statements:
        spans.append(EvidenceSpan(statement.quote_start, statement.quote_end, f"s-{statement.pk}"))
        if statement.cue_start is not None and statement.cue_end is not None:
            spans.append(EvidenceSpan(statement.cue_start, statement.cue_end, f"s-{statement.pk}"))
    return spans
