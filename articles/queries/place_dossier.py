"""A place: who met there, and which articles name it or were written there."""

from django.db.models import Q

from articles.models import Article, Mention, Place
from articles.models.article import ArticleQuerySet
from articles.queries.meeting_search import MeetingSearch


def meetings_at(place: Place) -> MeetingSearch:
    return MeetingSearch(places=(place.pk,))


def articles_naming(place: Place) -> ArticleQuerySet:
    """Latest first; a dateline names the place too."""
    naming = Mention.objects.live().filter(place=place).values("article")
    found = Article.objects.filter(Q(pk__in=naming) | Q(dateline_place=place))
    return found.select_related("source").defer("text", "search_vector").newest_first()


def other_names(place: Place) -> list[str]:
    return sorted({each.name for each in place.names.all()} - {place.name})


def place_at(address: str) -> Place | None:
    """By slug, else by number."""
    found = Place.objects.filter(slug=address).first()
    if found is None and address.isdecimal() and len(address) < 19:
        found = Place.objects.filter(pk=int(address)).first()
    return found
