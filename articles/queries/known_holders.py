"""Who of the collection is in the vocabulary of leaders, and whether it can be that leader rather than a namesake."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Greatest, Least, Substr

from articles.enums import ActorKind, MentionLabel
from articles.models import Actor, ActorName, Mention, PipelineRun, Post, PostEvidence
from articles.nlp.leaders import Bearer, bearers
from articles.validators import name_key

#: So many characters around a name may say that an office is over or still to come.
AROUND = 60


@dataclass(slots=True)
class Candidate:
    """An actor who bears the name of somebody in the vocabulary; `bare` where no article gives more than a surname."""

    actor: Actor
    bearer: Bearer
    bare: bool
    #: Countries that articles or people tell of him.
    told: set[str] = field(default_factory=set)

    @property
    def lands(self) -> set[str]:
        return lands_of(self.bearer)

    @property
    def agrees(self) -> bool:
        return not self.lands or bool(self.told & self.lands)


@dataclass(frozen=True, slots=True)
class Naming:
    """The first words of an article that name somebody, with what stands before and behind them."""

    mention: int
    article: int
    day: date
    before: str
    after: str


def lands_of(bearer: Bearer) -> set[str]:
    return {office.country for office in bearer.offices if office.country}


def by_keys() -> tuple[dict[str, Bearer], dict[str, Bearer]]:
    """Everybody in the vocabulary by the keys of the full names, and by those of the surnames that mean nobody else."""
    whole = {name_key(name): bearer for bearer in bearers() for name in bearer.names}
    return whole, {name_key(name): bearer for bearer in bearers() for name in bearer.alone}


def candidates(run: PipelineRun | None = None) -> list[Candidate]:
    """All who bear a name of the vocabulary; of a run, those named in it and whoever shares the name."""
    whole, alone = by_keys()
    wanted = {*whole, *alone}
    if run is not None:
        named = Mention.objects.filter(article__run=run, label=MentionLabel.PER).order_by().values("actor")
        keys = ActorName.objects.filter(actor__in=named).order_by().values_list("key", flat=True).distinct()
        meant = {id(found) for key in keys for found in (whole.get(key), alone.get(key)) if found}
        wanted = {key for key, bearer in (*whole.items(), *alone.items()) if id(bearer) in meant}
    found = [*named_whole(whole, wanted & whole.keys())]
    taken = {each.actor.pk for each in found}
    bare = [each for each in named_alone(alone, wanted & alone.keys()) if each.actor.pk not in taken]
    return with_what_is_told([*found, *bare])


def people(keys: Collection[str]) -> Iterable[tuple[str, Actor]]:
    people = ActorName.objects.filter(key__in=list(keys), actor__kind=ActorKind.PERSON, actor__merged_into=None)
    return ((name.key, name.actor) for name in people.select_related("actor").order_by("actor", "pk"))


def named_whole(whole: dict[str, Bearer], keys: Collection[str]) -> Iterable[Candidate]:
    """Who goes by the full names of two people of the vocabulary is neither."""
    found: defaultdict[int, dict[int, Candidate]] = defaultdict(dict)
    for key, actor in people(keys):
        found[actor.pk][id(whole[key])] = Candidate(actor, whole[key], bare=False)
    return [next(iter(each.values())) for each in found.values() if len(each) == 1]


def named_alone(alone: dict[str, Bearer], keys: Collection[str]) -> Iterable[Candidate]:
    """`Melania Trump` may go by `Trump` too: the surname must be all that is known."""
    known = {actor.pk: (actor, name_key(actor.name)) for _, actor in people(keys)}
    return [Candidate(actor, alone[key], bare=True) for actor, key in known.values() if key in keys]


def with_what_is_told(found: list[Candidate]) -> list[Candidate]:
    told: defaultdict[int, set[str]] = defaultdict(set)
    posts = Post.objects.filter(Exists(PostEvidence.objects.told().filter(post=OuterRef("pk")))).exclude(country="")
    keys = [each.actor.pk for each in found]
    for actor, country in posts.filter(actor__in=keys).order_by().values_list("actor_id", "country"):
        told[actor].add(country)
    for each in found:
        each.told = told[each.actor.pk]
        if each.actor.country and not each.actor.country_listed:
            each.told.add(each.actor.country)
    return found


def entitled(group: Sequence[Candidate]) -> list[Candidate]:
    """Those of one name who are that leader.

    Whoever is told to be of another country is a namesake. Where there is one, or several go by that name, only who
    is told to be of the leader's country is the leader.
    """
    agreeing = [each for each in group if each.told and each.agrees]
    silent = [each for each in group if not each.told]
    if len(agreeing) + len(silent) < len(group):
        return agreeing
    whole = [each for each in group if not each.bare]
    bare = [each for each in silent if each.bare]
    alone = [*(each for each in silent if whole == [each]), *(bare if len(bare) == 1 else [])]
    return [*agreeing, *alone]


def grouped(found: Iterable[Candidate]) -> list[list[Candidate]]:
    groups: defaultdict[int, list[Candidate]] = defaultdict(list)
    for each in found:
        groups[id(each.bearer)].append(each)
    return list(groups.values())


def named_in(actor: Actor, run: PipelineRun | None = None) -> QuerySet[Mention]:
    """The words that name the actor, in all articles or in those of a run."""
    found = Mention.objects.live().filter(actor=actor, label=MentionLabel.PER)
    return found if run is None else found.filter(article__run=run)


def namings(actor: Actor, articles: Collection[int]) -> list[Naming]:
    """The first in each of the articles."""
    before = Substr("article__text", Greatest(F("start") - AROUND + 1, 1), Least(F("start"), AROUND))
    after = Substr("article__text", F("end") + 1, AROUND)
    rows = named_in(actor).filter(article__in=list(articles)).order_by("article_id", "start").distinct("article_id")
    told = rows.values_list("pk", "article_id", "article__published_on", before, after)
    return [Naming(*each) for each in told]


def told_offices(actor: Actor, articles: Collection[int]) -> dict[int, list[str]]:
    """What each article itself says the actor is."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = PostEvidence.objects.told().filter(post__actor=actor, mention__article__in=list(articles)).order_by()
    for article, title in rows.values_list("mention__article_id", "mention__text"):
        found[article].append(title)
    return found
