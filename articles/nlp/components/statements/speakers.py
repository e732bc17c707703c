"""Who says what a reporting verb reports: the subject before it or behind it."""

import re

from articles.nlp.components.statements.actors import ADVERBIAL, FINITE, LEADING, NOBODY, Speaker
from articles.nlp.components.statements.groups import Group
from articles.nlp.components.statements.nameless import OF_THINGS
from articles.nlp.components.statements.patterns import ADJUNCTS, BLANK
from articles.nlp.components.statements.pronouns import Pronouns
from articles.nlp.components.statements.together import STATES_TOGETHER
from articles.nlp.components.statements.unnamed import PHRASE
from articles.nlp.group_offices import GROUP
from articles.nlp.reference import Reference
from articles.nlp.types import Span

#: What ends a subject behind its verb.
BEHIND_END = re.compile(
    r"[;:.?!»”«“\"](?!\s?[A-Z]\.)|"
    r",(?![\s\u00a0]*(?:MM?\.[\s\u00a0]|Mme\s|(?:l[ae]\s|l['’])(?:[\w-]*(?:général|colonel|amiral|lieutenant|commandant|major)|"
    r"maréchal|capitaine|brigadier|prince|princesse|cheikh|cardinal|ayatollah|mollah|pasteur|père)e?\s)?[A-ZÉ])|"
    r"[\s\u00a0](?:que|qu['’]|lors|avant|après|alors|afin)[\s\u00a0'’]|\(",
)
CLAUSE_START = re.compile(
    r";\s|:\s|,\s(?:mais|tandis que|alors que|et|car)\s|(?<!ainsi)\s(?:que|qu['’])\s*(?=\S)|\smais\s", re.I
)
#: `a dénoncé par la voix de X`: X says it.
VOICE = re.compile(rf"{BLANK}+par la (?:voix|bouche|plume) d(?:e|u|es)?['’]?{BLANK}*", re.I)
#: `La Norvège, par la voix de X, a dit`.
MOUTH = re.compile(r",[\s\u00a0]*par la (?:voix|bouche|plume) d(?:e|u)\b")
#: `L'un de ses ministres, X, a dit`: the name stands behind what it is one of.
ONE_OF = re.compile(
    r"(?:l['’])?une?[\s\u00a0]d(?:es?|['’]entre)[\s\u00a0][^,;:.«»]{3,70},[\s\u00a0](?:MM?\.[\s\u00a0]|Mme[\s\u00a0])?",
    re.I,
)
#: An aside that is no more than a pronoun: `l'opposition, elle,`.
TONIC = re.compile(
    r",[\s\u00a0]*(?:elles?|lui|eux|de (?:son|leur) côté|pour (?:sa|leur) part|quant à (?:lui|elle|eux))"
    r"[\s\u00a0]*,[\s\u00a0]*$"
)
#: `une victime, qui a requis l'anonymat,`.
WHO = re.compile(
    r",[\s\u00a0]*(?:qui|dont|interrogée?s?|jointe?s?|citée?s?|présente?s?|contactée?s?)\b[^,;:.]{3,90},[\s\u00a0]*$"
)
LAST_NAMED = re.compile(rf"\b(?:ce(?:lle|lui|ux)-ci|ce(?:tte)? derni(?:er|ère)){BLANK}*$", re.I)
LATTER = re.compile(r"ce(?:lle|lui|ux)-ci\b|c[et]+(?:te)? derni(?:er|ère)\b", re.I)
OF_PAIR = re.compile(r"l[ea] (premi(?:er|ère)|second|seconde|derni(?:er|ère))\b(?!\s+\w*ministre)")
#: A verb behind one of these has the subject of the verb before: `a estimé que …, mais a promis`.
SHARED = re.compile(rf"\b(?:et|mais|puis){BLANK}*$")
#: `… écrit X dans un texte, où il assure`: X goes on.
WHERE_IT = re.compile(rf",{BLANK}*(?:où|dans (?:lequel|laquelle)|par (?:lequel|laquelle)){BLANK}+$")
#: A name that nobody knows.
CAPITALS = re.compile(r"(?=[^,;]{0,12}\b[A-ZÉÈÀ])(?:(?:[A-ZÉÈÀ][\w’'-]*|d(?:e|es|u)|la|[dl]['’])\b[\s\u00a0]?)+")


