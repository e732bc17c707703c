"""Whom a made-up collection is about: people with names, countries and posts, places and sources."""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar

from articles.actions.copying import copy_rows
from articles.enums import ActorKind, PlaceKind
from articles.models import Actor, ActorName, Place, PlaceName, Post, Source
from articles.names import lookup_keys
from articles.validators import name_key

PEOPLE, PLACES, SOURCES = 20_000, 400, 40
Row = TypeVar("Row")

STARTS = """
    ba be bo da de do fa fi ga go ha ja jo ka ki la le li ma me mi mo na ni no pa pe ra re ro sa se si ta te vi
""".split()  # noqa: SIM905 - a list of a line a word tells nobody more
ENDS = """
    bert cam din dor fan gov han kin lan lev ling mann mar mir nov ral ros sen ski son tan ter tin val vic zar
""".split()  # noqa: SIM905 - a list of a line a word tells nobody more
COUNTRIES = """
    US FR RU CN TR DE GB UA IR IL SA EG IN JP PL IT ES BR DZ MA QA AE IQ SY LB JO PK KR KP VN ZA NG KE ET SN ML CI
    TN LY SD GR CY RO HU CZ SE NO FI DK NL BE CH AT PT IE CA MX AR CL CO VE CU PE BY GE AM AZ KZ UZ AF AU NZ ID PH
    TH MY
""".split()  # noqa: SIM905 - a list of a line a word tells nobody more
OFFICES = {
    "ministre des Affaires étrangères": 30,
    "président": 12,
    "Premier ministre": 12,
    "ambassadeur": 20,
    "ministre de la Défense": 10,
    "porte-parole": 8,
    "émissaire spécial": 4,
    "secrétaire d’État": 4,
}


@dataclass(slots=True)
class Cast:
    people: list[Actor]
    places: list[Place]
    sources: list[Source]
    posts: dict[int, Post]

    def some(self, random: Random, *, multilateral: bool = False) -> list[Actor]:
        """Two people or three, or a round table."""
        number = random.randint(4, 12) if multilateral else random.choices((2, 3), (5, 1))[0]
        chosen: dict[int, Actor] = {}
        while len(chosen) < number:
            actor = skewed(self.people, random, 50)
            chosen[actor.pk] = actor
        return list(chosen.values())

    def post_of(self, actor: Actor, random: Random) -> Post | None:
        """The post that an article tells of, as every third does."""
        return self.posts.get(actor.pk) if random.random() < 1 / 3 else None


def make_cast(random: Random) -> Cast:
    people = [made_up_person(number, random) for number in range(PEOPLE)]
    Actor.objects.bulk_create(people, batch_size=2_000)
    copy_rows(
        ActorName(actor=actor, name=actor.name, key=name_key(actor.name), tokens=lookup_keys(actor.name))
        for actor in people
    )
    posts = [made_up_post(actor, random) for actor in people]
    copy_rows(posts, keyed=True)
    places = Place.objects.bulk_create(
        Place(
            slug=f"bench-{number}",
            name=word(random).title(),
            kind=PlaceKind.CITY,
            country=skewed(COUNTRIES, random, 6),
        )
        for number in range(PLACES)
    )
    copy_rows(PlaceName(place=place, name=place.name, key=name_key(place.name)) for place in places)
    sources = Source.objects.bulk_create(
        Source(name=f"Agence {number}", slug=f"bench-{number}") for number in range(SOURCES)
    )
    return Cast(people, places, sources, {post.actor_id: post for post in posts})


def made_up_person(number: int, random: Random) -> Actor:
    name = f"{word(random)} {word(random)}".title()
    return Actor(slug=f"bench-{number}", kind=ActorKind.PERSON, name=name, country=skewed(COUNTRIES, random, 6))


def made_up_post(actor: Actor, random: Random) -> Post:
    title = random.choices(list(OFFICES), list(OFFICES.values()))[0]
    first = random.randint(2015, 2022)
    return Post(
        actor=actor,
        title=title,
        key=name_key(title),
        country=actor.country,
        since=date(first, 1, 1),
        until=date(first + 2, 12, 31),
    )


def word(random: Random) -> str:
    return random.choice(STARTS) + random.choice(STARTS) * (random.random() < 0.6) + random.choice(ENDS)


def skewed(choices: list[Row], random: Random, spread: float) -> Row:
    """One of the choices, the first ones far more often than the rest."""
    rank = int(spread * (random.paretovariate(1) - 1))
    return choices[rank] if rank < len(choices) else random.choice(choices)
