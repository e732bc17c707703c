import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.factories import ArticleFactory, MeetingReportFactory, MentionFactory, ReviewFactory, SourceFactory

pytestmark = pytest.mark.django_db
URL = "/articles/"


@pytest.mark.parametrize("item_count", [1, 3])
@pytest.mark.parametrize("sort", ["", "doubt"])
def test_article_list_asks_the_same_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, item_count: int, sort: str
) -> None:
    for _ in range(item_count):
        report = MeetingReportFactory(article=ArticleFactory())
        ReviewFactory(article=report.article)
    asked = {"q": "Ankara", "literal": "1", "sort": sort}
    client.get(URL, asked)  # how words are filed is looked up once
    with django_assert_num_queries(4):
        response = client.get(URL, asked)
    assert [row.meetings for row in response.context["rows"]] == [1] * item_count


def test_article_list_is_open_to_everybody_and_only_read(client: Client) -> None:
    assert client.get(URL).status_code == 200
    assert client.post(URL).status_code == 405


def test_article_list_answers_htmx_with_the_results_only(client: Client) -> None:
    ArticleFactory(title="Un titre")
    response = client.get(URL, headers={"HX-Request": "true"})
    html = response.content.decode()
    assert "<html" not in html
    assert "Un titre" in html
    assert 'hx-swap-oob="innerHTML:#article-count"' in html
    assert "HX-Request" in response["Vary"]


def test_article_list_restores_history_with_the_whole_page(client: Client) -> None:
    response = client.get(URL, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"since": "hier"}, "since"),
        ({"from": "abc"}, "since"),
        ({"to": "2023-13"}, "until"),
        ({"from": "2024-02", "until": "2024-01"}, "until"),
        ({"since": "2024-02-01", "until": "2024-01-01"}, "until"),
        ({"source": "nulle-part"}, "source"),
        ({"state": "perdu"}, "state"),
        ({"sort": "hasard"}, "sort"),
        ({"q": "a\x00b"}, "q"),
        ({"q": "x" * 201}, "q"),
    ],
)
def test_article_list_says_which_filter_is_wrong(client: Client, query: dict[str, str], field: str) -> None:
    ArticleFactory(title="Un titre")
    response = client.get(URL, query)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert "Un titre" not in response.content.decode()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"since": "2023", "until": "2023"}, ["Décembre", "Novembre"]),
        ({"from": "2023-12"}, ["Après", "Décembre"]),
        ({"to": "novembre 2023"}, ["Novembre"]),
        ({"since": "2024", "from": "2023"}, ["Après"]),
    ],
)
def test_article_list_takes_years_and_months_as_other_searches_do(
    client: Client, query: dict[str, str], titles: list[str]
) -> None:
    for title, day in (("Novembre", "2023-11-30"), ("Décembre", "2023-12-31"), ("Après", "2024-01-01")):
        ArticleFactory(title=title, published_on=day)
    assert [row.article.title for row in client.get(URL, query).context["rows"]] == titles


def test_article_list_pages_keep_the_filters(client: Client) -> None:
    source = SourceFactory(name="Fil A")
    ArticleFactory.create_batch(21, source=source)
    response = client.get(URL, {"source": source.slug})
    assert len(response.context["rows"]) == 20
    assert 'href="?source=fil-a&amp;page=2"' in response.content.decode()
    assert len(client.get(URL, {"source": source.slug, "page": "2"}).context["rows"]) == 1
    assert client.get(URL, {"page": "many"}).context["page"].number == 1


def test_article_list_marks_illustrative_sources(client: Client) -> None:
    ArticleFactory(source=SourceFactory(name="Fil A", is_illustrative=True))
    assert client.get(URL).content.decode().count("chip illustrative") == 1
    ArticleFactory(source=SourceFactory(name="Fil B"))
    assert client.get(URL).content.decode().count("chip illustrative") == 1


def test_article_list_says_what_to_do_when_nothing_matches(client: Client) -> None:
    html = client.get(URL, {"q": "introuvable"}).content.decode()
    assert '<div class="empty">' in html
    assert f'href="{reverse("article-list")}"' in html


def test_article_list_puts_the_least_sure_first_and_tells_how_many_corrections(client: Client) -> None:
    sure, doubtful, decided = (ArticleFactory(title=title) for title in ("Sûr", "Douteux", "Relu"))
    MentionFactory(article=sure, confidence=0.9)
    for text in ("Antony Blinken", "Hakan Fidan", "Ankara"):
        MentionFactory(article=doubtful, text=text, confidence=0.4)
    MentionFactory(article=decided, confidence=0.1, status="accepted")
    response = client.get(URL, {"sort": "doubt"})
    rows = [(row.article.title, row.corrections) for row in response.context["rows"]]
    assert rows == [("Douteux", 2), ("Sûr", 0), ("Relu", 0)]
    assert response.content.decode().count("≈") == 1
    assert [row.article.title for row in client.get(URL).context["rows"]] == ["Relu", "Douteux", "Sûr"]


def test_article_list_pages_keep_the_sort(client: Client) -> None:
    ArticleFactory.create_batch(21)
    assert 'href="?sort=doubt&amp;page=2"' in client.get(URL, {"sort": "doubt"}).content.decode()
