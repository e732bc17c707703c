"""What a meeting was about: `pour discuter de X`, `a porté sur X et Y`, `au menu : X`, `X était au cœur des échanges`.

A topic is a noun phrase of the sentence that tells of the meeting, or of one that goes on about it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from articles.nlp.components.meetings.triggers import nouns
from articles.nlp.lexicons import rows
from articles.nlp.sentences import Sentences
from articles.nlp.types import EvidenceRecord, MeetingRecord, Span
from articles.nlp.verbs import conjugate

#: So many sentences behind the last one that tells of it may go on about a meeting.
GOING_ON = 2
LONGEST = 150
ARTICLE = r"(?:la\s|le\s|les\s|l['’′]|une?\s|leurs?\s|ses\s|son\s|sa\s)"
#: How `de`, `sur` and `à` stand before a noun phrase; an article that melted into them is not of the topic.
LINKS = {
    "de": r"(?:du\s|des\s|de\s|d['’′])",
    "sur": r"(?:sur\s)",
    "à": r"(?:aux?\s|à\s)",
    "": r"",
}
#: What may stand between the cue and its topic: `notamment`, `, selon un communiqué, `, an opening quotation mark.
BETWEEN = (
    r"(?:\s(?:notamment|aussi|également|surtout|principalement|longuement|ensemble|entre autres|essentiellement))?"
    r"(?:,\s[^,.;:]{1,90},)?\s[\"«“]?[\s\u00a0]*"
)
#: Sentences that go on about the meeting told before.
ANAPHORA = re.compile(
    r"[\s«“\"]*(?:(?:Ils|Elles)\s(?:ont|avaient|se sont|devaient|doivent|vont|en ont|y ont)\b"
    r"|(?:Les|Ces|Leurs)\s(?:deux|trois|quatre)?\s?(?:\w+\s)?(?:hommes|femmes|ministres|présidents|dirigeants|chefs|responsables|"
    r"diplomates|parties|interlocuteurs|entretiens|discussions|échanges|pourparlers|négociations|conversations)\b"
    r"|(?:L['’′]|La\s|Leur\s|Cette\s|Le\s|Cet\s)(?:entretien|entrevue|échange|rencontre|réunion|discussion|"
    r"conversation|tête-à-tête|dîner|déjeuner|sommet|appel|audience|visite)\b"
    r"|Au\s(?:menu|programme|cœur|centre)\b|À l['’′]ordre du jour\b|Il a(?:\saussi)? été question\b)"
)
HEADING = re.compile(
    r"[\s«“\"]*(?:[Aa]u (?:menu|programme|cœur|centre)|[ÀAà] l['’′]ordre du jour)"
    r"(?:\sd(?:e\s|es\s|u\s|['’′])[^,:;.]{1,60})?\s?[,:]\s"
)
#: `X était au cœur des échanges`, `X figurait au menu`.
SUBJECT = re.compile(
    r"[\s«“\"]*(?P<topic>[^.;:!?]{3,150}?)\s"
    r"(?:est|sont|était|étaient|sera|seront|a été|ont été|figur\w+|devrai(?:t|ent) être)\s"
    r"(?:également\s|aussi\s|notamment\s)?"
    r"(?:au (?:menu|cœur|centre|programme)|à l['’′]ordre du jour|abordée?s?|évoquée?s?|discutée?s?)\b"
)
#: Here the noun phrase is over: another clause, a circumstance, a day, whom it was discussed with.
END = re.compile(
    r"[.;:!?\n\r()»”\"]|\s[–—-]\s|,?\s(?:qui|que|qu['’′]\w*|dont|où|selon|lors|avant|après|alors|tandis|mais|avec|pour|afin|"
    r"puis|ainsi que|en marge|au cours|à l['’′]issue|à l['’′]occasion|a-t-|ont-ils|d['’′]après|en vue|dans le cadre|"
    r"a|ont|est|sont|avait|avaient|était|étaient|sera|seront|doit|doivent|devait|va|vont|"
    r"(?:ce\s|le\s)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hier|demain|aujourd['’′]hui)\b"
    r"|,\s(?:a|ont|en|à|au|il|elle|ils|elles|au|sans|par|lundi|son|sa)\s"
)
#: Verdicts on the talks are no topics: `parler d'un accueil chaleureux`.
NO_TOPIC = re.compile(
    r"(?:une?\s)(?:accueil|échange|entretien|climat|atmosphère|ton|ambiance|discussion|conversation)\b|\d|l['’′]un\b|"
    r"(?:la garde|les troupes|des troupes|un détachement)\b"
)
SEPARATOR = re.compile(r",\s(?:et\s)?|\set\s")
NOUN_PHRASE = re.compile(rf"{ARTICLE}?[\w«“]", re.I)


@cache
def cues() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern that finds the cues, and each cue's link to its topic by the name of its group."""
    parts, links = [], {}
    for number, row in enumerate(rows("topic_cues")):
        parts.append(rf"(?P<c{number}>{'|'.join(map(re.escape, forms(row['cue'], row['kind'])))})")
        links[f"c{number}"] = row["link"]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b"), links


