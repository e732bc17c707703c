"""The words of an article around what was searched, safe to show."""

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from django.db.models.functions import Left
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.models import Article
from articles.models.article import SEARCHED_CHARACTERS
from articles.nlp.legible import legible
from articles.search.lexemes import EXACT, lexemes
from articles.search.question import Pattern, Question, understood
from articles.validators import name_key

# These private characters stand around each hit. They become tags only after the text is escaped.
OPEN, CLOSE = "\ue0f1", "\ue0f2"
HIT = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
#: A word as `newsdesk_plain` of migration 0022 leaves it; its last line are the signs that are letters in small only.
WORD = re.compile(
    r"(&(?i:#?[0-9a-z]{2,8};)|[aA](?i:ujourd\W{1,3}hui)"
    r"|[0-9a-zA-Z\u00ad\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0148\u014a-\u02af\u0300-\u036f\u0370-\u1fff\u2c00-\u2dff"
    r"\u3040-\u318f\u3400-\ud7ff\uf900-\ufdcf\ufe70-\ufefc"
    r"\u00b5\u2126\u212a\u212b]+)"
)
TODAY = re.compile(r"aujourd\W+hui")
#: Characters of a fragment, how many of them before its first hit, and the most fragments.
FRAGMENT, BEFORE, FRAGMENTS = 190, 60, 2
#: Letters that a word shares with the stem it may have.
SHARED = 2
REMEMBERED = 50_000
NONE = frozenset[str]()


class Hit(NamedTuple):
    start: int
    end: int
    pattern: int


def headlines(articles: Iterable[int], words: str | Question) -> dict[int, SafeString]:
    """Article id to its best fragments, with the words found in <mark>; articles without any are left out."""
    question = understood(words) if isinstance(words, str) else words
    texts = Article.objects.filter(pk__in=list(articles)).annotate(read=Left("text", SEARCHED_CHARACTERS))
    patterns = question.patterns
    return {pk: told for pk, text in texts.values_list("pk", "read") if (told := fragments(text, patterns))}


def extract(text: str, question: Question) -> SafeString:
    """The best fragments of a text, in their order; nothing if nothing of the question is in it."""
    return fragments(text, question.patterns)


def fragments(text: str, patterns: tuple[Pattern, ...]) -> SafeString:
    """The same for who has the patterns of a question at hand."""
    found = hits(text, patterns)
    chosen = sorted(best(found))
    pieces = [fragment(text, start, end, found) for start, end in chosen]
    opening = "… " if chosen and chosen[0][0] > 0 else ""
    return marked(opening + " … ".join(pieces)) if pieces else SafeString("")


def in_full(text: str, question: Question) -> SafeString:
    """A short text whole, such as a title, with the words found in <mark>."""
    return marked(with_markers(text, 0, len(text), hits(text, question.patterns)))


@dataclass(frozen=True, slots=True)
class Sought:
    """The forms of all words of the patterns, and how words begin that may have one of them."""

    forms: frozenset[str]
    beginnings: frozenset[str]


@lru_cache(maxsize=100)
def sought(patterns: tuple[Pattern, ...]) -> Sought:
    forms = frozenset(form for each in patterns for _, forms in each for form in forms)
    return Sought(forms, frozenset(beginning(form.removeprefix(EXACT)) for form in forms))


def hits(text: str, patterns: tuple[Pattern, ...]) -> list[Hit]:
    """Where the words of the patterns stand; each word of a phrase only within it."""
    if not patterns:
        return []
    words, spans = parted(text)
    forms_of = filed(set(words), sought(patterns))
    where = [at for at, word in enumerate(words) if word in forms_of]
    found: dict[int, int] = {}
    for number, each in enumerate(patterns):
        for at in where:
            if not forms_of[words[at]].isdisjoint(each[0][1]) and follows(each, words, forms_of, at):
                for place in places(each, at):
                    found.setdefault(place, number)
    return [Hit(*spans(place), found[place]) for place in sorted(found)]


