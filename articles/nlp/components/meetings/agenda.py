"""Lines that are no sentences: an agenda's `10h00 : Entretien avec M. X`, a list behind `entretiens avec :`."""

import re
from collections.abc import Iterator
from functools import cache

from articles.nlp.calendar_fr import LENGTH_OF_DAY
from articles.nlp.components.assertion.status import Assertion
from articles.nlp.components.dates.diaries import DIARY
from articles.nlp.components.dates.diaries import HEAD as DIARY_HEAD
from articles.nlp.components.meetings.clauses import Group
from articles.nlp.components.meetings.phrases import Phrases
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.lexicons import fold, rows
from articles.nlp.types import MentionRecord, Span

CLOCK = re.compile(r"^[ \t]*(?:[-–•*][ \t]*)?\d{1,2}\s?[hH:]\s?(?:\d{2})?\s*(?:[:–—-]|\s)\s*", re.M)
#: `NEW YORK - Entretien de X avec Y`, `- New York : entretien`: an entry of a list of what is to come.
DIARY_ENTRY = re.compile(
    r"[ \t•*–-]*(?:\d{1,2}\s?[hH:]\s?(?:\d{2})?(?:\sGMT)?\s?[:–—-]?\s)?"
    r"(?:(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý'’\s-]+?)(?:\s\([^()\n]*\))?\s[-–—:]\s|"
    r"(?<=[•*–-][ \t])(?P<small>[A-ZÀ-Ý][\w'’-]+(?:\s[\w'’-]+){0,2}?)\s?:\s)"
)
#: So many lines that begin with an hour make a text a running report.
LIVE = 3
#: A title that says whose agenda follows.
TITLE = re.compile(r"\bagenda\b", re.I)
ITEM = re.compile(r"[ \t]*(?:[-–—•*·o]|\d{1,2}[.)]|[a-z]\))[ \t]+(?=\S)")
#: The first word of a line.
BARE_NOUN = re.compile(r"[ \t•*–—-]*(?P<noun>[A-ZÀ-Ý][\w-]+)")
CALLED_OFF = re.compile(r"\b(?:annul|report)ée?s?\b", re.I)
OPENS_LIST = re.compile(r"\bavec\s*(?:notamment\s*)?:[ \t]*$")
HEAD = 600


@cache
def bare_nouns() -> frozenset[str]:
    """The words that nouns of meeting begin with."""
    return frozenset(fold(row["noun"]).split()[0] for row in rows("meeting_nouns"))


