"""SVG piece by piece; every name, value and text is escaped. Colours are classes: the style sheet has the themes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

#: The address of the search, with these parameters changed.
Link = Callable[..., str]
#: Every picture is as wide as a column of text; narrow screens scroll it.
WIDTH = 760


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table beside a picture, with the way to what it counts."""

    text: str | int
    href: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Picture:
    """`notes` say what the picture leaves out; without anything to draw, `svg` is empty."""

    title: str
    svg: SafeString
    table: Table
    notes: Sequence[str] = field(default=())
    #: Whose work it leans on.
    credit: str = ""


def element(name: str, *content: str | SafeString, **attributes: object) -> SafeString:
    """`element("text", "Ankara", x=1.5, text_anchor="end")`; a trailing underscore is for Python's own words."""
    named = {key.rstrip("_").replace("_", "-"): shown(value) for key, value in attributes.items() if value is not None}
    return format_html("<{}{}>{}</{}>", name, flatatt(named), together(content), name)


def shown(value: object) -> str:
    """Lengths to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def together(parts: Iterable[str | SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


#: The drawing of nothing.
NOTHING = together(())


def mark(href: str, label: str, *shapes: SafeString, **attributes: object) -> SafeString:
    """Shapes that lead somewhere; `label` is what is read out and what the pointer shows."""
    return element("a", element("title", label), *shapes, href=href, aria_label=label, **attributes)


def drawing(kind: str, title: str, description: str, height: float, *content: SafeString) -> SafeString:
    """The picture itself. A group and no image, so that the links in it are reached."""
    return element(
        "svg",
        element("title", title, id=f"{kind}-title"),
        element("desc", description, id=f"{kind}-desc"),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {shown(float(height))}",
        width=WIDTH,
        height=shown(float(height)),
        class_=f"picture {kind}",
        role="group",
        aria_labelledby=f"{kind}-title",
        aria_describedby=f"{kind}-desc",
    )


def level(number: int, most: int, levels: int = 5) -> int:
    """Which of so many shades a number gets; every number has one."""
    return max(1, min(levels, -(-number * levels // max(most, 1))))


def shortened(name: str, longest: int) -> str:
    """A name that fits; its mark says it whole."""
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
