"""The verb that a word of meeting hangs on: refused, denied, accepted, or announced in reported speech.

Asides between commas part nothing: `a dû renoncer, après l'attentat, à une visite`.
"""

import re

#: What is said beside the clause, between its verb and what that governs.
ASIDE = re.compile(
    r",\s(?:après|avant|lors|selon|malgré|faute|en raison|à cause|à la suite|à l['’′]issue|à la demande|au lendemain|"
    r"au terme|en marge|pour|sur|dans|dès|[a-zà-ÿ]+di|hier|demain|finalement|semble-t-il|"
    r"dit-on|a-t-(?:il|elle|on)\s\w+)\b"
    r"[^,;:.«»]{0,70},(?=\s)"
)
CLITICS = r"(?:ne\s(?:pas\s)?|l['’′]|les?\s|la\s|lui\s|leur\s|se\s|s['’′]|y\s|en\s)*"
_ADVERBS = r"(?:[^\s,;:.]+\s){0,3}?"
#: What is offered or asked for, and by whom.
_OFFER = (
    r"(?:(?:l['’′]|la\s|le\s|une?\s|son\s|sa\s|cette\s|toute?\s|d['’′])\s?(?:\w+\s)?"
    r"(?:invitation|offre|proposition|idée|hypothèse|possibilité|éventualité|demande|perspective|projet|principe)\s"
    r"(?:(?:d[eu]s?\s|d['’′])[^,;:.]{1,60}?\s)?)"
)
_REFUSING = r"(?:refus\w+|décliné\w*|déclin(?:e|ent|ait)|exclu\w*|écart(?:é\w*|e|ent|ait)|rejet(?:é\w*|te|tent|ait))"
_NOT = r"(?<!pas\s)(?<!plus\s)(?<!n['’′])(?<!ne\s)\b"
#: `a exclu samedi de rencontrer`, `avait décliné l'invitation de X à le retrouver`.
REFUSED_TO_DO = re.compile(rf"{_NOT}{_REFUSING}\s{_ADVERBS}{_OFFER}?(?:à\s|de\s|d['’′])\s?{CLITICS}$", re.I)
#: `n'exclut pas de`: it may be.
NOT_EXCLUDED = re.compile(
    rf"\b(?:[Nn]['’′]|[Nn]e\s)(?:\S+\s)?(?:pas\s)?(?:exclu|écart)\w*\s{_ADVERBS}(?:de\s|d['’′])\s?{CLITICS}$"
)
#: `a exclu tout entretien`, `refuse une rencontre`.
REFUSED_THING = re.compile(
    rf"{_NOT}{_REFUSING}\s{_ADVERBS}{_OFFER}?(?:(?:toute?|une?|l[ae]|cette?|de|d['’′])\s?)(?:\w+\s){{0,2}}$", re.I
)
_DENYING = r"(?<!n['’′]a\s)(?<!n['’′]a pas\s)(?<!pas\s)\b(?:dément(?!i\spas)\w*|ni(?:é|e|ent|ait|aient))"
#: `a démenti que X ait rencontré Y`, `nie avoir parlé à Y`, `a démenti toute rencontre`.
DENIED_THAT = re.compile(rf"{_DENYING}\s[^.;:]{{0,60}}?\bqu(?:e\s|['’′])[^.;:]{{1,160}}$", re.I)
DENIED_DOING = re.compile(rf"{_DENYING}\s{_ADVERBS}$", re.I)
DENIED_THING = re.compile(rf"{_DENYING}\s{_ADVERBS}(?:toute?|une?|l[ae]|l['’′]|cette?)\s?(?:\w+\s){{0,2}}$", re.I)
#: `les informations selon lesquelles X aurait vu Y`, `la rumeur d'une rencontre`.
_RUMOUR = (
    r"(?:[ld]es?\s|la\s|l['’′]|une?\s|ces?\s|cette\s|d['’′])(?:\w+\s)?"
    r"(?:information|rumeur|allégation|affirmation|révélation|nouvelle)s?\s"
)
_ACCORDING_TO_IT = r"\bselon\s(?:laquelle|lesquelles)"
DENIED_RUMOUR_THAT = re.compile(
    rf"{_DENYING}\s{_ADVERBS}{_RUMOUR}[^.;:]{{0,60}}?{_ACCORDING_TO_IT}\s[^.;:]{{1,160}}$", re.I
)
DENIED_RUMOUR_OF = re.compile(
    rf"{_DENYING}\s{_ADVERBS}{_RUMOUR}[^.;:]{{0,60}}?(?:\bsur|d['’′]|faisant\sétat\sd['’′]|évoquant|concernant|"
    rf"{_ACCORDING_TO_IT})\s?une?\s(?:\w+\s){{0,2}}$",
    re.I,
)
#: `a démenti qu'un entretien ait eu lieu`.
SUBJUNCTIVE_BEHIND = re.compile(r"^[^.;:,]{0,80}?\b(?:ait|aient|soi(?:t|ent))\s", re.I)
#: `il n'est pas prévu que X voie Y`.
NOT_PLANNED_THAT = re.compile(
    r"\bn['’′](?:est|était)\s(?:\w+ment\s)?(?:pas|plus|nullement)\s(?:prévu|question|envisagé|programmé)\s(?:[^\s,;:.]+\s){0,3}?"
    r"qu(?:e\s|['’′])[^.;:]{1,90}$"
)
#: `il n'est pas exclu que X voie Y`: it may be.
NOT_EXCLUDED_THAT = re.compile(
    r"\bn['’′](?:est|était)\s(?:pas|plus|nullement)\s(?:exclu|impossible)\squ(?:e\s|['’′])[^.;:]{1,90}$"
)
SUBJUNCTIVE = re.compile(r"\b(?:ai(?:t|ent)|aurai(?:t|ent)|soi(?:t|ent)|doive(?:nt)?|puisse(?:nt)?)\b", re.I)
#: `a accepté une invitation à se rendre à Y`.
ACCEPTED = re.compile(
    rf"(?<!pas\s)\b(?:accept(?:é\w*|e|ent|ait)|répondu\sfavorablement\sà)\s{_ADVERBS}{_OFFER}(?:à\s|de\s|d['’′])\s?{CLITICS}$",
    re.I,
)
#: In reported speech the conditional is the future of what was said; without a word of saying it is a rumour.
ANNOUNCED = re.compile(
    r"\b(?:annonc|indiqu|précis|confirm|assur|déclar|affirm|expliqu|ajout|révél|signal|soulign|promett|prévoy|garanti|décid|"
    r"rappel)(?:é\w*|ait|aient|a|èrent|it|irent|i)?\b[^.;:]{0,60}?\bqu(?:e\s|['’′])|"
    r"\b(?:dit|promis|prévu|fait\ssavoir|prévenu|répondu|juré|convenus?)\b[^.;:]{0,60}?\bqu(?:e\s|['’′])",
    re.I,
)
#: The conditional of what is only possible, wished for or told of the past.
UNREAL = re.compile(
    r"\b(?:(?:pourr|voudr|aimer|souhaiter|faudr|préférer|saur)ai(?:t|ent)|(?:aur|ser)ai(?:t|ent)\s(?:\S+\s)?déjà|"
    r"(?:aurai(?:t|ent))\s(?:[^\s,]+\s)?(?:\w+(?:é|i|u|it)e?s?)\b)|\bs(?:i\s|['’′]ils?\s)",
    re.I,
)
#: How people talk: what is denied of that is denied of the talk. `ne se sont pas parlé en tête-à-tête`.
IN_MANNER = re.compile(r"\ben\s$")
#: Behind the verb: `si elle le souhaite`.
IF = re.compile(r"^[^.;:]{0,80}?\bs(?:i\s|['’′]ils?\s)")
CONDITIONAL = re.compile(r"\b(?P<stem>[a-zà-ÿ]+r)ai(?P<plural>en)?t\b")
#: `a empêché X de se rendre à Y`, `interdit à X de rencontrer Y`.
PREVENTED = re.compile(
    rf"{_NOT}(?:empêch|interdi|dissuad)(?!er\b|re\b)\w+\s(?!pas\s)[^;:.«»]{{0,90}}?(?:de\s|d['’′])\s?{CLITICS}$", re.I
)
#: `viendra signer`, `ira rencontrer`: the infinitive lies ahead as the coming does.
COMING = re.compile(rf"\b(?:re)?(?:viend|i)r(?:a|ont)\s(?:\S+\s){{0,2}}{CLITICS}$", re.I)
#: `ne fera pas le voyage`, `n'aura pas d'entretien`.
HAS_NOT = re.compile(
    r"\b(?:[Nn]['’′]|[Nn]e\s)(?:lui\s|leur\s|y\s)?(?P<verb>\w+)\s(?:\w+ment\s)?(?:pas|plus|jamais)\s"
    r"(?:(?:eu|fait|effectué|tenu|mené|accordé|organisé|participé|assisté|prévu)\s)?"
    r"(?:(?:à|de|avec|aux?|du)\s|d['’′])?(?:(?:la|le|les|une?|son|sa|leur)\s|l['’′])?(?:(?!pas\b)\w+\s){0,2}$"
)
#: What one has, makes or takes part in when one meets.
HAVING = re.compile(
    r"(?:a|ont|avait|avaient|aura|auront|aurait|fait|font|fera|feront|ferait|effectu\w+|tien\w+|mèn\w+|accord\w+|organis\w+|"
    r"particip\w+|assist\w+|prévoi\w+)",
    re.I,
)


