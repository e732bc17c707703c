"""The list of places: which to show."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.enums import PlaceKind
from articles.forms.named_search import NamedSearchForm
from articles.queries.places import PlaceSearch


class PlaceSearchForm(NamedSearchForm):
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all")), *PlaceKind.choices])

    def search(self) -> PlaceSearch:
        return PlaceSearch(**self.asked())
