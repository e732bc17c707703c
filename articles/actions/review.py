"""An article's way through the desk; the one place where its review state changes."""

from typing import cast

from django.contrib.auth.models import User

from articles.actions.accepting import Proposal, accept_rows
from articles.actions.acting import acts
from articles.actions.decisions import record_decision, snapshot
from articles.actions.joining import refresh_meeting
from articles.actions.leasing import release_article, renew_lease
from articles.actions.locks import lock_article, lock_identities
from articles.enums import ActionVerb, AnnotationStatus, DecisionVerb, ReviewState
from articles.exceptions import ProposalsLeft
from articles.models import Article, Meeting, MeetingReport, Mention, Review, Statement
from articles.permissions import require_editor
from articles.queries.rows import row_for_update

PROPOSALS: tuple[type[Proposal], ...] = (Mention, MeetingReport, Statement)

#: Where a first decision leads to, by the state it finds.
MOVED_BY_DECISION = {
    ReviewState.NEW: ReviewState.IN_REVIEW,
    ReviewState.PRE_ANNOTATED: ReviewState.IN_REVIEW,
    ReviewState.REVIEWED: ReviewState.REOPENED,
}
MOVING = [state.value for state in MOVED_BY_DECISION]


@acts(ActionVerb.START_REVIEW)
def start_review(article: Article, *, by: User) -> Review:
    """Take an article: it is in review, by this editor."""
    require_editor(by)
    return move(locked_review(article), state=ReviewState.IN_REVIEW, by=by)


@acts(ActionVerb.FINISH_REVIEW)
def finish_review(article: Article, *, by: User, accept_rest: bool = False) -> Review:
    """Mark the article reviewed. Proposals left over are accepted if so asked; otherwise they stand in the way."""
    require_editor(by)
    lock_identities()
    review = locked_review(article)
    for model in PROPOSALS:
        proposed = model._default_manager.select_for_update().filter(article=article, status=AnnotationStatus.PROPOSED)
        rows = cast("list[Proposal]", list(proposed))
        if accept_rest:
            accept_rows(rows, by=by)
        elif rows:
            raise ProposalsLeft(undecided_count(article))
    for meeting in Meeting.objects.filter(reports__article=article).distinct() if accept_rest else ():
        refresh_meeting(meeting)
    release_article(article, by=by)
    return move(review, state=ReviewState.REVIEWED, by=by)


@acts(ActionVerb.REOPEN_REVIEW)
def reopen_review(article: Article, *, by: User) -> Review:
    require_editor(by)
    return move(locked_review(article), state=ReviewState.REOPENED, by=by)


def note_decision(article_id: int, *, by: User) -> None:
    """Move the article on when somebody decides on one of its rows: into review, or open it again.

    Who holds the article goes on holding it.
    """
    renew_lease(article_id, by=by)
    found = row_for_update(Review, "article_id = %s AND state = ANY (%s)", [article_id, MOVING])
    if found is not None:
        move(found, state=MOVED_BY_DECISION[ReviewState(found.state)], by=by)


def undecided_count(article: Article) -> int:
    """Proposals of any kind that await a decision."""
    return sum(
        model._default_manager.filter(article=article, status=AnnotationStatus.PROPOSED).count() for model in PROPOSALS
    )


def locked_review(article: Article) -> Review:
    lock_article(article.pk)
    Review.objects.get_or_create(article=article)
    return Review.objects.select_for_update().get(article=article)


def move(review: Review, *, state: ReviewState, by: User) -> Review:
    """Write the new state and the decision that led to it; being there already is no change."""
    if review.state == state:
        return review
    before = snapshot(review)
    review.state, review.editor = state, by
    review.save(update_fields=["state", "editor", "changed_at"])
    record_decision(review, verb=DecisionVerb.REVIEW, by=by, before=before)
    return review
