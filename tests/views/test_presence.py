from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.actions.mentions import change_mention
from articles.models import Article
from tests.factories import ArticleFactory, MentionFactory

pytestmark = pytest.mark.django_db


def beat(user: User, article: Article, **data: str) -> dict[str, object]:
    client = Client()
    client.force_login(user)
    answer: dict[str, object] = client.post(f"/articles/{article.pk}/presence/", data).json()
    return answer


def test_each_learns_who_else_is_here(editor: User, manager: User) -> None:
    article, other = ArticleFactory(), ArticleFactory()
    assert beat(editor, article)["others"] == []
    assert beat(manager, article)["others"] == ["editor"]
    assert beat(editor, article)["others"] == ["manager"]
    assert beat(editor, other)["others"] == []


def test_who_falls_silent_is_gone(editor: User, manager: User) -> None:
    article = ArticleFactory()
    beat(editor, article)
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        assert beat(manager, article)["others"] == []


def test_changes_of_others_are_told_once_and_own_ones_never(editor: User, manager: User) -> None:
    mention = MentionFactory(label="LOC")
    since = str(beat(editor, mention.article)["last"])
    change_mention(mention, by=manager, version=1, label="GPE")
    told = beat(editor, mention.article, since=since)
    assert [(row["pk"], row["label"], row["version"]) for row in told["rows"]] == [(mention.pk, "GPE", 2)]  # type: ignore[attr-defined]
    assert beat(editor, mention.article, since=str(told["last"]))["rows"] == []
    assert beat(manager, mention.article, since=since)["rows"] == []


def test_presence_is_for_editors(reader: User, client: Client) -> None:
    article = ArticleFactory()
    client.force_login(reader)
    assert client.post(f"/articles/{article.pk}/presence/").status_code == 403
    assert client.get(f"/articles/{article.pk}/presence/").status_code == 405
