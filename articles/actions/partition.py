"""Which accounts tell of one meeting: a function of what they say, whatever the order they came in.

The surest pairs are joined first. A pair joins all that was joined to either, so nothing may speak against any two of
them; and where a third group fits as well, but not both, it stays open which is meant.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from articles.actions.comparing import Clash, Comparison, When, compare
from articles.actions.summing import Account


@dataclass(slots=True)
class Ties:
    """What people said of pairs of accounts; of a pair, the latest word counts."""

    together: dict[Account, set[Account]] = field(default_factory=dict)
    apart: dict[Account, set[Account]] = field(default_factory=dict)

    def say(self, ours: Iterable[Account], theirs: Sequence[Account], *, together: bool) -> None:
        said, unsaid = (self.together, self.apart) if together else (self.apart, self.together)
        for one in ours:
            for other in theirs:
                for a, b in ((one, other), (other, one)):
                    said.setdefault(a, set()).add(b)
                    unsaid.get(a, set()).discard(b)

    def part(self, ours: Iterable[Account], theirs: Iterable[Account]) -> bool:
        """Whether somebody said that two of them are not of one meeting."""
        other = set(theirs)
        return any(self.apart.get(account, set()) & other for account in ours)


@dataclass(slots=True, eq=False)
class Group:
    accounts: list[Account]
    articles: set[str]
    #: Whether a person put some of them together, who may contradict each other.
    by_person: bool = False


@dataclass(slots=True)
class Comparisons:
    """Pairs of accounts, each compared once."""

    done: dict[tuple[int, int], Comparison | None] = field(default_factory=dict)

    def of(self, one: Account, other: Account) -> Comparison | None:
        key = (id(one), id(other)) if id(one) < id(other) else (id(other), id(one))
        if key not in self.done:
            self.done[key] = compare(one, other)
        return self.done[key]

    def pairs(self, accounts: Sequence[Account]) -> Iterator[tuple[Account, Account, Comparison]]:
        """The pairs that have enough people in common."""
        by_actor: dict[int, list[Account]] = {}
        for account in accounts:
            beside = {id(each): each for actor in account.posts for each in by_actor.get(actor, ())}
            for other in beside.values():
                if other.article != account.article and (found := self.of(other, account)) is not None:
                    yield other, account, found
            for actor in account.posts:
                by_actor.setdefault(actor, []).append(account)


Edge = tuple[Account, Account, Comparison]


class Partition:
    """The groups, as they are joined pair by pair."""

    def __init__(self, accounts: Sequence[Account], ties: Ties, comparisons: Comparisons) -> None:
        self.ties = ties
        self.comparisons = comparisons
        ordered = sorted(accounts, key=attrgetter("told"))
        self.place = {account: number for number, account in enumerate(ordered)}
        self.group = {account: Group([account], {account.article}) for account in ordered}
        self.edges: dict[Account, list[Edge]] = {}
        for account in ordered:
            for other in ties.together.get(account, ()):
                if other in self.group:
                    self.join(self.group[account], self.group[other], by_person=True)
        self.join_all([edge for edge in comparisons.pairs(ordered) if edge[2].is_certain])

    def groups(self) -> list[Group]:
        return list(dict.fromkeys(self.group.values()))

    def join_all(self, edges: list[Edge]) -> None:
        for edge in edges:
            for account in edge[:2]:
                self.edges.setdefault(account, []).append(edge)
        place = self.place
        for edge in sorted(edges, key=lambda edge: (-edge[2].rank, place[edge[0]], place[edge[1]])):
            one, other = self.group[edge[0]], self.group[edge[1]]
            if one is not other and self.fit(one, other, edge) and not self.is_open(one, other, edge[2].rank):
                self.join(one, other)

    def join(self, one: Group, other: Group, *, by_person: bool = False) -> None:
        if one is not other:
            one.accounts += other.accounts
            one.articles |= other.articles
            for account in other.accounts:
                self.group[account] = one
        one.by_person |= other.by_person or by_person

    def fit(self, one: Group, other: Group, edge: Edge | None = None) -> bool:
        """Whether nothing speaks against all of them telling of one meeting; an article tells of one only once."""
        if one.articles & other.articles or self.ties.part(one.accounts, other.accounts):
            return False
        ours, theirs = one.accounts, other.accounts
        if edge is not None:
            ours = [edge[0] if edge[0] in ours else edge[1]] if one.by_person else ours
            theirs = [edge[1] if edge[1] in theirs else edge[0]] if other.by_person else theirs
        days_may_differ = edge is not None and edge[2].when == When.DAY_APART
        return not any(self.clash(a, b, days_may_differ=days_may_differ) for a in ours for b in theirs)

    def clash(self, one: Account, other: Account, *, days_may_differ: bool) -> bool:
        found = self.comparisons.of(one, other)
        return found is None or found.clash == Clash.FACTS or (found.clash == Clash.DAYS and not days_may_differ)

    def is_open(self, one: Group, other: Group, rank: int) -> bool:
        """Whether either fits a third group just as well, which does not fit the other."""
        return any(
            self.fit(near, third, edge) and not self.fit(far, third)
            for near, far in ((one, other), (other, one))
            for edge, third in self.rivals(near, far, rank)
        )

    def rivals(self, near: Group, far: Group, rank: int) -> Iterator[tuple[Edge, Group]]:
        for account in near.accounts:
            for edge in self.edges.get(account, ()):
                third = self.group[edge[1] if edge[0] is account else edge[0]]
                if third is not near and third is not far and edge[2].rank >= rank:
                    yield edge, third


def is_near(accounts: Iterable[Account], others: Sequence[Account], comparisons: Comparisons) -> bool:
    """Whether one of them certainly tells of the same meeting as one of the others."""
    found = (comparisons.of(one, other) for one in accounts for other in others if one.article != other.article)
    return any(each is not None and each.is_certain for each in found)


def best_pair(one: Sequence[Account], other: Sequence[Account], comparisons: Comparisons) -> Edge | None:
    """The two accounts that speak most for the two being one."""
    found = (
        (a, b, comparison)
        for a in sorted(one, key=attrgetter("told"))
        for b in sorted(other, key=attrgetter("told"))
        if (comparison := comparisons.of(a, b)) is not None
    )
    return max(found, key=lambda edge: (edge[2].score, edge[2].rank), default=None)
