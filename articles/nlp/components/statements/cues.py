"""Where somebody is said to say something, and who."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from articles.nlp.components.statements.actors import NOBODY, Speaker
from articles.nlp.components.statements.groups import Group, GroupFinder
from articles.nlp.components.statements.nameless import NOUN_PHRASE
from articles.nlp.components.statements.patterns import (
    BLANK,
    CLOSERS,
    FOR_SOURCE,
    NO_SOURCE,
    SOURCE,
    SOURCE_PRONOUN,
)
from articles.nlp.components.statements.speakers import SHARED, TONIC, SpeakerFinder
from articles.nlp.components.statements.unnamed import DOCUMENT, PHRASE
from articles.nlp.components.statements.vocabulary import Verb
from articles.nlp.reference import Reference, References
from articles.nlp.types import Span
from articles.nlp.verbs import auxiliaries

#: How far behind `pour` the comma may stand that closes what it governs.
FOR_REACH = 90
#: What may stand before a name behind a comma.
CIVIL = frozenset({"", "M.", "Mme"})
#: `Pour lui, la trêve est morte`.
FOR_PRONOUN = re.compile(rf"(lui|elle|eux){BLANK}*(?=,)")
#: What may follow a name before its comma: `(FIDH)`, `du syndicat des marins`.
ATTRIBUTES = re.compile(rf"{BLANK}*(?:\([^()]*\){BLANK}*)?(?:(?:d(?:e|u|es)\b|d['’])[^,;:.]{{2,60}})?")
#: Behind a name in apposition: `selon son conseiller, Karl Moe, …`.
CLOSED = re.compile(rf"{BLANK}*(?:[,.;)]|$)")
#: What a source is called for short, before the comma: `(OMS)`.
ACRONYM = re.compile(rf"{BLANK}*\([A-ZÀ-Ý][\w./ -]{{1,30}}\)(?={BLANK}*,)")
QUOTED = re.compile(r"[«“\"]")
#: `selon qui`, `pour lequel`: whoever was named right before.
OF_WHOM = re.compile(rf"{BLANK}+(?:qui|lequel|laquelle|lesquels|lesquelles)\b", re.I)


@dataclass(frozen=True, slots=True)
class Cue:
    """`verb` is None for `selon`; `inverted` when the subject stands behind, so that what is said stands before.

    `end` is where words that are said may begin; `follows` when the verb shares its subject with the one before.
    """

    span: Span
    speaker: Speaker
    verb: Verb | None = None
    inverted: bool = False
    clitic: bool = False
    end: int = 0
    follows: bool = False
    takes: frozenset[str] = field(default=frozenset())


class CueFinder:
    def __init__(self, doc: Doc, references: References) -> None:
        self.doc = doc
        self.text = references.text
        self.references = references
        self.sentences = references.sentences
        self.speakers = SpeakerFinder(references)

    def find(self) -> list[Cue]:
        verbs = list(self._verbs())
        return sorted([*verbs, *self._sources()], key=lambda cue: cue.span)

    # -- verbs --

    def _verbs(self) -> Iterator[Cue]:
        earlier: Cue | None = None
        for group in GroupFinder(self.doc, self.references).find():
            if earlier is not None and earlier.span.start < self.sentences.at(group.span.start).start:
                earlier = None
            cue = self._cue(group, earlier)
            if cue.speaker.said and not (earlier and self._embedded(group, earlier)):
                if cue.takes and not (earlier and self._keeps(earlier, cue)):
                    earlier = cue
                yield cue

    def _embedded(self, group: Group, earlier: Cue) -> bool:
        """`a dit que X tenait … et soutenait`: in the imperfect like the clause it is in, not like `a dit`."""
        between = self.text[earlier.span.end : group.span.start]
        past = earlier.verb is not None and re.search(
            r"\b(?:a|ont)\b", self.text[earlier.span.start : earlier.span.end]
        )
        return bool(past) and group.form.tense == "imperfect" and re.search(r"\bqu[e'’].+\bet\s+$", between) is not None

    def _keeps(self, earlier: Cue, cue: Cue) -> bool:
        """Whether the subject of the verb before goes on behind this one: `X a dit que Y relevait … et a demandé`."""
        between = self.text[earlier.end : cue.span.start]
        return cue.inverted or not cue.speaker.references or re.search(r"\bqu[e'’]", between) is not None

    def _cue(self, group: Group, earlier: Cue | None) -> Cue:
        follows = group.gerund or group.shares or SHARED.search(self.text[: group.span.start][-6:]) is not None
        fronted = group.gerund and re.fullmatch(r"\W*(?:tout\s)?(?:en\s)?", self._opening(group), re.I) is not None
        takes = frozenset[str]() if fronted else group.verb.takes
        base = Cue(group.span, NOBODY, group.verb, end=group.end, follows=follows, takes=takes)
        if group.clitic:
            begin = self._behind_clause(group)
            speaker = self.speakers.pronoun(group.clitic, begin, group.end, clause=begin < group.span.start)
            return replace(base, speaker=speaker, inverted=True, clitic=True, end=max(group.end, speaker.end))
        if not group.gerund and not group.pronoun and self._may_invert(group):
            behind = self.speakers.behind(group.end)
            if behind is not None:
                return replace(base, speaker=behind, inverted=True, end=max(group.end, behind.end))
        subject = earlier.speaker if earlier is not None else None
        found = self.speakers.before(group, subject)
        return replace(base, speaker=found, end=max(group.end, found.end))

    def _behind_clause(self, group: Group) -> int:
        """Where the clause begins that `a-t-il dit` stands behind, else the verb itself."""
        start = self.sentences.at(group.span.start).start
        before = self.text[start : group.span.start].rstrip()
        if not before.endswith(",") or ":" in before:
            return group.span.start
        quoted = QUOTED.search(before)
        return start if quoted is None or self._predicate(start, start + quoted.start()) else group.span.start

    def _predicate(self, start: int, quote: int) -> bool:
        """`La Norvège « ne cédera pas », a-t-il dit`: the state or body is the subject of what is quoted."""
        free = self.speakers.free(Span(start, quote))
        return bool(free) and not any(self.references.kind(one) == "person" for one in free)

    def _opening(self, group: Group) -> str:
        return self.text[self.sentences.at(group.span.start).start : group.span.start]

    def _may_invert(self, group: Group) -> bool:
        """Whether a quotation or a whole clause stands right before the verb, and no subject."""
        sentence = self.sentences.at(group.span.start)
        before = self.text[sentence.start : group.span.start].rstrip()
        if not before:
            return False
        if before[-1] in CLOSERS and before[-1] not in "'’":
            return True
        return (
            before[-1] in ",–—" and not TONIC.search(before) and not self._subject_at(sentence.start, group.span.start)
        )

    def _subject_at(self, start: int, end: int) -> bool:
        """Whether some part between commas is an actor and nothing else: `Le ministre, arrivé lundi, a dit`."""
        return self.speakers.parted(self.speakers.free(Span(start, end)), end) is not None

    # -- sources --

    def _sources(self) -> Iterator[Cue]:
        for match in SOURCE.finditer(self.text):
            if self.sentences.quoted(match.start()) or NO_SOURCE.match(self.text, match.end()):
                continue
            if not self._splits_group(match.start()):
                yield from self._source(Span(match.start(), match.end()))
        for match in FOR_SOURCE.finditer(self.text):
            if self.sentences.quoted(match.start()):
                continue
            if self.text.startswith("qui ", match.end()):
                yield from self._source(Span(match.start(), match.end() - 1))
            else:
                yield from self._for(match)

    def _splits_group(self, position: int) -> bool:
        """`a, selon ses services, plaidé`: the verb reports it."""
        before = re.search(rf"(\w+){BLANK}*,{BLANK}*$", self.text[max(0, position - 20) : position])
        return before is not None and before[1].lower() in auxiliaries()

    def _source(self, span: Span) -> Iterator[Cue]:
        sentence = self.sentences.at(span.start)
        if relative := OF_WHOM.match(self.text, span.end):
            named = self.speakers.antecedent(sentence.start, span.start)
            yield Cue(span, named or Speaker(), end=relative.end())
            return
        pronoun = SOURCE_PRONOUN.match(self.text, span.end)
        if pronoun and re.search(rf"\bque{BLANK}*$", self.text[: span.start][-6:]):
            return
        if pronoun:
            speaker = self.speakers.pronoun("elle" if pronoun[1] == "elle" else "il", span.start, pronoun.end())
            yield Cue(span, speaker, end=pronoun.end())
            return
        end = self._past_acronym(self._source_end(span.end, sentence.end))
        found = [one for one in self.speakers.within(Span(span.end, end)) if self.speakers.speaks(one)]
        people = [one for one in found if self.references.kind(one) == "person"]
        by_name = [one for one in people if one.mention is not None]
        first = (by_name or people or found)[:1] or self._of_state(span, end)
        if first or self._somebody(span, end):
            yield Cue(span, Speaker(tuple(first)), end=end)

    def _of_state(self, span: Span, end: int) -> list[Reference]:
        """`selon un responsable israélien`."""
        phrase = PHRASE.match(self.text, span.end, end) or PHRASE.match(self.text, span.end - 1, end)
        state = self.speakers.of_nation(phrase, end) if phrase else None
        return [] if state is None else [state]

    def _somebody(self, span: Span, end: int) -> bool:
        """`selon un diplomate`, `de source turque`: people without a name, no document."""
        phrase = PHRASE.search(self.text, span.end, end)
        people = phrase is not None and phrase.start() < span.end + 12 and not DOCUMENT.fullmatch(phrase["noun"])
        plain = re.match(r"\s*", self.text[span.end : end])
        other = NOUN_PHRASE.match(self.text, span.end + len(plain[0] if plain else ""), end)
        unread = other is not None and not DOCUMENT.fullmatch(other["noun"]) and phrase is None
        return people or unread or "source" in self.text[span.start : span.end]

    def _past_acronym(self, end: int) -> int:
        """`selon l'Organisation mondiale de la santé (OMS), …`."""
        acronym = ACRONYM.match(self.text, end)
        return acronym.end() if acronym else end

    def _source_end(self, position: int, limit: int) -> int:
        stop = re.compile(r"[,;:»”](?!\w)|(?<!\bM)(?<!\bMM)(?<!\bMgr)(?<!\b[A-Z])\.(?!\w)|\s[«“\"(]").search(
            self.text, position, limit
        )
        end = stop.start() if stop else limit
        office = any(one.label == "ROLE" and position <= one.span.start < end for one in self.references.draft.mentions)
        described = NOUN_PHRASE.match(self.text, position + 1, end) is not None
        for mention in self.references.draft.mentions if office or described else ():
            if mention.label == "PER" and end <= mention.span.start < end + 8:
                between = self.text[end : mention.span.start]
                if re.fullmatch(r",?[\s\u00a0]*(?:MM?\.|Mme)?[\s\u00a0]*", between) and (
                    office or CLOSED.match(self.text, mention.span.end)
                ):
                    return min(mention.span.end, limit)
        return end

    def _for(self, match: re.Match[str]) -> Iterator[Cue]:
        """`Pour Anna Lind, « … »`: a person or body between `pour` and a comma."""
        if pronoun := FOR_PRONOUN.match(self.text, match.end()):
            word = "elle" if pronoun[1] == "elle" else "ils" if pronoun[1] == "eux" else "il"
            yield Cue(
                Span(match.start(), match.end()),
                self.speakers.pronoun(word, match.start(), match.end()),
                end=pronoun.end(),
            )
            return
        comma = self._comma_behind(match.end())
        here = self.speakers.within(Span(match.end(), comma)) if comma > 0 else []
        fit = [one for one in here if self.references.kind(one) in {"person", "organisation"}]
        if (
            not fit
            or self.references.phrase_start(fit[0]) - match.end() > 30
            or not ATTRIBUTES.fullmatch(self.text, fit[0].span.end, comma)
        ):
            return
        behind = self.text[comma + 1 : comma + 4].strip()
        if match[0][0] == "P" or behind[:1] in {"«", "“", '"'}:
            yield Cue(Span(match.start(), match.end()), Speaker((fit[0],)), end=comma)

    def _comma_behind(self, start: int) -> int:
        """The comma that closes what begins there; `Pour la ministre de la Pêche, Anna Lind,` has one inside."""
        comma = self.text.find(",", start, start + FOR_REACH)
        named = [one for one in self.speakers.within(Span(start, start + 2 * FOR_REACH)) if one.role is not None]
        if comma < 0 or not named or not start <= self.references.phrase_start(named[0]) < comma < named[0].span.start:
            return comma
        behind = named[0].span.end
        inside = self.text[comma : named[0].span.start].strip(", \u00a0") in CIVIL and self.text.startswith(",", behind)
        return behind if inside else comma
