"""Proposals to merge two actors: accepted, refused for good, and handed over when one of the two is merged."""

from typing import Any

from django.db.models import Q

from articles.enums import ProposalState
from articles.models import Actor, ActorMerge, MergeProposal


def pair_of(one: int, other: int) -> dict[str, int]:
    first, second = sorted((one, other))
    return {"first_id": first, "second_id": second}


def hand_over_proposals(merged: Actor, kept: Actor) -> dict[str, Any]:
    """What was asked and refused of the merged actor holds for the kept one; gives back what that changed."""
    theirs = MergeProposal.objects.filter(Q(first=merged) | Q(second=merged)).exclude(state=ProposalState.ACCEPTED)
    made, refused = [], []
    for asked in theirs:
        other = asked.second_id if asked.first_id == merged.pk else asked.first_id
        if other == kept.pk:
            continue
        known, new = MergeProposal.objects.get_or_create(
            **pair_of(kept.pk, other), defaults={"score": asked.score, "reasons": asked.reasons}
        )
        if new:
            made.append(known.pk)
        if asked.state == ProposalState.REFUSED and known.state == ProposalState.OPEN:
            known.state, known.decided_by, known.decided_at = asked.state, asked.decided_by, asked.decided_at
            known.save(update_fields=["state", "decided_by", "decided_at"])
            refused.append([known.pk, asked.pk])
    return {"made": made, "refused": refused}


def take_back_proposals(changed: dict[str, Any], merge: ActorMerge) -> None:
    """The kept actor's proposals are its own again, unless somebody decided on them since."""
    for key, origin in changed["refused"]:
        asked = MergeProposal.objects.filter(pk=origin).first()
        inherited = MergeProposal.objects.filter(pk=key, decided_at=asked.decided_at if asked else None)
        inherited.update(state=ProposalState.OPEN, decided_by=None, decided_at=None)
    MergeProposal.objects.filter(pk__in=changed["made"], state=ProposalState.OPEN).delete()
    merge.proposals.update(state=ProposalState.OPEN, decided_by=None, decided_at=None, merge=None)
