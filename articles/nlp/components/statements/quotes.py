"""Quotations between marks, each with the words that say who says it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.nlp.components.statements.actors import Speaker
from articles.nlp.components.statements.cues import Cue
from articles.nlp.components.statements.embedding import is_embedded
from articles.nlp.components.statements.patterns import BEHIND_QUOTE, BETWEEN_QUOTES, BLANK, CLOSERS, NAMING, OPENERS
from articles.nlp.components.statements.speakers import SpeakerFinder
from articles.nlp.components.statements.vocabulary import reporting_forms
from articles.nlp.types import Span

COLON_SPEAKER = re.compile(r"[\s\u00a0\u202f]*[»”\"]?[\s\u00a0\u202f]*[:,][\s\u00a0\u202f]+")
INSIDE = re.compile(
    r",[\s\u00a0](?P<group>(?:(?:l['’])?(?:a|ont|avait|avaient)(?:-t-(?P<after_helper>ils?|elles?|on))?[\s\u00a0])?"
    r"(?:[a-zé]+ment[\s\u00a0])?(?P<verb>\w+)(?:-(?:t-)?(?P<after_verb>ils?|elles?|on))?)(?=[\s\u00a0,.])"
)
#: Words that end like a verb and stand behind a quotation as often.
_NO_VERB = (
    r"(?:contre|entre|comme|notre|votre|suite|outre|une|cette|elle|alors|notamment|pendant|avant|devant|durant|dans|de|le|"
    r"même|autre|grande?|petite?|quand|fait|tout(?:e|es)?|ce|que|dite?|puisque|lorsque|presque|encore|ensuite|contraire\w*|"
    r"moindre|malgré|selon|telle|\w+ment|\w+ique|\w+ible|\w+able|\w+aire|\w+ienne|\w+aise|\w+euse|\w+ive)\b"
)
#: Behind a quotation any verb that has its subject behind it says it: `« … », souffle-t-elle`, `« … », a soufflé X`.
BEHIND = re.compile(
    rf"{BLANK}*[{CLOSERS}]?{BLANK}*,?{BLANK}+(?P<group>(?:(?:s['’]|l['’]|se{BLANK}|lui{BLANK}|leur{BLANK})?"
    rf"(?:a|ont|avait|avaient|aurait|est|était)(?:-t-(?P<after_helper>ils?|elles?|on))?{BLANK}(?:[\wéèêàç’-]+{BLANK}){{0,3}}?"
    rf"[a-zéèêàâîôûçï]+(?:é|i|u|is|it|ert)e?s?|[a-zéèêàâîôûçï]+-(?:t-)?(?P<after_verb>ils?|elles?|on)|"
    rf"(?P<present>(?:s['’]|se{BLANK})[a-zéèêàâîôûçï]+(?:e|ent|it|ait|aient)|"
    rf"(?!{_NO_VERB})[a-zéèêàâîôûçï]{{2,}}(?:e|ent|it|ait|nd))))"
    rf"(?=[\s\u00a0,.;:]|$)(?:,{BLANK}\w+,(?={BLANK}))?"
)
SUBJECT_OPENS = re.compile(
    rf"{BLANK}*(?:MM?\.|Mme|l[ae]s?{BLANK}|l['’]|une?{BLANK}|des{BLANK}|son{BLANK}|sa{BLANK}|[A-ZÀ-Ý])"
)
STRAY = re.compile(r"\ben \w+ant\b|,\s(?:qui|dont|où)\b")
#: Behind another verb of the sentence: `…, a dit X, invoquant un « cas de force »`.
GERUND = re.compile(
    r",[\s\u00a0](?:tout[\s\u00a0]en[\s\u00a0]|en[\s\u00a0])?(?:se[\s\u00a0]|s['’])?(?P<verb>(?!pendant|durant|avant|devant|maintenant|"
    r"cependant|pourtant|autant|instant|auparavant|suivant)[a-zéèêàâîôûçï]{3,}ant)\b(?=[^.;:,«»“”\"]{0,90}$)"
)
#: A name that nobody knows before a colon: `Lind : « … »`.
HEADED = re.compile(r"^\W*[A-ZÉÈ][\w’'-]+(?:[\s\u00a0](?:de[\s\u00a0])?[A-ZÉÈ][\w’'-]+){0,3}[\s\u00a0\u202f]*:$")
#: The line below a quotation that names who said it: `— Anna Lind, directrice du port`.
SIGNED = re.compile(r"[\s\u00a0\u202f]*[»”\"]?[\s\u00a0]*(?:\n\s*[—–-]{1,2}|[—–])[\s\u00a0]*(?=[A-ZÀ-Ý])")
#: `Karl Moe, dit « Le Grand »`.
NICKNAME = re.compile(rf",{BLANK}dite?{BLANK}*[«“\"‘„]?{BLANK}*$")
#: Between two quotations that stand beside each other.
LIST = re.compile(r"[\s\u00a0\u202f]*[»”\"][\s\u00a0\u202f]*(?:,|et|puis)?[\s\u00a0\u202f]*[«“\"][\s\u00a0\u202f]*")
#: A word or two that are no marks: `» qu'il «`.
JOINT = re.compile(
    r"[\s\u00a0\u202f]*[»”\"][\s\u00a0\u202f]*(?:qu['’]\w+|que?|de|à|pour|d['’])(?:\s\w+)?[\s\u00a0\u202f]*[«“\"][\s\u00a0\u202f]*"
)
#: So many words are no name, though all in capitals.
LONG_NAME = 6
#: No more words stand between a verb and the quotation that is its own beyond doubt.
MANY = 6


@dataclass(frozen=True, slots=True)
class Quoted:
    span: Span
    cue: Cue


class QuoteFinder:
    def __init__(self, speakers: SpeakerFinder, cues: Sequence[Cue]) -> None:
        self.speakers = speakers
        self.references = references = speakers.references
        self.text = references.text
        self.sentences = references.sentences
        self.cues = cues
        self._starts = [cue.span.start for cue in cues]

    def find(self) -> list[Quoted]:
        found: list[Quoted] = []
        for quote in self.sentences.quotes:
            if self._names(quote):
                continue
            cue = self._cue(quote) or self._continued(quote, found)
            if cue is not None and found and found[-1].cue is cue and self._strays(found[-1].span.end, quote.start):
                continue
            if cue is not None:
                found.extend([*self._led_by(quote, cue, found), Quoted(quote, cue)])
        return self._without_words(self._merged([*self._headline(found), *found]))

    def _led_by(self, quote: Span, cue: Cue, found: Sequence[Quoted]) -> Iterator[Quoted]:
        """`« La mer dort », « le port aussi », a dit X`: the quotation right before says the same person."""
        before = [one for one in self.sentences.quotes if one.end < quote.start][-1:]
        if not cue.inverted or not before or any(one.span == before[0] for one in found):
            return
        between = self.text[before[0].end : quote.start]
        if LIST.fullmatch(between) and self._size(before[0]) > 3:
            yield Quoted(before[0], cue)

    def _headline(self, found: Sequence[Quoted]) -> Iterator[Quoted]:
        """A title that is all quotation, over the words of one person: an interview."""
        first = next(iter(self.sentences.quotes), None)
        speakers = {one.cue.speaker.references[:1] for one in found}
        entities = {references[0].entity if references else -1 for references in speakers}
        if first is None or self.text[: first.start].strip(OPENERS + " \u00a0\u202f\n") or not self._alone(first):
            return
        if len(entities) == 1 and -1 not in entities and all(one.span != first for one in found):
            yield Quoted(first, Cue(Span(first.start, first.start), found[0].cue.speaker))

    def _strays(self, start: int, end: int) -> bool:
        """Whether another quotation of the same verb stands in a clause of its own: `en signant la « charte »`."""
        return STRAY.search(self.text, start, end) is not None

    def _merged(self, found: list[Quoted]) -> list[Quoted]:
        """`« Nous agirons » pour qu'il « parte », a-t-il dit`: quotations with a word or two between are one."""
        together: list[Quoted] = []
        for one in found:
            last = together[-1] if together else None
            between = self.text[last.span.end : one.span.start] if last else ""
            if last and last.cue.span == one.cue.span and JOINT.fullmatch(between):
                together[-1] = Quoted(Span(last.span.start, one.span.end), one.cue)
            else:
                together.append(one)
        return together

    def _names(self, quote: Span) -> bool:
        """Whether the quotation is a nickname, a title or a heading."""
        if self.text[quote.start : quote.end].isupper() and self._size(quote) < LONG_NAME:
            return True
        if NICKNAME.search(self.text[max(0, quote.start - 12) : quote.start]) and self.text[quote.start].isupper():
            return self._size(quote) <= 3
        naming = NAMING.search(self.text[max(0, quote.start - 30) : quote.start])
        index = bisect_left(self._starts, quote.start) - 1
        return naming is not None and not (index >= 0 and quote.start - self.cues[index].end < 4)

    def _cue(self, quote: Span) -> Cue | None:
        ways = (
            self._inside,
            self._right_behind,
            self._by_any_verb,
            self._before,
            self._by_gerund,
            self._behind,
            self._by_colon,
        )
        return next((cue for way in ways if (cue := way(quote)) is not None), None)

    def _inside(self, quote: Span) -> Cue | None:
        """`« Nous partons, a-t-elle dit. Rien ne nous retient. »`: the verb within the marks."""
        for match in INSIDE.finditer(self.text, quote.start, quote.end):
            if match["verb"].lower() not in reporting_forms():
                continue
            span = Span(match.start("group"), match.end())
            pronoun = match["after_helper"] or match["after_verb"]
            if pronoun:
                return Cue(span, self.speakers.pronoun(pronoun, quote.start, quote.start), inverted=True, end=quote.end)
            speaker = self.speakers.behind(match.end())
            if speaker is not None and speaker.references:
                return Cue(span, speaker, inverted=True, end=quote.end)
        return None

    def _right_behind(self, quote: Span) -> Cue | None:
        index = bisect_left(self._starts, quote.end)
        if index == len(self.cues):
            return None
        cue = self.cues[index]
        marks = BEHIND_QUOTE.fullmatch(self.text, quote.end, cue.span.start)
        near = cue.inverted or (cue.verb is None and cue.span.start < self.sentences.at(quote.end - 1).end)
        return (self._said_before(cue, quote) or cue) if marks and near else None

    def _said_before(self, source: Cue, quote: Span) -> Cue | None:
        """`X a parlé d'un « bon accord », selon Y`: X said so, Y passes it on."""
        cue = self._before(quote) if source.verb is None else None
        if cue is None or cue.verb is None or cue.inverted or not cue.speaker.references:
            return None
        between = self.text[cue.end : quote.start]
        return cue if len(between.split()) <= MANY and not re.search(r"[,;:]", between) else None

    def _by_any_verb(self, quote: Span) -> Cue | None:
        """`« On reste », a soufflé X`: no verb of the list, but nothing else stands so behind a quotation."""
        match = BEHIND.match(self.text, quote.end, self.sentences.at(quote.end).end)
        if match is None:
            return None
        span = Span(match.start("group"), match.end("group"))
        pronoun = match["after_helper"] or match["after_verb"]
        if pronoun:
            return Cue(span, self.speakers.pronoun(pronoun, quote.start, span.end), inverted=True, end=span.end)
        if match["present"] and (self._runs_on(quote, match) or not SUBJECT_OPENS.match(self.text, match.end())):
            return None
        speaker = self.speakers.behind(match.end())
        return Cue(span, speaker, inverted=True, end=max(span.end, speaker.end)) if speaker else None

    def _runs_on(self, quote: Span, verb: re.Match[str]) -> bool:
        """`que le « vieux port » rouvre`: words of a clause, with its verb behind them."""
        before = self.text[self.sentences.at(quote.start).start : quote.start].rstrip(OPENERS + " \u00a0\u202f")
        return "," not in self.text[quote.end : verb.start("group")] and before[-1:].isalpha()

    def _before(self, quote: Span) -> Cue | None:
        """The nearest verb or source before it in its sentence."""
        start = self.sentences.at(quote.start).start
        index = bisect_left(self._starts, quote.start) - 1
        first = bisect_left(self._starts, start)
        for place in range(index, first - 1, -1):
            cue = self.cues[place]
            if self._governs(cue, quote) and not is_embedded(self.text, cue, quote, self.cues[first:place]):
                return cue
        return None

    def _by_gerund(self, quote: Span) -> Cue | None:
        start = self.sentences.at(quote.start).start
        opening = self.text[start : quote.start].rstrip(OPENERS + " \u00a0\u202f")
        match = GERUND.search(opening)
        index = bisect_left(self._starts, start + match.start()) - 1 if match else -1
        if match is None or index < 0 or self.cues[index].span.start < start or not self.cues[index].speaker.references:
            return None
        return Cue(Span(start + match.start("verb"), start + match.end("verb")), self.cues[index].speaker)

    def _governs(self, cue: Cue, quote: Span) -> bool:
        between = self.text[cue.end : quote.start]
        if (";" in between or re.search(r"[,»”\"]\s+mais\s", between)) and ":" not in between:
            return False
        if cue.inverted:
            return (
                len(between) < 200
                and not GERUND.search(between)
                and re.match(r"[\s\u00a0\u202f]*[,:]", between) is not None
            )
        return cue.end <= quote.start

    def _behind(self, quote: Span) -> Cue | None:
        """`Il n'est « plus d'actualité », selon X`; `Un geste « immense », juge X`."""
        end = self.sentences.at(quote.end - 1).end
        for cue in self.cues[bisect_left(self._starts, quote.end) :]:
            if cue.span.start >= end:
                return None
            if (cue.inverted or cue.verb is None) and ";" not in self.text[quote.end : cue.span.start]:
                return cue
        return None

    def _by_colon(self, quote: Span) -> Cue | None:
        """`X : « … »` and `« … » : X`."""
        opening = self.text[: quote.start].rstrip(" \u00a0\u202f" + OPENERS)
        if opening.endswith(":"):
            start = self.sentences.at(quote.start).start
            named = [one for one in self.references.within(Span(start, len(opening))) if not self._place(one)]
            pronoun = re.match(r"\W*(Il|Elle)\b", self.text[start : quote.start])
            if pronoun and not named:
                named = list(self.speakers.pronoun(pronoun[1].lower(), start, start).references)
            if named:
                people = [
                    one for one in named if self.references.kind(one) == "person" and not self.references.governed(one)
                ]
                return self._silent(quote.start, (people or named)[:1])
            if HEADED.search(self.text[start : len(opening)]):
                return self._silent(quote.start, ())
        if signed := SIGNED.match(self.text, quote.end):
            named = self.references.within(Span(signed.end(), signed.end() + 60), people_only=True)
            if named and self.references.phrase_start(named[0]) == signed.end():
                return self._silent(quote.end, named[:1])
        behind = COLON_SPEAKER.match(self.text, quote.end)
        if behind is not None and ":" in behind[0]:
            end = self.sentences.at(quote.end).end
            named = self.references.within(Span(behind.end(), end))
            if named and self.references.phrase_start(named[0]) - behind.end() < 4:
                return self._silent(quote.end, named[:1])
        return None

    def _place(self, one: object) -> bool:
        return self.references.kind(one) == "place"  # type: ignore[arg-type]

    def _silent(self, position: int, named: Sequence[object]) -> Cue:
        return Cue(Span(position, position), Speaker(tuple(named)))  # type: ignore[arg-type]

    def _continued(self, quote: Span, found: Sequence[Quoted]) -> Cue | None:
        """A sentence that is all quotation goes on with what was quoted before."""
        if not found or found[-1].span.end > quote.start:
            return None
        between = self.text[found[-1].span.end : quote.start]
        if BETWEEN_QUOTES.fullmatch(between):
            return found[-1].cue
        alone = self._alone(quote)
        near = "\n" not in between.strip() or between.count("\n\n") <= 1
        return found[-1].cue if alone and near and found[-1].cue.speaker.references else None

    def _alone(self, quote: Span) -> bool:
        sentence = self.sentences.at(quote.start)
        before = self.text[sentence.start : quote.start].strip()
        behind = self.text[quote.end : max(sentence.end, quote.end)].strip()
        return before in set(OPENERS) | {""} and behind.strip(CLOSERS + " .\u00a0\u202f") == ""

    def _without_words(self, found: list[Quoted]) -> list[Quoted]:
        """Of several quotations that one verb has, those of a single word are only words."""
        longest: dict[Span, int] = {}
        for one in found:
            longest[one.cue.span] = max(longest.get(one.cue.span, 0), self._size(one.span))
        return [one for one in found if self._size(one.span) > 1 or longest[one.cue.span] == 1]

    def _size(self, span: Span) -> int:
        return len(re.findall(r"[\w'’-]+", self.text[span.start : span.end]))
