"""Meetings through time: a row for each kind of those held and for each other status, a column for a day or longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.enums import MeetingKind, MeetingStatus
from articles.pictures.svg import NOTHING, WIDTH, Cell, Link, Picture, Table, drawing, element, mark
from articles.queries.meeting_days import Days
from articles.queries.meeting_search import UNDATED
from articles.stretches import Stretch, cut
from articles.templatetags.dates import dated

LEFT, TOP, ROW, BAR, FOOT = 132, 10, 46, 34, 26
#: So much of the right end shows on the narrowest screens, where the labels of the rows stand once more.
NARROW = 335
#: Columns have room for the number above a bar from this width on.
ROOM = 15
#: A label of the time axis takes so much room.
LABEL_ROOM = 74


@dataclass(frozen=True, slots=True)
class Row:
    """`asking` are the parameters that find just its meetings."""

    label: str
    asking: dict[str, str]
    days: list[Days]


@dataclass(frozen=True, slots=True)
class Bar:
    """`number` meetings may have been in a stretch, `sure` of them were, whatever their exact day."""

    stretch: Stretch
    number: int
    sure: int


@dataclass(frozen=True, slots=True)
class Box:
    """Where a bar stands."""

    left: float
    base: float
    width: float


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when the search asks for meetings, and how many it finds at no time, as no date is told of them."""

    start: date | None = None
    end: date | None = None
    undated: int = 0


def timeline(found: Sequence[Days], span: Span, link: Link) -> Picture:
    rows = rows_of(found)
    stretches = columns(found, span.start, span.end)
    bars = [[bar(each, row.days) for each in stretches] for row in rows]
    title = _("Meetings through time")
    table = table_of(rows, stretches, bars, link)
    if not rows:
        return Picture(title, NOTHING, table, without_date(span.undated, link))
    most = max(each.number for line in bars for each in line)
    height = TOP + ROW * len(rows) + FOOT
    content = [line_of(place, row, bars[place], most, link) for place, row in enumerate(rows)]
    text = _(
        "One row for each kind of meeting. The dark part of a bar counts meetings told to be in that time, the "
        "light part those that may have been, as only a month or a year is told."
    )
    svg = drawing("timeline", title, text, height, axis(stretches, height), *content)
    return Picture(title, svg, table, [*notes(found, stretches), *without_date(span.undated, link)])


def rows_of(found: Sequence[Days]) -> list[Row]:
    rows = []
    for kind in MeetingKind:
        days = [each for each in found if each.kind == kind and each.status == MeetingStatus.HELD]
        rows.append(Row(str(kind.label), {"kind": kind.value, "status": MeetingStatus.HELD.value}, days))
    for status in (MeetingStatus.PLANNED, MeetingStatus.CANCELLED, MeetingStatus.DENIED):
        days = [each for each in found if each.status == status]
        rows.append(Row(str(status.label), {"status": status.value}, days))
    return [row for row in rows if row.days]


def columns(found: Sequence[Days], start: date | None, end: date | None) -> list[Stretch]:
    """From the first day told to the last, within what the search asks for."""
    if not found:
        return []
    told = Stretch(min(each.start for each in found), max(each.end for each in found))
    return cut(told, start, end)


def bar(stretch: Stretch, days: Sequence[Days]) -> Bar:
    touching = [each for each in days if stretch.meets(each.start, each.end)]
    sure = sum(each.number for each in touching if each.is_narrow or stretch.holds(each.start, each.end))
    return Bar(stretch, sum(each.number for each in touching), sure)


def named(stretch: Stretch) -> str:
    first, last = stretch.asked
    return dated(first) if first == last else dated(f"{first}/{last}")


def asking(stretch: Stretch) -> dict[str, str]:
    first, last = stretch.asked
    return {"from": first, "to": last, "period": ""}


