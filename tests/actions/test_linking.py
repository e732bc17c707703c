import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.actions.applying import apply_to_all
from articles.actions.linking import create_actor, link_mention
from articles.actions.merging import merge_actors
from articles.actions.statements import StatementFields, add_statement, change_statement
from articles.enums import ActorKind, MentionLabel, ToApply
from articles.exceptions import UnfitActor
from articles.models import Actor
from articles.queries.alike import Wish
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, StatementFactory


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


def test_link_to_whom_somebody_merged_since_is_to_who_they_became(editor: User) -> None:
    kept, typed = ActorFactory(), ActorFactory()
    merge_actors(Actor.objects.get(pk=kept.pk), Actor.objects.get(pk=typed.pk), by=editor)
    assert link_mention(MentionFactory(), by=editor, version=1, actor=typed).actor == kept
    mention = MentionFactory(text="Hakan Fidan")
    apply_to_all({mention.pk: 1}, by=editor, wish=Wish(ToApply.LINK, actor=typed))
    mention.refresh_from_db()
    assert mention.actor == kept
    fields = StatementFields((0, 6), direct=False, speaker=typed, addressee=typed)
    added = add_statement(mention.article, by=editor, fields=fields)
    assert (added.speaker, added.addressee) == (kept, kept)
    changed = change_statement(StatementFactory(), by=editor, version=1, fields=fields)
    assert (changed.speaker, changed.addressee) == (kept, kept)


@pytest.mark.parametrize("name", ["œ" * 300, "ﬁ " * 100])
def test_names_are_kept_however_long_their_key(editor: User, name: str) -> None:
    linked = create_actor(MentionFactory(), by=editor, version=1, name=name)
    assert linked.actor is not None
    assert linked.actor.names.filter(name=name).exists()


def test_link_of_more_words_than_a_name_has_keeps_their_beginning(editor: User) -> None:
    mention = MentionFactory(article=ArticleFactory(text="x" * 400), text="x" * 400)
    linked = link_mention(mention, by=editor, version=1, actor=ActorFactory(name="Antony Blinken"))
    assert linked.actor is not None
    assert [name.name for name in linked.actor.names.all()] == ["Antony Blinken", "x" * 300]


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
