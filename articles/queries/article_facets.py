"""Which articles fit words and filters, and how they spread over the values of each filter: one SQL statement.

The words are looked up once. What has one value an article (source, year, review, the set of labels) is grouped into
cells first, of which there are few however many articles are found. What has many values (countries, actors) comes as
numbers, for `named_counts`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from articles.enums import MentionLabel
from articles.search.question import Question

#: What an article may have several of.
NAMED = ("countries", "actors")
NUMBERS = """SELECT '{facets}', '', coalesce(encode(string_agg(named, ''), 'base64'), ''), 0 FROM {rows} AS rows"""
#: How many lines the lists of countries and actors have; of sources and years, whose counts add up, all are counted.
SHOWN = 12
#: Of many articles found, so many of the newest and so many of the newest with the words in the title are ranked.
RANKED = 300
BEST, NEWEST = "", "date"
BITS = {label: 1 << place for place, label in enumerate(MentionLabel.values)}


@dataclass(frozen=True)
class Wanted:
    """What a reader asks for; every part may be left out. Days are those of the articles."""

    question: Question = field(default_factory=Question)
    source: int | None = None
    start: date | None = None
    end: date | None = None
    country: str = ""
    actor: int | None = None
    label: str = ""
    state: str = ""
    sort: str = BEST
    #: Articles with greater keys came later than what is looked through page by page.
    known: int | None = None

    def known_until(self, key: int) -> "Wanted":
        return replace(self, known=key)


@dataclass(frozen=True)
class Sql:
    text: str
    params: Sequence[Any] = ()


def conditions(wanted: Wanted) -> dict[str, Sql]:
    """The filters in use, by the facet each belongs to, if any."""
    days = [wanted.start or date.min, wanted.end or date.max]
    told = {
        "sources": Sql("source_id = %s", [wanted.source]) if wanted.source is not None else None,
        "years": Sql("published_on BETWEEN %s AND %s", days) if wanted.start or wanted.end else None,
        "countries": Sql("countries::text[] @> ARRAY[%s]", [wanted.country]) if wanted.country else None,
        "actors": Sql("actors @> ARRAY[%s]::bigint[]", [wanted.actor]) if wanted.actor is not None else None,
        "labels": Sql("labels & %s <> 0", [BITS[wanted.label]]) if wanted.label else None,
        "states": Sql("state = %s", [wanted.state]) if wanted.state else None,
        "known": Sql("article_id <= %s", [wanted.known]) if wanted.known is not None else None,
    }
    return {facet: condition for facet, condition in told.items() if condition}


def matching(wanted: Wanted) -> Sql:
    """The flat rows of the articles with the words, with what is filtered by."""
    lists = [facet for facet in NAMED if facet in conditions(wanted)]
    columns = ", ".join(["article_id", "published_on", "source_id", "state", "labels", "named", *lists])
    rows = f"SELECT {columns} FROM articles_searchedarticle"  # noqa: S608 - our own names
    return Sql(f"{rows} WHERE words @@ %s::tsquery", [wanted.question.query]) if wanted.question else Sql(rows)


def under(filters: Iterable[Sql]) -> Sql:
    """The matching rows that pass these filters."""
    each = list(filters)
    where = " AND ".join(condition.text for condition in each)
    text = f"(SELECT * FROM matching WHERE {where})" if each else "matching"  # noqa: S608 - our own conditions
    return Sql(text, [param for condition in each for param in condition.params])


def statement(wanted: Wanted) -> Sql:
    """Rows of facet, value, name and number; each facet is counted without its own filter, for another to be chosen.

    `total` counts all; `newest` and `titled` hold as numbers the articles to rank, `countries` and `actors` as a name
    what `named_counts` counts.
    """
    filters, words = conditions(wanted), matching(wanted)
    found = under(filters.values())
    parts = [Sql("SELECT 'total', '', '', coalesce(sum(number), 0)::bigint FROM cells"), *named(filters)]
    for facet, sql in FACETS.items():
        others = under(condition for own, condition in filters.items() if own != facet)
        used = Sql(cut(others.text), others.params) if facet in filters else Sql("cells")
        filled = sql.replace("{cells}", f"{used.text} AS cells")
        parts.append(Sql(f"SELECT '{facet}', counted.* FROM ({filled}) AS counted", used.params))  # noqa: S608
    parts.append(Sql(NEW))
    if wanted.question.ranked:
        parts.append(Sql(TITLED, [wanted.question.ranked]))
    head = (
        f"WITH matching AS MATERIALIZED ({words.text}),"  # noqa: S608 - our own names
        f" found AS NOT MATERIALIZED (SELECT * FROM {found.text} AS passing),"
        f" cells AS MATERIALIZED {cut('found')} "
    )
    text = head + " UNION ALL ".join(f"({part.text})" for part in parts)
    return Sql(text, [*words.params, *found.params, *(param for part in parts for param in part.params)])


def named(filters: Mapping[str, Sql]) -> Iterator[Sql]:
    """One row for both facets, or one for each where one of them is filtered by."""
    facets = [(facet,) for facet in NAMED] if set(NAMED) & filters.keys() else [NAMED]
    for each in facets:
        rows = under(condition for own, condition in filters.items() if own not in each)
        yield Sql(NUMBERS.format(facets="+".join(each), rows=rows.text), rows.params)


def cut(rows: str) -> str:
    """The rows in cells."""
    return (
        "(SELECT source_id, date_part('year', published_on)::int AS year, state, labels, count(*) AS number"  # noqa: S608
        f" FROM {rows} AS rows GROUP BY 1, 2, 3, 4)"
    )


FACETS = {
    "sources": """
        SELECT source.slug, source.name, counted.number FROM (
            SELECT source_id, sum(number)::bigint AS number FROM {cells} GROUP BY source_id
        ) AS counted JOIN articles_source source ON source.id = source_id
        ORDER BY counted.number DESC, source.slug""",
    "years": "SELECT year::text, year::text, sum(number)::bigint FROM {cells} GROUP BY year ORDER BY cells.year DESC",
    "labels": "SELECT label, '', sum(number) FILTER (WHERE labels & bit <> 0)::bigint FROM {cells}, (VALUES "  # noqa: S608
    + ", ".join(f"('{label}', {bit})" for label, bit in BITS.items())
    + ") AS known (label, bit) GROUP BY label, bit HAVING bool_or(labels & bit <> 0) ORDER BY bit",
    "states": "SELECT state, '', sum(number)::bigint FROM {cells} GROUP BY state ORDER BY 3 DESC, 1",
}
NEW = f"SELECT 'newest', '', '', article_id FROM found ORDER BY published_on DESC, article_id DESC LIMIT {RANKED}"  # noqa: S608
TITLED = f"""
SELECT 'titled', '', '', article_id FROM found WHERE article_id IN
    (SELECT id FROM articles_article WHERE search_vector @@ %s::tsquery)
ORDER BY published_on DESC, article_id DESC LIMIT {RANKED}
"""  # noqa: S608
