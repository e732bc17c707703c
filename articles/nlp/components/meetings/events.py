"""Which gathering of the article a definite noun means: `au sommet`, `la cérémonie`, `à l'ouverture des travaux`."""

import re
from collections.abc import Iterator

from articles.nlp.components.meetings.gatherings import Joining
from articles.nlp.components.meetings.merging import Telling
from articles.nlp.components.meetings.standing import Standing

#: Nouns of what many come to: they mean such a gathering however long ago it was told.
OF_MANY = frozenset(
    [
        "sommet",
        "mini-sommet",
        "conférence",
        "forum",
        "session",
        "cérémonie",
        "séance",
        "travaux",
        "débats",
        "table ronde",
    ]
)
#: These go with any gathering, the others only with one that was called so.
ANY = frozenset({"travaux", "débats", "séance"})
#: Beside these nouns the gathering is another one.
ASIDE = re.compile(
    r"\b(?:veille|lendemain|avant|après|depuis|marge|lors|prépar\w+)\s(?:d(?:[eu]|es)\s|d['’′])?(?:une?\s|la\s|le\s|l['’′])?"
    r"(?:\w+\s)?$"
)
LEADERS = re.compile(r"\b(?:chefs?\sd['’′][ÉEée]tat|dirigeants|leaders|présidents|souverains)\b", re.I)


class Events:
    def __init__(self, text: str, standing: Standing) -> None:
        self.text = text
        self.standing = standing

    def meant(self, joining: Joining, tellings: list[Telling]) -> int | None:
        """Index of the gathering that the noun beside which somebody is told means; none for other nouns."""
        if joining.event not in OF_MANY and joining.kind != "sent":
            return None
        status = "planned" if joining.future else "held"
        fitting = [index for index, telling in enumerate(tellings) if telling.record.status == status]
        called = [index for index in fitting if joining.event and self._is_called(tellings[index], joining.event)]
        if called:
            return called[-1]
        large = [index for index in fitting if self._is_of_many(tellings[index])]
        return large[-1] if large and self._is_first(joining) else None

    def _is_first(self, joining: Joining) -> bool:
        """Whether a definite noun was told of nothing else before, so that it means what the story is about."""
        if joining.event in ANY or joining.kind == "sent":
            return True
        told = re.search(rf"\b{re.escape(joining.event)}\b", self.text[: joining.position], re.I)
        return told is not None and told.start() >= joining.sentence.start

    def _is_called(self, telling: Telling, noun: str) -> bool:
        """Whether a gathering was told by that noun, or is one of leaders, which is a summit."""
        if not self._is_of_many(telling) and telling.record.kind != "multilateral":
            return False
        word = re.compile(rf"\b(?:mini-)?{re.escape(noun)}s?\b", re.I)
        for start, end in self._sentences(telling):
            before = (self.text[start : match.start()] for match in word.finditer(self.text, start, end))
            if any(ASIDE.search(words) is None for words in before):
                return True
            if noun == "sommet" and self._is_of_body(telling) and LEADERS.search(self.text, start, end):
                return True
        return False

    def may_be(self, telling: Telling, noun: str) -> bool:
        """Whether a meeting of two may be what such a noun means: `a participé à une conférence avec Y`."""
        if noun not in OF_MANY or noun in ANY or noun == "cérémonie" or self._is_of_many(telling):
            return True
        word = re.compile(
            rf"\b(?:particip|assist|pris\spart|réuni|tenu)\w*\s[^;:.,]{{0,70}}\b{re.escape(noun)}\b", re.I
        )
        return any(word.search(self.text, start, end) for start, end in self._sentences(telling))

    @staticmethod
    def _sentences(telling: Telling) -> Iterator[tuple[int, int]]:
        return ((one.span.start, one.span.end) for one in telling.record.evidence if one.field == "sentence")

    def _is_of_many(self, telling: Telling) -> bool:
        return telling.record.kind != "visit" and (len(telling.record.participants) > 2 or self._is_of_body(telling))

    def _is_of_body(self, telling: Telling) -> bool:
        return any(self.standing.entity(one.entity).kind == "organisation" for one in telling.record.participants)
