"""Bytes to text, so that encoding the text again gives the same bytes."""

import codecs
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Encodings of French text, the commonest first.
FRENCH_ENCODINGS = ("cp1252", "iso8859-15", "mac_roman", "cp850")
#: What French print uses past ASCII.
FRENCH_CHARACTERS = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”–—…°€•\u00a0")
#: Encodings of other languages, told apart by charset-normalizer.
OTHER_ENCODINGS = ["cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1256", "iso8859-2", "iso8859-5", "koi8_r"]
FRENCH_SHARE = 0.75
#: More control characters than this share, and the file is not text.
CONTROL_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str


def decode(raw: bytes) -> Decoded | None:
    """The text of a file and its encoding, or nothing where the bytes are no text that can be given back."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _checked(raw, encoding)
    return _checked(raw, "utf-8") or _legacy(raw)


def is_binary(text: str) -> bool:
    controls = sum(1 for char in text if unicodedata.category(char) == "Cc" and not char.isspace())
    return "\x00" in text or controls > len(text) * CONTROL_SHARE


def _checked(raw: bytes, encoding: str) -> Decoded | None:
    try:
        text = raw.decode(encoding)
        same = text.encode(encoding) == raw
    except (UnicodeError, LookupError):
        return None
    return Decoded(text, encoding) if same else None


def _legacy(raw: bytes) -> Decoded | None:
    """French encodings by the share of French letters among what is not ASCII; else a statistical guess."""
    if b"\x00" in raw:
        return None
    candidates = [decoded for name in FRENCH_ENCODINGS if (decoded := _checked(raw, name)) is not None]
    best = max(candidates, key=lambda decoded: _french_share(decoded.text), default=None)
    if best is not None and _french_share(best.text) >= FRENCH_SHARE:
        return best
    guess = from_bytes(raw, cp_isolation=OTHER_ENCODINGS).best()
    return _checked(raw, guess.encoding) if guess is not None else None


def _french_share(text: str) -> float:
    foreign = [char for char in text if ord(char) > 127]
    return sum(char in FRENCH_CHARACTERS for char in foreign) / len(foreign) if foreign else 1.0
