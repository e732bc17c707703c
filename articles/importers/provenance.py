"""Where a record came from: how its file is named in messages, and when it was written."""

import os
from datetime import date, datetime
from pathlib import Path

from django.utils.translation import gettext as _

from articles.importers.base import Limits, ParseProblem


def shown(path: Path) -> str:
    """A path as text; bytes of its name that are not UTF-8 are shown as �."""
    return os.fsencode(path).decode("utf-8", "replace")


def written_on(path: Path) -> date | None:
    """The day the file was written; nothing where its clock was off by millennia."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
    except (ValueError, OverflowError):
        return None


def unreadable(path: Path, error: OSError) -> ParseProblem:
    return ParseProblem(shown(path), _("The file cannot be read: %(why)s.") % {"why": error.strerror or error})


def too_large(limits: Limits) -> str:
    return _("Larger than the limit of %(limit)d bytes (IMPORT_MAX_BYTES).") % {"limit": limits.max_bytes}
