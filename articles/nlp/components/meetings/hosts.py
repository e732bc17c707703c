"""Who receives whom: `A a reçu B`, `B, reçu par A`, `B était en visite chez A`, `à l'invitation de A`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from articles.nlp.lexicons import rows
from articles.nlp.types import Draft, EvidenceRecord, MeetingRecord, Span
from articles.nlp.verbs import conjugate

AUXILIARY = (
    r"(?:(?:a|ont|avait|avaient|aura|auront|aurait|est|sont|était|étaient|fut|furent|sera|seront|doit|doivent|devait|"
    r"devaient|devrait|va|vont|allait)\s(?:\w+ment\s|aussi\s|ensuite\s|également\s)?)?(?:(?:été|être)\s)?"
)
BY = re.compile(r"[^.;:]{0,60}?\b(?:par|chez)\s")
PASSIVE = re.compile(r"\b(?:est|sont|était|étaient|fut|furent|sera|seront|été|être)\s")
#: `où le reçoit A`: who receives stands behind the verb.
TURNED = re.compile(r"(?:\b(?:le|la|les|lui)\s|\bl['’′])$")
AT_HOME = re.compile(
    r"\b(?:en visite (?:\w+ )?chez|rend\w*\s(?:une\s)?(?:\w+\s)?visite (?:à|au)|se rend\w* chez|reçue?s? chez|"
    r"à l['’′]invitation d[eu])\b|\bà l['’′]invitation d['’′]"
)
#: Between people who act together: `A et B ont reçu C`.
TOGETHER = re.compile(r",?\s(?:et\s)?(?:[^\W\d]['’′]?|[\w'’′-]+\s){0,5}")
SUBJECT_BEHIND = re.compile(r"\s(?:[\w'’′.-]+\s?){0,4}")
#: `a reçu une lettre de B`: a thing is received, unless it is somebody sent.
OF_SOMEBODY = re.compile(
    r"(?:\b(?:une?|le|la|les|son|sa|ses|des|du)\s|\bl['’′])"
    r"(?!délégation|groupe|équipe|représentant|envoyé|émissaire|famille|membre|dirigeant|chef)[a-zà-ÿ-]+"
    r"(?:\s[a-zà-ÿ-]+){0,2}\s(?:de\s|du\s|des\s|d['’′])(?:la\s|l['’′])?$"
)
#: Who was there as well neither received nor was received.
PRESENT = re.compile(r"\b(?:en présence|aux côtés|au côté)\sd[^,;.]{0,30}$")
Told = tuple[Span, set[int], set[int]]


@dataclass(frozen=True, slots=True)
class Named:
    """Where a sentence names a participant, by the number in the record."""

    participant: int
    span: Span


@cache
def verbs() -> re.Pattern[str]:
    forms = {form for row in rows("hosting_verbs") for form in conjugate(row["lemma"])}
    words = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"\b(?P<group>{AUXILIARY})(?P<verb>{words})\b")


def with_hosts(meetings: list[MeetingRecord], text: str, draft: Draft) -> list[MeetingRecord]:
    """The meetings with who receives and who is received, as far as one of their sentences shows it."""
    return [hosted(meeting, text, draft) if len(meeting.participants) > 1 else meeting for meeting in meetings]


def hosted(meeting: MeetingRecord, text: str, draft: Draft) -> MeetingRecord:
    for proof in meeting.evidence:
        if proof.field != "sentence":
            continue
        named = sorted(named_in(meeting, proof.span, draft), key=lambda one: one.span)
        present = {
            one.participant for one in named if PRESENT.search(text[max(0, one.span.start - 50) : one.span.start])
        }
        acting_here = [one for one in named if one.participant not in present]
        everybody = set(range(len(meeting.participants))) - present
        for words, hosts, visitors in received(text, proof.span, acting_here, everybody):
            if hosts and visitors and not hosts & visitors:
                return with_parts(meeting, words, hosts, visitors)
    return meeting


def with_parts(meeting: MeetingRecord, words: Span, hosts: set[int], visitors: set[int]) -> MeetingRecord:
    parts = {**dict.fromkeys(hosts, "host"), **dict.fromkeys(visitors, "visitor")}
    people = tuple(replace(one, part=parts.get(index, "")) for index, one in enumerate(meeting.participants))
    told = (EvidenceRecord("host", words), EvidenceRecord("visitor", words))
    return replace(meeting, participants=people, evidence=(*meeting.evidence, *told))


def named_in(meeting: MeetingRecord, sentence: Span, draft: Draft) -> Iterator[Named]:
    """Participants by their names and by the offices that stand for them."""
    for index, one in enumerate(meeting.participants):
        spans = {mention.span for mention in draft.mentions if mention.entity == one.entity}
        spans |= {draft.mentions[each].span for each in (one.mention, one.role) if each is not None}
        yield from (Named(index, span) for span in spans if span.within(sentence))


def received(text: str, sentence: Span, named: list[Named], everybody: set[int]) -> Iterator[Told]:
    """For each word of receiving: its words, who receives, who is received."""
    for match in AT_HOME.finditer(text, sentence.start, sentence.end):
        hosts = first_behind(named, match.end(), text)
        yield Span(*match.span()), hosts, everybody - hosts
    for match in verbs().finditer(text, sentence.start, sentence.end):
        words = Span(*match.span())
        by = BY.match(text, words.end, sentence.end)
        if by and is_passive(match):
            hosts = first_behind(named, by.end(), text)
            yield Span(words.start, by.end() - 1), hosts, everybody - hosts
        elif not PASSIVE.search(match["group"]):
            yield words, *active(text, sentence, words, named, everybody)


def active(
    text: str, sentence: Span, words: Span, named: list[Named], everybody: set[int]
) -> tuple[set[int], set[int]]:
    """Who does it, by name or pronoun, and to whom."""
    before = [one for one in named if one.span.end <= words.start]
    behind = [one for one in named if one.span.start >= words.end]
    clitic = TURNED.search(text[max(sentence.start, words.start - 8) : words.start]) is not None
    if clitic and behind and SUBJECT_BEHIND.fullmatch(text, words.end, behind[0].span.start):
        return {behind[0].participant}, everybody - {behind[0].participant}
    if not clitic and (not behind or OF_SOMEBODY.search(text[words.end : behind[0].span.start])):
        return set(), set()
    others = {one.participant for one in behind}
    hosts = acting(before, text) or (everybody - others)
    return hosts, everybody - hosts if clitic else others - hosts


def is_passive(match: re.Match[str]) -> bool:
    """`a été reçu par`, `, reçu par`."""
    bare = not match["group"].strip() and re.search(r"(?:[uié])e?s?$", match["verb"]) is not None
    return bare or PASSIVE.search(match["group"]) is not None


def first_behind(named: list[Named], position: int, text: str) -> set[int]:
    """Who is named first behind the words, close by."""
    behind = [one for one in named if one.span.start >= position and one.span.start - position < 60]
    if not behind or re.search(r"[.;:]\s", text[position : behind[0].span.start]):
        return set()
    found = [behind[0]]
    for one in behind[1:]:
        between = text[found[-1].span.end : one.span.start]
        if one.participant != found[-1].participant and not TOGETHER.fullmatch(between):
            break
        found.append(one)
    return {one.participant for one in found}


def acting(before: list[Named], text: str) -> set[int]:
    """Who is named last before the verb, with those he is coordinated with."""
    if not before:
        return set()
    found = [before[-1]]
    for one in reversed(before[:-1]):
        between = text[one.span.end : found[-1].span.start]
        if one.participant != found[-1].participant and not TOGETHER.fullmatch(between):
            break
        found.append(one)
    return {one.participant for one in found}
