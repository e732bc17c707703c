"""Accepting in bulk from the annotation page, and taking it back."""

import json
import re
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.models import Article, Decision, Mention
from articles.queries.sureness import sure_list
from tests.factories import ArticleFactory, MentionFactory, ReviewFactory, StatementFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def article(db: None) -> Article:
    """Three proposals: 99, 96 and 70 percent sure."""
    article = ArticleFactory()
    for text, label, sure in (("Antony Blinken", "PER", 0.99), ("Hakan Fidan", "PER", 0.7), ("Ankara", "GPE", 0.96)):
        MentionFactory(article=article, text=text, label=label, confidence=sure)
    return article


def url(name: str, article: Article, *more: object) -> str:
    return reverse(name, args=[article.pk, *more])


def entered(article: Article, **fields: object) -> dict[str, object]:
    """What the form sends for the list as it stands."""
    return {"at": 95, "label": "", "seen": sure_list(article.pk).seen, **fields}


def statuses(article: Article) -> list[str]:
    return list(article.mentions.in_order().values_list("status", flat=True))


def page(article: Article) -> str:
    return url("article-annotate", article)


@pytest.mark.parametrize(("name", "method"), [("sure-list", "get"), ("sure-accept", "post")])
def test_bulk_views_are_for_editors(client: Client, reader: User, article: Article, name: str, method: str) -> None:
    ask, other = getattr(client, method), {"get": client.post, "post": client.get}[method]
    address = url(name, article)
    assert ask(address, entered(article)).headers["Location"].startswith(reverse("login"))
    client.force_login(reader)
    assert ask(address, entered(article)).status_code == 403
    assert other(address).status_code == 405
    reader.is_superuser = True
    reader.save()
    assert ask(reverse(name, args=[article.pk + 1])).status_code == 404
    assert statuses(article) == ["proposed"] * 3


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_list_tells_what_each_choice_would_accept(desk: Client, article: Article, headers: dict[str, str]) -> None:
    response = desk.get(url("sure-list", article), headers=headers)
    sure = response.context["sure"]
    assert [(each.value, each.count, each.chosen) for each in sure.thresholds] == [
        ("99", 1, False), ("95", 2, True), ("90", 2, False), ("80", 2, False),
    ]  # fmt: skip
    assert [(each.value, each.count, each.chosen) for each in sure.labels] == [
        ("", 2, True), ("PER", 1, False), ("GPE", 1, False),
    ]  # fmt: skip
    assert ("<html" in response.content.decode()) is (headers == {})
    assert statuses(article) == ["proposed"] * 3


def test_list_takes_any_percentage_and_label_from_the_address(desk: Client, article: Article) -> None:
    sure = desk.get(url("sure-list", article), {"at": "70", "label": "PER"}).context["sure"]
    assert (sure.at, sure.label, sure.count) == (70, "PER", 2)
    assert [each.value for each in sure.thresholds] == ["99", "95", "90", "80", "70"]