class SpeakerFinder(Pronouns):
    def before(self, group: Group, earlier: Speaker | None) -> Speaker:
        """The subject of a verb that stands behind it; `earlier` is the subject of the verb before in the sentence."""
        start = self._clause_start(group.span.start)
        text = self.text[start : group.span.start]
        if (voice := VOICE.match(self.text, group.end)) and (named := self.within(Span(voice.end(), voice.end() + 60))):
            return Speaker(tuple(named[:1]), end=named[0].span.end)
        if group.pronoun and earlier is not None and WHERE_IT.search(text):
            return earlier
        if group.pronoun:
            return self.pronoun(group.pronoun, group.span.start, group.end)
        if (mouth := MOUTH.search(text)) and (named := self._people(start + mouth.end(), group.span.start)):
            return Speaker(tuple(named[:1]))
        free = self.free(Span(start, group.span.start))
        if group.shares or SHARED.search(self.text[: group.span.start][-6:]):
            return earlier or self._pronoun_before(start, group) or self._first(free)
        if group.gerund:
            return self._of_gerund(group, free, earlier)
        if re.search(r"\b(?:je|nous|vous|tu|j['’])\s*$", text, re.I):
            return NOBODY
        if several := self._several_before(start, group.span.start):
            return several
        if re.search(rf"\bqui{BLANK}*$", text):
            return self.antecedent(start, group.span.start) or Speaker()
        if text.rstrip().endswith(","):
            return self._across(free, start, group)
        return self._right_before(group, start, free)

    def _people(self, start: int, end: int) -> list[Reference]:
        return self.references.within(Span(start, end), people_only=True)

    def _right_before(self, group: Group, start: int, free: list[Reference]) -> Speaker:
        """The subject that nothing parts from its verb: a name, `ce dernier`, or a noun phrase without a name."""
        end = group.span.start
        if free and ADVERBIAL.fullmatch(self._without_attributes(free[-1].span.end, end)):
            return Speaker(self._together(free, plural=group.plural))
        if free and self._apposed(free[-1], start, end):
            return Speaker((free[-1],))
        if LAST_NAMED.search(self.text[start:end]):
            return self._last_named(start)
        found = self._phrase(start, end, free)
        return found if found.said or group.verb.lemma in OF_THINGS else self._any_subject(start, end)

    def _apposed(self, one: Reference, start: int, end: int) -> bool:
        """`Anna Lind, cheffe du port a dit`: the comma that would close the apposition is not written."""
        between = self.text[one.span.end : end]
        opens = self._opens(one, start) and self.references.kind(one) == "person"
        return opens and re.fullmatch(r"[\s\u00a0]*,[^,;:«»]{3,80}", between) is not None and not FINITE.search(between)

    def _pronoun_before(self, start: int, group: Group) -> Speaker | None:
        """`il lui a écrit et l'a félicité`."""
        found = re.search(r"(?:^|[\s,])(il|elle|ils|elles)[\s\u00a0]", self.text[start : group.span.start], re.I)
        return self.pronoun(found[1].lower(), start + found.start(1), group.end) if found else None

    def _of_gerund(self, group: Group, free: list[Reference], earlier: Speaker | None) -> Speaker:
        """The subject of the main verb, unless one stands right before: `…, le ministre Karl Moe ajoutant que`."""
        if free and not self.text[free[-1].span.end : group.span.start].strip():
            return Speaker((free[-1],))
        sentence = self.sentences.at(group.span.start)
        opening = self.text[sentence.start : group.span.start].rstrip()
        within = self.text[group.span.start : group.span.start + 3].lower() == "en "
        if opening and not within and not re.search(r"(?:,|\ben|[»”\"])$", opening):
            return NOBODY
        if earlier is not None or free:
            return earlier or self._first(free)
        return NOBODY if opening.strip('«“"') else self._first(self.free(Span(group.end, sentence.end)))

    def antecedent(self, start: int, end: int) -> Speaker | None:
        """Before `qui`: the actor named last, whatever governs it."""
        named = [
            one
            for one in self.within(Span(start, end))
            if self.speaks(one) and not self.sentences.quoted(one.span.start)
        ]
        people = [one for one in named if self.references.kind(one) == "person"]
        return Speaker(((people or named)[-1],)) if named else None

    def _clause_start(self, position: int) -> int:
        start = self.sentences.at(position).start
        for match in CLAUSE_START.finditer(self.text, start, position):
            if not self.sentences.quoted(match.start()) and self._outside_aside(match.end(), position):
                start = match.end()
        return start

    def _outside_aside(self, start: int, position: int) -> bool:
        """Whether a subject may still follow: the clause is more than the verb."""
        return len(self.text[start:position].split()) > 0

    def _across(self, free: list[Reference], start: int, group: Group) -> Speaker:
        """The subject before an aside between commas: `Le ministre, qui recevait son homologue, a dit`."""
        if free:
            return Speaker((self.parted(free, group.span.start) or free[0],))
        if one := self._one_of(start, group.span.start):
            return Speaker((one,), end=one.span.end)
        unnamed = self._phrase(start, group.span.start, free)
        if not unnamed.said and self._office_opens(start):
            return Speaker(definite=True)
        text = self.text[start : group.span.start]
        return unnamed if unnamed.references or TONIC.search(text) or WHO.search(text) else NOBODY

    def _one_of(self, start: int, end: int) -> Reference | None:
        """`L'un de ses ministres, X`."""
        match = ONE_OF.search(self.text, start, end)
        people = self._people(match.end(), end) if match else []
        return people[0] if match and people and people[0].span.start == match.end() else None

    def _office_opens(self, start: int) -> bool:
        """`Le ministre, arrivé lundi, a dit`, though no name of the article tells who it is."""
        before = [one for one in self.draft.mentions if start <= one.span.start < start + 8]
        return (
            bool(before)
            and before[0].label == "ROLE"
            and LEADING.fullmatch(self.text[start : before[0].span.start]) is not None
        )

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
        if LATTER.match(words):
            return self._last_named(span.start)
        if (states := STATES_TOGETHER.match(self.text, start)) and (together := self._together_before(states)):
            return together
        if (group := GROUP.match(self.text, start)) and (named := self.references.groups(Span(start, span.end))):
            return Speaker(tuple(named), end=self._past_office(group.end()))
        found = [one for one in self.within(Span(start, span.end)) if self.speaks(one)]
        free = [one for one in found if not self.references.governed(one)]
        phrase = PHRASE.match(self.text, max(0, start - 1), span.end)
        people = [one for one in free if self.references.kind(one) == "person"]
        if people:
            return Speaker(self._joined(self._named_behind(people)), end=people[-1].span.end)
        if free:
            return Speaker(self._joined(free), end=free[0].span.end)
        if one := self._one_of(start, span.end) if ONE_OF.match(self.text, start) else None:
            return Speaker((one,), end=one.span.end)
        if phrase is not None:
            return self._described(phrase, span.end)
        if found and self._opens(found[0], start):
            return Speaker((found[0],), end=found[0].span.end)
        capitals = CAPITALS.match(words)
        return Speaker(end=start + capitals.end()) if capitals else self.any_phrase(Span(start, span.end))

    def _named_behind(self, people: list[Reference]) -> list[Reference]:
        """`a dit le ministre, le prince X`: the office is that of who is named behind it."""
        between = self.text[people[0].span.end : self.references.phrase_start(people[1])] if len(people) > 1 else ""
        office = people[0].mention is None and re.fullmatch(r",[\s\u00a0](?:l[ae][\s\u00a0]|l['’])", between)
        return people[1:] if office else people

    def _joined(self, found: list[Reference]) -> tuple[Reference, ...]:
        """The first, and those joined to it by `et`."""
        together = found[:1]
        for one in found[1:]:
            between = self.text[together[-1].span.end : self.references.phrase_start(one)]
            if not re.fullmatch(r"[\s\u00a0]*(?:,|et)[\s\u00a0]*(?:l[ae]s?\s|l['’]|par\s)?", between):
                break
            together.append(one)
        return tuple(together)
