"""What is reported without quotation marks, or around a few quoted words."""

import re
from collections.abc import Iterator, Sequence

from articles.nlp.components.statements.actors import FINITE
from articles.nlp.components.statements.complements import TASKED, Complements, trim
from articles.nlp.components.statements.cues import Cue
from articles.nlp.components.statements.patterns import (
    ADVERBIALS,
    AUDIENCE,
    DETERMINER,
    INFINITIVE,
    LEAD,
    PLACES_OF_SPEECH,
    TIMES,
)
from articles.nlp.components.statements.quoted_words import QuotedWords
from articles.nlp.components.statements.quotes import Quoted
from articles.nlp.components.statements.unnamed import CALLING
from articles.nlp.finite_verbs import ENDING, OFTEN_NOUNS, finite_forms, holds_verb
from articles.nlp.reference import References
from articles.nlp.types import Span

#: `l'a annoncé`.
IT = re.compile(r"(?:nous[\s\u00a0])?l['’](?:a|ont|avait|avaient)[\s\u00a0]")
#: Who passes on what others say.
PRESS = re.compile(
    r"\b(?:agences?|AFP|Reuters|presse|quotidien|hebdomadaire|journal|chaîne|radio|télévision|médias?)\b"
)
#: Verbs by which even whoever has no name says what he does: `Les habitants disent craindre`.
SAYING = frozenset({"affirmer", "assurer", "avouer", "dire", "jurer", "prétendre", "reconnaître"})
LAST_CLAUSE = re.compile(r";\s|,\s(?:(?P<joined>et|tandis que|alors que)|mais|or|car)\s|\s[–—]\s", re.I)
SHORT = 4
#: The verb of two subjects: `Anna Lind et Karl Moe ont tout préparé`.
MANY_ACT = re.compile(r"\b(?:ont|sont|vont|doivent|peuvent|\w+(?:aient|ront))\b")
#: Behind a verb set into the sentence, where the sentence goes on.
GOES_ON = re.compile(r"\s?,\s(?!(?:qui|dont|où|dans|lors|à l['’]issue|en|citée?|avant|après|ajoutant|\w+ant)\b)")
_PREPOSITION = r"(?:sur|à|aux?|contre|vers|avec|sans|entre|par|pour|jusqu['’]|depuis|dès|d['’]ici)"
#: What goes on with a sentence that has its verb, and with one whose verb waits for what it says.
GOVERNED = re.compile(rf"{_PREPOSITION}(?=[\s\u00a0]|(?<=['’]))")
INCOMPLETE = re.compile(
    rf"(?!ce[\s\u00a0]qu)(?:(?:{_PREPOSITION}|de|du|dans|avant|après|que)[\s\u00a0]|d['’]|qu['’]|{DETERMINER.pattern})"
)
#: Behind the name of a source, what says who that is, or another clause.
ANOTHER = re.compile(r"(?:qui|dont|où|lequel|laquelle|et|mais|ce qui|alors que|tandis que|\w+ant que)\b")
#: Where or how it was said: `, à la presse`, `, dans un communiqué`.
SPOKEN = re.compile(rf"(?:{PLACES_OF_SPEECH}|{AUDIENCE}|{TIMES}|{ADVERBIALS})(?=[\s\u00a0,;:.]|$)", re.I)
#: The verb that an opening ends with: `Il y défendra,`, `L'entretien a porté,`.
VERB_AT_END = re.compile(
    r"(?:\b(?P<helper>a|ont|avait|avaient|est|sont)[\s\u00a0](?:\w+[\s\u00a0]){0,2}?)?\b(?P<word>[a-zà-ÿœ]+)[\s\u00a0]*$"
)
#: The share of a reported clause from which the clause within it is the whole point.
CORE = 0.6


