"""Whose a circumstance put first is: `Lors d'une visite à Rome, X a vu Y` tells of a visit of X."""

import re
from typing import TYPE_CHECKING

from articles.nlp.components.assertion.patterns import MODAL
from articles.nlp.components.meetings.markers import has_finite, is_followed_by_verb
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.clauses import Clauses, Group
    from articles.nlp.components.meetings.listings import Listing
    from articles.nlp.components.meetings.triggers import Trigger

#: What a circumstance opens with, behind a dateline, a dash or a word that leads on.
OPENING = re.compile(
    r"(?:.*\s[=–—]\s|.*\)\s-\s)?\W*(?:[A-ZÀ-Ý][a-zà-ÿ]+(?:é|i|u|is)e?s?(?:\s[^,;:.«»]{0,60}?)?\s(?=à\sl['’′]issue|lors\s|au\scours)|(?:Et|Mais|Or|Puis|Ainsi|Auparavant|Ensuite|Plus\st[ôa]rd|Plus\stôt|[A-Z][a-z]+di|Hier|Aujourd['’′]hui)"
    r",?\s)?(?:lors|au\scours|pendant|durant|à\sl['’′](?:occasion|issue|ouverture)|au\s(?:terme|lendemain|début|retour)|à\sla\s"
    r"(?:fin|suite|faveur|veille)|(?:[\w'’′-]+\s){1,3}?(?:heures?|jours?|semaines?|mois|ans?)\s(?:après|avant)|"
    r"[a-zà-ÿ]{3,}(?:é|u|i|it)e?s?(?=\s[^,;:.«»]{3,90}\savant\sd)|après|avant|dès|depuis|en|dans|de\sretour|de(?=\s$)|pour|profitant|sur|fraîchement|sitôt|peu)\b",
    re.I,
)
#: Which one it was was told before: `Lors de cette visite, X a dit`.
TOLD_BEFORE = re.compile(r"\b(?:ce|cet|cette|ces)\s(?:[\w-]+\s){0,2}$", re.I)
NEW = re.compile(r"\bd['’′]une?\s(?:[\w-]+\s)?$")
#: Talks put first, and a subject behind them.
AFTER_TALKS = re.compile(
    r"\W*(?:Après|Au\sterme\sd|[ÀA]\sl['’′]issue\sd)[^;:.«»]{5,120}?,\s(?=[A-ZÀ-Ý]|les?\s|la\s|l['’′]|ils?\s|elles?\s)"
)
#: How far behind the circumstance the subject may stand.
FAR = 260


def opens_with(text: str, trigger: "Trigger", sentence: Span) -> bool:
    """Whether a journey not told of before opens the sentence: `Lors d'une visite à Rome`."""
    opening = text[sentence.start : trigger.start]
    return OPENING.match(opening) is not None and NEW.search(opening) is not None and not has_finite(opening)


def stands_behind(text: str, trigger: "Trigger", sentence: Span, where: int) -> bool:
    """Whether the clause behind `où` is over: `Après Rome, où elle a vu X, Y est attendue à Oslo`."""
    if not OPENING.match(text[sentence.start : where]):
        return False
    comma = text.rfind(", ", where + 3, trigger.start)
    return comma > 0 and has_finite(text[where + 3 : comma]) and not has_finite(text[comma : trigger.start])


def front_end(text: str, trigger: "Trigger", sentence: Span) -> int | None:
    """`Après un entretien à X, Y et Z devaient se voir à W`: where the talks end that lie before that."""
    front = None if trigger.is_verb else AFTER_TALKS.match(text, sentence.start, sentence.end)
    if front is None or trigger.span.end > front.end():
        return None
    return front.end() if MODAL.search(text, front.end(), sentence.end) else None


def fronted(clauses: "Clauses", trigger: "Trigger", sentence: Span) -> "Group":
    """The subject of the main clause behind the circumstance that the word of meeting stands in; else nobody."""
    opening = clauses.text[sentence.start : trigger.start]
    if not OPENING.match(opening) or has_finite(opening) or TOLD_BEFORE.search(opening):
        return []
    for each in clauses.right(trigger.span.end, sentence):
        if each.span.start - trigger.span.end > FAR:
            return []
        if not each.marker and clauses.text[sentence.start : each.span.start].rstrip().endswith(","):
            return each.members if _acts(clauses, each, sentence) else []
    return []


def several_fronted(clauses: "Clauses", trigger: "Trigger", sentence: Span) -> "Group":
    """`Lors de leur entretien, X et Y ont parlé`: the subject to come, if it is of several."""
    subject = fronted(clauses, trigger, sentence)
    return subject if len({one.entity for one in subject}) > 1 else []


def _acts(clauses: "Clauses", listing: "Listing", sentence: Span) -> bool:
    """Whether a verb follows, an aside passed over: `X, ministre de Y, a vu`."""
    text, end = clauses.text, listing.span.end
    if not text.startswith(",", end):
        return is_followed_by_verb(text, end)
    if is_followed_by_verb(text, end + 1):
        return True
    closing = text.find(",", end + 1, min(sentence.end, end + 120))
    return closing > 0 and is_followed_by_verb(text, closing + 1)
