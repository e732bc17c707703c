"""Addresses of meeting searches: one for each search, and those that a filter more or less leads to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.forms.meeting_search import MeetingSearchForm, Period, days_of
from articles.queries.countries import country_name
from articles.queries.facets import Counts, Facet
from articles.queries.offices import office_text

#: What one place leaves no room for, and one time.
PLACES = {"place": None, "city": None, "in": None}
TIMES = {"from": None, "to": None, "period": None}


@dataclass(frozen=True)
class FacetLine:
    """A value to choose; `url` chooses it, or takes it away where it is chosen."""

    name: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True)
class FacetGroup:
    title: str | Promise
    lines: list[FacetLine]


@dataclass(frozen=True)
class Chosen:
    """A filter in use, and the address without it."""

    title: str
    value: str
    url: str


@dataclass(frozen=True)
class Address:
    """The parameters of a search, in the order of the form, without what says nothing."""

    params: dict[str, str]

    def query(self, **changes: str | None) -> str:
        """`?actor=…&with=…` with these changes, from the first page."""
        changed: dict[str, str | None] = {**self.params, **changes}
        ordered = [(name, value) for name in MeetingSearchForm.field_order if (value := changed.get(name))]
        return f"?{urlencode(ordered)}"

    @property
    def here(self) -> str:
        return self.query()


def address_of(form: MeetingSearchForm) -> Address:
    """The one address of a valid search: actors by their slug, countries by their code."""
    params = {name: value for name in form.field_order if (value := form.data.get(name))}
    if "from" in params or "to" in params:
        params.pop("period", None)
    for name in ("actor", "with"):
        if party := form.cleaned_data[name]:
            params[name] = party.slug
    for name in ("country", "country2", "in"):
        params[name] = form.cleaned_data[name]
    return Address({name: value for name, value in params.items() if value})


def shortcuts(today: date) -> list[tuple[str, date, date]]:
    return [(period, *days_of(period, today)) for period in Period.values]


def chosen_filters(form: MeetingSearchForm, address: Address) -> list[Chosen]:
    """The filters in use, each with the way out of it."""
    named = {"actor", "with", "city", "source"} & address.params.keys()
    shown: dict[str, str] = {name: form.cleaned_data[name].name for name in named}
    return [
        Chosen(label_of(form, name), shown.get(name) or shown_value(form, name, value), address.query(**{name: None}))
        for name, value in address.params.items()
    ]


def label_of(form: MeetingSearchForm, name: str) -> str:
    return str({"city": _("Place"), "in": _("Place")}.get(name) or form.fields[name].label)


def shown_value(form: MeetingSearchForm, name: str, value: str) -> str:
    choices: Any = getattr(form.fields[name], "choices", ())
    if name == "source":
        return value
    if choices:
        return str(dict(choices).get(value, value))
    return country_name(value) if name in {"country", "country2", "in"} else value


def facet_groups(form: MeetingSearchForm, address: Address, counts: Counts) -> list[FacetGroup]:
    """The counts beside the results, as links."""
    people = "with" if "actor" in address.params else "actor"
    country = "country2" if "country" in address.params else "country"
    told: list[tuple[str, str | Promise, str, dict[str, None]]] = [
        ("people", _("Counterparts") if people == "with" else _("Who meets most"), people, {}),
        ("countries", _("Countries") if country == "country" else _("and country"), country, {}),
        ("posts", _("Posts"), "post", {}),
        ("periods", _("Period"), "period", TIMES),
        ("years", _("Years"), "from", TIMES),
        ("place_countries", _("Countries of the places"), "in", PLACES),
        ("cities", _("Places"), "city", PLACES),
        ("kinds", _("Kind"), "kind", {}),
        ("statuses", _("Status"), "status", {}),
        ("sources", _("Sources"), "source", {}),
        ("verified", _("Verification"), "verified", {}),
    ]
    groups = (
        FacetGroup(title, lines(counts.facets.get(facet, ()), address, facet, name, cleared))
        for facet, title, name, cleared in told
    )
    return [group for group in groups if group.lines]


def lines(found: Iterable[Facet], address: Address, facet: str, name: str, cleared: dict[str, None]) -> list[FacetLine]:
    return [line(each, address, facet, name, cleared) for each in found if each.count]


def line(facet: Facet, address: Address, group: str, name: str, cleared: dict[str, None]) -> FacetLine:
    value = office_text(facet.value) if group == "posts" else facet.value
    wanted = {"from": value, "to": value} if group == "years" else {name: value}
    chosen = all(address.params.get(key) == text for key, text in wanted.items())
    removed: dict[str, str | None] = dict.fromkeys(wanted)
    changes: dict[str, str | None] = removed if chosen else {**cleared, **wanted}
    names = {"periods": dict(Period.choices).get(facet.value, ""), "verified": _("verified by a person")}
    return FacetLine(str(names.get(group) or facet.name), facet.count, address.query(**changes), chosen)
