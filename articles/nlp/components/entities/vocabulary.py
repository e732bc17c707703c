"""States, cities, regions and organisations of the vocabularies, where their neighbours let them be."""

import re
from collections.abc import Iterator

from articles.nlp.components.entities.evidence import LEXICON, mention
from articles.nlp.components.entities.name_patterns import ADDRESS, ARABIC, AT_TOWN
from articles.nlp.components.entities.opinions import Opinions, opens, word_after, word_before
from articles.nlp.components.entities.patterns import BODY_BEFORE, CIVIL, QUOTED, STANDS_IN_PLACE
from articles.nlp.components.gazetteer import WORD, Found, find_names, folded, names_at
from articles.nlp.lexicons import capitals, common_words, people_adjectives
from articles.nlp.types import MentionRecord, Span

#: States whose name is a forename too.
FORENAMES = {"Israël"}
#: A forename and a family name.
WHOLE_NAME = re.compile(
    r"[ \u00a0][A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?[ \u00a0](?:al-|ben |bin )?[A-ZÀ-Ý][a-zà-ÿ]{2,}"
)
#: How far back the words are read that say what a name is.
BEFORE = 40


def known(text: str, opinions: Opinions, offices: set[int]) -> Iterator[MentionRecord]:
    """`offices` are the characters of offices and dates: a capital there is no part of a name beside it."""
    found = find_names(text)
    starts = names_at(text).keys() | offices
    ends = {item.span.end for item in found} | {at + 1 for at in offices}
    families = _families(text, opinions)
    for item in found:
        if _inside_word(text, item, starts, ends) or _product(text, item):
            continue
        if item.name.needs and not _confirmed(text, item, opinions):
            continue
        if _part_of_more(text, item, opinions, starts, ends) or _person(text, item, families):
            continue
        agreed = opinions.agrees(item.span, item.name.label)
        yield mention(item.span, item.name.label, LEXICON, agreed=agreed)


def _families(text: str, opinions: Opinions) -> frozenset[str]:
    """Last words of the people the model finds with more than one."""
    names = (ent.text for ent in opinions.by_start.values() if ent.label_ == "PER")
    return frozenset(folded(words[-1]) for name in names if len(words := WORD.findall(name)) > 1)


def _inside_word(text: str, found: Found, starts: set[int], ends: set[int]) -> bool:
    """`Paris-Match`, `@Rome` stay whole; `Pékin-Washington` are two."""
    before, after = text[max(0, found.span.start - 1) : found.span.start], text[found.span.end : found.span.end + 2]
    if before in {"@", "#"} or re.match(r"-[a-zà-ÿ]|\.(?:fr|com|org|net)\b", after):
        return True
    return _hyphened(text, found, starts, ends)


def _hyphened(text: str, found: Found, starts: set[int], ends: set[int]) -> bool:
    """`Vienne-Reventin`, `Roissy-Charles-de-Gaulle`: joined to a capital that no vocabulary knows."""
    if found.name.label == "ORG":
        return False
    after = re.match(r"[-‐‑](?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ])", text[found.span.end : found.span.end + 3])
    if after and found.span.end + 1 not in starts:
        return True
    before = re.search(r"[a-zà-ÿ][-‐‑]\Z", text[max(0, found.span.start - 2) : found.span.start])
    return bool(before and found.span.start - 1 not in ends)


def _product(text: str, found: Found) -> bool:
    """`114 Airbus`, `Boeing 737` are aeroplanes."""
    counted = re.search(r"\d[ \u00a0]\Z", text[max(0, found.span.start - 3) : found.span.start])
    return found.name.label == "ORG" and bool(
        counted or re.match(r"[ \u00a0]\d{2}", text[found.span.end : found.span.end + 3])
    )


