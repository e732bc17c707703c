"""Checks of a record's fields: each takes the value as the file has it and gives the one the desk keeps."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,4})?")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Half of a surrogate pair.
HALF = re.compile("[\ud800-\udfff]")


class FieldError(ValueError):
    """A field that cannot be used; the message says why."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: its name in the file, in `RawArticle`, and its check."""

    name: str
    attribute: str
    check: Callable[[object], Any]


def words(limit: int | None = None) -> Callable[[object], str]:
    """A string the database can hold, of at most `limit` characters."""

    def check(value: object) -> str:
        if not isinstance(value, str):
            raise ValueError(_("Must be words in quotation marks, not %(kind)s.") % {"kind": kind_of(value)})
        if "\x00" in value:
            raise ValueError(_("Holds the character NUL, which is not text."))
        if HALF.search(value):
            raise ValueError(_("Holds half of a surrogate pair, which is no character."))
        if limit is not None and len(value) > limit:
            raise ValueError(_("Longer than %(limit)d characters.") % {"limit": limit})
        return value

    return check


def kind_of(value: object) -> str:
    """What JSON calls a value that is no string."""
    if isinstance(value, bool):
        return _("true or false")
    if isinstance(value, int | float):
        return _("a number")
    return _("a list") if isinstance(value, list) else _("an object")


def readable(name: str) -> str:
    """A name as messages and the database can hold it, whatever characters a record gave it."""
    return name.encode("utf-8", "replace").decode().replace("\x00", "␀")


def article_text(value: object) -> str:
    text = words()(value)
    if not text.strip():
        raise ValueError(_("Is empty."))
    return text


def identifier(value: object) -> str:
    """An id may be a number, too."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return words(300)(str(value) if is_number else value).strip()


def day(value: object) -> date:
    """The day of `2023-11-06` or of `2023-11-06T10:30:00Z`, as written."""
    text = words()(value).strip()
    try:
        if ISO_DAY.fullmatch(text):
            return date.fromisoformat(text)
        if ISO_DAY.match(text):
            return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    raise ValueError(_("“%(value)s” is not a date like 2023-11-06.") % {"value": text[:40]})


def language(value: object) -> str:
    code = words(8)(value).strip()
    if code and not LANGUAGE.fullmatch(code):
        raise ValueError(_("“%(value)s” is not a language code like fr.") % {"value": code})
    return code


def names(value: object) -> tuple[str, ...]:
    """A list of names, or one name."""
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list):
        raise ValueError(_("Must be a list of names."))
    return tuple(words(300)(name).strip() for name in values)


def read_fields(fields: tuple[Field, ...], record: Mapping[str, object]) -> dict[str, Any]:
    """The known fields of a record, checked; absent and null ones are left out, unknown ones are ignored."""
    found: dict[str, Any] = {}
    for field in fields:
        value = record.get(field.name)
        if value is None:
            continue
        try:
            found[field.attribute] = field.check(value)
        except ValueError as error:
            raise FieldError(field.name, str(error)) from None
    return found
