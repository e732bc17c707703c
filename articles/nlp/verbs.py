"""French verb forms in the third person, made from models of conjugation, for verbs that the vocabularies list."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from articles.nlp.lexicons import rows

#: Tenses of finite forms; `past` is the passé simple.
FINITE = frozenset({"present", "imperfect", "future", "conditional", "past", "subjunctive"})
#: Participles agree; one in -s or -x has no plural of its own.
AGREEMENT = ("", "s", "e", "es")
GERUNDS = {"avoir": "ayant", "être": "étant", "savoir": "sachant"}
#: Stem of the subjunctive where it is not that of the plural of the present.
SUBJUNCTIVES = {
    "être": ("soit", "soient"),
    "avoir": ("ait", "aient"),
    "aller": ("aille", "aillent"),
    "faire": ("fasse", "fassent"),
    "pouvoir": ("puisse", "puissent"),
    "savoir": ("sache", "sachent"),
    "vouloir": ("veuille", "veuillent"),
    "valoir": ("vaille", "vaillent"),
}
#: What helps another verb to its tense or mood.
AUXILIARIES = ("avoir", "être", "devoir", "aller", "venir", "pouvoir", "faire", "vouloir")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word as a verb form. `tense` is one of FINITE, `participle`, `gerund` or `infinitive`."""

    lemma: str
    tense: str
    plural: bool = False

    @property
    def finite(self) -> bool:
        return self.tense in FINITE


@cache
def conjugate(lemma: str) -> Mapping[str, tuple[Form, ...]]:
    """Every form of a verb with its readings; the longest model ending wins. Raises ValueError for no verb."""
    found: defaultdict[str, list[Form]] = defaultdict(list)
    for word, tense, plural in _forms(lemma):
        form = Form(lemma, tense, plural)
        if form not in found[word]:
            found[word].append(form)
    return {word: tuple(forms) for word, forms in found.items()}


def _forms(lemma: str) -> Iterator[tuple[str, str, bool]]:
    model = max((row for row in _models() if lemma.endswith(row["ending"])), key=_length, default=None)
    if model is None:
        raise ValueError(f"{lemma}: not an infinitive that ends like one of conjugations.csv")
    stem = lemma.removesuffix(model["ending"])
    yield lemma, "infinitive", False
    for tense, endings in _endings(model).items():
        for ending, plural in zip(endings, (False, True), strict=True):
            yield stem + ending, tense, plural
    one, many = SUBJUNCTIVES.get(lemma, (stem + model["presents"].removesuffix("nt"), stem + model["presents"]))
    yield one, "subjunctive", False
    yield many, "subjunctive", True
    yield GERUNDS.get(lemma, stem + model["imperfect"].removesuffix("ait") + "ant"), "gerund", False
    participle = stem + model["participle"]
    for ending in AGREEMENT:
        if not (ending == "s" and participle.endswith(("s", "x"))):
            yield participle.replace("dû", "du" if ending else "dû") + ending, "participle", ending.endswith("s")


@cache
def _models() -> list[dict[str, str]]:
    return rows("conjugations")


def _length(model: Mapping[str, str]) -> int:
    return len(model["ending"])


def _endings(model: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    imperfect, future = model["imperfect"].removesuffix("ait"), model["future"]
    return {
        "present": (model["present"], model["presents"]),
        "imperfect": (imperfect + "ait", imperfect + "aient"),
        "future": (future + "a", future + "ont"),
        "conditional": (future + "ait", future + "aient"),
        "past": (model["past"], model["pasts"]),
    }


def index(lemmas: Iterable[str]) -> dict[str, tuple[Form, ...]]:
    """Form to its readings over several verbs."""
    found: defaultdict[str, tuple[Form, ...]] = defaultdict(tuple)
    for lemma in lemmas:
        for word, forms in conjugate(lemma).items():
            found[word] += forms
    return dict(found)


@cache
def auxiliaries() -> Mapping[str, tuple[Form, ...]]:
    return index(AUXILIARIES)
