"""Journeys told by where they lead somebody: `une tournée qui l'a conduit à X et le mènera à Y`."""

import re
from collections.abc import Iterator

from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

#: What may lead somebody, somewhere before in the sentence.
JOURNEY = r"(?:tournée|périple|voyage|déplacement|visite|mission|séjour|étape|agenda|programme)"
FUTURE = r"(?:condui|(?:em|a)?mène)ra"
LEADS = re.compile(
    rf"\b{JOURNEY}\b(?=[^.;:«»]*?\b(?:condui|(?:em|a)?m[eè]n))|"
    r"\b(?P<verb>(?P<modal>doi(?:t|vent)\s|devai(?:t|ent)\s|va\s|devrait\s|devra\s)?(?:le|la|les|l['’′])\s?"
    r"(?P<past>(?:a|avait|aura)\s)?(?:d['’′]abord\s|déjà\s|\w+ment\s|aussi\s|ensuite\s|également\s)?)"
    rf"(?P<word>{FUTURE}|conduire|(?:em|a)?mener|conduite?s?|(?:em|a)?menée?s?|condui(?:t|sait)|(?:em|a)?m(?:ène|enait))\b"
)
#: The frame of a verb with whom it leads behind it.
LED_NAMED = "lead named"
#: `mènera ensuite la ministre`, `a conduit lundi le président`.
NAMING = re.compile(
    r"(?:\s(?!(?:qui|le|la|les)\s)[^\s,;:.]+){0,4}?\s(?P<past>(?:a|avait)\s)?(?:\w+ment\s|ensuite\s|aussi\s|également\s)?"
    rf"(?P<word>{FUTURE}|(?<=[at]\s)(?:conduit|(?:em|a)?mené))\s(?:[a-zà-ÿ'’]+\s){{0,3}}?(?=(?:le|la|l['’′]|M\.|Mme|[A-ZÀ-Ý]))"
)
#: `qui le conduira aussi à Y`.
FURTHER = re.compile(r"\s(?:aussi|également|notamment|encore)\s")


def leads(text: str) -> Iterator[Trigger]:
    told = -1
    for match in LEADS.finditer(text):
        if match["word"] is None:
            told = match.end()
            yield from _of_somebody_named(text, told)
        elif told >= 0 and not re.search(r"[.;:«»]", text[told : match.start()]):
            future, ahead = re.fullmatch(FUTURE, match["word"]) is not None, match["modal"] is not None
            word = Span(*match.span("word"))
            past = match["past"] is not None
            yield Trigger(
                word, match.start(), "mener", "lead", "visit", True, future, infinitive=ahead, participle=past
            )


def _of_somebody_named(text: str, end: int) -> Iterator[Trigger]:
    """`L'étape suivante conduira la ministre X à Y`: the verb right behind the journey, whom it leads behind that."""
    verb = NAMING.match(text, end)
    if verb is None:
        return
    word, start = Span(*verb.span("word")), verb.start("word")
    past = verb["past"] is not None
    yield Trigger(word, start, "mener", LED_NAMED, "visit", True, not past, participle=past)


def leads_on(text: str, trigger: Trigger, sentence: Span) -> bool:
    """Whether the stages of a journey are told behind its word, so that `en Europe` is none of its own.

    Where it leads `aussi` to another, its own goal was told before.
    """
    noun = LEADS.match(text, trigger.span.start)
    if noun is None:
        return False
    stages = [match for match in LEADS.finditer(text, noun.end(), sentence.end) if match["word"]]
    return bool(stages) and FURTHER.match(text, stages[0].end()) is None
