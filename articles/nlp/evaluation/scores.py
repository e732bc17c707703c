"""Counters that turn into figures; a figure without anything to count is empty, not zero."""

from dataclasses import dataclass


@dataclass(slots=True)
class Counts:
    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        both = self.predicted + self.gold
        return 2 * self.right / both if both else None

    def add(self, other: "Counts") -> None:
        self.right += other.right
        self.predicted += other.predicted
        self.gold += other.gold


@dataclass(slots=True)
class Average:
    total: float = 0
    number: int = 0

    @property
    def value(self) -> float | None:
        return self.total / self.number if self.number else None

    def add(self, value: float) -> None:
        self.total += value
        self.number += 1


def harmonic(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return None
    return 2 * one * other / (one + other) if one + other else 0.0
