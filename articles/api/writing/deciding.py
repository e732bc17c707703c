"""How a decision on a row is carried out, whatever the row is."""

from collections.abc import Callable
from typing import Any, overload

from django.http import Http404
from ninja import Router

from articles.api.answers.rows import MentionAnswer, ReportAnswer, StatementAnswer
from articles.api.operations import Text, writing
from articles.api.refusals import stale
from articles.api.requests import ApiRequest, by
from articles.api.told import Answer, row_told, there
from articles.api.versions import version_asked
from articles.enums import TokenScope
from articles.exceptions import AlreadyDone, RowGone, StaleEdit
from articles.models import MeetingReport, Mention, Statement

router = Router(tags=["decisions"])

Row = Mention | MeetingReport | Statement
#: Takes the row, and by keyword the person and the version seen.
Act = Callable[..., Any]


@overload
def decide(request: ApiRequest, row: Mention, act: Act, **given: Any) -> MentionAnswer: ...
@overload
def decide(request: ApiRequest, row: MeetingReport, act: Act, **given: Any) -> ReportAnswer: ...
@overload
def decide(request: ApiRequest, row: Statement, act: Act, **given: Any) -> StatementAnswer: ...
def decide(request: ApiRequest, row: Row, act: Act, **given: Any) -> Answer:
    """Carry the decision out on the version that was named, and tell the row as it stands then."""
    version = version_asked(request)
    try:
        act(row, by=by(request), version=version, **given)
    except AlreadyDone:
        return row_told(request, row)
    except RowGone as error:
        raise Http404 from error
    except StaleEdit as error:
        raise stale(request, row, version) from error
    return row_told(request, row)


def mention_of(pk: int) -> Mention:
    found: Mention = there(Mention.objects.select_related("article", "actor", "place").filter(pk=pk).first())
    return found


def report_of(pk: int) -> MeetingReport:
    found: MeetingReport = there(MeetingReport.objects.select_related("article").filter(pk=pk).first())
    return found


def statement_of(pk: int) -> Statement:
    found: Statement = there(Statement.objects.select_related("article").filter(pk=pk).first())
    return found


Find = Callable[[int], Row]
ANSWERS: dict[Find, Any] = {mention_of: MentionAnswer, report_of: ReportAnswer, statement_of: StatementAnswer}


def plain_decision(path: str, find: Find, act: Act, *, name: str, summary: Text) -> None:
    """An operation that takes nothing but the version of the row."""

    def operation(request: ApiRequest, pk: int) -> Any:
        return decide(request, find(pk), act)

    operation.__name__ = name
    declare = writing(router, path, ANSWERS[find], summary=summary, scope=TokenScope.DECIDE, versioned=True)
    declare(operation)