class Agenda:
    """Reads what has its subject above the line."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.text = phrases.text
        self.owner = self._owner()
        self.is_diary = DIARY.search(self.text, 0, DIARY_HEAD) is not None
        self._title_day = self._day_of_title()
        self._hours = list(CLOCK.finditer(self.text))

    def _owner(self) -> Group:
        """The person named first beside the word `agenda` at the head of the text."""
        title = TITLE.search(self.text, 0, HEAD)
        if title is None:
            return []
        end = self.text.find("\n", title.end())
        line = Span(self.text.rfind("\n", 0, title.start()) + 1, end if end > 0 else len(self.text))
        return self.phrases.references.within(line, people_only=True)[:1]

    def is_planned(self, sentence: Span) -> bool:
        """An entry of somebody's agenda, with its hour or as a bare noun: `Entretien avec X`."""
        return bool(self.owner) and (self.is_entry(sentence) or self._is_bare(sentence))

    def _is_bare(self, sentence: Span) -> bool:
        """Whether a line under a day begins with a noun of meeting that has no article."""
        line = self.text.rfind("\n", 0, sentence.start + 1) + 1
        word = BARE_NOUN.match(self.text, line)
        return word is not None and fold(word["noun"]) in bare_nouns() and self.day(sentence) is not None

    def diary_entry(self, sentence: Span) -> MentionRecord | None:
        """The place that opens the line of a sentence in a list of what is to come."""
        entry = self._entry(sentence)
        line = self.text.rfind("\n", 0, sentence.start + 1) + 1
        at_head = entry is not None and line - 1 <= sentence.start <= entry.end() + 1
        return self._place(entry) if entry is not None and at_head else None

    def entry_around(self, sentence: Span) -> MentionRecord | None:
        """The same for a sentence further on in the entry."""
        entry = self._entry(sentence)
        return None if entry is None else self._place(entry)

    def _entry(self, sentence: Span) -> re.Match[str] | None:
        """The head of the line; a place in small letters is one only in a list under a day."""
        line = self.text.rfind("\n", 0, sentence.start + 1) + 1
        entry = DIARY_ENTRY.match(self.text, line) if self.is_diary else None
        return entry if entry is None or entry["place"] or self.day(sentence) is not None else None

    def _place(self, entry: re.Match[str]) -> MentionRecord | None:
        place = Span(*entry.span("place" if entry["place"] else "small"))
        inside = [one for one in self.phrases.mentions if one.span.within(place) and one.entity is not None]
        return inside[0] if inside and inside[0].label in {"GPE", "LOC"} else None

    def foreseen(self, assertion: Assertion, sentence: Span) -> Assertion:
        """What stands in a list of things to come is planned unless it is called off there."""
        if not self.lists(sentence) or assertion.status != "held":
            return assertion
        return Assertion("cancelled" if CALLED_OFF.search(self.text, sentence.start, sentence.end) else "planned")

    def lists(self, sentence: Span) -> bool:
        """Whether it opens an entry of a list of what is to come, or of somebody's agenda."""
        return self.is_planned(sentence) or self.diary_entry(sentence) is not None

    def hour(self, sentence: Span) -> Span | None:
        """The hour under which a sentence of a running report stands."""
        before = [match for match in self._hours if match.start() < sentence.end]
        return Span(*before[-1].span()) if len(self._hours) >= LIVE and not self.owner and before else None

    def is_entry(self, sentence: Span) -> bool:
        line = self.text.rfind("\n", 0, sentence.start) + 1
        return CLOCK.match(self.text, line) is not None

    def day(self, sentence: Span) -> int | None:
        """Index of the day that heads the entries: the last that stands alone on its line above, else the title's."""
        found = self._title_day
        for index, mention in enumerate(self.phrases.mentions):
            if mention.span.start >= sentence.start:
                break
            if mention.label == "DATE" and mention.value and self._alone(mention.span):
                found = index
        return found

    def _day_of_title(self) -> int | None:
        """`Les rendez-vous du lundi 13 mai`: the one day that the title of a list names."""
        title = DIARY.search(self.text, 0, DIARY_HEAD)
        if title is None:
            return None
        start, end = self.text.rfind("\n", 0, title.start()) + 1, self.text.find("\n", title.end())
        line = Span(start, end if end > 0 else len(self.text))
        numbered = enumerate(self.phrases.mentions)
        days = [index for index, one in numbered if one.label == "DATE" and one.span.within(line)]
        return days[0] if len(days) == 1 and len(self.phrases.mentions[days[0]].value) == LENGTH_OF_DAY else None

    def _alone(self, span: Span) -> bool:
        start, end = self.text.rfind("\n", 0, span.start) + 1, self.text.find("\n", span.end)
        rest = self.text[start : span.start] + self.text[span.end : end if end > 0 else len(self.text)]
        return not rest.strip(" \t:.,–—-*#•\r")

    def listed(self, trigger: Trigger) -> Iterator[tuple[Group, Span]]:
        """Who stands on each line of a list that `avec :` opens, and the line."""
        line_end = self.text.find("\n", trigger.span.end)
        if line_end < 0 or not OPENS_LIST.search(self.text[trigger.span.end : line_end].rstrip("\r")):
            return
        position = line_end + 1
        while item := ITEM.match(self.text, position):
            end = self.text.find("\n", position)
            line = Span(item.end(), end if end > 0 else len(self.text))
            party = self._party(line)
            if party:
                yield party, line
            position = line.end + 1

    def _party(self, line: Span) -> Group:
        """The first phrase of the line; the body where an office has no name."""
        lists = self.phrases.lists(self.phrases.references.sentences.at(line.start))
        here = [phrase for each in lists for phrase in each.phrases if phrase.span.start >= line.start - 1]
        here = [phrase for phrase in here if phrase.span.end <= line.end + 1]
        people = [phrase for phrase in here if self.phrases.standing.kind(phrase.members[0]) == "person"]
        chosen = (people or here)[:1]
        return list(chosen[0].members) if chosen else []
