"""Verbs that tell of a meeting only with the words behind them: `fait la connaissance de X`, `met le cap sur Y`."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Doc, Token

from articles.nlp.lexicons import rows
from articles.nlp.verb_groups import read
from articles.nlp.verbs import Form, index

#: The prepositions that may end a locution, with the article that melts with them: `la route du Caire`.
PREPOSITIONS = {
    "de": r"(?:de(?:\s(?:la|l['’′]))?|du|des|d['’′])",
    "à": r"(?:à(?:\s(?:la|l['’′]))?|aux?|en)",
    **{word: rf"{word}\b" for word in ("par", "pour", "sur", "vers")},
}
#: How many words may stand between a verb and the rest of its locution.
REACH = 9
#: These end the search for the verb.
STOPS = frozenset(".;:«»()\n")


class Locution:
    """The words behind a verb, with the verbs that they go with and the frame and kind of each."""

    def __init__(self, verbs: Mapping[str, tuple[str, str]]) -> None:
        self.verbs = verbs
        self.forms = index(verbs)

    def verb(self, doc: Doc, end: int) -> tuple[Token, Form] | None:
        """The verb before a place in the text that the words there go with."""
        for place in range(end - 1, max(-1, end - 1 - REACH), -1):
            token = doc[place]
            if token.text in STOPS or token.text.startswith("\n"):
                return None
            form = read(token, self.forms)
            if form is not None:
                return token, form
        return None


@cache
def locutions() -> tuple[re.Pattern[str], dict[str, Locution]]:
    """A pattern that finds the words behind the verbs, and what they go with."""
    verbs: dict[str, dict[str, tuple[str, str]]] = {}
    for row in rows("meeting_locutions"):
        verbs.setdefault(row["words"], {})[row["lemma"]] = (row["frame"], row["kind"])
    patterns = (f"(?P<_{number}>{_pattern(words)})" for number, words in enumerate(verbs))
    return re.compile(rf"(?<![\w'’′])(?:{'|'.join(patterns)})", re.I), {
        f"_{number}": Locution(known) for number, known in enumerate(verbs.values())
    }


def _pattern(words: str) -> str:
    """A day may stand before the preposition at the end: `le cap samedi sur Y`."""
    *first, last = [re.escape(word).replace("'", "['’′]") for word in words.split(" ")]
    if last not in PREPOSITIONS:
        return rf"{' '.join([*first, last])}\b".replace(" ", r"\s")
    return rf"{' '.join(first)}(?: [^\s,;:.]+){{0,2}} ".replace(" ", r"\s") + PREPOSITIONS[last]


def found(doc: Doc, text: str) -> Iterator[tuple[Token, Form, int, tuple[str, str]]]:
    """The verb of each locution, how it is read, where the locution ends, its frame and its kind."""
    pattern, known = locutions()
    for match in pattern.finditer(text):
        words = doc.char_span(*match.span(), alignment_mode="expand")
        locution = known[match.lastgroup or ""]
        verb = locution.verb(doc, words.start) if words is not None else None
        if verb is not None:
            yield *verb, match.end(), locution.verbs[verb[1].lemma]
