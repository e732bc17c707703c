import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Statement
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, StatementFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TEXT = "« Nous partons », a dit Anna Lind à Karim Benali. « Nous partons », a répété Olga Roy."


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def spans(statement: Statement) -> tuple[str, str]:
    text = statement.article.text
    cue = "" if statement.cue_start is None else text[statement.cue_start : statement.cue_end]
    return text[statement.quote_start : statement.quote_end], cue


def test_statement_is_corrected_in_quote_cue_speaker_and_addressee(desk: Client) -> None:
    article = ArticleFactory(text=TEXT)
    statement = StatementFactory(article=article, quote="partons", speaker=ActorFactory(name="Olga Roy"))
    anna, karim = ActorFactory(name="Anna Lind"), ActorFactory(name="Karim Benali")
    mention = MentionFactory(article=article, text="Anna Lind", actor=anna)
    data = {
        "version": 1, "speaker": "anna lind", "addressee": "Karim Benali", "quote": "« Nous partons »",
        "cue": "a dit", "addressed": "à Karim Benali", "direct": "on",
    }  # fmt: skip
    response = desk.post(f"/statements/{statement.pk}/change/", data, headers=HTMX)
    statement.refresh_from_db()
    assert "row:saved" in response.headers["HX-Trigger-After-Settle"]
    assert spans(statement) == ("« Nous partons »", "a dit")
    assert (statement.speaker, statement.speaker_mention, statement.addressee) == (anna, mention, karim)
    assert (statement.status, statement.version, statement.direct) == ("changed", 2, True)


def test_words_pointed_to_tell_which_of_two_is_meant(desk: Client) -> None:
    article = ArticleFactory(text=TEXT)
    second = TEXT.rindex("« Nous")
    data = {"quote": "« Nous partons »", "direct": "on", "proof": f"quote:{second}-{second + 16}"}
    desk.post(f"/articles/{article.pk}/statements/add/", data, headers=HTMX)
    statement = article.statements.get()
    assert (statement.quote_start, statement.quote_end, statement.status) == (second, second + 16, "added")


@pytest.mark.parametrize("changes", [{"quote": "jamais dit"}, {"speaker": "Personne Connue"}, {"quote": ""}])
def test_what_the_text_or_the_desk_does_not_know_is_told(desk: Client, changes: dict[str, str]) -> None:
    statement = StatementFactory(article=ArticleFactory(text=TEXT), quote="partons")
    data = {"version": 1, "quote": "partons", **changes}
    response = desk.post(f"/statements/{statement.pk}/change/", data, headers=HTMX)
    assert (response.status_code, "errorlist" in response.content.decode()) == (200, True)
    statement.refresh_from_db()
    assert statement.version == 1


def test_stale_correction_is_a_conflict_with_a_choice(desk: Client) -> None:
    statement = StatementFactory(article=ArticleFactory(text=TEXT), quote="partons")
    desk.post(f"/statements/{statement.pk}/accept/", {"version": 1}, headers=HTMX)
    data = {"version": 1, "quote": "Nous partons"}
    response = desk.post(f"/statements/{statement.pk}/change/", data, headers=HTMX)
    html = response.content.decode()
    assert (response.status_code, 'name="version" value="2"' in html) == (409, True)
    assert 'name="quote" value="Nous partons"' in html


def test_new_statement_is_prefilled_with_the_words_and_the_speaker_beside_them(desk: Client) -> None:
    article = ArticleFactory(text=TEXT)
    MentionFactory(article=article, text="Anna Lind", actor=ActorFactory(name="Anna Lind"))
    html = desk.get(f"/articles/{article.pk}/statements/draft/", {"start": 0, "end": 16}, headers=HTMX).content.decode()
    assert "« Nous partons »</textarea>" in html
    assert 'value="Anna Lind"' in html
    assert 'name="proof" value="quote:0-16"' in html


def test_form_opens_without_javascript_too(desk: Client) -> None:
    statement = StatementFactory(article=ArticleFactory(text=TEXT), quote="partons")
    html = desk.get(f"/statements/{statement.pk}/edit/").content.decode()
    assert "<html" in html
    assert f'action="/statements/{statement.pk}/change/"' in html


def test_form_shows_names_and_identifiers_only_where_a_name_is_shared(desk: Client) -> None:
    speaker, addressee = ActorFactory(name="Ministère des Ponts"), ActorFactory(name="Karim Benali")
    ActorFactory(name="Karim Benali", slug="karim-benali-2")
    statement = StatementFactory(
        article=ArticleFactory(text=TEXT), quote="partons", speaker=speaker, addressee=addressee
    )
    html = desk.get(f"/statements/{statement.pk}/edit/").content.decode()
    assert 'value="Ministère des Ponts"' in html
    assert f'value="{addressee.slug}"' in html
