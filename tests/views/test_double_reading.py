import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.actions.double_reading import ask_double_reading, finish_reading, mark_words
from articles.models import Article, DoubleReading, Reading
from tests.factories import ActorFactory, ArticleFactory, MentionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def double(editor: User, manager: User) -> DoubleReading:
    return ask_double_reading(ArticleFactory(), by=manager, readers=(editor, manager))


def mine(double: DoubleReading, user: User) -> Reading:
    return double.readings.get(reader=user)


def test_a_manager_asks_for_readings_of_chosen_articles(client: Client, manager: User, editor: User) -> None:
    client.force_login(manager)
    articles = [ArticleFactory(), ArticleFactory()]
    given = {"articles": "\n".join(str(each.pk) for each in articles), "first": editor.pk, "second": manager.pk}
    assert client.post("/readings/", given)["Location"] == "/readings/"
    assert set(DoubleReading.objects.values_list("article", flat=True)) == {each.pk for each in articles}
    again = client.post("/readings/", given, follow=True)
    told = [each.level_tag for each in again.context["messages"]]
    assert (told, DoubleReading.objects.count()) == (["success", "success", "warning", "warning"], 2)


@pytest.mark.parametrize("wrong", [{"articles": "999999"}, {"articles": "x"}, {"second": "first"}])
def test_what_cannot_be_asked_is_told(client: Client, manager: User, editor: User, wrong: dict[str, str]) -> None:
    client.force_login(manager)
    given = {"articles": str(ArticleFactory().pk), "first": editor.pk, "second": manager.pk}
    given |= {name: editor.pk if value == "first" else value for name, value in wrong.items()}
    assert list(client.post("/readings/", given).context["form"].errors) == list(wrong)
    assert DoubleReading.objects.count() == 0


def test_editors_see_their_readings_and_ask_for_none(client: Client, double: DoubleReading, editor: User) -> None:
    client.force_login(editor)
    page = client.get("/readings/")
    assert ([each.reader for each in page.context["mine"]], "form" in page.context) == ([editor], False)
    client.post("/readings/", {"articles": str(ArticleFactory().pk), "first": editor.pk, "second": editor.pk})
    assert DoubleReading.objects.count() == 1


def test_a_reader_marks_and_unmarks(client: Client, double: DoubleReading, editor: User) -> None:
    client.force_login(editor)
    reading = mine(double, editor)
    address = f"/readings/{reading.pk}/"
    assert client.post(f"{address}mark/", {"words": "Ankara", "label": "GPE"})["Location"] == address
    assert client.post(f"{address}mark/", {"words": "Paris", "label": "GPE"}).context["mark_form"].errors
    mark = reading.mentions.get()
    assert f'<mark id="m-{mark.pk}" class="GPE"' in client.get(address).text
    assert client.post(f"/readings/marks/{mark.pk}/drop/")["Location"] == address
    assert reading.mentions.count() == 0


def test_a_reader_notes_meetings_and_finishes(client: Client, double: DoubleReading, editor: User) -> None:
    client.force_login(editor)
    reading = mine(double, editor)
    names = "\n".join(ActorFactory().name for _each in range(2))
    given = {"participants": names, "kind": "in_person", "status": "held", "words": "a rencontré"}
    client.post(f"/readings/{reading.pk}/meetings/add/", given)
    meeting = reading.meetings.get()
    assert meeting.participants.count() == 2
    client.post(f"/readings/meetings/{meeting.pk}/drop/")
    assert reading.meetings.count() == 0
    client.post(f"/readings/{reading.pk}/finish/")
    late = client.post(f"/readings/{reading.pk}/mark/", {"words": "Ankara", "label": "GPE"}, follow=True)
    assert ([each.level_tag for each in late.context["messages"]][-1], reading.mentions.count()) == ("warning", 0)


def test_nobody_looks_into_the_reading_of_another(client: Client, double: DoubleReading, editor: User) -> None:
    """Not even a manager, and nothing of it shows on the page of the article."""
    theirs = mine(double, editor)
    mark_words(theirs, by=editor, start=0, end=14, label="PER")
    client.force_login(User.objects.get(username="manager"))
    addresses = [f"/readings/{theirs.pk}/", f"/readings/{theirs.pk}/mark/", f"/readings/{theirs.pk}/finish/"]
    answers = [client.get(addresses[0]), *(client.post(each, {"words": "a", "label": "PER"}) for each in addresses[1:])]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert "<mark" not in client.get(f"/articles/{double.article_id}/annotate/").text


