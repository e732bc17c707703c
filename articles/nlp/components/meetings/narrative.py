"""Where and when the story stands at a sentence: the day and place told last that still hold there.

A day or place of a main clause holds until another is told. One told in a relative clause, beside a participle, in
a quotation or looking back holds within its own paragraph. A dated heading and an entry of a running report begin anew;
a headline tells what the lead tells.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import astuple
from itertools import islice

from articles.nlp.components.assertion.patterns import PLUPERFECT
from articles.nlp.components.meetings import participles
from articles.nlp.components.meetings.merging import is_wide
from articles.nlp.components.meetings.parting import NEUTRAL, PARTED
from articles.nlp.components.meetings.places import Places
from articles.nlp.components.meetings.telling_days import is_of_telling
from articles.nlp.sentences import Sentences
from articles.nlp.types import Draft, MentionRecord, Span

#: The day is that of the story, not of what was looked back on just before.
THAT_DAY = re.compile(r"\bdans la (?:journée|matinée|soirée)\b", re.I)
LOOKING_BACK_END = re.compile(r"[;\n]|\.\s")
#: Opens a clause that looks aside; `au moment où` goes on with the story.
SUBORDINATE = re.compile(
    r"\b(?:qui|que|dont|(?<!moment\s)où|auquel|laquelle|lequel|lorsque|quand|alors que|tandis que)\s|\b(?:lors)?qu['’′]"
)
CLOSED = re.compile(r",\s(?:[a-z'’′éè]+\s){0,3}?(?:a|ont|est|sont|s['’′]est|se\ssont|doit|doivent|va|vont)\s")
#: `tenu le 20 juin`, `, présidée mercredi par`: the day of a thing, not of the clause.
PARTICIPLE = re.compile(
    r"(?P<before>\S+)\s(?:\w+ment\s)?(?:\w+é|tenu|reçu|prévu|conclu|ouvert|convenu|intervenu|survenu|paru|réuni|promis|remis|"
    r"entrepris|venu)(?:e|s|es)?\s(?:le\s|la\s|en\s|ce\s|dès\s|depuis\s)?$"
)
#: `le coup d'État du 26 juillet`; not `dans la nuit de lundi`.
OF_A_DAY = re.compile(r"(?<!nuit)(?<!soirée)(?<!matinée)(?<!journée)(?<!soir)(?<!matin)\s(?:du|de)\s$")
#: Before these words it is no participle standing alone: `a reçu lundi`, `la sécurité lundi`.
NOT_ALONE = re.compile(
    r"(?:.*['’′])?(?:a|ai|ont|est|sont|été|être|avoir|était|étaient|avait|avaient|sera|seront|fut|furent|aussi|également|"
    r"ensuite|déjà|pas|y|\w+ment|le|la|les|une?|des|du|de|sa|son|ses|leurs?|cette?|en|)",
    re.I,
)
AHEAD = re.compile(
    r"\b(?:doi(?:t|vent)|devai(?:t|ent)|devra(?:it|ient)?|devront|va|vont|(?:est|sont|étai(?:t|ent))\s(?:\w+\s)?attendue?s?|"
    r", attendue?s?|compte|(?:re|en)?ver(?:ra|ront)|ira|iront|"
    r"[a-zéèêçû]{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|ura|uront))\b"
)
#: A verb that does not look ahead.
DONE = re.compile(r"\b(?:a|ont|s['’′]est|se sont|est|sont)\s(?!(?:\w+\s)?attendu)")
#: Between a city and the day beside it.
BESIDE = frozenset({" ", ", ", " le "})
HEADING_END = re.compile(r"(?:\s\d{4})?\s?(?:[.:–—]|\s-\s)\s")
#: An entry of a running report.
CLOCK = re.compile(r"[ \t]*(?:[-–•*][ \t]*)?\d{1,2}\s?[hH:]\s?\d{2}\b")
#: What happens beside an event told of before.
EVENT = re.compile(
    r"\b(?:en marge|à l['’′]issue|au terme|lors|au cours|à l['’′]occasion)\s(?:du|de (?:la|l['’′]|ce|cette|cet))\s?"
    r"(?P<noun>sommet|forum|conférence|congrès|assemblée|réunion|cérémonie|visite|rencontre|session|tournée)\b"
    r"(?!\s(?:d[eu]|des|d['’′])\b)",
    re.I,
)
#: How far behind the name of an event its day and place stand.
REACH = 120
PARAGRAPH = re.compile(r"[^\n]*\w[^\n]*")
#: So many paragraphs behind the headline tell what it tells.
LEAD = 3
TellsIn = Callable[[Span], list[MentionRecord]]


class Narrative:
    def __init__(self, text: str, draft: Draft, places: Places, sentences: Sentences) -> None:
        self.text = text
        self.draft = draft
        self.places = places
        self.sentences = sentences

    def day(self, sentence: Span) -> MentionRecord | None:
        """The past day told last before a sentence that has none of its own."""
        if any(mention.value <= self.draft.date.isoformat() for mention in self.places.days(sentence)):
            return None
        return self._of_event(sentence, self._past_days) or self._last(sentence, self._past_days)

    def place(self, sentence: Span) -> MentionRecord | None:
        """The city or seat told last, else another place or a city that an event is named by."""
        ways = (self.places.scenes, self.places.sites, self.places.of_events)
        found = self._of_event(sentence, self.places.scenes) or next(
            (found for told_in in ways if (found := self._last(sentence, told_in))), None
        )
        return self._town_in(found, sentence) or found

    def _town_in(self, state: MentionRecord | None, sentence: Span) -> MentionRecord | None:
        """The town told before in a state: `reçu à Lomé. C'est sa première visite au Togo. Il y a vu Y`."""
        if state is None or state.entity is None or self.draft.entities[state.entity].kind != "state":
            return None
        country = self.draft.entities[state.entity].country
        return self._last(sentence, lambda span: [one for one in self.places.scenes(span) if self._is_in(one, country)])

    def _is_in(self, place: MentionRecord, country: str) -> bool:
        if place.entity is None or is_wide(place.entity, self.draft):
            return False
        return self.draft.entities[place.entity].country == country

    def day_with(self, place: MentionRecord) -> MentionRecord | None:
        """The day told in one clause with a place: `attendu lundi à Rome`."""
        near = [
            day
            for day in self.places.days(self.sentences.at(place.span.start))
            if not PARTED.search(self.text[min(day.span.end, place.span.end) : max(day.span.start, place.span.start)])
        ]
        return min(near, key=lambda day: abs(day.span.start - place.span.start), default=None)

    def day_at(self, place: MentionRecord) -> MentionRecord | None:
        """The one day that the text tells beside a city, as in `après Rome dimanche et Oslo lundi`."""
        found = [
            day
            for mention in self.draft.mentions
            if mention.entity == place.entity and mention.label == "GPE" and mention.span.end < place.span.start
            for day in self._past_days(self.sentences.at(mention.span.start))
            if self.text[mention.span.end : day.span.start] in BESIDE
        ]
        return found[-1] if len({day.value for day in found}) == 1 else None

    def before(self, sentence: Span) -> Iterator[Span]:
        """The sentences before in the same paragraph, nearest first."""
        index = self.sentences.index(sentence.start)
        for each in reversed(self.sentences.spans[:index]):
            if "\n" in self.text[each.start : sentence.start].rstrip():
                return
            yield each

    def heading(self, position: int) -> MentionRecord | None:
        """The date that opens the paragraph and stands alone there: `7 février. Au Kremlin, X reçoit Y.`"""
        start = self.text.rfind("\n", 0, position) + 1
        opening = self.places.days(Span(start, min(start + 40, len(self.text))))
        if not opening or self.text[start : opening[0].span.start].strip(" •-–—*0\t"):
            return None
        return opening[0] if HEADING_END.match(self.text, opening[0].span.end) else None

    def _last(self, sentence: Span, told_in: TellsIn) -> MentionRecord | None:
        for paragraph in self._paragraphs(sentence):
            told = told_in(paragraph)
            main = [mention for mention in told if not self.is_aside(mention)]
            if main:
                return self.finest(main)
            own = paragraph.end == sentence.start and not THAT_DAY.search(self.text, *astuple(sentence))
            if told and own:
                return self.finest(told)
        return None

    def _of_event(self, sentence: Span, told_in: TellsIn) -> MentionRecord | None:
        """`En marge du forum`: when and where the forum is, as it was told of before."""
        event = EVENT.search(self.text, sentence.start, sentence.end)
        if event is None:
            return None
        word = re.compile(rf"\b{re.escape(event['noun'])}\b", re.I)
        for before in reversed(list(word.finditer(self.text, 0, sentence.start))):
            around = self.sentences.at(before.start())
            behind = told_in(Span(before.end(), min(around.end, before.end() + REACH)))
            if behind:
                return behind[0]
        return None

    def _past_days(self, span: Span) -> list[MentionRecord]:
        """Of a sentence that tells another day as well not that on which somebody said so."""
        today = self.draft.date.isoformat()
        past = [one for one in self.places.days(span) if len(one.value) > 7 and one.value[:10] <= today]
        return [one for one in past if not is_of_telling(self.text, one)] or past

    def is_aside(self, mention: MentionRecord) -> bool:
        """Told of something else than what the story tells."""
        start = max(self.text.rfind(mark, 0, mention.span.start) for mark in (". ", "\n", "; ")) + 1
        end = LOOKING_BACK_END.search(self.text, mention.span.end)
        if PLUPERFECT.search(self.text, start, end.start() if end else len(self.text)):
            return True
        before = self.text[start : mention.span.start]
        if self._is_subordinate(NEUTRAL.sub("", before)):
            return True
        if mention.label == "DATE":
            return self._is_participial(before)
        return last_end(AHEAD, before) > last_end(DONE, before) or participles.before(before) is not None

    @staticmethod
    def _is_subordinate(before: str) -> bool:
        opening = last_end(SUBORDINATE, before)
        return opening > 0 and CLOSED.search(before, opening) is None

    @staticmethod
    def _is_participial(before: str) -> bool:
        match = PARTICIPLE.search(before)
        return OF_A_DAY.search(before) is not None or (
            match is not None and NOT_ALONE.fullmatch(match["before"]) is None
        )

    def finest(self, told: list[MentionRecord]) -> MentionRecord:
        """The last of several, a city rather than the country around it."""
        cities = [one for one in told if one.entity is None or not is_wide(one.entity, self.draft)]
        return (cities or told)[-1]

    def _paragraphs(self, sentence: Span) -> Iterator[Span]:
        """What a sentence may take from, nearest first: a headline takes from the lead."""
        headlines = [zone.span for zone in self.draft.zones if zone.kind == "headline"]
        if any(sentence.overlaps(headline) for headline in headlines):
            start = headlines[-1].end
            for match in islice(PARAGRAPH.finditer(self.text, start), LEAD):
                yield Span(*match.span())
            return
        yield from self._paragraphs_before(sentence.start)

    def _paragraphs_before(self, position: int) -> Iterator[Span]:
        """The part of the paragraph before a position, then those before it as far as the nearest dated heading."""
        end = position
        while end > 0:
            start = max(self.text.rfind("\n", 0, end), 0)
            yield Span(start, end)
            if self.heading(end) is not None or CLOCK.match(self.text, start + 1 if start else 0):
                return
            end = start
            while end and self.text[end - 1].isspace():
                end -= 1


def last_end(pattern: re.Pattern[str], words: str) -> int:
    """Where the last match ends, 0 where there is none."""
    return max((match.end() for match in pattern.finditer(words)), default=0)
