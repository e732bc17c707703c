"""Posts that people add or correct; each is shown by words of an article."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User

from articles.actions.acting import acts
from articles.actions.annotations import accept_row
from articles.actions.locks import lock_article
from articles.actions.renaming import locked_actor
from articles.enums import ActionVerb, AnnotationStatus
from articles.exceptions import DoublePost, StaleActor
from articles.models import Actor, Mention, Post, PostEvidence
from articles.nlp.components.linking.offices import office_key


@dataclass(frozen=True, slots=True)
class PostFields:
    """What an editor says of a post."""

    title: str
    country: str = ""
    since: date | None = None
    until: date | None = None

    @classmethod
    def of(cls, post: Post) -> "PostFields":
        return cls(post.title, post.country, post.since, post.until)


@acts(ActionVerb.ADD_POST)
def add_post(actor: Actor, *, by: User, fields: PostFields, evidence: Mention) -> Post:
    """Say that the actor held an office, and which words show it; the words are accepted with it."""
    current = locked_actor(actor, by=by)
    post = Post(actor=current)
    write(post, fields)
    PostEvidence.objects.create(post=post, mention=accepted(evidence, by=by))
    return post


@acts(ActionVerb.CHANGE_POST)
def change_post(post: Post, *, by: User, fields: PostFields, seen: PostFields, evidence: Mention | None = None) -> Post:
    """Correct a post that stands as the editor saw it, and add words that show it."""
    current = locked_post(post, by=by, seen=seen)
    write(current, fields)
    if evidence is not None:
        PostEvidence.objects.get_or_create(post=current, mention=accepted(evidence, by=by))
    return current


@acts(ActionVerb.REMOVE_POST)
def remove_post(post: Post, *, by: User, seen: PostFields) -> None:
    """The actor never held it, or held it under another name; what it was told with stays without a post."""
    locked_post(post, by=by, seen=seen).delete()


def locked_post(post: Post, *, by: User, seen: PostFields) -> Post:
    actor = locked_actor(post.actor, by=by)
    current = Post.objects.select_for_update(of=("self",)).filter(pk=post.pk, actor=actor).first()
    if current is None or PostFields.of(current) != seen:
        raise StaleActor(actor)
    return current


def write(post: Post, fields: PostFields) -> None:
    post.title, post.key, post.country = fields.title, office_key(fields.title)[:300], fields.country
    post.since, post.until = fields.since, fields.until
    others = Post.objects.filter(actor=post.actor, key=post.key, country=post.country).exclude(pk=post.pk)
    if others.exists():
        raise DoublePost
    post.save()


def accepted(mention: Mention, *, by: User) -> Mention:
    """Words that prove something are right: no run takes them away."""
    lock_article(mention.article_id)
    current = Mention.objects.select_for_update(of=("self",)).get(pk=mention.pk)
    return accept_row(current, by=by) if current.status == AnnotationStatus.PROPOSED else current
