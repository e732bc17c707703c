"""The page on which editors rename an actor, correct its posts, and split off somebody else."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.actions.posts import add_post, change_post, remove_post
from articles.actions.renaming import rename_actor
from articles.actions.splitting import split_actor
from articles.exceptions import DoublePost, NothingToSplit, StaleActor
from articles.forms.actor import ChangePostForm, PostForm, RenameForm, SeenForm, SplitForm, initial_of, proofs_to_choose
from articles.models import Actor, Post
from articles.queries.actors import posts_of
from articles.queries.belongings import belongings_of
from articles.queries.suggestions import current_actor
from articles.views.annotation_page import editor_of
from newsdesk.htmx import HtmxHttpRequest, render_page

PAGE = "actors/actor_edit.html"
SPLIT, NEW = "split-%s", "new-%s"
Act = Callable[[User], Actor]


@require_safe
def actor_edit(request: HtmxHttpRequest, slug: str) -> HttpResponse:
    editor_of(request)
    actor = get_object_or_404(Actor.objects.select_related("merged_into"), slug=slug)
    current = current_actor(actor)
    return redirect("actor-edit", slug=current.slug) if current != actor else shown(request, actor)


@require_POST
def actor_rename(request: HtmxHttpRequest, slug: str) -> HttpResponse:
    actor = get_object_or_404(Actor, slug=slug)
    form = RenameForm(request.POST)

    def act(by: User) -> Actor:
        return rename_actor(actor, by=by, name=form.cleaned_data["name"], seen=form.cleaned_data["seen"])

    return done(request, actor, form, act, rename_form=form)


@require_POST
def actor_split(request: HtmxHttpRequest, slug: str) -> HttpResponse:
    actor = get_object_or_404(Actor, slug=slug)
    form = SplitForm(request.POST, listed=belongings_of(actor), auto_id=SPLIT)

    def act(by: User) -> Actor:
        return split_actor(actor, by=by, name=form.cleaned_data["name"], share=form.share())

    return done(request, actor, form, act, split_form=form)


@require_POST
def post_add(request: HtmxHttpRequest, slug: str) -> HttpResponse:
    actor = get_object_or_404(Actor, slug=slug)
    form = PostForm(request.POST, actor=actor, auto_id=NEW)

    def act(by: User) -> Actor:
        return add_post(actor, by=by, fields=form.fields_entered(), evidence=form.cleaned_data["evidence"]).actor

    return done(request, actor, form, act, post_form=form)


@require_POST
def post_change(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("actor"), pk=pk)
    form = ChangePostForm(request.POST, actor=post.actor, auto_id=id_of(post))

    def act(by: User) -> Actor:
        proof = form.cleaned_data["evidence"]
        return change_post(post, by=by, fields=form.fields_entered(), seen=form.seen(), evidence=proof).actor

    return done(request, post.actor, form, act, changed_forms={post.pk: form})


@require_POST
def post_remove(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("actor"), pk=pk)
    form = SeenForm(request.POST)

    def act(by: User) -> Actor:
        remove_post(post, by=by, seen=form.seen())
        return post.actor

    return done(request, post.actor, form, act)


def done(request: HtmxHttpRequest, actor: Actor, form: Form, act: Act, **forms: Any) -> HttpResponse:
    """Act if the form is valid and show the actor it led to; else the page with what is wrong."""
    by = editor_of(request)
    if not form.is_valid():
        return shown(request, actor, **forms)
    try:
        led_to = act(by)
    except (StaleActor, NothingToSplit, DoublePost) as error:
        actor.refresh_from_db()
        return shown(request, actor, status=409, error=reason(error), **forms)
    messages.success(request, _("Saved."))
    return redirect("actor-edit", slug=led_to.slug)


def shown(request: HtmxHttpRequest, actor: Actor, *, status: int = 200, **more: Any) -> HttpResponse:
    listed, proofs = belongings_of(actor), proofs_to_choose(actor)
    posts = list(posts_of((actor.pk,)))
    changed = more.pop("changed_forms", {})
    context: dict[str, object] = {
        "actor": actor,
        "listed": listed,
        "rename_form": RenameForm(initial={"name": actor.name, "seen": actor.name}),
        "split_form": SplitForm(listed=listed, auto_id=SPLIT),
        "post_form": PostForm(actor=actor, proofs=proofs, auto_id=NEW),
        "posts": [(post, changed.get(post.pk) or post_form(post, actor, proofs)) for post in posts],
        **more,
    }
    return render_page(request, PAGE, context, partial="editing", status=status)


def id_of(post: Post) -> str:
    """Several forms on one page have fields of the same name."""
    return f"post-{post.pk}-%s"


def post_form(post: Post, actor: Actor, proofs: list[tuple[Any, str]]) -> ChangePostForm:
    return ChangePostForm(actor=actor, proofs=proofs, initial=initial_of(post), auto_id=id_of(post))


def reason(error: Exception) -> str:
    """What went wrong, and what to do next."""
    if isinstance(error, NothingToSplit):
        return _("Tick what belongs to the new actor.")
    if isinstance(error, DoublePost):
        return _("The actor has this post already. Correct that one.")
    return _("Somebody changed this actor since the page was loaded. It is shown as it stands now.")
