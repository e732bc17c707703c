"""What stands in a text for a single character: entity references and letters decoded with the wrong table."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from html.entities import html5, name2codepoint

#: Marks, and the letters of Western Europe, that a name means even where its semicolon was lost.
MARKS = {"rsquo", "lsquo", "ldquo", "rdquo", "laquo", "raquo", "nbsp", "ndash", "mdash", "hellip"}
LOST = {
    name: chr(code)
    for name, code in name2codepoint.items()
    if name in MARKS
    or (chr(code).isalpha() and (0xC0 <= code <= 0x178) and name not in {"eth", "ETH", "thorn", "THORN"})
}
#: `&amp;rsquo;`, encoded as often as it may be, is one reference.
AGAIN = r"(?:amp;|AMP;|#0*38;|#[xX]0*26;)*"
ENTITY = re.compile(
    rf"&{AGAIN}(?:(?P<name>[A-Za-z][A-Za-z0-9]{{1,31}});|#(?P<number>\d{{1,7}}|[xX][0-9A-Fa-f]{{1,6}});"
    rf"|(?P<lost>{'|'.join(LOST)})(?![;=])"
    r"|#(?P<lost_number>8[12]\d\d|39|160|171|187|2[0-5]\d)(?![\d;]))"
)

#: Characters worth finding again after a wrong decoding: letters of Latin scripts and marks of print.
MISREAD = [
    *map(chr, range(0xA0, 0x180)), *map(chr, range(0x218, 0x21C)), *"‐‑‒–—‘’‚“”„†•…‰‹›€™", "\u2009", "\u202f", "\ufb01",
    "\ufeff",
]  # fmt: skip


def misreadings(char: str) -> set[str]:
    """The character's UTF-8 read as Windows-1252 (whose gaps read as controls), or as Latin-1."""
    code = char.encode("utf-8")
    windows = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in code)
    return {windows, code.decode("latin-1")}


MIS_DECODED = {wrong: char for char in MISREAD for wrong in misreadings(char)}
#: What Windows-1252 puts where Latin-1 has controls; nobody writes those, but for one that breaks lines.
CONTROLS = {
    chr(byte): decoded
    for byte in {*range(0x80, 0xA0)} - {0x85}
    if (decoded := bytes([byte]).decode("cp1252", "ignore"))
}
_FIRST = "".join(sorted({wrong[0] for wrong in MIS_DECODED}))
_NEXT = "".join(sorted({char for wrong in MIS_DECODED for char in wrong[1:]}))
#: A text with none of these holds no reference and no letter to repair.
SIGNS = f"&{''.join(set(_FIRST) - set('âïÈ'))}€¿\x80-\x9f"
MIS_DECODING = re.compile(rf"[{_FIRST}\x80-\x9f][{re.escape(_NEXT)}]{{0,2}}")
#: A quotation mark may well stand behind a capital: `LIBÉRÃ»` is no letter, `dÃ»` is one.
CAPITAL_QUOTED = re.compile(r"[A-ZÀ-Þ][ÂÃÄÅ][«»“”‘’](?!\w)")
#: A no-break space that became a plain one, or was lost, leaves the letter before it alone.
ALONE = {"Ã": "à", "Â": ""}
BEHIND_CAPITAL = re.compile(r"[A-ZÀ-Þ]")

Reading = tuple[int, int, str]


def readings(text: str) -> Iterator[Reading]:
    """Start, end and meaning of each, in order and without overlaps."""
    found = [*entities(text), *mis_decodings(text)]
    end = 0
    for reading in sorted(found):
        if reading[0] >= end:
            yield reading
            end = reading[1]


def entities(text: str) -> Iterator[Reading]:
    if "&" not in text:
        return
    for found in ENTITY.finditer(text):
        if meaning := entity_meaning(found):
            yield found.start(), found.end(), meaning


def entity_meaning(found: re.Match[str]) -> str:
    """The characters that a reference stands for; nothing where it is none."""
    if name := found["name"]:
        return html5.get(f"{name};", "")
    if lost := found["lost"]:
        return LOST[lost]
    meaning = unescape(f"&#{found['number'] or found['lost_number']};")
    return "" if meaning == "\ufffd" or unicodedata.category(meaning[:1] or "\0") in {"Cc", "Cs", "Cn"} else meaning


def mis_decodings(text: str) -> Iterator[Reading]:
    start = 0
    while found := MIS_DECODING.search(text, start):
        start = found.start() + 1
        if reading := _repaired(text, found):
            yield reading
            start = reading[1]


def _repaired(text: str, found: re.Match[str]) -> Reading | None:
    wrong, start = found[0], found.start()
    if meaning := CONTROLS.get(wrong[0]):
        return start, start + 1, meaning
    capital = start > 0 and BEHIND_CAPITAL.match(text, start - 1)
    for length in range(len(wrong), 1, -1):
        if wrong[:length] in MIS_DECODED and not (capital and CAPITAL_QUOTED.match(text, start - 1)):
            return start, start + length, MIS_DECODED[wrong[:length]]
    if wrong[0] in ALONE and not capital and text[start + 1 : start + 2] in {"", " ", "\n"}:
        return start, start + 1, ALONE[wrong[0]]
    return None


def shown_instead(text: str) -> list[Reading]:
    """What a page may draw in place of what is stored: one visible character, or one blank, for each."""
    return [
        (start, end, meaning)
        for start, end, meaning in readings(text)
        if len(meaning) == 1 and unicodedata.category(meaning)[0] in "LNPSZ"
    ]


def legible(text: str) -> str:
    """The words as a page shows them."""
    parts: list[str] = []
    at = 0
    for start, end, char in shown_instead(text):
        parts += (text[at:start], char)
        at = end
    return "".join([*parts, text[at:]])
