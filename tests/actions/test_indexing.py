"""What searches compare is worked out once for many changes, and stays in step with every single one."""

from collections.abc import Callable
from contextlib import nullcontext, suppress

import pytest
from django.db import connection, transaction
from django.db.models import Case, Model, QuerySet, Value, When
from django.utils import timezone

from articles.actions.indexing import indexed_once
from articles.enums import AnnotationStatus
from articles.models import (
    Article,
    IndexedArticle,
    IndexedMeeting,
    IndexedStatement,
    MeetingReport,
    Mention,
    SearchedArticle,
)
from tests.actions.sample_gold import gold, store_gold
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, MentionFactory

pytestmark = pytest.mark.django_db
KINDS = {"articles": IndexedArticle, "meetings": IndexedMeeting, "statements": IndexedStatement}


def indexed() -> dict[str, list[tuple[object, ...]]]:
    """All but when a meeting last changed: that its row is gone for a moment is a change (see FormerMeeting)."""
    rows = {kind: list(model.objects.order_by("pk").values_list(*compared(model))) for kind, model in KINDS.items()}
    return {**rows, "searched": list(SearchedArticle.objects.order_by("pk").values_list())}


def compared(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if field.name != "changed_at"]


def index_anew() -> None:
    SearchedArticle.objects.all().delete()
    with connection.cursor() as cursor:
        for kind, model in KINDS.items():
            model.objects.all().delete()
            records = f"SELECT id FROM articles_{kind.removesuffix('s')}"  # noqa: S608 - our own names
            cursor.execute(f"SELECT newsdesk_index_{kind}(ARRAY({records}))")


def corrections(article: Article) -> float:
    return IndexedArticle.objects.get(article=article).corrections


def test_what_an_import_indexes_once_is_what_indexing_anew_gives() -> None:
    store_gold(sorted(gold()), together=24)
    kept = indexed()

    index_anew()

    assert len(kept["meetings"]) > 10
    assert kept == indexed()


def test_doubts_follow_each_change_of_a_proposal() -> None:
    article = ArticleFactory()
    mention = MentionFactory(article=article, confidence=0.9, link_confidence=0.5)
    MeetingReportFactory(article=article, confidence=0.75)
    assert corrections(article) == pytest.approx(0.55 + 0.25)

    Mention.objects.filter(pk=mention.pk).update(link_confidence=None)
    assert corrections(article) == pytest.approx(0.1 + 0.25)

    mention.delete()
    assert corrections(article) == pytest.approx(0.25)
    article.meeting_reports.update(status=AnnotationStatus.ACCEPTED, decided_at=article.imported_at)
    assert corrections(article) == 0

    article.meeting_reports.all().delete()
    article.delete()
    assert not IndexedArticle.objects.filter(pk=article.pk).exists()


def accept_one() -> None:
    decide(Mention.objects.filter(text="Alone"), AnnotationStatus.ACCEPTED)


def reject_one() -> None:
    decide(Mention.objects.filter(text="Alone"), AnnotationStatus.REJECTED)


def unlink_one() -> None:
    Mention.objects.filter(text="Alone").update(actor=None, link_confidence=None)


def accept_and_reject_at_once() -> None:
    status = Case(When(text="Alone", then=Value("rejected")), default=Value("accepted"))
    Mention.objects.update(status=status, decided_at=timezone.now())


def doubt_a_meeting() -> None:
    MeetingReport.objects.update(confidence=0.01)


def decide_on_a_meeting() -> None:
    MeetingReport.objects.update(status=AnnotationStatus.REJECTED, decided_at=timezone.now())


def decide(rows: QuerySet[Mention], status: AnnotationStatus) -> None:
    assert rows.update(status=status, decided_at=timezone.now()) == 1


SEARCHED_ALIKE = (accept_one, doubt_a_meeting, decide_on_a_meeting)
SEARCHED_ANEW = (reject_one, unlink_one, accept_and_reject_at_once)


@pytest.mark.parametrize("change", [*SEARCHED_ALIKE, *SEARCHED_ANEW])
@pytest.mark.parametrize("held", [False, True])
def test_each_change_leaves_what_indexing_anew_gives(change: Callable[[], None], *, held: bool) -> None:
    for article in ArticleFactory.create_batch(2):
        for start in (0, 15, 27):
            MentionFactory(
                article=article, actor=ActorFactory(country="FR"), start=start, end=start + 6, confidence=0.7
            )
    peru = {"actor": ActorFactory(country="PE"), "confidence": 0.6, "link_confidence": 0.5}
    MentionFactory(article=article, text="Alone", start=45, end=51, **peru)
    MeetingReportFactory(article=article, confidence=0.75)
    before = indexed()

    with transaction.atomic(), indexed_once() if held else nullcontext():
        change()

    kept = indexed()
    index_anew()
    assert kept["articles"] != before["articles"]
    assert (kept["searched"] == before["searched"]) == (change in SEARCHED_ALIKE)
    assert kept == indexed()


def test_articles_are_indexed_under_the_date_they_get() -> None:
    article = ArticleFactory()

    Article.objects.filter(pk=article.pk).update(published_on="2019-03-04")

    assert str(IndexedArticle.objects.get(article=article).published_on) == "2019-03-04"


def test_work_that_fails_leaves_triggers_at_work() -> None:
    article = ArticleFactory()

    with suppress(ValueError), transaction.atomic(), indexed_once():
        MentionFactory(article=article, confidence=0.1)
        raise ValueError

    assert corrections(article) == 0
    MentionFactory(article=article, confidence=0.1)
    assert corrections(article) == pytest.approx(0.9)


def test_what_is_held_is_indexed_at_the_end() -> None:
    article = ArticleFactory()

    with transaction.atomic(), indexed_once():
        MentionFactory(article=article, confidence=0.1)
        during = corrections(article)

    assert (during, corrections(article)) == (0, pytest.approx(0.9))
