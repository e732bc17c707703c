"""What the owner of a token follows, and what is new of it; looking here marks nothing as seen."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _
from ninja import Router

from articles.api.answers.rows import Named
from articles.api.answers.work import NoveltyAnswer, ToldOtherwise, WatchAnswer
from articles.api.filters import PAGING, checked, refuse_unknown
from articles.api.operations import reading
from articles.api.pagination import By, Cut, PageAnswer, address_after, cut, limit_of, opened
from articles.api.reading.articles import article_brief
from articles.api.reading.meetings import about_site, meeting_brief
from articles.api.reading.statements import statement_found
from articles.api.requests import ApiRequest, by
from articles.enums import TokenScope
from articles.exporters.rows import About
from articles.forms.watching import NewsForm, asked_of
from articles.models import Actor, Watch, WatchList
from articles.queries.news import EVER, Hit, at_any_time, hits
from articles.queries.novelties import Novelty, novelties
from articles.queries.watches import present_actors, watches_of

router = Router(tags=["watches"])
#: As many as the pages go back.
MOST = 600
OWN_ORDER = (By("position"), By("pk"))


@reading(
    router,
    "/watches",
    PageAnswer[WatchAnswer],
    summary=_("What the owner of the token follows, in the order of the list"),
    scope=TokenScope.READ,
    own=True,
    paged=True,
)
def watches(request: ApiRequest) -> PageAnswer[WatchAnswer]:
    refuse_unknown(request, PAGING)
    user = by(request)
    page = cut(request, Watch.objects.filter(user=user), OWN_ORDER)
    rows = list(watches_of(user.pk).filter(pk__in=page.keys))
    actors = present_actors(rows)
    return PageAnswer(count=page.count, next=page.next, items=[watch_answer(row, actors) for row in rows])


def watch_answer(watch: Watch, actors: dict[int, Actor]) -> WatchAnswer:
    people = [actors[key] for key in (watch.actor_id, watch.other_id) if key is not None]
    return WatchAnswer(
        id=watch.pk,
        name=watch.name,
        address=watch.path,
        actors=[Named(slug=each.slug, name=each.name) for each in people],
        countries=[code for code in (watch.country, watch.other_country) if code],
        paused=watch.is_paused,
        since=watch.created_at,
    )


@reading(
    router,
    "/watches/news",
    PageAnswer[NoveltyAnswer],
    summary=_("What is new of what is followed, newest first; with all=1 also what was seen"),
    scope=TokenScope.READ,
    own=True,
    filters=NewsForm,
    paged=True,
)
def news(request: ApiRequest) -> PageAnswer[NoveltyAnswer]:
    refuse_unknown(request, {"all", *PAGING})
    everything = checked(NewsForm(request.GET)).cleaned_data["all"]
    user = by(request)
    asked, stand = asked_of(user.pk), WatchList.objects.filter(user=user).first()
    since = EVER if everything or stand is None else stand.seen_until
    found = hits(at_any_time(asked) if everything else asked, since, MOST)
    page = cut_hits(request, found)
    about = about_site(request)
    items = [novelty_answer(each, about) for each in novelties(page.keys, since)]
    return PageAnswer(count=page.count, next=page.next, items=items)


def cut_hits(request: ApiRequest, found: list[Hit]) -> Cut:
    """By when they came: what comes meanwhile stands before the first page."""
    limit, shown, rest = limit_of(request), request.GET.get("cursor"), found
    if shown:
        moment, kind, key = opened(request, shown)
        last = (datetime.fromisoformat(moment), kind, key)
        rest = [hit for hit in found if (hit.at, hit.kind, hit.key) < last]
    page = rest[:limit]
    after = [page[-1].at, page[-1].kind, page[-1].key] if len(rest) > limit else None
    return Cut(page, len(found), address_after(request, after) if after else None)


def novelty_answer(novelty: Novelty, about: About) -> NoveltyAnswer:
    return NoveltyAnswer(
        kind=novelty.hit.kind,
        at=novelty.hit.at,
        watches=[watch.pk for watch in novelty.hit.watches],
        meeting=meeting_brief(novelty.card, about) if novelty.card else None,
        statement=statement_found(novelty.quoted, about) if novelty.quoted else None,
        article=article_brief(novelty.row) if novelty.row else None,
        changes=[ToldOtherwise(field=each.name, before=each.before, after=each.after) for each in novelty.changes],
        sources=list(novelty.sources),
    )
