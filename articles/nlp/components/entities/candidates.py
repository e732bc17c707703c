"""Names that the vocabularies and the grammar find, each with how sure it is."""

import re
from collections.abc import Iterator

from articles.nlp.components.entities.patterns import (
    ACRONYM,
    PEOPLE_BEFORE,
    bodies,
    ministries,
    organisations,
    places,
)
from articles.nlp.components.gazetteer import WORD, Found, find_names
from articles.nlp.components.roles.grammar import is_national
from articles.nlp.lexicons import fold, peoples
from articles.nlp.types import MentionRecord, Span

LEXICON = "newsdesk_lexicon"
GRAMMAR = "newsdesk_grammar"
#: A bare common noun needs its capital to be a name.
TITLE_ONLY = {"parlement", "senat", "congres", "parti communiste", "capitole", "chancellerie", "union", "commission"}


def known(text: str) -> Iterator[MentionRecord]:
    """States, cities, regions and organisations of the vocabularies."""
    for found in find_names(text):
        if not _inside_word(text, found):
            yield MentionRecord(found.span, found.name.label, confidence=0.95, origin=LEXICON)


def _inside_word(text: str, found: Found) -> bool:
    """`Paris-Match`, `Rome` in `Jérôme-Rome` stay whole; `Pékin-Washington` are two."""
    before, after = text[max(0, found.span.start - 1) : found.span.start], text[found.span.end : found.span.end + 2]
    return before in {"@", "#"} or bool(re.match(r"-[a-zà-ÿ]", after)) or _product(text, found)


def _product(text: str, found: Found) -> bool:
    """`114 Airbus`, `Boeing 737` are aeroplanes."""
    counted = re.search(r"\d[ \u00a0]\Z", text[max(0, found.span.start - 3) : found.span.start])
    return found.name.label == "ORG" and bool(
        counted or re.match(r"[ \u00a0]\d{2}", text[found.span.end : found.span.end + 3])
    )


def state_bodies(text: str) -> Iterator[MentionRecord]:
    for match in bodies().finditer(text):
        if is_national(match["national"]) and (match.group()[0].islower() or not match["national"][0].isupper()):
            yield MentionRecord(Span(match.start(), match.end()), "ORG", confidence=0.8, origin=GRAMMAR)
    for match in ministries().finditer(text):
        if match["national"] and not is_national(match["national"]):
            continue
        after = match["after"]
        end = match.end() if after and is_national(after) else match.start("after") - 1 if after else match.end()
        yield MentionRecord(Span(match.start(), len(text[:end].rstrip())), "ORG", confidence=0.9, origin=GRAMMAR)


def named_bodies(text: str) -> Iterator[MentionRecord]:
    for match in organisations().finditer(text):
        if (
            len(match.group().split()) > 1
            and not match.group().isupper()
            and fold(match.group()) != "conseil des ministres"
        ):
            yield MentionRecord(Span(match.start(), match.end()), "ORG", confidence=0.75, origin=GRAMMAR)


def glossed(text: str, mentions: list[MentionRecord]) -> Iterator[MentionRecord]:
    """`Cour pénale internationale (CPI)`: the acronym has the label of what it stands for."""
    for mention in mentions:
        match = ACRONYM.match(text, mention.span.end)
        if match is not None and mention.label in {"ORG", "GPE"} and sum(map(str.isupper, match["short"])) >= 2:
            yield MentionRecord(
                Span(match.start("short"), match.end("short")), mention.label, confidence=0.9, origin=GRAMMAR
            )


def named_places(text: str) -> Iterator[MentionRecord]:
    names = {found.span.start: found for found in find_names(text)}
    for match in places().finditer(text):
        name = "name" if match["name"] else "name2"
        found = names.get(match.start(name))
        if found is not None and found.span.end >= match.end(name):
            continue
        yield MentionRecord(Span(match.start(), match.end()), "LOC", confidence=0.7, origin=GRAMMAR)


def nationals(text: str) -> Iterator[MentionRecord]:
    """`les Israéliens`, `l'Américain`, not the adjective and no language."""
    for match in re.finditer(rf"{WORD.pattern}(?:-{WORD.pattern})*", text):
        word = match.group()
        if not word[0].isupper() or fold(word) not in peoples() or (word.isupper() and len(word) > 1):
            continue
        if PEOPLE_BEFORE.search(text[max(0, match.start() - 14) : match.start()]) or _plural_opening(text, match):
            yield MentionRecord(Span(match.start(), match.end()), "NORP", confidence=0.9, origin=LEXICON)


def _plural_opening(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 3) : match.start()]
    return match.group().endswith("s") and before.endswith((", ", "( ", "\n", ": "))
