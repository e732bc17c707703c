"""The page on which editors correct an actor."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Actor, Mention, Post
from tests.factories import ActorFactory, MentionFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def mention(db: None) -> Mention:
    return MentionFactory(actor=ActorFactory(name="Jean Martin"))


def url(name: str, *args: object) -> str:
    return reverse(name, args=args)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_page_lists_what_can_be_split_off(desk: Client, mention: Mention, headers: dict[str, str]) -> None:
    html = desk.get(url("actor-edit", "jean-martin"), headers=headers).content.decode()
    assert f'name="mentions" value="{mention.pk}"' in html
    assert ("<html" in html) is (headers == {})
    assert url("actor-edit", "jean-martin") in desk.get(url("actor-detail", "jean-martin")).content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_actor_is_renamed_given_a_post_and_split(desk: Client, mention: Mention, headers: dict[str, str]) -> None:
    renamed = {"name": "Jean-Paul Martin", "seen": "Jean Martin"}
    response = desk.post(url("actor-rename", "jean-martin"), renamed, headers=headers, follow=True)
    assert response.redirect_chain == [(url("actor-edit", "jean-martin"), 302)]
    post = {"title": "ministre", "country": "Mali", "since": "2023-01-01", "evidence": mention.pk}
    desk.post(url("post-add", "jean-martin"), post, headers=headers)
    assert (Post.objects.get().country, Post.objects.get().actor.name) == ("ML", "Jean-Paul Martin")
    split = {"name": "Paul Martin", "mentions": [mention.pk]}
    response = desk.post(url("actor-split", "jean-martin"), split, headers=headers)
    assert response.headers["Location"] == url("actor-edit", "paul-martin")
    assert Mention.objects.get().actor.name == "Paul Martin"


@pytest.mark.parametrize(
    ("name", "fields", "status"),
    [
        ("actor-rename", {"name": "", "seen": "Jean Martin"}, 200),
        ("actor-rename", {"name": "Autre", "seen": "Jean"}, 409),
        ("actor-split", {"name": "Autre"}, 409),
        ("actor-split", {"name": "Autre", "mentions": ["7777"]}, 200),
        ("post-add", {"title": "ministre"}, 200),
        ("post-add", {"title": "ministre", "country": "Nulle part"}, 200),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changed(
    desk: Client, mention: Mention, name: str, fields: dict[str, object], status: int
) -> None:
    response = desk.post(url(name, "jean-martin"), fields, headers=HTMX)
    assert (response.status_code, "errorlist" in response.content.decode()) == (status, True)
    assert (Actor.objects.get().name, Post.objects.count()) == ("Jean Martin", 0)


def test_post_is_corrected_and_removed_as_it_was_seen(desk: Client, mention: Mention) -> None:
    post = Post.objects.create(actor=mention.actor, title="ministre", key="ministre", country="ML")
    seen = {"seen_title": "ministre", "seen_country": "ML", "seen_since": "", "seen_until": ""}
    changed = {**seen, "title": "président", "country": "ML", "evidence": mention.pk}
    assert desk.post(url("post-change", post.pk), changed).status_code == 302
    assert desk.post(url("post-change", post.pk), changed).status_code == 409
    assert desk.post(url("post-remove", post.pk), seen).status_code == 409
    assert desk.post(url("post-remove", post.pk), {**seen, "seen_title": "président"}).status_code == 302
    assert not Post.objects.exists()


@pytest.mark.parametrize("name", ["actor-edit", "actor-rename", "actor-split", "post-add"])
def test_correcting_is_for_editors(client: Client, reader: User, mention: Mention, name: str) -> None:
    ask = client.get if name == "actor-edit" else client.post
    assert ask(url(name, "jean-martin")).headers["Location"].startswith(reverse("login"))
    client.force_login(reader)
    assert ask(url(name, "jean-martin")).status_code == 403


def test_merged_actor_leads_to_the_one_that_stays(desk: Client, mention: Mention) -> None:
    ActorFactory(name="Autre", merged_into=mention.actor)
    assert desk.get(url("actor-edit", "autre")).headers["Location"] == url("actor-edit", "jean-martin")
