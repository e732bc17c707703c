"""The search for statements: what a reader types, made into a StatementSearch, and its one address."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.forms.address import TIMES, Address, Chosen, FacetGroup, lines, years_title
from articles.forms.names_widened import LITERAL, asked
from articles.forms.parties import TYPEAHEAD, PartyForm
from articles.forms.period import Period, PeriodEndField, settle_period
from articles.forms.sources import SourceField
from articles.queries.counting import Counts
from articles.queries.meeting_search import Party
from articles.queries.statements import StatementSearch

DIRECT = {"yes": _("in their own words"), "no": _("in other words")}


class StatementSearchForm(PartyForm):
    """Bound to the address: `?speaker=antony-blinken&q=otages&from=2023`."""

    speaker = forms.CharField(
        label=_("Speaker"), required=False, max_length=200, widget=forms.TextInput(dict(TYPEAHEAD))
    )
    addressee = forms.CharField(
        label=_("Addressee"), required=False, max_length=200, widget=forms.TextInput(dict(TYPEAHEAD))
    )
    q = forms.CharField(label=pgettext_lazy("of a statement", "Words"), required=False, max_length=200)
    literal = forms.ChoiceField(label=_("Names"), required=False, choices=LITERAL)
    period = forms.ChoiceField(label=_("Period"), required=False, choices=[("", _("any")), *Period.choices])
    source = SourceField(label=_("Source"), empty_label=_("all"))
    direct = forms.ChoiceField(label=_("Reported"), required=False, choices=[("", _("all")), *DIRECT.items()])
    verified = forms.ChoiceField(
        label=_("Verification"), required=False, choices=[("", _("all")), ("1", _("verified by a person"))]
    )
    field_order = ("speaker", "addressee", "q", "literal", "from", "to", "period", "source", "direct", "verified")

    def __init__(self, data: Mapping[str, Any], **options: Any) -> None:
        super().__init__(
            {name: str(data[name]).strip() for name in self.field_order if data.get(name)}, label_suffix="", **options
        )
        self.fields["from"] = PeriodEndField(label=_("From"), last=False)
        self.fields["to"] = PeriodEndField(label=_("To"), last=True)
        self.order_fields(self.field_order)
        self.choices = {}
        party = _("a name, or a country")
        hints = {"speaker": party, "addressee": party, "from": _("2023-11"), "to": _("2023-12-31")}
        for name, hint in hints.items():
            self.fields[name].widget.attrs["placeholder"] = hint

    def clean_speaker(self) -> Party | None:
        return self.party("speaker")

    def clean_addressee(self) -> Party | None:
        return self.party("addressee")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        settle_period(self, cleaned)
        return cleaned

    def search(self) -> StatementSearch:
        """What is looked for; the form must be valid."""
        cleaned = self.cleaned_data
        return StatementSearch(
            speaker=cleaned["speaker"],
            addressee=cleaned["addressee"],
            words=asked(cleaned),
            start=cleaned["from"],
            end=cleaned["to"],
            source=cleaned["source"].pk if cleaned["source"] else None,
            direct=cleaned["direct"] == "yes" if cleaned["direct"] else None,
            verified=cleaned["verified"] == "1",
        )

    def address(self) -> Address:
        """The one address of a valid search: speaker and addressee by the slug."""
        params = {name: str(value) for name in self.field_order if (value := self.data.get(name))}
        params |= {name: party.slug for name in ("speaker", "addressee") if (party := self.cleaned_data[name])}
        if "from" in params or "to" in params:
            params.pop("period", None)
        return Address(params, self.field_order)

    def chosen(self, address: Address) -> list[Chosen]:
        """The filters in use, each with the way out of it."""
        return [
            Chosen(str(self.fields[name].label), self.told(name, value), address.query(**{name: None}))
            for name, value in address.params.items()
        ]

    def told(self, name: str, value: str) -> str:
        if name in {"speaker", "addressee", "source"}:
            return str(self.cleaned_data[name].name)
        choices: Any = getattr(self.fields[name], "choices", ())
        return str(dict(choices).get(value, value))


def facet_groups(address: Address, counts: Counts) -> list[FacetGroup]:
    """The counts beside the results, as links."""
    names: dict[str, Mapping[str, object]] = {
        "periods": dict(Period.choices),
        "direct": DIRECT,
        "verified": {"1": _("verified by a person")},
    }
    told: list[tuple[str, str | Promise, str]] = [
        ("speakers", _("Speakers"), "speaker"),
        ("addressees", _("Addressees"), "addressee"),
        ("periods", _("Period"), "period"),
        ("years", years_title(address), "year"),
        ("sources", _("Sources"), "source"),
        ("direct", _("Reported"), "direct"),
        ("verified", _("Verification"), "verified"),
    ]
    groups = []
    for facet, title, name in told:
        cleared = TIMES if facet in {"periods", "years"} else ()
        groups.append(
            FacetGroup(title, lines(counts.facets.get(facet, ()), address, asking(name), cleared, names.get(facet)))
        )
    return [group for group in groups if group.lines]


def asking(name: str) -> Any:
    """Which parameters ask for a value of a facet."""
    return (lambda value: {"from": value, "to": value}) if name == "year" else (lambda value: {name: value})
