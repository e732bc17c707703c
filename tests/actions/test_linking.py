import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.actions.linking import create_actor, link_mention
from articles.enums import ActorKind, MentionLabel
from articles.exceptions import UnfitActor
from articles.models import Actor
from tests.factories import ActorFactory, MentionFactory


def test_link_teaches_the_actor_the_form(editor: User) -> None:
    actor = ActorFactory(name="Antony Blinken")
    mention = MentionFactory(text="Blinken")
    linked = link_mention(mention, by=editor, version=1, actor=actor)
    assert (linked.actor, linked.status) == (actor, "changed")
    assert [name.name for name in actor.names.all()] == ["Antony Blinken", "Blinken"]


def test_link_follows_a_merged_actor(editor: User) -> None:
    kept = ActorFactory()
    merged = ActorFactory(merged_into=kept)
    assert link_mention(MentionFactory(), by=editor, version=1, actor=merged).actor == kept


def test_create_actor_takes_a_free_slug(editor: User) -> None:
    ActorFactory(name="Antony Blinken")
    linked = create_actor(MentionFactory(), by=editor, version=1, name="Antony Blinken")
    assert linked.actor == Actor.objects.get(slug="antony-blinken-2", kind="person")


@pytest.mark.parametrize(("name", "slug"), [("Elin Əhmədova", "elin-hm-dova"), ("Иван Зимин", "sans-nom")])
def test_every_actor_has_an_address(editor: User, name: str, slug: str) -> None:
    linked = create_actor(MentionFactory(), by=editor, version=1, name=name)
    assert linked.actor is not None
    assert (linked.actor.slug, reverse("actor-detail", args=[linked.actor.slug])) == (slug, f"/actors/{slug}/")


def test_link_to_an_actor_the_label_does_not_allow_is_refused(editor: User) -> None:
    mention = MentionFactory(text="Ankara", label=MentionLabel.GPE)
    person = ActorFactory(kind=ActorKind.PERSON)
    with pytest.raises(UnfitActor):
        link_mention(mention, by=editor, version=1, actor=person)
    mention.refresh_from_db()
    assert (mention.actor, mention.version, mention.status) == (None, 1, "proposed")


def test_no_actor_is_left_behind_by_a_label_that_stands_for_nobody(editor: User) -> None:
    mention = MentionFactory(text="Ankara", label=MentionLabel.NORP)
    with pytest.raises(UnfitActor):
        create_actor(mention, by=editor, version=1, name="Ankariotes")
    assert not Actor.objects.exists()
