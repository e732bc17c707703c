"""What a mention stands for, beside what the gold says."""

from dataclasses import replace
from pathlib import Path

import pytest

from articles.nlp.evaluation.links import links, strays
from articles.nlp.types import EntityRecord, MentionRecord
from tests.nlp.evaluation.story import PEOPLE, annotation, gold_span, matched, place

STATE = EntityRecord("state", "Norvège", known_id="NO")
OTHER_STATE = EntityRecord("state", "Suède", known_id="SE")
CITY = EntityRecord("place", "Oslo", known_id="oslo")


def wrong(folder: Path, label: str, link: str, mention: MentionRecord, entity: EntityRecord) -> list[str]:
    span = gold_span("Oslo", label, link)
    predicted = annotation(mentions=(mention,), entities=(*PEOPLE, entity), meetings=(), statements=())
    return [kind for _, _, kind in links(matched(folder, predicted, spans=[span], meetings=[], statements=[]))]


@pytest.mark.parametrize(
    ("label", "link", "entity", "expected"),
    [
        ("GPE", "oslo", CITY, ""),
        ("GPE", "NO", STATE, ""),
        ("ORG", "NO", OTHER_STATE, "link"),
        ("GPE", "NO", CITY, "figurative"),
        ("GPE", "oslo", STATE, "figurative"),
        ("LOC", "bergen", CITY, "link"),
    ],
)
def test_links_compare_places_and_bodies_by_name_and_tell_figurative_ones(
    tmp_path: Path, label: str, link: str, entity: EntityRecord, expected: str
) -> None:
    assert wrong(tmp_path, label, link, MentionRecord(place("Oslo"), label, 2), entity) == [expected]


@pytest.mark.parametrize(("country", "expected"), [("NO", ""), ("SE", "country"), ("", "country")])
def test_links_compare_the_country_of_a_role(tmp_path: Path, country: str, expected: str) -> None:
    assert wrong(tmp_path, "ROLE", "NO", MentionRecord(place("Oslo"), "ROLE", country=country), CITY) == [expected]


def test_links_leave_out_roles_that_are_linked_to_a_body(tmp_path: Path) -> None:
    assert wrong(tmp_path, "ROLE", "otan", MentionRecord(place("Oslo"), "ROLE"), CITY) == []


def test_links_find_the_value_of_a_date_wrong(tmp_path: Path) -> None:
    mentions = tuple(replace(found, value="2024-04-29") for found in annotation().mentions if found.label == "DATE")

    found = links(matched(tmp_path, annotation(mentions=mentions)))

    assert [(gold.link, mention.value, kind) for gold, mention, kind in found] == [
        ("2024-05-06", "2024-04-29", "date-value")
    ]


def test_links_find_the_person_who_stands_with_another(tmp_path: Path) -> None:
    mentions = tuple(
        replace(found, entity=1) if found.span == place("Lind", 1) else found for found in annotation().mentions
    )

    found = links(matched(tmp_path, annotation(mentions=mentions)))

    people = [(mention.span, kind) for gold, mention, kind in found if gold.label == "PER"]
    assert sorted(people) == [(place("Anna Lind"), ""), (place("Karl Moe"), ""), (place("Lind", 1), "link")]


def test_strays_are_those_outside_the_most_common_pairing() -> None:
    pairs = [("a", 1), ("a", 1), ("a", 2), ("b", 1), ("b", 3)]

    assert strays(pairs) == [False, False, True, True, False]
