"""Proposals of a program: checked by the forms of the annotation page, kept as proposed with where they come from."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import Router
from pydantic import BaseModel, Field

from articles.actions.mentions import PERSON
from articles.actions.proposing import MentionDraft, Proposed, ReportDraft, StatementDraft, propose_rows
from articles.api.answers.rows import MentionAnswer, ReportAnswer, StatementAnswer
from articles.api.filters import checked
from articles.api.operations import JSON, writing
from articles.api.problems import FieldProblem, Problem
from articles.api.requests import ApiRequest, by
from articles.api.told import mention_told, report_told, statement_told, there
from articles.api.writing.bodies import (
    CALLED,
    Body,
    Name,
    NewMentionBody,
    NewReportBody,
    StatementBody,
    form_data,
    report_data,
    statement_data,
)
from articles.api.writing.records import proven
from articles.enums import TokenScope
from articles.exceptions import AlreadyDone
from articles.forms.mention import AddMentionForm, DetailsForm, LinkForm
from articles.forms.report import AddReportForm
from articles.forms.statement import StatementForm
from articles.models import Article, MeetingReport, Mention, Statement
from articles.queries.journal import rows_added

router = Router(tags=["proposals"])
Sent = TypeVar("Sent")
Draft = TypeVar("Draft")
#: What our own pre-annotation calls its components.
OURS = "newsdesk"
Sure = Annotated[float, Field(ge=0, le=1)]


class ProposedMention(NewMentionBody):
    """`confidence`: how likely it can be accepted as it stands."""

    actor: Name | None = None
    place: Name | None = None
    value: Annotated[str, Field(max_length=30)] = ""
    figurative: bool = False
    confidence: Sure | None = None


class ProposedReport(NewReportBody):
    confidence: Sure | None = None


class ProposedStatement(StatementBody):
    confidence: Sure | None = None


class ProposalsBody(Body):
    """`program` is the name under which the proposals are kept, with its version: `my-tagger/1.2`."""

    program: Annotated[str, Field(pattern=r"^[a-z][a-z0-9._/-]{1,49}$")]
    mentions: Annotated[list[ProposedMention], Field(max_length=500, default_factory=list)]
    reports: Annotated[list[ProposedReport], Field(max_length=50, default_factory=list)]
    statements: Annotated[list[ProposedStatement], Field(max_length=200, default_factory=list)]


class LeftOut(BaseModel):
    """What was not proposed: its kind and number in what was sent, and the row that is in the way."""

    kind: str
    number: int
    row: int


class ProposalsAnswer(BaseModel):
    program: str
    mentions: list[MentionAnswer]
    reports: list[ReportAnswer]
    statements: list[StatementAnswer]
    left_out: list[LeftOut]


@writing(
    router,
    "/articles/{int:pk}/proposals",
    ProposalsAnswer,
    summary=_("Propose mentions, meetings and statements of an article"),
    scope=TokenScope.PROPOSE,
    media=JSON,
)
def propose(request: ApiRequest, pk: int, body: ProposalsBody) -> ProposalsAnswer:
    article: Article = there(Article.objects.defer("search_vector").filter(pk=pk).first())
    if body.program == PERSON or body.program.startswith(OURS):
        errors = [FieldProblem(field="program", message=gettext("This name is taken."))]
        raise Problem(422, gettext("Some of what was sent cannot be used."), errors=errors)
    errors = []
    drafts: dict[str, Any] = {
        "mentions": drafted("mentions", body.mentions, article, mention_draft, errors),
        "reports": drafted("reports", body.reports, article, report_draft, errors),
        "statements": drafted("statements", body.statements, article, statement_draft, errors),
    }
    if errors:
        raise Problem(422, gettext("Some of what was sent cannot be used."), errors=errors)
    try:
        made = propose_rows(article, by=by(request), program=body.program, **drafts)
    except AlreadyDone as known:
        made = made_before(known)
    return proposals_answer(request, body.program, made)


def drafted(
    kind: str,
    sent: Sequence[Sent],
    article: Article,
    draft: Callable[[Sent, Article], Draft],
    errors: list[FieldProblem],
) -> list[Draft]:
    """What forms make of what was sent; what is wrong is told with its kind and number."""
    found = []
    for number, each in enumerate(sent):
        try:
            found.append(draft(each, article))
        except Problem as problem:
            errors += [
                FieldProblem(field=f"{kind}.{number}.{wrong.field}".rstrip("."), message=wrong.message)
                for wrong in problem.errors or [FieldProblem(field="", message=problem.detail)]
            ]
    return found


def mention_draft(sent: ProposedMention, article: Article) -> MentionDraft:
    span = AddMentionForm(form_data(start=sent.start, end=sent.end, label=sent.label), text=article.text)
    data = checked(span, names=CALLED).cleaned_data
    details = checked(DetailsForm(form_data(version=1, value=sent.value, figurative=sent.figurative))).cleaned_data
    link = checked(LinkForm(form_data(version=1, actor=sent.actor, place=sent.place))).cleaned_data
    return MentionDraft(
        span=(data["start"], data["end"]),
        label=data["label"],
        actor=link["chosen"],
        place=link["chosen_place"],
        value=details["value"],
        figurative=details["figurative"],
        confidence=sent.confidence,
    )


def report_draft(sent: ProposedReport, article: Article) -> ReportDraft:
    form = proven(AddReportForm(report_data(sent, start=sent.start, end=sent.end), text=article.text))
    sentence = form.cleaned_data["start"], form.cleaned_data["end"]
    return ReportDraft(form.fields_entered(), sentence, sent.confidence)


def statement_draft(sent: ProposedStatement, article: Article) -> StatementDraft:
    form = proven(StatementForm(statement_data(sent, article.text), text=article.text))
    return StatementDraft(form.fields_entered(), sent.confidence)


def made_before(known: AlreadyDone) -> Proposed:
    """The rows that the same request made when it came first, as far as they are there."""
    mentions, reports, statements = (
        list(model._default_manager.filter(pk__in=rows_added(known.action, model)).order_by("pk"))
        for model in (Mention, MeetingReport, Statement)
    )
    return Proposed(mentions, reports, statements)  # type: ignore[arg-type]  # each list is of its model


def proposals_answer(request: ApiRequest, program: str, made: Proposed) -> ProposalsAnswer:
    answer = ProposalsAnswer(
        program=program,
        mentions=[mention_told(request, row.pk) for row in made.mentions],
        reports=[report_told(request, row.pk) for row in made.reports],
        statements=[statement_told(request, row.pk) for row in made.statements],
        left_out=[LeftOut(kind=kind, number=number, row=row) for kind, number, row in made.left_out],
    )
    request.row_version = None
    return answer
