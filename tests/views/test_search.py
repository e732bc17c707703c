"""The one search box: what its page shows, counts and links, and that nothing typed breaks it."""

import re
from datetime import date
from html import unescape
from random import Random
from urllib.parse import parse_qsl

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.enums import AnnotationStatus, MentionLabel, ReviewState
from articles.forms.search import SearchForm, count_groups
from articles.models import Article, Mention
from articles.queries.article_search import find
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    ReviewFactory,
    SourceFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db


def shown(page: str) -> list[int]:
    return [int(pk) for pk in re.findall(r'<h3>\s*<a href="/articles/(\d+)/"', page)]


def test_search_shows_each_kind_with_its_count_and_the_way_to_all(client: Client) -> None:
    putin = ActorFactory(name="Vladimir Poutine", names=["Vladimir Putin"])
    for number in range(5):
        article = ArticleFactory(text=f"Les otages libérés, dit Poutine. Numéro {number}.")
        report = MeetingReportFactory(
            article=article, meeting=MeetingFactory(actors=[putin]), sentence="Les otages libérés, dit Poutine."
        )
        StatementFactory(article=article, speaker=putin, quote="Les otages libérés")
        assert report.meeting is not None

    page = client.get("/search/", {"q": "otages Putin"}).content.decode()

    assert (len(shown(page)), page.count('class="kind"')) == (5, 4)
    for path, told in (("/meetings/", 5), ("/statements/", 5)):
        link = unescape(re.search(rf'href="({path}\?[^"]*)"', page).group(1))
        assert str(told) in re.sub(r"<[^>]+>", " ", client.get(link).content.decode().split('class="count"')[1])[:60]


def test_search_says_what_else_it_searched_and_the_way_back(client: Client) -> None:
    ActorFactory(name="Vladimir Poutine", names=["Vladimir Putin"])
    russian, english = ArticleFactory(text="Poutine a parlé."), ArticleFactory(text="Putin a parlé.")

    wide = client.get("/search/", {"q": "Poutine"}).content.decode()
    literal = client.get("/search/", {"q": "Poutine", "literal": "1"}).content.decode()

    assert (set(shown(wide)), shown(literal)) == ({russian.pk, english.pk}, [russian.pk])
    assert ("<b>Putin</b>" in wide, "q=Poutine&amp;literal=1" in wide) == (True, True)
    assert ("<b>Putin</b>" in literal, 'href="?q=Poutine"' in literal) == (False, True)


def test_search_for_a_country_as_actor_shows_no_statements_of_others(client: Client) -> None:
    StatementFactory(article=ArticleFactory(text="Les otages libérés."), quote="otages")

    page = client.get("/search/", {"q": "otages", "actor": "Turquie"})

    assert "statements" not in page.context


def test_search_shows_names_as_they_are_written_not_as_headlines_shout_them(client: Client) -> None:
    ActorFactory(name="Antony Blinken", names=["Tony Blinken", "ANTONY BLINKEN", "BLINKEN ANTONY"])
    shouted = ArticleFactory(text="ANTONY BLINKEN EST ARRIVÉ.")

    page = client.get("/search/", {"q": "Tony Blinken"}).text

    told = re.findall(r"<b>(.*?)</b>", page.partition('class="understood"')[2].partition("</p>")[0])
    assert (told, shown(page)) == (["Antony Blinken", "Blinken Antony"], [shouted.pk])


def test_search_forgives_typing_errors_in_names(client: Client) -> None:
    ActorFactory(name="Emmanuel Macron")
    article = ArticleFactory(text="M. Macron a parlé.")

    page = client.get("/search/", {"q": "Macrno"}).content.decode()

    assert (shown(page), "<b>Macron</b>" in page, "<mark>Macron</mark>" in page) == ([article.pk], True, True)


def test_search_puts_titles_first_and_marks_the_words_escaped(client: Client) -> None:
    ArticleFactory(text="Une trêve & des <b>otages</b>.", title="Rien", published_on=date(2024, 1, 2))
    titled = ArticleFactory(text="Un texte.", title="La trêve tient", published_on=date(2024, 1, 1))

    page = client.get("/search/", {"q": "treve"}).content.decode()

    assert (len(shown(page)), shown(page)[0]) == (2, titled.pk)
    assert "Une <mark>trêve</mark> &amp; des &lt;b&gt;otages&lt;/b&gt;." in page


def test_search_without_a_result_tells_what_it_understood(client: Client) -> None:
    ArticleFactory(text="Les otages.")

    page = client.get("/search/", {"q": "otages zébulon"}).content.decode()

    assert shown(page) == []
    assert re.search(r'href="/search/\?q=otages">otages</a> <span class="muted">1 article', page)
    assert re.search(r"zébulon <span class=\"muted\">0 article", page)


