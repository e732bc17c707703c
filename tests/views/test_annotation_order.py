"""The annotation page walked from the least sure proposal on, and what it says of how sure the machine is."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.models import Article
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    StatementFactory,
)

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def article(db: None) -> Article:
    article = ArticleFactory()
    for text, sure in (("Antony Blinken", 0.9), ("Hakan Fidan", 0.6), ("Ankara", 0.7)):
        MentionFactory(article=article, text=text, confidence=sure)
    return article


def page(article: Article) -> str:
    return reverse("article-annotate", args=[article.pk])


def called(article: Article, text: str) -> int:
    return article.mentions.get(text=text).pk


@pytest.mark.parametrize(
    ("order", "first"),
    [("", "Antony Blinken"), ("text", "Antony Blinken"), ("x", "Antony Blinken"), ("doubt", "Hakan Fidan")],
)
def test_page_begins_with_the_first_in_its_order(desk: Client, article: Article, order: str, first: str) -> None:
    response = desk.get(page(article), {"order": order})
    assert (response.status_code, response.context["mention"].text) == (200, first)


def test_every_address_of_the_page_keeps_the_order(desk: Client, article: Article) -> None:
    MeetingReportFactory(article=article, actors=[ActorFactory(), ActorFactory()])
    StatementFactory(article=article)
    html = desk.get(page(article), {"order": "doubt"}).content.decode()
    posts = set(
        re.findall(r'(?:action|hx-post|hx-get)="(/(?:articles/\d+|mentions|reports|statements|notes)/[^"]*)"', html)
    )
    assert len(posts) > 10
    assert {address for address in posts if not address.endswith("?order=doubt")} == set()


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_decision_leads_to_the_next_in_doubt(desk: Client, article: Article, verb: str) -> None:
    """Without JavaScript by a redirect, with HTMX in the panel."""
    first, second = called(article, "Hakan Fidan"), called(article, "Ankara")
    address = f"{reverse(f'mention-{verb}', args=[first])}?order=doubt"
    response = desk.post(address, {"version": 1})
    assert response.headers["Location"] == f"{page(article)}?mention={second}&order=doubt#m-{second}"
    address = f"{reverse(f'mention-{verb}', args=[second])}?order=doubt"
    response = desk.post(address, {"version": 1}, headers=HTMX)
    assert response.context["mention"].text == "Antony Blinken"
    assert "/accept/?order=doubt" in response.content.decode()


def test_decision_on_a_card_keeps_the_order(desk: Client, article: Article) -> None:
    report = MeetingReportFactory(article=article, actors=[ActorFactory(), ActorFactory()])
    address = f"{reverse('report-accept', args=[report.pk])}?order=doubt"
    response = desk.post(address, {"version": 1})
    assert response.headers["Location"] == f"{page(article)}?order=doubt#report-{report.pk}"


def sureness(html: str) -> list[str]:
    return re.findall(r"</svg>\s*([^<]*?)\s*</span>", html)


def test_panel_and_cards_tell_how_sure_the_machine_is(desk: Client) -> None:
    mention = MentionFactory(confidence=0.9349, link_confidence=0.72, link_origin="collection", actor=ActorFactory())
    MeetingReportFactory(article=mention.article, confidence=0.49, actors=[ActorFactory(), ActorFactory()])
    StatementFactory(article=mention.article, confidence=1)
    html = desk.get(page(mention.article), headers={"Accept-Language": "en"}).content.decode()
    assert [re.sub(r"\D", "", each) for each in sureness(html)] == ["93", "72", "49", "100"]
    assert html.count("<svg") == html.count('<svg width="36" height="5" aria-hidden="true"')
    assert mention.get_link_origin_display() in html


@pytest.mark.parametrize("fields", [{"status": "accepted"}, {"confidence": None}])
def test_decided_and_unmeasured_rows_tell_no_figure(desk: Client, fields: dict[str, object]) -> None:
    mention = MentionFactory(**{"confidence": 0.5, "link_confidence": 0.5, "actor": ActorFactory(), **fields})
    if mention.confidence is None:
        mention.link_confidence = None
        mention.save()
    html = desk.get(page(mention.article), {"mention": mention.pk}).content.decode()
    assert (sureness(html), "data-doubtful" in html) == ([], False)


def test_progress_tells_of_the_doubtful_left(desk: Client, article: Article) -> None:
    assert 'class="doubts"' in desk.get(page(article)).content.decode()
    article.mentions.update(confidence=0.8)
    assert 'class="doubts"' not in desk.get(page(article)).content.decode()


def test_the_other_order_is_a_link_with_a_key(desk: Client, article: Article) -> None:
    def links(query: dict[str, str]) -> list[tuple[str, str, str]]:
        html = desk.get(page(article), query).content.decode()
        return re.findall(r'href="([^"]*)"\s+id="order-(\w+)"\s+(aria-current|data-command)', html)

    text, doubt = (page(article), "text"), (f"{page(article)}?order=doubt", "doubt")
    assert links({}) == [(*text, "aria-current"), (*doubt, "data-command")]
    assert links({"order": "doubt"}) == [(*text, "data-command"), (*doubt, "aria-current")]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("order", ["text", "doubt"])
def test_page_and_decision_ask_the_same_number_of_queries(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int, order: str
) -> None:
    article = ArticleFactory()
    for text in ("Antony Blinken", "Hakan Fidan", "Ankara")[:count]:
        mention = MentionFactory(article=article, text=text, actor=ActorFactory(), place=PlaceFactory(name=text))
        MeetingReportFactory(article=article, actors=[ActorFactory(), ActorFactory()], place=PlaceFactory(name=text))
        StatementFactory(article=article, speaker=ActorFactory())
    MentionFactory(article=article, text="Texte")
    with django_assert_num_queries(21):
        desk.get(page(article), {"order": order})
    address = f"{reverse('mention-accept', args=[mention.pk])}?order={order}"
    with django_assert_num_queries(15):
        desk.post(address, {"version": 1}, headers=HTMX)
