"""Fitting: the base pipeline's recogniser goes on learning from the corpus, until the stopping part gets no better."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import filter_spans
from thinc.api import Adam, Optimizer, fix_random_seed

from articles.nlp.recogniser import PIPE, pipe_config, recogniser_of
from articles.nlp.training.config import Config
from articles.nlp.training.corpus import Parts, TrainingText, passages
from articles.nlp.training.passages import Passage
from articles.nlp.training.scoring import Scores, score
from articles.nlp.training.variation import Varier, names_by_label
from articles.nlp.training.weights import Mean, Weights, carry_over, put, weights_of

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
    for label in config.labels:
        recogniser_of(nlp).add_label(label)
    varier = Varier(config.odds, names_by_label(lines), config.seed)
    order = Random(config.seed)  # noqa: S311 -- variety, no secrets
    optimizer = Adam(config.learn_rate, L2=config.decay, L2_is_weight_decay=True, use_averages=True)
    fitted, mean, best = Fitted(nlp), Mean(), Weights()
    for epoch in range(config.epochs):
        learn(nlp, shuffled(lines, order), varier, optimizer, config)
        mean = mean if epoch >= config.settle else Mean()
        with nlp.use_params(optimizer.averages):
            mean.add(weights_of(recogniser_of(nlp).model))
        fitted.epochs.append(score_with(mean.weights, nlp, parts.stop, config.labels))
        logger.info("epoch %d: %s", epoch + 1, fitted.epochs[-1].line())
        if not best or fitted.epochs[-1].micro_f1 > fitted.epochs[fitted.best].micro_f1:
            fitted.best, best = epoch, mean.copy()
        if epoch - fitted.best >= config.patience:
            break
    put(best)
    relabel(nlp, config.labels, [example(nlp, line) for line in lines[:50]])
    fitted.seconds = time.perf_counter() - started
    return fitted


def score_with(weights: Weights, nlp: Language, texts: list[TrainingText], labels: tuple[str, ...]) -> Scores:
    """The score with other weights; the model goes on with its own afterwards."""
    own = weights_of(recogniser_of(nlp).model)
    put(weights)
    scores = score(nlp, texts, labels)
    put(own)
    return scores


def learn(nlp: Language, lines: list[Passage], varier: Varier, optimizer: Optimizer, config: Config) -> None:
    """One epoch."""
    for batch in batches(lines, config.batch_characters):
        examples = [example(nlp, varier.vary(line)) for line in batch]
        recogniser_of(nlp).update(examples, sgd=optimizer, drop=config.dropout)


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
    """Nothing is learnt from names that the tokens do not follow."""
    reference = nlp.make_doc(passage.text)
    names, missing = [], []
    for span in passage.spans:
        exact = reference.char_span(span.start, span.end, label=span.label)
        around = reference.char_span(span.start, span.end, alignment_mode="expand")
        if exact is not None:
            names.append(exact)
        elif around is not None:
            missing.append(around)
    taken = {token.i for name in names for token in name}
    free = [span for span in filter_spans(missing) if not taken & {token.i for token in span}]
    reference.set_ents(names, missing=free, default="outside")
    return Example(Doc(nlp.vocab, [t.text for t in reference], [bool(t.whitespace_) for t in reference]), reference)


def relabel(nlp: Language, labels: tuple[str, ...], examples: list[Example]) -> None:
    """Drops the base's other labels. Only at the end: one that has just lost a label has much to learn anew."""
    old, config = recogniser_of(nlp), pipe_config(nlp)
    nlp.replace_pipe(PIPE, PIPE, config=config)
    new = recogniser_of(nlp)
    for label in labels:
        new.add_label(label)
    new.initialize(lambda: examples, nlp=nlp)
    carry_over(old, new)
