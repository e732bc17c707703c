"""Keeping a search under a name."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

SEARCHES = {"meeting-list", "statement-list"}


class SavedSearchForm(forms.Form):
    name = forms.CharField(label=_("name"), max_length=120)
    path = forms.CharField(max_length=2000, widget=forms.HiddenInput)

    def clean_path(self) -> str:
        """Only addresses of searches of this desk are kept."""
        path = str(self.cleaned_data["path"])
        try:
            known = resolve(path.partition("?")[0]).url_name in SEARCHES
        except Resolver404:
            known = False
        if not known or path.startswith("//"):
            raise ValidationError(_("Only searches of this desk can be kept."))
        return path
