"""The figures as a table for people."""

from collections.abc import Iterator

from articles.nlp.evaluation.across import Across
from articles.nlp.evaluation.calibration import Calibration
from articles.nlp.evaluation.misses import SPAN_KINDS
from articles.nlp.evaluation.report import Figures, Report
from articles.nlp.evaluation.scores import Average, Counts, harmonic


def table(report: Report) -> list[str]:
    """The figures in all; then a line a file and a source, where there is more than one."""
    return [
        *figures_lines(report.total),
        *([] if report.across is None else [_across(report.across)]),
        _calibration(report.calibration),
        "",
        *_errors(report.total),
        *_parts("file", report.files),
        *_parts("source", report.sources),
    ]


def figures_lines(figures: Figures) -> list[str]:
    people, recall = figures.people_precision.value, figures.people_recall.value
    return [
        f"{'':<16}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>8}{'found':>8}",
        *(_row(label, counts) for label, counts in figures.labels.items()),
        _row("all mentions", figures.micro),
        _row("meetings", figures.meetings),
        _row("statements", figures.statements),
        f"{'person B³':<16}{_number(people)}{_number(recall)}{_number(harmonic(people, recall))}",
        "",
        f"edits per 100 gold mentions: {_edits(figures)}",
        f"date values right: {_short(figures.dates_right)} of all dates, "
        f"{_short(figures.dates_found)} of their spans found",
        "meeting fields right: "
        + ", ".join(f"{name} {_short(share)}" for name, share in figures.meeting_fields.items()),
        f"statement speakers right: {_short(figures.speakers)}",
        f"articles: {figures.articles}",
        f"links right where the mention is: {_links(figures)}",
    ]


def _across(found: Across) -> str:
    shares = (found.precision.value, found.recall.value, harmonic(found.precision.value, found.recall.value))
    numbers = ", ".join(_number(share).strip() for share in shares)
    return f"person B³ across articles: {numbers} ({found.people} people, {found.identities} identities)"


def _calibration(calibration: Calibration) -> str:
    parts = ", ".join(f"{name} {_number(part.error).strip()}" for name, part in calibration.parts().items())
    return f"confidence is off by (expected calibration error): {parts}"


def _errors(figures: Figures) -> Iterator[str]:
    """What went wrong by label, and which labels were taken for which."""
    yield f"{'errors':<16}" + "".join(f"{kind:>10}" for kind in SPAN_KINDS)
    for label, counts in figures.errors.items():
        yield f"{label:<16}" + "".join(f"{counts[kind]:>10}" for kind in SPAN_KINDS)
    taken = sorted(
        (-number, gold, found)
        for gold, row in figures.confusion.items()
        for found, number in row.items()
        if gold in figures.labels and found in figures.labels and gold != found
    )
    if taken:
        yield "labels taken for others: " + ", ".join(f"{gold} as {found} {-number}" for number, gold, found in taken)


def _parts(kind: str, parts: dict[str, Figures]) -> Iterator[str]:
    """A line for each part, with the figures that matter most and F1 of each label."""
    if len(parts) < 2:
        return
    labels = list(next(iter(parts.values())).labels)
    yield ""
    yield _part_row(f"by {kind}", ["gold", "F1", "edits", "B³", "dates", "meet.", "statem.", *labels])
    for name, figures in parts.items():
        people = harmonic(figures.people_precision.value, figures.people_recall.value)
        shares = (people, figures.dates_right.value, figures.meetings.f1, figures.statements.f1)
        numbers = [
            str(figures.micro.gold),
            _number(figures.micro.f1),
            _number(_per_100(figures), 1),
            *(_number(share) for share in (*shares, *(figures.labels[label].f1 for label in labels))),
        ]
        yield _part_row(name or "–", [number.strip() for number in numbers])


def _part_row(name: str, cells: list[str]) -> str:
    return f"{name[:27]:<27}" + "".join(f"{cell:>8}" for cell in cells)


def _row(name: str, counts: Counts) -> str:
    figures = "".join(_number(value) for value in (counts.precision, counts.recall, counts.f1))
    return f"{name:<16}{figures}{counts.gold:>8}{counts.predicted:>8}"


def _number(value: float | None, places: int = 3) -> str:
    return f"{'–':>10}" if value is None else f"{value:>10.{places}f}"


def _short(share: Average) -> str:
    return _number(share.value).strip()


def _per_100(figures: Figures) -> float | None:
    gold = figures.micro.gold
    return 100 * sum(figures.edits.values()) / gold if gold else None


def _edits(figures: Figures) -> str:
    per_100 = _per_100(figures)
    if per_100 is None:
        return "–"
    kinds = ", ".join(f"{name} {figures.edits[name]}" for name in ("missing", "spurious", "relabelled", "moved"))
    return f"{per_100:.1f} ({kinds})"


def _links(figures: Figures) -> str:
    measured = {label: figures.links[label] for label in figures.labels if figures.links[label].number}
    return ", ".join(f"{label} {_short(share)}" for label, share in measured.items()) or "–"
