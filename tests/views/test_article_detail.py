from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.enums import AnnotationStatus
from articles.models import Article, PostEvidence
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    PostFactory,
    SourceFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db


def annotated(number: int = 1) -> Article:
    """An article with so many mentions, meetings and statements, each of another actor."""
    text = " ".join(f"Dip{each} parle." for each in range(number))
    article = ArticleFactory(text=text)
    for each in range(number):
        actor = ActorFactory(name=f"Dip{each}")
        mention = MentionFactory(article=article, text=f"Dip{each}", actor=actor)
        post = PostFactory(actor=actor, title=f"ministre {each}")
        PostEvidence.objects.create(post=post, mention=mention)
        MeetingReportFactory(article=article, actors=[actor], sentence=f"Dip{each} parle.")
        StatementFactory(article=article, quote=f"Dip{each} parle.", speaker=actor, speaker_mention=mention)
    return article


@pytest.mark.parametrize("item_count", [1, 3])
def test_article_detail_asks_the_same_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, item_count: int
) -> None:
    article = annotated(item_count)
    with django_assert_num_queries(9):
        page = client.get(f"/articles/{article.pk}/").context["page"]
    assert [here.posts for here in page.people] == [[f"ministre {each}"] for each in range(item_count)]
    assert [here.quotes for here in page.reports] == [[f"Dip{each} parle."] for each in range(item_count)]
    assert [here.quote for here in page.statements] == [f"Dip{each} parle." for each in range(item_count)]


def test_article_detail_leaves_out_what_was_rejected(client: Client) -> None:
    article = annotated()
    for rows in (article.mentions, article.meeting_reports, article.statements):
        rows.update(status=AnnotationStatus.REJECTED, decided_at="2024-01-01T00:00Z")
    page = client.get(f"/articles/{article.pk}/").context["page"]
    assert (page.mentions, page.people, page.reports, page.statements) == ([], [], [], [])


def test_article_detail_tells_proposals_from_decisions(client: Client, editor: User) -> None:
    article = annotated()
    html = client.get(f"/articles/{article.pk}/").content.decode()
    assert 'class="decision decided"' not in html
    article.meeting_reports.update(status=AnnotationStatus.ACCEPTED, decided_at="2024-01-01T00:00Z", decided_by=editor)
    html = client.get(f"/articles/{article.pk}/").content.decode()
    assert html.count('class="decision decided"') == 1


@pytest.mark.parametrize(("query", "letter"), [("report", "r"), ("statement", "s")])
def test_article_detail_lights_the_evidence_an_address_asks_for(client: Client, query: str, letter: str) -> None:
    article = annotated()
    row = article.meeting_reports.get() if query == "report" else article.statements.get()
    assert "evidence lit" not in client.get(f"/articles/{article.pk}/").content.decode()
    html = client.get(f"/articles/{article.pk}/", {query: str(row.pk)}).content.decode()
    assert "evidence lit" in html
    assert f'id="{letter}-{row.pk}"' in html


def test_article_detail_marks_an_illustrative_source(client: Client) -> None:
    article = ArticleFactory(source=SourceFactory(name="Fil A", is_illustrative=True))
    assert client.get(f"/articles/{article.pk}/").content.decode().count("chip illustrative") == 1


def test_article_detail_links_to_its_neighbours(client: Client) -> None:
    older, article, newer = ArticleFactory.create_batch(3)
    beside = client.get(f"/articles/{article.pk}/").context["page"].neighbours
    assert (beside.older.pk, beside.newer.pk, beside.newer.title) == (older.pk, newer.pk, newer.title)
    first = client.get(f"/articles/{older.pk}/").context["page"].neighbours
    assert (first.older, first.newer.pk) == (None, article.pk)


def test_neighbours_come_by_their_day_first(client: Client) -> None:
    """… and on one day by when they came in."""
    days = [date(2023, 5, 2), date(2023, 5, 1), date(2023, 5, 2), date(2023, 5, 3)]
    second, first, third, last = [ArticleFactory(published_on=day) for day in days]
    order = [first, second, third, last]
    for older, article, newer in zip(order, order[1:], order[2:], strict=False):
        beside = client.get(f"/articles/{article.pk}/").context["page"].neighbours
        assert (beside.older.pk, beside.newer.pk) == (older.pk, newer.pk)


def test_article_detail_escapes_a_hostile_text(client: Client) -> None:
    article = ArticleFactory(title="<b>x", text="<script>alert(1)</script>")
    html = client.get(f"/articles/{article.pk}/").content.decode()
    assert "<script>alert" not in html
    assert "<b>x" not in html


def test_what_stands_beside_the_text_is_escaped(client: Client) -> None:
    article, actor = ArticleFactory(text="<i>Dit</i> et parle."), ActorFactory(name="<i>Nom</i>")
    mention = MentionFactory(article=article, text="parle", actor=actor)
    PostEvidence.objects.create(post=PostFactory(actor=actor, title="<i>ministre</i>"), mention=mention)
    place = PlaceFactory(name="<i>Ville</i>")
    MeetingReportFactory(article=article, actors=[actor], sentence="<i>Dit</i>", place=place)
    StatementFactory(article=article, quote="<i>Dit</i>", speaker=actor, addressee=actor)
    html = client.get(f"/articles/{article.pk}/").content.decode()
    assert "<i>" not in html
    assert min(html.count(f"&lt;i&gt;{word}") for word in ("Nom", "ministre", "Ville", "Dit")) > 0
    assert html.count("&lt;i&gt;Nom") >= 4


def test_article_detail_of_an_unknown_article_is_not_found(client: Client) -> None:
    assert client.get("/articles/1/").status_code == 404
