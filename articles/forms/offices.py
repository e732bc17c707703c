"""The question who held an office on a day."""

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.forms.period import end_of
from articles.queries.countries import country_name
from articles.queries.english_offices import office_in_french
from articles.queries.who_was import countries_with_posts, country_told
from articles.validators import name_key

#: Offices in the reader's language, for the field to suggest.
CALLED: list[str | Promise] = [
    _("foreign minister"),
    _("prime minister"),
    _("head of government"),
    _("president"),
    _("head of state"),
    _("defence minister"),
    _("secretary of state"),
    _("chancellor"),
    _("ambassador"),
    _("king"),
]


def country_choices() -> list[tuple[str, str | Promise]]:
    """Asked for when the field is."""
    named = [(country_name(code), code) for code in countries_with_posts()]
    return [("", _("any")), *((code, name) for name, code in sorted(named, key=lambda each: name_key(each[0])))]


class WhoWasForm(forms.Form):
    """`?post=ministre des Affaires étrangères&country=FR&on=2023`; without a date, all times."""

    post = forms.CharField(
        label=_("Post"),
        max_length=300,
        widget=forms.TextInput({"list": "offices", "autocomplete": "off", "placeholder": _("foreign minister")}),
    )
    country = forms.ChoiceField(label=_("Country"), required=False)
    on = forms.CharField(
        label=_("Year, month or day"), required=False, max_length=30, widget=forms.TextInput({"placeholder": "2023"})
    )

    def __init__(self, data: Mapping[str, Any] | None) -> None:
        super().__init__(data, label_suffix="")
        self.fields["country"].choices = cache(country_choices)  # type: ignore[attr-defined]  # read once a form

    def clean_on(self) -> tuple[date, date]:
        text = str(self.cleaned_data["on"]).strip()
        if not text:
            return date.min, date.max
        try:
            return end_of(text, last=False), end_of(text, last=True)
        except ValueError:
            message = _("“%(value)s” is not a date. Write 2023, 2023-11, 2023-11-06 or 6/11/2023.")
            raise ValidationError(message, params={"value": text}) from None

    def office(self) -> str:
        """The office in French; English is understood whatever the language of the page."""
        return self.in_french[0] if self.in_french else str(self.cleaned_data["post"])

    def land(self) -> str:
        """The country chosen, else the one that the words name, else any."""
        told = self.in_french[1] if self.in_french else country_told(str(self.cleaned_data["post"]))
        return str(self.cleaned_data["country"]) or told

    @cached_property
    def in_french(self) -> tuple[str, str] | None:
        return office_in_french(str(self.cleaned_data["post"]))
