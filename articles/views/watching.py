"""What people follow, and what is new of it; everything here is one's own, and nobody else's."""

import re
from datetime import datetime
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles.actions import watching as actions
from articles.exporters.news import Feed, as_atom
from articles.forms.watched import MOST, Watching
from articles.forms.watching import WatchForm, asked_of, is_search, read_searches
from articles.models import Watch, WatchList
from articles.queries.news import EVER, at_any_time, hits
from articles.queries.novelties import novelties
from articles.queries.watches import present_actors, watches_of
from newsdesk.addresses import came_from
from newsdesk.htmx import HtmxHttpRequest, render_page
from newsdesk.landing import land_on

PAGE_SIZE, LAST_PAGE, IN_FEED = 30, 20, 60
#: What the address of a feed is made of; the database knows no other.
TOKEN = re.compile(r"[-\w]+", re.ASCII)


@never_cache
@require_safe
def news(request: HtmxHttpRequest) -> HttpResponse:
    """What is new since the last look, newest first; `?all=1` shows what was seen as well. Looking is noted."""
    user = own(request)
    stand = actions.look(by=user) if request.method == "GET" else actions.watch_list(user)
    everything = request.GET.get("all") == "1"
    number = page_number(request.GET.get("page", ""))
    asked = asked_of(user.pk)
    since = EVER if everything else stand.seen_until
    found = hits(at_any_time(asked) if everything else asked, since, max(MOST + 1, number * PAGE_SIZE + 1))
    shown = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    context: dict[str, object] = {
        "watching": Watching(None),  # just looked at: there is nothing to count
        "novelties": novelties(shown, since),
        "stand": stand,
        "count": min(len(found), MOST),
        "is_more": len(found) > MOST,
        "everything": everything,
        "has_watches": bool(asked) or Watch.objects.filter(user=user).exists(),
        "page": number,
        "next_page": number + 1 if len(found) > number * PAGE_SIZE and number < LAST_PAGE else None,
    }
    return render_page(request, "watch/news.html", context)


def page_number(given: str) -> int:
    return min(max(int(given), 1), LAST_PAGE) if given.isdecimal() and len(given) < 5 else 1


@require_safe
def watches(request: HtmxHttpRequest) -> HttpResponse:
    """All that one follows, to be put in order, paused and given up."""
    return watches_page(request, WatchForm())


def watches_page(request: HtmxHttpRequest, form: WatchForm) -> HttpResponse:
    user = own(request)
    rows = list(watches_of(user.pk))
    actors = present_actors(rows)
    read = read_searches([watch for watch in rows if is_search(watch)])
    for watch in rows:
        now = actors.get(watch.actor_id or 0)
        vars(watch)["now"] = now.name if now and now.pk != watch.actor_id and not watch.other_id else ""
        vars(watch)["unreadable"] = is_search(watch) and read[watch.pk] is None
    stand = WatchList.objects.filter(user=user).first()
    return render_page(request, "watch/watches.html", {"watches": rows, "form": form, "stand": stand})


@require_POST
def watch_follow(request: HtmxHttpRequest) -> HttpResponse:
    form = WatchForm(request.POST)
    if not form.is_valid():
        return watches_page(request, form)
    watch = actions.follow(form.followed(), by=own(request))
    return answer(request, watch.path, _("You follow “%(name)s”.") % {"name": watch.name})


@require_POST
def watch_stop(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    watch = own_watch(request, pk)
    after, before = neighbours(watch)
    actions.unfollow(watch, by=own(request))
    land_on(request, f"watch-stop-{after}", f"watch-stop-{before}", "follow-button", "main")
    return answer(request, watch.path, _("You no longer follow “%(name)s”.") % {"name": watch.name})


@require_POST
def watch_pause(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    actions.pause(own_watch(request, pk), by=own(request))
    land_on(request, f"watch-pause-{pk}")
    return redirect("watches")


@require_POST
def watch_resume(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    actions.resume(own_watch(request, pk), by=own(request))
    land_on(request, f"watch-pause-{pk}")
    return redirect("watches")


@require_POST
def watch_move(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    up, down = f"watch-up-{pk}", f"watch-down-{pk}"
    upwards = request.POST.get("way") == "up"
    actions.move(own_watch(request, pk), -1 if upwards else 1, by=own(request))
    land_on(request, *((up, down) if upwards else (down, up)))
    return redirect("watches")


@require_POST
def watch_seen(request: HtmxHttpRequest) -> HttpResponse:
    """Everything up to when the page was drawn is seen."""
    until = moment(request.POST.get("until", ""))
    if until is not None:
        actions.mark_seen(until, by=own(request))
    return redirect("watch-news")


@require_POST
def feed_open(request: HtmxHttpRequest) -> HttpResponse:
    actions.open_feed(by=own(request))
    return redirect("watches")


@require_POST
def feed_close(request: HtmxHttpRequest) -> HttpResponse:
    actions.close_feed(by=own(request))
    return redirect("watches")


@login_not_required
@never_cache
@require_safe
def feed(request: HtmxHttpRequest, token: str) -> HttpResponseBase:
    """The newest of what is followed, for whoever has the address; nothing here marks anything as seen."""
    known = WatchList.objects.filter(user__is_active=True).select_related("user")
    stand = known.filter(token=token).first() if TOKEN.fullmatch(token) else None
    if stand is None:
        raise Http404
    found = hits(asked_of(stand.user_id), EVER, IN_FEED)
    site = request.build_absolute_uri("/").rstrip("/")
    feed = Feed(site, request.path, str(stand.user.get_username()))
    response = StreamingHttpResponse(
        as_atom(novelties(found, EVER), feed), content_type="application/atom+xml; charset=utf-8"
    )
    response["X-Robots-Tag"] = "noindex"
    return response


def own(request: HtmxHttpRequest) -> User:
    return cast("User", request.user)


def own_watch(request: HtmxHttpRequest, pk: int) -> Watch:
    return get_object_or_404(Watch, pk=pk, user=own(request))


def neighbours(watch: Watch) -> tuple[int, int]:
    """The watches after and before one in its owner's list; 0 where there is none."""
    keys = [0, *Watch.objects.filter(user=watch.user_id).in_order().values_list("pk", flat=True), 0]
    at = keys.index(watch.pk)
    return keys[at + 1], keys[at - 1]


def moment(given: str) -> datetime | None:
    try:
        found = parse_datetime(given)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def answer(request: HtmxHttpRequest, path: str, words: str) -> HttpResponse:
    """The button as it is now, or the page it was on."""
    if request.htmx:
        return render(request, "components/follow.html", {"path": path, "said": words})
    messages.success(request, words)
    return redirect(came_from(request, "watches"))
