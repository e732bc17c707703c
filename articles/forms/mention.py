"""What an editor enters about one mention."""

import re
from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.enums import MentionLabel
from articles.models import Actor, Place
from articles.queries.boundaries import occurrence, trimmed
from articles.queries.lookup import actors_called, places_called

MOMENT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def check_date_value(value: str) -> None:
    """ISO 8601 with the precision of the text, or start/end in order."""
    moments = value.split("/")
    days = [first_day(moment) for moment in moments]
    if len(moments) > 2 or None in days:
        raise ValidationError(_("Write 2023, 2023-11, 2023-11-06, or two of these with a slash between them."))
    if days != sorted(day for day in days if day):
        raise ValidationError(_("The end lies before the start."))


def first_day(moment: str) -> date | None:
    """Not in the first or last year there is: what happened around that day could not be asked for."""
    found = MOMENT.fullmatch(moment)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return date(year, month, day) if MINYEAR < year < MAXYEAR else None
    except ValueError:
        return None


class VersionForm(forms.Form):
    """Every decision names the version of the row the editor saw."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class RelabelForm(VersionForm):
    label = forms.ChoiceField(label=_("Label"), choices=MentionLabel)


class MoveForm(VersionForm):
    """One boundary, one word to the left or right; or where the mention shall start and end."""

    edge = forms.ChoiceField(choices=[("start", "start"), ("end", "end")], required=False)
    step = forms.TypedChoiceField(choices=[("-1", "-1"), ("1", "1")], coerce=int, required=False)
    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=1)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        names = {name for name in ("edge", "step", "start", "end") if data.get(name) not in (None, "")}
        if names not in ({"edge", "step"}, {"start", "end"}):
            raise ValidationError(_("Say which boundary moves, or where both shall be."))
        return data


class DetailsForm(VersionForm):
    """The value of a date; whether a place stands for its government."""

    value = forms.CharField(label=_("Date value"), required=False, max_length=30)
    figurative = forms.BooleanField(label=_("stands for its government"), required=False)

    def clean_value(self) -> str:
        value: str = self.cleaned_data["value"].strip()
        if value:
            check_date_value(value)
        return value


class MeantForm(forms.Form):
    """Whom or what words stand for: a name or identifier; empty for nobody."""

    actor = forms.CharField(label=_("Stands for"), required=False, max_length=300)
    place = forms.CharField(label=_("Place"), required=False, max_length=300)
    unknown = _("Nobody goes by this name in the collection. Leave it empty.")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        data["chosen"] = None if data.get("create") else self.chosen(data.get("actor", "").strip())
        data["chosen_place"] = self.chosen_place(data.get("place", "").strip())
        return data

    def chosen(self, name: str) -> Actor | None:
        if not name:
            return None
        found = actors_called(name)
        if len(found) == 1:
            return found[0]
        if not found:
            self.add_error("actor", self.unknown)
        else:
            slugs = ", ".join(actor.slug for actor in found)
            self.add_error("actor", _("Several go by this name; write one of: %(slugs)s") % {"slugs": slugs})
        return None

    def chosen_place(self, name: str) -> Place | None:
        found = places_called(name) if name else []
        if name and not found:
            self.add_error("place", _("No place of this name is known."))
        if len(found) > 1:
            slugs = ", ".join(place.slug for place in found)
            self.add_error("place", _("Several places have this name; write one of: %(slugs)s") % {"slugs": slugs})
        return found[0] if len(found) == 1 else None


class LinkForm(VersionForm, MeantForm):
    """The same of a mention, where the actor may be a new one."""

    create = forms.BooleanField(label=_("new actor"), required=False)
    unknown = _("Nobody goes by this name yet. Tick « new actor » to make one.")

    def clean(self) -> dict[str, Any]:
        name = self.cleaned_data.get("actor", "").strip()
        # An identifier is sent for a name chosen from the suggestions: that actor exists.
        if Actor.objects.filter(slug=name).exists():
            self.cleaned_data["create"] = False
        data = super().clean()
        if data.get("create") and not name:
            self.add_error("actor", _("Give the new actor a name."))
        return data


class SpanForm(forms.Form):
    """Words of the text: by their place, or typed, with which of their occurrences is meant."""

    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    words = forms.CharField(label=_("Words"), required=False, max_length=5000)
    occurrence = forms.IntegerField(label=_("Which time they occur"), required=False, min_value=1, initial=1)

    def __init__(self, *args: Any, text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        start, end = data.get("start"), data.get("end")
        if start is None or end is None:
            span = occurrence(self.text, data.get("words", ""), data.get("occurrence") or 1)
            if span is None:
                raise ValidationError(_("The text does not have these words so often. Copy them from the text."))
            start, end = span
        data["start"], data["end"] = trimmed(self.text, start, end)
        if not 0 <= data["start"] < data["end"] <= len(self.text):
            raise ValidationError(_("Select at least one word of the text."))
        return data


class AddMentionForm(SpanForm):
    label = forms.ChoiceField(label=_("Label"), choices=MentionLabel)
