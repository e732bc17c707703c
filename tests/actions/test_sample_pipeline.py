"""The sample collection through the whole pipeline: what it finds is joined as the canonical meetings are."""

from datetime import date
from functools import cache
from itertools import combinations
from random import Random

import pytest
from django.conf import settings
from django.db import transaction

from articles.actions.regrouping import settle_people
from articles.actions.sample import load_sample
from articles.actions.storing import store_annotations
from articles.models import Article, MeetingReport
from articles.names import Likeness, likeness
from articles.nlp.pipeline import build
from articles.nlp.types import Annotation
from tests.actions.collection import Collection, collection
from tests.actions.sample_gold import canonical, gold
from tests.factories import PipelineRunFactory

pytestmark = pytest.mark.django_db

Told = tuple[str, int]


@cache
def annotation(text: str, day: date) -> Annotation:
    return next(build(settings.SPACY_PIPELINE, settings.NER_COMPONENT).annotate([(text, day)]))


def store(ids: list[str]) -> None:
    load_sample(annotate=False)
    articles = Article.objects.in_bulk(ids, field_name="external_id")
    run = PipelineRunFactory()
    for start in range(0, len(ids), 7):
        portion = [articles[key] for key in ids[start : start + 7]]
        pairs = [(article, annotation(article.text, article.published_on)) for article in portion]
        store_annotations(pairs, run=run)
    settle_people(run)


def recognised() -> dict[MeetingReport, Told]:
    """The reports that tell what a gold meeting of their article does: its people, kind, status and date."""
    found: dict[MeetingReport, Told] = {}
    for report in MeetingReport.objects.select_related("article").prefetch_related("participants__actor"):
        people = [row.actor.name for row in report.participants.all()]
        for index, meeting in enumerate(gold()[report.article.external_id]["meetings"]):
            told = (report.article.external_id, index)
            like = len(people) == len(meeting["participants"]) and all(
                any(likeness(one, other) > Likeness.PART for other in meeting["participants"]) for one in people
            )
            facts = (report.kind, report.meeting_status) == (meeting["kind"], meeting["status"])
            if like and facts and report.date_value in {"", meeting["date"]} and told not in found.values():
                found[report] = told
                break
    return found


def test_pipeline_joins_no_two_meetings_of_the_sample_and_most_that_are_one() -> None:
    store(sorted(gold()))
    true = {(each["article"], each["index"]): meeting["key"] for meeting in canonical() for each in meeting["reports"]}

    pairs = list(combinations(recognised().items(), 2))
    joined = {(a, b) for (one, a), (other, b) in pairs if one.meeting_id == other.meeting_id}
    wanted = {(a, b) for (_, a), (_, b) in pairs if true[a] == true[b]}
    assert joined - wanted == set()
    assert len(joined & wanted) >= 0.75 * len(wanted)


def stored(ids: list[str]) -> Collection:
    """What the articles give in this order; nothing stays."""
    with transaction.atomic():
        store(ids)
        found = collection()
        transaction.set_rollback(True)
    return found


def test_articles_give_the_same_people_and_meetings_in_any_order() -> None:
    """Bare surnames before the full names, variants in any turn: what is known in the end is the same."""
    ids = sorted(gold())
    before = stored(ids)

    for seed in (1, 5):
        Random(seed).shuffle(ids)  # noqa: S311 -- an order, not a secret
        after = stored(ids)
        assert after.people == before.people
        assert after.doubts == before.doubts
        assert after.meetings == before.meetings
