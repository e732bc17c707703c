from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.enums import ProposalOrder, ReviewState
from articles.forms.names_widened import LITERAL, asked
from articles.forms.period import PeriodEndField
from articles.forms.sources import SourceField
from articles.search.articles import ArticleSearch

DOUBT = ProposalOrder.DOUBT.value
#: What the other searches call the ends of a period.
ENDS = {"from": "since", "to": "until"}


class ArticleFilterForm(forms.Form):
    """The filters of the article list, all optional; they are the query part of its address."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    literal = forms.ChoiceField(label=_("Names"), required=False, choices=LITERAL)
    actor = forms.CharField(label=_("Person or body"), required=False, max_length=200)
    source = SourceField(label=_("Source"), empty_label=_("all sources"))
    since = PeriodEndField(label=_("From"), last=False, widget=forms.TextInput({"placeholder": _("2023-11")}))
    until = PeriodEndField(label=_("To"), last=True, widget=forms.TextInput({"placeholder": _("2023-12-31")}))
    state = forms.ChoiceField(label=_("Review"), required=False, choices=[("", _("all states")), *ReviewState.choices])

    sort = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("newest first")), (DOUBT, pgettext_lazy("articles", "least sure first"))],
    )

    def __init__(self, data: Mapping[str, Any]) -> None:
        given = {name: data[name] for name in self.base_fields if name in data}
        as_elsewhere = {name: data[called] for called, name in ENDS.items() if data.get(called)}
        super().__init__({**as_elsewhere, **given}, label_suffix="")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("The period ends before it begins."))
        return given

    def search(self) -> ArticleSearch:
        """What a valid form asks for."""
        given = self.cleaned_data
        return ArticleSearch(
            words=asked(given),
            source=given["source"],
            since=given["since"],
            until=given["until"],
            actor=given["actor"],
            state=given["state"],
            doubtful_first=given["sort"] == DOUBT,
        )
