"""Comparing names of persons across spellings: transliteration, particles, order."""

import re

from articles.validators import name_key

#: Spellings of one sound in transliterated names, applied in this order to a key (see validators.name_key).
SOUNDS = (
    (r"\b(?:el|al|as|ash|ad|ar|an|at|az)\b", "al"),
    (r"tch|tsch|ch|sh|sch", "s"),
    (r"dj|j", "j"),
    (r"kh|gh", "h"),
    (r"ou|oo|w(?=[aeiou])", "u"),
    (r"ph", "f"),
    (r"gu(?=[ei])", "g"),
    (r"(?<=in)e\b", ""),
    (r"ff?\b", "v"),
    (r"w", "v"),
    (r"(?:i|y)+", "i"),
    (r"(.)\1", r"\1"),
    (r"(?<=[aou])h(?=\b|[^aeiou])", ""),
)
PARTICLES = frozenset({"al", "de", "du", "la", "le", "von", "van", "der", "ben", "bin", "ibn", "abu", "di", "da"})


def folded(name: str) -> str:
    """The form in which transliterations of one name compare equal.

    >>> folded("Zelensky") == folded("Zelenskyy") and folded("Sergueï Lavrov") == folded("Sergueï Lavroff")
    True
    """
    key = name_key(name)
    for pattern, sound in SOUNDS:
        key = re.sub(pattern, sound, key)
    return key


def name_tokens(name: str) -> list[str]:
    """The distinct folded words of a name, sorted, so that their order does not matter."""
    return sorted(set(folded(name).split()))


def telling(tokens: list[str]) -> set[str]:
    """The words that tell persons apart: neither particles nor initials."""
    return {token for token in tokens if token not in PARTICLES and len(token) > 1}


def surname(name: str) -> str:
    """The last telling word of a name, folded."""
    words = [word for word in folded(name).split() if word not in PARTICLES and len(word) > 1]
    return words[-1] if words else ""
