"""One decision for many mentions of the same words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from django.contrib.auth.models import User
from django.utils import timezone

from articles.actions.acting import acts
from articles.actions.annotations import accepted_status, changed_status
from articles.actions.decisions import record_decisions, snapshots
from articles.actions.linking import learn_name
from articles.actions.locks import lock_articles
from articles.actions.mentions import drop_what_no_longer_fits, refuse_overlap, refuse_unfit_actor
from articles.actions.merging import held
from articles.actions.review import note_decision
from articles.enums import ActionVerb, AnnotationStatus, DecisionVerb, MentionLabel, ToApply
from articles.exceptions import StaleList
from articles.models import Mention
from articles.permissions import require_editor
from articles.queries.alike import Wish

VERBS = {
    ToApply.ACCEPT: DecisionVerb.ACCEPT,
    ToApply.REJECT: DecisionVerb.REJECT,
    ToApply.RELABEL: DecisionVerb.CHANGE,
    ToApply.LINK: DecisionVerb.CHANGE,
}


@acts(ActionVerb.APPLY)
def apply_to_all(seen: Mapping[int, int], *, by: User, wish: Wish) -> int:
    """Do what is wished with exactly these mentions, each in the version seen, or with none; gives back how many."""
    require_editor(by)
    wish = replace(wish, actor=held(wish.actor)) if wish.actor else wish
    articles = set(Mention.objects.filter(pk__in=seen).values_list("article_id", flat=True))
    lock_articles(articles)
    found = Mention.objects.select_for_update(of=("self",)).filter(pk__in=seen).select_related("actor")
    rows = list(found.order_by("article", "start"))
    if {row.pk: row.version for row in rows} != dict(seen):
        raise StaleList(len(rows))
    write(rows, wish, by=by)
    for article in sorted(articles):
        note_decision(article, by=by)
    return len(rows)


def write(rows: Sequence[Mention], wish: Wish, *, by: User) -> None:
    """Each row in its new state, with its decision."""
    before, now = snapshots(rows), timezone.now()
    for row in rows:
        was_rejected = not row.is_live
        CHANGES[wish.what](row, wish)
        if was_rejected and row.is_live:
            refuse_overlap(row)
        row.decided_by, row.decided_at, row.version = by, now, row.version + 1
        row.save()
    record_decisions(rows, verb=VERBS[wish.what], by=by, before=before)


def accept(row: Mention, _wish: Wish) -> None:
    settled = (AnnotationStatus.ADDED, AnnotationStatus.CHANGED)
    row.status = AnnotationStatus(row.status) if row.status in settled else accepted_status(row)


def reject(row: Mention, _wish: Wish) -> None:
    row.status = AnnotationStatus.REJECTED


def relabel(row: Mention, wish: Wish) -> None:
    row.label, row.status = wish.label, changed_status(row)
    drop_what_no_longer_fits(row)


def link(row: Mention, wish: Wish) -> None:
    refuse_unfit_actor(row, wish.actor)
    row.actor, row.status = wish.actor, changed_status(row)
    if wish.actor is not None and row.label == MentionLabel.PER:
        learn_name(wish.actor, row.text)


CHANGES: dict[ToApply, Callable[[Mention, Wish], None]] = {
    ToApply.ACCEPT: accept,
    ToApply.REJECT: reject,
    ToApply.RELABEL: relabel,
    ToApply.LINK: link,
}
