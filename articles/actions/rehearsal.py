"""Who is who among people of like names, worked out from all sightings of them in one order: nothing is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.actions.copying import new_row
from articles.actions.identities import Identities
from articles.actions.resolution import apart, resolve_one
from articles.actions.sightings import Sighting
from articles.enums import ActorKind
from articles.models import Actor


@dataclass(slots=True)
class Rehearsal(Identities):
    """People known so far; one who is met for the first time gets a key below zero."""

    met: dict[Sighting, Actor] = field(default_factory=dict)

    def create_actor(self, *, slug: str, kind: ActorKind, name: str, country: str) -> Actor:
        key = -len(self.new_actors) - 1
        actor = new_row(Actor, id=key, slug=slug, kind=kind, name=name[:300], country=country)
        self.new_actors[actor.pk] = actor
        self.actors[actor.pk] = actor
        return actor

    def keep(self, actor: Actor, names: Iterable[str], posts: Iterable[tuple[str, str]]) -> None:
        """Somebody of whom a person decided who it is."""
        self.actors[actor.pk] = actor
        self.learn(actor, names)
        for key, country in posts:
            self.hold(actor, key, country)

    def meet(self, sighting: Sighting) -> None:
        self.states = sighting.states
        found = resolve_one(sighting.person, self)
        if isinstance(found, Actor):
            self.met[sighting] = found
            for post in sighting.person.posts:
                self.hold(found, post.key, post.country)

    def meet_all(self, sightings: Sequence[Sighting]) -> None:
        """In their order: a bare surname comes when everybody who bears it is known."""
        for sighting in sightings:
            self.meet(sighting)
        together: dict[int, list[Actor]] = {}
        for sighting, actor in self.met.items():
            together.setdefault(sighting.article, []).append(actor)
        for people in together.values():
            apart(people, self)
