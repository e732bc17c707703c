"""Relative clauses between commas, whose words belong to no verb outside them: `X, qui a vu Y à Z, doit`."""

import re
from functools import lru_cache

from articles.nlp.finite_verbs import opens_with_verb
from articles.nlp.types import Span

OPENS = re.compile(r",?\s(?:qui|dont|où|auquel|à qui|à laquelle|lequel|laquelle|que|qu['’′])(?=\s|\b)")
#: A comma that closes an aside is not one of a list or of an apposition within it.
CLOSES = re.compile(
    r",(?=\s(?:[nN]['’′]|ne\s|s['’′]|se\s|y\s|(?P<pronoun>l['’′]|le\s|la\s|les\s|lui\s|leur\s)|et\s|a\s|ont\s|est\s|sont\s|"
    r"était\s|avait\s|avaient\s|étaient\s|doit\s|doivent\s|devait\s|va\s|vont\s|sera\s|seront\s|puis\s|mais\s|"
    r"[a-zéèêç]{2,}(?:ait|aient|era|eront|ira|iront|dra|dront|vra|vront)\s))"
)


@lru_cache(maxsize=256)
def asides(words: str) -> tuple[Span, ...]:
    """The asides of a sentence, as places in its words; one that ends the sentence is none."""
    found: list[Span] = []
    position = 0
    while opening := OPENS.search(words, position):
        closing = _closing(words, opening.end()) if opening[0].startswith(",") else None
        if closing is not None:
            found.append(Span(opening.start(), closing.end()))
        position = closing.end() - 1 if closing else opening.end()
    return tuple(found)


def _closing(words: str, start: int) -> re.Match[str] | None:
    """The comma that ends one; `, la cinquième session` goes on with it, as no pronoun stands there."""
    found = CLOSES.finditer(words, start)
    return next((each for each in found if not each["pronoun"] or opens_with_verb(words, each.end())), None)


def apart(text: str, sentence: Span, words: Span, other: Span) -> bool:
    """Whether the first words stand in an aside that the others stand behind."""
    inside = asides(text[sentence.start : sentence.end])
    start = words.start - sentence.start
    return any(each.start <= start < each.end <= other.start - sentence.start + 1 for each in inside)
