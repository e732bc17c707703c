"""What a reporting verb that stands behind its subject reports: a clause, or the complement its frame takes."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from articles.nlp.components.statements.asked import TO_DO, Asked
from articles.nlp.components.statements.cues import Cue
from articles.nlp.components.statements.patterns import (
    ADJUNCTS,
    BEFORE_QUE,
    CLAUSE_END,
    COMPLEMENT,
    COMPLEMENT_END,
    DETERMINER,
    INFINITIVE,
    NO_JUDGEMENT,
    STANCE_NOUN,
    TELLING,
)
from articles.nlp.offsets import trimmed
from articles.nlp.reference import References
from articles.nlp.types import Span

BLANKS = re.compile(r"[\s\u00a0\u202f]*")
OPENS_OF = re.compile(r"d(?:e|u|es)\b|d['’]", re.I)
OPENS_TO = re.compile(r"(?:à|au|aux)\b", re.I)
OPENINGS = {
    "of": OPENS_OF,
    "to": OPENS_TO,
    "on": re.compile(r"sur\b", re.I),
    "for": re.compile(r"(?:pour|en faveur d|d['’](?:avoir|être)\b)", re.I),
    "against": re.compile(r"contre\b", re.I),
    "noun": STANCE_NOUN,
    "object": DETERMINER,
    "wish": re.compile(rf"voir[\s\u00a0](?=[^,;:.«»]{{2,80}}[\s\u00a0]{INFINITIVE.pattern})"),
    "own": re.compile(r"(?:son|sa|ses|leurs?)\b", re.I),
    "stress": re.compile(rf"sur[\s\u00a0](?:{STANCE_NOUN.pattern})", re.I),
}
#: Behind a noun phrase, what the one urged is to do: `les Européens à agir`, `X de se retirer`.
TASK = re.compile(
    rf"(?<!\bpour lui demander)(?<!\bpour leur demander)[\s\u00a0](?:(?:à|de)[\s\u00a0]|d['’])[\s\u00a0]*"
    rf"(?:{INFINITIVE.pattern}|[«“\"])",
    re.I,
)
#: Behind the one urged, the state wanted: `appelé les parties à la retenue`.
STATE = re.compile(
    r"(?<=[\s\u00a0])(?:à[\s\u00a0](?:la[\s\u00a0]|l['’]|plus[\s\u00a0]|davantage[\s\u00a0])|au[\s\u00a0])(?=[a-zéèê])"
)
CALLING_TO = frozenset({"appeler", "exhorter"})
ATTRIBUTE = re.compile(r"[\s\u00a0](?:d(?:e|u|es)[\s\u00a0]|d['’]|comme[\s\u00a0])", re.I)
NEXT = {
    "on": re.compile(r"[\s\u00a0](?=sur\b)"),
    "for": re.compile(r"[\s\u00a0](?=pour\b)"),
    "against": re.compile(r"[\s\u00a0](?=contre\b)"),
    "of": re.compile(r"[\s\u00a0](?=d(?:e|u|es)[\s\u00a0]|d['’])"),
}
#: Between commas within a complement: `d'accueillir à Bogota, fin avril, une conférence`.
INSERTED = re.compile(
    r",[\s\u00a0](?:fin|début|mi-|le|en|à|au|aux|dans|sous|pour|lors|dès|depuis|lui|elle|notamment|avec|par|lundi|mardi|"
    r"mercredi|jeudi|vendredi|samedi|dimanche|hier|demain)\b[^,;:.]{0,50},(?=[\s\u00a0](?:l[ae]s?|l['’]|une?|d(?:e|u|es)|d['’]|"
    r"à|au|aux|que|qu['’]|sur|pour)\b|[\s\u00a0](?:l|d|qu)['’])",
)
#: A verb that still waits for its object, and an aside before that: `d'avoir pillé, armes à la main, deux villages`.
WAITING = re.compile(
    rf"(?<![\w-])(?:(?:de|à)[\s\u00a0]|d['’]){INFINITIVE.pattern}(?:[\s\u00a0][a-zéèêàâîôûç]+(?:é|i|u|is|it))?$"
)
ASIDE = re.compile(r",[\s\u00a0][^,;:.«»]{2,60},(?=[\s\u00a0])")
STOP = re.compile(rf"(?P<inserted>{INSERTED.pattern})|(?:{COMPLEMENT_END.pattern})", re.I)
WHEN = re.compile(r"[\s\u00a0]+(?:après|avant|depuis|au cours|lors|en marge|pour)\b", re.I)
#: What these take is still to come, so that `avant` and `après` tell of it, not of when it was said.
ASKING = frozenset({"demander", "exiger", "plaider", "préconiser", "prôner", "proposer", "réclamer", "recommander"})
TASKED = re.compile(rf"(?:^|\b(?:à|de)[\s\u00a0]|\bd['’]){INFINITIVE.pattern}", re.I)
#: With any object before their `de`: `félicité ses hôtes de leur accord`.
PRAISING = frozenset({"féliciter", "informer"})
#: `…, qui dure depuis lundi` at the end.
ASIDE_AT_END = re.compile(r",[\s\u00a0](?:qui|lequel|laquelle|lesquel(?:le)?s)\b[^,;:«»“”\"]*\.?$")
RELATIVE_CLAUSE = re.compile(
    r",[\s\u00a0](?:dont|où|(?:à|de|pour) (?:qui|laquelle))\b[^,;:«»“”\"]{0,60}$|,[\s\u00a0]qui[\s\u00a0]$"
)
LONGEST_GAP = 160
NEAR = 40


class Complements:
    def __init__(self, text: str, references: References, cues: Sequence[Cue]) -> None:
        self.text = text
        self.references = references
        self.sentences = references.sentences
        self.cues = cues
        self.asked = Asked(text, references.draft.mentions)
        self._starts = [cue.span.start for cue in cues]

    def of(self, cue: Cue) -> Span | None:
        """The reported words behind the verb, quotations or not."""
        if cue.verb is None or cue.inverted:
            return None
        limit = self.sentences.at(cue.span.start).end
        return (self._clause(cue, limit) if cue.takes & {"clause", "wish"} else None) or self._framed(cue, limit)

    def is_clause(self, span: Span) -> bool:
        return COMPLEMENT.match(self.text, span.start) is not None

    # -- que --

    def _clause(self, cue: Cue, limit: int) -> Span | None:
        match = COMPLEMENT.search(self.text, cue.end, min(limit, cue.end + LONGEST_GAP))
        if match is None or self.sentences.quoted(match.start()):
            return None
        between = self.text[cue.end : match.start()]
        if re.search(r"[.;:«»“”\"]", re.sub(r"\bMM?\.", "", between)) or self._next_cue(cue) < match.start():
            return None
        start = self._past_adjuncts(cue.end, match.start())
        rest = self.text[start : match.start()].strip(" \u00a0\u202f,")
        telling = cue.verb is not None and cue.verb.lemma in TELLING and not INFINITIVE.match(rest)
        if rest and not BEFORE_QUE.match(rest) and not telling:
            return None
        return self._trim(match.start(), self._clause_end(match.end(), limit))

    def _next_cue(self, cue: Cue) -> int:
        index = bisect_right(self._starts, cue.span.start)
        return self._starts[index] if index < len(self.cues) else len(self.text)

    def _clause_end(self, start: int, limit: int) -> int:
        for stop in CLAUSE_END.finditer(self.text, start, limit):
            if not self.sentences.quoted(stop.start()) and not self._within_relative(start, stop):
                limit = stop.start()
                break
        return self.without_aside(start, min(limit, self._sharing(start, limit)))

    def without_aside(self, start: int, limit: int) -> int:
        """Before a relative clause behind a comma that ends the sentence: what the article adds."""
        aside = ASIDE_AT_END.search(self.text[:limit], start)
        return aside.start() if aside and not self.sentences.quoted(aside.start()) else limit

    def _within_relative(self, start: int, stop: re.Match[str]) -> bool:
        """`que X a dit et a fait`: the clause goes on with its own second verb, unless that verb reports."""
        if not re.match(r",?\s+(?:et|mais|puis)\s", stop[0]):
            return False
        return not any(stop.start() < at <= stop.end() for at in self._starts[bisect_right(self._starts, start) :][:6])

    def _sharing(self, start: int, limit: int) -> int:
        """Where a verb begins that shares the subject of the reporting one, or a source that tells of the whole."""
        for cue in self.cues[bisect_right(self._starts, start) :]:
            if cue.span.start >= limit:
                break
            if (own := self._own_clause(start, cue) or self._relative(start, cue)) is not None:
                return own
            if cue.follows or cue.verb is None or cue.inverted:
                before = re.search(
                    r"(?:,?\s+(?:et|mais|puis)\s+(?:\w+ment\s+)?|,\s*(?:tout )?(?:en\s+)?|\s+en\s+)$",
                    self.text[start : cue.span.start],
                )
                if before and not self.sentences.quoted(cue.span.start):
                    return start + before.start()
        return limit

    def _own_clause(self, start: int, cue: Cue) -> int | None:
        """`X dit que … et Y a demandé`: where the clause of the second verb begins."""
        if cue.follows or cue.inverted or cue.verb is None or self.sentences.quoted(cue.span.start):
            return None
        joined = list(re.finditer(r",?\s(?:et|mais|tandis que|alors que)\s", self.text[start : cue.span.start]))
        if not joined or len(self.text[start + joined[-1].end() : cue.span.start].split()) > 8:
            return None
        return start + joined[-1].start()

    def _relative(self, start: int, cue: Cue) -> int | None:
        """`d'avoir fermé un port, dont il disait que …`: what the relative clause reports is a statement of its own."""
        if cue.inverted or cue.verb is None or not COMPLEMENT.search(self.text, cue.end, cue.end + NEAR):
            return None
        opening = RELATIVE_CLAUSE.search(self.text[start : cue.span.start])
        return start + opening.start() if opening and not self.sentences.quoted(cue.span.start) else None

    # -- the frames --

    def _framed(self, cue: Cue, limit: int) -> Span | None:
        start = self._past_blanks(self._past_adjuncts(cue.end, limit))
        for frame in cue.takes & OPENINGS.keys():
            if OPENINGS[frame].match(self.text, start, limit):
                return self._extent(cue, start, limit)
        if "object" in cue.takes and self._names_a_thing(start):
            return self._extent(cue, start, limit)
        return (
            self._addressed(cue, start, limit)
            or self._behind_object(cue, start, limit)
            or self._infinitive(cue, start, limit)
            or self._attribute(cue, start, limit)
        )

    def _names_a_thing(self, start: int) -> bool:
        """`proposé Bagdad pour …`: an object without article."""
        return any(
            one.span.start == start and one.label in {"GPE", "ORG", "LOC"} for one in self.references.draft.mentions
        )

    def _names(self, start: int) -> bool:
        return any(start <= one.span.start < start + 5 for one in self.references.draft.mentions)

    def _behind_object(self, cue: Cue, start: int, limit: int) -> Span | None:
        """`informé le Conseil de sa visite`, `attiré l'attention du ministre sur …`, `remercié X pour …`."""
        frames = cue.takes & {"on", "for", "against"}
        if cue.verb and cue.verb.lemma in TELLING | PRAISING:
            frames |= cue.takes & {"of"}
        for frame in frames:
            if frame == "of" and cue.verb and cue.verb.lemma not in PRAISING and not self._names(start):
                continue
            opening = NEXT[frame].search(self.text, start, min(limit, start + 80))
            if opening and not re.search(r"[,;:.«“\"]", re.sub(r"\bMM?\.", "", self.text[start : opening.start()])):
                return self._extent(cue, opening.end(), limit)
        return None

    def _addressed(self, cue: Cue, start: int, limit: int) -> Span | None:
        """`a demandé au ministre, venu lundi, de partir` from `de`, `a demandé à X des explications` from `des`."""
        if not cue.takes & {"of", "object", "blame"} or not OPENS_TO.match(self.text, start, limit):
            return None
        if cue.takes >= {"of", "object"} and TO_DO.match(self.text, start, limit):
            return self._extent(cue, start, limit)
        end = self.asked.behind(start, limit)
        return None if end is None else self._extent(cue, end, limit)

    def _infinitive(self, cue: Cue, start: int, limit: int) -> Span | None:
        if "clause" in cue.takes and INFINITIVE.match(self.text, start, limit):
            return self._extent(cue, start, limit)
        return None

    def _attribute(self, cue: Cue, start: int, limit: int) -> Span | None:
        """`X de succès`, `X à agir`, `inutile`: what a verb of judging or urging says of somebody or something."""
        whole = self._extent(cue, start, limit)
        words = "" if whole is None else self.text[whole.start : whole.end]
        if cue.takes & {"urge", "to", "blame"} and whole and (task := TASK.search(" " + words)):
            return Span(whole.start + task.start(), whole.end)
        if cue.verb and cue.verb.lemma in CALLING_TO and whole and (state := STATE.search(words)):
            return Span(whole.start + state.start(), whole.end)
        if "blame" in cue.takes:
            fault = self.asked.fault(start, limit)
            return self._extent(cue, fault, limit) if fault else None if OPENS_TO.match(words) else whole
        if "as" in cue.takes and (behind := ATTRIBUTE.search(words)) and behind.start() > 0 and words[:5] != "comme":
            return whole
        judged = cue.takes & {"judge", "state"} and words[:1].islower() and not NO_JUDGEMENT.match(words)
        return whole if judged else None

    def _extent(self, cue: Cue, start: int, limit: int) -> Span | None:
        position = start + 1
        while (stop := STOP.search(self.text, position, limit)) is not None:
            if aside := self._before_object(start, stop.start(), limit):
                position = aside
                continue
            if (
                stop["inserted"] is None
                and not self.sentences.quoted(stop.start())
                and not self._when(cue, start, stop)
            ):
                limit = stop.start()
                break
            position = stop.end()
        return self._trim(start, min(limit, self._sharing(start, limit)))

    def _before_object(self, start: int, comma: int, limit: int) -> int:
        """Where an aside ends behind which the object of a verb follows; 0 where there is none."""
        aside = ASIDE.match(self.text, comma, limit) if WAITING.search(self.text, start, comma) else None
        goes_on = aside and DETERMINER.match(self.text, self._past_blanks(aside.end()), limit)
        return aside.end() if aside and goes_on else 0

    def _when(self, cue: Cue, start: int, stop: re.Match[str]) -> bool:
        """`d'avoir tiré après l'accord`, `un débat avant le vote` that is asked for: when and what for belong to it."""
        if WHEN.match(stop[0]) is None:
            return False
        asked = cue.verb is not None and cue.verb.lemma in ASKING and re.match(r"\s+(?:avant|après|pour)\b", stop[0])
        return bool(asked) or TASKED.search(self.text[start : stop.start()]) is not None

    def _past_blanks(self, position: int) -> int:
        found = BLANKS.match(self.text, position)
        return found.end() if found else position

    def _past_adjuncts(self, position: int, limit: int) -> int:
        found = ADJUNCTS.match(self.text, position, limit)
        return found.end() if found else position

    def _trim(self, start: int, end: int) -> Span | None:
        return trim(self.text, start, end)


def trim(text: str, start: int, end: int) -> Span | None:
    """Without blanks and marks at the ends."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:–—"):
        end -= 1
    return trimmed(text, start, end)
