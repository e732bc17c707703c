"""Whom a place tells of: `dans la ville où il l'a reçue`, `À Rome, l'entretien avec X` during a visit there."""

import re
from typing import TYPE_CHECKING

from articles.nlp.components.meetings.listings import Listing
from articles.nlp.reference import Reference, References
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.clauses import Clauses
    from articles.nlp.components.meetings.standing import Standing
    from articles.nlp.components.meetings.triggers import Trigger


WHERE = re.compile(r"\boù\s")
#: `C'est lui qui a reçu X`.
IT_IS_HE = re.compile(
    r"\b[cC]e?(?:['’′]\w+|\s(?:sera|fut))\s(?:\w+\s){0,2}?(?P<tonic>lui|elle|eux|elles)\squi\s(?:y\s|l['’′]|les?\s)?$"
)
LEQUEL = re.compile(r",\s(?:lequel|laquelle)\s")


def where_he(references: References, pronoun: re.Match[str], sentence: Span) -> list[Reference]:
    """`a écrit à X, dans la ville où il l'a reçue`: with nobody else to mean, whom the main clause governs."""
    position = pronoun.start("pronoun")
    if not references.text[sentence.start : position].endswith("où "):
        return []
    woman = pronoun["pronoun"].lower() == "elle"
    people = references.within(Span(sentence.start, position), people_only=True)
    return [one for one in people if references.is_woman(one.entity) is woman][-1:]


def it_is_he(before: str) -> str:
    """The pronoun of a subject that is set apart, as if it stood by its verb; empty where there is none."""
    found = IT_IS_HE.search(before)
    return {"lui": "il", "eux": "ils"}.get(found["tonic"], found["tonic"]) if found else ""


def of_lequel(clauses: "Clauses", position: int, sentence: Span) -> Listing | None:
    """`X, lequel était à Y, où il a vu Z`: the pronoun means X."""
    for relative in reversed(list(LEQUEL.finditer(clauses.text, sentence.start, position))):
        before = clauses.left(relative.start(), sentence)
        if (
            before
            and before[-1].span.end == relative.start()
            and clauses.text.find(", où ", relative.end(), position) > 0
        ):
            return before[-1]
    return None


def traveller(standing: "Standing", sentence: Span, without: set[int]) -> Reference | None:
    """The one person whose visit to a place of the sentence, or to its country, was told before."""
    places = {
        mention.entity
        for mention in standing.draft.mentions
        if mention.label == "GPE" and mention.span.within(sentence)
    }
    around = {
        one for place in places if place is not None for one in (place, standing.state(standing.entity(place).country))
    }
    came = {one.entity: one for place, people in standing.journeys if place in around for one in people}
    away = [one for one in came.values() if one.entity not in without]
    return away[0] if len(away) == 1 else None


def summoned(clauses: "Clauses", trigger: "Trigger", sentence: Span, subject: list[Reference]) -> list[list[Reference]]:
    """`convoqué au ministère, où X lui a remis`: who saw the summoned one there, else the ministry."""
    where = WHERE.search(clauses.text, trigger.span.end, sentence.end)
    host = clauses.first(clauses.right(where.end(), sentence)) if where else []
    at = clauses.marked("à", trigger.span.end, sentence)
    return [[*subject, *(host[:1] or (at.members[:1] if at else []))]]
