"""What the statistical model says of a text, and what stands around a name."""

import re

from spacy.tokens import Doc

from articles.nlp.types import Span

#: The model's labels as those of the guidelines; a place is a state, a city or a region more often than a landscape.
LABELS = {"PER": "PER", "LOC": "GPE", "ORG": "ORG"}
PLACES = {"GPE", "LOC"}


class Opinions:
    """The model's names by the characters they cover."""

    def __init__(self, doc: Doc) -> None:
        self.by_start = {ent.start_char: ent for ent in doc.ents if ent.label_ in LABELS}
        self.at = {at: ent for ent in self.by_start.values() for at in range(ent.start_char, ent.end_char)}

    def label(self, span: Span) -> str:
        """The label of the model's name of just this span, or nothing."""
        ent = self.by_start.get(span.start)
        return LABELS[ent.label_] if ent is not None and ent.end_char == span.end else ""

    def agrees(self, span: Span, label: str) -> bool:
        said = self.label(span)
        return said == label or (said in PLACES and label in PLACES)

    def labels(self, span: Span) -> list[str]:
        """The labels of all the model's names that the span touches, once each."""
        touched = {ent.start_char: ent for at in range(span.start, span.end) if (ent := self.at.get(at)) is not None}
        return [LABELS[ent.label_] for ent in touched.values()]

    def person_from(self, start: int, end: int) -> bool:
        """Whether a person's name of more than the word begins there: `Pierre Nkurunziza`."""
        ent = self.by_start.get(start)
        return ent is not None and ent.label_ == "PER" and ent.end_char > end

    def inside(self, span: Span) -> list[Span]:
        """The model's names that lie within the span."""
        found = {ent.start_char: ent for at in range(span.start, span.end) if (ent := self.at.get(at)) is not None}
        return [
            Span(ent.start_char, ent.end_char)
            for ent in found.values()
            if Span(ent.start_char, ent.end_char).within(span)
        ]

    def span_at(self, at: int) -> Span | None:
        ent = self.at.get(at)
        return None if ent is None else Span(ent.start_char, ent.end_char)


OPENING = re.compile(r"(?:\A|[.!?:«“\"\r\n•>*–—\-(])[ \u00a0\u202f\"«“]*\Z")


def opens(text: str, start: int) -> bool:
    """Whether a sentence, a line, a quotation or a bracket begins there, so that a capital proves nothing."""
    return bool(OPENING.search(text[max(0, start - 4) : start])) or not text[:start].strip()


def word_before(text: str, start: int) -> str:
    """The word that stands before, with a blank between and no other mark; else nothing."""
    match = re.search(r"([\w’'&-]+|(?<!\w)[A-Z]\.)[ \u00a0\u202f]\Z", text[max(0, start - 30) : start])
    return match[1] if match else ""


def word_after(text: str, end: int) -> str:
    match = re.match(r"[ \u00a0\u202f]([\w’'-]+)", text[end : end + 30])
    return match[1] if match else ""
