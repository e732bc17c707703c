"""The reporting verbs of `data/fr/reporting_verbs.csv`, with what goes with each and what each takes."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from articles.nlp.lexicons import rows
from articles.nlp.verbs import Form, index


@dataclass(frozen=True, slots=True)
class Verb:
    """`needs` is what makes a reporting verb of it: `se`, `on`, or a word behind it (`part` in `faire part`).

    `takes` says what counts as reported beside a quotation: `clause` (`que`, an infinitive, or all that stands before
    an inverted verb), `object`, `own` (`reconnaître sa défaite`), `of`, `to`, `on`, `for`, `against`, `as` (`qualifier
    X de Y`), `judge` (`juger utile`), `state` (`se dire prêt`), `noun` (`exprimer son inquiétude`), `wish` (`que`,
    `voir X partir`), `urge` (`exhorter X
    à`), `blame` (`accuser X de`). `told` says how the one spoken to stands beside it: `to` (`dire à X`), `object`
    (`prévenir X`).
    """

    lemma: str
    needs: str
    takes: frozenset[str]
    told: frozenset[str] = frozenset()


@cache
def reporting_verbs() -> dict[str, tuple[Verb, ...]]:
    found: defaultdict[str, tuple[Verb, ...]] = defaultdict(tuple)
    for row in rows("reporting_verbs"):
        takes, told = (frozenset(row[column].split("|")) - {""} for column in ("takes", "told"))
        found[row["lemma"]] += (Verb(row["lemma"], row["with"], takes, told),)
    return dict(found)


@cache
def reporting_forms() -> dict[str, tuple[Form, ...]]:
    return index(reporting_verbs())
