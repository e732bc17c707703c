"""The map of where meetings took place, and of somebody's ways between them."""

from collections.abc import Sequence
from math import hypot, sqrt

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.pictures.svg import NOTHING, WIDTH, Cell, Link, Picture, Table, drawing, element, mark, shortened
from articles.pictures.timeline import counted, named
from articles.pictures.world import UNITS, Frame, frame_around, outline
from articles.queries.countries import country_name
from articles.queries.english_names import place_called
from articles.queries.meeting_places import Leg, PlaceMet, Whereabouts

#: The radius of a circle: of one meeting, of one that is four times as frequent, and of the largest.
LEAST, STEP, LARGEST = 3.2, 1.9, 14.0
#: A letter's width and a line's height, for labels that must not touch.
LETTER, LINE, LONGEST = 6.3, 13, 24
LABELS = 40
Rectangle = tuple[float, float, float, float]


def world_map(told: Whereabouts, link: Link) -> Picture:
    title = _("Where they met")
    drawn = [place for place in told.places if place.point]
    table = table_of(told, link)
    if not drawn:
        return Picture(title, NOTHING, table, notes(told))
    frame = frame_around([place.point for place in drawn if place.point])
    text = _(
        "A circle for each place, the larger the more meetings were there. "
        "Curves lead from the place of one meeting to that of the next."
    )
    land = element("path", d=outline(frame), transform=f"scale({1 / UNITS})", class_="land", fill_rule="evenodd")
    ways = [way(leg, frame, link) for leg in told.legs]
    circles = [circle(place, frame, link) for place in drawn]
    content = (
        land,
        element("g", *ways),
        element("g", *circles),
        element("g", *labels(drawn, frame), aria_hidden="true"),
    )
    credit = _("Outline: Natural Earth. Coordinates of cities: GeoNames, CC BY 4.0.")
    return Picture(title, drawing("map", title, text, frame.height, *content), table, notes(told), credit)


def radius(place: PlaceMet) -> float:
    return min(LARGEST, LEAST + STEP * (sqrt(place.number) - 1))


def at(place: PlaceMet, frame: Frame) -> tuple[float, float]:
    return frame.at(place.point) if place.point else (0.0, 0.0)


def circle(place: PlaceMet, frame: Frame, link: Link) -> SafeString:
    """A country, where no city is told, is a ring."""
    x, y = at(place, frame)
    shape = element("circle", cx=x, cy=y, r=radius(place), class_="ring" if place.kind == "country" else "spot")
    return mark(link(**asking(place)), f"{full_name(place)} : {counted(place.number)}", shape)


def asking(place: PlaceMet) -> dict[str, str]:
    return {"city": place.slug, "place": "", "in": ""}


def full_name(place: PlaceMet) -> str:
    name = called(place)
    return f"{name}, {country_name(place.country)}" if place.country and place.kind != "country" else name


def called(place: PlaceMet) -> str:
    return country_name(place.country) if place.kind == "country" and place.country else place_called(place.name)


def way(leg: Leg, frame: Frame, link: Link) -> SafeString:
    """A curve that bends to the left of who goes, so that there and back are apart."""
    (x, y), (to_x, to_y) = at(leg.start, frame), at(leg.end, frame)
    bend = 0.18
    middle = (x + to_x) / 2 + (to_y - y) * bend, (y + to_y) / 2 - (to_x - x) * bend
    curve = f"M{x:.1f} {y:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {to_x:.1f} {to_y:.1f}"
    shapes = element("path", d=curve, class_="way"), arrow((to_x, to_y), middle)
    return mark(link(**days_of(leg)), f"{route(leg)}, {named(leg.days)} : {counted(leg.number)}", *shapes)


def arrow(tip: tuple[float, float], origin: tuple[float, float]) -> SafeString:
    """A small triangle near the end of a curve that comes from `origin`."""
    length = hypot(tip[0] - origin[0], tip[1] - origin[1]) or 1.0
    dx, dy = (tip[0] - origin[0]) / length, (tip[1] - origin[1]) / length
    x, y = tip[0] - 6 * dx, tip[1] - 6 * dy
    corners = ((x, y), (x - 7 * dx - 3 * dy, y - 7 * dy + 3 * dx), (x - 7 * dx + 3 * dy, y - 7 * dy - 3 * dx))
    return element("polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in corners), class_="arrow")


def route(leg: Leg) -> str:
    return f"{called(leg.start)} → {called(leg.end)}"


def days_of(leg: Leg) -> dict[str, str]:
    first, last = leg.days.asked
    return {"from": first, "to": last, "period": ""}


def labels(places: Sequence[PlaceMet], frame: Frame) -> list[SafeString]:
    """The names of the most frequent places, each where it covers nothing; where there is no room, none."""
    taken = [box_around(at(place, frame), radius(place)) for place in places]
    found = []
    for place in places[:LABELS]:
        name = shortened(called(place), LONGEST)
        for x, y, anchor in sites(at(place, frame), radius(place)):
            box = label_box(x, y, anchor, name)
            inside = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= frame.height
            if inside and not any(overlap(box, other) for other in taken):
                taken.append(box)
                found.append(element("text", name, x=x, y=y, text_anchor=anchor, class_="label halo"))
                break
    return found


def sites(point: tuple[float, float], size: float) -> list[tuple[float, float, str]]:
    """Where a label may stand beside a circle, the best first."""
    x, y = point
    gap = size + 3
    return [(x + gap, y + 4, "start"), (x - gap, y + 4, "end"), (x, y - gap, "middle"), (x, y + gap + 9, "middle")]


def label_box(x: float, y: float, anchor: str, name: str) -> Rectangle:
    width = len(name) * LETTER
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    return left, y - LINE + 3, left + width, y + 3


def box_around(point: tuple[float, float], size: float) -> Rectangle:
    return point[0] - size, point[1] - size, point[0] + size, point[1] + size


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def table_of(told: Whereabouts, link: Link) -> Table:
    """Places, those that are not on the map too, then ways."""
    rows = [[Cell(full_name(place)), Cell(place.number, link(**asking(place)))] for place in told.places]
    rows += [[Cell(f"{route(leg)}, {named(leg.days)}"), Cell(leg.number, link(**days_of(leg)))] for leg in told.legs]
    return Table(_("How many meetings, by place and by way"), [_("Place or way"), _("Meetings")], rows)


def notes(told: Whereabouts) -> list[str]:
    found = []
    if missing := [called(place) for place in told.places if not place.point]:
        message = _("Not on the map, as their coordinates are not known: %(names)s.")
        found.append(message % {"names": ", ".join(missing)})
    if told.untold:
        message = ngettext(
            "Of %(number)d meeting no place is told.", "Of %(number)d meetings no place is told.", told.untold
        )
        found.append(message % {"number": told.untold})
    if told.places_cut:
        found.append(_("Only the %(number)d places with most meetings are shown.") % {"number": len(told.places)})
    if told.legs_cut:
        found.append(_("Only the latest ways are shown. Choose a shorter period for others."))
    return found
