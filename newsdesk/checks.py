"""System checks: what is missing on this machine or in this database, and what to do about it."""

import os
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from articles.nlp.component_folder import ComponentError, read_meta
from articles.nlp.lexicon_rules import breaches
from newsdesk.database import DatabaseUnusableError

EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")
LEXICONS = Path(__file__).resolve().parent.parent / "articles" / "nlp" / "data"


@register(Tags.database)
def database_is_usable(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """The server answers, is new enough and has the extensions. Runs with `migrate` and `check --database`."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        try:
            found += missing_extensions(alias)
        except DatabaseUnusableError as error:
            hint = "Start the server DATABASE_URL names, or unset DATABASE_URL to use the embedded one."
            found.append(Error(str(error), hint=hint, id="newsdesk.E001"))
    return found


def missing_extensions(alias: str) -> list[CheckMessage]:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT name FROM pg_available_extensions WHERE name = ANY(%s)", [list(EXTENSIONS)])
        available = {name for (name,) in cursor.fetchall()}
    return [
        Error(
            f"The PostgreSQL extension {name} is not available on the database server.",
            hint="Install PostgreSQL's contrib package on the server (Debian has it in `postgresql`).",
            id="newsdesk.E002",
        )
        for name in EXTENSIONS
        if name not in available
    ]


@register()
def pipeline_is_installed(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    name = settings.SPACY_PIPELINE
    if (Path(name) / "meta.json").is_file() or (name.isidentifier() and find_spec(name)):
        return []
    return [
        Error(
            f"The spaCy pipeline {name!r} is not installed.",
            hint="Install it with pip, or set SPACY_PIPELINE to an installed one (fr_core_news_md by default).",
            id="newsdesk.E003",
        )
    ]


@register()
def recogniser_is_there(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Whether it fits the pipeline is told in the log when both are loaded."""
    folder = settings.NER_COMPONENT
    if folder is None:
        return []
    try:
        read_meta(folder)
    except ComponentError as error:
        return [
            Warning(
                f"The trained recogniser in {folder} cannot be used: {error}. Articles are read by the recogniser of "
                f"{settings.SPACY_PIPELINE}, which leaves more to correct.",
                hint="Restore the folder, train another (manage.py train_ner) and set NER_COMPONENT to it, "
                "or set NER_COMPONENT=none.",
                id="newsdesk.W001",
            )
        ]
    return []


@register()
def lexicons_are_readable(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    unreadable = [path for path in (LEXICONS, *LEXICONS.rglob("*")) if not os.access(path, os.R_OK)]
    return [
        Error(f"{path} cannot be read.", hint="Restore the file or its permissions.", id="newsdesk.E004")
        for path in unreadable
    ]


@register()
def lexicons_are_in_order(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every breach by its file, line and field; files that cannot be read are told by the check before."""
    try:
        found = list(breaches(LEXICONS / "fr"))
    except OSError:
        return []
    hint = "Restore the file, or put the line in order as its README says."
    return [Error(str(breach), hint=hint, id="newsdesk.E005") for breach in found]
