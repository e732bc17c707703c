"""People introduced as somebody's relatives: `son épouse, Anna Lind`, `le fils du président, Karl Moe`."""

import re

from articles.nlp.components.linking.gender import MAN, WOMAN

KIN = re.compile(
    r"\b(?:(?P<f>épouse|femme|veuve|fille|mère|sœur|soeur|tante|nièce|cousine|belle-fille|belle-mère|belle-sœur|compagne)"
    r"|(?P<m>époux|mari|fils|père|frère|oncle|neveu|cousin|gendre|beau-fils|beau-père|beau-frère|compagnon))"
    r"(?:[ \u00a0](?:cadet(?:te)?|aînée?|jumeau|jumelle))?"
    r"(?:[ \u00a0](?:de[ \u00a0]|du[ \u00a0]|d['’])[^,;:.()\n]{1,60},)?"
    r",?[ \u00a0](?:MM?\.[ \u00a0]|Mmes?[ \u00a0])?\Z"
)
BEFORE = 90


def kinship(text: str, start: int) -> str:
    """The gender of the relative as whom a name that begins there introduces somebody, else nothing."""
    match = KIN.search(text, max(0, start - BEFORE), start)
    if match is None:
        return ""
    return WOMAN if match["f"] else MAN
