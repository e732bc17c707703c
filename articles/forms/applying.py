"""What to do with all mentions of the same words, and with which of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.enums import MentionLabel, Scope, ToApply
from articles.models import Actor
from articles.queries.alike import LISTED, Wish
from articles.queries.lookup import actors_called


class WishForm(forms.Form):
    what = forms.ChoiceField(label=_("Do"), choices=ToApply)
    scope = forms.ChoiceField(label=_("Where"), choices=Scope)
    same_label = forms.BooleanField(label=_("only with the same label"), label_suffix="", required=False)
    label = forms.ChoiceField(label=_("New label"), choices=[("", "–"), *MentionLabel.choices], required=False)
    actor = forms.CharField(label=_("Stands for"), required=False, max_length=300)

    def clean_actor(self) -> Actor | None:
        name = str(self.cleaned_data["actor"]).strip()
        if not name:
            return None
        found = actors_called(name)
        if len(found) != 1:
            slugs = ", ".join(actor.slug for actor in found)
            words = _("Several go by this name; write one of: %(slugs)s") if found else _("Nobody goes by this name.")
            raise forms.ValidationError(words, params={"slugs": slugs})
        return found[0]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        if data.get("what") == ToApply.RELABEL and not data.get("label"):
            self.add_error("label", _("Choose the label."))
        return data

    def wish(self) -> Wish:
        data = self.cleaned_data
        return Wish(ToApply(data["what"]), Scope(data["scope"]), data["same_label"], data["label"], data["actor"])


class ApplyForm(WishForm):
    """With the rows that were ticked, each as `key:version`."""

    def seen(self) -> dict[int, int] | None:
        """The version of each row that was ticked; nothing where none was, or what was sent is no list of them."""
        pairs = [tick.split(":") for tick in self.data.getlist("rows")]  # type: ignore[attr-defined]  # from a request
        if not 0 < len(pairs) <= LISTED or not all(len(pair) == 2 and all(map(is_number, pair)) for pair in pairs):
            return None
        return {int(key): int(version) for key, version in pairs}


def is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19
