"""The weights of a model: copied, meaned, and moved from one model into another."""

from typing import Any

from spacy.pipeline.ner import EntityRecognizer
from thinc.api import Model

#: Layer, name and value of each weight.
Weights = list[tuple[Model[Any, Any], str, Any]]


def weights_of(model: Model[Any, Any]) -> Weights:
    """A copy of each weight with its layer and name, always in the same order."""
    return [
        (layer, name, layer.get_param(name).copy())
        for layer in model.walk()
        for name in layer.param_names
        if layer.has_param(name)
    ]


def put(weights: Weights) -> None:
    for layer, name, value in weights:
        layer.set_param(name, value.copy())


class Mean:
    """The mean of the weights of several moments of training: it does better on new texts than any of them."""

    def __init__(self) -> None:
        self.number = 0
        self.weights: Weights = []

    def copy(self) -> Weights:
        return [(layer, name, value.copy()) for layer, name, value in self.weights]

    def add(self, weights: Weights) -> None:
        self.number += 1
        if not self.weights:
            self.weights = weights
            return
        self.weights = [
            (layer, name, mean + (value - mean) / self.number)
            for (layer, name, mean), (_, _, value) in zip(self.weights, weights, strict=True)
        ]


def carry_over(old: EntityRecognizer, new: EntityRecognizer) -> None:
    """Layer by layer; of the last one, which has a row for each move, the rows of the moves they share."""
    rows = {name: row for row, name in enumerate(_moves(old))}
    shared = [(row, rows[name]) for row, name in enumerate(_moves(new)) if name in rows]
    for source, target in zip(old.model.walk(), new.model.walk(), strict=True):
        for name in source.param_names:
            if source.has_param(name) and target.has_param(name):
                _carry(source, target, name, shared)


def _moves(recogniser: EntityRecognizer) -> list[str]:
    """The move of each row. `move_names` leaves one out that has no name of its own, and so counts wrong after it."""
    return [recogniser.moves.get_class_name(row) for row in range(recogniser.moves.n_moves)]


def _carry(source: Model[Any, Any], target: Model[Any, Any], name: str, shared: list[tuple[int, int]]) -> None:
    known: Any = source.get_param(name)
    fresh: Any = target.get_param(name).copy()
    if known.shape == fresh.shape:
        fresh = known.copy()
    else:
        for row, known_row in shared:
            fresh[row] = known[known_row]
    target.set_param(name, fresh)
