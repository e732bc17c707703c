"""Which part of the work queue an editor works on, and why an article is left out."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.enums import QueueOrder, SkipReason
from articles.models import Source
from articles.queries.imports import open_imports
from articles.queries.queue import QueueSpec


class QueueForm(forms.Form):
    """All optional; the choice is the address of the page."""

    order = forms.ChoiceField(label=_("Order"), required=False, choices=QueueOrder)
    source = forms.ModelChoiceField(
        Source.objects.all(), label=_("Source"), required=False, to_field_name="slug", empty_label=_("all sources")
    )
    batch = forms.ModelChoiceField(
        open_imports(), label=_("Import"), required=False, empty_label=_("all imports"), blank=True
    )

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data, label_suffix="")

    def spec(self) -> QueueSpec:
        """What was chosen; what cannot be used does not narrow the queue."""
        self.is_valid()
        given = self.cleaned_data
        order = QueueOrder(given.get("order") or QueueOrder.DOUBT)
        return QueueSpec(order, given.get("source"), given.get("batch"))

    def chosen(self) -> dict[str, str]:
        """The choice as it stands in an address, for the next time."""
        return {name: str(self.data[name]) for name in self.fields if self.data.get(name)}


class SkipForm(forms.Form):
    reason = forms.ChoiceField(label=_("Why"), choices=SkipReason)
    words = forms.CharField(label=_("In your words"), required=False, max_length=300)
