"""Decisions on what an article says of meetings and on statements: the forms and actions of the annotation page."""

from typing import TypeVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.actions import reports, statements
from articles.api.answers.rows import ReportAnswer, StatementAnswer
from articles.api.filters import checked
from articles.api.operations import JSON, writing
from articles.api.problems import FieldProblem, Problem
from articles.api.requests import ApiRequest, by
from articles.api.told import report_told, statement_told, there
from articles.api.writing.bodies import CALLED, NewReportBody, ReportBody, StatementBody, report_data, statement_data
from articles.api.writing.deciding import decide, plain_decision, report_of, router, statement_of
from articles.enums import TokenScope
from articles.exceptions import AlreadyDone
from articles.forms.proofs import ProvenForm
from articles.forms.report import AddReportForm, form_for
from articles.forms.statement import StatementForm, statement_form
from articles.models import Article, MeetingReport, Statement
from articles.queries.journal import rows_added

SOME = 1
Form = TypeVar("Form", bound=ProvenForm)

plain_decision(
    "/reports/{int:pk}/accept",
    report_of,
    reports.accept_report,
    name="accept_report",
    summary=_("Accept what an article says of a meeting"),
)
plain_decision(
    "/reports/{int:pk}/reject",
    report_of,
    reports.reject_report,
    name="reject_report",
    summary=_("Reject what an article says of a meeting"),
)
plain_decision(
    "/reports/{int:pk}/restore",
    report_of,
    reports.restore_report,
    name="restore_report",
    summary=_("Take back the last decision on what an article says of a meeting"),
)
plain_decision(
    "/statements/{int:pk}/accept",
    statement_of,
    statements.accept_statement,
    name="accept_statement",
    summary=_("Accept a statement"),
)
plain_decision(
    "/statements/{int:pk}/reject",
    statement_of,
    statements.reject_statement,
    name="reject_statement",
    summary=_("Reject a statement"),
)
plain_decision(
    "/statements/{int:pk}/restore",
    statement_of,
    statements.restore_statement,
    name="restore_statement",
    summary=_("Take back the last decision on a statement"),
)


@writing(
    router,
    "/reports/{int:pk}/change",
    ReportAnswer,
    summary=_("Correct what an article says of a meeting"),
    scope=TokenScope.DECIDE,
    versioned=True,
    media=JSON,
)
def change_report(request: ApiRequest, pk: int, body: ReportBody) -> ReportAnswer:
    row = report_of(pk)
    form = proven(form_for(row, report_data(body, version=SOME)))
    return decide(request, row, reports.change_report, fields=form.fields_entered())


@writing(
    router,
    "/articles/{int:pk}/reports",
    ReportAnswer,
    summary=_("Add a meeting that the machine missed"),
    scope=TokenScope.DECIDE,
    media=JSON,
)
def add_report(request: ApiRequest, pk: int, body: NewReportBody) -> ReportAnswer:
    article: Article = there(Article.objects.defer("search_vector").filter(pk=pk).first())
    form = proven(AddReportForm(report_data(body, start=body.start, end=body.end), text=article.text))
    start, end = form.cleaned_data["start"], form.cleaned_data["end"]
    try:
        added = reports.add_report(article, by=by(request), fields=form.fields_entered(), start=start, end=end).pk
    except AlreadyDone as known:
        added = there(rows_added(known.action, MeetingReport))[0]
    return report_told(request, added)


@writing(
    router,
    "/statements/{int:pk}/change",
    StatementAnswer,
    summary=_("Correct a statement"),
    scope=TokenScope.DECIDE,
    versioned=True,
    media=JSON,
)
def change_statement(request: ApiRequest, pk: int, body: StatementBody) -> StatementAnswer:
    row = statement_of(pk)
    form = proven(statement_form(row, statement_data(body, row.article.text, version=SOME)))
    return decide(request, row, statements.change_statement, fields=form.fields_entered())


@writing(
    router,
    "/articles/{int:pk}/statements",
    StatementAnswer,
    summary=_("Add a statement that the machine missed"),
    scope=TokenScope.DECIDE,
    media=JSON,
)
def add_statement(request: ApiRequest, pk: int, body: StatementBody) -> StatementAnswer:
    article: Article = there(Article.objects.defer("search_vector").filter(pk=pk).first())
    form = proven(StatementForm(statement_data(body, article.text), text=article.text))
    try:
        added = statements.add_statement(article, by=by(request), fields=form.fields_entered()).pk
    except AlreadyDone as known:
        added = there(rows_added(known.action, Statement))[0]
    return statement_told(request, added)


def proven(form: Form) -> Form:
    """The form, valid; words that are no place in the text prove nothing, which a page passes over."""
    if len(form.proofs_sent()) < len(form.sent_proofs()):
        errors = [
            FieldProblem(
                field="proofs", message=gettext("The text has no such place, or nothing can prove this field.")
            )
        ]
        raise Problem(422, gettext("Some of what was sent cannot be used."), errors=errors)
    return checked(form, names=CALLED)
