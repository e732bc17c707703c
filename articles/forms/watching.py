"""What may be followed: an address within the desk, made the one address of what it shows, and read as a search."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.actions.watching import Followed
from articles.forms.articles import ArticleFilterForm
from articles.forms.meeting_search import MeetingSearchForm
from articles.forms.search import SearchForm
from articles.forms.statement_search import StatementSearchForm
from articles.models import Actor, ActorMerge, Watch
from articles.queries.countries import country_name, country_names
from articles.queries.news import ArticlesOf, Asked, Everything, Search
from articles.queries.watches import present_actors, watches_of
from articles.search.articles import actors_called

#: Lists whose searches can be followed; of their parameters, those that ask for no other rows.
LISTS = ("meeting-list", "statement-list", "article-list", "search")
IDLE = {"sort", "page"}
#: What names an actor or a country in an address; other words there are a search.
SLUG = re.compile(r"[-\w]+", re.ASCII)
#: Escaped, an address may be several times as long as it was typed.
LONGEST = 2000
#: How long a search is taken as it was last read: names, places and offices seldom come to mean something else.
READ_FOR = timedelta(minutes=10)


class WatchForm(forms.Form):
    """`path` is the address followed; actors, pairs and countries bring their name, searches are given one."""

    name = forms.CharField(label=_("name"), required=False, max_length=120)
    path = forms.CharField(max_length=LONGEST, widget=forms.HiddenInput)

    def clean_path(self) -> Followed:
        """Only actors, countries and searches of this desk can be followed."""
        path = followed_path(str(self.cleaned_data["path"]))
        found = subject(path) if path else None
        if found is None:
            raise ValidationError(_("Only actors, countries and searches of this desk can be followed."))
        return found

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if (found := cleaned.get("path")) and not (cleaned.get("name") or found.name):
            self.add_error("name", _("Give the search a name, so that you know it again."))
        return cleaned

    def followed(self) -> Followed:
        """What the valid form asks to follow."""
        found: Followed = self.cleaned_data["path"]
        return replace(found, name=self.cleaned_data["name"] or found.name)


class NewsForm(forms.Form):
    """`?all=1` asks for what was seen as well."""

    all = forms.BooleanField(label=_("seen ones included"), required=False)


def followed_path(path: str) -> str:
    """The one address of what an address shows; nothing for what cannot be followed.

    A country is the search for its meetings, whether its dossier, the state or the search is at hand; an actor is the
    page, also where it is the search for his meetings; a pair has the same address from either side.
    """
    place, _mark, query = path.partition("?")
    try:
        match = resolve(place)
    except Resolver404:
        return ""
    if place.startswith("//"):
        return ""
    if match.url_name in {"actor-detail", "country-detail"}:
        return subject_path([*match.kwargs.values()])
    params = {name: value for name, value in parse_qsl(query) if value and name not in IDLE}
    if "\x00" in "".join(params.values()):
        return ""
    if match.url_name == "meeting-list" and all(map(SLUG.fullmatch, params.values())):
        if params.keys() in ({"actor"}, {"country"}, {"country", "country2"}):
            return subject_path([*params.values()])
        if params.keys() == {"actor", "with"}:
            return pair_path(*params.values())
    found = f"{place}?{urlencode(params)}" if params else place
    return found if match.url_name in LISTS and len(found) <= LONGEST else ""


def subject_path(names: list[str]) -> str:
    """Of countries by their code, or of one actor by the slug."""
    meetings = reverse("meeting-list")
    if not set(names) <= country_names().keys():
        return reverse("actor-detail", args=names) if len(names) == 1 else ""
    return meetings + "?" + urlencode(dict(zip(("country", "country2"), sorted(names), strict=False)))


def pair_path(*names: str) -> str:
    return reverse("meeting-list") + "?" + urlencode(dict(zip(("actor", "with"), sorted(names), strict=True)))


def subject(path: str) -> Followed | None:
    """What is at the one address of something; none for actors that are not there and searches that say nothing."""
    match, params = resolve(path.partition("?")[0]), dict(parse_qsl(path.partition("?")[2]))
    if match.url_name == "actor-detail":
        actor = Actor.objects.filter(slug=match.kwargs["slug"]).first()
        return Followed(path, actor.name, actor=actor) if actor else None
    codes = set(params.values()) <= country_names().keys()
    if match.url_name == "meeting-list" and params and params.keys() <= {"country", "country2"} and codes:
        return Followed(path, named(map(country_name, params.values())), None, None, *params.values())
    if match.url_name == "meeting-list" and params.keys() == {"actor", "with"}:
        pair = [Actor.objects.filter(slug=slug).exclude(kind="state").first() for slug in params.values()]
        if pair[0] and pair[1] and not names_country(params):
            return Followed(path, named(actor.name for actor in pair if actor), pair[0], pair[1])
    return Followed(path) if search_at(path) is not None else None


def names_country(params: Mapping[str, str]) -> bool:
    return not country_names().keys().isdisjoint(params.values())


def named(sides: Iterable[str]) -> str:
    return " – ".join(sides)


def search_at(path: str) -> Search | None:
    """The search at an address, as its list reads it; none where it cannot be read, or no longer."""
    place, _mark, query = path.partition("?")
    name, params = resolve(place).url_name, dict(parse_qsl(query))
    if name == "article-list":
        return articles_at(ArticleFilterForm(params))
    if name == "search":
        return everything_at(SearchForm(params))
    form = MeetingSearchForm(params) if name == "meeting-list" else StatementSearchForm(params)
    return form.search() if form.is_valid() else None


def articles_at(form: ArticleFilterForm) -> Search | None:
    if not form.is_valid():
        return None
    search = form.search()
    actors = tuple(actors_called(search.actor)) if search.actor else None
    return ArticlesOf(replace(search, actor="", doubtful_first=False), actors)


def everything_at(form: SearchForm) -> Search | None:
    """Of the one search box, which finds nothing before something is asked."""
    if not form.is_valid() or not (form.question or form.is_filtered()):
        return None
    return Everything(form.wanted(), form.meetings(), form.statements())


def asked_of(user: int) -> list[Asked]:
    """What somebody's running watches ask for; those whose search can no longer be read ask for nothing."""
    watches = list(watches_of(user).running())
    searches = [watch for watch in watches if is_search(watch)]
    read = read_searches(searches) if searches else {}
    actors = present_actors(watches)
    return [
        Asked.of(watch, read.get(watch.pk), actors)
        for watch in watches
        if not is_search(watch) or read.get(watch.pk) is not None
    ]


def is_search(watch: Watch) -> bool:
    return watch.actor_id is None and not watch.country


def read_searches(watches: list[Watch]) -> dict[int, Search | None]:
    """By the watch. What was read lately is taken from the cache, unless somebody was merged since."""
    merges = ActorMerge.objects.aggregate(done=Max("pk"), undone=Max("undone_at"))
    stand = f"{timezone.localdate()} {merges['done']} {merges['undone']}"
    keys = {watch.pk: f"watch {watch.pk} {stand}".replace(" ", "-") for watch in watches}
    known = cache.get_many(keys.values())
    fresh = {keys[watch.pk]: (search_at(watch.path),) for watch in watches if keys[watch.pk] not in known}
    cache.set_many(fresh, READ_FOR.total_seconds())
    return {pk: ({**known, **fresh})[key][0] for pk, key in keys.items()}
