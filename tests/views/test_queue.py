import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.actions.leasing import hold_article, take_next
from articles.enums import QueueOrder
from articles.models import Lease, Skip
from articles.queries.queue import QueueSpec
from tests.factories import ArticleFactory, MentionFactory, ReviewFactory, SourceFactory

pytestmark = pytest.mark.django_db
NEXT = "/queue/next/"


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def test_queue_is_for_editors(client: Client, reader: User) -> None:
    assert client.get("/queue/").status_code == 302
    client.force_login(reader)
    assert (client.get("/queue/").status_code, client.post(NEXT).status_code) == (403, 403)
    assert Lease.objects.count() == 0


def test_next_is_a_post(desk: Client) -> None:
    assert desk.get(NEXT).status_code == 405


def test_next_leads_to_an_article_held_for_the_editor(desk: Client, editor: User) -> None:
    article = ArticleFactory()
    assert desk.post(NEXT)["Location"] == f"/articles/{article.pk}/annotate/"
    assert Lease.objects.get(article=article).holder == editor
    page = desk.get("/queue/")
    assert [each.lease.article for each in page.context["held"]] == [article]
    assert "Held for you" in desk.get(f"/articles/{article.pk}/annotate/", headers={"accept-language": "en"}).text


def test_next_keeps_to_what_was_chosen_on_the_page_of_the_queue(desk: Client) -> None:
    ArticleFactory(published_on="2023-12-01")
    chosen = [ArticleFactory(source=SourceFactory(name="Autre"), published_on=f"2023-11-{day}") for day in (20, 19)]
    given = {"chosen": "1", "order": "newest", "source": "autre", "batch": ""}
    assert desk.post(NEXT, given)["Location"] == f"/articles/{chosen[0].pk}/annotate/"
    assert desk.post(NEXT)["Location"] == f"/articles/{chosen[1].pk}/annotate/"


def test_when_nothing_is_left_next_says_so(desk: Client) -> None:
    answer = desk.post(NEXT, {"chosen": "1", "order": "newest"}, follow=True)
    assert answer.redirect_chain == [("/queue/?order=newest", 302)]
    assert [str(each) for each in answer.context["messages"]] == ["Il ne reste rien dans cette partie de la file."]


def test_filters_that_cannot_be_used_do_not_break_the_page(desk: Client) -> None:
    ArticleFactory()
    page = desk.get("/queue/?order=x&source=nowhere&batch=abc")
    assert (page.status_code, page.context["free_count"]) == (200, 1)


def test_skipping_needs_a_reason_and_goes_on(desk: Client, editor: User) -> None:
    first, second = ArticleFactory(published_on="2023-11-07"), ArticleFactory()
    take_next(QueueSpec(QueueOrder.NEWEST), by=editor)
    assert desk.post(f"/queue/{first.pk}/skip/", {"reason": ""})["Location"] == f"/articles/{first.pk}/annotate/"
    went = desk.post(f"/queue/{first.pk}/skip/", {"reason": "language", "words": "Turkish"})
    assert went["Location"] == f"/articles/{second.pk}/annotate/"
    assert list(Skip.objects.values_list("article", "reason", "words")) == [(first.pk, "language", "Turkish")]
    assert desk.post(f"/queue/{first.pk}/unskip/")["Location"] == "/queue/"
    assert Skip.objects.count() == 0


def test_managers_see_what_was_left_out_by_whom_and_why(desk: Client, manager: User) -> None:
    desk.post(f"/queue/{ArticleFactory().pk}/skip/", {"reason": "other", "words": "my cousin's"})
    assert desk.get("/queue/").context["all_skips"] == []
    desk.force_login(manager)
    assert "editor" in desk.get("/queue/").text
    assert "my cousin&#x27;s" in desk.get("/queue/").text


def test_giving_back_frees_the_article(desk: Client) -> None:
    article = ArticleFactory()
    desk.post(NEXT)
    assert desk.post(f"/queue/{article.pk}/release/")["Location"] == "/queue/"
    assert Lease.objects.count() == 0


def test_opening_an_article_holds_it_unless_another_does(desk: Client, manager: User) -> None:
    mine, theirs = ArticleFactory(), ArticleFactory()
    hold_article(theirs.pk, by=manager)
    pages = [desk.get(f"/articles/{each.pk}/annotate/") for each in (mine, theirs)]
    assert [page.context["lease"].holder.username for page in pages] == ["editor", "manager"]
    assert "manager travaille sur cet article" in pages[1].text


@pytest.mark.parametrize("item_count", [1, 3])
def test_queue_asks_the_same_number_of_queries(
    desk: Client, editor: User, manager: User, django_assert_num_queries: DjangoAssertNumQueries, item_count: int
) -> None:
    for each in range(4 * item_count):
        article = ReviewFactory(state="in_review" if each % 4 == 3 else "pre_annotated", editor=editor).article
        MentionFactory(article=article)
        if each % 4 in (1, 2):
            hold_article(article.pk, by=editor if each % 4 == 1 else manager)
    with django_assert_num_queries(15):
        page = desk.get("/queue/")
    assert [len(page.context[name]) for name in ("held", "started", "others")] == [item_count] * 3
