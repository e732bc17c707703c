"""Which PostgreSQL to use: the one of DATABASE_URL, or the embedded server."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from newsdesk.env import Environment


def database_settings(env: Environment, data_dir: Path) -> dict[str, Any]:
    url = env.string("DATABASE_URL")
    if not url:
        raise ImproperlyConfigured("The embedded server is not wired in yet; set DATABASE_URL.")
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.get("dbname") or "newsdesk",
        "USER": parts.get("user") or "",
        "PASSWORD": parts.get("password") or "",
        "HOST": parts.get("host") or "",
        "PORT": str(parts.get("port") or ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 10}},
    }
