"""What each rightly found mention stands for: its person, its body or place, its date value, a role's country."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from articles.nlp.evaluation.gold import GoldSpan
from articles.nlp.evaluation.identity import is_called, names_of
from articles.nlp.evaluation.matching import Match
from articles.nlp.evaluation.scores import Average
from articles.nlp.types import MentionRecord

Linked = tuple[GoldSpan, MentionRecord, str]
#: Labels whose link is a name or a code that can be compared by itself.
NAMED = frozenset({"ORG", "GPE", "LOC"})


def links(match: Match) -> Iterator[Linked]:
    """Each rightly found mention that the gold links, with what is wrong about its link: nothing, or a kind of miss."""
    if not match.record.has("links"):
        return
    yield from _people(match)
    for gold, mention in found(match):
        if gold.label in NAMED and gold.link:
            yield gold, mention, _named(match, gold, mention)
        elif gold.label == "DATE":
            yield gold, mention, "" if gold.link == mention.value else "date-value"
        elif gold.label == "ROLE" and is_code(gold.link):
            yield gold, mention, "" if gold.link == mention.country else "country"


def count_links(match: Match, right: dict[str, Average]) -> None:
    for gold, _, wrong in links(match):
        right[gold.label].add(not wrong)


def found(match: Match) -> Iterator[tuple[GoldSpan, MentionRecord]]:
    for pair in match.mentions:
        if pair.gold is not None and pair.mention is not None and pair.outcome == "right":
            yield pair.gold, pair.mention


def is_code(link: str) -> bool:
    """Whether a link is a country's ISO 3166-1 code."""
    return len(link) == 2 and link.isupper()


def strays(pairs: Iterable[tuple[Hashable, Hashable]]) -> list[bool]:
    """For pairs of true and proposed identity: which stand outside the best one-to-one assignment, biggest first."""
    listed = list(pairs)
    taken: dict[Hashable, Hashable] = {}
    for (gold, proposed), _ in Counter(listed).most_common():
        if gold not in taken and proposed not in taken.values():
            taken[gold] = proposed
    return [taken.get(gold) != proposed for gold, proposed in listed]


def person_of(gold: GoldSpan) -> Hashable:
    """A gold person; one without a link is nobody else."""
    return gold.link or gold.span


def _people(match: Match) -> Iterator[Linked]:
    people = [(gold, mention) for gold, mention in found(match) if gold.label == "PER"]
    proposed = [mention.span if mention.entity is None else mention.entity for _, mention in people]
    wrong = strays((person_of(gold), entity) for (gold, _), entity in zip(people, proposed, strict=True))
    for (gold, mention), stray in zip(people, wrong, strict=True):
        yield gold, mention, "link" if stray else ""


def _named(match: Match, gold: GoldSpan, mention: MentionRecord) -> str:
    entity = None if mention.entity is None else match.predicted.entities[mention.entity]
    if entity is not None and is_called(gold.link, names_of(entity)):
        return ""
    is_state = entity is not None and entity.kind == "state"
    return "figurative" if is_code(gold.link) != is_state else "link"
