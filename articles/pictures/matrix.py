"""Countries against countries: how often they met."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.pictures.svg import NOTHING, Cell, Link, Picture, Table, drawing, element, level, mark, shortened
from articles.pictures.timeline import counted
from articles.queries.countries import country_name
from articles.queries.country_pairs import Pairs

LEFT, STEP, SIZE, TOP = 166, 27, 25, 8
LONGEST = 22


def matrix(pairs: Pairs, link: Link) -> Picture:
    """Half of a square: who met whom is the same either way. The diagonal has meetings of two people of one country."""
    title = _("Which countries meet which")
    table = table_of(pairs, link)
    if not pairs.numbers:
        return Picture(title, NOTHING, table)
    text = _(
        "A square for each two countries; the number says how many meetings people of both took part in, the shade "
        "too. On the diagonal, meetings of two people of the same country."
    )
    most = max((number for (one, other), number in pairs.numbers.items() if one != other), default=1)
    rows = [row_of(place, pairs, most, link) for place in range(len(pairs.countries))]
    height = TOP + STEP * len(pairs.countries) + 8
    svg = drawing("matrix", title, text, height, *rows, names_below(pairs.countries))
    return Picture(title, svg, table, notes(pairs))


def row_of(place: int, pairs: Pairs, most: int, link: Link) -> SafeString:
    code = pairs.countries[place]
    y = TOP + STEP * place
    label = element(
        "text", shortened(country_name(code), LONGEST), x=LEFT - 10, y=y + 17, text_anchor="end", class_="label"
    )
    cells = [square(pairs, column, place, most, link) for column in range(place + 1)]
    return element("g", mark(link(country=code, country2=""), country_name(code), label), *cells)


def square(pairs: Pairs, column: int, place: int, most: int, link: Link) -> SafeString:
    pair = pairs.countries[column], pairs.countries[place]
    number, x, y = pairs.numbers.get(pair, 0), LEFT + STEP * column, TOP + STEP * place
    if not number:
        return element("rect", x=x, y=y, width=SIZE, height=SIZE, class_="day")
    shade = level(number, most)
    box = element("rect", x=x, y=y, width=SIZE, height=SIZE, class_=f"level-{shade}")
    text = element("text", str(number), x=x + SIZE / 2, y=y + 17, text_anchor="middle", class_=f"on-{shade}")
    return mark(link(**asking(*pair)), f"{between(*pair)} : {counted(number)}", box, text)


def names_below(countries: Sequence[str]) -> SafeString:
    """The codes on the diagonal's right, where each column ends."""
    labels = [
        element("text", code, x=LEFT + STEP * (place + 1) + 4, y=TOP + STEP * place + 17, class_="axis")
        for place, code in enumerate(countries)
    ]
    return element("g", *labels, aria_hidden="true")


def asking(one: str, other: str) -> dict[str, str]:
    return {"country": one, "country2": other}


def between(one: str, other: str) -> str:
    if one == other:
        return _("Two people of %(country)s") % {"country": country_name(one)}
    return f"{country_name(one)} – {country_name(other)}"


def table_of(pairs: Pairs, link: Link) -> Table:
    """The pairs, the most frequent first."""
    ranked = sorted(pairs.numbers.items(), key=lambda each: (-each[1], each[0]))
    rows = [[Cell(between(*pair)), Cell(number, link(**asking(*pair)))] for pair, number in ranked]
    return Table(_("How many meetings, by pair of countries"), [_("Countries"), _("Meetings")], rows)


def notes(pairs: Pairs) -> list[str]:
    if not pairs.cut:
        return []
    number = len(pairs.countries)
    message = ngettext(
        "Only the country that meets most is drawn.", "Only the %(number)d countries that meet most are drawn.", number
    )
    return [message % {"number": number}]
