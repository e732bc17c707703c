"""The notes on an article, for editors."""

from collections.abc import Iterable

from django.db.models import Prefetch

from articles.models import Article, Note, NoteReply
from articles.queries.evidence import EvidenceSpan
from articles.queries.rows import has_rows


def notes_on(article: Article) -> list[Note]:
    """Open ones first, then as in the text."""
    if not has_rows(Note, article.pk):
        return []
    replies = Prefetch("replies", NoteReply.objects.select_related("by"))
    notes = list(article.notes.select_related("by", "resolved_by").prefetch_related(replies))
    for note in notes:
        note.article = article
    return sorted(notes, key=lambda note: (note.resolved_at is not None, note.start, note.pk))


def note_spans(notes: Iterable[Note]) -> list[EvidenceSpan]:
    """Where open notes are drawn in the text."""
    return [EvidenceSpan(note.start, note.end, f"n-{note.pk}") for note in notes if note.resolved_at is None]
