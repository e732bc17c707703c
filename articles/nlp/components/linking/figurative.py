"""Whether a capital or a palace stands for its government: `Washington veut`, `selon Moscou`, not `à Paris`."""

import re

from spacy.tokens import Doc

from articles.nlp.types import Span

PLACE_BEFORE = re.compile(
    r"(?:\b(?:à|A|À|en|dans|vers|pour|depuis|via|sur|près de|hors de|quitter|quitté|quitte|gagné|gagner|rejoindre|rejoint|visiter"
    r"|visité|ville de|capitale,|de|quartiers de|heures d['’]|sommet de|a|direction de|étape de|étapes de)(?: la| l['’]| le)?|\bau|\baux|d['’]|\bde|À la|à l['’]|\bde la|\bde l['’])[ \u00a0]?\Z"
)
#: Words after which a capital is a government.
GOVERNMENT_BEFORE = re.compile(
    r"(?:\b(?:[Ss]elon|avec|(?<!détour )(?<!passant )par|contre|que|D['’]après|d['’]après|accuse|accusé|accusant|presse|pressé|exhorte|appelle|critiqué|critique"
    r"|demandes de|reconnaissance par|accuser|position de|invitation de|soutien de|ambitions de|intérêts de|autorités de|relation avec|offre de|politique étrangère d['’])"
    r"(?: la| l['’]| le)?|qu['’]|politique de|régime de)[ \u00a0]?\Z"
)
NOUN_OF = re.compile(
    r"\b(?:accord|dialogue|rivalité|pourparlers|négociations|tensions|relations?|bras de fer|rapprochement)\b[^.\n]{0,40}\bentre[ \u00a0][^.\n]{0,40}\Z"
)
#: Verbs a place can be the subject of.
PLACE_VERBS = {
    "accueillir",
    "rassurer",
    "arranger",
    "intriguer",
    "abriter",
    "recevoir",
    "être",
    "compter",
    "situer",
    "héberger",
}


#: A seat of government is a building after these.
INSIDE = re.compile(r"(?:\b(?:[àÀA]|de|devant|vers|dans|reli[a-z]+)(?: la| l['’]| le)?|\bau|\bdu)[ \u00a0]?\Z")


def seat_speaks(doc: Doc, text: str, span: Span) -> bool:
    """`a précisé l'Élysée`, not `reçu à l'Élysée`."""
    return not INSIDE.search(text[max(0, span.start - 40) : span.start])


def stands_for_government(doc: Doc, text: str, span: Span) -> bool:
    before = text[max(0, span.start - 40) : span.start]
    if GOVERNMENT_BEFORE.search(before):
        return True
    if PLACE_BEFORE.search(before):
        return False
    if text[span.end : span.end + 1] == "-" or text[span.start - 1 : span.start] == "-":
        return True
    if NOUN_OF.search(before):
        return True
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or len(words) == 0:
        return False
    root = words.root
    if words.start == 0 or doc[words.start - 1].text[-1] in ".!?\n":
        following = next((token for token in doc[words.end : words.end + 3] if token.pos_ in {"VERB", "AUX"}), None)
        if following is not None and doc[words.end].pos_ in {"VERB", "AUX", "PRON"}:
            return following.lemma_ not in PLACE_VERBS
    return root.dep_.startswith("nsubj") and root.head.pos_ in {"VERB", "AUX"} and root.head.lemma_ not in PLACE_VERBS
