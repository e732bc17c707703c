"""The search for meetings: what a reader types, made into a MeetingSearch."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.enums import MeetingKind, MeetingStatus
from articles.forms.period import PeriodEndField
from articles.models import Actor
from articles.queries.countries import country_code, country_name
from articles.queries.meetings import MeetingSearch, Party, party_of, places_named
from articles.queries.suggestions import Suggestion, actors_named, named, resolve_actor
from articles.validators import name_key

TYPEAHEAD = {"autocomplete": "off", "spellcheck": "false", "data-typeahead": ""}


class MeetingSearchForm(forms.Form):
    """Bound to the address: `?actor=antony-blinken&with=turquie&from=2023`.

    `choices` holds, by field, the actors a name may mean where it means several.
    """

    actor = forms.CharField(label=_("Diplomat"), required=False, max_length=200)
    country = forms.CharField(label=_("Country"), required=False, max_length=100)
    place = forms.CharField(label=_("Place"), required=False, max_length=100)
    field_order = ("actor", "with", "from", "to", "place", "country", "kind", "status")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Both words are reserved in Python, and right in an address.
        self.fields["with"] = forms.CharField(label=_("With"), required=False, max_length=200)
        self.fields["from"] = PeriodEndField(label=_("From"), last=False)
        self.fields["to"] = PeriodEndField(label=_("To"), last=True)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Kind"), required=False, choices=[("", _("all")), *MeetingKind.choices]
        )
        self.fields["status"] = forms.ChoiceField(
            label=_("Status"), required=False, choices=[("", _("all")), *MeetingStatus.choices]
        )
        self.order_fields(self.field_order)
        self.choices: dict[str, list[Suggestion]] = {}
        self._dress()

    def _dress(self) -> None:
        hints = {
            "actor": _("a name, however spelt"),
            "with": _("another, or a country"),
            "from": _("2023-11"),
            "to": _("2023-12-31"),
            "place": _("city or country"),
            "country": _("of a participant"),
        }
        for name, hint in hints.items():
            self.fields[name].widget.attrs["placeholder"] = hint
        for name in ("actor", "with"):
            self.fields[name].widget.attrs.update(TYPEAHEAD)

    def clean_actor(self) -> Party | None:
        return self._party("actor")

    def clean_with(self) -> Party | None:
        text = str(self.cleaned_data["with"])
        code = country_code(text) if len(text) > 2 or text.isupper() else ""
        return Party(country_name(code), code, country=code) if code else self._party("with")

    def clean_country(self) -> str:
        text = str(self.cleaned_data["country"])
        code = country_code(text)
        if text and not code:
            raise ValidationError(
                _("No country is called “%(name)s”. Write its name or its two-letter code."), params={"name": text}
            )
        return code

    def clean_place(self) -> tuple[tuple[int, ...], str]:
        text = str(self.cleaned_data["place"])
        places = places_named(name_key(text)) if name_key(text) else ()
        code = country_code(text) if len(text) > 2 else ""
        if text and not places and not code:
            raise ValidationError(
                _("The collection has no place called “%(name)s”. Try the country, or leave the place out."),
                params={"name": text},
            )
        return places, code

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        start, end = cleaned.get("from"), cleaned.get("to")
        if start and end and end < start:
            self.add_error("to", _("The period ends before it begins. Exchange the two dates."))
        return cleaned

    def _party(self, field: str) -> Party | None:
        text = str(self.cleaned_data[field])
        if not text:
            return None
        found = resolve_actor(text)
        if not found:
            raise ValidationError(
                _("Nobody here is called “%(name)s”. Try the family name alone, or look through the list of actors."),
                params={"name": text},
            )
        if len(found) > 1:
            self.choices[field] = found
            raise ValidationError(
                ngettext("Who is meant?", "“%(name)s” may be one of %(number)d. Who is meant?", len(found)),
                params={"name": text, "number": len(found)},
            )
        self._show(field, found[0].actor)
        return party_of(found[0].actor)

    def _show(self, field: str, actor: Actor) -> None:
        """Put the actor's name in the field, or the slug where namesakes would make the name unclear."""
        alone = actors_named(named(name_key(actor.name))).count() == 1
        self.data = {**dict(self.data.items()), field: actor.name if alone else actor.slug}
        self.fields[field].widget.attrs["data-slug"] = actor.slug

    def search(self) -> MeetingSearch:
        """What is looked for; the form must be valid."""
        cleaned = self.cleaned_data
        places, place_country = cleaned["place"]
        return MeetingSearch(
            actor=cleaned["actor"],
            partner=cleaned["with"],
            country=cleaned["country"],
            start=cleaned["from"],
            end=cleaned["to"],
            places=places,
            place_country=place_country,
            kind=cleaned["kind"],
            status=cleaned["status"],
        )
