"""Articles as tokens whose edges are those of the annotations too."""

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from threading import Lock

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from articles.models import Article

#: So many words spaCy may keep; the common ones are among the first that come.
WORDS = 20_000
#: Threads share the rules, and what is forgotten behind one text must not be in use by another.
ONE_AT_A_TIME = Lock()


@cache
def tokenizer(language: str) -> Language:
    """spaCy's rules for the language; those for no language in particular where it has none or lacks a package."""
    try:
        return spacy.blank(language)
    except (ImportError, ValueError):
        return spacy.blank("xx")


def tokens(article: Article) -> Doc:
    """The text in tokens, none of which goes over the edge of a mention, a quote or an evidence span.

    The text of the result is that of the article, character by character.
    """
    edges = sorted(edges_of(article))
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for first, end, is_spaced in rough_tokens(article):
        start = first
        while position < len(edges) and edges[position] <= start:
            position += 1
        while position < len(edges) and edges[position] < end:
            words.append(article.text[start : edges[position]])
            spaces.append(False)
            start = edges[position]
            position += 1
        words.append(article.text[start:end])
        spaces.append(is_spaced)
    return Doc(Vocab(), words=words, spaces=spaces)


def rough_tokens(article: Article) -> list[tuple[int, int, bool]]:
    """Where spaCy's tokens begin and end, and whether a blank follows."""
    rules = tokenizer(article.language)
    with ONE_AT_A_TIME, forgetting(rules):
        found = rules.tokenizer(article.text)
        return [(token.idx, token.idx + len(token.text), bool(token.whitespace_)) for token in found]


def forgetting(rules: Language) -> AbstractContextManager[object]:
    """Once many words are known, those met for the first time are forgotten again: memory stays flat."""
    return rules.memory_zone() if len(rules.vocab) > WORDS else nullcontext()


def edges_of(article: Article) -> set[int]:
    """Where an annotation of the article begins or ends."""
    edges: set[int] = set()
    for mention in article.mentions.all():
        edges |= {mention.start, mention.end}
    for report in article.meeting_reports.all():
        edges |= {edge for row in report.evidence.all() for edge in (row.start, row.end)}
    for statement in article.statements.all():
        edges |= {statement.quote_start, statement.quote_end}
    return edges
