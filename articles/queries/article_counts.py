"""How the articles found spread over the values of each filter: each count is what choosing that value would find."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from django.db import connection

from articles.enums import MentionLabel, ReviewState
from articles.queries.article_facets import BITS, SHOWN
from articles.queries.counting import Counts, Facet
from articles.queries.countries import country_name
from articles.queries.found_articles import (
    ACTOR,
    COUNTRY,
    LABELS,
    SOURCE,
    STATE,
    FoundArticles,
    Mask,
    Tally,
    filed,
    with_bits,
)
from articles.queries.meeting_tallies import letters

#: Of the actors who are named most, so many are looked at: states are among them, which are lines of countries.
LOOKED_AT = (40, 300)
LABELS_OF = {bit: MentionLabel(label) for label, bit in BITS.items()}
STATES = {filed(state): ReviewState(state) for state in ReviewState.values}


def counts_of(articles: FoundArticles, filters: Mapping[str, Mask]) -> Counts:
    """All counts; a facet of which a value is chosen is counted without that, for another to be chosen in its place."""

    def without(facet: str) -> Mask:
        return passing_all(articles, {own: mask for own, mask in filters.items() if own != facet})

    facets = {
        "sources": sources(articles.tally(SOURCE, without("sources"))),
        "years": years(articles.years(without("years"))),
        "labels": labels(articles.tally(LABELS, without("labels"))),
        "states": states(articles.tally(STATE, without("states"))),
        "countries": countries(articles.most(COUNTRY, without("countries"), LOOKED_AT[-1])),
        "actors": actors(articles.most(ACTOR, without("actors"), LOOKED_AT[-1])),
    }
    total = int(passing_all(articles, filters).sum())
    return Counts(total, {facet: lines for facet, lines in facets.items() if lines})


def passing_all(articles: FoundArticles, filters: Mapping[str, Mask]) -> Mask:
    passing = np.ones(len(articles), dtype=bool)
    for mask in filters.values():
        passing &= mask
    return passing


def years(tallies: Iterable[Tally]) -> list[Facet]:
    return [Facet(str(year), str(year), count) for year, count in sorted(tallies, reverse=True)]


def labels(tallies: Iterable[Tally]) -> list[Facet]:
    having = with_bits(tallies, LABELS_OF)
    return [Facet(LABELS_OF[bit].value, str(LABELS_OF[bit].label), count) for bit, count in having if count]


def states(tallies: Iterable[Tally]) -> list[Facet]:
    lines = [Facet(STATES[number].value, str(STATES[number].label), count) for number, count in tallies]
    return by_count(lines)


def by_count(lines: Iterable[Facet]) -> list[Facet]:
    return sorted(lines, key=lambda line: (-line.count, line.value))


def countries(tallies: Iterable[Tally]) -> list[Facet]:
    lines = by_count(Facet(letters(number << 8), "", count) for number, count in tallies)
    return [Facet(line.value, country_name(line.value), line.count) for line in lines[:SHOWN]]


def sources(tallies: Sequence[Tally]) -> list[Facet]:
    """All of them, as their counts add up."""
    known = called(SOURCES, tallies)
    return by_count(Facet(*known[key], count) for key, count in tallies if key in known)


def actors(tallies: Sequence[Tally]) -> list[Facet]:
    """Without states, which are lines of countries; hardly ever do the first few not suffice."""
    lines: list[Facet] = []
    for first, last in zip((0, *LOOKED_AT), LOOKED_AT, strict=False):
        known = called(PEOPLE, tallies[first:last])
        lines += [Facet(*known[key], count) for key, count in tallies[first:last] if key in known]
        if len(lines) >= SHOWN:
            break
    return lines[:SHOWN]


def called(sql: str, tallies: Iterable[Tally]) -> dict[int, tuple[str, str]]:
    """Slugs and names by the key."""
    keys = [key for key, _ in tallies]
    if not keys:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(sql, [keys])
        return {key: (slug, name) for key, slug, name in cursor.fetchall()}


SOURCES = "SELECT id, slug, name FROM articles_source WHERE id = ANY (%s::bigint[])"
PEOPLE = """
SELECT id, slug, name FROM articles_actor
WHERE id = ANY (%s::bigint[]) AND NOT (kind = 'state' AND country <> '')
"""
