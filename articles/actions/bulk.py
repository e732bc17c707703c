"""Decisions on many proposals of an article by one click, and taking such a click back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import F

from articles.actions.accepting import Proposal, accept_rows
from articles.actions.acting import acts, current_action
from articles.actions.decisions import TARGET_FIELDS, record_decisions, snapshots
from articles.actions.joining import refresh_meeting
from articles.actions.locks import lock_article, lock_identities
from articles.actions.review import move, note_decision
from articles.enums import ActionVerb, AnnotationStatus, DecisionVerb, ReviewState
from articles.exceptions import NothingToUndo, StaleList
from articles.models import Article, Decision, Meeting, MeetingReport, Mention, Review, Statement
from articles.permissions import require_editor, require_undo
from articles.queries.sureness import Acceptance, fingerprint, sure_mentions


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many rows are proposals again, how many of another kind than mentions, and how many were changed since."""

    count: int
    others: int
    changed: int


@acts(ActionVerb.ACCEPT_SURE)
def accept_sure(article: Article, *, by: User, at: int, label: str = "", seen: str) -> Acceptance:
    """Accept the mentions that are right in at least `at` of a hundred cases: exactly those listed, or none."""
    require_editor(by)
    lock_article(article.pk)
    rows = list(sure_mentions(article.pk, at=at, label=label).select_for_update(of=("self",)))
    if fingerprint((row.pk, row.version) for row in rows) != seen:
        raise StaleList(len(rows))
    if rows:
        accept_rows(rows, by=by)
        note_decision(article.pk, by=by)
    return Acceptance(current_action().key, len(rows))


@acts(ActionVerb.TAKE_BACK)
def take_back_action(article: Article, *, by: User, action: UUID) -> TakenBack:
    """Make proposals again of all that one click accepted; what somebody changed since stays as it is."""
    require_editor(by)
    lock_identities()
    lock_article(article.pk)
    decisions = list(article.decisions.filter(action=action).order_by("pk"))
    for doer in {each.by_id for each in decisions} - {by.pk}:
        require_undo(by, doer)
    review_stands = not article.decisions.filter(pk__gt=max((each.pk for each in decisions), default=0)).exists()
    accepted = [each for each in decisions if was_proposed(each)]
    mentions, reports, statements = (take_back_rows(kind, accepted, by=by) for kind in KINDS)
    count = mentions + reports + statements
    if not count:
        raise NothingToUndo
    moved = [each for each in decisions if each.review_id] if review_stands else []
    take_back_review(article, moved, by=by)
    return TakenBack(count, reports + statements, len(accepted) - count)


KINDS: tuple[type[Proposal], ...] = (Mention, MeetingReport, Statement)


def was_proposed(decision: Decision) -> bool:
    return (
        decision.verb == DecisionVerb.ACCEPT
        and decision.before is not None
        and decision.before["status"] == AnnotationStatus.PROPOSED
    )


def take_back_rows(kind: type[Proposal], accepted: Iterable[Decision], *, by: User) -> int:
    """Rows of one kind that still stand as they were accepted; gives back how many there were."""
    versions = {getattr(each, f"{TARGET_FIELDS[kind]}_id"): each.after["version"] for each in accepted}
    found = kind._default_manager.select_for_update(of=("self",)).filter(pk__in=[pk for pk in versions if pk])
    rows: Sequence[Proposal] = [row for row in found.order_by("pk") if row.version == versions[row.pk]]
    if not rows:
        return 0
    before = snapshots(rows)
    for row in rows:
        row.status, row.decided_by, row.decided_at, row.version = AnnotationStatus.PROPOSED, None, None, row.version + 1
    kind._default_manager.filter(pk__in=[row.pk for row in rows]).update(
        status=AnnotationStatus.PROPOSED, decided_by=None, decided_at=None, version=F("version") + 1
    )
    record_decisions(rows, verb=DecisionVerb.RESTORE, by=by, before=before)
    if kind is MeetingReport:
        for meeting in Meeting.objects.filter(reports__in=[row.pk for row in rows]).distinct():
            refresh_meeting(meeting)
    return len(rows)


def take_back_review(article: Article, moved: Sequence[Decision], *, by: User) -> None:
    """Put the review back where the click found it; if somebody decided on something since, it only goes on."""
    before = moved[0].before if moved else None
    if before is None:
        note_decision(article.pk, by=by)
        return
    review = Review.objects.select_for_update().get(article=article)
    move(review, state=ReviewState(before["state"]), by=by)
