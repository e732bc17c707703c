"""What the command line says when it cannot go on: one message, no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.commands.test_import_articles import database_url


def run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)


def test_setting_that_cannot_be_used_is_told_in_one_line(tmp_path: Path) -> None:
    done = run("check", NEWSDESK_DATA_DIR=str(tmp_path), IMPORT_MAX_BYTES="beaucoup")

    assert (done.returncode, done.stderr) == (1, "IMPORT_MAX_BYTES='beaucoup' is not a whole number.\n")


@pytest.mark.django_db(transaction=True)
def test_database_without_tables_says_to_migrate(tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS newsdesk_without_tables")
        cursor.execute("CREATE DATABASE newsdesk_without_tables")
    try:
        url = database_url("newsdesk_without_tables")
        done = run("export_annotations", NEWSDESK_DATA_DIR=str(tmp_path), DATABASE_URL=url)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP DATABASE newsdesk_without_tables WITH (FORCE)")

    assert (done.returncode, done.stderr) == (
        1,
        "The database has no tables yet. Run `manage.py migrate` first, or `make run`, which does.\n",
    )
