"""The annotation page: decide on one mention after the other, mark what was missed."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.models import User
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import trigger_client_event

from articles.actions import linking
from articles.actions import mentions as actions
from articles.actions.leasing import hold_article
from articles.exceptions import (
    AlreadyDone,
    ArticlesError,
    InvalidSpan,
    NothingToUndo,
    OverlappingMention,
    RowGone,
    StaleEdit,
    UnfitActor,
)
from articles.forms.mention import (
    AddMentionForm,
    DetailsForm,
    LinkForm,
    MoveForm,
    RelabelForm,
    SpanForm,
    VersionForm,
)
from articles.forms.sureness import order_of
from articles.models import Article, Decision, Mention
from articles.queries.boundaries import moved
from articles.queries.journal import rows_added, version_left
from articles.queries.linked import linked_mention
from articles.queries.progress import next_proposal, with_links
from articles.views.annotation_page import (
    PANEL,
    answer,
    draft_context,
    editable_article,
    editor_of,
    panel_context,
    row_id,
    saved,
    sent_fields,
    text_context,
    verb_of,
    wanted_next,
)
from articles.views.annotation_row import row_state
from newsdesk.htmx import HtmxHttpRequest, is_partial

#: What a decision does: the mention, the checked form, the editor; gives the row in its new state.
Act = Callable[[Mention, dict[str, Any], User], Mention]


@require_safe
@vary_on_headers("HX-Request")
def article_annotate(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The page, or the panel of the mention asked for. Opening the page holds the article, if nobody else does."""
    article = editable_article(request, pk)
    asked = request.GET.get("mention", "")
    mention = None
    if asked.isdecimal():
        mention = with_links(get_object_or_404(article.mentions, pk=row_id(asked)))
    if not is_partial(request):
        hold_article(article.pk, by=cast("User", request.user))
    shown = mention or next_proposal(article.pk, order=order_of(request.GET))
    return answer(request, article, panel_context(article, shown))


