"""The export says what the contract says, and nothing that was rejected."""

import json
import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.enums import AnnotationStatus, MentionLabel
from articles.models import Article, Meeting
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db
TEXT = "Anna Lindberg a vu Karim Benali à Ankara le 6 mai. « Bien », a-t-elle dit. 😀"
#: Who made a row that nobody decided on.
UNDECIDED = {"machine": "test-1", "person": None, "decided_at": None}


def exported() -> list[dict[str, object]]:
    out = StringIO()
    call_command("export_annotations", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture
def article() -> Article:
    """One with every kind of record, and what was rejected beside it."""
    article: Article = ArticleFactory(external_id="a", title="Titre", text=TEXT)
    anna, karim = ActorFactory(name="Anna Lindberg"), ActorFactory(name="Karim Benali")
    MentionFactory(article=article, text="Anna Lindberg", actor=anna, status=AnnotationStatus.ACCEPTED)
    MentionFactory(article=article, text="Karim Benali", status=AnnotationStatus.REJECTED)
    MentionFactory(article=article, text="Ankara", label=MentionLabel.GPE, place=PlaceFactory())
    MentionFactory(article=article, text="6 mai", label=MentionLabel.DATE, value="2023-05-06")
    told = {"article": article, "meeting": MeetingFactory()}
    report = MeetingReportFactory(**told, actors=[anna, karim], sentence="Anna Lindberg a vu Karim Benali", duration=90)
    report.participants.filter(actor=karim).update(part="visitor")
    report.evidence.create(field="topic", start=52, end=56)
    MeetingReportFactory(**told, actors=[anna], status=AnnotationStatus.REJECTED)
    StatementFactory(article=article, quote="Bien", speaker=anna, addressee=karim)
    return article


def test_export_gives_the_article_with_its_text(article: Article) -> None:
    [record] = exported()
    assert [record.pop(name) != [] for name in ("spans", "meetings", "statements")] == [True] * 3
    assert record == {
        "id": "a", "title": "Titre", "text": TEXT, "date": "2023-11-06", "source": "Agence du Test",
        "illustrative": False, "language": "fr",
    }  # fmt: skip


def test_export_gives_every_live_mention(article: Article) -> None:
    plain = {"actor": None, "place": None, "value": None, "figurative": False, "status": "proposed"}
    machine = {**plain, **UNDECIDED, "origin": "newsdesk_entities"}
    anna = {"slug": "anna-lindberg", "name": "Anna Lindberg"}
    accepted = {"status": "accepted", "decided_at": "2024-01-01T00:00:00+00:00"}
    ankara = {"slug": "ankara", "name": "Ankara"}
    assert exported()[0]["spans"] == [
        {**machine, "start": 0, "end": 13, "label": "PER", "text": "Anna Lindberg", "actor": anna, **accepted},
        {**machine, "start": 34, "end": 40, "label": "GPE", "text": "Ankara", "place": ankara},
        {**machine, "start": 44, "end": 49, "label": "DATE", "text": "6 mai", "value": "2023-05-06"},
    ]


def test_export_gives_every_live_meeting(article: Article) -> None:
    assert exported()[0]["meetings"] == [
        {
            "id": Meeting.objects.get().pk, "participants": ["Anna Lindberg", "Karim Benali"], "kind": "in_person",
            "status": "held", "date": "2023-11-06", "place": None, "duration": 90, "evidence": [[0, 31]], "hosts": [],
            "visitors": ["Karim Benali"], "topics": [[52, 56]], "decision": "proposed", "origin": "newsdesk_meetings",
            **UNDECIDED,
        }
    ]  # fmt: skip


def test_export_gives_every_statement(article: Article) -> None:
    assert exported()[0]["statements"] == [
        {
            "speaker": "Anna Lindberg", "addressee": "Karim Benali", "quote": [53, 57], "cue": None, "direct": True,
            "decision": "proposed", "origin": "newsdesk_statements", **UNDECIDED,
        }
    ]  # fmt: skip


def test_export_is_sorted_by_code_points() -> None:
    for name in ("b", "É", "B", "a"):
        ArticleFactory(external_id=name)

    assert [record["id"] for record in exported()] == ["B", "a", "b", "É"]


def test_export_writes_a_file(tmp_path: Path) -> None:
    ArticleFactory(external_id="a", text="Un\r\ndeux\u202fé")

    call_command("export_annotations", output=str(tmp_path / "out.jsonl"))

    assert [json.loads(line)["text"] for line in (tmp_path / "out.jsonl").read_text("utf-8").split("\n")[:-1]] == [
        "Un\r\ndeux\u202fé"
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_export_to_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written") as caught:
        call_command("export_annotations", output=str(tmp_path / "missing" / "out.jsonl"))

    assert caught.value.returncode == 2


def test_export_that_breaks_leaves_the_former_one_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.jsonl").write_text("former")
    ArticleFactory()
    monkeypatch.setattr("articles.exporters.annotations.article_record", lambda article: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        call_command("export_annotations", output=str(tmp_path / "out.jsonl"))
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_annotations", output=str(tmp_path), format="conll")

    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out.jsonl", "former")]
    assert not [path for path in tmp_path.parent.iterdir() if path.name.startswith(".newsdesk")]


def test_export_goes_into_a_pipe_and_through_a_link_and_replaces_neither(tmp_path: Path) -> None:
    ArticleFactory(external_id="a")
    (tmp_path / "link").symlink_to("real.jsonl")
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)

    call_command("export_annotations", output=str(tmp_path / "link"))
    call_command("export_annotations", output=str(tmp_path / "pipe"))

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "pipe").is_fifo()
    assert os.read(reader, 1 << 16) == (tmp_path / "real.jsonl").read_bytes() != b""
    os.close(reader)


@pytest.mark.parametrize("article_count", [1, 3])
def test_export_queries_do_not_grow(article_count: int, django_assert_num_queries: object) -> None:
    for number in range(article_count):
        article = ArticleFactory(external_id=str(number))
        actor = ActorFactory()
        MentionFactory(article=article, actor=actor)
        MeetingReportFactory(article=article, actors=[actor], sentence="Antony Blinken")
        StatementFactory(article=article)

    with django_assert_num_queries(7):
        exported()
