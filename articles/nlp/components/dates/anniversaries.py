"""Days that are known without their year: `le 11-Septembre`, `l’attaque du 7 octobre`."""

import re

from articles.nlp.calendar_fr import GAP, month_number

#: Day and month, and the year when that which is remembered happened.
REMEMBERED = {
    (11, 9): 2001,
    (7, 1): 2015,
    (13, 11): 2015,
    (22, 3): 2016,
    (14, 7): 2016,
    (24, 2): 2022,
    (7, 10): 2023,
}
ATTACK = re.compile(
    rf"\b(?:attentats?|attaques?|massacres?|assauts?|pogroms?|tueries?|invasion|offensive)(?:{GAP}[a-zà-ÿ]+)?{GAP}(?:du|le){GAP}\Z"
)
#: Bastille day keeps its hyphen and has no year of its own.
YEARLY = {(14, 7), (7, 1), (22, 3), (24, 2)}


def remembered_year(match: re.Match[str], before: str, latest: int) -> str:
    """The year of a day that is written as a name or as that of an attack; empty for any other."""
    digits = re.sub(r"\D", "", match["d"])
    if match["y"] or match["rel"] or not digits:
        return ""
    day = (int(digits), month_number(match["m"]))
    year = REMEMBERED.get(day, 0)
    named = "-" in match.group() and day not in YEARLY
    return str(year) if 0 < year <= latest and (named or ATTACK.search(before)) else ""
