"""Texts to measure with: as many as wanted, none twice, of the length of agency copy.

Made from the sample collection: two of its articles, one after the other, with the names of people and the dates
changed from one copy to the next, so that neither a cache nor the search for duplicates makes the work lighter.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import count
from random import Random

from articles.actions.sample import SAMPLE, sample_records
from articles.importers import ParseProblem, RawArticle
from articles.nlp.pipeline import Annotator

WORD = re.compile(r"\w+")
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DAY = re.compile(rf"\b([1-9]|[12]\d|1er) ({MONTHS})\b")
PARAGRAPH = re.compile(r"\n\s*\n")
#: A name of a person is made of words at least this long; shorter ones are particles and initials.
SHORTEST_NAME = 3


def sample() -> list[RawArticle]:
    manifest = json.loads((SAMPLE / "manifest.json").read_text(encoding="utf-8"))
    return [record for record in sample_records(manifest) if not isinstance(record, ParseProblem)]


def names_in(records: Sequence[RawArticle], annotator: Annotator) -> list[str]:
    """The words that names of people are made of."""
    days = [(record.text, record.published_on) for record in records if record.published_on]
    found: set[str] = set()
    for (text, _), annotation in zip(days, annotator.annotate(days), strict=True):
        for mention in annotation.mentions:
            if mention.label == "PER":
                found.update(WORD.findall(text[mention.span.start : mention.span.end]))
    return sorted(word for word in found if len(word) >= SHORTEST_NAME and word[0].isupper())


def varied_texts(records: Sequence[RawArticle], names: Sequence[str]) -> Iterator[dict[str, str]]:
    """Records as JSON lines hold them, without end; the same ones each time."""
    for number in count():
        random = Random(number)  # noqa: S311 - the same texts each time, no secret
        first, second = records[number % len(records)], random.choice(records)
        text = f"{first.text.rstrip()}\n\n{without_head(second.text)}"
        day = first.published_on or second.published_on
        yield {
            "id": f"bench-{number}",
            "text": f"{varied(text, names, random)}\n\nMesure {number}.\n",
            "date": str(day + timedelta(days=random.randrange(700)) if day else ""),
            "source": first.source,
        }


def without_head(text: str) -> str:
    """The text without its first paragraph, which holds the dateline."""
    return (PARAGRAPH.split(text, maxsplit=1)[1:] or [text])[0]


def varied(text: str, names: Sequence[str], random: Random) -> str:
    """Other people, the same ones throughout the text, on other days."""
    others = dict(zip(names, random.sample(names, len(names)), strict=True))
    shift = random.randrange(28)
    text = WORD.sub(lambda word: others.get(word.group(), word.group()), text)
    return DAY.sub(lambda day: f"{shifted(day[1], shift)} {day[2]}", text)


def shifted(day: str, days: int) -> str:
    number = (int(day.removesuffix("er")) - 1 + days) % 28 + 1
    return "1er" if number == 1 else str(number)