def forms(cue: str, kind: str) -> list[str]:
    if kind == "phrase":
        return [cue]
    found = [
        form
        for form, readings in conjugate(cue).items()
        if kind == "verb" or any(reading.tense == "participle" for reading in readings)
    ]
    return sorted(found, key=lambda form: (-len(form), form))


def with_topics(meetings: list[MeetingRecord], text: str, sentences: Sentences) -> list[MeetingRecord]:
    """The meetings with the words that say what they were about as evidence."""
    found: dict[int, list[Span]] = {}
    for sentence, told in told_in(meetings, text, sentences):
        for cue, topic in topics(text, sentence):
            for index in meant(told, meetings, cue, sentence):
                found.setdefault(index, []).append(topic)
    return [about(meeting, found.get(index, [])) for index, meeting in enumerate(meetings)]


def about(meeting: MeetingRecord, spans: list[Span]) -> MeetingRecord:
    proof = tuple(EvidenceRecord("topic", span) for span in dict.fromkeys(spans))
    return replace(meeting, evidence=(*meeting.evidence, *proof)) if proof else meeting


def told_in(meetings: list[MeetingRecord], text: str, sentences: Sentences) -> Iterator[tuple[Span, list[int]]]:
    """Sentences with the meetings they tell of, and those that go on about the one told last."""
    by_sentence: dict[int, list[int]] = {}
    for index, meeting in enumerate(meetings):
        for proof in meeting.evidence:
            if proof.field == "sentence":
                by_sentence.setdefault(sentences.index(proof.span.start), []).append(index)
    for number, told in sorted(by_sentence.items()):
        yield sentences.spans[number], told
        for after in range(number + 1, min(number + 1 + GOING_ON, len(sentences.spans))):
            span = sentences.spans[after]
            if after in by_sentence or not goes_on(text, span):
                break
            yield span, told[-1:]


def goes_on(text: str, sentence: Span) -> bool:
    return any(pattern.match(text, sentence.start, sentence.end) is not None for pattern in (ANAPHORA, SUBJECT))


def meant(told: list[int], meetings: list[MeetingRecord], cue: int, sentence: Span) -> list[int]:
    """Of several meetings of a sentence, those whose people are named last before the cue."""
    if len(told) < 2:
        return told
    last = {index: max(named_before(meetings[index], cue, sentence), default=-1) for index in told}
    nearest = max(last.values())
    return [index for index in told if last[index] == nearest]


def named_before(meeting: MeetingRecord, cue: int, sentence: Span) -> Iterator[int]:
    for proof in meeting.evidence:
        if proof.field == "participant" and sentence.start <= proof.span.start < cue:
            yield proof.span.start


def topics(text: str, sentence: Span) -> Iterator[tuple[int, Span]]:
    """Each topic of a sentence, with the place of the cue that leads to it."""
    pattern, links = cues()
    taken = sentence.start
    for match in pattern.finditer(text, sentence.start, sentence.end):
        link = LINKS[links[match.lastgroup or ""]]
        led = re.compile(BETWEEN + f"(?P<link>{link})").match(text, match.end(), sentence.end)
        if led is None or match.start() < taken:
            continue
        for topic in listed(text, Span(led.end(), sentence.end), link):
            taken = topic.end
            yield match.start(), topic
    if heading := HEADING.match(text, sentence.start, sentence.end):
        yield from ((heading.start(), topic) for topic in listed(text, Span(heading.end(), sentence.end), ""))
    if subject := SUBJECT.match(text, sentence.start, sentence.end):
        phrase = Span(*subject.span("topic"))
        whole = list(listed(text, phrase, ""))
        if whole and whole[-1].end == phrase.end:
            yield from ((phrase.end, topic) for topic in whole)


def listed(text: str, rest: Span, link: str) -> Iterator[Span]:
    """The noun phrases that begin here, one after the other: `A, B et C`, `de A et de B`."""
    over = END.search(text, rest.start, rest.end)
    stop = over.start() if over else rest.end
    cuts = [rest.start]
    ends = []
    for separator in SEPARATOR.finditer(text, rest.start, stop):
        repeated = re.compile(link).match(text, separator.end(), stop) if link else None
        start = repeated.end() if repeated else separator.end()
        fresh = repeated or re.compile(ARTICLE, re.I).match(text, start, stop)
        if fresh:
            ends.append(separator.start())
            cuts.append(start)
        elif "," in separator[0] and "et" not in separator[0] and not any_et(text, separator.end(), stop):
            stop = separator.start()
            break
    for start, end in zip(cuts, [*ends, stop], strict=True):
        if (topic := trimmed(text, start, min(end, stop))) is not None:
            yield topic


def any_et(text: str, start: int, stop: int) -> bool:
    return re.search(r"\bet\s", text[start:stop]) is not None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Without blanks and commas at the ends; nothing where no noun phrase is left, or one too long to be it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(' \u00a0\n\r\t«“"'))
    end -= len(words) - len(words.rstrip(" \u00a0\n\r\t,"))
    if end - start < 3 or end - start > LONGEST:
        return None
    words = text[start:end]
    about_talks = nouns()[0].match(re.sub(rf"^{ARTICLE}", "", words, flags=re.I))
    return None if about_talks or NO_TOPIC.match(words) or not NOUN_PHRASE.match(words) else Span(start, end)
