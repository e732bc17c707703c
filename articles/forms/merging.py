"""Which of two actors stays when they are merged."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Actor, MergeProposal


class KeptForm(forms.Form):
    kept = forms.IntegerField()

    def __init__(self, *args: Any, proposal: MergeProposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposal = proposal

    def clean_kept(self) -> Actor:
        """One of the two."""
        pair = {actor.pk: actor for actor in (self.proposal.first, self.proposal.second)}
        if self.cleaned_data["kept"] not in pair:
            raise forms.ValidationError(_("Choose one of the two."))
        return pair[self.cleaned_data["kept"]]
