"""Cuts the text into sentences (`doc._.sentences`) and has the model analyse those that need it, and no other."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Protocol

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.tokens import Doc

from articles.nlp.components.syntax.selection import selected
from articles.nlp.sentences import Sentences, heads


class Part(Protocol):
    """A component of the model, which reads documents in a stream."""

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]: ...


COPIED = (POS, TAG, MORPH, LEMMA, DEP, HEAD)


class SyntaxComponent:
    """`parts` are the model's own components, in order; with none every token has been analysed before."""

    def __init__(self) -> None:
        self.parts: tuple[Part, ...] = ()

    def __call__(self, doc: Doc) -> Doc:
        self._analyse([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self._analyse(batch)
            yield from batch

    def _analyse(self, docs: list[Doc]) -> None:
        for doc in docs:
            doc._.sentences = Sentences(doc.text, heads(doc._.draft))
        if not self.parts:
            return
        places = [(doc, start, end) for doc in docs for start, end in chosen(doc)]
        parts: Iterable[Doc] = [excerpt(doc, start, end) for doc, start, end in places]
        for part in self.parts:
            parts = part.pipe(parts, batch_size=256)
        copies: dict[int, Any] = {id(doc): np.zeros((len(doc), len(COPIED)), dtype="uint64") for doc in docs}
        for (doc, start, end), read in zip(places, parts, strict=True):
            copies[id(doc)][start:end] = read.to_array(list(COPIED))
        for doc in docs:
            if len(doc):
                doc.from_array(list(COPIED), copies[id(doc)])


def chosen(doc: Doc) -> Iterator[tuple[int, int]]:
    """First and last token of each stretch to analyse; no two overlap."""
    done = 0
    for span in selected(doc.text, doc._.sentences):
        words = doc.char_span(span.start, span.end, alignment_mode="contract")
        if words is not None and len(words) and words.start >= done:
            done = words.end
            yield words.start, words.end


def excerpt(doc: Doc, start: int, end: int) -> Doc:
    return Doc(
        doc.vocab,
        words=[token.text for token in doc[start:end]],
        spaces=[bool(token.whitespace_) for token in doc[start:end]],
    )
