"""System checks name what is missing and what to do."""

from pathlib import Path

import pytest
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
    assert found + checks.pipeline_is_installed(None) == []


def test_lexicon_folder_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(checks, "LEXICONS", tmp_path / "none")
    assert [(error.id, error.msg) for error in checks.lexicons_are_readable(None)] == [
        ("newsdesk.E004", f"{tmp_path / 'none'} cannot be read.")
    ]
