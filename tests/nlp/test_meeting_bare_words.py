"""People told by what they are alone, `la dirigeante`, and buildings that nothing says where they are."""

from datetime import date

import pytest

from articles.nlp.pipeline import build

Told = tuple[set[str], str]


def told(text: str) -> list[Told]:
    """Who met or travelled, and where."""
    [annotation] = build().annotate([(text, date(2024, 5, 16))])
    names = [entity.name for entity in annotation.entities]
    return [
        ({names[one.entity] for one in each.participants}, "" if each.place is None else names[each.place])
        for each in annotation.meetings
    ]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Le président Karl Moe", "le dirigeant"),
        ("Le président Karl Moe", "le dirigeant tchèque"),
        ("L'émissaire Karl Moe", "le diplomate"),
        ("La présidente Anna Lind", "la dirigeante"),
    ],
)
def test_what_somebody_is_takes_him_up(first: str, then: str) -> None:
    who = {first[-8:] if "Karl" in first else "Anna Lind"}

    assert (who, "Paris") in told(f"{first} était mardi à Rome. Mercredi, {then} s'est rendu à Paris.")


@pytest.mark.parametrize("then", ["Mercredi, le diplomate", "Mercredi, la dirigeante"])
def test_president_is_no_diplomat_and_a_man_no_woman(then: str) -> None:
    text = f"Le président Karl Moe était mardi à Rome. {then} s'est rendu à Paris."

    assert "Paris" not in {place for _, place in told(text)}


@pytest.mark.parametrize(
    ("dateline", "building", "place"),
    [
        ("LUSAKA, 16 mai (EFE) - ", "à l'hôtel Radisson", "Lusaka"),
        ("LISBONNE, 16 mai (EFE) - ", "au palais de Belém", "Lisbonne"),
        ("", "à l'hôtel Radisson", "hôtel Radisson"),
    ],
)
def test_building_is_where_the_article_tells_from(dateline: str, building: str, place: str) -> None:
    text = f"{dateline}Le président Karl Moe a reçu mardi {building} la ministre Anna Lind."

    assert told(text) == [({"Karl Moe", "Anna Lind"}, place)]
