"""The database itself refuses what must never be stored."""

import pytest
from django.db import IntegrityError, transaction

from articles.enums import AnnotationStatus, MentionLabel
from tests.factories import ArticleFactory, MentionFactory

pytestmark = pytest.mark.django_db


def test_overlapping_live_mentions_are_refused() -> None:
    article = ArticleFactory()
    MentionFactory(article=article, start=0, end=14)

    with pytest.raises(IntegrityError, match="mention_spans_do_not_overlap"), transaction.atomic():
        MentionFactory(article=article, start=7, end=20)


def test_rejected_mention_leaves_its_words_free() -> None:
    article = ArticleFactory()
    MentionFactory(article=article, start=0, end=14, status=AnnotationStatus.REJECTED)

    assert MentionFactory(article=article, start=7, end=14).pk


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"start": 5, "end": 5}, "mention_end_after_start"),
        ({"label": "XXX"}, "mention_label_valid"),
        ({"value": "2023"}, "mention_value_only_for_dates"),
        ({"label": MentionLabel.DATE, "value": "le 6"}, "mention_value_is_date"),
        ({"figurative": True}, "mention_figurative_only_for_places"),
        ({"run": None}, "mention_machine_row_has_run"),
        ({"confidence": 1.5}, "mention_confidence_valid"),
    ],
)
def test_impossible_mention_is_refused(values: dict[str, object], constraint: str) -> None:
    article = ArticleFactory()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        MentionFactory(article=article, **values)
