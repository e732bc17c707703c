"""How sure the machine is, in words; addresses that keep the order of the proposals."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.enums import ProposalOrder
from articles.forms.sureness import order_of, with_order
from articles.models.annotation import DOUBTFUL_BELOW

register = template.Library()

#: What is this close below a whole percentage was rounded in between.
TINY = 1e-9


@register.filter
def percent(share: float) -> int:
    """Whole percents, rounded down: 99.9 is not yet certain, and 94.9 is not among those from 95 on."""
    return int(share * 100 + TINY)


@register.filter
def sure(share: float | None) -> str:
    """`93 % sure`; empty where nothing was measured."""
    return "" if share is None else _("%(percent)d%% sure") % {"percent": percent(share)}


@register.filter
def doubtful(share: float) -> bool:
    return share < DOUBTFUL_BELOW


@register.filter
def rounded(number: float) -> int:
    return round(number)


@register.simple_tag(takes_context=True)
def proposal_order(context: dict[str, Any]) -> ProposalOrder:
    """The order in which the page walks through the proposals."""
    return order_of(context["request"].GET)


@register.simple_tag(takes_context=True)
def ordered_url(context: dict[str, Any], name: str, *args: object) -> str:
    """The address of a view of the annotation page, in the order of the page."""
    return with_order(reverse(name, args=args), order_of(context["request"].GET))