def test_readings_are_compared_once_both_are_finished(client: Client, double: DoubleReading, editor: User) -> None:
    manager = User.objects.get(username="manager")
    client.force_login(manager)
    address = f"/readings/double/{double.pk}/"
    assert client.get(address)["Location"] == "/readings/"
    for user in (editor, manager):
        finish_reading(mine(double, user), by=user)
    assert client.get(address).status_code == 200
    client.force_login(editor)
    assert client.get(address).status_code == 403


def test_adjudication_wants_a_word_on_each_difference(client: Client, double: DoubleReading, editor: User) -> None:
    manager = User.objects.get(username="manager")
    article = Article.objects.get(pk=double.article_id)
    MentionFactory(article=article, text="rencontré", label="ROLE")
    mark_words(mine(double, editor), by=editor, start=0, end=14, label="PER")
    for user in (editor, manager):
        finish_reading(mine(double, user), by=user)
    client.force_login(manager)
    address = f"/readings/double/{double.pk}/"
    page = client.post(address)
    assert ([str(each) for each in page.context["messages"]], article.mentions.live().count()) == (
        ["1 différence est encore ouverte."], 1,
    )  # fmt: skip
    assert client.post(address, {"0-14": "first"})["Location"] == address
    assert list(article.mentions.live().values_list("text", "label")) == [("Antony Blinken", "PER")]
    assert "Antony Blinken" in client.get(address).text


def test_a_manager_withdraws_an_open_double_reading(client: Client, double: DoubleReading, manager: User) -> None:
    client.force_login(manager)
    client.post(f"/readings/double/{double.pk}/withdraw/")
    assert DoubleReading.objects.count() == 0


@pytest.fixture
def with_statements(editor: User, manager: User) -> DoubleReading:
    article = ArticleFactory(text="« Oui », a dit Anna Roy. « Oui », a dit Karim Benali.")
    return ask_double_reading(article, by=manager, readers=(editor, manager), with_statements=True)


def test_statements_are_read_where_they_are_asked_for(client: Client, manager: User, editor: User) -> None:
    client.force_login(manager)
    given = {"articles": str(ArticleFactory().pk), "first": editor.pk, "second": manager.pk}
    client.post("/readings/", given)
    client.post("/readings/", {**given, "articles": str(ArticleFactory().pk), "with_statements": "on"})
    assert sorted(DoubleReading.objects.values_list("with_statements", flat=True)) == [False, True]
    without = mine(DoubleReading.objects.get(with_statements=False), manager)
    assert "statement-adding" not in client.get(f"/readings/{without.pk}/").text
    sent = client.post(f"/readings/{without.pk}/statements/add/", {"quote": "Ankara"})
    assert (sent.status_code, without.statements.count()) == (404, 0)


def test_a_reader_notes_statements(client: Client, with_statements: DoubleReading, editor: User) -> None:
    client.force_login(editor)
    reading = mine(with_statements, editor)
    anna = ActorFactory(name="Anna Roy")
    address = f"/readings/{reading.pk}/"
    # The second « Oui » was pointed to.
    given = {"speaker": "Anna Roy", "quote": "Oui", "cue": "a dit", "direct": "on", "proof": "quote:27-30"}
    assert client.post(f"{address}statements/add/", given)["Location"] == address
    kept = reading.statements.get()
    assert (kept.speaker, kept.quote_start, kept.cue_start, kept.direct) == (anna, 27, 9, True)
    refused = client.post(f"{address}statements/add/", {"quote": "Non"})
    assert list(refused.context["statement_form"].errors) == ["quote"]
    assert client.post(f"/readings/statements/{kept.pk}/drop/")["Location"] == address
    assert reading.statements.count() == 0


def test_nobody_touches_the_statements_of_another(
    client: Client, with_statements: DoubleReading, editor: User, manager: User
) -> None:
    client.force_login(editor)
    reading = mine(with_statements, editor)
    client.post(f"/readings/{reading.pk}/statements/add/", {"quote": "Oui"})
    client.force_login(manager)
    kept = reading.statements.get()
    answers = [
        client.post(f"/readings/{reading.pk}/statements/add/", {"quote": "Oui"}),
        client.post(f"/readings/statements/{kept.pk}/drop/"),
    ]
    assert ([each.status_code for each in answers], reading.statements.count()) == ([404, 403], 1)


