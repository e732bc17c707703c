"""Precision, recall and F1 of a recogniser on a part of the corpus: exact place and label."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from articles.nlp.evaluation.scores import Counts
from articles.nlp.training.corpus import TrainingText

BATCH = 32


@dataclass(frozen=True, slots=True)
class Scores:
    labels: dict[str, Counts]

    @property
    def micro(self) -> Counts:
        total = Counts()
        for counts in self.labels.values():
            total.add(counts)
        return total

    @property
    def micro_f1(self) -> float:
        return self.micro.f1 or 0.0

    def figures(self) -> dict[str, dict[str, float | int]]:
        """For the component's record, to four digits."""
        return {name: _figures(counts) for name, counts in [*self.labels.items(), ("micro", self.micro)]}

    def line(self) -> str:
        parts = [f"{name} {counts.f1 or 0:.3f}" for name, counts in [*self.labels.items(), ("micro", self.micro)]]
        return "  ".join(parts)


def _figures(counts: Counts) -> dict[str, float | int]:
    return {
        "precision": round(counts.precision or 0, 4),
        "recall": round(counts.recall or 0, 4),
        "f1": round(counts.f1 or 0, 4),
        "gold": counts.gold,
    }


def score(nlp: Language, texts: list[TrainingText], labels: tuple[str, ...]) -> Scores:
    counts = {label: Counts() for label in labels}
    for text, doc in zip(texts, nlp.pipe((text.passage.text for text in texts), batch_size=BATCH), strict=True):
        count(found(doc), ((span.start, span.end, span.label) for span in text.passage.spans), counts)
    return Scores(counts)


def found(doc: Doc) -> set[tuple[int, int, str]]:
    return {(name.start_char, name.end_char, name.label_) for name in doc.ents}


def count(
    predicted: Iterable[tuple[int, int, str]], gold: Iterable[tuple[int, int, str]], counts: dict[str, Counts]
) -> None:
    """Labels that are not counted are left out on both sides."""
    got, wanted = ({name for name in names if name[2] in counts} for names in (predicted, gold))
    for label, members in counts.items():
        members.predicted += sum(name[2] == label for name in got)
        members.gold += sum(name[2] == label for name in wanted)
        members.right += sum(name[2] == label for name in got & wanted)
