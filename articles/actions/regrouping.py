"""Settle who is who so that it does not depend on the order the articles came in.

An article is resolved by what is known when it comes. Afterwards each family of like names is worked out anew from all
that its articles show (see `rehearsal`), and machine rows move to whom they are of. Of whom a person decided anything
keeps all his rows, and is only given more.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from articles.actions.families import families
from articles.actions.handing_over import Moves, hand_over, rename
from articles.actions.locks import lock_articles, lock_identities
from articles.actions.rehearsal import Rehearsal
from articles.actions.sightings import read_sightings
from articles.actions.slugs import free_slug, slug_of
from articles.enums import ProposalState
from articles.models import (
    Actor,
    ActorMerge,
    ActorName,
    MeetingReport,
    Mention,
    MergeProposal,
    PipelineRun,
    Post,
    ReportParticipant,
    Statement,
    VerdictReport,
)

#: A larger family is held together by names that say little; it stays as its articles were resolved when they came.
LARGEST_FAMILY = 30


def settle_people(run: PipelineRun) -> None:
    """The people that a run named, with all whose names are like theirs; a transaction for each family."""
    named = Mention.objects.filter(run=run, label="PER").exclude(actor=None)
    for family in families(named.order_by().values_list("actor_id", flat=True).distinct()):
        if len(family) <= LARGEST_FAMILY:
            settle_family(family)


@transaction.atomic
def settle_family(keys: frozenset[int]) -> None:
    lock_identities()
    people = {actor.pk: actor for actor in Actor.objects.current().filter(pk__in=keys)}
    decided = decided_about(people.keys())
    known = Rehearsal()
    for key in sorted(decided):
        names = ActorName.objects.filter(actor=key).values_list("name", flat=True)
        known.keep(people[key], names, Post.objects.filter(actor=key).values_list("key", "country"))
    known.meet_all(read_sightings(people.keys() - decided))
    owners = owners_of(known, people)
    if moves := moves_to(owners, known):
        lock_articles({article for articles in moves.values() for article in articles})
        hand_over(moves, keep_names_of=decided)
    rename({owners[actor.pk]: (actor, known.known.get(actor.pk, set())) for actor in known.new_actors.values()})
    ask(known, owners, people.keys())


def moves_to(owners: dict[int, int], known: Rehearsal) -> Moves:
    """Who is linked to whom by now and should be to another; an article that would exchange two people stays."""
    moves: Moves = {}
    for sighting, actor in known.met.items():
        if sighting.actor != owners[actor.pk]:
            moves.setdefault((sighting.actor, owners[actor.pk]), set()).add(sighting.article)
    leaving: dict[int, set[int]] = {}
    for (old, _), articles in moves.items():
        leaving.setdefault(old, set()).update(articles)
    kept = {pair: articles - leaving.get(pair[1], set()) for pair, articles in moves.items()}
    return {pair: articles for pair, articles in kept.items() if articles}


def decided_about(actors: Iterable[int]) -> set[int]:
    """Those of whom a person decided that they are somebody, or that something is told of them."""
    keys = set(actors)
    touched = Q(decided_at__isnull=False) | Q(decisions__isnull=False)
    reports = MeetingReport.objects.filter(touched, participants__actor__in=keys)
    verdicts = VerdictReport.objects.filter(report__participants__actor__in=keys)
    asked = MergeProposal.objects.exclude(state=ProposalState.OPEN).filter(Q(first__in=keys) | Q(second__in=keys))
    merges = ActorMerge.objects.filter(Q(kept__in=keys) | Q(merged__in=keys))
    told = [
        Mention.objects.filter(touched, actor__in=keys).values_list("actor_id"),
        *(
            Statement.objects.filter(touched, **{f"{role}__in": keys}).values_list(f"{role}_id")
            for role in ("speaker", "addressee")
        ),
        ReportParticipant.objects.filter(report__in=reports).values_list("actor_id"),
        *(asked.values_list(side) for side in ("first_id", "second_id")),
        *(merges.values_list(side) for side in ("kept_id", "merged_id")),
    ]
    first, *rest = (rows.order_by() for rows in told)
    found = {key for (key,) in first.union(*rest)}
    found |= {key for actors in verdicts.values_list("actors", flat=True) for key in actors}
    return found & keys


def owners_of(known: Rehearsal, people: dict[int, Actor]) -> dict[int, int]:
    """The actor that each of those met is: the one most of the sightings are linked to already, else a new one."""
    claims: dict[tuple[int, int], int] = {}
    for sighting, actor in known.met.items():
        if actor.pk < 0:
            claims[actor.pk, sighting.actor] = claims.get((actor.pk, sighting.actor), 0) + 1
    owners = {key: key for key in known.actors if key > 0}
    for (met, key), _ in sorted(claims.items(), key=lambda claim: (-claim[1], claim[0][1], -claim[0][0])):
        if met not in owners and key not in owners.values():
            owners[met] = key
    for actor in known.new_actors.values():
        if actor.pk not in owners:
            owners[actor.pk] = new_actor(actor).pk
    return owners


def new_actor(like: Actor) -> Actor:
    slug = slug_of(like.name)
    free = free_slug(slug, Actor.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return Actor.objects.create(slug=free, kind=like.kind, name=like.name, country=like.country)


def ask(known: Rehearsal, owners: dict[int, int], family: Iterable[int]) -> None:
    """Make the open proposals to merge people of a family those that all their sightings call for."""
    wanted = {
        tuple(sorted((owners[first], owners[second]))): (asked.score, asked.reasons)
        for (first, second), asked in known.doubts.items()
    }
    keys = [*family, *owners.values()]
    stored = MergeProposal.objects.filter(first__in=keys, second__in=keys)
    for row in stored:
        told = wanted.pop((row.first_id, row.second_id), None)
        if row.state == ProposalState.OPEN and told is None:
            row.delete()
        elif row.state == ProposalState.OPEN and told is not None and told != (row.score, row.reasons):
            row.score, row.reasons = told
            row.save(update_fields=["score", "reasons"])
    MergeProposal.objects.bulk_create(
        MergeProposal(first_id=first, second_id=second, score=score, reasons=reasons)
        for (first, second), (score, reasons) in sorted(wanted.items())
    )
