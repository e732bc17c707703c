"""What a person enters to make a token for a program."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from articles.enums import TokenScope
from articles.permissions import may_use

#: Days that a token may be valid, and those proposed.
DAYS = (7, 30, 90, 365)
USUAL_DAYS = 90


class TokenForm(forms.Form):
    """Offers what the owner may do; a token cannot do more."""

    name = forms.CharField(label=_("Which program it is for"), max_length=100)
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"), widget=forms.CheckboxSelectMultiple, initial=[TokenScope.READ.value]
    )
    days = forms.TypedChoiceField(label=_("Valid for"), coerce=int, initial=USUAL_DAYS)

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(value, label) for value, label in TokenScope.choices if may_use(owner, value)]
        self.fields["scopes"].choices = offered  # type: ignore[attr-defined]  # it is a choice
        shown = ngettext_lazy("%(number)d day", "%(number)d days", "number")
        self.fields["days"].choices = [(days, shown % {"number": days}) for days in DAYS]  # type: ignore[attr-defined]
