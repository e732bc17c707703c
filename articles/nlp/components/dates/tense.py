"""Whether the words around a date look back or ahead: read from the forms of verbs, without a tagger."""

import re
from operator import itemgetter

from articles.nlp.components.dates.verb_forms import (
    AHEAD_NOW,
    AHEAD_PARTICIPLES,
    AHEAD_THEN,
    BE,
    BETWEEN,
    COUNTS,
    FILLERS,
    HAVE,
    MOVED,
    NEVER_ALONE,
    NOT_IMPERFECT,
    NOUNS_TOO,
    PRESENT,
    PRESENT_ENDING,
    PRONOUNS,
    PROPOSED,
    REFLEXIVE,
    SUBJECTS,
    is_conditional,
    is_future,
    is_participle,
    said,
)

#: The clause ends here; a full stop after `M` or one letter ends nothing.
CLAUSE_END = re.compile(r"[;:–—«»“”\"!?\n.\-]")
ENDS_NOTHING = re.compile(r"(?:\b[Mm]{1,2}|\b[A-Z])\Z")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[’']?|[,()]|\d+")
#: How many characters and words around the date are looked at, and how much a comma on the way counts.
WINDOW = 160
REACH = 25
COMMA_COST = 6
FAR = 100
#: An auxiliary stands at most this far before its participle, a bare participle at most this far before its date.
AUXILIARY_REACH = 5
PARTICIPLE_REACH = 2
INFINITIVE = re.compile(r"(?:er|ir|re)\Z")
#: Stand for the date itself and for names between the words around it.
HERE, NAME = "¤", "@"
#: A new clause begins here.
BREAKS = ", ( ) que qu' qu’ qui dont où tandis lorsque quand si après"
COSTS = dict.fromkeys(BREAKS.split(), COMMA_COST)
#: What follows these on the right is told of another verb.
COSTS_RIGHT = COSTS | dict.fromkeys(["et", "ou", "puis", "mais", "avant"], 3)
GOVERNORS = frozenset({"de", "d'", "d’", "à"})


def tense_at(text: str, start: int, end: int, limit: int = FAR) -> str:
    """past, present, future; `planned` for what was then ahead (`devait`); nothing where no verb is near."""
    left, right = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
    cut = max((match.end() for match in CLAUSE_END.finditer(left) if _is_end(match)), default=0)
    stop = next((match.start() for match in CLAUSE_END.finditer(right) if _is_end(match)), len(right))
    words = _words(left[cut:])
    here = len(words)
    words = [*words, HERE, *_words(right[:stop], begins=False)]
    found = [side for side in (_nearest(words, here, -1), _nearest(words, here, 1)) if side and side[0] < limit]
    return min(found, key=itemgetter(0))[1] if found else ""


def _is_end(match: re.Match[str]) -> bool:
    """A full stop or a dash may also stand within a number, a word or a name."""
    mark, text, at = match.group(), match.string, match.start()
    if mark == "-":
        return text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()
    after = text[at + 1 : at + 2]
    return mark != "." or ((not after or after.isspace()) and not ENDS_NOTHING.search(text, max(0, at - 3), at))


def _words(clause: str, *, begins: bool = True) -> list[str]:
    """In lower case; names, which may look like verbs, become one mark."""
    words = WORD.findall(clause)
    if clause.isupper():
        return [word.lower() for word in words]
    first = words[:1] if begins else []
    return [NAME if word[0].isupper() and [word] != first else word.lower() for word in words]


def _nearest(words: list[str], here: int, step: int) -> tuple[int, str] | None:
    """The first verb of the clause on one side of the date, with its distance."""
    costs = COSTS if step < 0 else COSTS_RIGHT
    cost, at, governed = 0, here + step, False
    while 0 <= at < len(words) and abs(at - here) <= REACH:
        apposed = step < 0 and words[at] == "," and words[at + 1] in {HERE, "le"}
        # `Jeudi, le ministre reçoit X`: the comma behind a date that opens the sentence parts nothing.
        apposed = apposed or (step > 0 and here == 0 and at == 1 and words[at] == ",")
        cost += 1 if apposed else costs.get(words[at], 1)
        if step > 0 and _is_said(words, at):
            return None
        tense = _tense(words, at, here)
        if tense == "present" and cost > COMMA_COST:
            return None
        if tense:
            return cost, "future" if governed and tense == "past" and _proposes(words, at) else tense
        governed = governed or (step < 0 and _is_governed(words, at))
        at += step
    return None


def _is_said(words: list[str], at: int) -> bool:
    """`, a annoncé jeudi X`, `, a-t-il dit`: who says so, behind what is said."""
    if words[at] != "," or at + 1 >= len(words):
        return False
    if words[at + 1].startswith(("a-t-", "ont-", "avait-", "avaient-")):
        return True
    participle = _ahead(words, at + 1) if words[at + 1] in HAVE else None
    return participle is not None and words[participle] in said()


def _is_governed(words: list[str], at: int) -> bool:
    """`de recevoir`, `à se rendre`."""
    before = words[max(0, at - 2) : at]
    return INFINITIVE.search(words[at]) is not None and bool(GOVERNORS.intersection(before))


def _proposes(words: list[str], at: int) -> bool:
    """`a proposé d’accueillir en avril`: what is proposed lies ahead."""
    return bool(PROPOSED.intersection(words[at : at + AUXILIARY_REACH]))


def _tense(words: list[str], at: int, here: int) -> str:
    word = words[at]
    if word in HAVE:
        return _with_have(words, at)
    if word in BE:
        return _with_be(words, at)
    if word in COUNTS and not any(INFINITIVE.search(next_word) for next_word in words[at + 1 : at + 3]):
        return ""
    if word in AHEAD_NOW or word in AHEAD_THEN:
        return "future" if word in AHEAD_NOW else "planned"
    before = words[at - 1] if at else ""
    if word in {"vient", "viennent"}:
        return "past" if words[at + 1 : at + 2] in (["de"], ["d'"], ["d’"]) else "present"
    if is_conditional(word) or is_future(word):
        return "future"
    if word.endswith(("ait", "aient")) and word not in NOT_IMPERFECT:
        return "past"
    if word in PRESENT and (word not in NOUNS_TOO or before in SUBJECTS) and (word != BETWEEN or before in REFLEXIVE):
        return "present"
    if (before in REFLEXIVE or before in PRONOUNS) and PRESENT_ENDING.search(word) and word not in FILLERS:
        return "present"
    return _of_participle(words, at, here)


def _ahead(words: list[str], at: int) -> int | None:
    """The participle that an auxiliary at this place governs."""
    for place in range(at + 1, min(at + 1 + AUXILIARY_REACH, len(words))):
        word = words[place]
        if _is_filler(word) or word == HERE:
            continue
        return place if is_participle(word) else None
    return None


def _with_have(words: list[str], at: int) -> str:
    """`a reçu` looks back, `aura lieu` ahead; `il y a` and `a rendez-vous` say nothing."""
    word = words[at]
    if words[at + 1 : at + 2] == ["lieu"]:
        return "future" if word.startswith("aur") else "past" if word.startswith("av") else "present"
    if (at and words[at - 1] == "y") or word in {"avoir", "ayant"}:
        return "past" if word in {"avoir", "ayant"} and _ahead(words, at) is not None else ""
    if word.startswith(("av", "eu")):
        return "past"
    participle = _ahead(words, at)
    if participle is None:
        return "future" if word in {"aura", "auront"} else ""
    return "future" if word in {"aura", "auront"} else "past"


def _with_be(words: list[str], at: int) -> str:
    """`est arrivé` looks back, `est attendu` and `sera reçu` ahead."""
    word, participle = words[at], _ahead(words, at)
    past = word in {"était", "étaient", "fut", "furent"}
    if participle is not None and words[participle] in AHEAD_PARTICIPLES:
        return "planned" if past else "future"
    if word.startswith("ser"):
        return "future"
    if past:
        return "past"
    if participle is None or word in {"être", "étant"}:
        return ""
    reflexive = bool(REFLEXIVE.intersection(words[max(0, at - 2 if words[at - 1 : at] == ["y"] else at - 1) : at]))
    return "past" if reflexive or words[participle] in MOVED or "été" in words[at:participle] else "present"


def _of_participle(words: list[str], at: int, here: int) -> str:
    """`arrivé lundi` looks back where no auxiliary stands before it; a noun as `arrivée` behind a comma alone."""
    word = words[at]
    if not 0 < here - at <= PARTICIPLE_REACH or _is_filler(word) or not is_participle(word):
        return ""
    if word in NEVER_ALONE and not (word in MOVED and words[at - 1 : at] == [","]):
        return ""
    linked = at
    while (
        linked
        and at - linked < AUXILIARY_REACH
        and (words[linked - 1] in FILLERS or words[linked - 1].endswith("ment"))
    ):
        linked -= 1
    if linked and (words[linked - 1] in HAVE or words[linked - 1] in BE):
        return ""
    return "" if word in AHEAD_PARTICIPLES else "past"


def _is_filler(word: str) -> bool:
    return word in FILLERS or word.endswith("ment")
