import pytest
from django.contrib.auth.models import User

from articles.actions.review import finish_review, reopen_review, start_review
from articles.exceptions import ProposalsLeft
from articles.models import Decision
from tests.factories import ActorFactory, MeetingFactory, MeetingReportFactory, MentionFactory, ReviewFactory


def test_review_goes_its_way_with_a_decision_each(editor: User) -> None:
    article = ReviewFactory().article
    states = [step(article, by=editor).state for step in (start_review, finish_review, reopen_review)]
    assert states == ["in_review", "reviewed", "reopened"]
    steps = [(each.before["state"], each.after["state"]) for each in Decision.objects.order_by("pk")]
    assert steps == [("pre_annotated", "in_review"), ("in_review", "reviewed"), ("reviewed", "reopened")]


def test_proposals_stand_in_the_way_of_finishing(editor: User) -> None:
    mention = MentionFactory()
    with pytest.raises(ProposalsLeft) as left:
        finish_review(mention.article, by=editor)
    assert left.value.count == 1


def test_finishing_accepts_the_rest_as_one_action(editor: User) -> None:
    mention = MentionFactory()
    MentionFactory(article=mention.article, text="Ankara", label="GPE")
    finish_review(mention.article, by=editor, accept_rest=True)
    assert list(mention.article.mentions.values_list("status", "version")) == [("accepted", 2), ("accepted", 2)]
    assert Decision.objects.values("action").distinct().count() == 1


def test_finishing_lets_the_meetings_follow_what_was_accepted(editor: User) -> None:
    people = [ActorFactory(), ActorFactory()]
    meeting = MeetingFactory(actors=people, meeting_status="planned")
    report = MeetingReportFactory(actors=people, meeting=meeting, meeting_status="held")
    finish_review(report.article, by=editor, accept_rest=True)
    meeting.refresh_from_db()
    assert meeting.meeting_status == "held"
