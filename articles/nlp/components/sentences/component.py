"""Cuts the text into sentences, once for all components that read them."""

from spacy.tokens import Doc

from articles.nlp.doc_text import text_of
from articles.nlp.sentences import Sentences, heads


class SentencesComponent:
    """Writes `doc._.sentences`."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.sentences = Sentences(text_of(doc), heads(doc._.draft))
        return doc
