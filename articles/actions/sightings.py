"""What single articles show of people: under which names, in which posts, among which countries."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Value
from django.db.models.functions import Coalesce, NullIf

from articles.actions.resolution import by_fullness
from articles.enums import MentionLabel
from articles.models import Mention, PostEvidence
from articles.names import parts
from articles.nlp.types import EntityRecord, PostRecord

#: An article and one of its people, by their keys.
Place = tuple[int, int]
#: The title of a post, and the id of the office where only the vocabulary of leaders tells it.
Shown = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person as one article shows him or her, without what the collection knows besides."""

    article: int
    actor: int
    written: tuple[date, str]
    person: EntityRecord
    #: Countries that the article names.
    states: frozenset[str]

    @property
    def standing(self) -> tuple[object, ...]:
        """Its place in the order in which sightings are compared: the fullest name first, then what tells most."""
        name, posts = self.person.name, self.person.posts
        return -len(parts(name).core), not self.person.country, -len(posts), self.written, name


def read_sightings(actors: Collection[int]) -> list[Sighting]:
    """Those of these people, in their order, whatever the order the articles came in."""
    names, written = read_names(actors)
    posts = read_posts(actors)
    states = read_states({article for article, _ in names})
    found = [
        Sighting(
            article=article,
            actor=actor,
            written=written[article],
            person=person(words, posts.get((article, actor), {})),
            states=frozenset(states.get(article, ())),
        )
        for (article, actor), words in names.items()
    ]
    return sorted(found, key=lambda sighting: sighting.standing)


def read_names(actors: Collection[int]) -> tuple[dict[Place, set[str]], dict[int, tuple[date, str]]]:
    names: dict[Place, set[str]] = {}
    written: dict[int, tuple[date, str]] = {}
    rows = Mention.objects.live().filter(actor__in=actors, label=MentionLabel.PER).order_by()
    told = rows.values_list("article_id", "actor_id", "text", "article__published_on", "article__external_id")
    for article, actor, text, day, told_in in told.distinct():
        names.setdefault((article, actor or 0), set()).add(" ".join(text.split()))
        written[article] = (day, told_in)
    return names, written


def read_posts(actors: Collection[int]) -> dict[Place, dict[tuple[str, str], Shown]]:
    """Each post that an article shows somebody in."""
    found: dict[Place, dict[tuple[str, str], Shown]] = {}
    rows = PostEvidence.objects.filter(post__actor__in=actors).order_by("post__key", "post__country", "-listed")
    columns = ("mention__article_id", "post__actor_id", "post__key", "post__country", "post__title", "listed")
    for article, actor, key, country, title, listed in rows.values_list(*columns):
        found.setdefault((article, actor), {})[key, country] = title, listed
    return found


def read_states(articles: Collection[int]) -> dict[int, set[str]]:
    """The countries of the states, bodies and places that each article names."""
    code = Coalesce(NullIf("actor__country", Value("")), NullIf("place__country", Value("")), output_field=CharField())
    others = Mention.objects.live().filter(article__in=articles).exclude(actor__kind="person").order_by()
    found: dict[int, set[str]] = {}
    for article, country in others.annotate(land=code).exclude(land=None).values_list("article_id", "land").distinct():
        found.setdefault(article, set()).add(country)
    return found


def person(words: set[str], posts: dict[tuple[str, str], Shown]) -> EntityRecord:
    """The fullest of the names is the name; the country is that of the posts that are told, if they are of one."""
    forms = sorted(words, key=by_fullness)
    countries = {country for (_, country), (_, listed) in posts.items() if country and not listed}
    return EntityRecord(
        "person",
        forms[0],
        tuple(forms),
        country=countries.pop() if len(countries) == 1 else "",
        posts=tuple(PostRecord(title, key, country, 0) for (key, country), (title, _) in posts.items()),
    )
