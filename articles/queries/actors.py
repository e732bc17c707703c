"""One actor's page, and the list of all actors."""

from dataclasses import dataclass
from typing import Any, TypeVar, cast

from django.db.models import CharField, Count, F, Func, Model, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce, Left, Lower, Substr

from articles.models import Actor, Article, MeetingParticipant, Post, PostEvidence, Statement
from articles.models.mention import Mention
from articles.queries.suggestions import actors_named, beginning, resembling
from articles.validators import name_key

Named = TypeVar("Named", bound=Model)
UNACCENTED = Func(F("name"), function="unaccent", output_field=CharField())


@dataclass(frozen=True)
class ActorSearch:
    """Which actors to list; every part may be left out."""

    name: str = ""
    kind: str = ""
    country: str = ""
    letter: str = ""


def find_actors(search: ActorSearch) -> QuerySet[Actor]:
    """Actors in the order of the alphabet, accents and case aside."""
    key = name_key(search.name)
    found: QuerySet[Actor] = Actor.objects.current()
    if key:
        found = actors_named(beginning(key))
        found = found if found.exists() else actors_named(resembling(key))
    if search.kind:
        found = found.filter(kind=search.kind)
    if search.country:
        found = found.filter(country=search.country)
    return found.annotate(sort_key=Lower(UNACCENTED)).order_by("sort_key", "pk")


def under_letter(found: QuerySet[Named], letter: str) -> QuerySet[Named]:
    """Of what is sorted by a `sort_key`, that whose names begin with the letter, accents and case aside."""
    narrowed: Any = found.alias(initial=Left("sort_key", 1)).filter(initial=letter)
    return cast("QuerySet[Named]", narrowed)


def letters(found: QuerySet[Named]) -> list[str]:
    """The first letters of what is sorted by a `sort_key`, in order."""
    first = found.annotate(first=Left("sort_key", 1)).order_by("first").values_list("first", flat=True).distinct()
    return [letter for letter in first if letter.isalpha()]


def with_counts(found: QuerySet[Actor]) -> QuerySet[Actor]:
    """Actors with the latest post and the number of meetings, for a list."""
    meetings = (
        MeetingParticipant.objects.filter(actor=OuterRef("pk")).order_by().values("actor").annotate(n=Count("pk"))
    )
    post = Post.objects.filter(actor=OuterRef("pk")).order_by(F("until").desc(nulls_last=True), "pk")
    return found.annotate(
        meeting_count=Coalesce(Subquery(meetings.values("n")), 0), latest_post=Subquery(post.values("title")[:1])
    )


def posts_of(actors: tuple[int, ...]) -> QuerySet[Post]:
    """Posts, latest first, each with the mentions that show it."""
    shown = (
        PostEvidence.objects.exclude(mention__status="rejected")
        .select_related("mention__article__source")
        .defer("mention__article__text", "mention__article__search_vector")
        .order_by("-mention__article__published_on", "pk")
    )
    return (
        Post.objects.filter(actor__in=actors)
        .prefetch_related(Prefetch("evidence", shown))
        .order_by(F("until").desc(nulls_last=True), "title")
    )


def statements_of(actors: tuple[int, ...]) -> QuerySet[Statement]:
    """Statements, latest first, with the words as `words`."""
    cut = Substr("article__text", F("quote_start") + 1, F("quote_end") - F("quote_start"))
    return (
        Statement.objects.live()
        .filter(speaker__in=actors)
        .select_related("article__source")
        .defer("article__text", "article__search_vector")
        .annotate(words=cut)
        .order_by("-article__published_on", "-article_id", "quote_start")
    )


def articles_on(actors: tuple[int, ...]) -> QuerySet[Article]:
    """Articles that name the actor, latest first."""
    naming = Mention.objects.live().filter(actor__in=actors).values("article")
    return Article.objects.filter(pk__in=naming).select_related("source").defer("text", "search_vector").newest_first()
