"""Many proposals accepted by one click, and the click taken back."""

from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoAssertNumQueries

from articles.actions.bulk import accept_sure
from articles.actions.decisions import snapshot
from articles.actions.mentions import accept_mention, change_mention, reject_mention
from articles.actions.review import finish_review
from articles.actions.undoing import undo_action
from articles.exceptions import NothingToUndo, StaleList
from articles.models import Action, Article, Decision, Mention
from articles.queries.sureness import Acceptance, last_acceptance, sure_list
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    ReviewFactory,
    StatementFactory,
)

NAMES = ("Antony Blinken", "Hakan Fidan", "Ankara")


def article_with(*sure: float | None, **fields: object) -> Article:
    """An article with one proposal for each figure."""
    article = ArticleFactory()
    for name, each in zip(NAMES, sure, strict=False):
        MentionFactory(article=article, text=name, confidence=each, **fields)
    return article


def accept(article: Article, *, by: User, at: int = 95, label: str = "") -> Acceptance:
    return accept_sure(article, by=by, at=at, label=label, seen=sure_list(article.pk, at=at, label=label).seen)


def take_back(key: UUID, *, by: User) -> tuple[int, int, int]:
    """How many rows were taken back, how many of them are no mentions, and how many stay as somebody changed them."""
    undone = undo_action(Action.objects.get(key=key), by=by)
    return undone.count, undone.others, undone.changed


def statuses(article: Article) -> list[str]:
    return list(article.mentions.in_order().values_list("status", flat=True))


def state(row: Mention) -> dict[str, object]:
    """All that a decision may change, without the count of changes."""
    return {name: value for name, value in snapshot(row).items() if name != "version"}


def test_mentions_at_the_percentage_and_above_are_accepted_as_one_action(editor: User) -> None:
    article = article_with(0.99, 0.95, 0.9499)
    done = accept(article, by=editor)
    assert (done.count, statuses(article)) == (2, ["accepted", "accepted", "proposed"])
    logged = Decision.objects.filter(mention__isnull=False).order_by("pk")
    assert [(each.action, each.verb, each.by, each.before["status"], each.after["version"]) for each in logged] == [
        (done.action, "accept", editor, "proposed", 2)
    ] * 2
    accepted = article.mentions.in_order().first()
    assert logged[0].after == snapshot(accepted)
    assert accepted.decided_by == editor


def test_what_was_never_measured_or_leans_on_an_unsure_link_stays(editor: User) -> None:
    article = article_with(None, 0.99)
    MentionFactory(article=article, text="Ankara", label="GPE", confidence=0.99, link_confidence=0.9)
    accept(article, by=editor, at=90)
    assert statuses(article) == ["proposed", "accepted", "proposed"]


def test_one_label_is_accepted_alone(editor: User) -> None:
    article = article_with(0.99, 0.99)
    MentionFactory(article=article, text="Ankara", label="GPE", confidence=0.99)
    assert accept(article, by=editor, label="GPE").count == 1
    assert statuses(article) == ["proposed", "proposed", "accepted"]


def test_decided_mentions_and_other_articles_are_left_alone(editor: User) -> None:
    other = article_with(0.99)
    article = article_with(0.99, 0.99)
    reject_mention(article.mentions.in_order()[0], by=editor, version=1)
    assert accept(article, by=editor).count == 1
    assert (statuses(article), statuses(other)) == (["rejected", "accepted"], ["proposed"])


def test_nothing_is_accepted_when_the_list_changed_since(editor: User, manager: User) -> None:
    article = article_with(0.99, 0.99)
    seen = sure_list(article.pk).seen
    accept_mention(article.mentions.in_order()[0], by=manager, version=1)
    with pytest.raises(StaleList) as stale:
        accept_sure(article, by=editor, at=95, seen=seen)
    assert (stale.value.count, statuses(article)) == (1, ["accepted", "proposed"])


def test_readers_accept_and_take_back_nothing(reader: User, editor: User) -> None:
    article = article_with(0.99)
    with pytest.raises(PermissionDenied):
        accept(article, by=reader)
    action = accept(article, by=editor).action
    with pytest.raises(PermissionDenied):
        take_back(action, by=reader)
    assert statuses(article) == ["accepted"]


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_mentions(
    editor: User, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    article = ReviewFactory(article=article_with(*[0.99] * number)).article
    take_back(accept(article, by=editor).action, by=editor)  # which columns a table has is asked once
    seen = sure_list(article.pk).seen
    with django_assert_num_queries(12):
        done = accept_sure(article, by=editor, at=95, seen=seen)
    with django_assert_num_queries(24):
        take_back(done.action, by=editor)


def test_one_undo_restores_every_row_and_the_review(editor: User) -> None:
    article = ReviewFactory(article=article_with(0.99, 0.97, 0.5)).article
    before = [state(each) for each in article.mentions.in_order()]
    done = accept(article, by=editor)
    assert article.review.state == "pre_annotated"
    article.review.refresh_from_db()
    assert article.review.state == "in_review"
    assert take_back(done.action, by=editor) == (2, 0, 0)
    article.review.refresh_from_db()
    assert ([state(each) for each in article.mentions.in_order()], article.review.state) == (before, "pre_annotated")
    undone = Decision.objects.filter(verb="restore")
    assert [each.after["status"] for each in undone] == ["proposed", "proposed"]
    assert len({each.action for each in undone}) == 1


def test_undo_leaves_what_was_changed_since_and_the_review(editor: User, manager: User) -> None:
    article = ReviewFactory(article=article_with(0.99, 0.99)).article
    done = accept(article, by=editor)
    change_mention(article.mentions.in_order()[0], by=manager, version=2, label="ORG")
    assert take_back(done.action, by=editor) == (1, 0, 1)
    article.review.refresh_from_db()
    assert (statuses(article), article.review.state) == (["changed", "proposed"], "in_review")


def test_an_undone_action_cannot_be_undone_again(editor: User) -> None:
    article = article_with(0.99)
    done = accept(article, by=editor)
    take_back(done.action, by=editor)
    with pytest.raises(NothingToUndo):
        take_back(done.action, by=editor)
    assert (statuses(article), Decision.objects.filter(verb="restore").count()) == (["proposed"], 1)


def test_finishing_a_review_is_taken_back_with_all_it_accepted(editor: User) -> None:
    people = [ActorFactory(), ActorFactory()]
    meeting = MeetingFactory(actors=people, meeting_status="planned")
    report = MeetingReportFactory(actors=people, meeting=meeting, meeting_status="planned", sentence="Antony Blinken")
    article = ReviewFactory(article=report.article).article
    rows = [report, StatementFactory(article=article), MentionFactory(article=article)]
    before = [snapshot(row) for row in rows]
    finish_review(article, by=editor, accept_rest=True)
    action = Decision.objects.latest("pk").action
    assert take_back(action, by=editor) == (3, 2, 0)
    for row in (*rows, article.review):
        row.refresh_from_db()
    assert [snapshot(row) for row in rows] == [{**each, "version": 3} for each in before]
    assert article.review.state == "pre_annotated"


def test_what_somebody_else_accepted_is_taken_back_by_managers_only(editor: User, manager: User) -> None:
    article = article_with(0.99)
    done = accept(article, by=manager)
    with pytest.raises(PermissionDenied):
        take_back(done.action, by=editor)
    assert [last_acceptance(article.pk, by=each.pk) for each in (editor, manager)] == [None, done]
    assert take_back(done.action, by=manager) == (1, 0, 0)