def without_asides(words: str) -> str:
    return ASIDE.sub("", words)


def as_announced(before: str, words: str) -> str:
    """What was announced of the future told as the future: `a annoncé qu'il irait` becomes `qu'il ira`."""
    announced = ANNOUNCED.search(before)
    if announced is None or UNREAL.search(before[announced.end() :] + words):
        return words
    return CONDITIONAL.sub(lambda match: match["stem"] + ("ont" if match["plural"] else "a"), words)


def refuses(before: str, words: str) -> bool:
    """Whether the verb behind says what somebody refuses to do, or denies to have done."""
    clause = without_asides(before)
    whole = (REFUSED_TO_DO, DENIED_DOING, NOT_PLANNED_THAT, DENIED_RUMOUR_THAT)
    if any(pattern.search(clause) for pattern in whole):
        return True
    return DENIED_THAT.search(clause) is not None and SUBJUNCTIVE.search(words) is not None


def refuses_thing(before: str) -> bool:
    """The same before a noun: `a exclu tout entretien`."""
    return REFUSED_THING.search(without_asides(before)) is not None


def denies_thing(before: str, behind: str) -> bool:
    """`a démenti tout contact`, `les rumeurs d'un contact`, `qu'un contact ait eu lieu`."""
    clause = without_asides(before)
    if DENIED_THING.search(clause) or DENIED_RUMOUR_OF.search(clause):
        return True
    return DENIED_THAT.search(clause) is not None and SUBJUNCTIVE_BEHIND.search(behind) is not None


def has_not(before: str) -> bool:
    """Whether somebody does not have or make what the noun behind names."""
    match = HAS_NOT.search(without_asides(before))
    return match is not None and HAVING.fullmatch(match["verb"]) is not None
