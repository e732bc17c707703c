"""Fitting: the base pipeline's recogniser goes on learning from the corpus, until the stopping part gets no better."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline.ner import EntityRecognizer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import filter_spans
from thinc.api import Adam, Model, Optimizer, fix_random_seed

from articles.nlp.recogniser import PIPE, pipe_config, recogniser_of
from articles.nlp.training.config import Config
from articles.nlp.training.corpus import Parts, passages
from articles.nlp.training.passages import Passage
from articles.nlp.training.scoring import Scores, score
from articles.nlp.training.variation import Varier, names_by_label

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Fitted:
    """The pipeline with the best weights, the score on the stopping part after each epoch, and the time it took."""

    nlp: Language
    epochs: list[Scores] = field(default_factory=list)
    best: int = 0
    seconds: float = 0.0


def load_base(pipeline: str) -> Language:
    """The base pipeline with nothing but its recogniser."""
    nlp = spacy.load(pipeline)
    for name in nlp.component_names:
        if name != PIPE:
            nlp.remove_pipe(name)
    return nlp


def fit(parts: Parts, config: Config) -> Fitted:
    started = time.perf_counter()
    fix_random_seed(config.seed)
    nlp = load_base(config.base)
    lines = passages(parts.train, config.labels)
    relabel(nlp, config.labels, [example(nlp, line) for line in lines[:50]])
    varier = Varier(config.odds, names_by_label(lines), config.seed)
    order = Random(config.seed)  # noqa: S311 -- variety, no secrets
    optimizer = Adam(config.learn_rate, L2=config.decay, L2_is_weight_decay=True, use_averages=True)
    fitted, best = Fitted(nlp), b""
    for epoch in range(config.epochs):
        learn(nlp, shuffled(lines, order), varier, optimizer, config)
        with nlp.use_params(optimizer.averages):
            fitted.epochs.append(score(nlp, parts.stop, config.labels))
            if fitted.epochs[-1].micro_f1 > fitted.epochs[fitted.best].micro_f1 or not best:
                fitted.best, best = epoch, recogniser_of(nlp).model.to_bytes()
        logger.info("epoch %d: %s", epoch + 1, fitted.epochs[-1].line())
        if epoch - fitted.best >= config.patience:
            break
    recogniser_of(nlp).model.from_bytes(best)
    fitted.seconds = time.perf_counter() - started
    return fitted


def learn(nlp: Language, lines: list[Passage], varier: Varier, optimizer: Optimizer, config: Config) -> None:
    """One epoch."""
    for batch in batches(lines, config.batch_characters):
        examples = [example(nlp, varier.vary(line)) for line in batch]
        nlp.update(examples, sgd=optimizer, drop=config.dropout)


def shuffled(lines: list[Passage], order: Random) -> list[Passage]:
    return order.sample(lines, len(lines))


def batches(lines: list[Passage], size: int) -> Iterator[list[Passage]]:
    """Batches of about the same length, whatever the length of the lines."""
    batch: list[Passage] = []
    for line in lines:
        batch.append(line)
        if sum(len(member.text) for member in batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch


def example(nlp: Language, passage: Passage) -> Example:
    """Nothing is learnt from unsure places, nor from names that the tokens do not follow."""
    reference = nlp.make_doc(passage.text)
    names, missing = [], []
    for span in passage.spans:
        exact = reference.char_span(span.start, span.end, label=span.label)
        if exact is not None:
            names.append(exact)
        else:
            missing.append(reference.char_span(span.start, span.end, alignment_mode="expand"))
    missing += [reference.char_span(start, end, alignment_mode="expand") for start, end in passage.unsure]
    taken = {token.i for name in names for token in name}
    free = [span for span in missing if span is not None and not taken & {token.i for token in span}]
    reference.set_ents(names, missing=filter_spans(free), default="outside")
    return Example(Doc(nlp.vocab, [t.text for t in reference], [bool(t.whitespace_) for t in reference]), reference)


def relabel(nlp: Language, labels: tuple[str, ...], examples: list[Example]) -> None:
    """A recogniser with these labels only takes the place of the base's, and all that the base's knows of them."""
    old, config = recogniser_of(nlp), pipe_config(nlp)
    nlp.replace_pipe(PIPE, PIPE, config=config)
    new = recogniser_of(nlp)
    for label in labels:
        new.add_label(label)
    new.initialize(lambda: examples, nlp=nlp)
    copy_weights(old, new)


def copy_weights(old: EntityRecognizer, new: EntityRecognizer) -> None:
    """Layer by layer; of the last one, which has a row for each move, the rows of the moves they share."""
    shared = [(new.move_names.index(name), i) for i, name in enumerate(old.move_names) if name in new.move_names]
    for source, target in zip(old.model.walk(), new.model.walk(), strict=True):
        for name in source.param_names:
            if source.has_param(name) and target.has_param(name):
                copy_param(source, target, name, shared)


def copy_param(source: Model[Any, Any], target: Model[Any, Any], name: str, shared: list[tuple[int, int]]) -> None:
    known: Any = source.get_param(name)
    fresh: Any = target.get_param(name).copy()
    if known.shape == fresh.shape:
        fresh = known.copy()
    else:
        for row, known_row in shared:
            fresh[row] = known[known_row]
    target.set_param(name, fresh)
