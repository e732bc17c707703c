"""Articles are stored while the next ones are annotated; whatever fails in the thread reaches the caller."""

import threading
from datetime import date
from pathlib import Path

import pytest

from articles.actions.annotate import annotate_articles
from articles.models import Article
from articles.nlp import workers
from articles.nlp.types import Annotation
from articles.nlp.workers import Failure
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

Portion = list[tuple[str, date]]
PATIENCE = 30


def articles(number: int) -> None:
    for each in range(number):
        ArticleFactory(text=f"Rien de neuf le {each}.", published_on=date(2024, 5, 6))


def test_first_portion_is_stored_while_the_second_is_annotated(monkeypatch: pytest.MonkeyPatch) -> None:
    articles(workers.PORTION + 1)
    stored = threading.Event()
    waited: list[bool] = []

    def annotate_portion(portion: Portion, pipeline: str, recogniser: Path | None) -> list[Annotation | Failure]:
        waited.append(len(portion) == workers.PORTION or stored.wait(PATIENCE))
        return [Annotation() for _ in portion]

    monkeypatch.setattr(workers, "annotate_portion", annotate_portion)

    annotate_articles(Article.objects.all(), on_article=lambda article: stored.set())

    assert waited == [True, True]
    assert not Article.objects.filter(run=None).exists()


def test_error_in_the_thread_reaches_the_caller_and_what_was_stored_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    articles(workers.PORTION + 1)

    def annotate_portion(portion: Portion, pipeline: str, recogniser: Path | None) -> list[Annotation | Failure]:
        if len(portion) < workers.PORTION:
            raise MemoryError("no more")
        return [Annotation() for _ in portion]

    monkeypatch.setattr(workers, "annotate_portion", annotate_portion)

    with pytest.raises(MemoryError, match="no more"):
        annotate_articles(Article.objects.all())

    assert Article.objects.exclude(run=None).count() == workers.PORTION
    assert not any(thread.name.startswith("annotating") for thread in threading.enumerate())


def test_interrupt_between_portions_leaves_whole_portions_and_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    articles(3 * workers.PORTION)
    monkeypatch.setattr(workers, "annotate_portion", lambda portion, *_: [Annotation() for _ in portion])

    def interrupt(article: Article) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        annotate_articles(Article.objects.all(), on_article=interrupt)

    assert Article.objects.exclude(run=None).count() == workers.PORTION
    assert not any(thread.name.startswith("annotating") for thread in threading.enumerate())
