"""Two editors at once, on connections of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from articles.actions.bulk import accept_sure
from articles.actions.linking import link_mention
from articles.actions.mentions import change_mention
from articles.actions.merging import merge_actors
from articles.actions.undoing import undo_action
from articles.exceptions import ArticlesError
from articles.models import Action, Decision
from articles.queries.sureness import sure_list
from tests.factories import ActorFactory, ArticleFactory, MentionFactory

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run these in threads that begin together; what each came to, in order."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait(timeout=20)
            act()
        except ArticlesError as error:
            return type(error).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_of_two_who_accept_the_same_list_one_does_and_one_is_told(editor: User, manager: User) -> None:
    article = ArticleFactory()
    for text in ("Antony Blinken", "Ankara"):
        MentionFactory(article=article, text=text, confidence=0.99)
    seen = sure_list(article.pk).seen
    came_to = at_once(*(lambda by=by: accept_sure(article, by=by, at=95, seen=seen) for by in (editor, manager)))
    assert sorted(came_to) == ["StaleList", "done"]
    assert list(article.mentions.values_list("status", "version")) == [("accepted", 2)] * 2
    assert Decision.objects.values("action").distinct().count() == 1


def test_an_undo_never_overwrites_the_change_it_races_with(editor: User, manager: User) -> None:
    mention = MentionFactory(confidence=0.99)
    done = accept_sure(mention.article, by=editor, at=95, seen=sure_list(mention.article_id).seen)
    came_to = at_once(
        lambda: undo_action(Action.objects.get(key=done.action), by=editor),
        lambda: change_mention(mention, by=manager, version=2, label="ORG"),
    )
    mention.refresh_from_db()
    assert (came_to, mention.label, mention.status) in (
        (["done", "StaleEdit"], "PER", "proposed"),
        (["CannotUndo", "done"], "ORG", "changed"),
    )


def test_nobody_is_linked_to_whom_a_merge_empties_meanwhile(editor: User, manager: User) -> None:
    kept, merged, mention = ActorFactory(), ActorFactory(), MentionFactory()
    came_to = at_once(
        lambda: link_mention(mention, by=editor, version=1, actor=merged),
        lambda: merge_actors(kept, merged, by=manager),
    )
    mention.refresh_from_db()
    assert (came_to, mention.actor) == (["done", "done"], kept)
