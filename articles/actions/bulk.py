"""Decisions on many proposals of an article by one click."""

from django.contrib.auth.models import User

from articles.actions.accepting import accept_rows
from articles.actions.acting import acts, current_action
from articles.actions.locks import lock_article
from articles.actions.review import note_decision
from articles.enums import ActionVerb
from articles.exceptions import StaleList
from articles.models import Article
from articles.permissions import require_editor
from articles.queries.sureness import Acceptance, fingerprint, sure_mentions


@acts(ActionVerb.ACCEPT_SURE)
def accept_sure(article: Article, *, by: User, at: int, label: str = "", seen: str) -> Acceptance:
    """Accept the mentions that are right in at least `at` of a hundred cases: exactly those listed, or none."""
    require_editor(by)
    lock_article(article.pk)
    rows = list(sure_mentions(article.pk, at=at, label=label).select_for_update(of=("self",)))
    if fingerprint((row.pk, row.version) for row in rows) != seen:
        raise StaleList(len(rows))
    if rows:
        accept_rows(rows, by=by)
        note_decision(article.pk, by=by)
    return Acceptance(current_action().key, len(rows))