def parted(text: str) -> tuple[list[str], Callable[[int], tuple[int, int]]]:
    """The words of a text, and what tells where each stands; none of it is done word by word, as texts are long."""
    pieces = WORD.split(text)
    words, ends = pieces[1::2], list(accumulate(map(len, pieces)))
    if "&" not in text:
        return words, lambda place: (ends[2 * place], ends[2 * place + 1])
    kept = [at for at, word in enumerate(words) if word[0] != "&"]
    return [words[at] for at in kept], lambda place: (ends[2 * kept[place]], ends[2 * kept[place] + 1])


def filed(words: Iterable[str], wanted: Sought) -> dict[str, frozenset[str]]:
    """Of the words that have one of the forms sought, all forms."""
    likely = {word: folded(word) for word in words if begun[word] in wanted.beginnings}
    known = lexemes(likely.values())
    forms = {word: frozenset(chain.from_iterable(known[key].values())) for word, key in likely.items()}
    return {word: own for word, own in forms.items() if not own.isdisjoint(wanted.forms)}


class Begun(dict[str, str]):
    """How the words of texts begin. Remembered, as texts use the same words again and again."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        begins = self[word] = beginning(folded(word))
        return begins


begun = Begun()


def beginning(word: str) -> str:
    return name_key(word)[:SHARED]


def folded(word: str) -> str:
    """As it is filed: in small letters, nothing between them."""
    whole = word.lower() if word.isascii() else unicodedata.normalize("NFC", word).replace("\u00ad", "").lower()
    return TODAY.sub("aujourdhui", whole) if whole.startswith("aujourd") else whole


def places(pattern: Pattern, at: int) -> list[int]:
    return [at + place - pattern[0][0] for place, _ in pattern]


def follows(pattern: Pattern, words: Sequence[str], forms_of: Mapping[str, Set[str]], at: int) -> bool:
    """Whether the rest of the pattern stands where it must after its first word."""
    rest = zip(places(pattern, at)[1:], pattern[1:], strict=True)
    return all(
        place < len(words) and not forms_of.get(words[place], NONE).isdisjoint(forms) for place, (_, forms) in rest
    )


def best(found: Sequence[Hit]) -> list[tuple[int, int]]:
    """The stretches with most different hits, the first ones first; none over another."""
    starts = [hit.start for hit in found]
    ranked: list[tuple[int, int, int, int]] = []
    for at, hit in enumerate(found):
        inside = found[at : bisect(starts, hit.start + FRAGMENT - BEFORE)]
        ranked.append((-len({each.pattern for each in inside}), -len(inside), hit.start, inside[-1].end))
    chosen: list[tuple[int, int]] = []
    for _, _, first, last in sorted(ranked):
        start, end = max(first - BEFORE, 0), max(last, first - BEFORE + FRAGMENT)
        if all(end < other or start > limit for other, limit in chosen):
            chosen.append((start, end))
        if len(chosen) == FRAGMENTS:
            break
    return chosen


def fragment(text: str, start: int, end: int, found: Sequence[Hit]) -> str:
    """From the start of a word to the end of one."""
    if start > 0 and (space := text.find(" ", start, start + BEFORE // 2)) >= 0:
        start = space + 1
    if end < len(text):
        space = text.find(" ", end)
        end = space if 0 <= space < end + BEFORE // 2 else end
    return with_markers(text, start, min(end, len(text)), found)


def with_markers(text: str, start: int, end: int, found: Sequence[Hit]) -> str:
    pieces, at = [], start
    for hit in found:
        if start <= hit.start and hit.end <= end:
            pieces += [bare(text[at : hit.start]), OPEN, bare(text[hit.start : hit.end]), CLOSE]
            at = hit.end
    return "".join([*pieces, bare(text[at:end])])


def bare(text: str) -> str:
    """Without what would pass for a marker."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def marked(headline: str) -> SafeString:
    """Escape the text as it reads, then turn the markers around hits into <mark>; stray markers go."""
    html = HIT.sub(r"<mark>\1</mark>", str(escape(" ".join(legible(headline).split()))))
    return mark_safe(html.replace(OPEN, "").replace(CLOSE, ""))  # noqa: S308 -- escaped above, tags are ours
