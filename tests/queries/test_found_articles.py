"""Articles as plain numbers: what is read of them, filtered, put in order and counted."""

from datetime import date

import numpy as np
import pytest

from articles.enums import MentionLabel, ReviewState
from articles.models import SearchedArticle
from articles.queries.article_counts import actors, called, countries, counts_of
from articles.queries.article_facets import BITS
from articles.queries.found_articles import (
    ACTOR,
    COUNTRY,
    LABELS,
    SOURCE,
    STATE,
    Filtered,
    FoundArticles,
    counted,
    filed,
    read,
)
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, SourceFactory

pytestmark = pytest.mark.django_db


def as_read() -> FoundArticles:
    rows = SearchedArticle.objects.order_by("pk").values_list("numbers", flat=True)
    return read(b"".join(map(bytes, rows)))


def test_an_article_holds_what_it_is_filtered_by_and_counts_for() -> None:
    first = ArticleFactory(published_on=date(2020, 12, 31))
    second = ArticleFactory(published_on=date(2021, 1, 1))
    turk = ActorFactory(country="TR")
    MentionFactory(article=second, label="PER", actor=turk)

    found = as_read()

    assert len(found) == 2
    assert found.column(SOURCE).tolist() == [first.source_id, second.source_id]
    assert found.column(STATE).tolist() == [filed(ReviewState.NEW)] * 2
    assert found.column(LABELS).tolist() == [0, BITS[MentionLabel.PER]]
    assert found.having(ACTOR, turk.pk).tolist() == found.having(COUNTRY, filed("TR") >> 8).tolist() == [False, True]
    assert found.between(date(2021, 1, 1), date.max).tolist() == [False, True]
    assert found.keys.tolist() == [second.pk, first.pk]
    assert found.years() == [(2020, 1), (2021, 1)]
    assert found.only(np.array([False, True])).keys.tolist() == [second.pk]


def test_a_facet_is_counted_without_its_own_filter_only() -> None:
    first, second = (ArticleFactory(source=SourceFactory(name=name, slug=name)) for name in ("afp", "reuters"))
    for article in (first, second):
        MentionFactory(article=article, label="GPE", actor=ActorFactory(country="TR"))
    found = as_read()
    of_source = found.column(SOURCE) == first.source_id

    counts = counts_of(Filtered(found, {"sources": of_source}))

    assert counts.total == 1
    assert [line.value for line in counts.facets["sources"]] == ["afp", "reuters"]
    assert [(line.value, line.count) for line in counts.facets["countries"]] == [("TR", 1)]


def test_countries_stand_by_count_then_by_code() -> None:
    codes = [COUNTRY + (filed(code) >> 8) for code in ("TR", "US", "FR", "DE", "US")]

    lines = countries(as_filed([0, *codes]).most(COUNTRY, 9))

    assert [(line.value, line.count) for line in lines] == [("US", 2), ("DE", 1), ("FR", 1), ("TR", 1)]


def test_actors_stand_by_count_then_by_age_without_states_and_those_who_are_gone() -> None:
    states = [
        ActorFactory(name=f"Land {number}", kind="state", country="FR", slug=f"l{number}") for number in range(45)
    ]
    one, other = ActorFactory(name="Anna"), ActorFactory(name="Karl")
    gone = max(one.pk, other.pk) + 1
    tallies = [*((state.pk, 3) for state in states), (gone, 2), (one.pk, 1), (other.pk, 1)]

    assert [(line.name, line.count) for line in actors(tallies, called((), tallies[:40])["actor"])] == [
        ("Anna", 1),
        ("Karl", 1),
    ]


@pytest.mark.parametrize("values", [[], [3], [5, 3, 5], [7_000_000, 3, 7_000_000], [7_000_001, 7_000_000]])
def test_small_values_and_great_ones_are_counted_alike(values: list[int]) -> None:
    found, often = counted(np.array(values, dtype=np.int32))

    assert dict(zip(found.tolist(), often.tolist(), strict=True)) == {value: values.count(value) for value in values}


def test_what_comes_most_often_is_told_up_to_a_limit() -> None:
    numbers = [0, *(ACTOR + who for who in (4, 9)), 1, *(ACTOR + who for who in (2, 9)), 2, ACTOR + 3]
    found = as_filed(numbers)

    assert found.most(ACTOR, 3) == [(9, 2), (2, 1), (3, 1)]
    assert found.only(np.array([True, False, True])).most(ACTOR, 9) == [(3, 1), (4, 1), (9, 1)]


def test_where_nothing_is_found_nothing_is_counted() -> None:
    nothing = as_filed([])

    assert (nothing.years(), nothing.tally(SOURCE), nothing.most(ACTOR, 3)) == ([], [], [])
    assert nothing.only(np.zeros(0, dtype=bool)).keys.tolist() == []


def as_filed(numbers: list[int]) -> FoundArticles:
    return read(np.array(numbers, dtype=">i4").tobytes())
