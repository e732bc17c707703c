"""People of the article written in capitals in its headings."""

import re
from collections.abc import Iterator

from articles.nlp.components.entities.evidence import REPEAT, mention
from articles.nlp.components.entities.patterns import CIVIL
from articles.nlp.components.gazetteer import WORD, folded
from articles.nlp.lexicons import common_words
from articles.nlp.types import MentionRecord, Span


def shouted_names(text: str, people: list[str], taken: set[int]) -> Iterator[MentionRecord]:
    """People known from the article, written in capitals in its headings."""
    wanted = {name for full in people for name in (folded(full), folded(full).split()[-1])}
    for match in re.finditer(r"(?<!\w)[A-ZÀ-ÖØ-ÞŒ][A-ZÀ-ÖØ-ÞŒ\-]+(?: [A-ZÀ-ÖØ-ÞŒ\-]+)*(?!\w)", text if wanted else ""):
        words = list(WORD.finditer(text, match.start(), match.end()))
        at = 0
        while at < len(words):
            size = _known_size(text, words[at:], wanted)
            if size:
                first = at - 1 if at and size == 1 and _forename(text, words[at - 1], words[at], taken) else at
                span = Span(words[first].start(), words[at + size - 1].end())
                if span.end - span.start > 2 and taken.isdisjoint(range(span.start, span.end)):
                    yield mention(span, "PER", REPEAT)
            at += size or 1


def _known_size(text: str, words: list[re.Match[str]], wanted: set[str]) -> int:
    sizes = range(min(4, len(words)), 0, -1)
    return next((n for n in sizes if folded(text[words[0].start() : words[n - 1].end()]) in wanted), 0)


def _forename(text: str, word: re.Match[str], name: re.Match[str], taken: set[int]) -> bool:
    """`EMMANUEL` before `MACRON`: after a title, next to the name, no word of the language and nothing named."""
    if text[word.end() : name.start()] != " " or word.start() in taken or len(word.group()) < 3:
        return False
    titled = CIVIL.search(text[max(0, word.start() - 24) : word.start()])
    return titled is not None and folded(word.group()) not in common_words()
