"""Who met whom, as a network: people as dots with their names, meetings as lines between them."""

from collections.abc import Sequence
from math import sqrt

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.pictures.layout import laid_out
from articles.pictures.svg import NOTHING, Cell, Link, Picture, Table, drawing, element, mark, shortened
from articles.pictures.timeline import counted
from articles.queries.countries import country_name
from articles.queries.meeting_network import Network, Person, Tie

LETTER, LONGEST = 6.8, 24
Spot = tuple[float, float]


def network_picture(told: Network, link: Link) -> Picture:
    """Who was asked for stands in the middle, tied to all."""
    title = _("Who met whom")
    table = table_of(told, link)
    if not told.people:
        return Picture(title, NOTHING, table)
    names = [shortened(name, LONGEST) for name in all_names(told)]
    spots, height = laid_out([len(name) * LETTER + 8 for name in names], all_ties(told), central=bool(told.centre))
    text = _(
        "A dot for each person, the larger the more often met; a line between two who met, the thicker the more often."
    )
    most = max(person.number for person in told.people)
    first = 1 if told.centre else 0
    placed = list(zip(told.people, names[first:], spots[first:], strict=True))
    spokes = [line(spots[0], spot, person.number, most) for person, _name, spot in placed] if first else []
    ties = [tie_line(tie, told.people, (placed[tie.one][2], placed[tie.other][2]), most, link) for tie in told.ties]
    dots = [
        dot(person, name, spot, most, link(**meeting(person, central=bool(first)))) for person, name, spot in placed
    ]
    if told.centre:
        dots.insert(0, middle(told.centre.name, names[0], spots[0], link))
    lines = element("g", *spokes, aria_hidden="true"), element("g", *ties)
    return Picture(title, drawing("network", title, text, height, *lines, element("g", *dots)), table, notes(told))


def all_names(told: Network) -> list[str]:
    return [*([told.centre.name] if told.centre else []), *(person.name for person in told.people)]


def all_ties(told: Network) -> list[Tie]:
    """With those to the middle, if there is one."""
    if not told.centre:
        return told.ties
    spokes = [Tie(0, place + 1, person.number) for place, person in enumerate(told.people)]
    return [*spokes, *(Tie(tie.one + 1, tie.other + 1, tie.number) for tie in told.ties)]


def line(start: Spot, end: Spot, number: int, most: int) -> SafeString:
    (x1, y1), (x2, y2) = start, end
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=0.8 + 3 * number / most, class_="spoke")


def tie_line(tie: Tie, people: Sequence[Person], spots: tuple[Spot, Spot], most: int, link: Link) -> SafeString:
    """Reached by pointer; by keyboard, the same link stands in the table."""
    (x1, y1), (x2, y2) = (upwards(spot) for spot in spots)
    width = min(6.0, 0.8 + 3 * tie.number / most)
    shape = element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=width, class_="tie")
    label = f"{between(tie, people)} : {counted(tie.number)}"
    return mark(link(**asking(tie, people)), label, shape, tabindex=-1)


def upwards(spot: Spot) -> Spot:
    """The dot stands above the middle of dot and name."""
    return spot[0], spot[1] - 7


def dot(person: Person, name: str, spot: Spot, most: int, href: str) -> SafeString:
    x, y = upwards(spot)
    circle = element("circle", cx=x, cy=y, r=3 + 5 * sqrt(person.number / most), class_="spot")
    text = element("text", name, x=x, y=spot[1] + 13, text_anchor="middle", class_="label halo")
    label = f"{full_name(person)} : {counted(person.number)}"
    return mark(href, label, circle, text)


def meeting(person: Person, *, central: bool) -> dict[str, str]:
    return {"with": person.slug} if central else {"actor": person.slug}


def middle(name: str, short: str, spot: Spot, link: Link) -> SafeString:
    x, y = upwards(spot)
    circle = element("circle", cx=x, cy=y, r=9, class_="centre")
    text = element("text", short, x=x, y=spot[1] + 15, text_anchor="middle", class_="label halo strong")
    return mark(link(), name, circle, text)


def full_name(person: Person) -> str:
    return f"{person.name}, {country_name(person.country)}" if person.country else person.name


def between(tie: Tie, people: Sequence[Person]) -> str:
    return f"{people[tie.one].name} – {people[tie.other].name}"


def asking(tie: Tie, people: Sequence[Person]) -> dict[str, str]:
    return {"actor": people[tie.one].slug, "with": people[tie.other].slug}


def table_of(told: Network, link: Link) -> Table:
    """People first, then pairs of them."""
    ways = [link(**meeting(person, central=told.centre is not None)) for person in told.people]
    rows = [[Cell(full_name(person)), Cell(person.number, way)] for person, way in zip(told.people, ways, strict=True)]
    rows += [[Cell(between(tie, told.people)), Cell(tie.number, link(**asking(tie, told.people)))] for tie in told.ties]
    return Table(_("How many meetings, by person and by pair"), [_("Person or pair"), _("Meetings")], rows)


def notes(told: Network) -> list[str]:
    found = []
    if told.people_cut:
        number = len(told.people)
        message = ngettext("Only %(number)d person is drawn.", "Only the %(number)d people met most are drawn.", number)
        found.append(message % {"number": number})
    if told.ties_cut:
        found.append(_("Only the %(number)d strongest ties among them are drawn.") % {"number": len(told.ties)})
    return found
