"""Where what is asked, promised or held against somebody begins, behind the words that say to whom or of whom."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from articles.nlp.components.statements.patterns import INFINITIVE
from articles.nlp.types import MentionRecord

TO_DO = re.compile(rf"à[\s\u00a0]{INFINITIVE.pattern}")
ADDRESSEE = re.compile(
    rf"(?:à|au|aux)\b[^,;:.«»“”\"]{{2,90}}?[\s\u00a0](?=(?:de[\s\u00a0]|d['’])(?:{INFINITIVE.pattern}))", re.I
)
#: Between the verb and the name of the one spoken to, and between that and another.
_TITLE = r"(?:MM?\.[\s\u00a0]|Mme[\s\u00a0]|l['’])?"
TO_WHOM = re.compile(rf"(?:aux?|à)[\s\u00a0](?:[^\s,;:.«»“”\"]+[\s\u00a0]){{0,3}}?{_TITLE}")
OF_WHOM = re.compile(rf"(?:l[ae]s?[\s\u00a0]|son[\s\u00a0]|sa[\s\u00a0])?(?:[a-zéèê]+[\s\u00a0])?{_TITLE}")
AND_WHOM = re.compile(
    r"[\s\u00a0]*(?:,[\s\u00a0]*)?(?:et[\s\u00a0])?(?:(?:à|aux?|de|du|des)[\s\u00a0]|d['’])?"
    r"(?:(?:l[ae]s?|son|sa|ses|leurs?|MM?\.|Mme)[\s\u00a0]|l['’]|\w+[\s\u00a0]){0,2}"
)
_TO_DO = rf"(?:de[\s\u00a0]|d['’]){INFINITIVE.pattern}"
_THING = r"l['’]|(?:l[ae]s?|une?|son|sa|ses|leurs?|davantage|plus de)[\s\u00a0]"
#: Behind whom it is asked of, and what stands between commas: `, venu lundi,`.
ASKED = re.compile(
    rf"(?:[\s\u00a0]*,[^,;:.«»“”\"]{{2,90}},|[\s\u00a0]*\([^()]*\))?[\s\u00a0]+"
    rf"(?={_TO_DO}|{_THING}|(?:des|du|de la)[\s\u00a0]|de l['’])"
)
#: `aux marins la fin de la grève`.
ASKED_OF_OTHERS = re.compile(
    r"(?:aux?[\s\u00a0]|à[\s\u00a0](?:(?:la|son|sa|ses|ces|leurs?)[\s\u00a0]|l['’]))[\w-]+[\s\u00a0]"
    rf"(?:[a-zéèê]+(?:s|x|ais|ien|en|ain|al)[\s\u00a0])?(?={_TO_DO}|{_THING})"
)
FAULT = re.compile(r"(?:[\s\u00a0]*,[^,;:.«»“”\"]{2,60},)?[\s\u00a0]+(?=(?:de|du|des)[\s\u00a0]|d['’])")
MOST_TOLD = 6


class Asked:
    def __init__(self, text: str, mentions: Sequence[MentionRecord]) -> None:
        self.text = text
        self.mentions = mentions

    def behind(self, start: int, limit: int) -> int | None:
        """Behind `à X` and all that tells who X is."""
        if told := ADDRESSEE.match(self.text, start, limit):
            return told.end()
        end = self._past_names(TO_WHOM, start, limit)
        asked = ASKED.match(self.text, end, limit) if end > start else ASKED_OF_OTHERS.match(self.text, start, limit)
        return asked.end() if asked else None

    def fault(self, start: int, limit: int) -> int | None:
        """`accusé X de fraude`: behind X."""
        end = self._past_names(OF_WHOM, start, limit)
        found = FAULT.match(self.text, end, limit) if end > start else None
        return found.end() if found else None

    def _past_names(self, opening: re.Pattern[str], start: int, limit: int) -> int:
        end = start
        first = bisect_left(self.mentions, start, key=lambda one: one.span.start)
        for mention in self.mentions[first : first + MOST_TOLD]:
            link = opening if end == start else AND_WHOM
            if mention.span.end > limit or not link.fullmatch(self.text, end, mention.span.start):
                break
            end = mention.span.end
        return end
