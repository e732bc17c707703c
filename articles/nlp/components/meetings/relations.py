"""What one has with somebody without meeting: `le sommet abordera les relations avec X`."""

import re

from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.markers import has_finite
from articles.nlp.components.meetings.triggers import Trigger, nouns

RELATION = re.compile(
    r"\b(?:relations?|rapports|liens?|coopération|collaboration|partenariat|alliance|amitié|solidarité|accord|traité|pacte|contrat|"
    r"frontière|conflit|guerre|différend|litige|contentieux|crise|tension|commerce|rapprochement|normalisation|réconciliation|"
    r"rupture|compromis|paix|trêve|cessez-le-feu)s?(?:\s[a-zà-ÿ-]+){0,2}\savec\s(?:l['’′]|la\s|les?\s)?$"
)

#: Between a noun and its partner.
OF_NOUN = re.compile(r"\s(?:[a-zà-ÿ-]+\s){0,3}avec\s(?:le\s|la\s|l['’′]|son\s|sa\s)?")


def is_of_relation(between: str, *, with_people: bool) -> bool:
    """Whether `avec` belongs to such a word before it rather than to the noun of meeting where the words begin.

    People may be those met: `un entretien sur la coopération avec X`, unless a verb stands between.
    """
    return RELATION.search(between) is not None and (not with_people or has_finite(between))


def is_of_topic(text: str, trigger: Trigger, listing: Listing) -> bool:
    """`a évoqué son sommet avec X`: what is spoken of was with X, not the talk."""
    found = list(nouns()[0].finditer(text, trigger.span.end, listing.span.start)) if trigger.frame == "topic" else []
    return bool(found) and OF_NOUN.fullmatch(text, found[-1].end(), listing.span.start) is not None
