"""Whether proposals are as sure as they say: of those told with 0.9, nine in ten should be right."""

from collections import defaultdict
from dataclasses import dataclass, field

from articles.nlp.evaluation.matching import Match

BINS = 10


@dataclass(slots=True)
class Bin:
    """Proposals of about one confidence, or of one origin."""

    count: int = 0
    right: int = 0
    confidence: float = 0.0

    def add(self, confidence: float, *, right: bool) -> None:
        self.count += 1
        self.right += right
        self.confidence += confidence

    @property
    def gap(self) -> float:
        """How many proposals more or fewer than told are right."""
        return abs(self.right - self.confidence)

    def as_json(self) -> dict[str, object]:
        return {
            "count": self.count,
            "right": self.right / self.count if self.count else None,
            "confidence": self.confidence / self.count if self.count else None,
        }


@dataclass(slots=True)
class Reliability:
    bins: list[Bin] = field(default_factory=lambda: [Bin() for _ in range(BINS)])
    origins: defaultdict[str, Bin] = field(default_factory=lambda: defaultdict(Bin))

    def add(self, confidence: float, origin: str, *, right: bool) -> None:
        number = min(int(confidence * BINS), BINS - 1)
        self.bins[number].add(confidence, right=right)
        self.origins[origin].add(confidence, right=right)

    @property
    def error(self) -> float | None:
        """The expected calibration error: how far the share right is from the confidence, over all proposals."""
        count = sum(found.count for found in self.bins)
        return sum(found.gap for found in self.bins) / count if count else None

    def as_json(self) -> dict[str, object]:
        return {
            "expected_error": self.error,
            "bins": [
                {"from": number / BINS, "to": (number + 1) / BINS, **found.as_json()}
                for number, found in enumerate(self.bins)
            ],
            "origins": {origin: found.as_json() for origin, found in sorted(self.origins.items())},
        }


@dataclass(slots=True)
class Calibration:
    mentions: Reliability = field(default_factory=Reliability)
    meetings: Reliability = field(default_factory=Reliability)
    statements: Reliability = field(default_factory=Reliability)

    def add(self, found: Match) -> None:
        for pair in found.mentions:
            if pair.mention is not None:
                mention = pair.mention
                self.mentions.add(mention.confidence, mention.origin, right=pair.outcome == "right")
        if found.record.has("meetings"):
            answering = {index for _, index in found.meetings}
            for index, meeting in enumerate(found.predicted.meetings):
                self.meetings.add(meeting.confidence, meeting.origin, right=index in answering)
        if found.record.has("statements"):
            answering = {index for _, index in found.statements}
            for index, statement in enumerate(found.predicted.statements):
                self.statements.add(statement.confidence, statement.origin, right=index in answering)

    def parts(self) -> dict[str, Reliability]:
        return {"mentions": self.mentions, "meetings": self.meetings, "statements": self.statements}

    def as_json(self) -> dict[str, object]:
        return {name: part.as_json() for name, part in self.parts().items()}
