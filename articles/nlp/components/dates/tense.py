"""Whether the words around a date look back or ahead."""

from spacy.tokens import Doc, Token

#: `doit`, `est attendu`, `est prévu`, `prévoit de` look ahead whatever their tense.
AHEAD = {"devoir", "attendre", "prévoir", "compter", "apprêter", "préparer", "espérer", "programmer"}
CLAUSE_ENDS = {";", ":", "–", "—", "«", "»", "“", "”"}
#: How many words around the date are looked at.
REACH = 25


def tense_at(doc: Doc, start: int, end: int) -> str:
    """`past`, `future`, or nothing where the nearest verb of the clause is in the present."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or len(span) == 0:
        return ""
    verbs = [*_verbs(doc, span.start - 1, -1), *_verbs(doc, span.end, 1)]
    if not verbs:
        return ""
    tenses = [tense for _, tense in sorted(verbs)]
    return tenses[0]


def _verbs(doc: Doc, at: int, step: int) -> list[tuple[int, str]]:
    """The verbs of the clause on one side of the date, each with its distance; commas cost."""
    found: list[tuple[int, str]] = []
    cost = 0
    for _ in range(REACH):
        if not 0 <= at < len(doc):
            break
        token = doc[at]
        if token.text in CLAUSE_ENDS or "\n" in token.text or (token.text in {".", "!", "?"}):
            break
        cost += 6 if token.text == "," else 1
        tense = _tense(token)
        if tense:
            found.append((cost, tense))
            if tense != "?":
                break
        at += step
    return [(cost, tense) for cost, tense in found if tense != "?"]


def _tense(token: Token) -> str:
    if token.pos_ not in {"VERB", "AUX"}:
        return ""
    if token.lemma_.lower() in AHEAD or token.lower_ in {"doit", "doivent", "devait", "devaient", "devrait", "devra", "attendu", "attendue", "attendus", "attendues", "prévu", "prévue", "prévus", "prévues"}:  # fmt: skip
        return "future"
    morph = token.morph
    if "Fut" in morph.get("Tense") or "Cnd" in morph.get("Mood"):
        return "future"
    if "Past" in morph.get("Tense") or "Imp" in morph.get("Tense"):
        return "past"
    return "present" if "Pres" in morph.get("Tense") and "Fin" in morph.get("VerbForm") and token.pos_ == "VERB" else ""
