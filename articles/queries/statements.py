"""Statements as readers look for them: who said it, to whom, in which words, when, and where it is reported."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, F, OrderBy, Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Greatest, Substr

from articles.models import IndexedStatement, Statement
from articles.queries.counting import TOTAL, Compiled, Counts, Part, counted, sql_of
from articles.queries.meeting_search import Party
from articles.queries.quotes import CONTEXT, Quoted, in_context
from articles.queries.taken_along import all_keys
from articles.search.question import Question, told

PAGE_SIZE, SHOWN, TOGETHER = 25, 12, 500
Period = tuple[str, date, date]


@dataclass(frozen=True)
class StatementSearch:
    """What a reader asks for; every part may be left out. Days are those of the articles."""

    speaker: Party | None = None
    addressee: Party | None = None
    words: str | Question = ""
    start: date | None = None
    end: date | None = None
    source: int | None = None
    direct: bool | None = None
    verified: bool = False


def find_statements(search: StatementSearch) -> QuerySet[IndexedStatement]:
    """The rows of the statements that fit, in no order; rejected ones have none."""
    conditions = {
        "published_on__gte": search.start,
        "published_on__lte": search.end,
        "source": search.source,
        "direct": search.direct,
        "verified": search.verified or None,
    }
    wanted = Q(**{lookup: value for lookup, value in conditions.items() if value is not None})
    if search.words:
        said = told(search.words, actors="speaker_id = ANY (%s)")
        wanted &= Q(RawSQL(said.text, said.values, output_field=BooleanField()))  # noqa: S611 - our own words
    for field, party in (("speaker", search.speaker), ("addressee", search.addressee)):
        if party:
            wanted &= Q(**{f"{field}__country": party.country} if party.country else {f"{field}__in": party.actors})
    return IndexedStatement.objects.filter(wanted)


def newest_first() -> list[OrderBy]:
    return [F("published_on").desc(), F("statement").desc()]


def page_of(search: StatementSearch, total: int, number: str | None) -> Page[int]:
    keys = find_statements(search).order_by(*newest_first()).values_list("statement_id", flat=True)
    pages = Paginator(keys, PAGE_SIZE)
    vars(pages)["count"] = total  # known already
    return pages.get_page(number)


def found_keys(search: StatementSearch) -> Sequence[int]:
    return all_keys(find_statements(search).order_by(*newest_first()), "statement_id")


def quoted(keys: Iterable[int]) -> list[Quoted[Statement]]:
    """Statements as records in the order of the keys; the articles' texts stay in the database."""
    keys = list(keys)
    start = Greatest(F("quote_start") - CONTEXT, Value(0))
    found = (
        Statement.objects.filter(pk__in=keys)
        # PostgreSQL takes longer to plan a join of eight tables than to look the rest up.
        .select_related("article__source", "speaker", "addressee")
        .prefetch_related("speaker_mention", "decided_by", "run")
        .defer("article__text", "article__search_vector")
        .annotate(
            before=Substr("article__text", start + 1, F("quote_start") - start),
            words=Substr("article__text", F("quote_start") + 1, F("quote_end") - F("quote_start")),
            after=Substr("article__text", F("quote_end") + 1, CONTEXT),
            addressed=Substr("article__text", F("addressed_start") + 1, F("addressed_end") - F("addressed_start")),
        )
    )
    place = {key: number for number, key in enumerate(keys)}
    return [
        in_context(statement, *(vars(statement)[part] for part in ("before", "words", "after", "addressed")))
        for statement in sorted(found, key=lambda each: place[each.pk])
    ]


def count(search: StatementSearch, periods: Iterable[Period] = ()) -> Counts:
    """All counts of a search, in one query; each is what would be found if that value were chosen."""
    anytime = replace(search, start=None, end=None)
    parts = [
        Part("total", search, TOTAL),
        Part("speakers", replace(search, speaker=None), SPEAKERS, [SHOWN]),
        Part("addressees", replace(search, addressee=None), ADDRESSEES, [SHOWN]),
        Part("years", anytime, YEARS, [SHOWN]),
        Part("sources", replace(search, source=None), SOURCES, [SHOWN]),
        Part("direct", replace(search, direct=None), DIRECT),
        Part("verified", replace(search, verified=False), VERIFIED),
    ]
    asked = list(periods)
    if asked:
        values = ", ".join(["(%s, %s::date, %s::date)"] * len(asked))
        parts.append(Part("periods", anytime, PERIODS.replace("{values}", values), [v for each in asked for v in each]))
    return counted(parts, compiled, lambda facet, value, name: name)


def compiled(search: StatementSearch) -> Compiled:
    return sql_of(
        find_statements(search).values(
            *("statement_id", "speaker_id", "addressee_id", "source_id", "published_on", "direct", "verified")
        )
    )


SPEAKERS = """
SELECT actor.slug, actor.name, number FROM (
    SELECT speaker_id, count(*) AS number FROM {found} GROUP BY speaker_id
) AS counted JOIN articles_actor actor ON actor.id = speaker_id
WHERE NOT (actor.kind = 'state' AND actor.country <> '')
ORDER BY number DESC, actor.id LIMIT %s
"""
ADDRESSEES = SPEAKERS.replace("speaker_id", "addressee_id")
YEARS = """
SELECT extract(year FROM published_on)::int::text, extract(year FROM published_on)::int::text, count(*)
FROM {found} GROUP BY 1 ORDER BY 1 DESC LIMIT %s
"""
SOURCES = """
SELECT source.slug, source.name, number FROM (
    SELECT source_id, count(*) AS number FROM {found} GROUP BY source_id
) AS counted JOIN articles_source source ON source.id = source_id
ORDER BY number DESC, source.slug LIMIT %s
"""
DIRECT = """
SELECT CASE WHEN direct THEN 'yes' ELSE 'no' END, '', count(*) FROM {found} GROUP BY direct ORDER BY direct DESC
"""
VERIFIED = "SELECT '1', '', count(*) FROM {found} WHERE verified"
PERIODS = """
SELECT period, period, count(statement_id) FROM (VALUES {values}) AS asked (period, first, last)
LEFT JOIN {found} ON published_on BETWEEN first AND last
GROUP BY period, first ORDER BY first DESC, period
"""


def all_quoted(keys: Sequence[int]) -> Iterator[Quoted[Statement]]:
    """The statements one after the other, some read at a time."""
    for first in range(0, len(keys), TOGETHER):
        yield from quoted(keys[first : first + TOGETHER])
