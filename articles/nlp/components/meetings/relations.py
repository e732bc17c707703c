"""What one has with somebody without meeting: `le sommet abordera les relations avec X`."""

import re

from articles.nlp.components.meetings.markers import has_finite

RELATION = re.compile(
    r"\b(?:relations?|rapports|liens?|coopération|collaboration|partenariat|alliance|amitié|solidarité|accord|traité|pacte|contrat|"
    r"frontière|conflit|guerre|différend|litige|contentieux|crise|tension|commerce|rapprochement|normalisation|réconciliation|"
    r"rupture|compromis|paix|trêve|cessez-le-feu)s?(?:\s[a-zà-ÿ-]+){0,2}\savec\s(?:l['’′]|la\s|les?\s)?$"
)


def is_of_relation(between: str, *, with_people: bool) -> bool:
    """Whether `avec` belongs to such a word before it rather than to the noun of meeting where the words begin.

    People may be those met: `un entretien sur la coopération avec X`, unless a verb stands between.
    """
    return RELATION.search(between) is not None and (not with_people or has_finite(between))
