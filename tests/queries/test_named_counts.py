"""Counts of what articles name come in the order of their lines, also where many are named as often."""

from base64 import b64encode

import pytest

from articles.queries.named_counts import actors, counted, countries
from tests.factories import ActorFactory

pytestmark = pytest.mark.django_db


def packed(*numbers: int) -> str:
    return b64encode(b"".join(number.to_bytes(4, "big", signed=True) for number in numbers)).decode()


def land(code: str) -> int:
    return -int.from_bytes(code.encode(), "big")


def test_countries_stand_by_count_then_by_code() -> None:
    numbers = counted(packed(*(land(code) for code in ("TR", "FR", "US", "DE", "US"))))

    assert [(line.value, line.count) for line in countries(numbers, 3)] == [("US", 2), ("DE", 1), ("FR", 1)]


def test_actors_stand_by_count_then_by_age_without_states_and_those_who_are_gone() -> None:
    one, other = ActorFactory(name="Anna"), ActorFactory(name="Karl")
    state = ActorFactory(name="France", kind="state", country="FR", slug="FR")
    gone = max(one.pk, other.pk, state.pk) + 1
    numbers = counted(packed(other.pk, one.pk, *[state.pk, gone] * 3, land("FR")))

    assert [(line.name, line.count) for line in actors(numbers, 5)] == [("Anna", 1), ("Karl", 1)]
    assert [line.name for line in actors(numbers, 1)] == ["Anna"]


def test_nothing_named_is_no_line() -> None:
    assert (counted(""), countries([], 3), actors([], 3)) == ([], [], [])
