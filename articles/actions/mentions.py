"""Decisions on mentions. Each keeps the row's state before and after, and refuses a stale version."""

from typing import TypedDict, Unpack

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from articles.actions.acting import acts
from articles.actions.annotations import (
    accept_row,
    changed_status,
    earlier_state,
    locked,
    reject_row,
    save_and_log,
    save_decided,
    take_back,
)
from articles.actions.decisions import State, snapshot
from articles.actions.locks import lock_article
from articles.enums import ActionVerb, ActorKind, AnnotationStatus, DecisionVerb, MentionLabel
from articles.exceptions import InvalidSpan, OverlappingMention, UnfitActor
from articles.models import Actor, Article, Mention, Place
from articles.permissions import require_editor

PERSON = "person"
LONGEST = 1000
FIGURATIVE_LABELS = (MentionLabel.GPE, MentionLabel.LOC, MentionLabel.ORG)
PLACE_LABELS = (MentionLabel.GPE, MentionLabel.LOC)
#: What kinds of actor a label may stand for; a link that no longer fits is dropped with the old label.
ACTOR_KINDS: dict[str, tuple[ActorKind, ...]] = {
    MentionLabel.PER: (ActorKind.PERSON,),
    MentionLabel.ROLE: (ActorKind.PERSON,),
    MentionLabel.ORG: (ActorKind.ORGANISATION, ActorKind.STATE),
    MentionLabel.GPE: (ActorKind.STATE, ActorKind.ORGANISATION),
    MentionLabel.LOC: (ActorKind.STATE, ActorKind.ORGANISATION),
}


class MentionLinks(TypedDict, total=False):
    """What a mention stands for."""

    actor: Actor | None
    place: Place | None
    value: str
    country: str
    figurative: bool


class MentionChanges(MentionLinks, total=False):
    """The fields an editor may change; absent ones stay as they are."""

    label: str
    start: int
    end: int


@acts(ActionVerb.ACCEPT)
def accept_mention(mention: Mention, *, by: User, version: int) -> Mention:
    """Accept a proposal as it stands; a rejected mention comes back if its words are still free."""
    current = locked(mention, by=by, version=version)
    if not current.is_live:
        refuse_overlap(current)
    return accept_row(current, by=by)


@acts(ActionVerb.REJECT)
def reject_mention(mention: Mention, *, by: User, version: int) -> Mention:
    return reject_row(locked(mention, by=by, version=version), by=by)


@acts(ActionVerb.CHANGE)
def change_mention(mention: Mention, *, by: User, version: int, **changes: Unpack[MentionChanges]) -> Mention:
    """Change label, boundaries, link or value; what no longer fits the new label is dropped."""
    current = locked(mention, by=by, version=version)
    before = snapshot(current)
    for name, value in changes.items():
        setattr(current, name, value)
    current.text = words(current.article.text, current.start, current.end)
    drop_what_no_longer_fits(current)
    status = changed_status(current)
    return save_spanned(current, verb=DecisionVerb.CHANGE, status=status, by=by, before=before)


@acts(ActionVerb.ADD)
def add_mention(
    article: Article, *, by: User, start: int, end: int, label: str, **links: Unpack[MentionLinks]
) -> Mention:
    """Mark words that the machine missed."""
    require_editor(by)
    text = words(article.text, start, end)
    mention = Mention(article=article, start=start, end=end, text=text, label=label, origin=PERSON, **links)
    drop_what_no_longer_fits(mention)
    return save_spanned(mention, verb=DecisionVerb.ADD, status=AnnotationStatus.ADDED, by=by, before=None)


@acts(ActionVerb.RESTORE)
def restore_mention(mention: Mention, *, by: User, version: int) -> Mention:
    """Take back the last decision; done twice, it takes back the taking back."""
    current = locked(mention, by=by, version=version)
    before = snapshot(current)
    take_back(current, earlier_state(current))
    if current.is_live:
        refuse_overlap(current)
    return save_and_log(current, verb=DecisionVerb.RESTORE, by=by, before=before)


def words(text: str, start: int, end: int) -> str:
    """The words of a span; refused when it is no span of the text."""
    span = text[start:end] if 0 <= start < end <= len(text) else ""
    if not span.strip() or span != span.strip() or len(span) > LONGEST:
        raise InvalidSpan
    return span


def refuse_unfit_actor(mention: Mention, actor: Actor | None) -> None:
    """Nobody may be told that a link was saved which the label does not allow."""
    if actor is not None and actor.kind not in ACTOR_KINDS.get(MentionLabel(mention.label), ()):
        raise UnfitActor


def drop_what_no_longer_fits(mention: Mention) -> None:
    label = MentionLabel(mention.label)
    if mention.actor is not None and mention.actor.kind not in ACTOR_KINDS.get(label, ()):
        mention.actor = None
    if label not in PLACE_LABELS:
        mention.place = None
    if label != MentionLabel.DATE:
        mention.value = ""
    if label != MentionLabel.ROLE:
        mention.country = ""
    mention.figurative = mention.figurative and label in FIGURATIVE_LABELS


def save_spanned(
    mention: Mention, *, verb: DecisionVerb, status: AnnotationStatus, by: User, before: State | None
) -> Mention:
    """Save a mention whose words may have changed; they must be free.

    The article is locked while we look, so that two editors cannot mark the same words at once; a
    machine run may still get there first, and then the database refuses.
    """
    mention.status = status
    refuse_overlap(mention)
    try:
        with transaction.atomic():
            return save_decided(mention, verb=verb, status=status, by=by, before=before)
    except IntegrityError as error:
        if "mention_spans_do_not_overlap" not in str(error):
            raise
        refuse_overlap(mention)
        raise


def refuse_overlap(mention: Mention) -> None:
    lock_article(mention.article_id)
    others = Mention.objects.live().filter(article_id=mention.article_id).exclude(pk=mention.pk)
    other = others.filter(start__lt=mention.end, end__gt=mention.start).first()
    if other is not None:
        raise OverlappingMention(other)
