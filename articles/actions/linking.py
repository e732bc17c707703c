"""Whom a mention stands for: link it to an actor, or make the actor it names."""

from django.contrib.auth.models import User

from articles.actions.acting import acts
from articles.actions.locks import lock_identities
from articles.actions.mentions import change_mention, refuse_unfit_actor
from articles.actions.merging import held
from articles.actions.slugs import free_slug, slug_of
from articles.enums import ActionVerb, ActorKind, MentionLabel
from articles.models import Actor, ActorName, Mention, Place
from articles.models.actor import LONGEST_NAME
from articles.permissions import require_editor

#: What kind of actor a label names when the editor does not say.
KIND_OF_LABEL = {
    MentionLabel.PER: ActorKind.PERSON,
    MentionLabel.ROLE: ActorKind.PERSON,
    MentionLabel.ORG: ActorKind.ORGANISATION,
    MentionLabel.GPE: ActorKind.STATE,
    MentionLabel.LOC: ActorKind.ORGANISATION,
}


@acts(ActionVerb.LINK)
def link_mention(
    mention: Mention, *, by: User, version: int, actor: Actor | None, place: Place | None = None
) -> Mention:
    """Say whom the mention stands for, or that it stands for nobody; a person keeps the form as one of the names.

    An actor that was merged into another stands for that other.
    """
    actor = held(actor) if actor else None
    refuse_unfit_actor(mention, actor)
    linked = change_mention(mention, by=by, version=version, actor=actor, place=place)
    if linked.actor is not None and linked.label == MentionLabel.PER:
        learn_name(linked.actor, linked.text)
    return linked


@acts(ActionVerb.LINK)
def create_actor(
    mention: Mention, *, by: User, version: int, name: str, country: str = "", place: Place | None = None
) -> Mention:
    """Make an actor of this name and link the mention to it."""
    require_editor(by)
    lock_identities()
    kind = KIND_OF_LABEL.get(MentionLabel(mention.label), ActorKind.ORGANISATION)
    slug = slug_of(name)
    taken = Actor.objects.filter(slug__startswith=slug).values_list("slug", flat=True)
    actor = Actor.objects.create(name=name, slug=free_slug(slug, taken), kind=kind, country=country)
    learn_name(actor, name)
    return link_mention(mention, by=by, version=version, actor=actor, place=place)


def learn_name(actor: Actor, name: str) -> None:
    """Words longer than any name are cut: the mention keeps them whole."""
    ActorName.objects.get_or_create(actor=actor, name=name[:LONGEST_NAME])
