"""The question who held an office on a day."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.forms.period import end_of
from articles.queries.countries import country_name
from articles.queries.who_was import countries_with_posts, country_told
from articles.validators import name_key

#: Offices as French texts call them, and in the reader's language; English is understood in any.
CALLED: list[tuple[str, str | Promise, str]] = [
    ("foreign minister", _("foreign minister"), "ministre des Affaires étrangères"),
    ("prime minister", _("prime minister"), "Premier ministre"),
    ("head of government", _("head of government"), "chef du gouvernement"),
    ("president", _("president"), "président"),
    ("head of state", _("head of state"), "chef de l'État"),
    ("defence minister", _("defence minister"), "ministre de la Défense"),
    ("secretary of state", _("secretary of state"), "secrétaire d'État"),
    ("chancellor", _("chancellor"), "chancelier"),
    ("ambassador", _("ambassador"), "ambassadeur"),
    ("king", _("king"), "roi"),
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
        """The office in French, where it was asked for in the words of another language."""
        asked = name_key(str(self.cleaned_data["post"]))
        for english, local, french in CALLED:
            if asked in {name_key(english), name_key(str(local))}:
                return french
        return str(self.cleaned_data["post"])

    def land(self) -> str:
        """The country chosen, else the one that the words name, else any."""
        return str(self.cleaned_data["country"]) or country_told(str(self.cleaned_data["post"]))
