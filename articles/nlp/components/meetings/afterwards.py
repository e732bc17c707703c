"""Who met, told by what they did then: `X et Y ont annoncé, après deux heures d'entretien`."""

import re

from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.components.meetings.patterns import SO_LONG
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

#: Nouns whose people are those of the clause; a `réunion` or a `conférence` may be one of a body that is not named.
FACE_TO_FACE = frozenset(
    {"entretien", "entrevue", "tête-à-tête", "face-à-face", "rencontre", "discussion", "pourparlers", "négociation"}
)
AFTER = r"(?:après|(?:au\sterme|à\sl['’′]issue|au\scours|lors|à\sl['’′]occasion|au\ssortir|à\sleur\ssortie)\sd)"
#: Before the noun: `à l'issue d'un long`, `après leurs`, `au terme de trois heures de`.
LEADING = re.compile(
    rf"\b{AFTER}(?:e\s|es\s|['’′]|\s)?(?:(?:une?\s|leurs?\s|des\s)?(?:(?:nouve|brève|long|premi|ultim|derni|brefs?|rapid)\w*\s)?"
    rf"|{SO_LONG}\sd(?:e\s|['’′])(?:\w+\s)?)$",
    re.I,
)
#: Behind it, where it is theirs: how long, of what kind, when and where; no complement that makes it another's.
THEIRS = re.compile(
    rf"s?(?:\s(?:bilatéral|tripartite|restreint|commun|informel|impromptu|marathon|séparé|intens|direct|officiel|prépar)\w*|"
    rf"\sà\shuis\sclos|\sen\stête\sà\stête|\sd(?:e\s|['’′]){SO_LONG})*"
    r"(?=\s?[,.;:»–—]|\s(?:à|au|aux|en|dans|sur|et|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce)\b|\s?$)"
)


def parted(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """The people who are the subject together of a clause that tells what came of their talks; else nobody."""
    if (
        not (trigger.lemma in FACE_TO_FACE or is_call(trigger))
        or THEIRS.match(clauses.text, trigger.span.end, sentence.end) is None
    ):
        return []
    leading = LEADING.search(clauses.text, sentence.start, trigger.span.start)
    if leading is None:
        return []
    opens = not clauses.text[sentence.start : leading.start()].strip(" «\n\t-–—\u00a0")
    subjects = clauses.right(trigger.span.end, sentence) if opens else reversed(clauses.left(leading.start(), sentence))
    return next((distinct(each.members) for each in subjects if _act_together(clauses, each)), [])


def is_call(trigger: Trigger) -> bool:
    return trigger.kind == "call" and not trigger.is_verb


def _act_together(clauses: Clauses, listing: Listing) -> bool:
    people = distinct(listing.members)
    return (
        not listing.marker
        and len(people) > 1
        and clauses.are_people(people)
        and is_followed_by_verb(clauses.text, listing.span.end)
    )
