"""Participles that tell of a thing apart from the verb of their clause: `leurs relations, rompues le 3 mai`."""

import re
from functools import cache

from articles.nlp.components.meetings.triggers import frames
from articles.nlp.finite_verbs import LISTS
from articles.nlp.lexicons import rows
from articles.nlp.verb_groups import ADVERBS, PHRASE
from articles.nlp.verbs import auxiliaries, index

#: What may stand between a participle and its day or place.
_BETWEEN = (
    "le la les à au aux en dans ce dès matin soir fin début mi dernier dernière prochain initialement jusque-là ville"
)
BETWEEN = frozenset(_BETWEEN.split())
WORD = re.compile(r"[\w-]+")
#: Who has come or met somewhere has done so before what is told next, there and then.
KEPT = frozenset({"visit", "depart", "stay", "bound", "reach", "object", "avec", "reflexive", "expected", "table"})
#: What makes a noun of the word behind: `les coordonnées`.
NOUN = re.compile(r"\b(?:le|la|les|des|du|une?|[cms]es|leurs?|cette?|sa|son)\s$", re.I)
#: Said of an event behind what is told to happen beside it: `en marge du sommet, prévu le 3 mai à Rome`.
HOLDING = re.compile(r"(?:prévu|tenu|organisé|programmé|ouvert|accueilli|convoqué|fixé|annoncé|célébré)e?s?", re.I)
#: Said of a meeting rather than of the person named last: `l'entretien avec X, interrompu mardi`.
OF_EVENT = re.compile(
    r"(?:prévu|tenu|organisé|programmé|ouvert|accueilli|fixé|annoncé|entamé|commencé|débuté|achevé|conclu|terminé|interrompu|"
    r"suspendu|reporté|repoussé|ajourné|annulé|avancé|retardé|déplacé|confirmé|maintenu|consacré|diffusé|intervenu|initié|"
    r"promis|souhaité|demandé|réclamé|proposé|envisagé|évoqué|qualifié|jugé|dominé|marqué|boycotté|arrangé|facilité|parrainé)e?s?\b",
    re.I,
)


@cache
def participles() -> frozenset[str]:
    """Of the verbs that tell neither of a meeting nor of a journey."""
    lemmas = {row["lemma"] for name in LISTS for row in rows(name)}
    told = {lemma for lemma, (frame, _) in frames().items() if frame in KEPT}
    kept = {word for word, forms in index(sorted(told)).items() if any(one.tense == "participle" for one in forms)}
    found = index(sorted(lemmas - told))
    return frozenset(word for word, forms in found.items() if any(one.tense == "participle" for one in forms)) - kept


def before(words: str) -> int | None:
    """Where the participle stands that the end of some words goes with, if no auxiliary does: `rompues le `."""
    found = list(WORD.finditer(words))
    while found and found[-1][0].lower() in BETWEEN:
        found.pop()
    if not found or not _is_participle(found[-1][0].lower()) or NOUN.search(words, 0, found[-1].start()):
        return None
    participle = found.pop()
    found = list(WORD.finditer(blanked(words[: participle.start()])))
    while found and is_adverb(found[-1][0]) and not separated(words, found[-1], participle):
        found.pop()
    helped = found and is_auxiliary(found[-1][0]) and not separated(words, found[-1], participle)
    return None if helped else participle.start()


def _is_participle(word: str) -> bool:
    """`élue`, and `réélue` as well."""
    again = word.removeprefix("ré") if word.startswith("ré") else word.removeprefix("re")
    return word in participles() or again in participles()


def blanked(words: str) -> str:
    """Without adverbs of several words: `ont par ailleurs évoqué`."""
    return PHRASE.sub(lambda phrase: " " * len(phrase[0]), words)


def is_auxiliary(word: str) -> bool:
    """`a`, and `a-t-il` as well."""
    return word.lower().partition("-")[0] in auxiliaries()


def is_adverb(word: str) -> bool:
    return word.lower() in ADVERBS or word.endswith("ment") or word in {"été", "y"}


def separated(words: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return "," in words[one.end() : other.start()]
