"""Which sentences need a grammatical analysis: those with a word of meeting or of saying."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from articles.nlp.sentences import Sentences
from articles.nlp.types import Span

DATA = Path(__file__).parents[2] / "data" / "fr"
#: Vocabularies of verbs with a `lemma` and its irregular `forms`.
VERBS = ("meeting_verbs.csv", "reporting_verbs.csv")
#: A stem shorter than this would select half the language; such verbs go by their listed forms.
SHORTEST_STEM = 4
ACUTE = re.compile(r"[éè]")


@cache
def verbs() -> re.Pattern[str]:
    """Finds the beginning of any word that may be a form of such a verb; it errs towards finding too much."""
    starts: set[str] = set()
    for name in VERBS:
        with (DATA / name).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                starts.update(_starts(row["lemma"], row["forms"].split()))
    # A start that another one begins with adds nothing.
    kept = sorted(start for start in starts if not any(start != other and start.startswith(other) for other in starts))
    return re.compile(rf"\b(?:{'|'.join(ACUTE.sub('[éè]', start) for start in kept)})", re.IGNORECASE)


def _starts(lemma: str, forms: list[str]) -> Iterator[str]:
    yield lemma
    yield from forms
    stem = lemma[:-2] if lemma.endswith(("er", "ir")) else lemma[:-3]
    if len(stem) >= SHORTEST_STEM:
        yield stem


def selected(text: str, sentences: Sentences) -> list[Span]:
    """The sentences to analyse, in order."""
    indexes = {sentences.index(match.start()) for match in verbs().finditer(text)}
    return [sentences.spans[index] for index in sorted(indexes)]
