"""What an editor enters about a meeting that an article tells of."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.actions.reports import ReportFields
from articles.enums import MeetingKind, MeetingStatus
from articles.forms.mention import SpanForm, VersionForm, check_date_value
from articles.models import Actor, MeetingReport, Place
from articles.queries.lookup import actors_called, places_called


class ReportFieldsForm(forms.Form):
    """The fields of a meeting; participants one a line, by name or identifier."""

    participants = forms.CharField(
        label=_("Participants, one a line"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=MeetingKind)
    status = forms.ChoiceField(label=_("Status"), choices=MeetingStatus)
    date_value = forms.CharField(label=_("Date"), required=False, max_length=30, help_text="2023-11-06")
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    duration = forms.IntegerField(label=_("Duration in minutes"), required=False, min_value=1, max_value=100_000)

    def clean_participants(self) -> tuple[Actor, ...]:
        names = [line.strip() for line in self.cleaned_data["participants"].splitlines() if line.strip()]
        return tuple(dict.fromkeys(self.actor(name) for name in names))

    def actor(self, name: str) -> Actor:
        found = actors_called(name)
        if not found:
            raise ValidationError(
                _("Nobody goes by the name %(name)s; link a mention to a new actor first.") % {"name": name}
            )
        if len(found) > 1:
            slugs = ", ".join(actor.slug for actor in found)
            raise ValidationError(
                _("Several go by the name %(name)s; write one of: %(slugs)s") % {"name": name, "slugs": slugs}
            )
        return found[0]

    def clean_date_value(self) -> str:
        value: str = self.cleaned_data["date_value"].strip()
        if value:
            check_date_value(value)
        return value

    def clean_place(self) -> Place | None:
        name = self.cleaned_data["place"].strip()
        if not name:
            return None
        found = places_called(name)
        if not found:
            raise ValidationError(_("No place of this name is known."))
        if len(found) > 1:
            slugs = ", ".join(place.slug for place in found)
            raise ValidationError(_("Several places have this name; write one of: %(slugs)s") % {"slugs": slugs})
        return found[0]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        people = data.get("participants")
        if people is not None and len(people) < 2 and data.get("kind") != MeetingKind.VISIT:
            self.add_error("participants", _("A meeting has at least two participants; only a visit may have one."))
        return data

    def fields_entered(self) -> ReportFields:
        names = ("participants", "kind", "status", "date_value", "place", "duration")
        return ReportFields(**{name: self.cleaned_data[name] for name in names})


class ReportForm(ReportFieldsForm, VersionForm):
    """Corrects a report."""


class AddReportForm(ReportFieldsForm, SpanForm):
    """Adds a report, with the words that prove it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Words that say so")


def initial_of(report: MeetingReport) -> dict[str, object]:
    """A report as the form shows it; identifiers, where two actors share a name."""
    actors = [participant.actor for participant in report.participants.select_related("actor")]
    return {
        "participants": "\n".join(name_to_write(actor) for actor in actors),
        "kind": report.kind,
        "status": report.meeting_status,
        "date_value": report.date_value,
        "place": report.place.slug if report.place else "",
        "duration": report.duration,
        "version": report.version,
    }


def name_to_write(actor: Actor) -> str:
    return actor.name if actors_called(actor.name) == [actor] else actor.slug
