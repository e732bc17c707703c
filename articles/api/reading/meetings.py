"""Meetings: the search with all its filters and counts, and one meeting with what each article says."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Router

from articles.api.answers.records import (
    Facets,
    JoinAnswer,
    MeetingAccount,
    MeetingAnswer,
    MeetingBrief,
    Stage,
)
from articles.api.answers.rows import ParticipantAnswer, ProvenField
from articles.api.filters import refuse_unknown, searched
from articles.api.operations import reading
from articles.api.pagination import By, PageAnswer, cut
from articles.api.reading.actors import facets_answer
from articles.api.requests import ApiRequest
from articles.api.serialize import named
from articles.enums import Dispute
from articles.exporters.meetings import record, report_record
from articles.exporters.rows import About
from articles.forms.meeting_search import PERIODS, MeetingSearchForm
from articles.forms.period import shortcuts
from articles.models import Meeting, MeetingProposal
from articles.queries.disagreements import stages
from articles.queries.facets import count
from articles.queries.joins import joined_into, open_joins
from articles.queries.meeting_page import cards
from articles.queries.meeting_search import BY_SOURCES, find_indexed
from articles.queries.meetings import MeetingCard, Participant, meeting_card, with_accounts
from articles.queries.reports import Account, told_by

router = Router(tags=["meetings"])
NEWEST = (By("starts_on", descending=True, nullable=True), By("pk", descending=True))
VERIFIED = {"1": _("verified by a person")}
MOST_SOURCES = (By("source_count", descending=True), *NEWEST)


@reading(
    router,
    "/meetings",
    PageAnswer[MeetingBrief],
    summary=_("Meetings, with the filters of their search"),
    filters=MeetingSearchForm,
    paged=True,
)
def meetings(request: ApiRequest) -> PageAnswer[MeetingBrief]:
    search = searched(request, MeetingSearchForm(request.GET)).search()
    page = cut(request, find_indexed(search), MOST_SOURCES if search.sort == BY_SOURCES else NEWEST)
    about = about_site(request)
    items = [meeting_brief(card, about) for card in cards(page.keys)]
    return PageAnswer(count=page.count, next=page.next, items=items)


@reading(
    router,
    "/meetings/facets",
    Facets,
    summary=_("How the meetings found spread over people, countries, posts, places, time, kinds and sources"),
    filters=MeetingSearchForm,
)
def meeting_facets(request: ApiRequest) -> Facets:
    search = searched(request, MeetingSearchForm(request.GET), paged=False).search()
    counts = count(search, shortcuts(timezone.localdate()))
    return facets_answer(counts, {"periods": dict(PERIODS), "verified": VERIFIED, "disputes": dict(Dispute.choices)})


@reading(
    router,
    "/meetings/{int:pk}",
    MeetingAnswer,
    summary=_("One meeting, field by field and source by source"),
    also=(301,),
)
def meeting(request: ApiRequest, pk: int) -> MeetingAnswer | HttpResponse:
    """A meeting that was joined to another leads there."""
    refuse_unknown(request, ())
    found = with_accounts(Meeting.objects.live()).filter(pk=pk).first()
    if found is not None:
        return meeting_answer(found, about_site(request))
    joined = joined_into(pk)
    if joined is None:
        raise Http404
    return HttpResponse(status=301, headers={"Location": f"{request.path.removesuffix(str(pk))}{joined}"})


def about_site(request: ApiRequest) -> About:
    """What makes addresses of pages whole."""
    return About("", "", request.build_absolute_uri("/").rstrip("/"), 0)


def brief_of(card: MeetingCard, about: About) -> dict[str, object]:
    """The record that exports have, with the keys of the reports and their articles."""
    reports = [
        {**report_record(report, about), "id": report.pk, "article_id": report.article_id} for report in card.reports
    ]
    return {**record(card, about), "reports": reports}


def meeting_brief(card: MeetingCard, about: About) -> MeetingBrief:
    return MeetingBrief.model_validate(brief_of(card, about))


def meeting_answer(meeting: Meeting, about: About) -> MeetingAnswer:
    """A meeting that `with_accounts` fetched."""
    card = meeting_card(meeting)
    told = {
        "accounts": [account_answer(told_by(report)) for report in card.reports],
        "stages": [
            Stage(status=each.status, article=each.first.article_id, published_on=each.first.article.published_on)
            for each in stages(card.reports)
        ],
        "may_be_one_with": [join_answer(each) for each in open_joins(meeting)],
    }
    return MeetingAnswer.model_validate({**brief_of(card, about), **told})


def account_answer(account: Account) -> MeetingAccount:
    report = account.report
    return MeetingAccount(
        report=report.pk,
        article=report.article_id,
        source=report.article.source.name,
        participants=[participant_told(each) for each in account.participants],
        kind=str(report.kind),
        status=str(report.meeting_status),
        date=report.date_value or None,
        place=named(report.place),
        duration=report.duration,
        sentences=list(account.sentences),
        words={str(field): list(found) for field, found in account.words.items()},
        proofs=[ProvenField(field=str(each.field), start=each.start, end=each.end) for each in report.evidence.all()],
    )


def participant_told(participant: Participant) -> ParticipantAnswer:
    actor = participant.actor
    return ParticipantAnswer(
        slug=actor.slug,
        name=actor.name,
        country=actor.country or None,
        post=participant.post or None,
        part=str(participant.part) or None,
    )


def join_answer(proposal: MeetingProposal) -> JoinAnswer:
    return JoinAnswer(
        id=proposal.pk,
        score=proposal.score,
        reasons=proposal.reasons,
        first=proposal.first_id,
        second=proposal.second_id,
    )
