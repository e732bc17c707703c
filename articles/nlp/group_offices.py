"""Several people meant by what they are, `les deux ministres`, and the offices that these may hold."""

import re

#: `les deux hommes`, `les trois dirigeants`: so many of the people spoken of last.
GROUP = re.compile(
    r"\b(?:les|des|entre les|leurs)\s+(deux|trois|quatre|cinq)\s+(?:hauts?\s+)?"
    r"(?:hommes|femmes|ministres|présidents|dirigeants|responsables|diplomates|parties|pays|chefs|"
    r"hauts|interlocuteurs|homologues|alliés)",
    re.I,
)
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
#: The offices that those meant by the noun of a group may hold.
GROUP_OFFICES = {
    "chefs de la diplomatie": frozenset({"foreign"}),
    "président": frozenset({"head of state"}),
    "chefs d": frozenset({"head of state", "head of government"}),
    "souverain": frozenset({"head of state"}),
    "premiers ministres": frozenset({"head of government"}),
    "ministre": frozenset({"foreign", "defence", "minister", "head of government"}),
}


def offices_meant(words: str) -> frozenset[str] | None:
    """The sorts of office that the noun of a group names, in lower case; None where it names none."""
    return next((kinds for word, kinds in GROUP_OFFICES.items() if word in words), None)
