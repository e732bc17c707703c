"""Whether a name or the words around it call the person a woman."""

import re
from collections.abc import Iterable
from functools import cache

from articles.nlp.lexicons import fold, rows
from articles.nlp.types import MentionRecord, Span

FEMININE = re.compile(
    r"\b(?:Mme|présidente|chancelière|la ministre|première ministre|porte-parole de la|reine|princesse|"
    r"secrétaire générale|directrice|ambassadrice|conseillère|envoyée|représentante|cheffe|patronne|députée|sénatrice|"
    r"procureure|gouverneure|dirigeante|opposante|avocate|militante|historienne|chercheuse|négociatrice|médiatrice)\b",
    re.I,
)
#: A feminine article before the office of a name: `sa porte-parole, Anna Lind`, `la nouvelle ministre Anna Lind`.
FEMININE_BEFORE = re.compile(
    r"\b(?:la|une|sa|cette)[\s\u00a0]+(?:(?:nouvelle|ancienne|jeune|ex-|vice-)\w*[\s\u00a0]*)?$", re.I
)
#: By her nationality: `la Belge Hadja Lahbib`, `L'Australienne Penny Wong`.
NATIONAL_BEFORE = re.compile(
    r"\b(?:[Ll]a[\s\u00a0]+[A-ZÉ][\w-]+|[Ll]['’′][A-ZÉ][\w-]*(?:enne|aise|aine|oise|ande))[\s\u00a0]+$"
)
#: `son homologue congolaise X`: the adjective agrees with her.
COUNTERPART_BEFORE = re.compile(
    r"\b(?:homologue|collègue)[\s\u00a0]+[\w-]*(?:enne|onne|aise|oise|aine|ande|ine|turque|grecque)s?,?[\s\u00a0]+$"
)
#: `M. Hilary Benn`, whatever the name is like.
MAN_BEFORE = re.compile(
    r"\b(?:MM?\.|Monsieur|[Ll]e\s(?:roi|prince|cheikh|sultan|président))[\s\u00a0](?:\w+[\s\u00a0])?$"
)


@cache
def _womens_names() -> frozenset[str]:
    return frozenset(row["id"] for row in rows("women_names"))


def is_womans_name(name: str) -> bool:
    """By the first name, if that is one that women alone bear; of `Anne-Marie` by its first part."""
    first, _, rest = name.partition(" ")
    return bool(rest) and fold(first).partition("-")[0] in _womens_names()


def women_by_name(text: str, mentions: Iterable[MentionRecord]) -> set[int]:
    """The people whose first name says so, unless the article calls them men."""
    women: set[int] = set()
    men: set[int] = set()
    for one in mentions:
        if one.label != "PER" or one.entity is None:
            continue
        if MAN_BEFORE.search(text[max(0, one.span.start - 24) : one.span.start]):
            men.add(one.entity)
        elif is_womans_name(text[one.span.start : one.span.end]):
            women.add(one.entity)
    return women - men


def calls_a_woman(text: str, name: Span, office: Span | None) -> bool:
    """By `Mme`, by a feminine word right before the name, by a feminine office or the article before it."""
    if FEMININE.search(text[max(0, name.start - 16) : name.start]):
        return True
    if NATIONAL_BEFORE.search(text[max(0, name.start - 30) : name.start]):
        return True
    if COUNTERPART_BEFORE.search(text[max(0, name.start - 40) : name.start]):
        return True
    if office is None:
        return False
    before = text[max(0, office.start - 24) : office.start]
    return FEMININE.search(text[office.start : office.end]) is not None or FEMININE_BEFORE.search(before) is not None
