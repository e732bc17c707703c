"""Where what a verb or noun of meeting governs ends."""

import re

#: `a quitté le sommet sans avoir vu X`.
_WITHOUT_DOING = r"\bsans\s(?:(?:s['’′]y|s['’′]|l['’′]|les?|la|se|y|même)\s?){0,2}\w+(?:er|ir|re|oir)\b"
#: Another clause begins: what stands behind is not governed by the verb.
BARRIER = re.compile(
    r"[;:]|\b(?:qui|que|qu['’′]|dont|où|selon|après(?!-midi|\sl['’′]autre)|alors que|tandis|mais|car|afin|tout en|"
    r"auxquel\w+|desquel\w+|à laquelle|duquel|a|ont|(?<!l['’′])est|sont|était|avait|"
    r"fut|sera|pour\s(?:y\s|les?\s|l['’′]|s['’′]|se\s)?(?!déjeuner|dîner|souper)\w+(?:er|ir|re)|avant|lors)\b|"
    rf"{_WITHOUT_DOING}",
    re.I,
)
#: The same for a noun, whose `avec` may stand in a relative clause, `l'entretien qu'il devait avoir avec X`, or behind
#: a colon: `deux entretiens : avec X et avec Y`.
NOUN_BARRIER = re.compile(
    r";|:(?!\s(?:l['’′]une?\s)?(?:$|avec\b))|\b(?:qui|dont|où|selon|avant|après(?!-midi|\sl['’′]autre)|alors que|"
    r"tandis|mais|car|afin|tout en|lors)\b|"
    rf"{_WITHOUT_DOING}",
    re.I,
)
#: An aside before the preposition that goes on with the clause: `vendredi, avant de gagner la Suisse, avec X`.
BETWEEN_COMMAS = re.compile(
    r",\s(?:avant|après|lors|à l['’′]issue|en marge|au cours|selon)\b[^,;:]{1,70},(?=\s(?:avec|par|à|au|de)\s)"
)
