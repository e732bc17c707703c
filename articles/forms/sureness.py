"""What an editor chooses when accepting in bulk, and in which order proposals are walked through."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.enums import MentionLabel, ProposalOrder
from articles.queries.sureness import USUAL

#: Below this, most of what is accepted would have to be corrected.
LEAST = 50


class SureForm(forms.Form):
    """From which percentage on, and which label; empty for the usual one and for all."""

    at = forms.IntegerField(label=_("Sure at least to (in percent)"), required=False, min_value=LEAST, max_value=100)
    label = forms.ChoiceField(label=_("Label"), required=False, choices=[("", _("all labels")), *MentionLabel.choices])

    def clean_at(self) -> int:
        return self.cleaned_data["at"] or USUAL


class AcceptSureForm(SureForm):
    """The same with what stands for the list the editor saw."""

    seen = forms.CharField(max_length=64)


def order_of(query: QueryDict) -> ProposalOrder:
    """The order in the address; the text's, if it names none."""
    return ProposalOrder.DOUBT if query.get("order") == ProposalOrder.DOUBT else ProposalOrder.TEXT


def with_order(address: str, order: ProposalOrder) -> str:
    """An address without a query, in this order."""
    return address if order == ProposalOrder.TEXT else f"{address}?order={order.value}"
