"""Organisations by the way they are named: bodies of a state, ministries, heads with a capital, glossed acronyms."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.entities.body_patterns import (
    ADJECTIVE,
    AND_SMALL,
    CAPITAL,
    COMMA_OF,
    FOR_SMALL,
    INFINITIVE,
    OF_CAPITAL,
    OF_SMALL,
    SMALL,
    ministries,
    stops,
)
from articles.nlp.components.entities.evidence import GRAMMAR, mention
from articles.nlp.components.entities.opinions import Opinions, opens
from articles.nlp.components.entities.patterns import ACRONYM
from articles.nlp.components.gazetteer import WORD, Word, folded, names_at, split_words
from articles.nlp.components.roles.grammar import is_national
from articles.nlp.lexicons import fold, people_adjectives, rows
from articles.nlp.types import MentionRecord, Span

#: What a cabinet meets as, and competitions: no organisations.
NO_BODIES = re.compile(
    r"conseil (?:des ministres(?! de)|interministériel)|ligue des (?:champions|nations)|communauté internationale",
    re.IGNORECASE,
)
STATE_BODY, ABSOLUTE, PRESS, SMALL_HEAD, SEAT, MINISTRY = "state", "absolute", "press", "small", "seat", "ministry"


@cache
def _heads() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First words of bodies, folded, longest first, with what must follow them."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    kinds = [(row["word"], STATE_BODY) for row in rows("bodies")]
    kinds += [(row["word"], row["kind"]) for row in rows("organisation_heads")]
    for written, kind in kinds:
        key = tuple(fold(part) for part in WORD.findall(written))
        found.setdefault(key[0], []).append((key, kind))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def bodies(text: str, opinions: Opinions) -> Iterator[MentionRecord]:
    words = split_words(text)
    heads = _heads()
    for index, word in enumerate(words):
        for key, kind in heads.get(folded(word.text), ()):
            chunk = words[index : index + len(key)]
            if tuple(folded(part.text) for part in chunk) != key or text[word.start - 1 : word.start] in {"-", "@"}:
                continue
            end = _end(text, chunk, kind, opinions)
            span = Span(_article(text, word.start) if kind == PRESS else word.start, end or word.start)
            if end and not NO_BODIES.match(text, span.start):
                yield mention(span, "ORG", GRAMMAR, agreed=opinions.agrees(span, "ORG"))
                break


def _end(text: str, chunk: tuple[Word, ...], kind: str, opinions: Opinions) -> int:
    """Where the name that begins with this head ends; 0 where it is none."""
    start, end = chunk[0].start, chunk[-1].end
    capital = chunk[0].text[0].isupper() and not (chunk[0].text.isupper() and len(chunk[0].text) > 1)
    if kind == STATE_BODY:
        return _state_body(text, end)
    if kind == MINISTRY:
        return _ministry(text, start, end)
    if kind == SEAT:
        return _seat(text, end)
    if kind == SMALL_HEAD:
        return _small_head(text, end, opinions)
    if kind == PRESS and not PRESS_ARTICLE.search(text[max(0, start - 4) : start]):
        return 0
    return _named(text, start, end, opinions, absolute=kind == ABSOLUTE) if capital else 0


PRESS_ARTICLE = re.compile(r"(?:\bL(?:a|e|es)[ \u00a0]|\bL[’']|\b(?:du|au)[ \u00a0])\Z")


def _article(text: str, start: int) -> int:
    """Where `La Gazette` begins: the article belongs to the names of newspapers."""
    match = PRESS_ARTICLE.search(text[max(0, start - 4) : start])
    return start - len(match.group()) if match and match.group()[0] == "L" else start


def _state_body(text: str, end: int) -> int:
    """`gouvernement japonais`, `armée nationale libyenne`: an adjective of a country or a people must follow."""
    match = SMALL.match(text, end)
    if match is not None and match["word"].startswith("national"):
        end, match = match.end(), SMALL.match(text, match.end())
    return match.end() if match is not None and is_national(match["word"]) else 0


def _ministry(text: str, start: int, end: int) -> int:
    match = ministries().match(text, end)
    if match is None or (match["national"] and not is_national(match["national"])):
        return 0
    after = match["after"]
    end = len(text[: match.start("after") - 1].rstrip()) if after and not is_national(after) else match.end()
    return _of_state(text, end) or end


def _of_state(text: str, end: int) -> int:
    """`ministère de la Défense de Taïwan`."""
    match = OF_CAPITAL.match(text, end)
    found = names_at(text).get(match.start("name")) if match is not None else None
    return found.span.end if found is not None and found.name.kind == "state" else 0


def _seat(text: str, end: int) -> int:
    """`ambassade des États-Unis`, `consulat de France`."""
    return _of_state(text, end) or _state_body(text, end)


def _small_head(text: str, end: int, opinions: Opinions) -> int:
    """`université de Columbia`, `hôpital Ayder`: a common noun that a name follows."""
    match = CAPITAL.match(text, end) or OF_CAPITAL.match(text, end)
    return _reach(text, match.end(), opinions, small=False) if match is not None else 0


def _named(text: str, start: int, end: int, opinions: Opinions, *, absolute: bool) -> int:
    """`Cour pénale internationale`, `Institut national de la statistique et des études économiques`."""
    reach = _reach(text, end, opinions, small=True, absolute=absolute)
    if reach == end:
        return 0
    proper = opinions.span_at(start) is not None or re.search(r" [A-ZÀ-Þ]", text[end:reach])
    if opens(text, start) and not proper and not _national_within(text[end:reach]):
        return 0
    return reach


def _national_within(words: str) -> bool:
    return any(folded(match.group()) in people_adjectives() for match in WORD.finditer(words))


def _reach(text: str, end: int, opinions: Opinions, *, small: bool, absolute: bool = False) -> int:
    """The end of adjectives and complements; one complement of common nouns at most, joined by `et`.

    What is often named by its head alone (`le Conseil`, `la Chambre`) takes a noun with its article only in the
    plural or where the model sees it: `le Conseil des gouverneurs`, not `informer le Conseil de la situation`.
    """
    first, complements = end, 0 if small else 1
    while True:
        step = _adjective(text, end) or _capital(text, end, opinions)
        if not step and complements == 0 and (step := _complement(text, end)):
            complements = 1
            if absolute and end == first and LOOSE.match(text, end):
                return end
        elif not step and complements == 1 and small and (step := _bare_complement(text, end)):
            complements = 2
        elif not step and small and end > first and (step := _joined(text, end)):
            complements = complements if text[end] == "," else 3
        if not step:
            return end
        end = step


LOOSE = re.compile(rf"{GAP}(?:de{GAP}la{GAP}|de{GAP}l[’']|du{GAP}|pour{GAP}|contre{GAP})")


def _adjective(text: str, end: int) -> int:
    match = SMALL.match(text, end)
    if match is None or not match["word"][0].islower():
        return 0
    word = match["word"]
    fits = (ADJECTIVE.fullmatch(word) and word not in stops("adjective")) or folded(word) in people_adjectives()
    return match.end() if fits else 0


def _capital(text: str, end: int, opinions: Opinions) -> int:
    """A name or a word with a capital, unless a person begins there."""
    match = CAPITAL.match(text, end) or OF_CAPITAL.match(text, end)
    if match is None or (
        (span := opinions.span_at(match.start("name"))) is not None and opinions.labels(span) == ["PER"]
    ):
        return 0
    if folded(match["name"]) in people_adjectives() and match["name"].endswith("s"):
        return 0
    found = names_at(text).get(match.start("name"))
    return found.span.end if found is not None and found.span.end > match.end() else match.end()


def _complement(text: str, end: int) -> int:
    match = OF_SMALL.match(text, end) or FOR_SMALL.match(text, end)
    if match is None or match["word"] in stops("complement"):
        return 0
    bare = "of" in match.groupdict() and match["of"].strip() in {"de", "d’", "d'"}
    return 0 if bare and INFINITIVE.match(match["word"]) and match["word"] != "mer" else match.end()


def _bare_complement(text: str, end: int) -> int:
    """`de communication` after `Autorité des technologies`: a second complement has no article."""
    match = OF_SMALL.match(text, end)
    return _complement(text, end) if match is not None and match["of"].strip() in {"de", "d’", "d'"} else 0


def _joined(text: str, end: int) -> int:
    match = AND_SMALL.match(text, end) or COMMA_OF.match(text, end)
    if match is None or folded(match["word"]) in stops("complement") or match.start("word") in names_at(text):
        return 0
    linked = re.match(r"[\s,]*(?:et\s)?\s*(?:de|du|des|d[’'])", match.group())
    return match.end() if linked or ADJECTIVE.fullmatch(match["word"]) else 0


def spelt_bodies(text: str) -> Iterator[MentionRecord]:
    """`Agence de protection des rivières (APR)`: the words whose initials the acronym after them is."""
    for match in ACRONYM.finditer(text):
        span = spelt_out(text, match.start(), match["short"])
        if span is not None and " " in text[span.start : span.end]:
            yield mention(span, "ORG", GRAMMAR)


def glossed(text: str, mentions: Iterable[MentionRecord]) -> Iterator[MentionRecord]:
    """`Cour pénale internationale (CPI)`: the acronym has the label of what it stands for."""
    by_end = {m.span.end: m for m in mentions if m.label in {"ORG", "GPE"}}
    for match in ACRONYM.finditer(text):
        stands_for = by_end.get(match.start())
        if stands_for is None or (sum(map(str.isupper, match["short"])) < 2 and len(match["short"]) < 4):
            continue
        if stands_for.label == "ORG" or spelt_out(text, match.start(), match["short"]) is not None:
            yield mention(Span(match.start("short"), match.end("short")), stands_for.label, GRAMMAR)


def spelt_out(text: str, end: int, short: str) -> Span | None:
    """`Institut national de la statistique (INS)`: the words before whose initials the acronym is."""
    words = list(split_words(text[max(0, end - 120) : end]))
    base = max(0, end - 120)
    letters = [letter for letter in folded(short) if letter.isalpha()]
    for word in reversed(words):
        if not letters:
            break
        initial = folded(word.text)[0]
        if initial == letters[-1]:
            letters.pop()
            if not letters:
                capital = word.text[0].isupper() and folded(word.text) not in stops("spelt")
                return Span(base + word.start, end) if capital else None
        elif folded(word.text) not in stops("link"):
            return None
    return None
