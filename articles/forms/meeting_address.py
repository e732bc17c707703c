"""Addresses of meeting searches, and the counts beside the results as links."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from articles.enums import Dispute
from articles.forms.address import TIMES, Address, Chosen, FacetGroup, FacetLine, lines, years_title
from articles.forms.meeting_search import PERIODS, MeetingSearchForm
from articles.queries.counting import Counts
from articles.queries.countries import country_name
from articles.queries.english_names import place_called
from articles.queries.meeting_search import UNDATED, MeetingSearch
from articles.queries.offices import office_text
from articles.search.periods import dated

#: What one place leaves no room for.
PLACES = ("place", "city", "in")
Wanted = Callable[[str], Mapping[str, str]]


def heading_of(search: MeetingSearch | None) -> str:
    """What a search shows, in words; nothing is looked for where a question is not clear."""
    if search is None or search.actor is None:
        return _("Meetings")
    if search.partner is None:
        return _("Meetings: %(name)s") % {"name": search.actor.name}
    return _("Meetings: %(first)s and %(second)s") % {"first": search.actor.name, "second": search.partner.name}


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
    return Address({name: value for name, value in params.items() if value}, form.field_order)


def address_for(**params: str) -> Address:
    """The address of the search with just these parameters, as they stand in addresses."""
    return Address(params, tuple(MeetingSearchForm.field_order))


def address_of_words(words: str) -> str:
    """What words ask of meetings: a diplomat or two, a country, else any words; a date among them is the period."""
    period = dated(words)
    rest, (first, last) = (period.rest, period.ends) if period else (words, ("", ""))
    form = MeetingSearchForm({"actor": rest})
    named = "actor" if form.is_valid() or form.choices else "q"
    return address_for(**{name: value for name, value in ((named, rest), ("from", first), ("to", last)) if value}).here


def chosen_filters(form: MeetingSearchForm, address: Address) -> list[Chosen]:
    """The filters in use, each with the way out of it."""
    named = {"actor", "with", "city", "source"} & address.params.keys()
    shown: dict[str, str] = {name: form.cleaned_data[name].name for name in named}
    if "city" in shown:
        shown["city"] = place_called(shown["city"])
    return [
        Chosen(label_of(form, name), shown.get(name) or shown_value(form, name, value), address.query(**{name: None}))
        for name, value in address.params.items()
    ]


def label_of(form: MeetingSearchForm, name: str) -> str:
    return _("Place") if name in {"city", "in"} else str(form.fields[name].label)


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
    told: list[tuple[str, str, Wanted, tuple[str, ...]]] = [
        ("people", _("Counterparts") if people == "with" else _("Who meets most"), plain(people), ()),
        ("countries", _("Countries") if country == "country" else _("and country"), plain(country), ()),
        ("posts", _("Posts"), lambda value: {"post": office_text(value)}, ()),
        ("periods", _("Period"), plain("period"), TIMES),
        ("years", years_title(address), lambda value: {"from": value, "to": value}, TIMES),
        ("place_countries", _("Countries of the places"), plain("in"), PLACES),
        ("cities", _("Places"), plain("city"), PLACES),
        ("kinds", _("Kind"), plain("kind"), ()),
        ("statuses", _("Status"), plain("status"), ()),
        ("sources", _("Sources"), plain("source"), ()),
        ("verified", _("Verification"), plain("verified"), ()),
        ("disputes", _("Sources disagree"), plain("disagree"), ()),
    ]
    names: dict[str, Mapping[str, object]] = {"periods": dict(PERIODS)}
    names |= {"verified": {"1": _("verified by a person")}, "disputes": dict(Dispute.choices)}
    groups = (
        FacetGroup(title, lines(counts.facets.get(facet, ()), address, wanted, cleared, names.get(facet)))
        for facet, title, wanted, cleared in told
    )
    return [group for group in groups if group.lines]


def without_date(search: MeetingSearch, address: Address, counts: Counts) -> FacetLine | None:
    """Where a period is chosen, the meetings of the same search that no period finds."""
    if search.start is None and search.end is None:
        return None
    found = [each for each in counts.facets.get("periods", ()) if each.value == UNDATED]
    return next(iter(lines(found, address, plain("period"), TIMES)), None)


def plain(name: str) -> Wanted:
    """The value itself asks for it."""
    return lambda value: {name: value}
