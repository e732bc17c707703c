"""What settling some families of like names needs to know of their people, read at once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q

from articles.actions.keys import among
from articles.actions.rehearsal import Rehearsal
from articles.actions.sightings import Sighting, read_sightings
from articles.enums import ActionVerb, ProposalState
from articles.models import (
    Action,
    Actor,
    ActorMerge,
    ActorName,
    MeetingReport,
    Mention,
    MergeProposal,
    Post,
    ReportParticipant,
    Statement,
    VerdictReport,
)

#: What people do to an actor itself.
NAMING = (ActionVerb.RENAME, ActionVerb.ADD_POST, ActionVerb.CHANGE_POST, ActionVerb.REMOVE_POST)


@dataclass(frozen=True, slots=True)
class Kindred:
    """People of some families, each with the names and posts the collection knows, and what articles show of them."""

    people: dict[int, Actor]
    decided: set[int]
    names: dict[int, set[str]]
    posts: dict[int, set[tuple[str, str]]]
    sightings: list[Sighting]
    proposals: list[MergeProposal]

    def rehearse(self, family: Collection[int]) -> Rehearsal:
        """Work out anew who is who in one of the families; of whom a person decided anything is known beforehand."""
        known = Rehearsal()
        for key in sorted(self.decided.intersection(family)):
            known.keep(self.people[key], self.names.get(key, ()), self.posts.get(key, ()))
        known.meet_all([sighting for sighting in self.sightings if sighting.actor in family])
        return known


def read_kindred(families: Iterable[frozenset[int]]) -> Kindred:
    keys = {key for family in families for key in family}
    people = Actor.objects.current().filter(pk__in=among(keys)).in_bulk()
    decided = decided_about(people.keys())
    names: dict[int, set[str]] = {}
    for key, name in ActorName.objects.filter(actor__in=among(people)).values_list("actor_id", "name"):
        names.setdefault(key, set()).add(name)
    posts: dict[int, set[tuple[str, str]]] = {}
    for key, office, country in Post.objects.filter(actor__in=decided).values_list("actor_id", "key", "country"):
        posts.setdefault(key, set()).add((office, country))
    asked = MergeProposal.objects.filter(first__in=among(keys), second__in=among(keys))
    return Kindred(people, decided, names, posts, read_sightings(people.keys() - decided), list(asked))


def decided_about(actors: Iterable[int]) -> set[int]:
    """Those of whom a person decided that they are somebody, or that something is told of them."""
    keys = set(actors)
    these = among(keys)
    touched = Q(decided_at__isnull=False) | Q(decisions__isnull=False)
    reports = MeetingReport.objects.filter(touched, participants__actor__in=these)
    verdicts = VerdictReport.objects.filter(report__participants__actor__in=these)
    asked = MergeProposal.objects.exclude(state=ProposalState.OPEN).filter(Q(first__in=these) | Q(second__in=these))
    merges = ActorMerge.objects.filter(Q(kept__in=these) | Q(merged__in=these))
    told = [
        Mention.objects.filter(touched, actor__in=these).values_list("actor_id"),
        *(
            Statement.objects.filter(touched, **{f"{role}__in": these}).values_list(f"{role}_id")
            for role in ("speaker", "addressee")
        ),
        ReportParticipant.objects.filter(report__in=reports).values_list("actor_id"),
        *(asked.values_list(side) for side in ("first_id", "second_id")),
        *(merges.values_list(side) for side in ("kept_id", "merged_id")),
    ]
    first, *rest = (rows.order_by() for rows in told)
    found = {key for (key,) in first.union(*rest)}
    named = Action.objects.standing().filter(verb__in=NAMING, actors__overlap=list(keys))
    for people in [*verdicts.values_list("actors", flat=True), *named.values_list("actors", flat=True)]:
        found.update(people)
    return found & keys
