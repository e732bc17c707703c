"""Identifiers for addresses: plain ASCII, whatever alphabet a name is written in."""

import re
from collections.abc import Iterable
from itertools import chain, count

from articles.validators import name_key

#: Leaves room in the column for a number.
LONGEST_SLUG = 180


def slug_of(name: str) -> str:
    """The name's key with hyphens; letters that have no ASCII form are left out.

    >>> slug_of("Recep Tayyip ERDOĞAN")
    'recep-tayyip-erdogan'
    """
    return re.sub(r"[^a-z0-9]+", "-", name_key(name)).strip("-")[:LONGEST_SLUG].strip("-") or "sans-nom"


def free_slug(slug: str, taken: Iterable[str]) -> str:
    """The slug, numbered from 2 where another row has it."""
    used = set(taken)
    return next(free for free in chain([slug], (f"{slug}-{number}" for number in count(2))) if free not in used)
