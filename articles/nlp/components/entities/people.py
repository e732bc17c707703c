"""What a run of capitals names: by a title, an office beside, the model's opinion, the rest of the article."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.entities.chunks import chunks
from articles.nlp.components.entities.evidence import CONTEXT, MODEL, REPEAT, TITLE, mention
from articles.nlp.components.entities.hints import hint_of, photo_credit
from articles.nlp.components.entities.name_patterns import (
    ADDRESS,
    ADJECTIVE_BEFORE,
    AFTER_OFFICE,
    AND,
    ARABIC,
    ARTICLE_BEFORE,
    AT_TOWN,
    DEMONYM_LIKE,
    JOINED_BY,
    LABEL_WORD,
    MEETING_BEFORE,
    NUMERAL,
    PARTICLE_BEFORE,
    PLACE_TAIL,
    PLURAL_BODY,
)
from articles.nlp.components.entities.opinions import PLACES, Opinions, opens
from articles.nlp.components.entities.patterns import (
    CAPITALS,
    CIVIL,
    LIST_STEP,
    PLURAL_CIVIL,
)
from articles.nlp.components.gazetteer import WORD, folded
from articles.nlp.lexicons import body_words, common_words, people_adjectives
from articles.nlp.types import Draft, MentionRecord, Span

NAMED_ZONES = {"byline", "credits"}
#: What each kind of evidence weighs.
TITLE_WEIGHT, CONTEXT_WEIGHT, MODEL_WEIGHT = 4, 3, 1
#: Family names that stand first are short: `Xi Jinping`, `Kim Jong-un`.
SHORT_FAMILY_NAME = 3
#: Longer tails of a model's name are clauses.
TAIL_WORDS = 6
BEFORE = 60


class Namer:
    """Decides the label of each run of capitals: the same for the same name throughout an article."""

    def __init__(self, text: str, draft: Draft, opinions: Opinions, taken: set[int]) -> None:
        self.text, self.draft, self.opinions = text, draft, opinions
        self.taken = taken
        self.signed = {at for z in draft.zones if z.kind in NAMED_ZONES for at in range(z.span.start, z.span.end)}
        self.office_ends = {m.span.end for m in draft.mentions if m.label in {"ROLE", "NORP"}}
        runs = (span for run in chunks(text, taken, opinions) for span in self._fitted(run))
        self.spans = [span for span in runs if not self._shouted(span)]
        #: Where the towns and states begin, by where they end.
        self.places = {m.span.end: m.span.start for m in draft.mentions if m.label == "GPE"}
        self.role_starts = {m.span.start for m in draft.mentions if m.label == "ROLE"}
        self.votes: dict[str, Counter[str]] = defaultdict(Counter)
        self.titled: set[Span] = set()
        self.hinted: dict[Span, str] = {}

    def find(self) -> Iterator[MentionRecord]:
        self._mark_titled()
        self._mark_hinted()
        for span in self.spans:
            votes = self.votes[self._key(span)]
            if span in self.titled:
                votes["PER"] += TITLE_WEIGHT
            if span in self.hinted:
                votes[self.hinted[span]] += CONTEXT_WEIGHT
            for label in self.opinions.labels(span):
                votes[label] += MODEL_WEIGHT
        self._mark_coordinated()
        surnames = self._surnames()
        for span in self._halved(surnames):
            label = self._label(span, surnames)
            if label:
                wide = self._widened(span, label)
                agreed = self.opinions.agrees(wide, label)
                yield mention(wide, label, self._origin(span, label), agreed=agreed)

    def _mark_coordinated(self) -> None:
        """`Lind et Berg`: a name nobody knows anything of, or the model alone takes for a town, beside a person."""
        by_start = {span.start: span for span in self.spans}
        for span in self.spans:
            step = AND.match(self.text, span.end)
            beside = by_start.get(step.end()) if step is not None else None
            if beside is None or self.opinions.label(beside) != "PER" or self._common(span):
                continue
            votes = self.votes[self._key(span)]
            if not votes:
                votes["PER"] += MODEL_WEIGHT
            elif self._full(span) and self._full(beside) and votes == {"GPE": MODEL_WEIGHT}:
                votes["PER"] += 2 * MODEL_WEIGHT

    def _fitted(self, run: Span) -> list[Span]:
        """`Paul Pogba de Juventus FC`, `Britannique Ann Lee`: cut where the model sees one full name of a person."""
        names = [name for name in self.opinions.inside(run) if name != run]
        if len(names) != 1 or not self._full(names[0]) or self.opinions.label(names[0]) != "PER":
            return [run]
        name, rest = names[0], JOINED_BY.match(self.text, names[0].end, run.end)
        before = self.text[run.start : name.start].split()
        if len(before) == 1 and name.end == run.end and self._no_forename(before[0], run):
            return [name]
        return [name, Span(rest.end(), run.end)] if rest is not None and name.start == run.start else [run]

    def _no_forename(self, word: str, run: Span) -> bool:
        """`la Bermudienne`, `PTS2`: a word before a name that is not its first part."""
        demonym = DEMONYM_LIKE.search(word) and ARTICLE_BEFORE.search(self._before(run))
        return bool(demonym or folded(word) in common_words() or any(char.isdigit() for char in word))

    def _key(self, span: Span) -> str:
        return folded(self.text[span.start : span.end])

    def _before(self, span: Span) -> str:
        return self.text[max(0, span.start - BEFORE) : span.start]

    def _full(self, span: Span) -> bool:
        return len(self.text[span.start : span.end].split()) > 1

    def _origin(self, span: Span, label: str) -> str:
        if label == "PER" and span in self.titled:
            return TITLE
        if self.hinted.get(span) == label:
            return CONTEXT
        decided = self.votes[self._key(span)][label] > len(self.opinions.labels(span))
        return REPEAT if decided or not self.opinions.labels(span) else MODEL

    def _halved(self, surnames: set[str]) -> Iterator[Span]:
        """`Biden-Xi`: two people joined for the occasion."""
        for span in self.spans:
            words = self.text[span.start : span.end]
            left, dash, right = words.partition("-")
            met = MEETING_BEFORE.search(self._before(span)) and self.opinions.labels(span) == ["PER"]
            if dash and " " not in words and (met or {folded(left), folded(right)} <= surnames):
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
        line = self.text[start : end if end >= 0 else len(self.text)]
        return (line.isupper() and len(line.split()) > 1) or bool(LABEL_WORD.match(self.text, span.start))

    def _widened(self, span: Span, label: str) -> Span:
        """Over the small words of an organisation that the model saw, or the particle of a person's name."""
        ent = self.opinions.span_at(span.start)
        if label == "PER":
            particle = PARTICLE_BEFORE.search(self._before(span))
            start = span.start - len(particle.group()) if particle else span.start
            titled = particle is not None and ADDRESS.search(self.text[max(0, start - 10) : start])
            if particle and start not in self.taken and (titled or (ent is not None and ent.start == start)):
                return Span(start, span.end)
        if (
            label == "ORG"
            and ent is not None
            and ent.end > span.end
            and self.taken.isdisjoint(range(span.end, ent.end))
        ):
            tail = self.text[span.end : ent.end]
            if "\n" not in tail and len(tail.split()) <= TAIL_WORDS and not re.search(r"[,.;:()«»\"]", tail):
                return Span(span.start, ent.end)
        return span

    def _mark_titled(self) -> None:
        by_start = {span.start: span for span in self.spans}
        for span in self.spans:
            if self._has_title(span) or self._before_role(span) or (self._full(span) and span.start in self.signed):
                self.titled.add(span)
        for span in [*self.titled]:
            step = LIST_STEP.match(self.text, span.end) if self._full(span) else None
            beside = by_start.get(step.end()) if step else None
            if beside is not None and self._full(beside) and not {"ORG", "GPE"} & set(self.opinions.labels(beside)):
                self.titled.add(beside)
        for match in PLURAL_CIVIL.finditer(self.text):
            at: int | None = match.end()
            while at is not None and at in by_start:
                self.titled.add(by_start[at])
                step = LIST_STEP.match(self.text, by_start[at].end)
                at = step.end() if step else None

    def _has_title(self, span: Span) -> bool:
        before = self.text[max(0, span.start - 24) : span.start]
        if CIVIL.search(before):
            return not CAPITALS.fullmatch(self.text, span.start, span.end)
        gap = AFTER_OFFICE.search(before)
        if gap is not None and span.start - len(gap.group()) in self.office_ends:
            return self._full(span) or (
                "," not in gap.group() and not CAPITALS.fullmatch(self.text, span.start, span.end)
            )
        adjective = ADJECTIVE_BEFORE.search(before)
        return bool(
            adjective
            and self._full(span)
            and adjective["word"][0].islower()
            and folded(adjective["word"]) in people_adjectives()
            and "ORG" not in self.opinions.labels(span)
        )

    def _before_role(self, span: Span) -> bool:
        after = re.match(
            r"[ \u00a0]?,[ \u00a0](?:le |la |l[’']|un |une |son |sa |ancien |ancienne |alors )?",
            self.text[span.end : span.end + 16],
        )
        return bool(after and self._full(span) and span.end + after.end() in self.role_starts)

    def _mark_hinted(self) -> None:
        """The words before a name say what it is, and of the names listed after it as well."""
        by_start = {span.start: span for span in self.spans}
        for span in self.spans:
            hint = "PER" if self._behind_town(span) else hint_of(self.text, span, self.opinions)
            at: int | None = span.start if hint and span not in self.titled else None
            while at is not None and at in by_start and by_start[at] not in self.hinted:
                self.hinted[by_start[at]] = hint
                listed = hint in PLACES or PLURAL_BODY.search(self._before(span))
                step = LIST_STEP.match(self.text, by_start[at].end) if listed else None
                at = step.end() if step else None

    def _behind_town(self, span: Span) -> bool:
        """`a rencontré à Tokyo Anna Lind`: two places would not stand side by side."""
        place = self.places.get(span.start - 1) if self._full(span) else None
        if place is None or "ORG" in self.opinions.labels(span) or self.text[span.start - 1] not in " \u00a0":
            return False
        return AT_TOWN.search(self.text[max(0, place - 4) : place]) is not None

    def _lone_opening(self, span: Span) -> bool:
        """`Synthèse.`, `Visas :`: a word that is a sentence or a heading of its own."""
        after = self.text[span.end : span.end + 2].lstrip(" \u00a0")[:1]
        return opens(self.text, span.start) and after in {".", ":", "!", "?"}

    def _surnames(self) -> set[str]:
        """Last names and, for `Xi Jinping`, first words of the people named in full."""
        found: set[str] = set()
        for span in self.spans:
            key = self._key(span)
            top = (self.votes[key].most_common(1) or [("", 0)])[0][0]
            if top == "PER" and (self._full(span) or span in self.titled):
                words = key.split()
                found.add(words[-1])
                found.add(key)
                if len(words) == 2 and len(words[0]) <= SHORT_FAMILY_NAME and words[0] not in common_words():
                    found.add(words[0])
                if len(words) > 2:
                    found.add(" ".join(words[-2:]))
        return found

    def _label(self, span: Span, surnames: set[str]) -> str:
        key = self._key(span)
        opening = key in common_words() and opens(self.text, span.start) and self.opinions.label(span) != "PER"
        if NUMERAL.fullmatch(self.text, span.start, span.end) or (opening and span not in self.titled):
            return ""
        if key in surnames or span in self.titled:
            return "PER"
        if PLACE_TAIL.search(self.text, span.start, span.end) and span not in self.hinted:
            return "LOC"
        if ARABIC.search(self.text, span.start, span.end) and not {"GPE"} & set(self.opinions.labels(span)):
            return self.hinted.get(span, "PER")
        votes = self.votes[key]
        if not votes and key in body_words() and not opens(self.text, span.start) and self._begins_body(key):
            return "ORG"
        if not votes:
            return "PER" if self._full(span) and key.split()[-1] in surnames else ""
        if photo_credit(self.text, span):
            return "ORG"
        if span in self.hinted and votes[self.hinted[span]] >= CONTEXT_WEIGHT:
            return self.hinted[span] if votes.most_common(1)[0][0] != "PER" else "PER"
        if not self._full(span) and (len(key) < 3 or self._lone_opening(span) or self._common(span)):
            short_body = key in body_words() and not opens(self.text, span.start)
            return "ORG" if short_body and (votes["ORG"] or self._begins_body(key)) else ""
        counted = re.search(r"\d[ \u00a0]\Z", self._before(span))
        return "" if counted and votes["ORG"] else self._place_kind(span, votes.most_common(1)[0][0])

    def _begins_body(self, key: str) -> bool:
        """`l'Union` after `l'Union européenne`."""
        bodies = (m.span for m in self.draft.mentions if m.label == "ORG")
        return any(folded(self.text[span.start : span.end]).startswith(key + " ") for span in bodies)

    def _common(self, span: Span) -> bool:
        """A common word with a capital, such as `le Souverain`."""
        return all(folded(m.group()) in common_words() for m in WORD.finditer(self.text, span.start, span.end))

    def _place_kind(self, span: Span, label: str) -> str:
        """`à Haret Hreik` is a town, `au Lambermont` and `le Ring` are places and no more."""
        if label == "GPE" and re.search(rf"\b(?:la|le|du|au|[Ll]e|[Ll]a){GAP}\Z", self._before(span)):
            return "LOC"
        return label
