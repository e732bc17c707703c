"""Dossiers of people, countries and places, and who held an office."""

from dataclasses import asdict
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from ninja import Router

from articles.api.answers.dossiers import (
    ActorDossier,
    CountryBrief,
    CountryDossier,
    DaysAnswer,
    HolderAnswer,
    NameSeenAnswer,
    OfficeAnswer,
    PlaceDossier,
    VoiceAnswer,
    WhoWasAnswer,
)
from articles.api.answers.records import Count, MeetingBrief
from articles.api.answers.rows import Named
from articles.api.filters import PAGING, refuse_unknown, searched
from articles.api.operations import reading
from articles.api.pagination import Cut, PageAnswer, cut_list
from articles.api.reading.actors import actor_answer, actor_there, count_answer, moved, place_answers
from articles.api.reading.articles import briefs
from articles.api.reading.meetings import about_site, meeting_brief
from articles.api.reading.statements import statement_found
from articles.api.requests import ApiRequest
from articles.api.serialize import named, post_answer
from articles.forms.offices import WhoWasForm
from articles.models import Actor, Article
from articles.queries import country_dossier, portrait
from articles.queries.actors import articles_on, statements_of
from articles.queries.counting import Facet
from articles.queries.countries import country_name, country_names
from articles.queries.country_dossier import CountryRow, country_rows
from articles.queries.facets import count
from articles.queries.meeting_days import Days, days_told
from articles.queries.meeting_page import cards, page_of
from articles.queries.meeting_search import MeetingSearch, party_of, same_as
from articles.queries.place_dossier import articles_naming, meetings_at, place_at
from articles.queries.proofs_of_posts import Holding
from articles.queries.statements import quoted
from articles.queries.who_was import who_was

router = Router(tags=["dossiers"])
LATEST = 10


def facets(found: list[Facet]) -> list[Count]:
    return [count_answer(each) for each in found]


def latest_meetings(request: ApiRequest, search: MeetingSearch, total: int) -> list[MeetingBrief]:
    about = about_site(request)
    return [meeting_brief(card, about) for card in cards(list(page_of(search, total, None))[:LATEST])]


def latest_articles(articles: QuerySet[Article]) -> Cut:
    return Cut(list(articles.values_list("pk", flat=True)[:LATEST]), 0, None)


@reading(
    router,
    "/actors/{slug:slug}/dossier",
    ActorDossier,
    summary=_("One actor as the dossier has it: names seen, counterparts, places, days, who speaks of it, the latest"),
    also=(301,),
)
def actor_dossier(request: ApiRequest, slug: str) -> ActorDossier | HttpResponse:
    refuse_unknown(request, ())
    found = actor_there(slug)
    if found.slug != slug:
        return moved(request, slug, found)
    ids, search = same_as(found), MeetingSearch(actor=party_of(found))
    counts, about = count(search), about_site(request)
    latest = list(statements_of(ids).values_list("pk", flat=True)[:LATEST])
    return ActorDossier(
        **actor_answer(found).model_dump(),
        **written(found, ids),
        countries=[each for each in facets(counts.facets.get("countries", [])) if each.value != found.country],
        places=facets(counts.facets.get("cities", [])),
        days=[days_answer(each) for each in days_told(search)],
        latest_meetings=latest_meetings(request, search, counts.total),
        latest_statements=[statement_found(each, about) for each in quoted(latest)],
        latest_articles=briefs(latest_articles(articles_on(ids)), words=""),
    )


def days_answer(days: Days) -> DaysAnswer:
    return DaysAnswer(first=days.start, last=days.end, kind=days.kind, status=days.status, number=days.number)


def written(actor: Actor, ids: tuple[int, ...]) -> dict[str, Any]:
    """How articles write the actor, and who does."""
    if portrait.is_named_everywhere(actor):
        return {"names_seen": [], "voices": [], "sources": []}
    return {
        "names_seen": [NameSeenAnswer(**asdict(each)) for each in portrait.names_seen(ids)],
        "voices": [voice_answer(each) for each in portrait.voices(ids)],
        "sources": [
            Count(value=each.source.slug, name=each.source.name, count=each.number) for each in portrait.told_by(ids)
        ],
    }


