"""Who held an office on a day, as far as the collection shows it, and what it leaves open."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, DateField, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Length, NullIf

from articles.models import Post
from articles.models.post import PostEvidence
from articles.nlp.components.gazetteer import find_names
from articles.nlp.components.linking.bearers import same_office
from articles.nlp.components.linking.offices import office_key
from articles.nlp.lexicons import adjectives, fold
from articles.nlp.types import PostRecord
from articles.queries.proofs_of_posts import Holding, Standing, holdings, joined
from articles.validators import name_key

#: How many holders an answer names, and how many of before and after.
SHOWN, NEAREST = 40, 3
#: How many offices the field suggests, and how many questions are put as examples.
SUGGESTED, EXAMPLES = 80, 8
Office = tuple[str, str]


@dataclass(frozen=True)
class Answer:
    """`others` have other offices with the words asked for; `untold` says that nobody is shown on these days."""

    holders: list[Holding] = field(default_factory=list)
    others: list[Holding] = field(default_factory=list)
    before: list[Holding] = field(default_factory=list)
    after: list[Holding] = field(default_factory=list)
    #: Whether more hold such an office than are named.
    cut: bool = False

    @property
    def is_proved(self) -> bool:
        return any(holding.standing == Standing.WITHIN for holding in self.holders)

    @property
    def is_empty(self) -> bool:
        return not (self.holders or self.others or self.before or self.after)


@dataclass(frozen=True)
class Example:
    """A question that the collection answers."""

    title: str
    country: str
    year: int


def with_land(posts: QuerySet[Post]) -> Any:
    """With the country of the office, else of its holder, as `land`, and the days it is shown as `first` and `last`."""
    return posts.annotate(
        land=Coalesce(NullIf("country", Value("")), F("actor__country")),
        first=Coalesce("since", "until", output_field=DateField()),
        last=Coalesce("until", "since", output_field=DateField()),
    )


def who_was(text: str, country: str, start: date, end: date) -> Answer:
    """The holders between two days; a country may be left out.

    Where no office is just the one asked for and none with its words is shown on these days, those with its words of
    before and after are named.
    """
    same, worded = offices_meant(text, country)
    covering = Q(first__lte=end, last__gte=start)
    holders = read(same, covering, ["-last", "pk"], SHOWN + 1, (start, end))
    others = read(worded, covering, ["key", "-last", "pk"], SHOWN, (start, end))
    near = same if same or others else worded
    named = {each.office for each in holders}
    before = read(near, Q(last__lt=start), ["-last", "pk"], NEAREST, (start, end))
    after = read(near, Q(first__gt=end), ["first", "pk"], NEAREST, (start, end))
    return Answer(
        holders=together(joined(holders[:SHOWN])),
        others=together(joined(others)),
        before=[each for each in joined(before) if each.office not in named],
        after=[each for each in joined(after) if each.office not in named],
        cut=len(holders) > SHOWN,
    )


def together(found: list[Holding]) -> list[Holding]:
    """The surest first, and all that is shown of one person in a row."""
    ranked = sorted(found, key=lambda each: list(Standing).index(each.standing))
    people = list(dict.fromkeys(each.holder.pk for each in ranked))
    return sorted(ranked, key=lambda each: people.index(each.holder.pk))


def read(offices: Iterable[Office], when: Q, order: list[str], most: int, days: tuple[date, date]) -> list[Holding]:
    wanted = Q(pk__in=[])
    for key, land in offices:
        wanted |= Q(key=key, land=land)
    return holdings(with_land(Post.objects.all()).filter(wanted, when).order_by(*order)[:most], *days)


def offices_meant(text: str, country: str) -> tuple[list[Office], list[Office]]:
    """Offices that are the one asked for, however worded; and others in which each of its words begins a word."""
    held = with_land(Post.objects.all()).order_by()
    if country:
        held = held.filter(land=country)
    key = office_key(text)
    same, worded = [], []
    for office in held.values_list("key", "land").distinct():
        if name_key(office[0]) == name_key(key) or same_office(text, PostRecord(office[0], office[0], office[1], 0)):
            same.append(office)
        elif begins_words(name_key(key), name_key(office[0])):
            worded.append(office)
    return same, worded


def country_told(office: str) -> str:
    """The one country that the words of an office name: `ministre français de …`, `président de la Turquie`."""
    national = adjectives()
    told = {national[word] for word in fold(office).split() if word in national}
    told |= {found.name.country for found in find_names(office) if found.name.kind == "state"}
    return told.pop() if len(told) == 1 else ""


def begins_words(asked: str, name: str) -> bool:
    return bool(asked) and all(any(word.startswith(part) for word in name.split()) for part in asked.split())


def countries_with_posts() -> list[str]:
    lands = with_land(Post.objects.all()).order_by().values_list("land", flat=True).distinct()
    return [land for land in lands if land]


def offices_suggested() -> list[str]:
    """The offices most people hold, in the shortest words the collection has for each."""
    often = Post.objects.order_by().values("key").annotate(number=Count("pk")).order_by("-number", "key")
    keys = [row["key"] for row in often[:SUGGESTED]]
    titles = titles_of(keys)
    return [titles[key] for key in keys]


def titles_of(keys: Iterable[str]) -> dict[str, str]:
    """Each office in the shortest words the collection has for it."""
    shortest = Post.objects.filter(key__in=list(keys)).order_by("key", Length("title"), "title").distinct("key")
    return dict(shortest.values_list("key", "title"))


def examples() -> list[Example]:
    """The offices with most words that show them, each in the last year they do."""
    proved = PostEvidence.objects.exclude(post__country="").exclude(post__until=None).order_by()
    often = proved.values("post__key", "post__country").annotate(number=Count("pk")).order_by("-number", "post__key")
    asked = [(row["post__key"], row["post__country"]) for row in often[:EXAMPLES]]
    wanted = Q(pk__in=[])
    for key, country in asked:
        wanted |= Q(key=key, country=country)
    rows = Post.objects.filter(wanted).exclude(until=None).order_by("key", "country", "-until", Length("title"))
    found = {(each.key, each.country): each for each in rows.distinct("key", "country")}
    return [
        Example(post.title, post.country, post.until.year)
        for office in asked
        if (post := found.get(office)) and post.until
    ]
