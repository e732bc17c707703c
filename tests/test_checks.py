"""System checks name what is missing and what to do."""

import shutil
from pathlib import Path

import pytest
from django.core.checks import WARNING
from django.db import connection
from pytest_django.fixtures import Settings

from newsdesk import checks
from newsdesk.pgbackend import base


@pytest.mark.django_db
def test_database_with_everything_passes() -> None:
    assert checks.database_is_usable(None, databases=["default"]) == []


@pytest.mark.django_db
def test_extension_that_the_server_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "EXTENSIONS", ("unaccent", "no_such_extension"))
    assert [(error.id, error.msg) for error in checks.database_is_usable(None, databases=["default"])] == [
        ("newsdesk.E002", "The PostgreSQL extension no_such_extension is not available on the database server.")
    ]


@pytest.mark.django_db
def test_server_too_old_is_refused_with_both_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    found = connection.pg_version // 10000
    monkeypatch.setattr(base, "OLDEST_VERSION", found + 1)
    with pytest.raises(base.DatabaseUnusableError, match=f"PostgreSQL {found}; newsdesk needs {found + 1} or later"):
        connection._try(connection.get_connection_params())


def test_database_is_left_alone_where_no_command_asks() -> None:
    assert checks.database_is_usable(None, databases=None) == []


@pytest.mark.parametrize("name", ["no_such_pipeline", "not a name", "/no/such/folder"])
def test_pipeline_not_installed_is_named(settings: Settings, name: str) -> None:
    settings.SPACY_PIPELINE = name
    assert [error.id for error in checks.pipeline_is_installed(None)] == ["newsdesk.E003"]


def test_pipeline_installed_or_a_folder_passes(settings: Settings, tmp_path: Path) -> None:
    found = checks.pipeline_is_installed(None)
    settings.SPACY_PIPELINE = str(tmp_path)
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    assert found + checks.pipeline_is_installed(None) == []


def test_folder_that_holds_no_pipeline_is_named(settings: Settings, tmp_path: Path) -> None:
    settings.SPACY_PIPELINE = str(tmp_path)
    assert [error.id for error in checks.pipeline_is_installed(None)] == ["newsdesk.E003"]


def test_lexicon_folder_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(checks, "LEXICONS", tmp_path / "none")
    assert [(error.id, error.msg) for error in checks.lexicons_are_readable(None)] == [
        ("newsdesk.E004", f"{tmp_path / 'none'} cannot be read.")
    ]


def test_shipped_recogniser_passes(settings: Settings) -> None:
    found = checks.recogniser_is_there(None)
    settings.NER_COMPONENT = None
    assert found + checks.recogniser_is_there(None) == []


def test_missing_recogniser_is_told_with_what_follows(settings: Settings, tmp_path: Path) -> None:
    settings.NER_COMPONENT = tmp_path / "none"
    [warning] = checks.recogniser_is_there(None)
    assert (warning.id, warning.level, warning.msg) == (
        "newsdesk.W001",
        WARNING,
        f"The trained recogniser in {tmp_path / 'none'} cannot be used: meta.json: No such file or directory. "
        "Articles are read by the recogniser of fr_core_news_md, which leaves more to correct.",
    )


def test_vocabularies_are_in_order() -> None:
    assert checks.lexicons_are_in_order(None) == []


def test_breach_of_a_vocabulary_is_told_with_file_line_and_field(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(checks.LEXICONS, tmp_path / "data")
    monkeypatch.setattr(checks, "LEXICONS", tmp_path / "data")
    path = tmp_path / "data" / "fr" / "place_heads.csv"
    path.write_text("id,word,take\nabbaye,abbaye,always\nmont,mont,maybe\n", encoding="utf-8")

    assert [(error.id, error.msg) for error in checks.lexicons_are_in_order(None)] == [
        (
            "newsdesk.E005",
            "place_heads.csv, line 3, take: 'maybe' is none of 'whole', 'always', 'joined', 'bare'",
        )
    ]
