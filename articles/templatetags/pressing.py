"""Forms and buttons of the annotation page, written at once: templates take long over many small pieces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Protocol

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from articles.enums import AnnotationStatus, ProposalOrder
from articles.forms.sureness import order_of, with_order
from articles.queries.keyboards import keyboard_of
from articles.templatetags.keys import hint, working_keys
from articles.templatetags.ui import page_address

register = template.Library()

PREFIXES = {"mention": "m", "report": "report", "statement": "statement"}
WORDS = {"accept": _("Accept"), "reject": _("Reject"), "restore": _("Take back")}
#: What still stands as the machine or a person left it, and may be accepted as it is.
UNDECIDED_OR_REFUSED = frozenset({AnnotationStatus.PROPOSED, AnnotationStatus.REJECTED})


@dataclass(frozen=True, slots=True)
class Desk:
    """What all forms of a page share: the field against forgery, the order of the proposals, the keys that work."""

    token: str
    order: ProposalOrder
    keys: Mapping[str, Sequence[str]]

    def address(self, name: str, key: int) -> str:
        """Where to send it, in the order of the page."""
        return escape(with_order(page_address(name, key), self.order))

    def hint(self, command: str) -> str:
        """The first key of a command; nothing where it has none."""
        return hint(self.keys.get(command))


class Decidable(Protocol):
    @property
    def pk(self) -> int: ...
    @property
    def version(self) -> int: ...
    @property
    def status(self) -> str: ...
    @property
    def is_decided(self) -> bool: ...


def desk_of(context: Mapping[str, Any]) -> Desk:
    request = context["request"]
    token = escape(str(context["csrf_token"]))
    return Desk(
        token=f'<input type="hidden" name="csrfmiddlewaretoken" value="{token}">',
        order=order_of(request.GET),
        keys=working_keys(keyboard_of(request.user)),
    )


def edit_form(desk: Desk, address: str, verb: str, row: str, inside: str, *, look: str = "") -> str:
    """A form that scripts know as the edit `verb` of a row; what it gets is escaped already."""
    return (
        f'<form{look} action="{address}" method="post" data-edit="{verb}" data-row="{row}">'
        f"{desk.token}\n{inside}\n</form>"
    )


def version_field(row: Decidable) -> str:
    """What a decision must name."""
    return f'<input type="hidden" name="version" value="{row.version}">'


def named(name: str, value: object) -> str:
    """One attribute, or nothing for an empty value."""
    return f' {name}="{escape(str(value))}"' if value else ""


@register.simple_tag(takes_context=True)
def record_buttons(context: dict[str, Any], kind: str, row: Decidable) -> SafeString:
    """What can be decided at once on a `report` or a `statement`."""
    desk = desk_of(context)
    buttons = (decision(desk, kind, row, verb, look=of_which(kind, row, verb)) for verb in verbs(row))
    return mark_safe("\n".join(buttons))  # noqa: S308 -- all is escaped


def of_which(kind: str, row: Decidable, verb: str) -> str:
    """A button of a card is named by what it does and by whom the card is about."""
    name = f"{PREFIXES[kind]}-{row.pk}"
    return f' id="{name}-{verb}" aria-labelledby="{name}-{verb} {name}-who"'


def verbs(row: Decidable) -> list[str]:
    """The decisions that would change something."""
    offered = {
        "accept": row.status in UNDECIDED_OR_REFUSED,
        "reject": row.status != AnnotationStatus.REJECTED,
        "restore": row.is_decided,
    }
    return [verb for verb, fits in offered.items() if fits]


def decision(desk: Desk, kind: str, row: Decidable, verb: str, *, look: str = "", hint: str = "") -> str:
    """One decision on one row; `look` holds the attributes of its button, `hint` its key."""
    button = f'<button type="submit"{look}>{escape(str(WORDS[verb]))}{hint}</button>'
    row_name = f"{PREFIXES[kind]}-{row.pk}"
    return edit_form(desk, desk.address(f"{kind}-{verb}", row.pk), verb, row_name, f"{version_field(row)}\n{button}")