@pytest.mark.parametrize("query", [{"from": "hier"}, {"actor": "personne"}, {"q": "a" * 10_000}, {"q": "a\0b"}])
def test_search_says_what_is_not_clear(client: Client, query: dict[str, str]) -> None:
    response = client.get("/search/", query)

    assert (response.status_code, "<strong>" in response.content.decode()) == (200, True)


@pytest.mark.parametrize(
    "words",
    [
        *("'", '"', "'';--", "\\", "a & | ! (", ":* <->", "=", '="', "-", "--", "-=-", "OU OU", "| |", "OR", "exact:"),
        *(
            "a:b*",
            "%",
            "_%_",
            "$$",
            "{}",
            "{0}",
            "%s",
            "%(x)s",
            "\ue0f1a\ue0f2",
            "'a' <2> 'b'",
            "😀",
            "\u0301",
            "ʼ",
            "«»",
        ),
        *("« otages", 'otages "', "a" * 200, "é" * 200, "a " * 100, '"a" ' * 50, "-a " * 60, "=a OU " * 30),
    ],
)
def test_search_takes_anything_that_can_be_typed(client: Client, words: str) -> None:
    ArticleFactory(text="Les otages \\ ' \" a b 😀.")

    assert client.get("/search/", {"q": words}).status_code == 200
    assert client.get("/meetings/", {"q": words}).status_code == 200
    assert client.get("/statements/", {"q": words}).status_code == 200


def test_search_has_one_address(client: Client) -> None:
    actor = ActorFactory(name="Hakan Fidan", country="TR")
    ArticleFactory()

    response = client.get("/search/", {"sort": "", "actor": "hakan FIDAN", "q": "texte", "country": "turquie"})

    assert response["Location"] == f"/search/?q=texte&country=TR&actor={actor.slug}"


def test_search_answers_htmx_with_the_results_alone(client: Client) -> None:
    article = ArticleFactory(text="Les otages.")

    response = client.get("/search/", {"q": "otages"}, headers={"HX-Request": "true"})

    assert (shown(response.content.decode()), response["HX-Push-Url"]) == ([article.pk], "/search/?q=otages")
    assert "<html" not in response.content.decode()
    assert client.post("/search/").status_code == 405


@pytest.mark.parametrize("item_count", [1, 15])
def test_search_asks_the_same_number_of_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, item_count: int
) -> None:
    for number in range(item_count):
        article = ArticleFactory(text=f"Les otages. Numéro {number}.")
        MeetingReportFactory(article=article, meeting=MeetingFactory(), sentence="Les otages.")
        StatementFactory(article=article, quote="Les otages")
    client.get("/search/", {"q": "otages"})
    with django_assert_max_num_queries(29):
        client.get("/search/", {"q": "otages"})


