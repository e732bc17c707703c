"""The list of actors: which to show."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.enums import ActorKind
from articles.forms.named_search import NamedSearchForm
from articles.queries.actors import ActorSearch


class ActorSearchForm(NamedSearchForm):
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all")), *ActorKind.choices])

    def search(self) -> ActorSearch:
        return ActorSearch(**self.asked())
