from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.enums import ProposalState
from articles.models.actor import Actor


class ActorMerge(models.Model):
    """That a person said two actors are one: what was moved from one to the other, so that it can be undone."""

    kept = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="merges")
    merged = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    #: Keys of the rows that changed hands, and whole rows that had no place beside those of the kept actor.
    moved = models.JSONField(default=dict)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["merged"], condition=Q(undone_at=None), name="actormerge_once_at_a_time"),
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="actormerge_of_two"),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="actormerge_undone_by_somebody",
            ),
        ]


class MergeProposalQuerySet(models.QuerySet["MergeProposal"]):
    def open(self) -> "MergeProposalQuerySet":
        """Those that wait for a decision on two actors that still stand apart."""
        return self.filter(state=ProposalState.OPEN, first__merged_into=None, second__merged_into=None)

    def best_first(self) -> "MergeProposalQuerySet":
        return self.order_by("-score", "id")


class MergeProposal(models.Model):
    """Two actors that may be one, with what speaks for it. A refused one is remembered for good."""

    #: The one with the smaller key, so that a pair is proposed once.
    first = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField(_("score"), help_text=_("Between 0 and 1."))
    #: Codes of MergeReason, those that speak for it first.
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=ProposalState, default=ProposalState.OPEN)
    created_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    merge = models.ForeignKey(ActorMerge, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals")

    objects = MergeProposalQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-score", "id"]
        indexes: ClassVar = [models.Index(fields=["state", "-score"], name="mergeproposal_best")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["first", "second"], name="mergeproposal_once_per_pair"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="mergeproposal_pair_in_order"),
            models.CheckConstraint(condition=Q(state__in=ProposalState.values), name="mergeproposal_state_valid"),
            models.CheckConstraint(condition=Q(score__range=(0, 1)), name="mergeproposal_score_valid"),
            models.CheckConstraint(
                condition=Q(state=ProposalState.OPEN, decided_at=None, decided_by=None)
                | (~Q(state=ProposalState.OPEN) & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="mergeproposal_decided_by_somebody",
            ),
        ]
