"""What the words right before a name say it is: `la ville de`, `le quotidien`, an acronym with its article."""

from articles.nlp.components.entities.name_patterns import ARTICLE_BEFORE, MET_BEFORE
from articles.nlp.components.entities.opinions import Opinions
from articles.nlp.components.entities.patterns import BODY_BEFORE, CAPITALS, GOVERNED, UNGOVERNED
from articles.nlp.types import Span

#: How far back the words are read.
BEFORE = 60
CREDIT = ("Photo", "Crédit", "©")


def hint_of(text: str, span: Span, opinions: Opinions) -> str:
    """ORG, GPE, LOC, PER or nothing."""
    before = text[max(0, span.start - BEFORE) : span.start]
    if BODY_BEFORE.search(before) or photo_credit(text, span):
        return "ORG"
    if GOVERNED.search(before):
        return "GPE"
    if UNGOVERNED.search(before) and (before.rstrip()[-3:] in {" de", " du"} or opinions.label(span) != "PER"):
        return "LOC"
    if " " in text[span.start : span.end] and MET_BEFORE.search(before) and opinions.label(span) != "ORG":
        return "PER"
    acronym = CAPITALS.fullmatch(text, span.start, span.end)
    return "ORG" if acronym and ARTICLE_BEFORE.search(before) else ""


def photo_credit(text: str, span: Span) -> bool:
    """`(Photo Lina Azar/Images du Sud)`: an acronym, or what follows the stroke, unless an agency stands before it."""
    line = text[text.rfind("(", 0, span.start) + 1 : span.start]
    if not line.startswith(CREDIT):
        return False
    if CAPITALS.fullmatch(text, span.start, span.end):
        return True
    first = not CAPITALS.search(line) or " " not in text[span.start : span.end]
    return text[span.start - 1 : span.start] == "/" and first
