"""The one search box: what a reader types and chooses, made into what is looked for, and its one address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.enums import MentionLabel, ReviewState
from articles.forms.address import Address, Chosen, FacetLine, lines, years_title
from articles.forms.fixed_choices import FixedChoices
from articles.forms.parties import COUNTRIES, TYPEAHEAD, PartyForm
from articles.forms.period import PeriodEndField
from articles.forms.sources import SourceField
from articles.queries.article_facets import BEST, NEWEST, SHOWN, Wanted
from articles.queries.counting import Counts
from articles.queries.countries import country_code, country_name
from articles.queries.meeting_search import MeetingSearch, Party
from articles.queries.search_page import meeting_search, statement_search
from articles.queries.statements import StatementSearch
from articles.search.periods import Dated, dated
from articles.search.question import Question, understood
from articles.templatetags.dates import dated as in_words

LONGEST = 200
#: A year, month or day as an address has it.
VALUE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
#: What the counts beside the results are called, and which parameter asks for one of their values.
FACETS: tuple[tuple[str, str | Promise, str], ...] = (
    ("sources", _("Sources"), "source"),
    ("years", _("Years"), "year"),
    ("countries", _("Countries"), "country"),
    ("actors", _("Actors"), "actor"),
    ("labels", pgettext_lazy("labels of mentions", "Mentions"), "label"),
    ("states", _("Review"), "state"),
)


@dataclass(frozen=True)
class CountGroup:
    """The values of a facet as links; `rest` is how many articles have a value that is not shown."""

    title: str | Promise
    lines: list[FacetLine]
    rest: int = 0


class SearchForm(PartyForm):
    """Bound to the address: `?q=otages&source=afp&from=2023&country=TR`."""

    q = forms.CharField(label=_("Words, names"), required=False, max_length=LONGEST)
    literal = forms.BooleanField(label=_("Only the words as they are typed"), required=False)
    source = SourceField(label=_("Source"), empty_label=_("all sources"))
    country = forms.CharField(
        label=_("Country"), required=False, max_length=100, widget=forms.TextInput(dict(COUNTRIES))
    )
    actor = forms.CharField(
        label=_("Person or body"), required=False, max_length=200, widget=forms.TextInput(dict(TYPEAHEAD))
    )
    label = forms.ChoiceField(
        label=_("Mentions of"), required=False, choices=FixedChoices(("", _("anything")), *MentionLabel.choices)
    )
    state = forms.ChoiceField(
        label=_("Review"), required=False, choices=FixedChoices(("", _("all states")), *ReviewState.choices)
    )
    sort = forms.ChoiceField(
        label=_("Order"), required=False, choices=FixedChoices((BEST, _("best first")), (NEWEST, _("newest first")))
    )
    field_order = ("q", "literal", "source", "from", "to", "country", "actor", "label", "state", "sort")
    empty_alike: ClassVar = frozenset(field_order) - {"source"}

    def __init__(self, data: Mapping[str, Any], **options: Any) -> None:
        given = {name: str(data[name]).strip() for name in self.field_order if data.get(name)}
        super().__init__(given, label_suffix="", **options)
        self.fields["from"] = PeriodEndField(label=_("From"), last=False)
        self.fields["to"] = PeriodEndField(label=_("To"), last=True)
        self.order_fields(self.field_order)
        self.choices = {}
        for name, hint in {"from": _("2023-11"), "to": _("2023-12-31"), "actor": _("a name, however spelt")}.items():
            self.fields[name].widget.attrs["placeholder"] = hint

    def filters(self) -> list[forms.BoundField]:
        return [self[name] for name in self.field_order if name not in {"q", "literal"}]

    def is_filtered(self) -> bool:
        return self.dated is not None or self.uses_filters()

    def uses_filters(self) -> bool:
        """Whether one of the fields below the box is in use."""
        return any(name not in {"q", "literal", "sort"} for name in self.data)

    def clean_country(self) -> str:
        text = str(self.cleaned_data["country"])
        code = country_code(text)
        if text and not code:
            raise ValidationError(
                _("No country is called “%(name)s”. Write its name or its two-letter code."), params={"name": text}
            )
        return code

    def clean_actor(self) -> Party | None:
        return self.party("actor")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        start, end = cleaned.get("from"), cleaned.get("to")
        if start and end and end < start:
            self.add_error("to", _("The period ends before it begins. Exchange the two dates."))
        if self.dated:
            cleaned |= {"q": self.dated.rest, "from": self.dated.start, "to": self.dated.end}
        party = cleaned.get("actor")
        if party and party.country and "country" in cleaned:
            cleaned["country"], cleaned["actor"] = cleaned["country"] or party.country, None
        return cleaned

    @cached_property
    def dated(self) -> Dated | None:
        """A period among the words; none where one is chosen, or where words are to be taken as they are typed."""
        chosen = self.data.keys() & {"from", "to", "literal"}
        return None if chosen else dated(self.data.get("q", ""))

    @cached_property
    def question(self) -> Question:
        """The words of a valid form, understood."""
        return understood(self.cleaned_data["q"], literal=self.cleaned_data["literal"])

    def wanted(self) -> Wanted:
        """What is looked for; the form must be valid."""
        cleaned = self.cleaned_data
        return Wanted(
            question=self.question,
            source=cleaned["source"].pk if cleaned["source"] else None,
            start=cleaned["from"],
            end=cleaned["to"],
            country=cleaned["country"],
            actor=cleaned["actor"].actors[0] if cleaned["actor"] else None,
            label=cleaned["label"],
            state=cleaned["state"],
            sort=cleaned["sort"],
        )

    def meetings(self) -> MeetingSearch | None:
        """The same search among meetings; none where a filter says nothing about them."""
        wanted = self.wanted()
        return None if wanted.label or wanted.state else meeting_search(wanted, self.cleaned_data["actor"])

    def statements(self) -> StatementSearch | None:
        wanted = self.wanted()
        silent = wanted.label or wanted.state or wanted.country
        return None if silent else statement_search(wanted, self.cleaned_data["actor"])

    def address(self) -> Address:
        """The one address of a valid search: the actor by its slug, the country by its code."""
        params = {name: str(value) for name in self.field_order if (value := self.data.get(name))}
        params |= {"literal": "1" if self.cleaned_data["literal"] else "", "country": self.cleaned_data["country"]}
        params["actor"] = self.cleaned_data["actor"].slug if self.cleaned_data["actor"] else ""
        if self.dated:
            params |= {"q": self.dated.rest, **dict(zip(("from", "to"), self.dated.ends, strict=True))}
        return Address({name: value for name, value in params.items() if value}, self.field_order)

    def address_in(self, other: type[PartyForm], **renamed: str) -> str:
        """The query part of the same search in another form, whose fields may be called otherwise."""
        params = {renamed.get(name, name): value for name, value in self.address().params.items()}
        order = tuple(other.field_order or ())
        return Address({name: value for name, value in params.items() if name in order and name != "sort"}, order).here

    def chosen(self, address: Address) -> list[Chosen]:
        """The filters in use, each with the way out of it."""
        period = period_chosen(address)
        hidden = {"q", "literal", "sort"} | ({"from", "to"} if period else set())
        return period + [
            Chosen(str(self.fields[name].label), self.told(name, value), address.query(**{name: None}))
            for name, value in address.params.items()
            if name not in hidden
        ]

    def told(self, name: str, value: str) -> str:
        if name in {"source", "actor"}:
            return str(self.cleaned_data[name].name)
        choices: Any = getattr(self.fields[name], "choices", ())
        return country_name(value) if name == "country" else str(dict(choices).get(value, value))


def period_chosen(address: Address) -> list[Chosen]:
    """Both ends as one filter, where both are told in figures."""
    ends = [address.params.get(name, "") for name in ("from", "to")]
    if not all(VALUE.fullmatch(end) for end in ends):
        return []
    return [Chosen(str(_("Period")), in_words("/".join(ends)), address.query(**{"from": None, "to": None}))]


def count_groups(address: Address, counts: Counts) -> list[CountGroup]:
    """The counts beside the results, as links."""
    groups = []
    for facet, title, name in FACETS:
        found = counts.facets.get(facet, [])
        shown = lines(found[:SHOWN], address, asking(name), ("from", "to") if name == "year" else ())
        told = years_title(address) if name == "year" else title
        groups.append(CountGroup(told, shown, sum(each.count for each in found[SHOWN:])))
    return [group for group in groups if group.lines]


def asking(name: str) -> Any:
    """Which parameters ask for a value of a facet."""
    return (lambda value: {"from": value, "to": value}) if name == "year" else (lambda value: {name: value})
