"""One mention, report or statement as an answer, whose version goes into the ETag."""

from typing import Any

from django.http import Http404

from articles.api.answers.rows import MentionAnswer, ReportAnswer, StatementAnswer
from articles.api.requests import ApiRequest
from articles.api.serialize import mention_answer, report_answer, statement_answer
from articles.models import Article, MeetingReport, Mention, Statement
from articles.models.annotation import Annotation
from articles.queries.decidable import mentions_told, reports_told, statements_told

Answer = MentionAnswer | ReportAnswer | StatementAnswer


def mention_told(request: ApiRequest, pk: int) -> MentionAnswer:
    found = there(mentions_told().filter(pk=pk).first())
    request.row_version = found.version
    return mention_answer(found)


def report_told(request: ApiRequest, pk: int) -> ReportAnswer:
    found = there(reports_told().filter(pk=pk).first())
    request.row_version = found.version
    return report_answer(found, text_of(found.article_id))


def statement_told(request: ApiRequest, pk: int) -> StatementAnswer:
    found = there(statements_told().filter(pk=pk).first())
    request.row_version = found.version
    return statement_answer(found, text_of(found.article_id))


def row_told(request: ApiRequest, row: Annotation) -> Answer:
    """The row as it stands now."""
    tell: dict[type[Annotation], Any] = {
        Mention: mention_told,
        MeetingReport: report_told,
        Statement: statement_told,
    }
    answer: Answer = tell[type(row)](request, row.pk)
    return answer


def readable(request: ApiRequest, answer: Answer) -> None:
    """What was rejected is shown to editors only, as on the pages."""
    if answer.status == "rejected" and not request.caller.reads_as_editor:
        raise Http404


def there(row: Any) -> Any:
    if row is None:
        raise Http404
    return row


def text_of(article: int) -> str:
    """The text of an article that is there."""
    return str(there(Article.objects.filter(pk=article).values_list("text", flat=True).first()))
