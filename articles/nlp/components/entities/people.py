"""Runs of capitals and what they name: by a title, an office beside, the model's opinion, the rest of the article."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from articles.nlp.components.entities.patterns import CHUNK, CIVIL, ELISION, LIST_STEP, PLURAL_CIVIL
from articles.nlp.components.gazetteer import WORD
from articles.nlp.lexicons import fold, people_adjectives, words
from articles.nlp.types import Draft, MentionRecord, Span

ORIGIN = "newsdesk_names"
MODEL = "spacy_ner"
#: Words that open a sentence with a capital and begin no name.
OPENING_TAGS = {"ADP", "DET", "ADV", "PRON", "CCONJ", "SCONJ", "AUX", "NUM", "VERB", "INTJ", "ADJ"}
NAMED_ZONES = {"byline", "credits"}
LABELS = {"PER": "PER", "LOC": "GPE", "ORG": "ORG"}
#: What each kind of evidence weighs.
TITLE_WEIGHT, MODEL_WEIGHT = 4, 1
#: Family names that stand first are short: `Xi Jinping`, `Kim Jong-un`.
SHORT_FAMILY_NAME = 3
LABEL_WORD = re.compile(
    r"(?:ENTRETIEN|FLASH|ANALYSE|CONTEXTE|COMMUNIQUÉ|REPORTAGE|PORTRAIT"
    r"|VIDÉO|PHOTOS?|DIRECT|URGENT|NOTA|REVUE DE PRESSE)\b"
)
ADJECTIVE_BEFORE = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*),?[ \u00a0]\Z")
NOT_NAMES = frozenset(words("not_names"))


def chunks(doc: Doc, taken: set[int]) -> Iterator[Span]:
    """Runs of capital words outside what is already named, without the word that merely opens a sentence."""
    text = doc.text
    starts = {token.idx: token for token in doc}
    for match in CHUNK.finditer(text):
        for piece in _free_pieces(match.start(), match.end(), taken):
            start = _after_opening(text, piece.start, piece.end, starts)
            end = piece.end
            while end > start and text[end - 1] in " \u00a0-’'.":
                end -= 1
            while (tail := TRAILING.search(text, start, end)) is not None:
                end = tail.start()
            if start < end and text[start].isalpha() and fold(text[start:end]) not in NOT_NAMES:
                yield Span(start, end)


#: A particle with no name after it belongs to the sentence: `Paul Kagame du Rwanda`.
TRAILING = re.compile(r"[ \u00a0](?:de la|de|du|des|d[’']|le|la|al|el|von|van|da|di|del)[ \u00a0]?\Z")
#: Common nouns that announce a company, an agency, a newspaper.
BODY_BEFORE = re.compile(
    r"\b(?:agences?|entreprises?|firmes?|sociétés?|groupes?|compagnie|journal|quotidien|hebdomadaire|magazine|chaîne|radio"
    r"|site|milice|parti|ONG|banque|constructeur|géant|opérateur|cabinet|think tank)(?: [a-zà-ÿ]+)?[ \u00a0]\Z"
)


def _free_pieces(start: int, end: int, taken: set[int]) -> Iterator[Span]:
    at = start
    for place in range(start, end + 1):
        if place == end or place in taken:
            if place > at:
                yield Span(at, place)
            at = place + 1


def _after_opening(text: str, start: int, end: int, starts: dict[int, Token]) -> int:
    while start < end:
        while start < end and not text[start].isalnum():
            start += 1
        elided = ELISION.match(text, start, end)
        if elided is not None and end > elided.end():
            start = elided.end()
            continue
        token = starts.get(start)
        word = WORD.match(text, start, end)
        if word is None:
            return end
        lower = word.group()[0].islower()
        if (lower and word.group() != "al" and word.group() != "el") or (
            _opens(text, start) and getattr(token, "pos_", "") in OPENING_TAGS and not getattr(token, "ent_type_", "")
        ):
            start = word.end()
            continue
        return start
    return end


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0")
    return not before or before[-1] in '.!?:«“"\r\n•>*–—-'


#: Words that stand before a name and are no part of it, wherever they stand.
NO_PART = re.compile(
    r"(?<![\w-])(?:M|MM|Mme|Mmes|Mlle|Mgr|Dr"
    r"|[ÉE]tats?(?! islamique)|Monsieur|Messieurs|Madame|Mesdames|Saint(?= )|Photos?|Reportages?|Avec"
    r"|Selon|Sans|Pour|Dans|Entre|Depuis|Après|Avant|Chez|Contre|Par|Vers|Sur"
    r"|Sous|Édité|Edité|Montage|Son Excellence)(?![\w-])\.?"
)


class Namer:
    """Decides the label of each run of capitals: the same for the same name throughout an article."""

    def __init__(self, doc: Doc, draft: Draft, taken: set[int]) -> None:
        self.text: str = doc.text
        self.draft = draft
        self.ents = {at: ent for ent in doc.ents if ent.label_ in LABELS for at in range(ent.start_char, ent.end_char)}
        self.signed = {at for z in draft.zones if z.kind in NAMED_ZONES for at in range(z.span.start, z.span.end)}
        taken = taken | {at for match in NO_PART.finditer(doc.text) for at in range(match.start(), match.end())}
        self.spans = [span for span in chunks(doc, taken) if not self._shouted(span)]
        self.roles = [mention.span for mention in draft.mentions if mention.label == "ROLE"]
        self.role_starts = {span.start for span in self.roles}
        self.votes: dict[str, Counter[str]] = defaultdict(Counter)
        self.titled: set[Span] = set()

    def find(self) -> Iterator[MentionRecord]:
        self._mark_titled()
        for span in self.spans:
            key = fold(self.text[span.start : span.end])
            if span in self.titled:
                self.votes[key]["PER"] += TITLE_WEIGHT
            if BODY_BEFORE.search(self.text[max(0, span.start - 30) : span.start]) or self._photo_credit(span):
                self.votes[key]["ORG"] += TITLE_WEIGHT
            for label in self._opinions(span):
                self.votes[key][label] += MODEL_WEIGHT
        surnames = self._surnames()
        for span in self._halved(surnames):
            label = self._label(span, surnames)
            if label:
                sure = 0.9 if span in self.titled else 0.75 if label == "PER" else 0.6
                yield MentionRecord(span, label, confidence=sure, origin=ORIGIN if span in self.titled else MODEL)

    def _halved(self, surnames: set[str]) -> Iterator[Span]:
        """`Biden-Xi`: two people joined for the occasion."""
        for span in self.spans:
            words = self.text[span.start : span.end]
            left, dash, right = words.partition("-")
            if dash and " " not in words and {fold(left), fold(right)} <= surnames:
                yield Span(span.start, span.start + len(left))
                yield Span(span.end - len(right), span.end)
            else:
                yield span

    def _shouted(self, span: Span) -> bool:
        """Within a line of capitals only known names are names."""
        if not self.text[span.start : span.end].isupper():
            return False
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.end)
        return self.text[start : end if end >= 0 else len(self.text)].isupper() or bool(
            LABEL_WORD.match(self.text, span.start)
        )

    def _opinions(self, span: Span) -> list[str]:
        """What the model says of the run, once for each of its names that the run touches."""
        touched = {ent.start: ent for at in range(span.start, span.end) if (ent := self.ents.get(at)) is not None}
        return [LABELS[ent.label_] for ent in touched.values()]

    def _mark_titled(self) -> None:
        by_start = {span.start: span for span in self.spans}
        ends = {span.end for span in self.roles}
        for span in self.spans:
            if self._has_title(span, ends) or self._before_role(span) or self._in_named_zone(span):
                self.titled.add(span)
        for match in PLURAL_CIVIL.finditer(self.text):
            at: int | None = match.end()
            while at is not None and at in by_start:
                self.titled.add(by_start[at])
                step = LIST_STEP.match(self.text, by_start[at].end)
                at = step.end() if step else None

    def _has_title(self, span: Span, role_ends: set[int]) -> bool:
        before = self.text[max(0, span.start - 20) : span.start]
        if CIVIL.search(before):
            return True
        gap = re.search(r"(?:[ \u00a0]?,)?[ \u00a0](?:MM?\.[ \u00a0]|Mmes?[ \u00a0]|cheikh[ \u00a0])?\Z", before)
        if gap is not None and span.start - len(gap.group()) in role_ends:
            return "," not in gap.group() or self._full(span)
        adjective = ADJECTIVE_BEFORE.search(before)
        return bool(
            adjective
            and self._full(span)
            and adjective["word"][0].islower()
            and fold(adjective["word"]) in people_adjectives()
        )

    def _before_role(self, span: Span) -> bool:
        after = re.match(
            r"[ \u00a0]?,[ \u00a0](?:le |la |l[’']|un |une |son |sa |ancien |alors )?",
            self.text[span.end : span.end + 14],
        )
        return bool(after and self._full(span) and span.end + after.end() in self.role_starts)

    def _in_named_zone(self, span: Span) -> bool:
        return self._full(span) and span.start in self.signed

    def _photo_credit(self, span: Span) -> bool:
        """`(Photo Lina Azar/Images du Sud)`: what follows the stroke is an agency."""
        line = self.text[self.text.rfind("(", 0, span.start) + 1 : span.start]
        return self.text[span.start - 1 : span.start] == "/" and line.startswith(("Photo", "Crédit", "©"))

    def _lone_opening(self, span: Span) -> bool:
        """`Synthèse.`, `Visas :`: a word that is a sentence or a heading of its own."""
        after = self.text[span.end : span.end + 2].lstrip(" \u00a0")[:1]
        return _opens(self.text, span.start) and after in {".", ":", "!", "?"}

    def _full(self, span: Span) -> bool:
        return len(self.text[span.start : span.end].split()) > 1

    def _surnames(self) -> set[str]:
        """Last names and, for `Xi Jinping`, first words of the people named in full."""
        found: set[str] = set()
        for span in self.spans:
            key = fold(self.text[span.start : span.end])
            if (self.votes[key].most_common(1) or [("", 0)])[0][0] == "PER" and (
                self._full(span) or span in self.titled
            ):
                found.add(key.split()[-1])
                if len(key.split()) == 2 and len(key.split()[0]) <= SHORT_FAMILY_NAME:
                    found.add(key.split()[0])
        return found

    def _label(self, span: Span, surnames: set[str]) -> str:
        key = fold(self.text[span.start : span.end])
        if key in surnames or span in self.titled:
            return "PER"
        votes = self.votes[key]
        if not votes:
            return "PER" if self._full(span) and key.split()[-1] in surnames else ""
        if self._photo_credit(span):
            return "ORG"
        label, _ = votes.most_common(1)[0]
        single = not self._full(span)
        if single and (len(key) < 3 or self._lone_opening(span)):
            return ""
        return label


def shouted_names(text: str, people: list[str], taken: set[int]) -> Iterator[MentionRecord]:
    """People known from the article, written in capitals in its headings."""
    wanted = {name for full in people for name in (fold(full), fold(full).split()[-1])} if people else set()
    for match in re.finditer(r"(?<![\w])[A-ZÀ-ÖØ-ÞŒ][A-ZÀ-ÖØ-ÞŒ\-]+(?: [A-ZÀ-ÖØ-ÞŒ\-]+)*(?![\w])", text):
        words = list(WORD.finditer(text, match.start(), match.end()))
        at = 0
        while at < len(words):
            size = next(
                (
                    n
                    for n in range(min(4, len(words) - at), 0, -1)
                    if fold(text[words[at].start() : words[at + n - 1].end()]) in wanted
                ),
                0,
            )
            if size:
                span = Span(words[at].start(), words[at + size - 1].end())
                if len(text[span.start : span.end]) > 2 and taken.isdisjoint(range(span.start, span.end)):
                    yield MentionRecord(span, "PER", confidence=0.8, origin=ORIGIN)
            at += size or 1
