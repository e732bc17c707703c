"""The import command: what it prints, its exit status, a folder of ugly files, and a kill half way."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from articles.enums import ReviewState
from articles.exporters.annotations import annotation_lines, exported
from articles.models import Actor, Article, ImportBatch, ImportProblem, Meeting, Mention, Place

SUMMARY = re.compile(r"imported=(\d+) duplicates=(\d+) rejected=(\d+) seconds=\d+\.\d\n\Z")


def run(*arguments: str) -> tuple[tuple[str, ...], list[str], int]:
    """The counts of the summary, the lines on standard error, and the exit status."""
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("import_articles", "--no-annotate", *arguments, stdout=out, stderr=err, no_color=True)
    except SystemExit as end:
        status = int(end.code or 0)
    found = SUMMARY.search(out.getvalue())
    assert found is not None, out.getvalue()
    return found.groups(), err.getvalue().splitlines(), status


@pytest.fixture
def ugly(tmp_path: Path) -> Path:
    (tmp_path / "01-bon.txt").write_text("La ministre a reçu son collègue à Berne.", encoding="utf-8")
    (tmp_path / "02-binaire.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256)))
    (tmp_path / "03-vide.txt").write_bytes(b"")
    (tmp_path / "04-latin.txt").write_bytes("Le président a été reçu à Genève.".encode("latin-1"))
    with (tmp_path / "05-grand.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    lines = [json.dumps({"id": "ligne-1", "text": "Première dépêche."}), '{"id": "ligne-2", "text": "coupée']
    (tmp_path / "06-lignes.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "07-double.txt").write_text("La ministre a reçu son collègue à Berne.", encoding="utf-8")
    return tmp_path


@pytest.mark.django_db
def test_ugly_folder_gives_every_good_record_once_and_names_every_bad_one(ugly: Path) -> None:
    counts, errors, status = run(str(ugly))

    assert (counts, status) == (("3", "1", "4"), 1)
    assert sorted(Article.objects.values_list("external_id", flat=True)) == ["01-bon", "04-latin", "ligne-1"]
    where = [
        (f"{ugly}/02-binaire.txt", None),
        (f"{ugly}/03-vide.txt", None),
        (f"{ugly}/05-grand.txt", None),
        (f"{ugly}/06-lignes.jsonl", 2),
    ]
    assert list(ImportProblem.objects.values_list("file", "line")) == where
    starts = [file if line is None else f"{file}:{line}" for file, line in where]
    assert [any(line.startswith(start + ": ") for line in errors) for start in starts] == [True] * 4


@pytest.mark.django_db
def test_second_import_changes_nothing(ugly: Path) -> None:
    run(str(ugly))
    before = list(Article.objects.values())

    counts, _errors, status = run(str(ugly))

    assert (counts, status) == (("0", "4", "4"), 1)
    assert list(Article.objects.values()) == before


@pytest.mark.django_db
def test_clean_import_exits_with_zero(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Texte.")

    assert run(str(tmp_path), "--source", "Essai", "--date", "2020-02-03") == (("1", "0", "0"), [], 0)
    assert Article.objects.values_list("source__name", "published_on").get()[0] == "Essai"


@pytest.mark.django_db
def test_standard_input_is_read_in_the_format_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = b'{"id": "x", "text": "Un."}\n{"text": "Deux."}\n{"text": 3}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))

    counts, errors, status = run("-")

    assert (counts, status) == (("2", "0", "1"), 1)
    assert [line.startswith("-:3: text: ") for line in errors] == [True]
    assert list(Article.objects.order_by("line").values_list("file", "line")) == [("-", 1), ("-", 2)]
    assert Article.objects.filter(external_id="x").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "arguments",
    [
        ["/nowhere/a.txt"],
        [],
        ["a", "--format", "pdf"],
        ["a", "--date", "hier"],
        ["a", "--language", "français"],
        ["a", "--workers", "0"],
    ],
)
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("import_articles", *arguments)

    assert refused.value.returncode == (2 if arguments == ["/nowhere/a.txt"] else 1)
    assert not ImportBatch.objects.exists()


def database_url(name: str = "") -> str:
    """The address of the database of the tests, or of another on its server."""
    params = connection.get_connection_params()
    given = {"host": params.get("host"), "port": params.get("port"), "password": params.get("password")}
    query = urlencode({key: value for key, value in given.items() if value})
    return f"postgresql://{params['user']}@/{name or params['dbname']}?{query}"


def start(folder: Path, *options: str, **piped: Any) -> "subprocess.Popen[bytes]":
    """The command in a process of its own, on the database of the tests."""
    url = database_url()
    environment = {**os.environ, "DATABASE_URL": url, "NEWSDESK_DATA_DIR": str(settings.DATA_DIR)}
    command = [sys.executable, "manage.py", "import_articles", *options, str(folder)]
    return subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, **piped)


def stored() -> list[tuple[object, ...]]:
    fields = ("external_id", "text", "title", "published_on", "source__name", "review__state", "file")
    return list(Article.objects.order_by("external_id").values_list(*fields))


@pytest.mark.django_db(transaction=True)
def test_import_killed_half_way_and_run_again_gives_the_rows_of_a_clean_run(tmp_path: Path) -> None:
    for number in range(600):
        (tmp_path / f"depeche-{number:03}.txt").write_text(f"Dépêche {number}. La ministre part pour Berne.")
    process = start(tmp_path, "--no-annotate")
    deadline = time.monotonic() + 60
    while Article.objects.count() < 50 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert 50 <= Article.objects.count() < 600

    again = start(tmp_path, "--no-annotate")
    assert SUMMARY.search(again.communicate()[0].decode()) is not None
    resumed = stored()
    Article.objects.all().delete()
    start(tmp_path, "--no-annotate").communicate()

    assert len(resumed) == 600
    assert resumed == stored()


def press_ctrl_c(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(signal.SIGINT)


def end_connections(process: "subprocess.Popen[bytes]") -> None:
    """As if the server had been stopped."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("break_off", "status", "told"),
    [(press_ctrl_c, 130, "Stopped. What was finished is kept"), (end_connections, 1, "The database broke off: ")],
)
def test_import_that_is_broken_off_says_so_and_shows_no_traceback(
    tmp_path: Path, break_off: Callable[["subprocess.Popen[bytes]"], None], status: int, told: str
) -> None:
    lines = (json.dumps({"text": f"Dépêche {number}. La ministre part pour Berne."}) for number in range(3000))
    (tmp_path / "depeches.jsonl").write_text("\n".join(lines), encoding="utf-8")
    process = start(tmp_path, "--no-annotate", stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while Article.objects.count() < 50 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    break_off(process)
    said = process.communicate()[1].decode()

    assert (process.returncode, told in said, "Traceback" in said) == (status, True, False), said
    assert 50 <= Article.objects.count() < 3000


def annotations() -> list[dict[str, object]]:
    """The export without the numbers of meetings, which a rolled back portion may leave a gap in."""
    records = [json.loads(line) for line in annotation_lines(exported(Article.objects.all()))]
    for record in records:
        for meeting in record["meetings"]:
            del meeting["id"]
    return records


@pytest.mark.django_db(transaction=True)
def test_annotating_import_killed_half_way_leaves_whole_articles_and_goes_on(tmp_path: Path) -> None:
    for number in range(72):
        told = f"La ministre suédoise Anna Lindberg a rencontré Karim Benali à Oslo le {number % 28 + 1} mai."
        (tmp_path / f"depeche-{number:03}.txt").write_text(f"Dépêche {number}. {told}")
    process = start(tmp_path, "--date", "2024-06-01")
    deadline = time.monotonic() + 120
    while not Mention.objects.exists() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    whole = Article.objects.exclude(run=None)
    assert 0 < whole.count() < 72
    assert not Mention.objects.exclude(article__in=whole).exists()
    assert not whole.exclude(review__state=ReviewState.PRE_ANNOTATED).exists()

    start(tmp_path, "--date", "2024-06-01").communicate()
    resumed = annotations()
    for model in (Article, Meeting, Actor, Place):
        model.objects.all().delete()
    start(tmp_path, "--date", "2024-06-01").communicate()

    assert len(resumed) == 72
    assert resumed == annotations()
