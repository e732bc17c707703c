"""Which PostgreSQL to use: the one of DATABASE_URL, or the embedded server."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.utils import OperationalError
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from newsdesk.cluster import ROLE
from newsdesk.embedded import DATABASE
from newsdesk.env import Environment

POOL = {"min_size": 0, "max_size": 10, "timeout": 10}


class DatabaseUnusableError(OperationalError):
    """The database cannot be reached or is too old; the message says which and what to do."""


def database_settings(env: Environment, data_dir: Path) -> dict[str, Any]:
    common = {"ENGINE": "newsdesk.pgbackend", "CONN_HEALTH_CHECKS": True}
    url = env.string("DATABASE_URL")
    if url:
        return common | server_settings(url)
    own = {"NAME": DATABASE, "USER": ROLE, "EMBEDDED": data_dir / "postgres", "OPTIONS": {"pool": dict(POOL)}}
    return common | own


def server_settings(url: str) -> dict[str, Any]:
    """Settings for a server given as `postgresql://user:password@host:port/name?option=value`."""
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError:
        # libpq's own message repeats the value, and with it the password.
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read; write it as postgresql://user:password@host:5432/newsdesk."
        ) from None
    return {
        "NAME": parts.pop("dbname", None) or "newsdesk",
        "USER": parts.pop("user", None) or "",
        "PASSWORD": parts.pop("password", None) or "",
        "HOST": parts.pop("host", None) or "",
        "PORT": str(parts.pop("port", None) or ""),
        "OPTIONS": {"pool": dict(POOL), **parts},
    }
