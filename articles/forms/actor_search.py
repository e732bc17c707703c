"""The list of actors: which to show."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.enums import ActorKind
from articles.queries.actors import ActorSearch
from articles.queries.countries import country_code


class ActorSearchForm(forms.Form):
    q = forms.CharField(label=_("Name"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all")), *ActorKind.choices])
    country = forms.CharField(label=_("Country"), required=False, max_length=100)
    letter = forms.CharField(required=False, max_length=1, widget=forms.HiddenInput)

    def clean_country(self) -> str:
        text = str(self.cleaned_data["country"])
        code = country_code(text)
        if text and not code:
            raise forms.ValidationError(
                _("No country is called “%(name)s”. Write its name or its two-letter code."), params={"name": text}
            )
        return code

    def search(self) -> ActorSearch:
        """What is looked for; what cannot be understood counts as left out."""
        cleaned: dict[str, Any] = self.cleaned_data
        return ActorSearch(
            name=cleaned.get("q", ""),
            kind=cleaned.get("kind", ""),
            country=cleaned.get("country", ""),
            letter=cleaned.get("letter", "").lower(),
        )
