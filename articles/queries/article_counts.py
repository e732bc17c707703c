"""How the articles found spread over the values of each filter: each count is what choosing that value would find."""

from collections.abc import Iterable, Mapping, Sequence

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
    Filtered,
    Tally,
    filed,
    with_bits,
)
from articles.queries.meeting_tallies import letters
from articles.queries.rows import array, rows_of

#: Of the actors who are named most, so many are looked at: states are among them, which are lines of countries.
LOOKED_AT = (40, 300)
LABELS_OF = {bit: MentionLabel(label) for label, bit in BITS.items()}
STATES = {filed(state): ReviewState(state) for state in ReviewState.values}


def counts_of(found: Filtered) -> Counts:
    """All counts; a facet of which a value is chosen is counted without that, for another to be chosen in its place."""
    outlets = found.without("sources").tally(SOURCE)
    people = found.without("actors").most(ACTOR, LOOKED_AT[-1])
    known = called(outlets, people[: LOOKED_AT[0]])
    facets = {
        "sources": by_count(lines_of(outlets, known["source"])),
        "years": years(found.without("years").years()),
        "labels": labels(found.without("labels").tally(LABELS)),
        "states": states(found.without("states").tally(STATE)),
        "countries": countries(found.without("countries").most(COUNTRY, SHOWN)),
        "actors": actors(people, known["actor"]),
    }
    return Counts(len(found.passing), {facet: lines for facet, lines in facets.items() if lines})


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
    """In the order they are given: as numbers, codes stand in that of the alphabet."""
    codes = ((letters(number << 8), count) for number, count in tallies)
    return [Facet(code, country_name(code), count) for code, count in codes]


def lines_of(tallies: Iterable[Tally], known: Mapping[int, tuple[str, str]]) -> list[Facet]:
    """Those that there still are."""
    return [Facet(*known[key], count) for key, count in tallies if key in known]


def actors(tallies: Sequence[Tally], known: Mapping[int, tuple[str, str]]) -> list[Facet]:
    """Without states, which are lines of countries; hardly ever do the first few, who are known, not suffice."""
    first, most = LOOKED_AT
    lines = lines_of(tallies[:first], known)
    if len(lines) < SHOWN and len(tallies) > first:
        lines += lines_of(tallies[first:most], called((), tallies[first:most])["actor"])
    return lines[:SHOWN]


def called(outlets: Iterable[Tally], people: Iterable[Tally]) -> dict[str, dict[int, tuple[str, str]]]:
    """Slugs and names by the key, asked for at once."""
    known: dict[str, dict[int, tuple[str, str]]] = {"source": {}, "actor": {}}
    keys = [[key for key, _ in tallies] for tallies in (outlets, people)]
    for kind, key, slug, name in rows_of(NAMES, list(map(array, keys))) if any(keys) else ():
        known[kind][key] = slug, name
    return known


NAMES = """
SELECT 'source', id, slug, name FROM articles_source WHERE id = ANY (ARRAY(SELECT unnest(%s::bigint[])))
UNION ALL SELECT 'actor', id, slug, name FROM articles_actor
WHERE id = ANY (ARRAY(SELECT unnest(%s::bigint[]))) AND NOT (kind = 'state' AND country <> '')
"""
