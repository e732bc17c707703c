"""What is counted of a meeting comes out of its column of numbers as it went in."""

from datetime import date

import pytest

from articles.enums import MeetingKind, MeetingStatus
from articles.models import Actor, Meeting, Place
from articles.queries.facets import count
from articles.queries.meeting_search import MeetingSearch, Party, party_of
from articles.queries.meeting_tallies import tallied
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    PlaceFactory,
    PostFactory,
)

pytestmark = pytest.mark.django_db


def told(actors: list[Actor], **values: object) -> Meeting:
    meeting: Meeting = MeetingFactory(actors=actors, **values)
    MeetingReportFactory(article=ArticleFactory(), meeting=meeting, actors=actors)
    return meeting


def lines(search: MeetingSearch, facet: str) -> list[tuple[str, int]]:
    return [(each.value, each.count) for each in count(search).facets.get(facet, [])]


def pair() -> list[Actor]:
    return [ActorFactory(country="TR"), ActorFactory(country="FR")]


def test_every_kind_and_status_is_counted_under_its_own_name() -> None:
    for kind in MeetingKind:
        told(pair(), kind=kind)
    for status in MeetingStatus:
        told(pair(), kind=MeetingKind.CALL, meeting_status=status)

    kinds, statuses = dict(lines(MeetingSearch(), "kinds")), dict(lines(MeetingSearch(), "statuses"))
    assert kinds == {kind.value: 1 + (kind == MeetingKind.CALL) * len(MeetingStatus) for kind in MeetingKind}
    assert statuses.keys() == {status.value for status in MeetingStatus}
    assert sum(statuses.values()) == len(MeetingKind) + len(MeetingStatus)


def test_places_years_and_periods_are_counted() -> None:
    ankara: Place = PlaceFactory(name="Ankara", country="TR")
    days = {"date_value": "2022-12-30/2023-01-02", "starts_on": date(2022, 12, 30), "ends_on": date(2023, 1, 2)}
    told(pair(), place=ankara, **days)
    told(pair(), place=None, date_value="", starts_on=None, ends_on=None)
    week = ("week", date(2023, 1, 1), date(2023, 1, 7))
    late = ("late", date(2023, 1, 3), date(2023, 1, 7))

    counts = count(MeetingSearch(), [late, week])

    facets = {name: [(each.value, each.count) for each in found] for name, found in counts.facets.items()}
    assert counts.total == 2
    assert facets["cities"] == [(ankara.slug, 1)]
    assert facets["place_countries"] == [("TR", 1)]
    assert facets["years"] == [("2023", 1), ("2022", 1)]
    assert facets["periods"] == [("late", 0), ("week", 1), ("undated", 1)]


def test_posts_are_counted_with_the_shortest_title() -> None:
    one, other = pair()
    PostFactory(actor=one, title="ministre", since=date(2023, 1, 1), until=date(2023, 12, 31))
    told([one, other], date_value="2023-06-01", starts_on=date(2023, 6, 1), ends_on=date(2023, 6, 1))

    assert [(each.name, each.count) for each in count(MeetingSearch()).facets["posts"]] == [("ministre, Turquie", 1)]


def test_nobody_meets_himself_and_that_is_counted_as_nothing() -> None:
    one, other = pair()
    told([one, other])

    counts = count(MeetingSearch(actor=party_of(one), partner=party_of(one)))

    assert (counts.total, counts.facets) == (0, {})


def test_beside_a_country_only_others_of_it_count() -> None:
    one, other = pair()
    told([one, other])
    asked = MeetingSearch(country="TR")

    assert lines(asked, "countries") == [("FR", 1)]
    assert lines(MeetingSearch(actor=Party("Turquie", "TR", country="TR")), "people") == [(other.slug, 1)]
    assert lines(MeetingSearch(actor=party_of(one)), "people") == [(other.slug, 1)]


def test_a_search_that_finds_nothing_has_empty_tallies() -> None:
    search = MeetingSearch(country="DE")

    found = tallied({search: ["posts"]})[search]

    assert (found.total, found.most("people", 5), dict(found.posts)) == (0, [], {})
    assert found.within(date(2023, 1, 1), date(2023, 1, 7)) == 0


def test_a_period_has_the_meetings_that_touch_it() -> None:
    """From the day before a week to the day after it, meetings of one to three days."""
    stays = [(date(2023, 5, first), date(2023, 5, last)) for first in range(6, 17) for last in range(first, first + 3)]
    for first, last in stays:
        told(pair(), date_value=f"{first}/{last}", starts_on=first, ends_on=last)
    week = (date(2023, 5, 8), date(2023, 5, 14))

    everything = tallied({MeetingSearch(): []})[MeetingSearch()]

    touching = [1 for first, last in stays if last >= week[0] and first <= week[1]]
    assert 0 < len(touching) < len(stays)
    assert everything.within(*week) == len(touching)
