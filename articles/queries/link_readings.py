"""Links of two readings side by side: whom or what the words mean that both marked alike, and how far they agree."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from articles.agreement import Agreement, krippendorff_alpha, span_f1
from articles.enums import MentionLabel
from articles.models import Mention, Reading, ReadingMention
from articles.queries.suggestions import current_actor

#: The labels whose words mean somebody, an organisation, a state or a place.
LINKED_LABELS = (MentionLabel.PER, MentionLabel.ROLE, MentionLabel.ORG, MentionLabel.GPE, MentionLabel.LOC)

Meant = tuple[int | None, int | None]
NOBODY: Meant = (None, None)


@dataclass(frozen=True, slots=True)
class LinkPair:
    """The same words with the same label in both readings. `key` names what they mean in the form."""

    key: str
    first: ReadingMention
    second: ReadingMention

    @property
    def is_same(self) -> bool:
        return meant(self.first) == meant(self.second)


def meant(mark: Mention | ReadingMention) -> Meant:
    """Whom and what a mark means, people as whom the collection knows them by now."""
    actor = current_actor(mark.actor) if mark.actor else None
    return (actor.pk if actor else None, mark.place_id)


def link_pairs(alike: Iterable[tuple[ReadingMention, ReadingMention]]) -> list[LinkPair]:
    """Of marks that are the same in both, those that can mean somebody."""
    return [LinkPair(f"l{one.pk}", one, other) for one, other in alike if one.label in LINKED_LABELS]


def marked_alike(first: Reading, second: Reading) -> list[tuple[ReadingMention, ReadingMention]]:
    theirs = {(mark.start, mark.end, mark.label): mark for mark in second.mentions.all()}
    ours = {(mark.start, mark.end, mark.label): mark for mark in first.mentions.all()}
    return [(mark, theirs[span]) for span, mark in ours.items() if span in theirs]


def link_agreement(readings: Sequence[tuple[Reading, Reading]], label: str = "") -> Agreement:
    """Over the words that both marked alike, of one label or of all.

    F1 counts the links that either made; alpha takes each of these words for a unit, and that nobody is meant for a
    value like any other.
    """
    pairs = [pair for both in readings for pair in link_pairs(marked_alike(*both))]
    units = [(meant(pair.first), meant(pair.second)) for pair in pairs if label in ("", pair.first.label)]
    first, second = (sum(unit[side] != NOBODY for unit in units) for side in (0, 1))
    same = sum(one == other != NOBODY for one, other in units)
    compared: list[tuple[Hashable, Hashable]] = list(units)
    return Agreement(first, second, same, span_f1(first, second, same), krippendorff_alpha(compared))
