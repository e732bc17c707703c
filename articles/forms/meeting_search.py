"""The search for meetings: what a reader types, made into a MeetingSearch."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.enums import Dispute, MeetingKind, MeetingStatus
from articles.forms.fixed_choices import FixedChoices
from articles.forms.names_widened import LITERAL, asked
from articles.forms.parties import COUNTRIES, OFFICES, PLACES, TYPEAHEAD, PartyForm
from articles.forms.period import Period, PeriodEndField, settle_period
from articles.forms.sources import SourceField
from articles.models import Place
from articles.queries.countries import country_code, country_name
from articles.queries.meeting_search import BY_DATE, BY_SOURCES, UNDATED, MeetingSearch, Party, places_named
from articles.queries.offices import offices_called
from articles.queries.suggestions import Suggestion, actors_named, named
from articles.validators import name_key

#: `Blinken et Fidan` in one field.
PAIR = re.compile(r"\s+(?:et|and|&|\+|–|—)\s+")

#: The choice of any value.
ALL = ("", _("all"))
#: The shortcuts, and what none of them finds.
PERIODS = (*Period.choices, (UNDATED, _("without a date")))
#: Fields that always show.
COMMON = ("actor", "with", "from", "to", "place", "country", "country2", "q")
#: Fields with suggestions.
SUGGESTED = {
    **dict.fromkeys(("actor", "with"), TYPEAHEAD),
    **dict.fromkeys(("country", "country2"), COUNTRIES),
    "place": PLACES,
    "post": OFFICES,
}


class MeetingSearchForm(PartyForm):
    """Bound to the address: `?actor=antony-blinken&with=turquie&from=2023`.

    `choices` holds, by field, the actors a name may mean where it means several.
    """

    actor = forms.CharField(label=_("Diplomat"), required=False, max_length=200)
    period = forms.ChoiceField(label=_("Period"), required=False, choices=FixedChoices(("", _("any")), *PERIODS))
    place = forms.CharField(label=_("Place"), required=False, max_length=100)
    country = forms.CharField(label=_("Country"), required=False, max_length=100)
    country2 = forms.CharField(label=_("and country"), required=False, max_length=100)
    post = forms.CharField(label=_("Post"), required=False, max_length=300)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=FixedChoices(ALL, *MeetingKind.choices))
    status = forms.ChoiceField(label=_("Status"), required=False, choices=FixedChoices(ALL, *MeetingStatus.choices))
    source = SourceField(label=_("Source"), empty_label=_("all"))
    q = forms.CharField(label=_("Words of the evidence"), required=False, max_length=200)
    literal = forms.ChoiceField(label=_("Names"), required=False, choices=LITERAL)
    verified = forms.ChoiceField(
        label=_("Verification"), required=False, choices=FixedChoices(ALL, ("1", _("verified by a person")))
    )
    disagree = forms.ChoiceField(
        label=_("Sources disagree"),
        required=False,
        choices=FixedChoices(("", pgettext_lazy("filter", "or not")), *Dispute.choices),
    )
    sort = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=FixedChoices(("", pgettext_lazy("meetings", "newest first")), (BY_SOURCES, _("most sources first"))),
    )
    # Exact places, as the counts beside the results ask for them.
    city = forms.SlugField(required=False, widget=forms.HiddenInput)
    # `in`, `with`, `from` and `to` are reserved in Python or begin here what they end in an address.
    field_order = (
        *("actor", "with", "from", "to", "period", "place", "city", "in", "country", "country2", "post"),
        *("kind", "status", "source", "verified", "disagree", "q", "literal", "sort"),
    )
    empty_alike: ClassVar = frozenset(field_order) - {"source"}

    def __init__(self, data: Mapping[str, Any], **options: Any) -> None:
        given = {name: str(data[name]).strip() for name in self.field_order if data.get(name)}
        super().__init__(self._parted(given), **options)
        self.fields["with"] = forms.CharField(label=_("With"), required=False, max_length=200)
        self.fields["from"] = PeriodEndField(label=_("From"), last=False)
        self.fields["to"] = PeriodEndField(label=_("To"), last=True)
        self.fields["in"] = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
        self.order_fields(self.field_order)
        self.choices: dict[str, list[Suggestion]] = {}
        self._dress()

    @staticmethod
    def _parted(given: dict[str, str]) -> dict[str, str]:
        """Two names in the first field, where nobody bears them as one."""
        text = given.get("actor", "")
        pair = PAIR.split(text)
        if len(pair) != 2 or "with" in given or country_code(text) or actors_named(named(name_key(text))).exists():
            return given
        return {**given, "actor": pair[0], "with": pair[1]}

    def _dress(self) -> None:
        hints = {
            "actor": _("a name, however spelt"),
            "with": _("another, or a country"),
            "from": _("2023-11"),
            "to": _("2023-12-31"),
            "place": _("city or country"),
            "country": _("of a participant"),
            "country2": _("of another participant"),
            "post": _("foreign minister, Turkey"),
        }
        for name, hint in hints.items():
            self.fields[name].widget.attrs["placeholder"] = hint
        for name, suggested in SUGGESTED.items():
            self.fields[name].widget.attrs.update(suggested)

    def common_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in COMMON]

    def rare_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in COMMON]

    def uses_rare_fields(self) -> bool:
        return any(field.name in self.errors or self.data.get(field.name) for field in self.rare_fields())

    def clean_actor(self) -> Party | None:
        return self.party("actor")

    def clean_with(self) -> Party | None:
        return self.party("with")

    def clean_country(self) -> str:
        return self._country("country")

    def clean_country2(self) -> str:
        return self._country("country2")

    def clean_in(self) -> str:
        return self._country("in")

    def _country(self, field: str) -> str:
        text = str(self.cleaned_data[field])
        code = country_code(text)
        if text and not code:
            raise ValidationError(
                _("No country is called “%(name)s”. Write its name or its two-letter code."), params={"name": text}
            )
        if code and field != "in":
            self.called(field, country_name(code), code)
        return code

    def clean_place(self) -> tuple[tuple[int, ...], str]:
        text = str(self.cleaned_data["place"])
        places = places_named(name_key(text)) if name_key(text) else ()
        code = country_code(text) if len(text) > 2 or text.isupper() else ""
        if text and not places and not code:
            raise ValidationError(
                _("The collection has no place called “%(name)s”. Try the country, or leave the place out."),
                params={"name": text},
            )
        return places, code

    def clean_city(self) -> Place | None:
        slug = self.cleaned_data["city"]
        place = Place.objects.filter(slug=slug).first() if slug else None
        if slug and place is None:
            raise ValidationError(_("The collection has no such place."))
        return place

    def clean_post(self) -> tuple[str, ...] | None:
        text = str(self.cleaned_data["post"])
        posts = offices_called(text) if text else None
        if posts == ():
            raise ValidationError(
                _("Nobody here holds a post called “%(name)s”. Try fewer words, or leave the country out."),
                params={"name": text},
            )
        return posts

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        settle_period(self, cleaned)
        if cleaned.get("country2") and not cleaned.get("country"):
            cleaned["country"], cleaned["country2"] = cleaned["country2"], ""
        return cleaned

    def search(self) -> MeetingSearch:
        """What is looked for; the form must be valid."""
        cleaned = self.cleaned_data
        places, place_country = cleaned["place"]
        if cleaned["city"] or cleaned["in"]:
            places, place_country = ((cleaned["city"].pk,), "") if cleaned["city"] else ((), cleaned["in"])
        return MeetingSearch(
            actor=cleaned["actor"],
            partner=cleaned["with"],
            country=cleaned["country"],
            other_country=cleaned["country2"],
            posts=cleaned["post"],
            start=cleaned["from"],
            end=cleaned["to"],
            places=places,
            place_country=place_country,
            kind=cleaned["kind"],
            status=cleaned["status"],
            source=cleaned["source"].pk if cleaned["source"] else None,
            verified=cleaned["verified"] == "1",
            disputed=cleaned["disagree"],
            undated=cleaned["period"] == UNDATED and not (cleaned["from"] or cleaned["to"]),
            words=asked(cleaned),
            sort=cleaned["sort"] or BY_DATE,
        )
