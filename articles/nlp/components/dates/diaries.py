"""Lists of what is to come: the day that heads its entries lies ahead, and theirs count from it."""

import re
from datetime import date

from articles.nlp.components.dates.values import first_day

#: A title over what is to come, by day and place.
DIARY = re.compile(
    r"\b(?:agenda|prévisions|calendrier|à suivre|à venir|temps forts|"
    r"(?:rendez-vous|évènements|événements)(?: diplomatiques| politiques)? (?:de la (?:semaine|journée)|attendus)|"
    r"les (?:\w+ )?(?:rendez-vous|évènements|événements)(?: \w+)? (?:du|de ce) (?:lundi|mardi|mercredi|jeudi|vendredi|"
    r"samedi|dimanche|\d{1,2}))\b",
    re.I,
)
#: It stands so near the beginning.
HEAD = 160
#: The kinds of dates that head entries.
HEADING = frozenset({"day", "weekday", "weekday_day", "numeric"})
#: What may stand beside it on its line.
ALONE_BEFORE = re.compile(r"[ \t•*#–—\r-]*(?:le[ \t])?")
#: The line ends, or the first entry begins.
ALONE_BEHIND = re.compile(r"[ \t\r]*(?:[:.]?[ \t\r]*(?:\n|$)|[–—:][ \t]|-[ \t])")


class Diary:
    """Remembers under which day an article is being read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._is_diary = DIARY.search(text, 0, HEAD) is not None
        #: The day that heads the entry.
        self.day: date | None = None

    def heads(self, kind: str, match: re.Match[str]) -> bool:
        """Whether a date stands alone over entries."""
        if not self._is_diary or kind not in HEADING:
            return False
        line = self.text.rfind("\n", 0, match.start()) + 1
        before = ALONE_BEFORE.fullmatch(self.text, line, match.start())
        return before is not None and ALONE_BEHIND.match(self.text, match.end()) is not None

    def turn(self, value: str) -> None:
        self.day = first_day(value) or self.day
