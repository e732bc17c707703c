"""Those who were at a gathering, named behind its verb or noun: `Parmi les invités figuraient X et Y`."""

import re
from collections.abc import Iterator

from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.sentences import Sentences
from articles.nlp.types import Span

ADVERBS = r"(?:\s(?:notamment|également|aussi|ainsi|entre\sautres|par\sailleurs)){0,2}"
THOSE = (
    r"(?:participants?|participantes|présents|invités|convives|dirigeants|chefs|responsables|personnalités|intervenants|"
    r"ministres|présidents|leaders|délégués|hôtes|orateurs)"
)
NOUN = (
    r"(?:sommet|réunion|rencontre|entretien|entrevue|pourparlers|discussions|négociations|dîner|déjeuner|cérémonie|séance|"
    r"conférence|session|forum|table\sronde|conseil)"
)
#: A plural verb of being there.
ATTENDED = (
    r"(?:(?:[Oo]nt|[Aa]vaient)\s(?:\w+ment\s|aussi\s)?(?:participé|assisté|pris\spart)|"
    r"[Pp]artic(?:ipent|ipaient|iperont)|[Aa]ssist(?:ent|aient|eront)|[Pp]ren(?:nent|aient|dront)\s(?:\w+ment\s|aussi\s)?part)"
)
#: Who comes to it or was there; what opens a sentence.
INVERTED = re.compile(
    rf"(?:(?:[Pp]armi\sles|[Aa]u\s(?:nombre|rang)\sdes)\s{THOSE}\b[^,;:.«»]{{0,40}}?,?\s"
    r"(?:figur(?:e|ent|ait|aient|era|eront)|on\s(?:compt|not|trouv|relev)\w+|se\strouv\w+)|"
    r"[Aa]utour\sde\s(?:la|cette)\s(?:même\s)?table\b[^,;:.«»]{0,40}?,?\s(?:figur\w+|(?:avaient|ont)\spris\splace|se\s(?:trouv|retrouv)\w+|"
    r"étaient\s(?:assis|réunis))|"
    rf"(?<=,\s)y\s{ATTENDED}|"
    rf"(?P<opens>{ATTENDED}\s(?:à\s(?:la|cette)\s|à\sl['’′]|à\scet?\s|au\s)(?:\w+\s)?{NOUN}"
    rf"(?:\s(?:d[eu]\s|d['’′]|à\s)(?:la\s)?[A-ZÀ-Ý][\w-]+)?|(?:Sont|[ÉE]taient|Seront){ADVERBS}\s(?:attendue?s|présente?s|annoncée?s|conviée?s|invitée?s)|"
    r"Y\s(?:(?:ont|avaient)\s)?(?:(?:particip|assist)\w+|(?:pren|pri)\w+\spart)))"
    rf"{ADVERBS}(?:\s:)?(?=\s)"
)
#: `Outre X`, `Aux côtés de X`.
OUTRE = re.compile(r"(?:Outre|En\splus\sd(?:e|u|['’′])|Aux\scôtés\sd(?:e|u|['’′]))\s?(?:la\s|le\s|l['’′])?")
#: What stands before a verb that opens its sentence.
BEGINS = re.compile(r"(?:^|[.!?»\n])\s*$")
AWAITED = re.compile(r"\b(?:Seront|attendue?s|annoncée?s|\w{2,}ront)\b")
SPOKESMAN = re.compile(r"porte-parole|conseill|ambassad|correspondant|source", re.I)
#: Others named behind the gathering: `a pris part au forum, de même que X`, `à cette conférence, présidée par X`.
BESIDE = re.compile(
    r"[^.;:«»]{0,70}?,\s(?:de\smême\sque|ainsi\sque|tout\scomme|au\smême\stitre\sque|(?:co-?)?présidée?\spar)\s"
)
SEVERAL = re.compile(r"(?:\s[\w-]+)?\s(?:aux|à\sces)\s(deux|trois)\s")
NUMBERS = {"deux": 2, "trois": 3}
#: How far behind the verb the first of them stands.
NEAR = 12


def roll_calls(clauses: Clauses, sentences: Sentences) -> Iterator[tuple[Group, Span, int, bool]]:
    """The people behind such a verb, with the sentence, where the verb ends and whether they are still to come."""
    for cue in INVERTED.finditer(clauses.text):
        if cue["opens"] and BEGINS.search(clauses.text[max(0, cue.start() - 3) : cue.start()]) is None:
            continue
        sentence = sentences.at(cue.start())
        if not sentences.quoted(cue.start()) and (people := _behind(clauses, cue.end(), sentence)):
            people = distinct([*_besides(clauses, cue.start(), sentence), *people])
            yield people, sentence, cue.end(), AWAITED.search(cue[0]) is not None


def _besides(clauses: Clauses, position: int, sentence: Span) -> Group:
    """`Outre X, y participeront Y et Z`: X."""
    for each in clauses.left(position, sentence)[:1]:
        if OUTRE.fullmatch(clauses.text[sentence.start : each.span.start].lstrip()):
            return [one for one in each.members if clauses.kind(one) == "person"]
    return []


def _behind(clauses: Clauses, end: int, sentence: Span) -> Group:
    """Whoever is named first behind it: a name without an article seems to belong to the noun before it."""
    for each in clauses.phrases.lists(sentence):
        if each.members[0].span.start < end:
            continue
        begun = each.span.start < end
        if begun or (not each.marker and each.span.start - end < NEAR):
            return [one for one in distinct(each.members) if clauses.kind(one) == "person"]
        return []
    return []


def beside(clauses: Clauses, end: int, sentence: Span) -> Group:
    """The people whom a clause adds to those who were at what stands right before."""
    found: Group = []
    while (match := BESIDE.match(clauses.text, end, sentence.end)) is not None:
        behind = [each for each in clauses.right(match.end() - 1, sentence) if each.span.start <= match.end() + 1]
        if not behind:
            break
        found += [one for one in behind[0].members if clauses.kind(one) == "person"]
        end = behind[0].span.end
    return distinct(found)


def times(text: str, end: int) -> int:
    """At how many meetings somebody was who `a assisté aux deux entretiens`."""
    several = SEVERAL.match(text, end)
    return NUMBERS[several[1]] if several else 1


def speaking(clauses: Clauses, cue: re.Match[str], sentence: Span) -> list[Listing]:
    """`a déclaré X à l'issue de la réunion`, `À l'issue de la réunion, X a déclaré`."""
    right = clauses.right(cue.end(), sentence)[:1]
    if right and not right[0].marker and clauses.text[cue.end() : right[0].span.start] == ", ":
        return right
    left = clauses.left(cue.start(), sentence)[-1:]
    if not left or clauses.text[left[0].span.end : cue.start()].strip(" ,"):
        return []
    return [] if SPOKESMAN.search(clauses.text, left[0].span.start, left[0].span.end) else left
