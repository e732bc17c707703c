"""Whose a meeting or journey is that a relative clause tells of: `la visite que X doit effectuer à Y`."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.clauses import Clauses, Group
    from articles.nlp.components.meetings.triggers import Trigger

#: What one does with a journey or talks.
MAKING = (
    r"(?P<verb>(?:(?:ne\s|n['’′])?(?:y\s|lui\s|leur\s)?(?:a|ont|avai(?:t|ent)|aur(?:a|ont|ai(?:t|ent))|doi(?:t|vent)|devai(?:t|ent)|devr(?:a|ont|ai(?:t|ent))|"
    r"va|vont|vien(?:t|nent)\sd(?:e\s|['’′])|compt(?:e|ent|ait|aient)|prévoi(?:t|ent)\sd(?:e\s|['’′])|prévoyai(?:t|ent)\sd(?:e\s|['’′])|"
    r"(?:souhait|espér)ai(?:t|ent)|entend(?:ent|ait|aient)?)\s?(?:\w+ment\s|pas\s|plus\s|aussi\s|ensuite\s|également\s|y\s|lui\s|leur\s){0,2})?"
    r"(?:(?:effectu|entam|entrepr|accompl|accord|organis|offr|donn|ach[eè]v|termin|poursui|ten|tien|tiendr|m[eè]n)\w*|"
    r"f(?:ai|e|i|on)\w*|rend\w*|offert|eue?s?|avoir|aur(?:a|ont|ai(?:t|ent))|a|ont|avai(?:t|ent)))(?=[\s,.])"
)
RELATIVE = r"(?:\s(?!que\b)(?:[\w-]+|d['’′][ÉE]tat)){0,3}?,?\squ(?:e\s|['’′])\s?"
#: `la visite que X doit effectuer`, `l'entretien qu'il aura`.
MADE = re.compile(
    rf"{RELATIVE}(?P<who>(?!(?:a|ont|avai(?:t|ent)|aura|auront|doi(?:t|vent)|devai(?:t|ent)|devra|devront|va|vont)\s)(?:[^;:.«»]|\bMM?\.){{1,110}}?)\s{MAKING}"
)
#: `la rencontre qu'ont eue X et Y`.
MADE_BEFORE = re.compile(rf"{RELATIVE}{MAKING}(?:\s(?:effectu|accompl|fai|rend|avoir|ten|men)\w*\b)?")
#: Of these some say that it lies ahead.
AHEAD = re.compile(
    r"\b(?:doi(?:t|vent)|devai(?:t|ent)|devr(?:a|ont|ai(?:t|ent))|va|vont|compt(?:e|ent|ait|aient)|prévo\w+|"
    r"souhaitai(?:t|ent)|espérai(?:t|ent)|entend\w*|aur(?:a|ont)|fer(?:a|ont)|\w{3,}(?:era|eront|dra|dront))\b"
)
PRONOUN = re.compile(r"(?:ils?|elles?)\b")


@dataclass(frozen=True, slots=True)
class Undertaken:
    """Who undertakes it, and where the words end that say so."""

    who: "Group"
    end: int


def undertaking_end(text: str, start: int, end: int) -> int | None:
    """Where the verb of such a clause ends that begins right behind a noun."""
    made = MADE.match(text, start, end) or MADE_BEFORE.match(text, start, end)
    return made.end() if made else None


def lies_ahead(text: str, start: int, end: int) -> bool:
    """`la visite que X doit effectuer`, `l'entretien que X aura`."""
    made = MADE.match(text, start, end) or MADE_BEFORE.match(text, start, end)
    return made is not None and AHEAD.search(made["verb"]) is not None


def undertaken(clauses: "Clauses", trigger: "Trigger", sentence: Span) -> Undertaken | None:
    """Nothing where no such clause stands behind the noun."""
    text, start = clauses.text, trigger.span.end
    if trigger.is_verb or (end := undertaking_end(text, start, sentence.end)) is None:
        return None
    if made := MADE.match(text, start, sentence.end):
        if pronoun := PRONOUN.match(made["who"]):
            position = made.start("who")
            return Undertaken(clauses.meant(pronoun[0], position), end)
        lists = [each for each in clauses.right(made.start("who"), sentence) if each.span.end <= end]
    else:
        lists = clauses.right(end, sentence)
    return Undertaken(clauses.first(lists), end)
