"""Places that begin with a common noun, and the nationals of countries."""

import re
from collections.abc import Iterator
from functools import cache

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.entities.evidence import GRAMMAR, LEXICON, mention
from articles.nlp.components.entities.opinions import Opinions
from articles.nlp.components.entities.patterns import CAPWORD, PEOPLE_BEFORE
from articles.nlp.components.gazetteer import folded, names_at, split_words
from articles.nlp.components.roles.grammar import CAP
from articles.nlp.lexicons import fold, peoples, rows
from articles.nlp.types import MentionRecord, Span

#: Another name begins: `au Quai d'Orsay M. Lund`.
NO_CIVIL = r"(?!(?:MM?|Mmes?|Mlle|Mgr)\b)"
LINKED = re.compile(
    rf"{GAP}(?P<link>de{GAP}la{GAP}|de{GAP}l[’']|du{GAP}|des{GAP}|de{GAP}|d[’'])?(?P<name>(?![EÉ]tat){CAPWORD}(?:{GAP}(?:d[’']|(?:de|du|des|de{GAP}la){GAP})?{NO_CIVIL}{CAPWORD})*|[A-Z]\d*(?!\w))"
)


@cache
def _place_heads() -> dict[str, str]:
    return {fold(row["word"]): row["take"] for row in rows("place_heads")}


def named_places(text: str, opinions: Opinions) -> Iterator[MentionRecord]:
    """`place Tahrir`, `mont Blanc`, `palais de l'Indépendance`; of `château de X` only the name, which others find."""
    heads = _place_heads()
    for word in split_words(text):
        take = heads.get(folded(word.text), "") if word.text[1:].islower() else ""
        match = LINKED.match(text, word.end) if take else None
        if match is None or text[word.start - 1 : word.start] == "-":
            continue
        found = names_at(text).get(match.start("name"))
        inside = found is not None and found.span.end >= match.end("name")
        if take == "bare" or (match["link"] and (take == "joined" or (inside and take != "always"))):
            continue
        person = opinions.label(Span(match.start("name"), match.end("name"))) == "PER"
        if person and take == "joined" and " " in match["name"]:
            continue
        span = Span(word.start, match.end("name"))
        yield mention(span, "LOC", GRAMMAR, agreed=opinions.agrees(span, "LOC"))


def is_people(word: str) -> bool:
    """`Anglais`, and `Anglo-Irlandais`, in small letters and without accents."""
    first, _, second = word.partition("-")
    return word in peoples() or (first.endswith("o") and second in peoples())


def nationals(text: str) -> Iterator[MentionRecord]:
    """`les Israéliens`, `l'Américain`, not the adjective and no language."""
    for match in DEMONYM.finditer(text):
        word = match.group()
        if not is_people(folded(word)) or (word.isupper() and len(word) > 1):
            continue
        if PEOPLE_BEFORE.search(text[max(0, match.start() - 16) : match.start()]) or _plural_opening(text, match):
            yield mention(Span(match.start(), match.end()), "NORP", LEXICON)

    for match in SMALL_PEOPLES.finditer(text):
        yield mention(Span(match.start("people"), match.end("people")), "NORP", LEXICON)


#: Communities written small that the guidelines count as peoples, where the plural is plainly a noun.
SMALL_PEOPLES = re.compile(
    rf"\b(?:les|des|aux|ces|\d+|milliers{GAP}de|millions{GAP}de){GAP}(?P<people>juifs|chrétiens{GAP}d[’']Orient)(?!\w)"
)
DEMONYM = re.compile(rf"(?<![\w-]){CAP}[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")


def _plural_opening(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 3) : match.start()]
    return match.group().endswith(("s", "x")) and (
        not before or before.endswith((", ", "( ", "\n", ": ", ". ", "« ", "« "))
    )
