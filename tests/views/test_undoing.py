"""Undo and redo from the annotation page and from lists of what was done."""

import json
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.actions.mentions import accept_mention, add_mention, change_mention
from articles.actions.reports import accept_report
from articles.models import Action, Article, Mention
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, MentionFactory, ReviewFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def article(db: None) -> Article:
    article = ReviewFactory(article=ArticleFactory()).article
    for text in ("Antony Blinken", "Hakan Fidan"):
        MentionFactory(article=article, text=text)
    return article


def accept_both(article: Article, by: User) -> list[Mention]:
    return [accept_mention(each, by=by, version=1) for each in article.mentions.in_order()]


def statuses(article: Article) -> list[str]:
    return list(article.mentions.in_order().values_list("status", flat=True))


def url(name: str, *args: object) -> str:
    return reverse(name, args=args)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_undo_walks_back_and_redo_forth(desk: Client, editor: User, article: Article, headers: dict[str, str]) -> None:
    _, two = accept_both(article, editor)
    for name, expected in (
        ("article-undo", ["accepted", "proposed"]),
        ("article-undo", ["proposed", "proposed"]),
        ("article-redo", ["accepted", "proposed"]),
        ("article-redo", ["accepted", "accepted"]),
        ("article-undo", ["accepted", "proposed"]),
    ):
        response = desk.post(url(name, article.pk), headers=headers)
        assert (response.status_code, statuses(article)) == (200 if headers else 302, expected)
    if headers:
        assert response.context["mention"] == two
        assert "Annulé" in response.content.decode()
    else:
        assert response.headers["Location"].endswith(f"?mention={two.pk}#m-{two.pk}")


def test_a_new_decision_ends_redoing(desk: Client, editor: User, article: Article) -> None:
    one, two = article.mentions.in_order()
    accept_mention(one, by=editor, version=1)
    desk.post(url("article-undo", article.pk))
    accept_mention(two, by=editor, version=1)
    assert desk.post(url("article-redo", article.pk), headers=HTMX).status_code == 409
    assert statuses(article) == ["proposed", "accepted"]


def test_undo_reaches_only_ones_own_on_this_article(
    desk: Client, editor: User, manager: User, article: Article
) -> None:
    accept_mention(MentionFactory(), by=editor, version=1)
    accept_both(article, manager)
    response = desk.post(url("article-undo", article.pk), headers=HTMX)
    assert response.status_code == 409
    assert statuses(article) == ["accepted", "accepted"]


def test_refused_undo_says_who_changed_what_since(desk: Client, editor: User, manager: User, article: Article) -> None:
    one, _ = accept_both(article, editor)
    desk.post(url("article-undo", article.pk))
    change_mention(one, by=manager, version=2, label="ORG")
    response = desk.post(url("article-undo", article.pk), headers=HTMX)
    assert (response.status_code, "manager" in response.content.decode()) == (409, True)
    assert statuses(article) == ["changed", "proposed"]


def test_undo_sent_twice_takes_back_one_thing(desk: Client, editor: User, article: Article) -> None:
    accept_both(article, editor)
    headers = {**HTMX, "X-Action": str(uuid4())}
    states = [desk.post(url("article-undo", article.pk), headers=headers).headers["X-Action-State"] for _ in range(2)]
    assert (states, statuses(article)) == (["done", "repeated"], ["accepted", "proposed"])


def test_cards_come_anew_where_they_changed(desk: Client, editor: User) -> None:
    report = MeetingReportFactory(sentence="Antony Blinken", actors=[ActorFactory(name="Anna Lind")])
    accept_report(report, by=editor, version=1)
    response = desk.post(url("article-undo", report.article_id), headers=HTMX)
    shown = response.content.decode()
    assert f'id="report-{report.pk}" data-status="proposed"' in shown
    assert "« Anna Lind »" in shown
    assert json.loads(response.headers["HX-Trigger-After-Settle"])["mention:decided"]["row"] == f"report-{report.pk}"
    report.refresh_from_db()
    assert report.status == "proposed"


def test_mention_that_was_added_leaves_the_nearest_one(desk: Client, editor: User) -> None:
    article = ReviewFactory(article=ArticleFactory(text="Anna Roy. Bo. Puis vint Marc Lind.")).article
    near = MentionFactory(article=article, text="Anna Roy")
    MentionFactory(article=article, text="Marc Lind")
    add_mention(article, by=editor, start=10, end=12, label="PER")
    response = desk.post(url("article-undo", article.pk), headers=HTMX)
    assert response.context["mention"] == near
    assert "« Bo »" in response.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_one_action_is_undone_and_redone_by_its_key(
    desk: Client, editor: User, article: Article, headers: dict[str, str]
) -> None:
    accept_both(article, editor)
    key = Action.objects.earliest("id").key
    back = url("article-annotate", article.pk)
    for name, expected, status in (("undo", "proposed", 200), ("undo", "proposed", 409), ("redo", "accepted", 200)):
        response = desk.post(url(f"action-{name}", key), {"next": back}, headers=headers)
        assert (response.status_code, statuses(article)[0]) == (status if headers else 302, expected)
        assert headers or response.headers["Location"] == back
    other_site = desk.post(url("action-undo", key), {"next": "https://example.org/"})
    assert other_site.headers["Location"] == url("desk")


def test_undo_is_for_the_doer_and_managers(client: Client, editor: User, reader: User, article: Article) -> None:
    accept_both(article, editor)
    key = Action.objects.earliest("id").key
    addresses = [url("article-undo", article.pk), url("article-redo", article.pk), url("action-undo", key)]
    for address in addresses:
        assert client.post(address).headers["Location"].startswith(reverse("login"))
    client.force_login(reader)
    assert [client.post(address).status_code for address in addresses] == [403, 403, 403]
    client.force_login(editor)
    assert [client.get(address).status_code for address in addresses] == [405, 405, 405]
    assert client.post(url("action-undo", uuid4())).status_code == 404
    assert client.post(url("article-undo", article.pk + 1)).status_code == 404
    assert statuses(article) == ["accepted", "accepted"]
