"""Readings of a short text by two editors."""

from articles.actions.double_reading import (
    finish_reading,
    mark_words,
)
from articles.models import (
    Article,
    DoubleReading,
    Reading,
)

TEXT = "Antony Blinken a rencontré Hakan Fidan à Ankara lundi."


def marks(reading: Reading, *spans: tuple[str, str]) -> None:
    for words, label in spans:
        start = TEXT.index(words)
        mark_words(reading, by=reading.reader, start=start, end=start + len(words), label=label)


def both(double: DoubleReading) -> tuple[Reading, Reading]:
    first, second = double.readings.select_related("reader")
    return first, second


def finish(double: DoubleReading) -> None:
    for reading in both(double):
        finish_reading(reading, by=reading.reader)


def standing(article: Article) -> list[tuple[str, str, str]]:
    return list(article.mentions.live().order_by("start").values_list("text", "label", "status"))
