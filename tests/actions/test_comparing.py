"""What is certainly one meeting, what is worth asking about, and what never is one."""

from datetime import date
from typing import Any

import pytest

from articles.actions.comparing import compare, worth_asking
from articles.actions.summing import Account
from articles.models import MeetingReport, Place

ANKARA = Place(pk=1, name="Ankara", kind="city", country="TR")
IZMIR = Place(pk=2, name="Izmir", kind="city", country="TR")
TURKEY = Place(pk=3, name="Turquie", kind="country", country="TR")
ROME = Place(pk=4, name="Rome", kind="city", country="IT")
SAHEL = Place(pk=5, name="Sahel", kind="region")
MAGHREB = Place(pk=6, name="Maghreb", kind="region")


def account(article: str, people: str, written: str, **fields: Any) -> Account:
    """What an article says: people by letters, and of the report what differs from a talk held in Ankara."""
    values = {"kind": "in_person", "meeting_status": "held", "date_value": "2023-11-06", "place": ANKARA, **fields}
    return Account(MeetingReport(**values), date.fromisoformat(written), article, dict.fromkeys(map(ord, people)))


def verdict(one: dict[str, Any], other: dict[str, Any]) -> str:
    """`certain`, `likely` or `two`."""
    values = ({"people": "ab", "written": "2023-11-07", **each} for each in (one, other))
    first, second = (account(name, **each) for name, each in zip("xy", values, strict=True))
    found, reverse = compare(first, second), compare(second, first)
    assert found == reverse
    if found is None:
        return "two"
    if found.is_certain:
        return "certain"
    return "likely" if worth_asking(found, first, second) else "two"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({}, {"date_value": "2023-11"}),
        ({}, {"date_value": "2023-11-06/2023-11-08"}),
        ({}, {"date_value": ""}),
        ({}, {"place": None}),
        ({}, {"place": TURKEY}),
        ({}, {"place": IZMIR}),
        ({}, {"duration": 60}),
        ({"duration": 90}, {"duration": 60}),
        ({}, {"meeting_status": "planned", "written": "2023-11-04"}),
        ({}, {"people": "abc"}),
        ({"kind": "multilateral"}, {}),
        ({"kind": "call", "place": None}, {"kind": "video", "place": ROME}),
        ({"duration": 60}, {"duration": 60, "date_value": "2023-11-07"}),
        ({"date_value": ""}, {"date_value": "", "written": "2023-11-09"}),
        ({"people": "a", "kind": "visit"}, {"people": "a", "kind": "visit", "place": TURKEY}),
        ({"people": "a", "kind": "visit", "place": SAHEL}, {"people": "a", "kind": "visit", "place": MAGHREB}),
    ],
)
def test_unmistakable_reports_are_certainly_of_one_meeting(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert verdict(one, other) == "certain"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"date_value": "2023-11-07"}),
        ({}, {"date_value": "2023-11-08"}),
        ({"duration": 60}, {"duration": 60, "date_value": "2023-11-08"}),
        ({}, {"place": ROME}),
        ({}, {"kind": "call"}),
        ({}, {"meeting_status": "denied"}),
        ({}, {"meeting_status": "cancelled"}),
        ({"people": "abc"}, {"people": "abd"}),
        ({}, {"people": "abc", "place": None}),
        ({"date_value": "2023"}, {"date_value": "2023-11-06"}),
    ],
)
def test_likely_reports_are_worth_asking_about(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert verdict(one, other) == "likely"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"people": "ac"}),
        ({}, {"date_value": "2023-11-09"}),
        ({}, {"date_value": "2023-12"}),
        ({}, {"date_value": "2023-11-07", "place": ROME}),
        ({}, {"date_value": "", "written": "2023-11-20"}),
        ({"date_value": "2023-11-09"}, {"date_value": "", "written": "2023-11-08"}),
        ({"date_value": "2023-11-20", "meeting_status": "planned"}, {"date_value": "2023-11", "written": "2023-11-08"}),
        ({"date_value": "2023", "place": None}, {}),
        ({}, {"people": "abc", "kind": "multilateral"}),
        ({"people": "a", "kind": "visit"}, {"people": "a", "kind": "visit", "place": IZMIR}),
        ({"people": "a", "kind": "visit"}, {"people": "a", "kind": "visit", "place": None}),
        ({"people": "a", "kind": "visit"}, {}),
    ],
)
def test_reports_of_other_people_days_or_visits_are_two(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert verdict(one, other) == "two"
