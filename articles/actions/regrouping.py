"""Settle who is who so that it does not depend on the order the articles came in.

An article is resolved by what is known when it comes. Afterwards each family of like names is worked out anew from all
that its articles show (see `rehearsal`), and machine rows move to whom they are of. Of whom a person decided anything
keeps all his rows, and is only given more.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction

from articles.actions.families import families
from articles.actions.handing_over import Moves, hand_over, rename
from articles.actions.indexing import indexed_once
from articles.actions.kindred import read_kindred
from articles.actions.locks import lock_articles, lock_identities
from articles.actions.rehearsal import Rehearsal
from articles.actions.slugs import free_slug, slug_of
from articles.enums import ProposalState
from articles.models import Actor, Mention, MergeProposal, PipelineRun

#: Pairs of people to be asked about, with the score and its reasons.
Wanted = dict[tuple[int, int], tuple[float, list[str]]]

#: A larger family is held together by names that say little; it stays as its articles were resolved when they came.
LARGEST_FAMILY = 30
#: So many people of whole families are settled in one transaction: editors wait for it, so it must be short.
TOGETHER = 200


def settle_people(run: PipelineRun) -> None:
    """The people that a run named, with all whose names are like theirs; a transaction for some families."""
    named = Mention.objects.filter(run=run, label="PER").exclude(actor=None)
    found = families(named.order_by().values_list("actor_id", flat=True).distinct())
    for some in portions([family for family in found if len(family) <= LARGEST_FAMILY]):
        settle_families(some)


def portions(found: Sequence[frozenset[int]]) -> Iterator[list[frozenset[int]]]:
    portion: list[frozenset[int]] = []
    for family in found:
        portion.append(family)
        if sum(map(len, portion)) >= TOGETHER:
            yield portion
            portion = []
    if portion:
        yield portion


@transaction.atomic
def settle_families(found: Sequence[frozenset[int]]) -> None:
    """Nobody is in two families, so all are read at once, worked out one by one and written at once."""
    lock_identities()
    kindred = read_kindred(found)
    moves: Moves = {}
    names: dict[int, tuple[Actor, set[str]]] = {}
    wanted: Wanted = {}
    for family in found:
        known = kindred.rehearse(family)
        owners = owners_of(known)
        moves |= moves_to(owners, known)
        names |= {owners[actor.pk]: (actor, known.known.get(actor.pk, set())) for actor in known.new_actors.values()}
        wanted |= proposals_of(known, owners)
    if moves:
        lock_articles({article for articles in moves.values() for article in articles})
        with indexed_once():
            hand_over(moves, keep_names_of=kindred.decided)
    rename(names)
    ask(wanted, within(found, kindred.proposals))


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


def owners_of(known: Rehearsal) -> dict[int, int]:
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


def proposals_of(known: Rehearsal, owners: dict[int, int]) -> Wanted:
    """The pairs of people that all sightings of a family leave a doubt about."""
    return {
        (min(owners[first], owners[second]), max(owners[first], owners[second])): (asked.score, asked.reasons)
        for (first, second), asked in known.doubts.items()
    }


def within(found: Iterable[frozenset[int]], proposals: Iterable[MergeProposal]) -> list[MergeProposal]:
    """Those of two people of one family."""
    family = {key: each for each in found for key in each}
    return [row for row in proposals if row.second_id in family[row.first_id]]


def ask(wanted: Wanted, stored: Iterable[MergeProposal]) -> None:
    """Make the open proposals to merge people of a family those that all their sightings call for."""
    gone, changed = [], []
    for row in stored:
        told = wanted.pop((row.first_id, row.second_id), None)
        if row.state == ProposalState.OPEN and told is None:
            gone.append(row.pk)
        elif row.state == ProposalState.OPEN and told is not None and told != (row.score, row.reasons):
            row.score, row.reasons = told
            changed.append(row)
    if gone:
        MergeProposal.objects.filter(pk__in=gone).delete()
    MergeProposal.objects.bulk_update(changed, ["score", "reasons"])
    MergeProposal.objects.bulk_create(
        MergeProposal(first_id=first, second_id=second, score=score, reasons=reasons)
        for (first, second), (score, reasons) in sorted(wanted.items())
    )
