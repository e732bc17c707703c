"""Which meetings a reader asks for: of whom, with whom, when, where, of what kind, and who says so in which words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, OrderBy, Q, QuerySet

from articles.models import Actor, IndexedMeeting, Meeting, Place
from articles.models.meeting import MeetingQuerySet
from articles.search.question import Question, told

BY_DATE, BY_SOURCES = "date", "sources"


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
    wanted = Q(**plain_conditions(search))
    wanted &= sides(*filter(None, (search.actor, search.partner)))
    wanted &= sides(*(Party(code, code, country=code) for code in (search.country, search.other_country) if code))
    if search.places or search.place_country:
        there = Q(place__in=search.places)
        wanted &= there | Q(place_country=search.place_country) if search.place_country else there
    if search.words:
        wanted &= told(search.words, "words", actors="actors__overlap", countries="countries__overlap")
    return IndexedMeeting.objects.filter(wanted)


def plain_conditions(search: MeetingSearch) -> dict[str, object]:
    """Days overlap the period as far as they are told."""
    conditions = {
        "ends_on__gte": search.start,
        "starts_on__lte": search.end,
        "posts__overlap": None if search.posts is None else list(search.posts),
        "kind": search.kind or None,
        "status": search.status or None,
        "sources__contains": None if search.source is None else [search.source],
        "verified": search.verified or None,
    }
    return {lookup: value for lookup, value in conditions.items() if value is not None}


def sides(*parties: Party) -> Q:
    """All these parties took part, two of them by different people: no one is both sides of a meeting."""
    wanted = Q()
    for party in parties:
        wanted &= Q(countries__contains=[party.country]) if party.country else Q(actors__overlap=list(party.actors))
    return wanted & apart(*parties) if len(parties) == 2 else wanted


def apart(one: Party, other: Party) -> Q:
    """Where both took part, by two participants."""
    if not one.country and not other.country:
        return Q(pk__in=[]) if set(one.actors) & set(other.actors) else Q()
    if one.country == other.country:
        return Q(sides__contains=[f"{one.country}#2"])
    if one.country and other.country:
        first, second = sorted((one.country, other.country))
        several = Q(sides__overlap=[f"{first}#2", f"{second}#2"])
        return several | ~Q(sides__contains=[f"{first}+{second}"])
    country, actors = one.country or other.country, one.actors or other.actors
    himself = [f"{actor}:{country}" for actor in actors]
    return Q(sides__contains=[f"{country}#2"]) | ~Q(sides__overlap=himself)


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
    """Places with this name, else those with a name that begins with it."""
    for lookup in ({"names__key": key}, {"names__key__startswith": key}):
        found = tuple(Place.objects.filter(**lookup).order_by("pk").values_list("pk", flat=True).distinct()[:50])
        if found:
            return found
    return ()
