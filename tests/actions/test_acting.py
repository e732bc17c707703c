"""Actions with their keys, and the journal of the rows they change."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection

from articles.actions.acting import acting, current_action, requested
from articles.actions.linking import create_actor
from articles.actions.mentions import accept_mention, add_mention, change_mention
from articles.enums import ActionVerb
from articles.exceptions import ActionKeyTaken, AlreadyDone, StaleEdit
from articles.models import Action, ActorName, Change, Decision, Mention
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, ReviewFactory


def test_an_action_keeps_every_row_it_changed_before_and_after(editor: User) -> None:
    mention = MentionFactory()
    ReviewFactory(article=mention.article)
    accept_mention(mention, by=editor, version=1)
    action = Action.objects.get()
    assert (action.by, action.verb, action.articles, action.change_count) == (editor, "accept", [mention.article_id], 2)
    row, review = action.changes.all()
    assert (row.table, row.row, row.before["status"], row.after["status"]) == (
        "articles_mention", mention.pk, "proposed", "accepted",
    )  # fmt: skip
    assert (review.table, review.before["state"], review.after["state"]) == (
        "articles_review", "pre_annotated", "in_review",
    )  # fmt: skip
    assert set(Decision.objects.values_list("action", flat=True)) == {action.key}


def test_an_action_within_an_action_is_a_part_of_it(editor: User) -> None:
    mention = MentionFactory()
    linked = create_actor(mention, by=editor, version=1, name="Antony Blinken")
    action = Action.objects.get()
    assert (action.verb, action.actors) == ("link", [linked.actor_id])
    assert {change.table for change in action.changes.all()} == {
        "articles_actor", "articles_actorname", "articles_mention",
    }  # fmt: skip


def test_writes_outside_of_an_action_leave_no_trace(editor: User) -> None:
    mention = MentionFactory()
    accept_mention(mention, by=editor, version=1)
    noted = Change.objects.count()
    Mention.objects.update(confidence=0.5)
    MentionFactory()
    assert Change.objects.count() == noted
    with pytest.raises(RuntimeError):
        current_action()


def test_a_refused_action_leaves_no_trace(editor: User) -> None:
    mention = MentionFactory()
    with pytest.raises(StaleEdit):
        accept_mention(mention, by=editor, version=7)
    Mention.objects.update(confidence=0.5)
    assert (Action.objects.count(), Change.objects.count()) == (0, 0)


def test_rows_come_back_from_the_journal_to_the_letter(editor: User) -> None:
    """Every type of column: text with any character, numbers with a fraction, times, lists."""
    mention = MentionFactory(confidence=0.1 + 0.2)
    name = ActorFactory(name='Élodie « d’Ÿ » \\ "x" 😀').names.get()
    with acting(ActionVerb.CHANGE, by=editor):
        Mention.objects.update(text="autre")
        ActorName.objects.all().delete()
    images = {change.table: change.before for change in Change.objects.all()}
    assert images["articles_mention"]["confidence"] == mention.confidence
    assert images["articles_actorname"] == {
        "id": name.pk, "actor_id": name.actor_id, "name": name.name, "key": name.key, "tokens": name.tokens,
    }  # fmt: skip


def test_a_request_sent_twice_is_carried_out_once(editor: User) -> None:
    mention, key = MentionFactory(), uuid4()
    with requested(key, "digest"):
        accept_mention(mention, by=editor, version=1)
    with requested(key, "digest") as again, pytest.raises(AlreadyDone):
        accept_mention(mention, by=editor, version=1)
    assert (again.action, again.is_repeated) == (Action.objects.get(key=key), True)
    mention.refresh_from_db()
    assert (mention.version, Action.objects.count()) == (2, 1)


@pytest.mark.parametrize("differing", ["person", "content"])
def test_a_key_used_for_something_else_is_refused(editor: User, manager: User, differing: str) -> None:
    mention, key = MentionFactory(), uuid4()
    with requested(key, "digest"):
        accept_mention(mention, by=editor, version=1)
    by, digest = (manager, "digest") if differing == "person" else (editor, "other")
    with requested(key, digest) as again, pytest.raises(ActionKeyTaken):
        change_mention(mention, by=by, version=2, label="ORG")
    mention.refresh_from_db()
    assert (again.action, mention.label, Action.objects.count()) == (None, "PER", 1)


def test_a_refused_request_may_be_sent_again_under_its_key(editor: User) -> None:
    mention, key = MentionFactory(), uuid4()
    with requested(key, "digest"), pytest.raises(StaleEdit):
        accept_mention(mention, by=editor, version=7)
    with requested(key, "digest") as again:
        accept_mention(mention, by=editor, version=1)
    assert again.action == Action.objects.get(key=key)


def test_only_the_first_action_of_a_request_gets_its_key(editor: User) -> None:
    article, key = ArticleFactory(), uuid4()
    with requested(key, "digest"):
        add_mention(article, by=editor, start=0, end=14, label="PER")
        add_mention(article, by=editor, start=27, end=38, label="PER")
    assert [action.key == key for action in Action.objects.order_by("pk")] == [True, False]


@pytest.mark.django_db(transaction=True)
def test_the_same_request_twice_at_the_same_moment_is_carried_out_once(editor: User) -> None:
    article, key, start = ArticleFactory(), uuid4(), Barrier(2)
    outcomes: list[str] = []

    def send() -> None:
        start.wait()
        try:
            with requested(key, "digest"):
                add_mention(article, by=editor, start=0, end=14, label="PER")
            outcomes.append("done")
        except AlreadyDone:
            outcomes.append("repeated")
        finally:
            connection.close()

    threads = [Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["done", "repeated"]
    assert Mention.objects.count() == 1
