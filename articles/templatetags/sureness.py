"""How sure the machine is, in words and as a bar; addresses that keep the order of the proposals."""

from typing import Any, Protocol

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.enums import ProposalOrder
from articles.forms.sureness import order_of, with_order
from articles.models.annotation import DOUBTFUL_BELOW
from articles.templatetags.ui import page_address

register = template.Library()

#: What is this close below a whole percentage was rounded in between.
TINY = 1e-9


BAR = (
    '<span class="sureness {}"><svg width="36" height="5" aria-hidden="true" focusable="false">'
    '<rect class="track" width="36" height="5" rx="2.5" /><rect class="level" width="{}%" height="5" rx="2.5" /></svg> '
    "{}</span>"
)


class Judged(Protocol):
    """What a machine proposed, and perhaps a person decided on."""

    @property
    def is_decided(self) -> bool: ...
    @property
    def confidence(self) -> float | None: ...
    @property
    def decided_by(self) -> object: ...


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


@register.simple_tag
def sureness_bar(share: float) -> SafeString:
    """A share as a small bar and in words."""
    return format_html(BAR, "doubtful" if doubtful(share) else "", percent(share), sure(share))


@register.simple_tag
def sureness_of(row: Judged) -> SafeString | str:
    """How sure the machine is of what it proposes, until somebody decides."""
    if row.is_decided or row.confidence is None:
        return ""
    return sureness_bar(row.confidence)


@register.simple_tag
def verdict(row: Judged) -> SafeString:
    """Whether a person has decided on a machine's proposal."""
    if not row.is_decided:
        return format_html('<span class="decision">{}</span> {}', _("proposed"), sureness_of(row))
    by = row.decided_by
    words = _("verified by %(name)s") % {"name": by} if by else _("verified")
    return format_html('<span class="decision decided">{}</span>', words)


@register.simple_tag(takes_context=True)
def proposal_order(context: dict[str, Any]) -> ProposalOrder:
    """The order in which the page walks through the proposals."""
    return order_of(context["request"].GET)


@register.simple_tag(takes_context=True)
def ordered_url(context: dict[str, Any], name: str, *args: object) -> str:
    """The address of a view of the annotation page, in the order of the page."""
    address = page_address(name, args[0]) if len(args) == 1 and isinstance(args[0], int) else reverse(name, args=args)
    return with_order(address, order_of(context["request"].GET))
