"""Articles as tokens whose edges are those of the annotations too."""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from articles.models import Article


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
    doc = tokenizer(article.language).tokenizer(article.text)
    edges = sorted(edges_of(article))
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for token in doc:
        end = token.idx + len(token.text)
        while position < len(edges) and edges[position] <= token.idx:
            position += 1
        start = token.idx
        while position < len(edges) and edges[position] < end:
            words.append(article.text[start : edges[position]])
            spaces.append(False)
            start = edges[position]
            position += 1
        words.append(article.text[start:end])
        spaces.append(bool(token.whitespace_))
    return Doc(Vocab(), words=words, spaces=spaces)


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