@pytest.mark.parametrize(
    ("query", "field"), [({"at": "40"}, "at"), ({"at": "101"}, "at"), ({"at": "x"}, "at"), ({"label": "X"}, "label")]
)
def test_list_says_what_is_wrong_and_shows_the_usual_one(
    desk: Client, article: Article, query: dict[str, str], field: str
) -> None:
    response = desk.get(url("sure-list", article), query, headers=HTMX)
    assert (response.status_code, list(response.context["form"].errors)) == (200, [field])
    assert (response.context["sure"].at, response.context["sure"].label) == (95, "")


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_same_number_of_queries(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    article = ArticleFactory()
    for text in ("Antony Blinken", "Hakan Fidan", "Ankara")[:count]:
        MentionFactory(article=article, text=text)
    with django_assert_num_queries(5):
        desk.get(url("sure-list", article), {"at": "80"}, headers=HTMX)


def test_accepting_without_javascript_leads_to_the_next_proposal_and_an_undo(desk: Client, article: Article) -> None:
    response = desk.post(url("sure-accept", article), entered(article), follow=True)
    left = article.mentions.get(text="Hakan Fidan")
    assert response.redirect_chain == [(f"{page(article)}?mention={left.pk}#m-{left.pk}", 302)]
    assert statuses(article) == ["accepted", "proposed", "accepted"]
    undo = url("article-take-back", article, Decision.objects.get(mention__text="Ankara").action)
    assert f'action="{undo}"' in response.content.decode()


def test_accepting_by_htmx_answers_panel_text_progress_and_undo(desk: Client, article: Article) -> None:
    response = desk.post(url("sure-accept", article), entered(article), headers=HTMX)
    html = response.content.decode()
    left = article.mentions.get(text="Hakan Fidan")
    assert json.loads(response.headers["HX-Trigger-After-Settle"]) == {"mention:decided": {"pk": 0, "show": left.pk}}
    assert re.findall(r'id="(progress|saved|text|undo)"', html) == ["progress", "saved", "undo", "text"]
    assert (f'data-mention="{left.pk}"' in html, "<html" in html) == (True, False)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_stale_list_is_a_conflict_that_shows_what_is(desk: Client, article: Article, headers: dict[str, str]) -> None:
    data = entered(article)
    Mention.objects.filter(text="Ankara").update(version=2)
    response = desk.post(url("sure-accept", article), data, headers=headers)
    assert (response.status_code, statuses(article)) == (409, ["proposed"] * 3)
    html = response.content.decode()
    assert ('class="stale"' in html, f'name="seen" value="{entered(article)["seen"]}"' in html) == (True, True)


@pytest.mark.parametrize("data", [{"seen": ""}, {"at": "7"}, {"label": "X"}])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_bad_choice_accepts_nothing(
    desk: Client, article: Article, data: dict[str, str], headers: dict[str, str]
) -> None:
    response = desk.post(url("sure-accept", article), entered(article, **data), headers=headers)
    assert (response.status_code, list(response.context["form"].errors)) == (200, list(data))
    assert statuses(article) == ["proposed"] * 3


def test_empty_list_accepts_nothing_and_says_so(desk: Client, article: Article) -> None:
    article.mentions.update(confidence=0.5)
    response = desk.post(url("sure-accept", article), entered(article), headers=HTMX)
    assert (response.status_code, 'role="alert"' in response.content.decode()) == (200, True)
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_one_undo_takes_all_back(desk: Client, article: Article, headers: dict[str, str]) -> None:
    desk.post(url("sure-accept", article), entered(article))
    undo = url("article-take-back", article, Decision.objects.latest("pk").action)
    assert desk.get(undo).status_code == 405
    response = desk.post(undo, headers=headers)
    first = article.mentions.in_order().first()
    assert statuses(article) == ["proposed"] * 3
    if headers:
        assert (f'data-mention="{first.pk}"' in response.content.decode()) is True
    else:
        assert response.headers["Location"] == f"{page(article)}?mention={first.pk}#m-{first.pk}"


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_undo_of_nothing_says_so(desk: Client, article: Article, headers: dict[str, str]) -> None:
    response = desk.post(url("article-take-back", article, uuid4()), headers=headers)
    assert (response.status_code, 'role="alert"' in response.content.decode()) == (409, True)


def test_action_of_another_article_is_not_taken_back(desk: Client, article: Article) -> None:
    desk.post(url("sure-accept", article), entered(article))
    elsewhere = url("article-take-back", ArticleFactory(), Decision.objects.latest("pk").action)
    assert desk.post(elsewhere, headers=HTMX).status_code == 409
    assert Mention.objects.filter(status="accepted").count() == 2


def test_undo_is_for_editors(client: Client, reader: User, article: Article) -> None:
    address = url("article-take-back", article, uuid4())
    assert client.post(address).status_code == 302
    client.force_login(reader)
    assert client.post(address).status_code == 403


def test_undo_of_a_finished_review_shows_the_cards_anew(desk: Client, article: Article) -> None:
    """They lie outside of what a decision swaps."""
    ReviewFactory(article=article)
    statement = StatementFactory(article=article)
    response = desk.post(url("review-finish", article), {"accept_rest": "1"}, follow=True)
    undo = url("article-take-back", article, Decision.objects.latest("pk").action)
    assert f'action="{undo}"' in response.content.decode()
    assert f'id="statement-{statement.pk}" data-status="proposed"' in desk.post(undo, headers=HTMX).content.decode()
    assert (statuses(article), article.statements.get().status) == (["proposed"] * 3, "proposed")


def test_undo_is_offered_until_something_else_is_decided(desk: Client, article: Article) -> None:
    desk.post(url("sure-accept", article), entered(article))
    assert desk.get(page(article)).context["acceptance"].count == 2
    left = article.mentions.get(text="Hakan Fidan")
    desk.post(reverse("mention-reject", args=[left.pk]), {"version": 1})
    assert desk.get(page(article)).context["acceptance"] is None
