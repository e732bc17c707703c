"""What a reader typed, taken apart: words, phrases, exact words, exclusions and alternatives.

`sommet "cessez le feu" Ankara OU Istanbul -blocus =libéré` asks for articles with the first word, the phrase, one of
the two cities and exactly the last form, and without the fifth word. Nothing that can be typed is an error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.validators import name_key

#: Quotation marks of French, English and German, in pairs or alone; an apostrophe is none.
OPENING, CLOSING = '"«“„‟', '"»”“‟'
ITEM = re.compile(
    rf"(?P<sign>[-\u2212])?(?P<exact>=|exact:)?"
    rf"(?:[{OPENING}](?P<phrase>[^{OPENING}{CLOSING}]*)(?:[{CLOSING}]|$)|(?P<word>[^\s{OPENING}{CLOSING}]+)|[{CLOSING}])",
    re.IGNORECASE,
)
#: `ou` in small letters is a word of many sentences.
EITHER = re.compile(r"OU|[Oo][Rr]|\|+")
#: What runs into the next word: `l’ONU`, `d’Ankara`, `jusqu’à`.
ELIDED = re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis)?qu)['’ʼ](?=\w)", re.IGNORECASE)
#: More than this nobody types; what comes after is left out.
MOST_TERMS = 40


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase: exactly so, or in any of its forms."""

    words: str
    exact: bool = False
    phrase: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it may be a name, or part of one: words as they come, without any sign."""
        return not self.exact and not self.phrase


@dataclass(frozen=True, slots=True)
class Clause:
    """At least one of these terms must be there, or none of them may."""

    terms: tuple[Term, ...]
    excluded: bool = False

    @property
    def word(self) -> str:
        """The key of the one plain word it asks for, what is elided before it aside; nothing for any other clause."""
        return name_key(ELIDED.sub("", self.terms[0].words, count=1)) if self.whole else ""

    @property
    def whole(self) -> str:
        """The same with what is elided."""
        return name_key(self.terms[0].words) if len(self.terms) == 1 and self.terms[0].is_plain else ""


def parse(text: str) -> tuple[Clause, ...]:
    """All clauses must be met.

    >>> [[term.words for term in clause.terms] for clause in parse("sommet Ankara OU Istanbul")]
    [['sommet'], ['Ankara', 'Istanbul']]
    """
    clauses: list[Clause] = []
    joining = False
    for sign, term in list(items(text))[:MOST_TERMS]:
        if term is None:
            joining = bool(clauses) and not clauses[-1].excluded
        elif joining and not sign:
            clauses[-1] = Clause((*clauses[-1].terms, term))
            joining = False
        else:
            clauses.append(Clause((term,), excluded=sign))
            joining = False
    return tuple(clauses)


def items(text: str) -> Iterator[tuple[bool, Term | None]]:
    """Terms with whether they are excluded; none for the word between two alternatives."""
    found = [item for item in ITEM.finditer(text) if item["phrase"] or item["word"]]
    for place, item in enumerate(found):
        between = 0 < place < len(found) - 1
        if between and EITHER.fullmatch(item.group()):
            yield False, None
            continue
        words = (item["phrase"] or item["word"]).strip()
        if name_key(words):
            yield bool(item["sign"]), Term(words, exact=bool(item["exact"]), phrase=item["phrase"] is not None)
