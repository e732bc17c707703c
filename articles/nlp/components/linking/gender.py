"""Whether a person is spoken of as a man or a woman: by `M.` and `Mme`, by an office and the words around it."""

import re
from functools import cache

from articles.nlp.lexicons import adjectives, fold, inflections, rows

MAN, WOMAN = "m", "f"
CIVIL = re.compile(r"(?:\b(?P<m>MM?\.|Monsieur|messieurs)|\b(?P<f>Mmes?|Mlles?|Madame|Mesdames))[ \u00a0]?\Z", re.I)
#: An article or pronoun before an office; `l'` and `son` before a vowel say nothing.
ARTICLE = re.compile(r"\b(?:(?P<m>le|du|au|ce|un)|(?P<f>la|cette|une|sa))[ \u00a0](?:[\wéè]+[ \u00a0])?\Z", re.I)
#: After these an adjective goes with the body, not with who heads it: `chef de la diplomatie allemande`.
BODY = re.compile(r"(?: de la | du | de l['’]).*", re.S)
#: Only men bear these.
MEN = {"roi", "prince", "empereur", "emir", "sultan", "pape", "cardinal", "patriarche", "cheikh", "imam"}
WOMEN = {"reine", "princesse", "imperatrice", "emira", "sultane"}


def of_name(text: str, start: int) -> str:
    """What `M.` or `Mme` before a name tells."""
    return _group(CIVIL.search(text[max(0, start - 10) : start]))


def of_office(text: str, start: int, title: str) -> str:
    """What an office tells by its own form, its adjectives and its article."""
    words = re.findall(r"[\w-]+", fold(BODY.sub("", title)))
    if not words:
        return ""
    if words[0] in MEN or words[0] in WOMEN:
        return MAN if words[0] in MEN else WOMAN
    told = _feminine_heads().get(" ".join(words[:2])) or _feminine_heads().get(words[0], "")
    told = told or next((found for word in words[1:] if (found := _national().get(word))), "")
    return told or _group(ARTICLE.search(text[max(0, start - 24) : start]))


def _group(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    return MAN if match["m"] else WOMAN


@cache
def _feminine_heads() -> dict[str, str]:
    """First words of offices that have a feminine form of their own. The masculine may name a woman too."""
    found: dict[str, str] = {}
    for row in rows("roles"):
        for feminine in filter(None, row["feminine"].split("|")):
            words, plain = fold(feminine).split(), fold(row["name"]).split()
            differing = next(
                (at for at, pair in enumerate(zip(words, plain, strict=False)) if len(set(pair)) == 2), None
            )
            if differing is not None and differing < 2:
                found[" ".join(words[: differing + 1])] = WOMAN
    return found


@cache
def _national() -> dict[str, str]:
    """National adjectives of one gender only: `turque`, `allemand`; `russe` is both."""
    found: dict[str, str] = {}
    national = adjectives()
    for row in rows("countries"):
        for written in filter(None, row["adjectives"].split("|")):
            forms = [fold(form) for form in inflections(written)]
            if forms[0] != forms[2] and forms[0] in national:
                found[forms[0]], found[forms[2]] = MAN, WOMAN
    return found
