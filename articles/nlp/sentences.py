"""Sentences of a text that never end inside quotation marks, and the quotations themselves."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from articles.nlp.types import Draft, Span

PAIRS = {"«": "»", "“": "”", '"': '"', "„": "“”", "‹": "›", "‘": "’", "'": "'"}
#: Marks that are apostrophes too: they open before a word and close behind one.
SINGLE = frozenset("‘'")
#: The same mark opens and closes, so that one left open must not reach over a paragraph.
STRAIGHT = frozenset("\"'‘")
#: An unclosed mark must not swallow the article; a quotation over paragraphs opens each one anew.
LONGEST_QUOTE = 3000
PARAGRAPH = re.compile(r"\r?\n[ \t\u00a0]*\r?\n")
END = re.compile(
    r"(?:[.!?…]+[\s\u00a0]*[»”\"]?(?=\s+[^\W\da-z_éèêàâîôûç]|\s+[«“\"—–\d]|\s*$))|\r?\n\s*\n?|"
    # Copy that has lost the blank behind a full stop: `calme.Le port dort`, `calme .L'office`.
    r"(?<=[a-zéèêàâîôûçï»”\")\d\s])[.!?](?=[A-ZÉÈÀÂÎÔÛÇ](?:[a-zéèêàâîôûç]|['’]\w))"
)
#: Titles among them: `S.E.M. Karl Lund`, `S.A.R. le prince`.
ABBREVIATION = re.compile(
    r"(?:^|[\s(’'\u00a0])(?:MM?|Mr|Dr|St|Ste|Mgr|[A-ZÉ]|S\.[AEMS](?:\.[IMRS])?|LL\.EE(?:\.MM)?|av|art|env|p)\.$"
)
#: Joined initials of a first name, `J.D. Vance`, unless a sentence begins behind them: `à l'O.N.U. Le vote`.
INITIALS = re.compile(r"(?:^|[\s(\u00a0])(?:[A-ZÉ]\.-?){2,3}$")
OPENS_SENTENCE = re.compile(
    r"\s*(?:L[ae]s?|Un|Une|Des|Ce|Cette|Ces|Il|Elle|Ils|Elles|On|Son|Sa|Ses|Leurs?|En|Au|Aux|Dans|Sur|Pour|Par|Selon|"
    r"Mais|Et|Or|Après|Avant|Depuis|Lors|MM?|Mme)\b|\s*(?:L|D|C|S|Qu)['’]|\s*[^\s\w]"
)
#: The longest abbreviation with the blank before it lies within so many characters before its full stop.
ABBREVIATED = 11

#: A quotation as long as this and alone in its paragraph is read sentence by sentence.
DOCUMENT = 300
WORD = re.compile(r"\w")


def quotations(text: str) -> list[Span]:
    """What stands between the outermost quotation marks, marks and inner blanks left out, in order."""
    found: list[Span] = []
    closers = {opener: _closers(text, opener) for opener in PAIRS if opener in text}
    position = 0
    while position < len(text):
        opener = text[position]
        if opener in PAIRS and (opener not in SINGLE or _opens_word(text, position)):
            near = _is_near(closers[opener], position)
            end = _closing(text, position, opener, PAIRS[opener]) if near else None
            if end is not None:
                start, stop = _inner(text, position + 1, end)
                if start < stop:
                    found.append(Span(start, stop))
                position = end
        position += 1
    return found


def _closers(text: str, opener: str) -> list[int]:
    """Where a quotation that begins with a mark may end, in order."""
    ends = (match.start() for match in re.finditer(f"[{PAIRS[opener]}]", text))
    return [end for end in ends if end and (opener not in SINGLE or _closes_word(text, end))]


def _is_near(closers: list[int], position: int) -> bool:
    """Whether any closing mark follows soon enough: marks that nobody closes are then passed over at once."""
    index = bisect_right(closers, position)
    return index < len(closers) and closers[index] < position + LONGEST_QUOTE


def _closing(text: str, position: int, opener: str, closer: str) -> int | None:
    depth = 0
    limit = min(len(text), position + LONGEST_QUOTE)
    for index in range(position + 1, limit):
        if text[index] in closer and not (opener == '"' and _reopens(text, index)):
            if opener in SINGLE and not _closes_word(text, index):
                continue
            if depth == 0:
                return index
            depth -= 1
        elif text[index] == opener:
            # A paragraph that opens with the mark again continues the same quotation.
            depth += 0 if _reopens(text, index) else 1
        elif opener in STRAIGHT and text.startswith("\n\n", index) and not _goes_on(text, index, opener):
            return None
    return None


def _reopens(text: str, index: int) -> bool:
    """Whether a mark stands at the beginning of a paragraph."""
    return PARAGRAPH.search(text[max(0, index - 3) : index]) is not None


def _goes_on(text: str, index: int, opener: str) -> bool:
    """Whether the paragraph behind a blank line opens with the mark again."""
    return opener == '"' and text[index : index + 6].lstrip().startswith(opener)


def _opens_word(text: str, position: int) -> bool:
    before, behind = text[position - 1 : position], text[position + 1 : position + 2]
    return (not before or before.isspace() or before in "(«“") and behind.isalnum()


def _closes_word(text: str, position: int) -> bool:
    before, behind = text[position - 1], text[position + 1 : position + 2]
    return not before.isspace() and not behind.isalnum()


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


class Sentences:
    """The sentences of one text, found by position; `breaks` are places where one begins in any case."""

    def __init__(self, text: str, breaks: tuple[int, ...] = ()) -> None:
        self.quotes = quotations(text)
        self.spans = [part for span in _sentences(text, self.quotes) for part in _split(text, span, breaks)]
        self._starts = [span.start for span in self.spans]

    def at(self, position: int) -> Span:
        return self.spans[self.index(position)]

    def index(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def quoted(self, position: int) -> bool:
        return _quote_at(self.quotes, position) is not None


def heads(draft: Draft) -> tuple[int, ...]:
    """Where the metadata and the dateline end: the words behind them begin a sentence of their own."""
    ends = {zone.span.end for zone in draft.zones if zone.kind in {"metadata", "dateline"}}
    return tuple(sorted(ends | ({draft.dateline.span.end} if draft.dateline else set())))


def _quote_at(quotes: list[Span], position: int) -> Span | None:
    """The quotation around a position; quotations do not overlap and stand in order."""
    index = bisect_right(quotes, position, key=lambda quote: quote.start) - 1
    return quotes[index] if index >= 0 and position < quotes[index].end else None


def _split(text: str, span: Span, breaks: tuple[int, ...]) -> Iterator[Span]:
    inner = [place for place in breaks if span.start < place < span.end and text[place : span.end].strip()]
    for start, end in zip([span.start, *inner], [*inner, span.end], strict=True):
        yield Span(start, end)


def _is_document(text: str, quote: Span) -> bool:
    """Whether a quotation is a whole text between marks, a communiqué, with nobody's words around it."""
    before = text[text.rfind("\n", 0, quote.start) + 1 : quote.start]
    end = text.find("\n", quote.end)
    behind = text[quote.end : len(text) if end < 0 else end]
    return quote.end - quote.start > DOCUMENT and not WORD.search(before) and not WORD.search(behind)


def _sentences(text: str, quotes: list[Span]) -> Iterator[Span]:
    start = 0
    whole = [quote for quote in quotes if _is_document(text, quote)]
    for match in END.finditer(text):
        # The end of a quotation that closes with its own full stop ends the sentence around it as well.
        quote = _quote_at(quotes, match.start())
        before = text[max(start, match.start() - ABBREVIATED) : match.end()].rstrip()
        inside = quote is not None and match.end() <= quote.end and quote not in whole
        if inside or ABBREVIATION.search(before):
            continue
        if INITIALS.search(before) and not OPENS_SENTENCE.match(text, match.end()):
            continue
        if text[start : match.end()].strip():
            yield Span(start, match.end())
        start = match.end()
    if text[start:].strip() or start == 0:
        yield Span(start, len(text))
