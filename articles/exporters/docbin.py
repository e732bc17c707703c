"""Annotations for spaCy: a `DocBin` holds documents as spaCy's training reads them.

Mentions are the entities of a document (`ent.kb_id_` is the actor's or place's slug), meetings and statements are
spans in `doc.spans`, and `doc.user_data["newsdesk"]` is the record of the JSON lines, without the text.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Doc, DocBin, Span

from articles.enums import EvidenceField
from articles.exporters.annotations import article_record
from articles.exporters.archives import File
from articles.exporters.tokens import tokens
from articles.models import Article, Mention

#: Articles in one file; spaCy reads a folder of them like one.
TOGETHER = 200
ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID")


def docbin_files(articles: Iterable[Article]) -> Iterator[File]:
    """`articles-0001.spacy` and so on."""
    rest = iter(articles)
    number = 0
    while some := list(islice(rest, TOGETHER)):
        number += 1
        yield f"articles-{number:04}.spacy", docbin(some).to_bytes()


def docbin(articles: Iterable[Article]) -> DocBin:
    return DocBin(ATTRIBUTES, store_user_data=True, docs=[document(article) for article in articles])


def document(article: Article) -> Doc:
    doc = tokens(article)
    doc.set_ents([entity(doc, mention) for mention in article.mentions.all()])
    doc.spans["meetings"] = [
        span(doc, row.start, row.end, report.kind)
        for report in article.meeting_reports.all()
        for row in report.evidence.all()
        if row.field == EvidenceField.SENTENCE
    ]
    doc.spans["statements"] = [
        span(doc, row.quote_start, row.quote_end, "direct" if row.direct else "indirect")
        for row in article.statements.all()
    ]
    record = article_record(article)
    del record["text"]
    doc.user_data["newsdesk"] = record
    return doc


def entity(doc: Doc, mention: Mention) -> Span:
    stands_for = mention.actor or mention.place
    return span(doc, mention.start, mention.end, mention.label, stands_for.slug if stands_for else "")


def span(doc: Doc, start: int, end: int, label: str, link: str = "") -> Span:
    """Offsets in characters; the tokens are cut so that they fit (see `tokens`)."""
    found = doc.char_span(start, end, label=label, kb_id=link)
    if found is None:
        raise ValueError(f"{start}-{end} is no span of tokens.")
    return found
