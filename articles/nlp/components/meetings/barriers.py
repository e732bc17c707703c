"""Where what a verb or noun of meeting governs ends."""

import re

#: `a quitté le sommet sans avoir vu X`.
_WITHOUT_DOING = r"\bsans\s(?:(?:s['’′]y|s['’′]|l['’′]|les?|la|se|y|même)\s?){0,2}\w+(?:er|ir|re|oir)\b"
#: These begin no clause in `la semaine d'après`, `l'un après l'autre`, `avant la fin du mois`.
_AFTER = r"(?<!d['’′])après(?!-midi|\sl['’′]autre)"
_BEFORE = r"avant(?!\s(?:la\s(?:fin|mi)|fin|l['’′](?:été|automne|hiver)|le\sprintemps|Noël)\b)"
#: Another clause begins: what stands behind is not governed by the verb.
BARRIER = re.compile(
    rf"[;:]|\b(?:qui|que|qu['’′]|dont|où|selon|{_AFTER}|alors que|tandis|mais|car|afin|tout en|"
    r"auxquel\w+|desquel\w+|à laquelle|duquel|a|ont|(?<!l['’′])est|sont|était|avait|"
    rf"fut|sera|pour\s(?:y\s|les?\s|l['’′]|s['’′]|se\s)?(?!déjeuner|dîner|souper)\w+(?:er|ir|re)|{_BEFORE}|lors)\b|"
    rf"{_WITHOUT_DOING}",
    re.I,
)
#: The same for a noun, whose `avec` may stand in a relative clause, `l'entretien qu'il devait avoir avec X`, or behind
#: a colon: `deux entretiens : avec X et avec Y`.
NOUN_BARRIER = re.compile(
    rf";|:(?!\s(?:l['’′]une?\s)?(?:$|avec\b))|\b(?:qui|dont|où|selon|{_BEFORE}|{_AFTER}|alors que|"
    r"tandis|mais|car|afin|tout en|lors)\b|"
    rf"{_WITHOUT_DOING}",
    re.I,
)
#: An aside before the preposition that goes on with the clause: `vendredi, avant de gagner la Suisse, avec X`.
BETWEEN_COMMAS = re.compile(
    r",\s(?:avant|après|lors|à l['’′]issue|en marge|au cours|selon)\b[^,;:]{1,70},(?=\s(?:avec|par|à|au|de)\s)"
)
