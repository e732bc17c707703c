"""Where the reports of one meeting contradict each other, and what became of it from one article to the next."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from articles.date_values import day_range
from articles.enums import MeetingStatus
from articles.models import MeetingReport
from articles.queries.placing import Located, Where, where

Value = str | int


class Outlet(Protocol):
    @property
    def name(self) -> str: ...


class Paper(Protocol):
    @property
    def source_id(self) -> int: ...
    @property
    def source(self) -> Outlet: ...


class Telling(Protocol):
    """A report of a meeting: a record, or a row of a list."""

    @property
    def pk(self) -> int: ...
    @property
    def article_id(self) -> int: ...
    @property
    def article(self) -> Paper: ...
    @property
    def kind(self) -> str: ...
    @property
    def meeting_status(self) -> str: ...
    @property
    def date_value(self) -> str: ...
    @property
    def duration(self) -> int | None: ...
    @property
    def place(self) -> Located | None: ...


@dataclass(frozen=True)
class Claim:
    """A value of a field, how many sources give it, and a report of each source that does."""

    value: Value
    sources: int
    told_by: tuple[Telling, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Disagreement:
    """A field of which the sources say different things."""

    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Stage:
    """What articles of one time said of a meeting: announced, then held or called off."""

    status: str
    first: MeetingReport
    #: How many more articles said so before another status came.
    more: int

    @property
    def label(self) -> str:
        return str(MeetingStatus(self.status).label)


def disagreements(reports: Sequence[Telling]) -> tuple[Disagreement, ...]:
    """Fields of which at least two reports tell something that cannot both be true."""
    found = {
        "date": claims(reports, lambda report: report.date_value, coarser_date),
        "place": place_claims(reports),
        "duration": claims(reports, lambda report: report.duration or 0),
        "status": claims(reports, settled_status),
        "kind": claims(reports, lambda report: report.kind),
    }
    return tuple(Disagreement(name, told) for name, told in found.items() if len(told) > 1)


def claims(
    reports: Iterable[Telling],
    value_of: Callable[[Telling], Value],
    is_coarser: Callable[[Value, Value], bool] = lambda one, other: False,
) -> tuple[Claim, ...]:
    """Each value told with its number of sources, most first; one that a finer value fits is no claim of its own."""
    sources: dict[Value, dict[int, Telling]] = {}
    for report in reports:
        if value := value_of(report):
            sources.setdefault(value, {}).setdefault(report.article.source_id, report)
    fine = [each for each in sources if not any(is_coarser(each, other) for other in sources if other != each)]
    ranked = sorted(fine, key=lambda value: (-len(sources[value]), str(value)))
    return tuple(Claim(value, len(sources[value]), tuple(sources[value].values())) for value in ranked)


def coarser_date(one: Value, other: Value) -> bool:
    """Whether the one leaves open what the other says: `2023-11` and `2023-11-06`."""
    (start, end), (first, last) = day_range(str(one)), day_range(str(other))
    return start <= first and last <= end and (start, end) != (first, last)


def place_claims(reports: Sequence[Telling]) -> tuple[Claim, ...]:
    """Claims on the place: a country and a city in it agree, and so do the parts of the world a tour goes through."""
    places: dict[str, Located] = {report.place.name: report.place for report in reports if report.place}

    def is_coarser(one: Value, other: Value) -> bool:
        coarse, fine = places[str(one)], places[str(other)]
        relation = where(coarse, fine)
        if relation == Where.ALIKE:
            return str(one) > str(other)
        return relation == Where.FITS and (coarse.kind == "country" or fine.kind == "city")

    return claims(reports, lambda report: report.place.name if report.place else "", is_coarser)


def settled_status(report: Telling) -> str:
    """Nothing while it is planned: that it was held or called off since does not contradict it."""
    return "" if report.meeting_status == MeetingStatus.PLANNED else report.meeting_status


def stages(reports: Iterable[MeetingReport]) -> tuple[Stage, ...]:
    """The status from article to article; nothing where all say the same."""
    found: list[Stage] = []
    for report in sorted(reports, key=told):
        if found and found[-1].status == report.meeting_status:
            found[-1] = Stage(found[-1].status, found[-1].first, found[-1].more + 1)
        else:
            found.append(Stage(report.meeting_status, report, 0))
    return tuple(found) if len(found) > 1 else ()


def told(report: MeetingReport) -> tuple[date, bool, int]:
    """Oldest article first; of one day, what was still planned."""
    return report.article.published_on, report.meeting_status != MeetingStatus.PLANNED, report.pk
