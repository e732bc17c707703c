"""Words of meeting in a text: which word, with which frame."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from articles.nlp.components.meetings.patterns import DETERMINER
from articles.nlp.types import Span

FUTURE = re.compile(r"(?:era|eront|ront|dra|dront)$")
DATA = Path(__file__).parents[2] / "data" / "fr"


@dataclass(frozen=True, slots=True)
class Trigger:
    """`span` is the word itself, `start` where its auxiliaries begin."""

    span: Span
    start: int
    frame: str
    kind: str
    is_verb: bool
    future: bool = False
    conditional: bool = False
    infinitive: bool = False


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """Form to frame and kind."""
    with (DATA / "meeting_verbs.csv").open(encoding="utf-8", newline="") as rows:
        return {
            form: (row["frame"], row["kind"])
            for row in csv.DictReader(rows)
            for form in (row["lemma"], *row["forms"].split())
        }


@cache
def verb_lemmas() -> dict[str, tuple[str, str]]:
    with (DATA / "meeting_verbs.csv").open(encoding="utf-8", newline="") as rows:
        return {row["lemma"]: (row["frame"], row["kind"]) for row in csv.DictReader(rows)}


@cache
def nouns() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """A pattern that finds the nouns, longest first, and noun to frame and kind."""
    with (DATA / "meeting_nouns.csv").open(encoding="utf-8", newline="") as rows:
        known = {row["noun"]: (row["frame"], row["kind"]) for row in csv.DictReader(rows)}
    longest = sorted(known, key=lambda noun: -len(noun))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})s?\b", re.I), known


def triggers(doc: Doc) -> Iterator[Trigger]:
    yield from _verbs(doc)
    pattern, known = nouns()
    for match in pattern.finditer(doc.text):
        word = match[1].lower()
        if word == "rencontre" and not _is_noun(doc.text, match.start()):
            continue
        frame, kind = known[word]
        yield Trigger(Span(match.start(), match.end()), match.start(), frame, kind, is_verb=False)


def _is_noun(text: str, position: int) -> bool:
    before = text[max(0, position - 24) : position]
    return DETERMINER.search(before) is not None or not before.strip() or text[position].isupper()


def _verbs(doc: Doc) -> Iterator[Trigger]:
    for token in doc:
        found = verb_forms().get(token.text.lower()) or verb_lemmas().get(token.lemma_.lower())
        if found is None or (token.pos_ == "NOUN" and token.text.lower() not in verb_forms()):
            continue
        if token.text.lower() == "rencontre" and _is_noun(doc.text, token.idx):
            continue
        start = token
        while start.i and start.i > token.i - 5 and start.nbor(-1).pos_ in {"AUX", "ADV", "PRON"}:
            start = start.nbor(-1)
        morph = f"{token.morph} {' '.join(str(doc[index].morph) for index in range(start.i, token.i))}"
        yield Trigger(
            Span(token.idx, token.idx + len(token)),
            start.idx,
            *found,
            is_verb=True,
            future="Tense=Fut" in morph or FUTURE.search(token.text) is not None,
            conditional="Mood=Cnd" in morph,
            infinitive="VerbForm=Inf" in str(token.morph),
        )