def test_statements_are_adjudicated_side_by_side(
    client: Client, with_statements: DoubleReading, editor: User, manager: User
) -> None:
    """What was chosen already is still chosen where another difference was left open."""
    for user, words in ((editor, "Oui"), (manager, "Anna Roy")):
        client.force_login(user)
        client.post(f"/readings/{mine(with_statements, user).pk}/statements/add/", {"quote": words})
        finish_reading(mine(with_statements, user), by=user)
    address = f"/readings/double/{with_statements.pk}/"
    shown = client.get(address)
    first, second = (pair.key for pair in shown.context["found"].statements)
    assert shown.context["statements"].found.f1 == 0
    again = client.post(address, {first: "first"})
    assert [str(each) for each in again.context["messages"]] == ["1 différence est encore ouverte."]
    assert f'name="{first}" value="first" checked' in again.text
    assert client.post(address, {first: "first", second: "neither"})["Location"] == address
    kept = with_statements.article.statements.live().get()
    assert (kept.quote_start, kept.status) == (2, "added")
    assert "Anna Roy" in client.get(address).text


@pytest.fixture
def linked(editor: User, manager: User) -> DoubleReading:
    return ask_double_reading(ArticleFactory(), by=manager, readers=(editor, manager), with_links=True)


def test_a_reader_says_whom_a_mark_means(client: Client, linked: DoubleReading, editor: User) -> None:
    reading = mine(linked, editor)
    mark = mark_words(reading, by=editor, start=0, end=14, label="PER")
    actor = ActorFactory(name="Antony Blinken")
    client.force_login(editor)
    assert 'name="actor"' in client.get(f"/readings/{reading.pk}/?link={mark.pk}").text
    address = f"/readings/marks/{mark.pk}/link/"
    assert client.post(address, {"actor": "antony blinken"})["Location"] == f"/readings/{reading.pk}/#m-{mark.pk}"
    mark.refresh_from_db()
    assert mark.actor == actor
    assert "→ Antony Blinken" in client.get(f"/readings/{reading.pk}/").text
    for name in ("Personne Ainsi", ActorFactory(name="OTAN", kind="organisation").name):
        assert client.post(address, {"actor": name}).context["link_form"].errors["actor"]
    assert client.post(address, {"actor": ""}).status_code == 302
    mark.refresh_from_db()
    assert mark.actor is None


def test_links_of_another_and_links_nobody_asked_for_cannot_be_set(
    client: Client, linked: DoubleReading, double: DoubleReading, editor: User
) -> None:
    manager = User.objects.get(username="manager")
    theirs = mark_words(mine(linked, manager), by=manager, start=0, end=14, label="PER")
    unasked = mark_words(mine(double, editor), by=editor, start=0, end=14, label="PER")
    client.force_login(editor)
    for mark in (theirs, unasked):
        assert client.post(f"/readings/marks/{mark.pk}/link/", {"actor": ""}).status_code == 404
    assert "?link=" not in client.get(f"/readings/{unasked.reading_id}/").text


def test_adjudicator_sees_both_links_and_takes_one(client: Client, linked: DoubleReading, editor: User) -> None:
    manager = User.objects.get(username="manager")
    actors = [ActorFactory(name="Antony Blinken"), ActorFactory(name="Ella Blinken")]
    for user, actor in zip((editor, manager), actors, strict=True):
        mark_words(mine(linked, user), by=user, start=0, end=14, label="PER", actor=actor)
        finish_reading(mine(linked, user), by=user)
    client.force_login(manager)
    address = f"/readings/double/{linked.pk}/"
    page = client.get(address)
    (pair,) = page.context["found"].links
    assert all(f'href="/actors/{actor.slug}/"' in page.text for actor in actors)
    assert client.post(address, {pair.key: "second"})["Location"] == address
    assert linked.article.mentions.live().get().actor == actors[1]
    assert "Lien" in client.get(address).text
    overall = client.get("/readings/").context["links"]
    assert [(row.label, row.found.same) for row in overall] == [(None, 0), ("PER", 0)]