def line_of(place: int, row: Row, bars: Sequence[Bar], most: int, link: Link) -> SafeString:
    """The label of a row, its base line and its bars."""
    base = TOP + ROW * place + ROW - 6
    label = element("text", row.label, x=LEFT - 12, y=base - 4, text_anchor="end", class_="label")
    ground = element("line", x1=LEFT, y1=base, x2=WIDTH, y2=base, class_="ground")
    width = (WIDTH - LEFT) / len(bars)
    boxes = [Box(LEFT + width * number, base, width) for number in range(len(bars))]
    drawn = [bar_of(row, each, box, most, link) for each, box in zip(bars, boxes, strict=True) if each.number]
    again = element("text", row.label, x=WIDTH - NARROW, y=base - 26, class_="again halo", aria_hidden="true")
    return element("g", mark(link(**row.asking), row.label, label), ground, *drawn, again)


def bar_of(row: Row, each: Bar, box: Box, most: int, link: Link) -> SafeString:
    left, base, width = box.left, box.base, box.width
    inner = max(width - 2, 1.5) if width < ROOM else min(width - 4, 28)
    x = left + (width - inner) / 2
    whole, sure = (max(2.0, BAR * number / most) if number else 0 for number in (each.number, each.sure))
    shapes = [element("rect", x=x, y=base - whole, width=inner, height=whole, class_="possible")]
    if sure:
        shapes.append(element("rect", x=x, y=base - sure, width=inner, height=sure, class_="sure"))
    if width >= ROOM:
        middle = left + width / 2
        shapes.append(element("text", str(each.number), x=middle, y=base - whole - 2, text_anchor="middle", class_="n"))
    label = f"{row.label}, {named(each.stretch)} : {counted(each.number)}"
    return mark(link(**row.asking, **asking(each.stretch)), label, *shapes)


def counted(number: int) -> str:
    return ngettext("%(number)d meeting", "%(number)d meetings", number) % {"number": number}


def axis(stretches: Sequence[Stretch], height: float) -> SafeString:
    """As many labels as there is room for, each under the beginning of its column."""
    width = (WIDTH - LEFT) / len(stretches)
    step = max(1, -(-LABEL_ROOM // max(int(width), 1)))
    pieces = []
    for number in range(0, len(stretches), step):
        x = LEFT + width * number
        pieces.append(element("line", x1=x, y1=TOP, x2=x, y2=height - FOOT, class_="tick"))
        if x <= WIDTH - 40:
            pieces.append(element("text", short(stretches[number]), x=x, y=height - 8, class_="axis"))
    return element("g", *pieces, aria_hidden="true")


def short(stretch: Stretch) -> str:
    first, _last = stretch.asked
    return first if len(first) == 4 else date_format(stretch.start, "N Y" if len(first) == 7 else "j N")


def table_of(rows: Sequence[Row], stretches: Sequence[Stretch], bars: Sequence[Sequence[Bar]], link: Link) -> Table:
    """The same numbers; times without any meeting are left out."""
    lines = []
    for number, stretch in enumerate(stretches):
        told = [line[number] for line in bars]
        total = sum(each.number for each in told)
        if total:
            cells = [
                Cell(each.number or "", link(**row.asking, **asking(stretch)) if each.number else "")
                for row, each in zip(rows, told, strict=True)
            ]
            lines.append([Cell(named(stretch)), *cells, Cell(total, link(**asking(stretch)))])
    heads = [_("Time"), *(row.label for row in rows), _("In all")]
    return Table(_("How many meetings, by time and kind"), heads, lines)


def notes(found: Sequence[Days], stretches: Sequence[Stretch]) -> list[str]:
    before = sum(each.number for each in found if stretches and each.end < stretches[0].start)
    if not before:
        return []
    message = ngettext(
        "%(number)d meeting before %(year)d is not drawn.",
        "%(number)d meetings before %(year)d are not drawn.",
        before,
    )
    return [message % {"number": before, "year": stretches[0].start.year}]


def without_date(number: int, link: Link) -> list[SafeString]:
    """How many meetings are on no day, with the way to them."""
    if not number:
        return []
    message = ngettext(
        "%(number)d meeting of this search is not drawn, as no date is told.",
        "%(number)d meetings of this search are not drawn, as no date is told.",
        number,
    )
    return [element("a", message % {"number": number}, href=link(**{"from": "", "to": "", "period": UNDATED}))]
