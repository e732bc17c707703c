"""What is new of what somebody follows: meetings, statements and articles, each once, with all watches it belongs to.

Every watch is one short piece of a single query, which finds its newest by the time it came and stops there: what is
among the newest of all is among the newest of each watch it belongs to, so no reason is missed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.db.models import BooleanField, DateTimeField, Exists, F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from articles.models import Actor, IndexedMeeting, IndexedStatement, Mention, Watch
from articles.models.article import ArticleQuerySet
from articles.queries.article_facets import Wanted
from articles.queries.article_search import articles_wanted
from articles.queries.meeting_search import MeetingSearch, Party, find_indexed, party_of
from articles.queries.statements import StatementSearch, find_statements
from articles.search.articles import ArticleSearch, search_articles

MEETING, STATEMENT, ARTICLE = "meeting", "statement", "article"
#: Before anything came.
EVER = datetime(1970, 1, 1, tzinfo=UTC)
#: Stands for all watches of one actor or country together; whose a row is is told by the row.
TOGETHER = -1
#: The columns of the pieces: the key, when it came, and the number of the watch.
Row = tuple[int, datetime, int]
Piece = QuerySet[Any, Row]

#: Whether status, days or place were others at a moment; a change that was taken back since is none.
WAS_OTHER = """
coalesce((
    SELECT (former.status, former.starts_on, former.ends_on, former.place) IS DISTINCT FROM (
        articles_indexedmeeting.status, articles_indexedmeeting.starts_on, articles_indexedmeeting.ends_on,
        articles_indexedmeeting.place_id
    )
    FROM articles_formermeeting former
    WHERE former.meeting = articles_indexedmeeting.meeting_id AND former.until > %(expressions)s
    ORDER BY former.until LIMIT 1
), false)
"""


@dataclass(frozen=True)
class ArticlesOf:
    """A search for articles, with the keys of the actors that must be mentioned, if any."""

    search: ArticleSearch
    actors: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Everything:
    """What the one search box finds: articles, and meetings and statements where its filters say anything of them."""

    articles: Wanted
    meetings: MeetingSearch | None
    statements: StatementSearch | None


Search = MeetingSearch | StatementSearch | ArticlesOf | Everything


@dataclass(frozen=True)
class Asked:
    """What a watch asks for: all of one party, or a search."""

    watch: Watch
    #: What came before is no news to it.
    begun: datetime
    party: Party | None = None
    search: Search | None = None

    @classmethod
    def of(cls, watch: Watch, search: Search | None, actors: dict[int, Actor]) -> "Asked":
        """`actors` holds those that the watched ones are now, by the keys these had."""
        begun = watch.created_at
        parties = [party_of(actors[key]) for key in (watch.actor_id, watch.other_id) if key is not None]
        parties += [Party(code, code, country=code) for code in (watch.country, watch.other_country) if code]
        if len(parties) == 2:
            return cls(watch, begun, search=MeetingSearch(actor=parties[0], partner=parties[1]))
        return cls(watch, begun, party=parties[0]) if parties else cls(watch, begun, search=search)

    @property
    def meetings(self) -> MeetingSearch | None:
        found = self.search.meetings if isinstance(self.search, Everything) else self.search
        return found if isinstance(found, MeetingSearch) else None

    @property
    def statements(self) -> StatementSearch | None:
        found = self.search.statements if isinstance(self.search, Everything) else self.search
        return found if isinstance(found, StatementSearch) else None


@dataclass(frozen=True)
class Hit:
    """One new thing, when it came or changed, and the watches it belongs to."""

    kind: str
    key: int
    at: datetime
    watches: tuple[Watch, ...]


def at_any_time(asked: Sequence[Asked]) -> list[Asked]:
    """The same, of what was there before they began as well."""
    return [replace(each, begun=EVER) for each in asked]


def hits(asked: Sequence[Asked], since: datetime, limit: int) -> list[Hit]:
    """What came after a moment, newest first; nothing is news that was there when its watch began."""
    found: list[Hit] = []
    for kind, pieces in (
        (MEETING, meeting_pieces(asked, since, limit)),
        (STATEMENT, statement_pieces(asked, since, limit)),
        (ARTICLE, article_pieces(asked, since, limit)),
    ):
        found += gathered(kind, list(pieces), asked, since)
    return sorted(found, key=lambda hit: (hit.at, hit.kind, hit.key), reverse=True)[:limit]


def gathered(kind: str, pieces: list[Piece], asked: Sequence[Asked], since: datetime) -> list[Hit]:
    """The rows of all pieces, each thing once."""
    if not pieces:
        return []
    rows: Iterable[Row] = pieces[0].union(*pieces[1:], all=True) if len(pieces) > 1 else pieces[0]
    times: dict[int, datetime] = {}
    numbers: dict[int, set[int]] = {}
    for key, at, number in rows:
        times[key] = at
        numbers.setdefault(key, set()).add(number)
    together = [key for key, told in numbers.items() if TOGETHER in told]
    for key, number in owners(kind, together, asked, since):
        numbers[key].add(number)
    return [
        Hit(kind, key, at, tuple(asked[number].watch for number in sorted(numbers[key] - {TOGETHER})))
        for key, at in times.items()
    ]


def parties(asked: Sequence[Asked], since: datetime) -> tuple[list[int], list[str]]:
    """The actors and countries that are asked for as a whole, and have been for as long as the page goes back."""
    whole = [each.party for each in asked if each.party and each.begun <= since]
    return [actor for party in whole for actor in party.actors], [party.country for party in whole if party.country]


def alone(asked: Sequence[Asked], since: datetime) -> Iterator[tuple[int, Asked, datetime]]:
    """The watches that are asked one by one, with their number and from when on."""
    for number, each in enumerate(asked):
        if each.party is None or each.begun > since:
            yield number, each, max(since, each.begun)


def meeting_pieces(asked: Sequence[Asked], since: datetime, limit: int) -> Iterator[Piece]:
    actors, countries = parties(asked, since)
    whole: dict[str, Sequence[object]] = {"actors__overlap": actors, "countries__overlap": countries}
    for lookup, values in whole.items():
        if values:
            yield newest_meetings(IndexedMeeting.objects.filter(**{lookup: values}), since, TOGETHER, limit)
    for number, each, start in alone(asked, since):
        search = MeetingSearch(actor=each.party) if each.party else each.meetings
        if search is not None:
            yield newest_meetings(find_indexed(search), start, number, limit)


def was_other(moment: datetime) -> Func:
    return Func(Value(moment, DateTimeField()), template=WAS_OTHER, output_field=BooleanField())


def newest_meetings(rows: QuerySet[IndexedMeeting], since: datetime, number: int, limit: int) -> Piece:
    """Those first told of, told of by a new source, or told of otherwise since."""
    changed = Q(arrived_at__gt=since) | Q(sourced_at__gt=since) | Q(was_other(since))
    found = rows.filter(changed, changed_at__gt=since).order_by("-changed_at", "-meeting_id")
    return found.values_list("meeting_id", "changed_at", Value(number))[:limit]


def statement_pieces(asked: Sequence[Asked], since: datetime, limit: int) -> Iterator[Piece]:
    actors, countries = parties(asked, since)
    whole: dict[str, Sequence[object]] = {
        "speaker__in": actors,
        "addressee__in": actors,
        "speaker__country__in": countries,
    }
    for lookup, values in whole.items():
        if values:
            yield newest_statements(IndexedStatement.objects.filter(**{lookup: values}), since, TOGETHER, limit)
    for number, each, start in alone(asked, since):
        if each.party:
            for search in (StatementSearch(speaker=each.party), StatementSearch(addressee=each.party)):
                if search.speaker or each.party.actors:
                    yield newest_statements(find_statements(search), start, number, limit)
        elif each.statements is not None:
            yield newest_statements(find_statements(each.statements), start, number, limit)


def newest_statements(rows: QuerySet[IndexedStatement], since: datetime, number: int, limit: int) -> Piece:
    found = rows.filter(arrived_at__gt=since).order_by("-arrived_at", "-statement_id")
    return found.values_list("statement_id", "arrived_at", Value(number))[:limit]


def article_pieces(asked: Sequence[Asked], since: datetime, limit: int) -> Iterator[Piece]:
    """An article that must mention somebody comes once it is annotated, any other once it is imported."""
    for number, each, start in alone(asked, since):
        if isinstance(each.search, ArticlesOf):
            found, annotated = articles_of(each.search), each.search.actors is not None
        elif isinstance(each.search, Everything):
            wanted = each.search.articles
            found, annotated = articles_wanted(wanted), wanted.actor is not None or bool(wanted.country or wanted.label)
        else:
            continue
        ordered = found.annotate(came=Coalesce("told_at", "imported_at") if annotated else F("imported_at"))
        ordered = ordered.filter(came__gt=start).order_by("-came", "-pk")
        yield ordered.values_list("pk", "came", Value(number))[:limit]


def articles_of(asked: ArticlesOf) -> ArticleQuerySet:
    found = search_articles(asked.search)
    if asked.actors is None:
        return found
    return found.filter(Exists(Mention.objects.live().filter(article=OuterRef("pk"), actor__in=asked.actors)))


def owners(kind: str, keys: list[int], asked: Sequence[Asked], since: datetime) -> Iterator[tuple[int, int]]:
    """Which of the watches asked together each of these belongs to."""
    by_actor: dict[int, list[int]] = {}
    by_country: dict[str, list[int]] = {}
    for number, each in enumerate(asked):
        if each.party and each.begun <= since:
            for actor in each.party.actors:
                by_actor.setdefault(actor, []).append(number)
            if each.party.country:
                by_country.setdefault(each.party.country, []).append(number)
    for key, actors, countries in told_of(kind, keys):
        for numbers in (*map(by_actor.get, actors), *map(by_country.get, countries)):
            yield from ((key, number) for number in numbers or ())


def told_of(kind: str, keys: list[int]) -> Iterator[tuple[int, list[int], list[str]]]:
    """Of meetings and statements, by whom they are found among all of one actor or country."""
    if keys and kind == MEETING:
        yield from IndexedMeeting.objects.filter(pk__in=keys).values_list("pk", "actors", "countries")
    elif keys:
        rows = IndexedStatement.objects.filter(pk__in=keys)
        for key, speaker, addressee, country in rows.values_list("pk", "speaker", "addressee", "speaker__country"):
            yield key, [actor for actor in (speaker, addressee) if actor], [country] if country else []
