import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.actions.notes import add_note, reopen_note, reply_to_note, resolve_note
from articles.actions.undoing import undo_action
from articles.exceptions import ArticlesError, InvalidSpan
from articles.models import Action, Note, NoteReply
from articles.queries.notes import note_spans, notes_on
from tests.factories import ArticleFactory


def note(editor: User) -> Note:
    article = ArticleFactory(text="Antony Blinken à Ankara 🇹🇷.")
    return add_note(article, by=editor, start=17, end=26, body="Which day?")


def test_a_note_keeps_to_its_words(editor: User) -> None:
    assert note(editor).words == "Ankara 🇹🇷"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (0, 99)])
def test_a_note_needs_words_of_the_text(editor: User, start: int, end: int) -> None:
    with pytest.raises(InvalidSpan):
        add_note(ArticleFactory(), by=editor, start=start, end=end, body="Which day?")


def test_readers_write_no_notes(reader: User) -> None:
    with pytest.raises(PermissionDenied):
        add_note(ArticleFactory(), by=reader, start=0, end=6, body="Which day?")


def test_a_note_is_resolved_once_and_a_reply_opens_it_again(editor: User, manager: User) -> None:
    kept = note(editor)
    states = [resolve_note(kept, by=manager), resolve_note(kept, by=editor)]
    assert [state.resolved_by for state in states] == [manager, manager]
    reply_to_note(kept, by=editor, body="Monday.")
    (shown,) = notes_on(kept.article)
    assert (shown.resolved_at, [(each.by, each.body) for each in shown.replies.all()]) == (None, [(editor, "Monday.")])


def test_resolved_notes_come_last_and_leave_the_text(editor: User) -> None:
    first = note(editor)
    second = add_note(first.article, by=editor, start=18, end=20, body="Another.")
    resolve_note(first, by=editor)
    shown = notes_on(first.article)
    assert (shown, [span.name for span in note_spans(shown)]) == ([second, first], [f"n-{second.pk}"])
    assert len(note_spans([reopen_note(first, by=editor)])) == 1


def test_notes_can_be_undone_unless_somebody_answered(editor: User, manager: User) -> None:
    kept = note(editor)
    written = Action.objects.get()
    reply_to_note(kept, by=manager, body="Monday.")
    with pytest.raises(ArticlesError):
        undo_action(written, by=editor)
    undo_action(Action.objects.newest_first()[0], by=manager)
    undo_action(written, by=editor)
    assert (Note.objects.count(), NoteReply.objects.count()) == (0, 0)
