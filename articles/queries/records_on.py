"""What an article tells, whole, for those who decide on it; and how far its review is."""

from articles.models import MeetingReport, Review, Statement
from articles.queries.rows import has_rows, made, rows_of, selection


def reports_on(article_id: int) -> list[MeetingReport]:
    if not has_rows(MeetingReport, article_id):
        return []
    linked = MeetingReport.objects.filter(article_id=article_id).select_related("place", "decided_by")
    return list(linked.prefetch_related("participants__actor", "evidence"))


def statements_on(article_id: int) -> list[Statement]:
    if not has_rows(Statement, article_id):
        return []
    linked = Statement.objects.filter(article_id=article_id)
    return list(linked.select_related("speaker", "addressee", "decided_by"))


def review_of(article_id: int) -> Review | None:
    rows = rows_of(f"{selection(Review)} WHERE article_id = %s", [article_id])
    return made(Review, rows[0]) if rows else None
