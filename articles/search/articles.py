"""Articles by words, source, period, actor and review state."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import BigIntegerField, Exists, F, Func, OuterRef

from articles.models import Actor, ActorName, Article, Mention, Source
from articles.models.article import ArticleQuerySet
from articles.queries.sureness import least_sure_first
from articles.search.question import Question, words_query
from articles.validators import name_key

#: An actor, or the one it was merged into, at the end of all mergers.
ROOT = Func(F("pk"), function="newsdesk_actor_root", output_field=BigIntegerField())


@dataclass(frozen=True, slots=True)
class ArticleSearch:
    """What a reader asked for; empty fields do not narrow the result."""

    words: str | Question = ""
    source: Source | None = None
    since: date | None = None
    until: date | None = None
    actor: str = ""
    state: str = ""
    doubtful_first: bool = False


def search_articles(wanted: ArticleSearch) -> ArticleQuerySet:
    found = Article.objects.published_between(wanted.since, wanted.until)
    if wanted.words:
        found = found.filter(searched__words=words_query(wanted.words))
    if wanted.source is not None:
        found = found.from_source(wanted.source)
    if wanted.state:
        found = found.in_state(wanted.state)
    if wanted.actor:
        found = naming(found, wanted.actor)
    if wanted.doubtful_first:
        return least_sure_first(found)
    return found.newest_first()


def count_articles(wanted: ArticleSearch) -> int:
    """How many are found; what they are sorted by is not looked at."""
    return search_articles(replace(wanted, doubtful_first=False)).count()


def naming(articles: ArticleQuerySet, actor: str) -> ArticleQuerySet:
    """Articles with a mention, not rejected, of an actor given by id, by slug or by part of a name."""
    mentions = Mention.objects.live().filter(article=OuterRef("pk"), actor__in=actors_called(actor))
    return articles.filter(Exists(mentions))


def actors_called(given: str) -> list[int]:
    """Ids of the actors meant: the one with this id or slug, else all whose names contain the words.

    One that was merged into another means that other, who has all its mentions.
    """
    if given.isdecimal() and given.isascii() and len(given) < 19:
        return list(Actor.objects.filter(pk=int(given)).values_list(ROOT, flat=True))
    exact = list(Actor.objects.filter(slug=given).values_list(ROOT, flat=True))
    key = name_key(given)
    if exact or not key:
        return exact
    return list(ActorName.objects.filter(key__contains=key).values_list("actor", flat=True).distinct())
