"""Notes on words of an article: write, answer, resolve."""

from django.contrib.auth.models import User
from django.utils import timezone

from articles.actions.acting import acts
from articles.actions.locks import lock_article
from articles.enums import ActionVerb
from articles.exceptions import InvalidSpan
from articles.models import Article, Note, NoteReply
from articles.permissions import require_editor


@acts(ActionVerb.NOTE)
def add_note(article: Article, *, by: User, start: int, end: int, body: str) -> Note:
    """Remark something on the words from `start` to `end`."""
    require_editor(by)
    if not 0 <= start < end <= len(article.text):
        raise InvalidSpan
    lock_article(article.pk)
    return Note.objects.create(article=article, start=start, end=end, body=body, by=by)


@acts(ActionVerb.REPLY)
def reply_to_note(note: Note, *, by: User, body: str) -> NoteReply:
    """Answer; a note that was resolved is open again, for somebody has more to say."""
    current = locked_note(note, by=by)
    set_resolved(current, by=None)
    return NoteReply.objects.create(note=current, body=body, by=by)


@acts(ActionVerb.RESOLVE_NOTE)
def resolve_note(note: Note, *, by: User) -> Note:
    """Nothing is left to do; who said so first is kept."""
    current = locked_note(note, by=by)
    return set_resolved(current, by=by) if current.resolved_at is None else current


@acts(ActionVerb.REOPEN_NOTE)
def reopen_note(note: Note, *, by: User) -> Note:
    current = locked_note(note, by=by)
    return set_resolved(current, by=None) if current.resolved_at is not None else current


def locked_note(note: Note, *, by: User) -> Note:
    require_editor(by)
    lock_article(note.article_id)
    return Note.objects.select_for_update().get(pk=note.pk)


def set_resolved(note: Note, *, by: User | None) -> Note:
    note.resolved_by, note.resolved_at = by, timezone.now() if by else None
    note.save(update_fields=["resolved_by", "resolved_at", "changed_at"])
    return note