@require_safe
def article_text(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The text pane alone, for a page whose marks are out of date."""
    article = editable_article(request, pk)
    return render(request, "articles/_annotation_text.html", {"article": article, **text_context(article)})


@require_safe
def mention_draft(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The words just selected, with the labels to choose from."""
    article = editable_article(request, pk)
    form = SpanForm(request.GET, text=article.text)
    if not form.is_valid():
        return render(request, PANEL, {**panel_context(article, None), "form": form})
    return answer(request, article, draft_context(article, form.cleaned_data))


@require_POST
def mention_add(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    article = editable_article(request, pk)
    form = AddMentionForm(request.POST, text=article.text, auto_id="add-mention-%s")
    if not form.is_valid():
        return answer(request, article, {**panel_context(article, None), "add_form": form, "form": form})
    data = form.cleaned_data
    try:
        added = actions.add_mention(
            article, by=editor_of(request), start=data["start"], end=data["end"], label=data["label"]
        )
    except AlreadyDone as known:
        added = get_object_or_404(article.mentions, pk__in=rows_added(known.action, Mention))
        added.version = version_left(known.action, added)
    except (OverlappingMention, InvalidSpan) as error:
        return answer(request, article, {**draft_context(article, data), "error": reason(error)})
    return saved(request, article, show=added, decided=added)


@require_POST
def mention_accept(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return decide(
        request, pk, VersionForm, lambda row, data, by: actions.accept_mention(row, by=by, version=data["version"])
    )


@require_POST
def mention_reject(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return decide(
        request, pk, VersionForm, lambda row, data, by: actions.reject_mention(row, by=by, version=data["version"])
    )


@require_POST
def mention_restore(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """Take back the last decision."""

    def act(row: Mention, data: dict[str, Any], by: User) -> Mention:
        return actions.restore_mention(row, by=by, version=data["version"])

    return decide(request, pk, VersionForm, act, stay=True)


@require_POST
def mention_relabel(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    def act(row: Mention, data: dict[str, Any], by: User) -> Mention:
        return actions.change_mention(row, by=by, version=data["version"], label=data["label"])

    return decide(request, pk, RelabelForm, act, stay=True)


@require_POST
def mention_move(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    def act(row: Mention, data: dict[str, Any], by: User) -> Mention:
        start, end = data["start"], data["end"]
        if start is None:
            start, end = moved(row.article.text, row.start, row.end, edge=data["edge"], step=data["step"])
        return actions.change_mention(row, by=by, version=data["version"], start=start, end=end)

    return decide(request, pk, MoveForm, act, stay=True)


@require_POST
def mention_details(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    def act(row: Mention, data: dict[str, Any], by: User) -> Mention:
        value, figurative = data["value"], data["figurative"]
        return actions.change_mention(row, by=by, version=data["version"], value=value, figurative=figurative)

    return decide(request, pk, DetailsForm, act, stay=True)


@require_POST
def mention_link(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    def act(row: Mention, data: dict[str, Any], by: User) -> Mention:
        place = data["chosen_place"] if "place" in request.POST else row.place
        if data["create"]:
            name = data["actor"].strip()
            return linking.create_actor(row, by=by, version=data["version"], name=name, place=place)
        return linking.link_mention(row, by=by, version=data["version"], actor=data["chosen"], place=place)

    return decide(request, pk, LinkForm, act, stay=True)


def decide(
    request: HtmxHttpRequest,
    pk: int,
    form_class: type[VersionForm],
    act: Act,
    *,
    stay: bool = False,
) -> HttpResponse:
    """Check the form, act, and show what the page asks for: else the next proposal, or (`stay`) the mention itself."""
    by = editor_of(request)
    mention = linked_or_404(pk)
    form = form_class(request.POST)
    if not form.is_valid():
        return answer(request, mention.article, {**panel_context(mention.article, mention), "form": form})
    try:
        decided = act(mention, form.cleaned_data, by)
    except AlreadyDone as known:
        decided = with_links(mention) or mention
        decided.version = version_left(known.action, decided)
    except RowGone as error:
        raise Http404 from error
    except StaleEdit:
        return stale(request, mention, form.cleaned_data)
    except (OverlappingMention, InvalidSpan, NothingToUndo, UnfitActor) as error:
        return answer(request, mention.article, {**panel_context(mention.article, mention), "error": reason(error)})
    keep_known(decided, mention)
    show = wanted_next(request, mention.article_id) or (decided if stay else following(request, decided))
    return saved(request, mention.article, show=show, decided=decided)


def linked_or_404(pk: int) -> Mention:
    """The mention as the panel shows it. Its article, whose text may be long, is read where a form needs it."""
    mention = linked_mention("m.id = %s", [pk])
    if mention is None:
        raise Http404
    mention.article = Article.from_db(connection.alias, ["id"], [mention.article_id])
    return mention


def keep_known(decided: Mention, mention: Mention) -> None:
    """Spare the questions whom the mention stands for, where the decision left that alone."""
    if decided.actor_id == mention.actor_id:
        decided.actor = mention.actor
    if decided.place_id == mention.place_id:
        decided.place = mention.place


def following(request: HtmxHttpRequest, decided: Mention) -> Mention | None:
    return next_proposal(decided.article_id, order=order_of(request.GET), after=decided)


def stale(request: HtmxHttpRequest, mention: Mention, wanted: dict[str, Any]) -> HttpResponse:
    """Both versions: the one the editor saw and wanted to change, and the one that stands."""
    current = with_links(mention)
    seen = Decision.objects.filter(mention=mention, before__version=wanted["version"]).first()
    context = {
        **panel_context(mention.article, current),
        "seen": seen.before if seen else None,
        "wanted": {name: value for name, value in wanted.items() if name not in ("version", "chosen")},
        "sent": sent_fields(request),
        "again": request.get_full_path(),
        "verb": verb_of(request),
        "is_stale": True,
    }
    response = answer(request, mention.article, context, status=409)
    return trigger_client_event(response, "mention:stale", row_state(current)) if current else response


def reason(error: ArticlesError) -> str:
    """What went wrong, and what to do next."""
    if isinstance(error, OverlappingMention):
        words = {"words": error.other.text, "label": error.other.get_label_display()}
        return _("These words belong to « %(words)s » (%(label)s). Change or reject that mention first.") % words
    if isinstance(error, InvalidSpan):
        return _("A mention has 1 to 1,000 characters of the text and no space at its ends.")
    if isinstance(error, UnfitActor):
        return _("A mention with this label cannot stand for such an actor. Change the label first.")
    return _("There is nothing to undo.")
