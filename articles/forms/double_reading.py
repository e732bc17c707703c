"""What a manager asks readers for, what a reader marks, what the adjudicator takes."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.enums import Taken
from articles.forms.mention import AddMentionForm, MeantForm
from articles.models import Actor, Article, Place
from articles.permissions import EDITORS, MANAGERS
from articles.queries.double_reading import Comparison

#: Articles that can be asked for at once.
MOST = 50


class AskForm(forms.Form):
    articles = forms.CharField(
        label=_("Articles, by number, one a line"), widget=forms.Textarea({"rows": 3}), max_length=2000
    )
    first = forms.ModelChoiceField(User.objects.none(), label=_("First reader"))
    second = forms.ModelChoiceField(User.objects.none(), label=_("Second reader"))
    prefilled = forms.BooleanField(label=_("start from the machine's proposals"), required=False)
    with_statements = forms.BooleanField(label=_("statements too"), required=False, initial=True)
    with_links = forms.BooleanField(label=_("links too: whom or what each mention means"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        allowed = Q(groups__name__in=[EDITORS, MANAGERS]) | Q(is_superuser=True)
        people = User.objects.filter(allowed, is_active=True).distinct().order_by("username")
        for name in ("first", "second"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- declared above
            field.queryset = people

    def clean_articles(self) -> list[Article]:
        lines = self.cleaned_data["articles"].split()
        numbers = [int(line) for line in lines if line.isdecimal() and len(line) < 19]
        found = Article.objects.only("pk", "title", "text").in_bulk(numbers)
        if len(numbers) < len(lines) or len(found) < len(set(numbers)) or len(numbers) > MOST:
            raise ValidationError(_("Give up to fifty numbers of articles, as in their addresses."))
        return list(found.values())

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("first") and data.get("first") == data.get("second"):
            self.add_error("second", _("Choose two different readers."))
        return data


class MarkForm(AddMentionForm):
    """Words and their label, in one's own reading; whom or what they mean, when a mark comes back."""

    actor = forms.ModelChoiceField(
        Actor.objects.all(), to_field_name="slug", required=False, widget=forms.HiddenInput, blank=True
    )
    place = forms.ModelChoiceField(
        Place.objects.all(), to_field_name="slug", required=False, widget=forms.HiddenInput, blank=True
    )


class MarkLinkForm(MeantForm):
    """Whom or what a mark means: somebody or some place that the collection knows, as a reading adds nothing to it."""


def choices_of(data: Any, found: Comparison) -> dict[str, Taken]:
    """What was chosen for each difference; what was left open is missing."""
    wanted = (Taken.FIRST, Taken.SECOND, Taken.NEITHER)
    return {key: Taken(data[key]) for key in found.open_keys if data.get(key) in wanted}


def left_open(data: Any, found: Comparison) -> int:
    """How many differences nobody chose for."""
    return len(found.open_keys) - len(choices_of(data, found))
