"""How long the server takes for a page, a search and a correction."""

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import CommandError
from django.db.models import Count
from django.urls import reverse

from articles.actions.access import DEMONSTRATION_EDITOR, create_demonstration_editor
from articles.enums import ActorKind, AnnotationStatus
from articles.management.benching.clock import browser, ninety_fifth, p95, seconds
from articles.models import Actor, Article, Mention


def longest_article() -> Article:
    return Article.objects.annotate(count=Count("mentions")).latest("count", "pk")


def article_page(article: Article) -> float:
    return p95(reverse("article-detail", args=[article.pk]))


def annotation_page(article: Article) -> float:
    """The page on which an editor decides, whole."""
    create_demonstration_editor()
    return p95(reverse("article-annotate", args=[article.pk]), user=user_named(DEMONSTRATION_EDITOR))


def doubtful_first() -> float:
    """The list of articles by the corrections they will take."""
    return p95(reverse("article-list", query={"sort": "doubt"}))


def busiest() -> list[Actor]:
    """The two diplomats with most meetings."""
    people = Actor.objects.filter(kind=ActorKind.PERSON)
    return list(people.annotate(count=Count("meetings")).order_by("-count", "pk")[:2])


def meeting_search() -> float:
    """The meetings of the busiest diplomat, with all counts beside them."""
    return p95(reverse("meeting-list", query={"actor": busiest()[0].slug}))


def meeting_search_of_two() -> float:
    one, other = busiest()
    return p95(reverse("meeting-list", query={"actor": one.slug, "with": other.slug}))


def suggestions() -> float:
    """What is offered for the first three letters of the busiest diplomat."""
    return p95(reverse("actor-suggestions", query={"q": busiest()[0].name[:3]}))


#: From one that a quarter of the articles answer to one with a typing error in a name.
QUERIES = (
    "ministre des affaires étrangères",
    "sanctions uranium",
    '"affaires étrangères" otages -pêche',
    "délégation =visas",
)


def text_search() -> float:
    """The slowest of several searches, with all kinds of results and all counts beside them."""
    name = busiest()[0].name.split()[-1]
    asked = [*QUERIES, name, f"{name[:-2]}{name[-1]}{name[-2]}"]
    return max(p95(reverse("search", query={"q": words})) for words in asked)


def correction(article: Article, *, corrections: int = 40) -> float:
    """One click of an editor until the server says that it is saved: accepting proposals, one after the other."""
    create_demonstration_editor()
    client = browser()
    client.force_login(user_named(DEMONSTRATION_EDITOR))
    taken = []
    for row in Mention.objects.filter(article=article, status=AnnotationStatus.PROPOSED)[:corrections]:
        address = reverse("mention-accept", args=[row.pk])

        def click(address: str = address, version: int = row.version) -> None:
            answer = client.post(address, {"version": version}, headers={"HX-Request": "true"}, secure=settings.HTTPS)
            if answer.status_code != 200:
                raise CommandError(f"{address} answers {answer.status_code}.")

        taken.append(seconds(click))
    if Mention.objects.filter(article=article, status=AnnotationStatus.ACCEPTED).count() != len(taken):
        raise CommandError("A correction was not saved.")
    return ninety_fifth(taken[1:])


def user_named(name: str) -> User:
    return User.objects.get(username=name)
