"""What the articles show of an actor besides meetings: how it is written, who writes of it, who speaks of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, Min, OuterRef

from articles.enums import ActorKind, MentionLabel
from articles.models import Actor, Article, Mention, Source, Statement

#: How many lines a list of the portrait has.
SHOWN = 8
#: A long name is written in more ways than is worth reading.
NAMES_SHOWN = 12
#: What bears a name; roles are told as posts.
NAMING = (MentionLabel.PER, MentionLabel.ORG, MentionLabel.GPE, MentionLabel.LOC)


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A way of writing the actor, with the latest words that do."""

    name: str
    number: int
    since: date
    until: date
    mention: int
    article: int


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whose statements name the actor, with the latest of them."""

    speaker: Actor
    number: int
    statement: int
    article: int


@dataclass(frozen=True, slots=True)
class Told:
    """A source and how many of its articles name the actor."""

    source: Source
    number: int


def names_seen(actors: Iterable[int]) -> list[NameSeen]:
    """The names the articles use, the most frequent first."""
    rows = (
        Mention.objects.live()
        .filter(actor__in=actors, label__in=NAMING)
        .order_by()
        .values("text")
        .annotate(
            number=Count("pk"),
            since=Min("article__published_on"),
            until=Max("article__published_on"),
            latest=Max("pk"),
        )
        .order_by("-number", "text")[:NAMES_SHOWN]
    )
    found = list(rows)
    articles = dict(Mention.objects.filter(pk__in=[row["latest"] for row in found]).values_list("pk", "article"))
    return [
        NameSeen(row["text"], row["number"], row["since"], row["until"], row["latest"], articles[row["latest"]])
        for row in found
    ]


def voices(actors: Iterable[int]) -> list[Voice]:
    """Who else names the actor in what they are reported to say, the most frequent first."""
    actors = list(actors)
    named = Mention.objects.live().filter(
        actor__in=actors,
        article=OuterRef("article"),
        start__gte=OuterRef("quote_start"),
        end__lte=OuterRef("quote_end"),
    )
    rows = (
        Statement.objects.live()
        .filter(article__in=Mention.objects.live().filter(actor__in=actors).values("article"), speaker__isnull=False)
        .exclude(speaker__in=actors)
        .filter(Exists(named))
        .order_by()
        .values("speaker")
        .annotate(number=Count("pk"), latest=Max("pk"))
        .order_by("-number", "speaker")[:SHOWN]
    )
    found = list(rows)
    speakers = Actor.objects.select_related("merged_into").in_bulk([row["speaker"] for row in found])
    articles = dict(Statement.objects.filter(pk__in=[row["latest"] for row in found]).values_list("pk", "article"))
    return [
        Voice(current(speakers[row["speaker"]]), row["number"], row["latest"], articles[row["latest"]]) for row in found
    ]


def current(actor: Actor) -> Actor:
    return actor.merged_into or actor


def told_by(actors: Iterable[int]) -> list[Told]:
    """The sources with most articles that name the actor."""
    naming = Mention.objects.live().filter(actor__in=list(actors)).values("article")
    often = Article.objects.filter(pk__in=naming).order_by().values_list("source").annotate(number=Count("pk"))
    numbers = dict(often.order_by("-number", "source")[:SHOWN])
    sources = Source.objects.in_bulk(numbers)
    return [Told(sources[pk], number) for pk, number in numbers.items()]


def is_named_everywhere(actor: Actor) -> bool:
    """A state: its names are those of the lexicon, and counting all articles that have them tells nothing."""
    return actor.kind == ActorKind.STATE
