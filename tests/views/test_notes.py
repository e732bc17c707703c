import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, Note
from tests.factories import ArticleFactory, MentionFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def article() -> Article:
    return ArticleFactory(text="Antony Blinken à Ankara, à Ankara encore.")


def add(desk: Client, article: Article, **given: object) -> Note:
    desk.post(f"/articles/{article.pk}/notes/add/", {"words": "Ankara", "body": "Which <b>day</b>?", **given})
    return Note.objects.latest("pk")


def test_a_note_is_added_by_typing_its_words(desk: Client, article: Article) -> None:
    note = add(desk, article, occurrence=2)
    assert (note.words, note.start) == ("Ankara", 27)


def test_a_note_is_added_from_the_mention_in_hand(desk: Client, article: Article) -> None:
    mention = MentionFactory(article=article)
    panel = desk.get(f"/articles/{article.pk}/annotate/?mention={mention.pk}", headers=HTMX).text
    assert f"/articles/{article.pk}/notes/draft/0/14/" in panel
    draft = desk.get(f"/articles/{article.pk}/notes/draft/0/14/", headers=HTMX).text
    assert '<input type="hidden" name="end" id="id_end" value="14">' in draft
    answer = desk.post(f"/articles/{article.pk}/notes/add/", {"start": 0, "end": 14, "body": "Who?"}, headers=HTMX)
    note = Note.objects.get()
    assert f'data-evidence="n-{note.pk}"' in answer.text


def test_words_that_are_not_there_are_refused(desk: Client, article: Article) -> None:
    answer = desk.post(f"/articles/{article.pk}/notes/add/", {"words": "Paris", "body": "Why?"})
    assert (answer.status_code, Note.objects.count()) == (200, 0)
    assert answer.context["note_form"].non_field_errors()


def test_notes_are_shown_to_editors_and_to_nobody_else(desk: Client, article: Article, reader: User) -> None:
    note = add(desk, article)
    for address in (f"/articles/{article.pk}/annotate/", f"/articles/{article.pk}/"):
        page = desk.get(address).text
        assert ("Which &lt;b&gt;day&lt;/b&gt;?" in page, f'data-evidence="n-{note.pk}"' in page) == (True, True)
    desk.force_login(reader)
    page = desk.get(f"/articles/{article.pk}/").text
    assert ("Which" in page, f'"n-{note.pk}"' in page) == (False, False)


def test_reply_resolve_and_open_again(desk: Client, article: Article) -> None:
    note = add(desk, article)
    back = f"/articles/{article.pk}/annotate/#note-{note.pk}"
    assert desk.post(f"/notes/{note.pk}/reply/", {"body": "Monday."})["Location"] == back
    assert desk.post(f"/notes/{note.pk}/resolve/")["Location"] == back
    note.refresh_from_db()
    assert (note.resolved_by.username, [each.body for each in note.replies.all()]) == ("editor", ["Monday."])
    reading = desk.post(f"/notes/{note.pk}/reopen/", {"page": "reading"})
    assert reading["Location"] == f"/articles/{article.pk}/#note-{note.pk}"
    note.refresh_from_db()
    assert note.resolved_by is None


def test_an_empty_reply_says_what_is_missing(desk: Client, article: Article) -> None:
    note = add(desk, article)
    answer = desk.post(f"/notes/{note.pk}/reply/", {"body": " "}, headers=HTMX)
    assert (answer.context["replying"], note.replies.count()) == (note, 0)


@pytest.mark.parametrize("verb", ["reply", "resolve", "reopen"])
def test_notes_are_for_editors(desk: Client, article: Article, reader: User, verb: str) -> None:
    note = add(desk, article)
    desk.force_login(reader)
    assert desk.post(f"/notes/{note.pk}/{verb}/", {"body": "No."}).status_code == 403
    assert desk.get(f"/notes/{note.pk}/{verb}/").status_code == 405
