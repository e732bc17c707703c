"""Whether the words around a date look back or ahead."""

from itertools import takewhile

from spacy.tokens import Doc, Token

#: `doit`, `est attendu`, `est prévu` look ahead whatever their tense.
AHEAD = {"devoir", "attendre", "prévoir", "compter", "apprêter", "espérer", "programmer", "fixer"}
CLAUSE_ENDS = {";", ":", "–", "—", "«", "»", "“", "”", ".", "!", "?"}
#: How many words around the date are looked at, and how much a comma on the way counts.
REACH = 25
COMMA_COST = 6
#: An auxiliary stands at most this far before its participle.
AUXILIARY_REACH = 4


def tense_at(doc: Doc, start: int, end: int) -> str:
    """past, present, future; `planned` for what was then ahead (`devait`); nothing where no verb is near."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or len(span) == 0:
        return ""
    verbs = [verb for verb in (_nearest(doc, span.start - 1, -1), _nearest(doc, span.end, 1)) if verb]
    return min(verbs)[1] if verbs else ""


def _nearest(doc: Doc, at: int, step: int) -> tuple[int, str] | None:
    """The first verb of the clause on one side of the date, with its distance."""
    cost = 0
    for _ in range(REACH):
        if not 0 <= at < len(doc) or doc[at].text in CLAUSE_ENDS or "\n" in doc[at].text:
            return None
        cost += COMMA_COST if doc[at].text == "," else 1
        tense = _tense(doc, doc[at])
        if tense == "present" and cost > COMMA_COST:
            return None
        if tense:
            return cost, tense
        at += step
    return None


def _features(token: Token, name: str) -> list[str]:
    return list(token.morph.get(name, []))


def _tense(doc: Doc, token: Token) -> str:
    if token.pos_ not in {"VERB", "AUX"}:
        return ""
    if "Part" in _features(token, "VerbForm"):
        return _of_participle(doc, token)
    tenses = _features(token, "Tense")
    if token.lower_.endswith(("ra", "ront")) and token.pos_ == "VERB":
        return "future"
    if token.lemma_ == "venir" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ in {"de", "d'", "d’"}:
        return "past"
    if "Fut" in tenses or "Cnd" in _features(token, "Mood"):
        return "future"
    if token.lemma_.lower() in AHEAD or token.lower_ in {"doit", "doivent", "devait", "devaient"}:
        return "planned" if "Imp" in tenses or "Past" in tenses else "future"
    if "Imp" in tenses:
        return "past"
    return "present" if tenses and token.pos_ == "VERB" else ""


def _of_participle(doc: Doc, token: Token) -> str:
    """`a reçu` looks back, `est attendu` ahead; `devait être reçu` is decided by what stands before."""
    before = doc[max(0, token.i - AUXILIARY_REACH) : token.i]
    linked = list(takewhile(lambda word: word.pos_ in {"AUX", "ADV", "PRON"}, reversed(before)))
    auxiliary = next((word for word in linked if word.pos_ == "AUX"), None)
    if auxiliary is None:
        return "" if token.lemma_.lower() in AHEAD else "past"
    if "Inf" in _features(auxiliary, "VerbForm"):
        return ""
    past = {"Past", "Imp"} & set(_features(auxiliary, "Tense"))
    if token.lemma_.lower() in AHEAD:
        return "planned" if past else "future"
    return "future" if "Fut" in _features(auxiliary, "Tense") else "past"
