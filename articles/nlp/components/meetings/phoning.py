"""Calls told by their means alone: `l'a averti par téléphone`, `a assuré X, au téléphone, du soutien de Y`."""

import re
from collections.abc import Iterator, Sequence

from articles.nlp.components.assertion.patterns import PLUPERFECT
from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.fields import Fields
from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.components.meetings.parties import Parties
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.sentences import Sentences
from articles.nlp.types import Span

BY_PHONE = re.compile(r"\b(?:par|au) téléphone\b|\bau bout du fil\b")
#: How near another word of meeting must stand to be what the means belongs to.
NEAR = 90
#: To whom something was said or done: a pronoun before the verb.
CLITIC = re.compile(r"(?:\bl['’′]|\b(?:lui|le|la)\s)(?:a|avait|aura)\b")
FUTURE = re.compile(r"\b[a-zà-ÿ]{2,}r(?:a|ont)\b")
#: How far behind the means the other one may stand: `a assuré au téléphone à X`.
BEHIND = 12


def by_phone(text: str, sentences: Sentences, others: Sequence[Trigger]) -> Iterator[Trigger]:
    """The means where no word of meeting is beside it."""
    for match in BY_PHONE.finditer(text):
        word, sentence = Span(*match.span()), sentences.at(match.start())
        beside = (one for one in others if one.span.within(sentence) and one.kind != "visit")
        if sentences.quoted(word.start) or any(abs(one.span.start - word.start) < NEAR for one in beside):
            continue
        future = FUTURE.search(text, max(sentence.start, word.start - NEAR), word.start) is not None
        yield Trigger(
            word, word.start, "téléphone", "phone", "call", is_verb=True, future=future, participle=not future
        )


#: Words of talks that may be held from afar.
VAGUE_NOUNS = (
    "échange", "échange de vues", "entretien", "conversation", "discussion", "contact", "dialogue", "concertation",
    "consultation",
)  # fmt: skip
VAGUE_VERBS = (
    "échanger", "entretenir", "discuter", "converser", "parler", "évoquer", "aborder", "examiner", "débattre",
    "dialoguer", "conférer", "concerter",
)  # fmt: skip
VAGUE = frozenset((*VAGUE_NOUNS, *VAGUE_VERBS))


def is_vague(trigger: Trigger) -> bool:
    """Whether the word says nothing of how they spoke; `faire le point`, `faire un tour d'horizon` do not either."""
    return trigger.lemma in VAGUE or (trigger.lemma == "faire" and trigger.frame == "avec")


class Phoning:
    def __init__(self, clauses: Clauses, parties: Parties) -> None:
        self.clauses = clauses
        self.parties = parties
        self.text = clauses.text

    def of(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """Who said or did something by telephone, and to whom."""
        free = [each for each in self.clauses.left(trigger.start, sentence) if not each.marker]
        acting = [each for each in free if is_followed_by_verb(self.text, each.span.end)][-1:]
        subject = acting[0].members if acting else self.clauses.acting(trigger.start, sentence)
        begin = acting[0].span.end if acting else sentence.start
        people = self._people(subject)
        others = [one for one in self._others(begin, trigger, sentence) if one not in people]
        if not others and people and CLITIC.search(self.text, begin, trigger.start):
            other = self.parties.other(sentence.start, sentence, people)
            others = [other] if other is not None else []
        return [distinct([*people, *others])] if people and others else []

    def _others(self, begin: int, trigger: Trigger, sentence: Span) -> Group:
        for each in self.clauses.right(begin, sentence):
            near = each.span.start < trigger.start or each.span.start - trigger.span.end < BEHIND
            if near and each.marker in {"", "à", "avec"} and (people := self._people(each.members)):
                return people
        return []

    def _people(self, group: Group) -> Group:
        return [one for one in group if self.clauses.kind(one) == "person"]


#: Several calls told of at once, before those that were called: `a eu une série d'entretiens téléphoniques`.
CALLS = re.compile(
    r"\b(?:(?:entretiens|échanges|conversations|discussions|contacts)\s(?:[a-zà-ÿ]+\s)?téléphoniques|"
    r"appels\s(?:téléphoniques|[^,;:.]{0,40}\bhomologues)|coups\sde\s(?:fil|téléphone))\b"
)
#: What goes on with what was told right before.
ALSO = re.compile(
    r"\b(?:ensuite|également|aussi|puis|plus\stard|dans\sla\sfoulée|par\sailleurs|en\soutre|auparavant|d['’′]abord|enfin)"
)
#: How many sentences behind such words the calls are told.
SERIES = 4


class Series:
    """Talks told with a word that does not say how, among calls: they were calls too."""

    def __init__(self, clauses: Clauses, fields: Fields) -> None:
        self.standing = clauses.phrases.standing
        self.sentences = clauses.references.sentences
        self.fields = fields
        self.text = clauses.text

    def kind(self, trigger: Trigger, sentence: Span, size: int, group: Group) -> str:
        told = self.fields.kind(trigger, sentence, size)
        if told != "in_person" or not self._goes_on(trigger, sentence, group):
            return told
        return "call" if self.fields.place(trigger, sentence) is None else told

    def _was_recalled(self, trigger: Trigger, sentence: Span) -> bool:
        """`Ils s'étaient parlé en mai. X a aussi vu Z`: the call lies before the story, which goes on without it."""
        told = self.sentences.at(self.standing.recent_at)
        earlier = PLUPERFECT.search(self.text, told.start, told.end) is not None
        return earlier and PLUPERFECT.search(self.text, sentence.start, trigger.span.end) is None

    def _goes_on(self, trigger: Trigger, sentence: Span, group: Group) -> bool:
        """Whether a call by one of the group was told right before, or calls without those called."""
        if not is_vague(trigger):
            return False
        here = self.sentences.index(sentence.start)
        told = self.sentences.index(self.standing.recent_at) if self.standing.recent else -1
        if told >= 0 and self.standing.recent is self.standing.recent_calls and here - told <= 1:
            same = {one.entity for one in group} & {one.entity for one in self.standing.recent}
            also = ALSO.search(self.text, sentence.start, trigger.span.end)
            return bool(same) and also is not None and not self._was_recalled(trigger, sentence)
        return any(
            CALLS.search(self.text, each.start, each.end) is not None
            for each in self.sentences.spans[max(told + 1, here - SERIES) : here]
        )
