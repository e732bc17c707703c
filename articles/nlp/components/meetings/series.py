"""Meetings of one series told by their number alone: `Le premier s'était tenu à X`, `Un troisième avait été annulé`."""

import re
from collections.abc import Iterator

from articles.nlp.components.meetings.clauses import Group
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

ORDINAL = r"(?:premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|cinquième|dernière?|précédente?|prochaine?)"
#: What says that one of a series was or will be; between commas or dashes its day may stand.
TAKING_PLACE = (
    r"(?:,[^.;:,]{2,40}(?:,[^.;:,]{2,30})?,)?\s(?:ne\s|n['’′])?(?:s['’′](?:est|était)\s(?:tenue?|déroulée?|achevée?)|"
    r"(?:a|avait|aura)\s(?:eu\s)?lieu|se\s(?:tiendra|déroulera)|remont(?:e|ait)|dat(?:e|ait)\sd|(?:a|avait)\sduré|"
    r"(?:a|avait)\sété\s(?:annul|report|suspend)|(?:est|était)\s(?:prévue?|programmée?)|doit\s(?:se\stenir|avoir\slieu))"
)
ALONE = re.compile(
    rf"(?:^|(?<=[.!?»]\s)|(?<=\n))(?:Les?|La|Une?)\s(?P<word>{ORDINAL}(?:\s(?:séance|round|cycle|série|manche))?)(?={TAKING_PLACE})",
    re.M,
)
#: The same with its noun, which opens the sentence and names nobody.
OPENING = re.compile(rf"\s*(?:Pour (?:rappel|mémoire), )?(?:[Ll]a|[Ll]e|[Uu]ne?)\s(?:toute\s)?{ORDINAL}\s(?:\w+\s)?")
BEHIND = re.compile(rf"s?(?:\s[a-zà-ÿ-]+)?{TAKING_PLACE}")


def ordinals(text: str) -> Iterator[Trigger]:
    for match in ALONE.finditer(text):
        word = Span(*match.span("word"))
        yield Trigger(word, word.start, "", "series", "in_person", is_verb=False)


def is_one_of_series(text: str, sentence: Span, trigger: Trigger) -> bool:
    """`La dernière session remonte à 2014`, `La première rencontre, vendredi, avait duré cinq heures`."""
    opens = OPENING.fullmatch(text, sentence.start, trigger.start) is not None
    return opens and BEHIND.match(text, trigger.span.end, sentence.end) is not None


def says_why(text: str, listing: Listing, trigger: Trigger, met: Group) -> bool:
    """`avait été annulé, X invoquant des raisons`: one of those who met, in what is added."""
    added = listing.span.start > trigger.span.end and text.endswith(", ", 0, listing.span.start)
    return added and {one.entity for one in listing.members} <= {one.entity for one in met}
