"""Whether words hold a verb in the third person: of the verbs that the vocabularies list, in any tense."""

import re
from functools import cache

from articles.nlp.lexicons import rows
from articles.nlp.verb_groups import is_noun
from articles.nlp.verbs import AUXILIARIES, Form, index

LISTS = ("acting_verbs", "meeting_locutions", "meeting_verbs", "reporting_verbs")
#: Forms that are prepositions, conjunctions or titles wherever they stand.
NEVER = frozenset({"contre", "entre", "président", "résident", "excepté", "soit", "soient"})
#: Forms that are nouns or adverbs too often to be taken for verbs where no subject stands right before them.
_NOUNS = (
    "aide cause charge cherche compte course crée cède demande dit doute écrit fait figure fond force forme garde juge "
    "joint lance ligne limite livre manque marche montre note offre part parle passe place porte poste presse reste "
    "risque sort suit sert tente titre traite trouve vise visite voit vote vit"
)
OFTEN_NOUNS = frozenset(_NOUNS.split())
WORD = re.compile(r"(?<![\w-])[a-zà-ÿœ]{2,}(?![\w'’′-])")
BLANK = r"\s"
#: A verb right behind its subject, with the pronouns and adverbs before it.
BEHIND = re.compile(
    rf"{BLANK}+(?:[«“\"]{BLANK}?)?"
    r"(?:n['’′]|ne |s['’′]|se |y |en |l['’′]|le |la |les |lui |leur |[a-zéè]+ment |aussi |également |ensuite )*"
    r"(?P<verb>[a-zà-ÿœ]+)(?![\w'’′-])(?P<agent> par\b)?"
)
#: Of verbs that no list has.
ENDING = re.compile(r"[a-zéèêàâîôûç-]{2,}(?:ait|aient|era|eront|ira|iront|dra|dront|vra|vront|[ai]ssent|èrent)")


@cache
def finite_forms() -> dict[str, tuple[Form, ...]]:
    """Form to its readings, finite ones among them."""
    lemmas = dict.fromkeys((*AUXILIARIES, *(row["lemma"] for name in LISTS for row in rows(name))))
    found = index(lemmas)
    return {
        word: readings
        for word, readings in found.items()
        if word not in NEVER and any(form.finite for form in readings)
    }


def opens_with_verb(text: str, end: int, *, plural: bool = False) -> bool:
    """Whether a verb stands right behind: `X a reçu`, `X séjourne`, with `plural` one of several; not `conduit par`."""
    match = BEHIND.match(text, end)
    if match is None:
        return False
    word = match["verb"]
    if ENDING.fullmatch(word):
        return not plural or word.endswith("nt")
    readings = [form for form in finite_forms().get(word, ()) if form.plural or not plural]
    passive = match["agent"] is not None and any(form.tense == "participle" for form in readings)
    return bool(readings) and not passive


def holds_verb(words: str) -> bool:
    """Whether any of the words is a verb of a clause of its own."""
    return any(_is_finite(words, match) for match in WORD.finditer(words))


def _is_finite(words: str, match: re.Match[str]) -> bool:
    word = match[0]
    if word in OFTEN_NOUNS:
        return False
    finite = next((form for form in finite_forms().get(word, ()) if form.finite), None)
    return finite is not None and not is_noun(words, match.start(), finite)
