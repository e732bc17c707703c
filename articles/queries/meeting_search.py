"""Which meetings a reader asks for: of whom, with whom, when, where, of what kind, and who says so in which words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, F, OrderBy, QuerySet
from django.db.models.expressions import RawSQL

from articles.enums import Dispute
from articles.models import Actor, IndexedMeeting, Meeting, Place
from articles.models.meeting import MeetingQuerySet
from articles.queries.english_names import keys_of_places
from articles.queries.rows import Sql, all_of, any_of
from articles.search.question import Question, told

BY_DATE, BY_SOURCES = "date", "sources"
#: The period of the meetings of which no date is told.
UNDATED = "undated"
DISPUTES = tuple(Dispute.values)


@dataclass(frozen=True)
class Party:
    """One side of the meetings looked for: an actor, or everybody from a country."""

    name: str
    slug: str
    actors: tuple[int, ...] = ()
    country: str = ""


@dataclass(frozen=True)
class MeetingSearch:
    """What a reader asks for; every part may be left out.

    `posts` holds `key|country` of the offices of which one must be held; None where none is asked for.
    """

    actor: Party | None = None
    partner: Party | None = None
    country: str = ""
    other_country: str = ""
    posts: tuple[str, ...] | None = None
    start: date | None = None
    end: date | None = None
    places: tuple[int, ...] = ()
    place_country: str = ""
    kind: str = ""
    status: str = ""
    source: int | None = None
    verified: bool = False
    #: What its reports disagree about, a value of Dispute.
    disputed: str = ""
    #: Only those of which no date is told, which no period finds.
    undated: bool = False
    words: str | Question = ""
    sort: str = BY_DATE


def party_of(actor: Actor) -> Party:
    """A state stands for all who meet in its name; anybody else for himself, as whom those merged into him count."""
    if actor.kind == "state" and actor.country:
        return Party(actor.name, actor.slug, country=actor.country)
    return Party(actor.name, actor.slug, actors=(actor.pk,))


def same_as(actor: Actor) -> tuple[int, ...]:
    """The actor's own id and those of all that were merged into it."""
    known = [actor.pk]
    fresh = known
    while fresh:
        merged = Actor.objects.filter(merged_into__in=fresh).exclude(pk__in=known)
        fresh = list(merged.values_list("pk", flat=True))
        known = [*known, *fresh]
    return tuple(known)


def find_indexed(search: MeetingSearch) -> QuerySet[IndexedMeeting]:
    """The rows of the meetings that fit the search, in no order."""
    wanted = fitting(search)
    return IndexedMeeting.objects.filter(RawSQL(wanted.text, wanted.values, output_field=BooleanField()))  # noqa: S611


def fitting(search: MeetingSearch) -> Sql:
    """The condition that those rows fulfil. Django takes longer to build it than PostgreSQL to find a page of them."""
    return all_of(conditions(search))


def conditions(search: MeetingSearch) -> Iterator[Sql]:
    yield from plain_conditions(search)
    yield from sides(*filter(None, (search.actor, search.partner)))
    yield from sides(*(Party(code, code, country=code) for code in (search.country, search.other_country) if code))
    if search.places or search.place_country:
        land = [Sql("place_country = %s", [search.place_country])] if search.place_country else []
        yield any_of([Sql("place_id = ANY (%s::bigint[])", [list(search.places)]), *land])
    if search.words:
        yield told(search.words, actors="actors && %s::bigint[]", countries="countries && %s::varchar[]")


def disputed(about: str) -> Sql:
    field = DISPUTES.index(about)
    return Sql("disputes & %s > 0", [1 << (field - 1)]) if field else Sql("disputes > 0")


def plain_conditions(search: MeetingSearch) -> Iterator[Sql]:
    """Days overlap the period as far as they are told."""
    asked = {
        "ends_on >= %s": search.start,
        "starts_on <= %s": search.end,
        "posts && %s::varchar[]": None if search.posts is None else list(search.posts),
        "kind = %s": search.kind or None,
        "status = %s": search.status or None,
        "sources @> %s::bigint[]": None if search.source is None else [search.source],
    }
    yield from (Sql(condition, [value]) for condition, value in asked.items() if value is not None)
    if search.verified:
        yield Sql("verified")
    if search.disputed:
        yield disputed(search.disputed)
    if search.undated:
        yield Sql("starts_on IS NULL")


def sides(*parties: Party) -> Iterator[Sql]:
    """All these parties took part, two of them by different people: no one is both sides of a meeting."""
    for party in parties:
        yield having("countries", party.country) if party.country else any_having("actors", party.actors)
    if len(parties) == 2:
        yield from apart(*parties)


def apart(one: Party, other: Party) -> Iterator[Sql]:
    """Where both took part, by two participants."""
    if not one.country and not other.country:
        if set(one.actors) & set(other.actors):
            yield NEVER
    elif one.country == other.country:
        yield having("sides", f"{one.country}#2")
    elif one.country and other.country:
        first, second = sorted((one.country, other.country))
        several = any_having("sides", (f"{first}#2", f"{second}#2"))
        yield any_of([several, ~having("sides", f"{first}+{second}")])
    else:
        country, actors = one.country or other.country, one.actors or other.actors
        himself = any_having("sides", [f"{actor}:{country}" for actor in actors])
        yield any_of([having("sides", f"{country}#2"), ~himself])


def is_impossible(search: MeetingSearch) -> bool:
    """Nobody meets himself."""
    return NEVER in conditions(search)


NEVER = Sql("false")
TYPES = {"actors": "bigint[]", "countries": "varchar[]", "sides": "varchar[]"}


def having(column: str, value: str) -> Sql:
    return Sql(f"{column} @> %s::{TYPES[column]}", [[value]])


def any_having(column: str, values: Sequence[int | str]) -> Sql:
    return Sql(f"{column} && %s::{TYPES[column]}", [list(values)])


def in_order(found: QuerySet[IndexedMeeting], sort: str) -> QuerySet[IndexedMeeting]:
    return found.order_by(*order(sort))


def order(sort: str, before: str = "") -> list[OrderBy]:
    """Newest first, or those with most sources first; `before` is the way from the ordered table to the rows."""
    newest = [F(f"{before}starts_on").desc(nulls_last=True), F(f"{before}pk").desc()]
    return [F(f"{before}source_count").desc(), *newest] if sort == BY_SOURCES else newest


def find_meetings(search: MeetingSearch) -> MeetingQuerySet:
    """The meetings that fit the search, in the order it asks for; none of which all reports were rejected."""
    found = Meeting.objects.filter(indexed__in=find_indexed(search))
    return found.order_by(*order(search.sort, "indexed__"))


def these(keys: Iterable[int]) -> MeetingQuerySet:
    return Meeting.objects.filter(pk__in=list(keys))


def places_named(key: str) -> tuple[int, ...]:
    """Places with this name, in French or English, else those with a name that begins with it."""
    for lookup in ({"names__key": key}, {"names__key__in": keys_of_places(key)}, {"names__key__startswith": key}):
        found = tuple(Place.objects.filter(**lookup).order_by("pk").values_list("pk", flat=True).distinct()[:50])
        if found:
            return found
    return ()