def _confirmed(text: str, found: Found, opinions: Opinions) -> bool:
    before = text[max(0, found.span.start - BEFORE) : found.span.start]
    if opinions.agrees(found.span, found.name.label):
        return True
    if found.name.label == "ORG":
        signed = before[-1:] in {"(", "/"} or text[found.span.end : found.span.end + 1] in {")", "/"}
        return bool(signed or BODY_BEFORE.search(before) or QUOTED.search(before))
    return bool(STANDS_IN_PLACE.search(before)) and opinions.label(found.span) != "PER"


def _part_of_more(text: str, found: Found, opinions: Opinions, starts: set[int], ends: set[int]) -> bool:
    """`Florence Parly`, `Paris Saint-Germain`, `Rio Ferdinand`: a capital beside it belongs to the same name."""
    span, whole = found.span, opinions.span_at(found.span.start)
    if _surname(text, found, opinions, whole):
        return True
    if _family_of_holder(text, found, ends):
        return True
    kept = found.name.kind == "organisation" or (found.name.kind == "state" and found.form not in FORENAMES)
    if kept or len(found.form) < 3:
        return False
    if _before_whole_name(text, found):
        return False
    after = word_after(text, span.end)
    shouted = text[span.start : span.end].isupper() and (after.isupper() or not after)
    if after and after[0].isupper() and span.end + 1 not in starts and not shouted:
        single = " " not in found.form and folded(after) not in people_adjectives()
        if (whole is None and single) or (whole is not None and whole.end > span.end):
            return True
    before = word_before(text, span.start)
    first = span.start - len(before) - 1
    if not before or not before[0].isupper() or span.start - 1 in ends or before[-1] in ".’'":
        return False
    if folded(before) in common_words() and (opens(text, first) or before.isupper()):
        return False
    if whole is None:
        return found.name.id not in capitals() and " " not in found.form
    return whole.start < span.start


def _before_whole_name(text: str, found: Found) -> bool:
    """`a rencontré à Lahore Nawaz Sharif`, `au palais de Rabat Jared Kushner`: a place, then a whole name."""
    if found.name.kind != "city" or not WHOLE_NAME.match(text, found.span.end):
        return False
    before = text[max(0, found.span.start - BEFORE) : found.span.start]
    place = AT_TOWN.search(before) and STANDS_IN_PLACE.search(before)
    return bool(place or (found.name.id in capitals() and before.endswith((" de ", " d'", " d’"))))


def _family_of_holder(text: str, found: Found, ends: set[int]) -> bool:
    """`le Premier ministre portugais Luis Montenegro`: behind an office and a forename a state is a family name."""
    forename = word_before(text, found.span.start)
    first = found.span.start - len(forename) - 1
    if found.name.kind != "state" or not forename.istitle() or text[found.span.start - 1] not in " \u00a0":
        return False
    civil = CIVIL.search(text, max(0, first - BEFORE), first)
    return civil is not None or (first - 1 in ends and folded(forename) not in common_words())


def _surname(text: str, found: Found, opinions: Opinions, whole: Span | None) -> bool:
    """`Anna Lind Wagner`, `Mme Wagner`: a body whose name is that of a family too."""
    span = found.span
    if found.name.kind != "organisation" or not found.form.istitle() or " " in found.form:
        return False
    if ADDRESS.search(text[max(0, span.start - BEFORE) : span.start]):
        return True
    if whole is None or whole.end != span.end or whole.start == span.start:
        return False
    return opinions.label(whole) == "PER" and word_before(text, span.start).istitle()


def _person(text: str, found: Found, families: frozenset[str]) -> bool:
    """A city of the same name as somebody of the article, after a title, or a forename: `Riyad al-Maliki`."""
    if found.name.kind == "city" and ARABIC.match(text, found.span.start):
        return True
    if found.name.kind != "city" or found.name.id in capitals() or len(found.form.split()) > 1:
        return False
    before = text[max(0, found.span.start - BEFORE) : found.span.start]
    if STANDS_IN_PLACE.search(before) or text[found.span.start : found.span.end].isupper():
        return False
    return folded(found.form) in families or bool(CIVIL.search(before))
