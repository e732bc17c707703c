"""What an import is told about records that are silent, and how it is to go."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.actions.import_state import ImportOptions
from articles.actions.intake import Defaults
from articles.importers.fields import language


class ImportForm(forms.Form):
    """The options of `import_articles` by their names; all may be left out."""

    source = forms.CharField(label=_("Source of records that name none"), required=False, max_length=200)
    language = forms.CharField(label=_("Language of records that name none"), required=False, max_length=8)
    date = forms.DateField(label=_("Date of records that give none"), required=False, input_formats=["%Y-%m-%d"])
    dry_run = forms.ChoiceField(label=_("Check only"), required=False, choices=[("", _("no")), ("1", _("yes"))])
    annotate = forms.ChoiceField(label=_("Pre-annotate"), required=False, choices=[("", _("yes")), ("0", _("no"))])

    def clean_language(self) -> str:
        try:
            return language(self.cleaned_data["language"]) or Defaults().language
        except ValueError as error:
            raise ValidationError(str(error)) from None

    def options(self, *, format_name: str) -> ImportOptions:
        data: dict[str, Any] = self.cleaned_data
        dry = data["dry_run"] == "1"
        return ImportOptions(
            format=format_name,
            defaults=Defaults(source=data["source"], language=data["language"], day=data["date"]),
            dry_run=dry,
            annotate=data["annotate"] != "0" and not dry,
        )
