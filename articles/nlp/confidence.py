"""How sure a proposal is: the share of proposals on like evidence that proved right on held-back texts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from articles.nlp.lexicons import rows
from articles.nlp.types import Annotation, MeetingRecord, MentionRecord, StatementRecord

#: A class with few examples is drawn towards its label, and a label towards all, as if by so many more examples.
WEIGHT = 6
#: What is assumed of proposals before any was counted.
PRIOR = 0.8

Proposal = MentionRecord | MeetingRecord | StatementRecord


@dataclass(slots=True)
class Tally:
    """How many proposals of a class there were, and how many were right."""

    proposals: int = 0
    right: int = 0

    def add(self, *, right: bool) -> None:
        self.proposals += 1
        self.right += right

    def share(self, prior: float) -> float:
        return (self.right + WEIGHT * prior) / (self.proposals + WEIGHT)


def kind_of(proposal: Proposal) -> str:
    """A mention's label, `meeting` or `statement`."""
    if isinstance(proposal, MentionRecord):
        return proposal.label
    return "meeting" if isinstance(proposal, MeetingRecord) else "statement"


def evidence(proposal: Proposal) -> str:
    """The class of a proposal: what it is, who proposed it, and how sure the component that did called it."""
    return f"{kind_of(proposal)} {proposal.origin} {proposal.confidence:.2f}"


def link_evidence(mention: MentionRecord) -> str:
    """The class of a link that goes by more than the name: of which label, and how sure its component called it."""
    return f"{link_kind(mention)} {mention.link_confidence:.2f}"


def link_kind(mention: MentionRecord) -> str:
    return f"link of {mention.label}"


@cache
def shares() -> Mapping[str, float]:
    """The measured share right of each class, and of each kind for a class that was never seen."""
    return {row["id"]: float(row["confidence"]) for row in rows("confidence")}


def calibrated(annotation: Annotation, known: Mapping[str, float] | None = None) -> Annotation:
    """The annotation with measured shares in place of the components' own ranks."""
    table = shares() if known is None else known
    return replace(
        annotation,
        mentions=tuple(_told(one, table) for one in annotation.mentions),
        meetings=tuple(replace(one, confidence=_share(one, table)) for one in annotation.meetings),
        statements=tuple(replace(one, confidence=_share(one, table)) for one in annotation.statements),
    )


def _told(mention: MentionRecord, table: Mapping[str, float]) -> MentionRecord:
    link = mention.link_confidence
    if link is not None:
        link = table.get(link_evidence(mention), table.get(link_kind(mention), link))
    return replace(mention, confidence=_share(mention, table), link_confidence=link)


def _share(proposal: Proposal, table: Mapping[str, float]) -> float:
    return table.get(evidence(proposal), table.get(kind_of(proposal), proposal.confidence))


def measured(outcomes: Iterable[tuple[str, str, bool]]) -> dict[str, tuple[Tally, float]]:
    """Each class and kind with its tally and its smoothed share, from kind, class and whether it was right."""
    kinds: defaultdict[str, Tally] = defaultdict(Tally)
    classes: defaultdict[str, Tally] = defaultdict(Tally)
    kind_by_class: dict[str, str] = {}
    for kind, name, right in outcomes:
        kinds[kind].add(right=right)
        classes[name].add(right=right)
        kind_by_class[name] = kind
    found = {kind: (tally, tally.share(PRIOR)) for kind, tally in kinds.items()}
    for name, tally in classes.items():
        found[name] = (tally, tally.share(found[kind_by_class[name]][1]))
    return dict(sorted(found.items()))
