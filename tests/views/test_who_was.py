"""« Who was … on …? »: the holder with the words, and what the collection leaves open."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Actor, Post, PostEvidence
from articles.queries.countries import names_by_language
from articles.queries.english_offices import nationalities, office_in_french
from articles.queries.who_was import Standing, who_was
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, PostFactory

pytestmark = pytest.mark.django_db
FOREIGN = "ministre des Affaires étrangères"


def seen_in_office(name: str, *days: date, title: str = FOREIGN, key: str = "", country: str = "FR") -> Post:
    """A post shown on each of these days by words of an article."""
    actor = Actor.objects.filter(name=name).first() or ActorFactory(name=name, country=country)
    options = {"key": key} if key else {}
    post = PostFactory(actor=actor, title=title, country=country, since=min(days), until=max(days), **options)
    for day in days:
        article = ArticleFactory(text=f"{title} {name} {day}", published_on=day)
        mention = MentionFactory(article=article, text=title, label="ROLE", actor=actor)
        PostEvidence.objects.create(post=post, mention=mention)
    return post


def asked(office: str, start: date, end: date, country: str = "FR") -> list[tuple[str, str]]:
    return [(each.holder.name, each.standing.value) for each in who_was(office, country, start, end).holders]


YEAR_2023 = (date(2023, 1, 1), date(2023, 12, 31))


def test_holder_of_a_year_is_named_with_the_words_that_show_it(client: Client) -> None:
    post = seen_in_office("Catherine Colonna", date(2023, 5, 4), date(2023, 11, 6))
    proof = post.evidence.order_by("pk").last().mention

    page = client.get(f"/offices/?post={FOREIGN}&country=FR&on=2023").content.decode()

    assert '<a href="/actors/catherine-colonna/">Catherine Colonna</a>' in page
    assert f'href="/articles/{proof.article_id}/?mention={proof.pk}#m-{proof.pk}"' in page
    assert "attesté du 4 mai 2023 au 6 novembre 2023" in page


def test_office_is_found_however_it_is_worded_and_asked_for(client: Client) -> None:
    seen_in_office("Jean-Yves Le Drian", date(2023, 1, 20), title="chef de la diplomatie", key="chef de la diplomatie")
    for words in (FOREIGN, "foreign minister", "ministre français des affaires etrangeres", "chef de la diplomatie"):
        page = client.get("/offices/", {"post": words, "country": "FR", "on": "2023"}).content.decode()
        assert "Jean-Yves Le Drian" in page.partition('class="answer"')[2], words


def test_shown_before_and_after_but_not_between_is_told_as_such() -> None:
    seen_in_office("Catherine Colonna", date(2022, 6, 1), date(2023, 12, 1))
    assert asked(FOREIGN, date(2022, 6, 1), date(2022, 6, 30)) == [("Catherine Colonna", "within")]
    assert asked(FOREIGN, date(2023, 3, 1), date(2023, 3, 31)) == [("Catherine Colonna", "between")]


def test_gap_names_the_nearest_holders_and_no_one_else() -> None:
    seen_in_office("Jean-Yves Le Drian", date(2022, 1, 20))
    seen_in_office("Stéphane Séjourné", date(2024, 2, 1))
    seen_in_office("Hakan Fidan", date(2023, 11, 6), country="TR")

    answer = who_was(FOREIGN, "FR", *YEAR_2023)

    assert answer.holders == []
    assert [(each.holder.name, each.standing) for each in answer.before] == [
        ("Jean-Yves Le Drian", Standing.BEFORE),
    ]
    assert [(each.holder.name, each.standing) for each in answer.after] == [("Stéphane Séjourné", Standing.AFTER)]


def test_words_of_several_offices_lead_to_the_last_holders_known(client: Client) -> None:
    """« ministre » is no office of its own: nobody is shown in 2023, but earlier ministers are known."""
    seen_in_office("Jean-Yves Le Drian", date(2022, 1, 20))
    seen_in_office("Gérald Darmanin", date(2021, 1, 20), title="ministre de l'Intérieur", key="ministre de l'interieur")

    page = client.get("/offices/?post=ministre&country=FR&on=2023")

    answer = page.context["answer"]
    assert [each.holder.name for each in answer.before] == ["Jean-Yves Le Drian", "Gérald Darmanin"]
    assert not answer.is_empty


def test_one_office_told_with_and_without_its_country_is_one_row(client: Client) -> None:
    seen_in_office("Laurent Fabius", date(2014, 9, 12), country="FR")
    bare, told = Post.objects.get(), "ministre français des Affaires étrangères"
    Post.objects.filter(pk=bare.pk).update(country="")
    seen_in_office("Laurent Fabius", date(2014, 9, 13), title=told, key=bare.key)
    year = date(2014, 1, 1), date(2014, 12, 31)

    [holding] = who_was(FOREIGN, "FR", *year).holders

    assert [each.day for each in holding.proofs] == [date(2014, 9, 12), date(2014, 9, 13)]
    assert (holding.number, holding.post.since, holding.post.until) == (2, date(2014, 9, 12), date(2014, 9, 13))
    assert who_was(FOREIGN, "FR", date(2014, 9, 13), date(2014, 9, 13)).before == []
    country = client.get("/countries/FR/").content.decode()
    assert country.count('<a href="/actors/laurent-fabius/">Laurent Fabius</a></th>') == 1
    assert "attesté du 12 septembre 2014 au 13 septembre 2014" in country


def test_rejected_words_prove_nothing() -> None:
    post = seen_in_office("Catherine Colonna", date(2023, 5, 4))
    mention = post.evidence.get().mention
    type(mention).objects.filter(pk=mention.pk).update(status="rejected", decided_at="2024-01-01T00:00Z")
    assert asked(FOREIGN, *YEAR_2023) == [("Catherine Colonna", "unproved")]


def test_other_offices_with_the_words_stand_apart() -> None:
    title = "vice-ministre des Affaires étrangères"
    seen_in_office("Deux", date(2023, 5, 4), title=title, key="vice-ministre des affaires etrangeres")
    answer = who_was(FOREIGN, "FR", *YEAR_2023)
    assert ([each.holder.name for each in answer.holders], [each.holder.name for each in answer.others]) == (
        [],
        ["Deux"],
    )


def test_holder_is_the_actor_that_another_was_merged_into() -> None:
    post = seen_in_office("Mme Colonna", date(2023, 5, 4))
    Actor.objects.filter(pk=post.actor_id).update(merged_into=ActorFactory(name="Catherine Colonna"))
    assert asked(FOREIGN, *YEAR_2023) == [("Catherine Colonna", "within")]


@pytest.mark.parametrize("holders", [1, 30])
def test_question_takes_as_many_queries_for_one_holder_as_for_thirty(
    client: Client, holders: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(holders):
        seen_in_office(f"Ministre {number}", date(2023, 5, 4))
    with django_assert_num_queries(8):
        client.get(f"/offices/?post={FOREIGN}&country=FR&on=2023")


def test_wrong_date_and_unknown_office_are_answered(client: Client) -> None:
    seen_in_office("Catherine Colonna", date(2023, 5, 4))
    assert "hier" in client.get("/offices/?post=ministre&on=hier").context["form"].errors["on"][0]
    page = client.get("/offices/?post=astronaute&country=FR&on=2023")
    assert page.context["answer"].is_empty
    assert client.post("/offices/").status_code == 405


def test_page_without_a_question_gives_examples_that_have_an_answer(client: Client) -> None:
    seen_in_office("Catherine Colonna", date(2023, 5, 4))
    page = client.get("/offices/")
    assert [(each.title, each.country, each.year) for each in page.context["examples"]] == [(FOREIGN, "FR", 2023)]
    assert "/offices/" in client.get("/").content.decode()


@pytest.mark.parametrize(
    "words", ["ministre français des affaires étrangères", "ministre des Affaires étrangères de la France"]
)
def test_country_is_understood_from_the_words_of_the_office(client: Client, words: str) -> None:
    seen_in_office("Catherine Colonna", date(2023, 5, 4))
    seen_in_office("Hakan Fidan", date(2023, 5, 4), country="TR")

    page = client.get("/offices/", {"post": words, "on": "2023"})

    assert [each.holder.name for each in page.context["answer"].holders] == ["Catherine Colonna"]
    turkish = client.get("/offices/", {"post": words, "country": "TR", "on": "2023"})
    assert [each.holder.name for each in turkish.context["answer"].holders] == ["Hakan Fidan"]


@pytest.mark.parametrize(
    "words",
    [
        "French foreign minister",
        "the French Foreign Minister",
        "foreign minister of France",
        "Minister of Foreign Affairs of France",
        "minister for foreign affairs of France",
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_english_names_office_and_country_whatever_the_page_speaks(client: Client, words: str, language: str) -> None:
    seen_in_office("Catherine Colonna", date(2023, 5, 4))
    seen_in_office("Hakan Fidan", date(2023, 5, 4), country="TR")

    page = client.get("/offices/", {"post": words, "on": "2023"}, headers={"Accept-Language": language})

    assert [each.holder.name for each in page.context["answer"].holders] == ["Catherine Colonna"]


def test_every_nationality_is_of_one_known_country() -> None:
    codes = set(names_by_language()["en"])
    assert set(nationalities().values()) <= codes
    assert len(codes - set(nationalities().values())) <= len({"CG", "DM"})  # Congolese and Dominican are two each
    assert (office_in_french("US secretary of state"), office_in_french("South Korean president")) == (
        ("secrétaire d'État", "US"),
        ("président", "KR"),
    )
    assert office_in_french("président français") is None
    assert office_in_french("French") is None
