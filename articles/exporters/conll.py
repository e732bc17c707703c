"""Annotations as columns, a token a line and a blank line behind each sentence (CoNLL-U Plus)."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from articles.exporters.provenance import in_words
from articles.exporters.tokens import tokens
from articles.models import Article, Mention
from articles.nlp.sentences import Sentences

COLUMNS = ("ID", "FORM", "START", "END", "NER", "LINK", "VALUE", "DECIDED")
EMPTY = "_"


def conll_lines(articles: Iterable[Article]) -> Iterator[str]:
    """`NER` is `B-PER`, `I-PER`, … or `O`; `LINK` a slug, `VALUE` a date, `DECIDED` who or what decided."""
    yield f"# global.columns = {' '.join(COLUMNS)}\n"
    for article in articles:
        yield "".join(article_lines(article))


def article_lines(article: Article) -> Iterator[str]:
    yield f"# newdoc id = {one_line(article.external_id)}\n# title = {one_line(article.title)}\n"
    yield f"# date = {article.published_on.isoformat()}\n# source = {one_line(article.source.name)}\n"
    sentences = Sentences(article.text)
    covering = {place: mention for mention in article.mentions.all() for place in range(mention.start, mention.end)}
    before, number = -1, 0
    for token in tokens(article):
        if token.text.isspace():
            continue
        here = sentences.index(token.idx)
        mention = covering.get(token.idx)
        # A sentence never ends within a mention.
        if here != before and (mention is None or mention.start == token.idx):
            yield "\n" if number else ""
            before, number = here, 0
        number += 1
        yield token_line(number, token, mention)
    yield "\n"


def token_line(number: int, token: Token, mention: Mention | None) -> str:
    cells = [str(number), one_line(token.text), str(token.idx), str(token.idx + len(token.text))]
    if mention is None:
        cells += ["O", EMPTY, EMPTY, EMPTY]
    elif mention.start != token.idx:
        cells += [f"I-{mention.label}", EMPTY, EMPTY, EMPTY]
    else:
        stands_for = mention.actor or mention.place
        cells += [f"B-{mention.label}", stands_for.slug if stands_for else EMPTY, mention.value or EMPTY]
        cells.append(one_line(in_words(mention)) or EMPTY)
    return "\t".join(cells) + "\n"


def one_line(text: str) -> str:
    return " ".join(text.split())
