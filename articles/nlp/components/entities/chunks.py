"""Runs of words with capitals that no vocabulary has named yet, without the words that only open a sentence."""

import re
from collections.abc import Iterator

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.entities.opinions import Opinions, opens, word_before
from articles.nlp.components.entities.patterns import CHUNK, CIVIL, ELISION
from articles.nlp.components.gazetteer import WORD, folded
from articles.nlp.lexicons import common_words, fold, rows, words
from articles.nlp.types import Span

#: A particle with no name after it belongs to the sentence: `Paul Kagame du Rwanda`.
TRAILING = re.compile(r"[ \u00a0](?:de la|de|du|des|d[’']?|le|la|al|el|von|van|da|di|del)[ \u00a0]?\Z")
#: Words that stand before a name and are no part of it, wherever they stand.
NO_PART = re.compile(
    r"(?<![\w-])(?:M|MM|Mme|Mmes|Mlle|Mgr|Dr|Me|Pr|SAR|SM|SEM"
    r"|[ÉE]tats?(?! islamique)|Monsieur|Messieurs|Madame|Mesdames|Saint(?= )|Photos?|Reportages?"
    r"|(?:Son|Sa) (?:Altesse|Majesté|Excellence|Sainteté|Éminence)(?: (?:Royale|Sérénissime))?"
    r"|Altesse|Excellence|Cheikh|Sheikh|Ayatollah|Hadj|El Hadj"
    r"|Avec|Selon|Sans|Pour|Dans|Entre|Depuis|Après|Avant|Chez|Contre|Par|Vers|Sur|Quand|Comme|Si|Et|Mais|Ni|Ou|Or|Car"
    r"|Puis|Sous|Édité|Edité|Montage)(?![\w-])\.?"
)
#: Initials, and what shows that no word before goes with the first of them.
INITIALS_BEFORE = re.compile(rf"(?P<apart>(?:\A|[\n,;:.(]{GAP}?|\bMmes?{GAP})|(?=M\.))?(?<![\w.])(?:[A-Z]\.{GAP})+\Z")
LONGEST_INITIALS = 16
#: Titles that another title may follow.
HONOURS = frozenset({"altesse", "majeste", "excellence", "royale", "emir", "sainte"})
#: No name begins with these where a sentence begins.
PREPOSITIONS = {"de", "du", "des", "à", "a", "au", "aux", "en", "un", "une", "l", "d", "les", "ces", "cet", "ce"}
#: Neither names nor parts of them, the nouns of meetings among them, which open lines of agendas: `Entrevue avec X`.
NOT_NAMES = frozenset(words("not_names")) | {fold(row["noun"]) for row in rows("meeting_nouns")}


def chunks(text: str, taken: set[int], opinions: Opinions) -> Iterator[Span]:
    titles = (match for match in NO_PART.finditer(text) if not _within_name(text, match, taken))
    blocked = taken | {at for match in titles for at in range(match.start(), match.end())}
    for match in CHUNK.finditer(text):
        for piece in _free_pieces(match.start(), match.end(), blocked):
            span = _tidy(text, piece, opinions)
            if span is not None and folded(text[span.start : span.end]) not in NOT_NAMES:
                yield span


def _free_pieces(start: int, end: int, taken: set[int]) -> Iterator[Span]:
    at = start
    for place in range(start, end + 1):
        if place == end or place in taken:
            if place > at:
                yield Span(at, place)
            at = place + 1


def _within_name(text: str, match: re.Match[str], taken: set[int]) -> bool:
    """`Edith M. Larsen`, `Mohamed Ould Cheikh El Ghazouani`: after another word of the name."""
    if _is_initial(text, match, taken):
        return True
    before = word_before(text, match.start())
    inside = match.group().rstrip(".") in {"M", "Cheikh", "Sheikh", "Hadj", "Si", "Saint", "Car", "Or"}
    named = before[:1].isupper() and not before.isupper() and folded(before) not in common_words() | HONOURS
    named = named and (match[0] != "M." or match.start() - 2 not in taken)
    return inside and named


def _is_initial(text: str, match: re.Match[str], taken: set[int]) -> bool:
    """`le ministre T. M. Lind`: an initial behind another, which is not the last letter of `le plan B. M. Lind`."""
    if match[0] != "M.":
        return False
    initials = INITIALS_BEFORE.search(text, max(0, match.start() - LONGEST_INITIALS), match.start())
    return initials is not None and (initials["apart"] is not None or initials.start() - 2 in taken)


def _tidy(text: str, piece: Span, opinions: Opinions) -> Span | None:
    if text[piece.start - 1 : piece.start] in {"#", "@"}:
        return None
    start, end = _after_opening(text, piece.start, piece.end, opinions), piece.end
    while end > start and text[end - 1] in " \u00a0-’'.":
        end -= 1
    while (tail := TRAILING.search(text, start, end)) is not None:
        end = tail.start()
    return Span(start, end) if start < end and text[start].isalpha() else None


def _after_opening(text: str, start: int, end: int, opinions: Opinions) -> int:
    """Leaves out elided articles, words in lower case, and a common word that opens the sentence before a name."""
    while start < end:
        while start < end and not text[start].isalnum():
            start += 1
        elided = ELISION.match(text, start, end)
        if elided is not None and end > elided.end():
            start = elided.end()
            continue
        word = WORD.match(text, start, end)
        if word is None:
            return end
        small = word.group()[0].islower() and word.group() not in {"al", "el"}
        person = word.group().lower() not in PREPOSITIONS and opinions.person_from(start, word.end())
        if not small and (person or not (_opening_word(text, start) and word.end() < end)):
            return start
        start = word.end()
    return end


def _opening_word(text: str, start: int) -> bool:
    word = WORD.match(text, start)
    if word is None or (len(word.group()) == 1 and text[word.end() : word.end() + 1] == "."):
        return False
    return bool(
        (word.group().lower() in PREPOSITIONS or folded(word.group()) in common_words())
        and opens(text, start)
        and not CIVIL.search(text[max(0, start - 24) : start])
    )
