"""What an editor enters about a meeting that an article tells of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.actions.reports import ReportFields, Words
from articles.enums import EvidenceField, MeetingKind, MeetingStatus, PartTaken
from articles.forms.mention import SpanForm, VersionForm, check_date_value
from articles.forms.proofs import ProvenForm
from articles.models import Actor, MeetingReport, Place, ReportParticipant
from articles.queries.boundaries import occurrence
from articles.queries.lookup import actors_called, actors_to_write, place_to_write, places_called


class ReportFieldsForm(ProvenForm):
    """The fields of a meeting; participants one a line, by name or identifier."""

    participants = forms.CharField(
        label=_("Participants, one a line"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=MeetingKind)
    status = forms.ChoiceField(label=_("Status"), choices=MeetingStatus)
    date_value = forms.CharField(label=_("Date"), required=False, max_length=30, help_text="2023-11-06")
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    duration = forms.IntegerField(label=_("Duration in minutes"), required=False, min_value=1, max_value=100_000)
    hosts = forms.CharField(
        label=_("Who receives, one a line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 1}),
        max_length=2000,
    )
    visitors = forms.CharField(
        label=_("Who is received, one a line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 1}),
        max_length=2000,
    )
    topics = forms.CharField(
        label=_("Topics in the words of the article, one a line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=5000,
    )

    #: The sentence is told when a report is added; topics are words themselves.
    provable = frozenset(EvidenceField.values) - {EvidenceField.SENTENCE, EvidenceField.TOPIC}
    #: Where in the article's text the topics stand so far.
    told: Sequence[Words] = ()

    def clean_participants(self) -> tuple[Actor, ...]:
        return self.actors("participants")

    def clean_hosts(self) -> tuple[Actor, ...]:
        return self.actors("hosts")

    def clean_visitors(self) -> tuple[Actor, ...]:
        return self.actors("visitors")

    def clean_topics(self) -> tuple[Words, ...]:
        """Where the words stand: a topic that was told stays where it was told."""
        told = {one_line(self.text[start:end]): (start, end) for start, end in self.told}
        return tuple(
            told.get(one_line(line)) or self.place_of(line)
            for line in self.cleaned_data["topics"].splitlines()
            if line.strip()
        )

    def place_of(self, words: str) -> Words:
        found = occurrence(self.text, words, 1)
        if found is None:
            raise ValidationError(
                _("The text does not say “%(words)s”. Copy the words of a topic from the text.")
                % {"words": one_line(words)}
            )
        return found

    def actors(self, field: str) -> tuple[Actor, ...]:
        names = [line.strip() for line in self.cleaned_data[field].splitlines() if line.strip()]
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
        self.check_parts(data)
        data["proofs"] = self.proofs_sent()
        return data

    def check_parts(self, data: dict[str, Any]) -> None:
        """Who receives or is received takes part, and nobody does both."""
        people = set(data.get("participants") or ())
        for field in ("hosts", "visitors"):
            strangers = [actor.name for actor in data.get(field) or () if actor not in people]
            if people and strangers:
                self.add_error(field, _("%(names)s takes no part.") % {"names": ", ".join(strangers)})
        if set(data.get("hosts") or ()) & set(data.get("visitors") or ()):
            self.add_error("visitors", _("Nobody is received by themselves."))

    def fields_entered(self) -> ReportFields:
        return ReportFields(**{field.name: self.cleaned_data[field.name] for field in fields(ReportFields)})


class ReportForm(ReportFieldsForm, VersionForm):
    """Corrects a report."""

    def __init__(self, *args: Any, text: str, told: Sequence[Words], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text, self.told = text, told


class AddReportForm(ReportFieldsForm, SpanForm):
    """Adds a report, with the words that prove it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Words that say so")


def initial_of(report: MeetingReport) -> dict[str, object]:
    """A report as the form shows it; identifiers, where two actors share a name."""
    people = list(report.participants.select_related("actor"))
    text = report.article.text
    return {
        "participants": names_to_write(people),
        "hosts": names_to_write(row for row in people if row.part == PartTaken.HOST),
        "visitors": names_to_write(row for row in people if row.part == PartTaken.VISITOR),
        "topics": "\n".join(one_line(text[start:end]) for start, end in topics_of(report)),
        "kind": report.kind,
        "status": report.meeting_status,
        "date_value": report.date_value,
        "place": place_to_write(report.place) if report.place else "",
        "duration": report.duration,
        "version": report.version,
    }


def form_for(report: MeetingReport, data: Mapping[str, Any] | None = None) -> ReportForm:
    """The form for a report, filled with what was sent, else with the report as it stands."""
    text, told = report.article.text, topics_of(report)
    return ReportForm(
        data, text=text, told=told, auto_id=f"report-{report.pk}-%s", initial=None if data else initial_of(report)
    )


def topics_of(report: MeetingReport) -> list[Words]:
    found = report.evidence.filter(field=EvidenceField.TOPIC).order_by("start")
    return list(found.values_list("start", "end"))


def one_line(words: str) -> str:
    return " ".join(words.split())


def names_to_write(people: Iterable[ReportParticipant]) -> str:
    actors = [row.actor for row in people]
    names = actors_to_write(actors)
    return "\n".join(names[actor.pk] for actor in actors)
