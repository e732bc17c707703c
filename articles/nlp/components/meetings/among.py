"""Whom a sentence names of several it only describes: `a reçu plusieurs dirigeants, dont X`."""

import re
from dataclasses import replace

from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.group_offices import NUMBERS
from articles.nlp.types import Span

#: Those received, of whom some are named: `les chefs d'État invités, dont `.
SOME = re.compile(
    r"\s(?:[^,;:.]{0,25}\s)?(?:les|des|plusieurs|\w+)\s[^;:.«»]{3,90},\s(?:dont|parmi lesquels|y compris)\s"
)
#: Those received, and who is named beside them: `ses pairs de la région ainsi que `.
BESIDES = re.compile(
    r"\s(?:[^,;:.«»]{0,45}\s)?(?:les|des|ses|leurs|plusieurs)\s[^;:.«»]{3,90}?,?\s(?:ainsi\sque|de\smême\sque)\s"
)
SOME_WITH = re.compile(
    r"\s(?:[^,;:.]{0,40}\s)?(?:avec|auprès)\s(?:les|des|plusieurs|\w+)\s[^;:.«»]{3,90},"
    r"\s(?:dont|parmi lesquels|y compris)\s"
)
#: Those told by their number or as several, and who they are behind a colon: `trois de ses homologues : `.
COUNTED = r"(?:deux|trois|quatre|cinq|six|plusieurs|[lsd]es)\s[a-zà-ÿ][^;:.«»,]{3,60}?\s?:\s"
NAMED_BEHIND = re.compile(rf"\s(?:[^;:.«»,]{{0,45}}\s)?{COUNTED}")
NAMED_BEHIND_WITH = re.compile(rf"\s(?:[^;:.«»,]{{0,45}}\s)?avec\s{COUNTED}")

#: `a téléphoné à chacun d'eux`, `a vu chacun de ses homologues, X et Y`.
EACH = re.compile(
    r"\s(?:[^\s,;:.]+\s){0,2}?(?:(?:à|avec|par)\s)?chacune?\s"
    r"(?:d['’′](?:eux|elles)\b|(?:d?es|de\s(?:ces|ses|leurs))\s(?P<named>[^,;:.]{3,50},\s)|des\sdeux(?:\s[a-z]+)?(?!\s[A-Z]))"
)

#: All who were spoken of in the sentence: `ont discuté tous trois`.
ALL_OF_THEM = re.compile(r"\s(?:\w+ment\s)?(?:tous|toutes|à)\s(?:les\s)?(?P<number>trois|quatre)\b")


def each_of_them(clauses: Clauses, trigger: Trigger, sentence: Span) -> list[Group]:
    """The subject with each of those who are named there, or who were spoken of as together."""
    each = EACH.match(clauses.text, trigger.span.end, sentence.end)
    subject = clauses.subject(trigger, sentence) if each else []
    if each is None or not subject:
        return []
    behind = clauses.right(trigger.span.end, sentence) if each["named"] else []
    named = next((one for one in behind if one.span.end > each.end()), None)
    met = named.members if named is not None and named.span.start <= each.end() else []
    acting = {one.entity for one in subject}
    met = [one for one in met or clauses.phrases.standing.recent if one.entity not in acting]
    return [[*subject, one] for one in met] if len(met) > 1 else []


def among_received(clauses: Clauses, trigger: Trigger, sentence: Span) -> Listing | None:
    """`a reçu plusieurs dirigeants, dont X`, `accueille ses pairs ainsi que X`."""
    among = clauses.right(trigger.span.end, sentence)[:1]
    if among and not among[0].marker and BESIDES.fullmatch(clauses.text, trigger.span.end, among[0].span.start):
        return among[0]
    if among and is_named_behind(clauses, trigger, among[0], NAMED_BEHIND):
        return among[0]
    near = among and SOME.fullmatch(clauses.text, trigger.span.end, among[0].span.start)
    return among[0] if near and among[0].marker == "dont" and trigger.lemma != "rejoindre" else None


def among_partners(clauses: Clauses, trigger: Trigger, sentence: Span) -> Listing | None:
    """`a conféré avec les dirigeants de la Ligue, dont X`."""
    for each in clauses.right(trigger.span.end, sentence):
        if is_named_behind(clauses, trigger, each, NAMED_BEHIND_WITH):
            return each
        if each.marker == "dont":
            return each if SOME_WITH.fullmatch(clauses.text, trigger.span.end, each.span.start) else None
        if each.marker != "of":
            return None
    return None


def is_named_behind(clauses: Clauses, trigger: Trigger, listing: Listing, counted: re.Pattern[str]) -> bool:
    """`a vu trois ministres : X, Y et Z`: whether the names behind the colon are those of the people met."""
    several = not listing.marker and len(listing.members) > 1 and clauses.are_people(listing.members)
    acting = is_followed_by_verb(clauses.text, listing.span.end)
    told = several and counted.fullmatch(clauses.text, trigger.span.end, listing.span.start)
    return bool(told) and not acting


def all_of_them(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`X et Y, que Z avait reçus, ont discuté tous trois`."""
    number = ALL_OF_THEM.match(clauses.text, trigger.span.end, sentence.end)
    before = Span(sentence.start, trigger.start)
    people = distinct(clauses.references.within(before, people_only=True)) if number else []
    return people if number and len(people) == NUMBERS[number["number"]] else []


def others_meant(clauses: Clauses, listing: Listing, known: set[int]) -> Listing:
    """`A et B ont reçu les deux dirigeants`: not A and B, who do it, but as many who met before."""
    together = [one for one in clauses.phrases.standing.recent if one.entity not in known]
    own = {one.entity for one in listing.members} <= known and len(listing.phrases) == 1
    if not own or len(listing.members) < 2 or len(together) != len(listing.members):
        return listing
    return replace(listing, phrases=(replace(listing.phrases[0], members=tuple(together)),))
