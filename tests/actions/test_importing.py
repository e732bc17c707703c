"""Records become articles: date, source, title and identifier; each text once."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import filing
from articles.actions.importing import ImportOptions, import_records
from articles.actions.intake import Defaults
from articles.enums import DateOrigin, ProblemSeverity, ReviewState
from articles.importers import ParseProblem, RawArticle
from articles.models import Article, ImportBatch, ImportProblem
from articles.nlp.types import Annotation, MentionRecord, Span

pytestmark = pytest.mark.django_db
DATELINED = " date 2022-03 BERNE, 4 mars (Agence Alpine) – La ministre a reçu son collègue. Ils ont parlé."


def run(*records: RawArticle | ParseProblem, **options: object) -> tuple[int, int, int]:
    chosen = ImportOptions(annotate=False, **options)  # type: ignore[arg-type]
    done = import_records(records, options=chosen, paths=["test"])
    return done.imported, done.duplicates, done.rejected


def raw(text: str, **fields: object) -> RawArticle:
    return RawArticle(**{"text": text, "file": "a.txt", "id": "a", "file_date": date(2022, 5, 1), **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "option", "expected"),
    [
        (raw(DATELINED, published_on=date(2021, 1, 2)), date(2020, 1, 1), (date(2021, 1, 2), DateOrigin.RECORD)),
        (raw(DATELINED), date(2020, 1, 1), (date(2020, 1, 1), DateOrigin.OPTION)),
        (raw(DATELINED), None, (date(2022, 3, 4), DateOrigin.DATELINE)),
        (raw("BERNE, 4 mars (Agence) – Texte."), None, (date(2022, 3, 4), DateOrigin.DATELINE)),
        (raw("BERNE, 4 juin (Agence) – Texte."), None, (date(2021, 6, 4), DateOrigin.DATELINE)),
        (raw(" date 2019-07 Texte sans lieu."), None, (date(2019, 7, 1), DateOrigin.DATELINE)),
        (raw("Texte."), None, (date(2022, 5, 1), DateOrigin.FILE)),
    ],
)
def test_date_is_taken_from_the_best_witness(
    record: RawArticle, option: date | None, expected: tuple[date, DateOrigin]
) -> None:
    run(record, defaults=Defaults(day=option))

    assert Article.objects.values_list("published_on", "date_origin").get() == expected


@time_machine.travel("2024-01-01")
@pytest.mark.parametrize("day", [date(1799, 12, 31), date(2025, 6, 1)])
def test_impossible_date_is_a_problem(day: date) -> None:
    assert run(raw("Texte.", published_on=day)) == (0, 0, 1)

    problem = ImportProblem.objects.get()
    assert (problem.file, problem.field, problem.severity) == ("a.txt", "date", ProblemSeverity.ERROR)


@pytest.mark.parametrize(
    ("record", "option", "expected"),
    [
        (raw(DATELINED, source="La Feuille"), "Option", "La Feuille"),
        (raw(DATELINED), "Option", "Option"),
        (raw(DATELINED), "", "Agence Alpine"),
    ],
)
def test_source_is_taken_from_the_best_witness(record: RawArticle, option: str, expected: str) -> None:
    run(record, defaults=Defaults(source=option))

    assert Article.objects.get().source.name == expected


def test_sources_that_differ_in_capitals_are_one() -> None:
    run(raw("Un.", source="Agence Été"), raw("Deux.", id="b", source="AGENCE ETE"))

    assert Article.objects.values("source").distinct().count() == 1


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (raw(DATELINED, title=" Titre\n du record "), "Titre du record"),
        (raw(DATELINED), "La ministre a reçu son collègue."),
        (raw("Un accord à Berne\n\nPar Anna Lindberg\n\nLa ministre a signé."), "Un accord à Berne"),
        (raw("Par Anna Lindberg\n\nLa ministre a signé. Elle part."), "La ministre a signé."),
        (raw("mot " * 60), "mot " * 28 + "mot…"),
    ],
)
def test_title_never_shows_the_dateline(record: RawArticle, expected: str) -> None:
    run(record)

    assert Article.objects.get().title == expected


def test_same_text_goes_in_once() -> None:
    assert run(raw("Texte."), raw("Texte.", id="b")) == (1, 1, 0)
    assert run(raw("Texte.", id="c")) == (0, 1, 0)
    assert [article.external_id for article in Article.objects.all()] == ["a"]


def test_other_text_with_the_same_id_gets_a_numbered_one_and_a_remark() -> None:
    assert run(raw("Un."), raw("Deux."), raw("Trois.")) == (3, 0, 0)

    assert sorted(Article.objects.values_list("external_id", flat=True)) == ["a", "a-2", "a-3"]
    assert list(ImportProblem.objects.values_list("field", "severity")) == [("id", "warning")] * 2


def test_ids_that_very_many_texts_have_are_read_once_not_for_each_text() -> None:
    run(raw("Zéro."), raw("Moins un.", id="a-3"))
    with CaptureQueriesContext(connection) as asked:
        assert run(*(raw(f"Texte {number}.") for number in range(60))) == (60, 0, 0)
    assert sum("LIKE" in str(query["sql"]) for query in asked) == 1
    numbers = {f"a-{number}" for number in range(2, 63)}
    assert set(Article.objects.values_list("external_id", flat=True)) == {"a", *numbers}


def test_address_that_is_none_is_left_out_with_a_remark() -> None:
    assert run(raw("Texte.", url="javascript:alert(1)")) == (1, 0, 0)

    assert Article.objects.get().url == ""
    assert ImportProblem.objects.get().field == "url"


def test_batch_keeps_counts_and_problems(tmp_path: Path) -> None:
    run(raw("Texte."), ParseProblem("b.jsonl", "Is missing.", line=7, field="text"))

    batch = ImportBatch.objects.get()
    assert (batch.imported, batch.duplicates, batch.rejected, batch.paths) == (1, 0, 1, ["test"])
    assert batch.finished_at is not None
    expected = ("b.jsonl", 7, "text", "Is missing.", "error")
    assert batch.problems.values_list("file", "line", "field", "reason", "severity").get() == expected
    article = batch.articles.get()
    assert (article.file, article.review.state) == ("a.txt", ReviewState.NEW)


def test_dry_run_counts_and_writes_nothing() -> None:
    assert run(raw("Texte."), raw("Texte."), ParseProblem("b", "Bad."), dry_run=True) == (1, 1, 1)

    assert not Article.objects.exists()
    assert not ImportBatch.objects.exists()


class FakeAnnotator:
    """Stands for the pipeline: marks the first word, breaks on the word « panne », proposes nonsense on « sottise »."""

    pipeline = "test"

    def annotate(self, texts: Iterable[tuple[str, date]]) -> Iterator[Annotation]:
        for text, _day in texts:
            if "panne" in text:
                raise RuntimeError("cannot parse")
            label = "NONSENSE" if "sottise" in text else "LOC"
            yield Annotation(mentions=(MentionRecord(Span(0, len(text.split()[0])), label, origin="test"),))


@pytest.fixture
def fake_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("articles.actions.annotate", "articles.nlp.workers"):
        monkeypatch.setattr(f"{module}.build", lambda pipeline, recogniser: FakeAnnotator())


def annotated() -> dict[str, str]:
    rows = Article.objects.order_by("external_id").values_list("external_id", "review__state")
    return dict(rows)


@pytest.mark.usefixtures("fake_pipeline")
def test_import_run_again_annotates_what_the_first_left() -> None:
    run(raw("Berne parle."))
    before = annotated()

    done = import_records([raw("Berne parle."), raw("Genève écoute.", id="b")], options=ImportOptions(), paths=[])

    assert before == {"a": "new"}
    assert (done.imported, done.duplicates) == (1, 1)
    assert annotated() == {"a": "pre_annotated", "b": "pre_annotated"}


@pytest.mark.usefixtures("fake_pipeline")
def test_text_the_pipeline_breaks_on_is_named_and_the_others_are_annotated() -> None:
    items = [raw("Berne parle."), raw("Une panne.", id="b"), raw("Genève écoute.", id="c")]

    done = import_records(items, options=ImportOptions(), paths=[])

    assert (done.imported, done.rejected) == (3, 0)
    assert annotated() == {"a": "pre_annotated", "b": "new", "c": "pre_annotated"}
    problem = ImportProblem.objects.get()
    assert problem.severity == ProblemSeverity.WARNING
    assert "cannot parse" in problem.reason


@pytest.mark.usefixtures("fake_pipeline")
def test_annotation_the_database_refuses_is_named_and_the_others_are_stored() -> None:
    items = [raw("Berne parle."), raw("Une sottise.", id="b", line=3), raw("Genève écoute.", id="c")]

    import_records(items, options=ImportOptions(), paths=[])

    assert annotated() == {"a": "pre_annotated", "b": "new", "c": "pre_annotated"}
    problem = ImportProblem.objects.get()
    assert (problem.file, problem.line, problem.severity) == ("a.txt", 3, ProblemSeverity.WARNING)
    assert "DataError: value too long" in problem.reason


def test_record_the_database_refuses_is_named_and_the_others_go_in() -> None:
    assert run(raw("Un."), raw("De\0ux.", id="b", line=2), raw("Trois.", id="c")) == (2, 0, 1)

    assert sorted(Article.objects.values_list("external_id", flat=True)) == ["a", "c"]
    assert ImportProblem.objects.values_list("file", "line", "severity").get() == ("a.txt", 2, "error")


def test_records_that_another_import_brings_meanwhile_are_duplicates_or_numbered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run(raw("Un."), raw("Deux.", id="b"))
    monkeypatch.setattr("articles.actions.filing.known_texts", first_time_empty(filing.known_texts))
    monkeypatch.setattr("articles.actions.filing.taken_ids", first_time_empty(filing.taken_ids))

    assert run(raw("Un."), raw("Trois.", id="b"), raw("Quatre.", id="d")) == (2, 1, 0)
    assert sorted(Article.objects.values_list("external_id", flat=True)) == ["a", "b", "b-2", "d"]


def first_time_empty(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function as it would answer before the other import wrote anything, and from then on as it is."""
    answers = [function([])]
    return lambda asked: answers.pop() if answers else function(asked)


def test_import_asks_as_many_queries_for_one_record_and_for_twenty() -> None:
    run(raw("Texte."))
    counts = []
    for lot in (1, 20):
        records = [raw(f"Texte {lot}/{number}.", id=f"{lot}-{number}") for number in range(lot)]
        with CaptureQueriesContext(connection) as queries:
            run(*records)
        counts.append(len(queries))

    assert counts == [9, 9]


@pytest.mark.parametrize(
    ("text", "told"),
    [("<p>La ministre <b>parle</b>.</p>", 1), ("La ministre <br/>parle.", 1), ("Si a < b et b > c, <i. e.> tout.", 0)],
)
def test_tags_left_in_a_text_are_kept_and_remarked_upon(text: str, told: int) -> None:
    assert run(raw(text), raw(text)) == (1, 1, 0)

    assert Article.objects.get().text == text
    assert list(ImportProblem.objects.values_list("field", "severity")) == [("text", "warning")] * told
