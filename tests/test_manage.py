"""What the command line says when it cannot go on: one message, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.commands.test_import_articles import database_url
from tests.factories import ArticleFactory


def run(*arguments: str, stdout: int = subprocess.PIPE, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "manage.py", *arguments]
    output = {"stdout": stdout, "stderr": subprocess.PIPE}
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, text=True, check=False, **output)


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


@pytest.mark.django_db(transaction=True)
def test_export_to_a_full_disk_says_so_and_one_that_nobody_reads_on_is_silent(tmp_path: Path) -> None:
    ArticleFactory()
    reader, writer = os.pipe()
    os.close(reader)
    full = os.open("/dev/full", os.O_WRONLY)
    where = {"NEWSDESK_DATA_DIR": str(tmp_path), "DATABASE_URL": database_url()}

    done = run("export_annotations", stdout=full, **where)
    left = run("export_annotations", stdout=writer, **where)

    os.close(full)
    os.close(writer)
    assert (done.returncode, done.stderr) == (
        2,
        "CommandError: The output cannot be written: No space left on device.\n",
    )
    assert (left.returncode, left.stderr) == (0, "")