def voice_answer(voice: portrait.Voice) -> VoiceAnswer:
    who = voice.speaker
    return VoiceAnswer(
        slug=who.slug, name=who.name, number=voice.number, statement=voice.statement, article=voice.article
    )


@reading(
    router,
    "/places/{slug:slug}/dossier",
    PlaceDossier,
    summary=_("One place as the dossier has it: who met there and when, and the articles that name it"),
)
def place_dossier(request: ApiRequest, slug: str) -> PlaceDossier:
    refuse_unknown(request, ())
    place = place_at(slug)
    if place is None or place.slug != slug:
        raise Http404
    search, articles = meetings_at(place), articles_naming(place)
    counts = count(search)
    return PlaceDossier(
        **place_answers([place.pk])[0].model_dump(),
        people=facets(counts.facets.get("people", [])),
        countries=facets(counts.facets.get("countries", [])),
        years=facets(counts.facets.get("years", [])),
        articles=articles.count(),
        latest_meetings=latest_meetings(request, search, counts.total),
        latest_articles=briefs(latest_articles(articles), words=""),
    )


@reading(
    router,
    "/countries",
    PageAnswer[CountryBrief],
    summary=_("Countries that anybody is of or meets for, those with most meetings first"),
    paged=True,
)
def countries(request: ApiRequest) -> PageAnswer[CountryBrief]:
    refuse_unknown(request, PAGING)
    rows = {row.code: row for row in country_rows()}
    page = cut_list(request, list(rows))
    return PageAnswer(count=page.count, next=page.next, items=[country_brief(rows[code]) for code in page.keys])


def country_brief(row: CountryRow) -> CountryBrief:
    page = reverse("country-detail", args=[row.code])
    return CountryBrief(code=row.code, name=row.name, page=page, people=row.people, meetings=row.meetings)


@reading(
    router,
    "/countries/{slug:code}",
    CountryDossier,
    summary=_("One country as the dossier has it: offices and who held them, partners, visitors, places"),
)
def country(request: ApiRequest, code: str) -> CountryDossier:
    refuse_unknown(request, ())
    if code not in country_names():
        raise Http404
    met, there = country_dossier.partners(code), count(country_dossier.visits(code))
    search = MeetingSearch(country=code, status="held")
    return CountryDossier(
        code=code,
        name=country_name(code),
        page=reverse("country-detail", args=[code]),
        people=country_dossier.people_of(code),
        meetings=met.total,
        state=named(Actor.objects.current().filter(kind="state", country=code).first()),
        offices=[
            OfficeAnswer(title=office.title, number=office.number, holders=[holder(each) for each in office.holdings])
            for office in country_dossier.offices_held(code)
        ],
        countries=facets(met.facets.get("countries", [])),
        counterparts=facets(met.facets.get("people", [])),
        visitors=facets(country_dossier.visitors(code)),
        places=facets(country_dossier.places_in(code)),
        meetings_there=there.total,
        latest_meetings=latest_meetings(request, search, met.total),
    )


def holder(held: Holding) -> HolderAnswer:
    who = Named(slug=held.holder.slug, name=held.holder.name)
    told = post_answer(held).model_dump() | {"country": held.country or None}
    return HolderAnswer(**told, holder=who, standing=held.standing.value)


@reading(
    router,
    "/offices",
    WhoWasAnswer,
    summary=_("Who held an office on a day, as far as the collection shows it"),
    filters=WhoWasForm,
)
def offices(request: ApiRequest) -> WhoWasAnswer:
    form = searched(request, WhoWasForm(request.GET), paged=False)
    start, end = form.cleaned_data["on"]
    found = who_was(form.office(), form.land(), start, end)
    return WhoWasAnswer(
        office=form.office(),
        holders=[holder(each) for each in found.holders],
        others=[holder(each) for each in found.others],
        before=[holder(each) for each in found.before],
        after=[holder(each) for each in found.after],
        more=found.cut,
    )