class Reported:
    def __init__(self, text: str, references: References, cues: Sequence[Cue], complements: Complements) -> None:
        self.text = text
        self.sentences = references.sentences
        self.cues = cues
        self.complements = complements
        self.quoted_words = QuotedWords(text, complements)

    def find(self, quotes: Sequence[Quoted]) -> Iterator[tuple[Span, Cue]]:
        """The reported words of each cue, where its quotations do not say enough."""
        told = list(self._told(quotes))
        for span, cue in told:
            if not (self._swallowed(span, cue, told) or self._passes_on(span, cue, told)):
                yield span, cue

    def _told(self, quotes: Sequence[Quoted]) -> Iterator[tuple[Span, Cue]]:
        used = {quote.cue.span for quote in quotes}
        taken: list[Span] = []
        for cue in sorted(self.cues, key=self._outer):
            for span in self._spans(cue, used):
                if len(self.text[span.start : span.end].split()) < 2 and not cue.takes & {"state", "judge"}:
                    continue
                mine = any(span.overlaps(other) and not other.within(span) for other in taken)
                if mine or self.quoted_words.tell(span, cue, quotes) or not self._credible(span, cue):
                    continue
                if not self._outer(cue) and any(span.overlaps(other) for other in taken):
                    continue
                taken.append(span)
                yield span, cue

    def _outer(self, cue: Cue) -> bool:
        """Whether the whole clause beside it is what is said: `selon X`, `a dit X`."""
        return cue.verb is None or cue.inverted

    def _swallowed(self, span: Span, cue: Cue, told: Sequence[tuple[Span, Cue]]) -> bool:
        """`Selon X, Y a demandé de l'aide`: a part of what X says, unless it is a clause of its own."""
        clause = self.quoted_words.is_clause(span, cue) or TASKED.match(self.text[span.start : span.end]) is not None
        return not clause and any(
            other != span
            and cue.span.start >= other.start
            and cue.span.end <= other.end
            and self._outer(by)
            and not self._passes_on(other, by, told)
            for other, by in told
        )

    def _passes_on(self, span: Span, cue: Cue, told: Sequence[tuple[Span, Cue]]) -> bool:
        """`Selon la presse, Y a dit …`: Y says it."""
        if not self._outer(cue) or (cue.speaker.references and not PRESS.search(self._source_words(cue))):
            return False
        return any(other != span and by.span.start >= span.start and by.span.end <= span.end for other, by in told)

    def _source_words(self, cue: Cue) -> str:
        return self.text[cue.span.start : cue.end]

    def _credible(self, span: Span, cue: Cue) -> bool:
        """What somebody without a name condemns or demands is no statement yet: `des manifestants réclament`."""
        if self.complements.is_clause(span) or cue.verb is None or cue.inverted:
            return True
        if cue.verb.lemma in SAYING and INFINITIVE.match(self.text, span.start, span.end):
            return True
        named = bool(cue.speaker.references) or cue.speaker.definite
        return named and not self._heads(span)

    def _heads(self, span: Span) -> bool:
        """`Lind promet la fermeté au port` over an article: the text below tells who says what."""
        headline = self.text.find("\n") if self.text[:1].strip() else -1
        return (
            span.end <= headline and self.text[:headline].rstrip()[-1:].isalnum() and bool(self.text[headline:].strip())
        )

    def _spans(self, cue: Cue, used: set[Span]) -> Iterator[Span]:
        if cue.verb is None:
            found = self._sourced(cue)
        elif cue.inverted:
            found = (self._around(cue) or self._before(cue)) if "clause" in cue.takes else None
            if cue.clitic and cue.span not in used and (after := self._after(cue)):
                yield after
        else:
            found = self.complements.of(cue) or self._behind_colon(cue) or self._sentence_before(cue)
        if found is not None and not self._passed_on(cue, found):
            yield found

    def _passed_on(self, cue: Cue, span: Span) -> bool:
        """`X a déclaré que Y avait déclaré que …`: what Y said is the whole point."""
        if cue.verb is None or cue.inverted:
            return False
        for other in self.cues:
            if span.start < other.span.start < span.end and other.verb and other.speaker.references:
                inner = self.complements.of(other)
                if (
                    inner
                    and inner.within(span)
                    and self.complements.is_clause(inner)
                    and inner.end - inner.start > CORE * (span.end - span.start)
                ):
                    return True
        return False

    def _before(self, cue: Cue) -> Span | None:
        """`La réunion a duré une heure, a indiqué X`: the last whole clause before the verb."""
        start = self.sentences.at(cue.span.start).start
        for match in LAST_CLAUSE.finditer(self.text, start, cue.span.start - 12):
            short = match["joined"] and self.quoted_words.words(Span(match.end(), cue.span.start)) < SHORT
            if not self.sentences.quoted(match.start()) and not short and self._complete(start, match):
                start = match.end()
        return self._led(start, cue.span.start)

    def _complete(self, start: int, joint: re.Match[str]) -> bool:
        """Whether a clause ends there, not the first of two subjects: `Anna Lind, venue hier, et Karl Moe ont dit`."""
        words = self.text[start : joint.start()]
        if joint["joined"] is None or FINITE.search(words) or holds_verb(words):
            return True
        return MANY_ACT.search(self.text, joint.end(), self.sentences.at(start).end) is None

    def _around(self, cue: Cue) -> Span | None:
        """`Lundi, note X, la mer est restée calme`: a verb set into the sentence, before what is said is complete."""
        sentence = self.sentences.at(cue.span.start)
        opening = self.text[sentence.start : cue.span.start].rstrip()
        comma = GOES_ON.match(self.text, cue.end, sentence.end)
        if comma is None or not opening.endswith(","):
            return None
        if FINITE.search(opening) or len(opening.split()) > 7:
            return self._broken(cue, comma.end(), sentence.end)
        return self._led(sentence.start, sentence.end)

    def _broken(self, cue: Cue, behind: int, end: int) -> Span | None:
        """`Le port rouvrira, assure X, avant l'été`, `a porté, selon X, sur la pêche`: what is said goes on."""
        before = self._before(cue)
        opening = self.text[before.start : before.end] if before else ""
        verb = VERB_AT_END.search(opening)
        incomplete = verb is not None and is_verb(verb["word"], helped=verb["helper"] is not None)
        goes_on = INCOMPLETE if incomplete else GOVERNED if cue.verb is None else None
        if before is None or goes_on is None or not goes_on.match(self.text, behind, end):
            return None
        if SPOKEN.match(self.text, behind, end) or not (incomplete or holds_verb(opening) or FINITE.search(opening)):
            return None
        return self._led(before.start, self._stop(behind, end))

    def _behind_colon(self, cue: Cue) -> Span | None:
        """`Le ministre prévient : la trêve est fragile`."""
        limit = self.sentences.at(cue.span.start).end
        colon = re.compile(r"[^,;:.«»“”\"]{0,60}?[\s\u00a0\u202f]*:[\s\u00a0]+(?=[^\s«“\"])").match(
            self.text, cue.end, limit
        )
        if colon is None or ("clause" not in cue.takes and "quote" not in cue.takes):
            return None
        return trim(self.text, colon.end(), limit)

    def _sentence_before(self, cue: Cue) -> Span | None:
        """`Le port va rouvrir. X l'a annoncé mardi.`: the sentence before, where nobody else says it."""
        index = self.sentences.index(cue.span.start)
        if "clause" not in cue.takes or not index or not IT.match(self.text, cue.span.start):
            return None
        before, here = self.sentences.spans[index - 1], self.sentences.spans[index]
        told = any(before.start <= other.span.start < before.end for other in self.cues)
        parted = "\n" in self.text[before.end : here.start] or re.match(r"[^.]*[«“\":]", self.text[cue.end : here.end])
        if told or parted or self.sentences.quoted(before.start):
            return None
        return self._led(before.start, before.end)

    def _after(self, cue: Cue) -> Span | None:
        """`Le risque est réel, dit-il, et nous agissons`: what goes on behind the verb."""
        limit = self.sentences.at(cue.span.start).end
        match = re.compile(r"[^,;.]{0,40},\s+(?=(?:et|mais|car)\s)").match(self.text, cue.end, limit)
        return self._led(match.end(), limit) if match else None

    def _sourced(self, cue: Cue) -> Span | None:
        """`Selon X, …` takes what follows, `…, selon X` what goes before."""
        sentence = self.sentences.at(cue.span.start)
        opening = self.text[sentence.start : cue.span.start].strip(" -–—\u00a0")
        if not opening or re.search(r"(?:\bet|\bmais|[,;:])$", opening):
            comma = re.compile(r",\s").match(self.text, cue.end, sentence.end)
            if comma and opening.endswith(",") and (broken := self._broken(cue, comma.end(), sentence.end)):
                return broken
            if comma and opening.endswith(",") and ANOTHER.match(self.text, comma.end()):
                comma = None
            if comma and not (opening and self._apposed(comma.end(), sentence.end)):
                start = self._past_apposition(comma.end(), sentence.end)
                return self._led(start, self._stop(start, sentence.end))
            if not opening:
                return None
        before = self._before(cue)
        # `Celle-ci constitue selon X une première` is no clause yet.
        return before if before is not None and self.quoted_words.words(before) > 3 else None

    def _apposed(self, start: int, end: int) -> bool:
        """`…, selon X, directeur du port.`: what follows says who X is, and nothing else."""
        rest = self.text[start:end]
        return self._says_who(start) and "," not in rest and not FINITE.search(rest)

    def _past_apposition(self, start: int, end: int) -> int:
        """`Selon X, directeur du port, la mer dort`: behind the second comma."""
        comma = self.text.find(", ", start, end)
        if comma < 0 or self._names_somebody(comma + 2):
            return start
        return comma + 2 if self._says_who(start) and not FINITE.search(self.text[start:comma]) else start

    def _names_somebody(self, start: int) -> bool:
        """`Selon la police, le chef du port, X, partira`: the office is that of who is named behind it."""
        return any(one.span.start == start and one.label == "PER" for one in self.complements.references.draft.mentions)

    def _says_who(self, start: int) -> bool:
        """Whether an office, a name or a calling without an article stands there."""
        article = re.compile(r"(?:l[ae][\s\u00a0]|l['’])?").match(self.text, start)
        begin = article.end() if article else start
        mentions = self.complements.references.draft.mentions
        office = any(one.span.start == begin and one.label == "ROLE" for one in mentions)
        name = any(one.span.start == start and one.label == "PER" for one in mentions)
        return office or name or CALLING.match(self.text, start) is not None

    def _stop(self, start: int, limit: int) -> int:
        found = re.compile(r";\s").search(self.text, start, limit)
        return self.complements.without_aside(start, found.start() if found else limit)

    def _led(self, start: int, end: int) -> Span | None:
        lead = LEAD.match(self.text, start, end)
        return trim(self.text, lead.end() if lead else start, end)


def is_verb(word: str, *, helped: bool) -> bool:
    """Whether a word is a finite verb, or a participle where it is `helped` by an auxiliary."""
    if helped:
        return re.fullmatch(r"\w+(?:é|i|u|is|it|ert)e?s?", word) is not None
    if ENDING.fullmatch(word):
        return True
    return word not in OFTEN_NOUNS and any(form.finite for form in finite_forms().get(word, ()))
