"""Who says what a reporting verb reports: the subject before it or behind it, through pronouns, offices and nations."""

import re
from dataclasses import dataclass

from articles.nlp.components.statements.groups import Group
from articles.nlp.components.statements.patterns import ADJUNCTS, BLANK
from articles.nlp.components.statements.standins import StandIns
from articles.nlp.components.statements.unnamed import ANAPHORIC, BODY, OF_BODY, PHRASE, PLACE_OF_ON
from articles.nlp.reference import Reference, References
from articles.nlp.types import MentionRecord, Span

#: What ends a subject behind its verb.
BEHIND_END = re.compile(
    r"[;:.?!»”«“\"](?!\s?[A-Z]\.)|,(?![\s\u00a0]*(?:MM?\.[\s\u00a0]|Mme\s)?[A-ZÉ])|"
    r"[\s\u00a0](?:que|qu['’]|lors|avant|après|alors|pour|afin)[\s\u00a0'’]|\(",
)
CLAUSE_START = re.compile(r";\s|:\s|,\s(?:mais|tandis que|alors que|et|car)\s|\s(?:que|qu['’])\s*(?=\S)|\smais\s", re.I)
#: An aside between a subject and its verb.
ADVERBIAL = re.compile(
    r"(?:[\s\u00a0]*(?:\([^()]*\)|,[^,;]*,|[–—-][^–—]*[–—-]|qui|dont|et|lui|elle|eux|aussi|également|\d+ ans|,|y|"
    r"n['’]|ne|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+ment))*[\s\u00a0]*",
)
LEADING = re.compile(r"(?:l[ae]s?|l['’]|une?|son|sa|ses|leurs?|cette?|MM?\.|Mme|[\s\u00a0,])*$", re.I)
#: `a dénoncé par la voix de X`: X says it.
VOICE = re.compile(rf"{BLANK}+par la (?:voix|bouche|plume) d(?:e|u|es)?['’]?{BLANK}*", re.I)
LAST_NAMED = re.compile(rf"\b(?:ce(?:lle|lui|ux)-ci|ce(?:tte)? derni(?:er|ère)){BLANK}*$", re.I)
OF_PAIR = re.compile(r"l[ea] (premi(?:er|ère)|second|seconde|derni(?:er|ère))\b(?!\s+\w*ministre)")
GOVERNING = re.compile(
    r"(?:\b(?:de|à|par|avec|pour|sur|contre|dans|en|chez|vers|entre|sans)[\s\u00a0]*|\bd['’])$", re.I
)
#: What is no single speaker: peoples, `chaque ministre`.
LEFT_OUT = re.compile(r"\b(?:les|des|aux|chaque|aucun)[\s\u00a0]+$", re.I)
FEMININE = frozenset({"elle", "elles"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """`references` are all who say it together; none though it is `said` by somebody without a name."""

    references: tuple[Reference, ...] = ()
    said: bool = True
    end: int = 0


NOBODY = Speaker(said=False)


class SpeakerFinder:
    def __init__(self, references: References) -> None:
        self.references = references
        self.sentences = references.sentences
        self.draft = references.draft
        self.text = references.text
        self._standins = StandIns(references).find()

    def within(self, span: Span) -> list[Reference]:
        found = self.references.within(span)
        more = [one for one in self._standins if one.span.within(span)]
        return sorted([*found, *more], key=lambda one: one.span) if more else found

    # -- before the verb --

    def before(self, group: Group, earlier: Speaker | None) -> Speaker:
        """The subject of a verb that stands behind it; `earlier` is the subject of the verb before in the sentence."""
        start = self._clause_start(group.span.start)
        text = self.text[start : group.span.start]
        if (voice := VOICE.match(self.text, group.end)) and (named := self.within(Span(voice.end(), voice.end() + 60))):
            return Speaker(tuple(named[:1]))
        if group.pronoun:
            return self.pronoun(group.pronoun, group.span.start, group.end)
        free = self._free(Span(start, group.span.start))
        if re.search(rf"\bet{BLANK}*$", text):
            return earlier or self._first(free)
        if group.gerund:
            return earlier or self._first(free)
        if re.search(r"\b(?:je|nous|vous|tu|j['’])\s*$", text, re.I):
            return NOBODY
        if text.rstrip().endswith(","):
            return self._across(free, start, group)
        if free and ADVERBIAL.fullmatch(self.text, free[-1].span.end, group.span.start):
            return Speaker(self._together(free, plural=group.plural))
        if LAST_NAMED.search(text):
            return self._last_named(start)
        return self._phrase(start, group.span.start, free)

    def _last_named(self, position: int) -> Speaker:
        """`celle-ci`, `ce dernier`: the actor named last before the clause."""
        begin = self.sentences.spans[max(0, self.sentences.index(position) - 1)].start
        found = [one for one in self.within(Span(begin, position)) if self.speaks(one)]
        return Speaker((found[-1],)) if found else Speaker()

    def _clause_start(self, position: int) -> int:
        start = self.sentences.at(position).start
        for match in CLAUSE_START.finditer(self.text, start, position):
            if not self.sentences.quoted(match.start()) and self._outside_aside(match.end(), position):
                start = match.end()
        return start

    def _outside_aside(self, start: int, position: int) -> bool:
        """Whether a subject may still follow: the clause is more than the verb."""
        return len(self.text[start:position].split()) > 0

    def _free(self, span: Span) -> list[Reference]:
        return [
            one
            for one in self.within(span)
            if self.speaks(one) and not self.sentences.quoted(one.span.start) and not self.references.governed(one)
        ]

    def speaks(self, one: Reference) -> bool:
        return self.references.kind(one) != "place"

    def _first(self, free: list[Reference]) -> Speaker:
        found = next((one for one in free if self.references.acts(one)), free[0] if free else None)
        return Speaker((found,)) if found else NOBODY

    def _across(self, free: list[Reference], start: int, group: Group) -> Speaker:
        """The subject before an aside between commas: `Le ministre, qui recevait son homologue, a dit`."""
        if free:
            return Speaker((free[0],))
        return self._phrase(start, group.span.start, free)

    def _together(self, free: list[Reference], *, plural: bool) -> tuple[Reference, ...]:
        """The last one, with those it is joined to by `et` when the verb is a plural."""
        found = [free[-1]]
        for one in reversed(free[:-1]):
            between = self.text[one.span.end : self.references.phrase_start(found[0])]
            if not plural or not re.fullmatch(
                r"[\s\u00a0]*(?:,|et|,?\s*ainsi que)[\s\u00a0]*(?:l[ae]s?\s|l['’])?", between
            ):
                break
            found.insert(0, one)
        return tuple(found)

    # -- somebody without a name --

    def _phrase(self, start: int, end: int, free: list[Reference]) -> Speaker:
        """`un responsable du ministère`, `le diplomate`, `la presse`: the last such phrase before the verb."""
        found = [match for match in PHRASE.finditer(self.text, start, end) if self._heads(match)]
        if found:
            return self._described(found[-1], end)
        office = self._mention(end)
        if office is not None and office.label in {"ROLE", "NORP"}:
            return Speaker() if not LEFT_OUT.search(self.text[: office.span.start]) else NOBODY
        return Speaker((free[-1],)) if free and self.references.acts(free[-1]) else NOBODY

    def _heads(self, match: re.Match[str]) -> bool:
        """Whether it is a phrase of its own: in no quotation, no name, behind no preposition."""
        begin = match.start("article")
        if self.sentences.quoted(begin) or GOVERNING.search(self.text[max(0, begin - 12) : begin]):
            return False
        return not any(one.span.start < match.start("noun") < one.span.end for one in self.draft.mentions)

    def _mention(self, end: int) -> MentionRecord | None:
        """The name or office that a verb follows at once."""
        before = [one for one in self.draft.mentions if one.span.end <= end]
        last = before[-1] if before else None
        return last if last and ADVERBIAL.fullmatch(self.text, last.span.end, end) else None

    def _described(self, match: re.Match[str], end: int) -> Speaker:
        behind = [one for one in self.within(Span(match.end(), end)) if self.speaks(one)]
        people = [one for one in behind if self.references.kind(one) == "person" and not self.references.governed(one)]
        if people:
            return Speaker((people[0],), end=people[0].span.end)
        if OF_BODY.fullmatch(match["noun"]) and (
            bodies := [one for one in behind if self.references.kind(one) != "person"]
        ):
            return Speaker((bodies[0],), end=bodies[0].span.end)
        if match["article"].lower() in {"le", "la", "l'", "l’", "ce", "cet", "cette"} and not behind:
            return self._spoken_of(match)
        return Speaker(end=match.end())

    def _spoken_of(self, match: re.Match[str]) -> Speaker:
        if ANAPHORIC.search(match["noun"]):
            person = self.references.last_person(match.start())
            return Speaker((person,), end=match.end()) if person else Speaker(end=match.end())
        if BODY.search(match["noun"]) and (body := self._last_body(match.start())):
            return Speaker((body,), end=match.end())
        return Speaker(end=match.end())

    def _last_body(self, position: int) -> Reference | None:
        index = self.sentences.index(position)
        start = self.sentences.spans[max(0, index - 2)].start
        bodies = [one for one in self.within(Span(start, position)) if self.references.kind(one) == "organisation"]
        return bodies[-1] if bodies else None

    # -- pronouns --

    def pronoun(self, word: str, position: int, end: int) -> Speaker:
        if word in {"je", "nous"}:
            return NOBODY
        if word == "on":
            return self._on(position, end)
        if word in {"ils", "elles"}:
            return self._several(position)
        person = self.references.last_person(position, feminine=word in FEMININE)
        return Speaker((person,)) if person else Speaker(end=end)

    def _several(self, position: int) -> Speaker:
        """`ils`: those named together in the sentence before, if they are two or three."""
        index = self.sentences.index(position)
        span = self.sentences.spans[max(0, index - 1)]
        people = {one.entity: one for one in self.within(span) if self.references.kind(one) == "person"}
        return Speaker(tuple(people.values())) if len(people) in {2, 3} else Speaker()

    def _on(self, position: int, end: int) -> Speaker:
        """`indique-t-on au ministère`, `au ministère, on indique`."""
        sentence = self.sentences.at(position)
        behind = PLACE_OF_ON.match(self.text, end)
        if behind is not None and (found := self._bodies(Span(behind.end(), min(sentence.end, behind.end() + 80)))):
            return Speaker((found[0],), end=found[0].span.end)
        where = re.search(r",?\s+où l['’]\s*$", self.text[sentence.start : position])
        if where and (found := self._bodies(Span(sentence.start, sentence.start + where.start()))):
            return Speaker((found[-1],))
        opening = PLACE_OF_ON.match(self.text, sentence.start)
        if opening is not None and opening.end() < position and (found := self._bodies(Span(opening.end(), position))):
            return Speaker((found[0],))
        return Speaker(end=end)

    def _bodies(self, span: Span) -> list[Reference]:
        return [one for one in self.within(span) if self.references.kind(one) in {"organisation", "state"}]

    # -- behind the verb --

    def behind(self, position: int) -> Speaker | None:
        """The subject of an inverted verb; None where no subject begins behind it."""
        sentence = self.sentences.at(max(0, position - 1))
        start = self._past_adjuncts(position, sentence.end)
        stop = BEHIND_END.search(self.text, start, sentence.end)
        while stop and re.search(r"\b(?:MM?|Mgr|Dr|[A-Z])$", self.text[start : stop.start()]) and stop[0] == ".":
            stop = BEHIND_END.search(self.text, stop.end(), sentence.end)
        return self._named(Span(start, stop.start() if stop else sentence.end))

    def _past_adjuncts(self, position: int, limit: int) -> int:
        found = ADJUNCTS.match(self.text, position, limit)
        return found.end() if found else position

    def _named(self, span: Span) -> Speaker | None:
        """Who a noun phrase that opens a span is: its person, else the body, else somebody without a name."""
        words = self.text[span.start : span.end].lstrip(" \u00a0\u202f,")
        start = span.end - len(words)
        if pair := OF_PAIR.match(words):
            return self._of_pair(span.start, first=pair[1].startswith("premi"))
        found = [one for one in self.within(Span(start, span.end)) if self.speaks(one)]
        free = [one for one in found if not self.references.governed(one)]
        phrase = PHRASE.match(self.text, max(0, start - 1), span.end)
        people = [one for one in free if self.references.kind(one) == "person"]
        if people:
            return Speaker(self._joined(people), end=people[-1].span.end)
        if free and (phrase is None or free[0].span.start <= phrase.start("noun")):
            return Speaker(self._joined(free), end=free[0].span.end)
        if phrase is not None:
            return self._described(phrase, span.end)
        return Speaker((found[0],), end=found[0].span.end) if found and self._opens(found[0], start) else None

    def _of_pair(self, position: int, *, first: bool) -> Speaker:
        """`le premier`, `le second` of the two people of the sentence before."""
        index = self.sentences.index(position)
        begin = self.sentences.spans[max(0, index - 1)].start
        people = self.within(Span(begin, position))
        people = [one for one in people if self.references.kind(one) == "person"]
        return Speaker((people[0 if first else -1],)) if people else Speaker()

    def _opens(self, one: Reference, start: int) -> bool:
        return LEADING.fullmatch(self.text[start : self.references.phrase_start(one)]) is not None

    def _joined(self, found: list[Reference]) -> tuple[Reference, ...]:
        """The first, and those joined to it by `et`."""
        together = found[:1]
        for one in found[1:]:
            between = self.text[together[-1].span.end : self.references.phrase_start(one)]
            if not re.fullmatch(r"[\s\u00a0]*(?:,|et)[\s\u00a0]*(?:l[ae]s?\s|l['’]|par\s)?", between):
                break
            together.append(one)
        return tuple(together)
