"""The readers of the environment, and what the settings make of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsdesk.database import database_settings
from newsdesk.env import Environment

PROJECT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("raw", "value"),
    [("1", True), ("TRUE", True), (" yes ", True), ("on", True), ("0", False), ("no", False), ("", False)],
)
def test_boolean_reads_the_usual_words(raw: str, *, value: bool) -> None:
    assert Environment({"X": raw}).boolean("X") is value


def test_boolean_that_is_neither_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="X='maybe' is neither true nor false"):
        Environment({"X": "maybe"}).boolean("X")


@pytest.mark.parametrize(
    ("raw", "message"),
    [("many", "X='many' is not a whole number"), ("0", "must be between 1 and 9"), ("10", "must be between 1 and 9")],
)
def test_integer_out_of_place_is_refused(raw: str, message: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=message):
        Environment({"X": raw}).integer("X", 5, minimum=1, maximum=9)


def test_integer_left_empty_is_the_default() -> None:
    assert Environment({"X": " "}).integer("X", 5) == 5


def test_words_are_cut_at_commas() -> None:
    assert Environment({"X": "a, b,,c "}).words("X", ()) == ["a", "b", "c"]


def test_path_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert Environment({"X": "here"}).path("X", Path("/default")) == tmp_path / "here"


def test_database_url_gives_every_part(tmp_path: Path) -> None:
    url = "postgresql://eva:p%40ss@db.example:5433/desk?sslmode=require"
    found = database_settings(Environment({"DATABASE_URL": url}), tmp_path)
    pool = found["OPTIONS"].pop("pool")
    assert pool["max_size"] == 10
    assert found == {
        "ENGINE": "newsdesk.pgbackend",
        "CONN_HEALTH_CHECKS": True,
        "NAME": "desk",
        "USER": "eva",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_database_url_that_cannot_be_read_is_refused_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        database_settings(Environment({"DATABASE_URL": "mysql://eva:secret@db/desk"}), tmp_path)
    assert "secret" not in str(refused.value)


def test_without_database_url_the_embedded_server_is_used(tmp_path: Path) -> None:
    found = database_settings(Environment({}), tmp_path)
    assert (found["EMBEDDED"], found["NAME"]) == (tmp_path / "postgres", "newsdesk")


def read_settings(data_dir: Path, *names: str, **environment: str) -> subprocess.Popen[str]:
    """Reads settings in a process of its own with nothing else in the environment."""
    code = f"from newsdesk import settings; print([getattr(settings, name) for name in {names!r}])"
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"], "NEWSDESK_DATA_DIR": str(data_dir), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_settings_are_closed_unless_asked(tmp_path: Path) -> None:
    output, _ = read_settings(tmp_path, "DEBUG", "ALLOWED_HOSTS", "SESSION_COOKIE_HTTPONLY").communicate()
    assert output == "[False, ['127.0.0.1', 'localhost'], True]\n"


def test_settings_that_cannot_be_used_stop_the_program(tmp_path: Path) -> None:
    _, errors = read_settings(tmp_path, "PORT", PORT="80000").communicate()
    assert errors.splitlines()[-1].endswith("PORT=80000 must be between 1 and 65535.")


def test_secret_key_is_made_once_by_commands_started_at_once(tmp_path: Path) -> None:
    data_dir = tmp_path / "var"
    started = [read_settings(data_dir, "SECRET_KEY") for _ in range(4)]
    outputs = {process.communicate()[0] for process in started}
    kept = data_dir / "secret_key"
    assert outputs == {f"['{kept.read_text()}']\n"}
    assert [path.name for path in data_dir.iterdir()] == ["secret_key"]
    assert oct(kept.stat().st_mode & 0o777) == "0o600"


def test_secret_key_of_the_environment_is_not_kept(tmp_path: Path) -> None:
    output, _ = read_settings(tmp_path, "SECRET_KEY", SECRET_KEY="given").communicate()
    assert (output, list(tmp_path.iterdir())) == ("['given']\n", [])
