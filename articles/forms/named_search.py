"""Lists from A to Z: which names to show."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.queries.countries import country_code


class NamedSearchForm(forms.Form):
    """A subclass adds the kinds there are."""

    q = forms.CharField(label=_("Name"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
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

    def asked(self) -> dict[str, str]:
        """What is looked for; what cannot be understood counts as left out."""
        cleaned: dict[str, Any] = self.cleaned_data
        return {
            "name": cleaned.get("q", ""),
            "kind": cleaned.get("kind", ""),
            "country": cleaned.get("country", ""),
            "letter": cleaned.get("letter", "").lower(),
        }