def test_search_turns_pages_without_showing_an_article_twice(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = {ArticleFactory(text=f"Les otages. Numéro {number}.").pk for number in range(45)}
    monkeypatch.setattr("articles.queries.article_search.RANKED", 7)  # the rest follows by date

    pages = [shown(client.get("/search/", {"q": "otages", "page": page}).content.decode()) for page in (1, 2, 3)]

    assert ([len(page) for page in pages], {pk for page in pages for pk in page}) == ([20, 20, 5], articles)


def make_world(random: Random) -> None:
    sources = [SourceFactory(name=f"Agence {number}") for number in range(15)]
    actors = [ActorFactory(name=f"Nom{n}", country=random.choice(["", "FR", "TR", "US"])) for n in range(6)]
    actors.append(ActorFactory(name="Ancien", merged_into=actors[0], country="DE"))
    place = PlaceFactory(name="Ankara", country="TR")
    for number in range(60):
        words = " ".join(actor.name for actor in random.sample(actors, random.randint(0, 4)))
        text = f"{random.choice(['Des otages', 'Une trêve', 'Des négociations'])} {number} à Ankara avec {words}."
        day = date(random.randint(2018, 2024), random.randint(1, 12), 1)
        article = ArticleFactory(text=text, source=random.choice(sources), published_on=day)
        if random.random() < 0.8:
            ReviewFactory(article=article, state=random.choice([ReviewState.NEW, ReviewState.PRE_ANNOTATED]))
        status = random.choice([AnnotationStatus.PROPOSED, AnnotationStatus.REJECTED])
        MentionFactory(article=article, text="Ankara", label=MentionLabel.GPE, place=place, status=status)
        for actor in actors:
            if actor.name in text:
                MentionFactory(article=article, text=actor.name, label=MentionLabel.PER, actor=actor)


def bound(wanted: dict[str, str]) -> SearchForm:
    form = SearchForm(wanted)
    assert form.is_valid(), form.errors
    return form


def expected(wanted: dict[str, str]) -> int:
    """Worked out article by article."""
    return sum(fits(article, wanted) for article in Article.objects.select_related("source"))


def fits(article: Article, wanted: dict[str, str]) -> bool:
    mentions = Mention.objects.live().filter(article=article).select_related("actor__merged_into", "place")
    actors = [each.actor.merged_into or each.actor for each in mentions if each.actor]
    lands = {actor.country for actor in actors} | {each.place.country for each in mentions if each.place}
    state = article.review.state if hasattr(article, "review") else "new"
    checks = {
        "q": lambda value: value in article.text,
        "source": lambda value: article.source.slug == value,
        "from": lambda value: article.published_on.year >= int(value),
        "to": lambda value: article.published_on.year <= int(value),
        "country": lambda value: value in lands,
        "actor": lambda value: value in {actor.slug for actor in actors},
        "label": lambda value: value in {each.label for each in mentions},
        "state": lambda value: state == value,
    }
    return all(check(wanted[name]) for name, check in checks.items() if name in wanted)


def test_random_searches_count_what_a_look_at_every_article_counts_and_each_link_finds_its_number() -> None:
    random = Random(4)  # noqa: S311 - repeatable
    make_world(random)
    choices = {
        "q": ["otages", "trêve"],
        "source": ["agence-1", "agence-2"],
        "from": ["2019", "2021"],
        "to": ["2022", "2023"],
        "country": ["TR", "FR"],
        "actor": ["nom0", "nom3"],
        "label": ["PER", "GPE"],
        "state": [ReviewState.NEW.value, ReviewState.PRE_ANNOTATED.value],
    }
    for _ in range(30):
        wanted = {name: random.choice(choices[name]) for name in random.sample(list(choices), random.randint(0, 3))}
        form = bound(wanted)
        counts = find(form.wanted()).counts
        assert (wanted, counts.total) == (wanted, expected(wanted))
        groups = {str(group.title).partition(",")[0]: group for group in count_groups(form.address(), counts)}
        for title, own in (("Sources", {"source"}), ("Années", {"from", "to"}), ("Relecture", {"state"})):
            others = {name: value for name, value in wanted.items() if name not in own}
            sums = sum(line.count for line in groups[title].lines) + groups[title].rest if title in groups else 0
            assert (wanted, title, sums) == (wanted, title, expected(others))
        for group in groups.values():
            line = random.choice(group.lines)
            if not line.chosen:
                linked = dict(parse_qsl(line.url.removeprefix("?")))
                assert (wanted, line.url, expected(linked)) == (wanted, line.url, line.count)


@pytest.mark.parametrize(
    ("query", "told", "untold"),
    [
        ({"q": '"'}, "Il n’y a aucun mot dans cette recherche", "presque tous les textes"),
        ({"q": "xyzzy"}, "Essayez une autre graphie, ou un autre mot", "Utilisez moins de mots"),
        ({"q": "Ankara", "from": "1999", "to": "1999"}, "ou une période plus longue", "Utilisez moins de mots"),
        ({"q": "Ankara xyzzy"}, "Utilisez moins de mots", "Essayez"),
    ],
)
def test_advice_fits_what_was_asked(client: Client, query: dict[str, str], told: str, untold: str) -> None:
    ArticleFactory()
    nothing = client.get("/search/", query).content.decode().partition('class="empty"')[2].partition("</div>")[0]
    assert (told in nothing, untold in nothing) == (True, False)


@pytest.mark.parametrize("address", ["/search/?q=Ankara", "/meetings/?kind=in_person", "/statements/?direct=yes"])
def test_years_say_that_they_are_counted_whatever_the_period(client: Client, address: str) -> None:
    for year in (2022, 2023):
        article = ArticleFactory(text=f"« Oui », à Ankara en {year}.", published_on=date(year, 1, 1))
        StatementFactory(article=article, quote="Oui")
        day = date(year, 1, 1)
        meeting = MeetingFactory(date_value=str(day), starts_on=day, ends_on=day)
        MeetingReportFactory(article=article, meeting=meeting)
    assert "<h2>Années</h2>" in client.get(address).content.decode()
    assert "<h2>Années, toutes périodes confondues</h2>" in client.get(f"{address}&from=2023").content.decode()


def test_a_state_is_not_told_of_its_own_country(client: Client) -> None:
    turkey = ActorFactory(name="Turquie", kind="state", country="TR")
    article = ArticleFactory(text="« Oui », dit la Turquie.")
    StatementFactory(article=article, quote="Oui", speaker=turkey)
    MeetingReportFactory(article=article, meeting=MeetingFactory(actors=[turkey], place=None))

    page = client.get("/search/", {"q": "Turquie"}).content.decode()

    words = unescape(re.sub(r"<[^>]+>", " ", page.partition('id="named"')[2].partition('id="articles"')[0]))
    assert re.findall(r"Turquie\s+Turquie", words) == []
