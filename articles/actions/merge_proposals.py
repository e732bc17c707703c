"""What a person says to a proposal to merge two actors."""

from django.contrib.auth.models import User
from django.utils import timezone

from articles.actions.acting import acts
from articles.actions.locks import lock_identities
from articles.actions.merging import merge_actors
from articles.enums import ActionVerb, ProposalState
from articles.exceptions import AlreadyDecided
from articles.models import Actor, ActorMerge, MergeProposal
from articles.permissions import require_editor


@acts(ActionVerb.MERGE)
def accept_proposal(proposal: MergeProposal, *, by: User, kept: Actor) -> ActorMerge:
    """Merge the two; `kept` is the one of them that stays."""
    current = undecided(proposal, by=by)
    merged = current.second if kept.pk == current.first_id else current.first
    merge = merge_actors(kept, merged, by=by)
    current.merge = merge
    decide(current, ProposalState.ACCEPTED, by=by)
    return merge


@acts(ActionVerb.REFUSE_MERGE)
def refuse_proposal(proposal: MergeProposal, *, by: User) -> MergeProposal:
    """The two are not one: nobody is asked again."""
    return decide(undecided(proposal, by=by), ProposalState.REFUSED, by=by)


@acts(ActionVerb.REOPEN_MERGE)
def reopen_proposal(proposal: MergeProposal, *, by: User) -> MergeProposal:
    """Take a refusal back; an accepted one is taken back by undoing the merge."""
    require_editor(by)
    current = MergeProposal.objects.select_for_update().get(pk=proposal.pk)
    if current.state != ProposalState.REFUSED:
        raise AlreadyDecided
    current.state, current.decided_by, current.decided_at = ProposalState.OPEN, None, None
    current.save(update_fields=["state", "decided_by", "decided_at"])
    return current


def undecided(proposal: MergeProposal, *, by: User) -> MergeProposal:
    """The proposal as it stands, locked; refused when somebody was quicker."""
    require_editor(by)
    lock_identities()
    current = MergeProposal.objects.select_for_update().get(pk=proposal.pk)
    if current.state != ProposalState.OPEN:
        raise AlreadyDecided
    return current


def decide(proposal: MergeProposal, state: ProposalState, *, by: User) -> MergeProposal:
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, timezone.now()
    proposal.save(update_fields=["state", "decided_by", "decided_at", "merge"])
    return proposal
