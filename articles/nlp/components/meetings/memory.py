"""Who `les deux hommes` and `une nouvelle rencontre` may mean next: those of the meeting told last."""

import re

from articles.nlp.components.assertion.patterns import PLUPERFECT
from articles.nlp.components.meetings.clauses import Group
from articles.nlp.components.meetings.hosts import hosted
from articles.nlp.components.meetings.merging import Telling
from articles.nlp.components.meetings.parties import SEPARATELY, Parties
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import Draft, MeetingRecord, ParticipantRecord, Span

#: The story stays where it looked back to.
THEN = re.compile(
    r"\b(?:alors|ensuite|à\scette\s(?:occasion|époque)|ce\sjour-là|cette\s(?:fois|rencontre|visite))\b", re.I
)

#: A participle with what goes with it to the comma before the verb of the clause.
APPOSED = re.compile(
    r"[a-zà-ÿ]+(?:é|u|i|is|it)e?s?\s[^;:]{3,120}?,\s(?:a|ont|est|sont|s['’′]est|avait|doit|n['’′])\b.*", re.S
)


class Memory:
    def __init__(self, parties: Parties, draft: Draft) -> None:
        self.parties = parties
        self.standing = parties.phrases.standing
        self.text = parties.text
        self.draft = draft
        #: Those of the story itself, while it looks back on others.
        self._of_story: tuple[Group, int] | None = None

    def recall(self, sentence: Span) -> None:
        """Once the story no longer looks back, `les deux hommes` are again those whom it tells of."""
        if self._of_story is None or sentence.start <= self.standing.recent_at:
            return
        if self._follows(sentence):
            return
        words = self.text[sentence.start : sentence.end]
        if not PLUPERFECT.search(words) and not THEN.search(words):
            (self.standing.recent, self.standing.recent_at), self._of_story = self._of_story, None

    def _follows(self, sentence: Span) -> bool:
        """Whether it is the next sentence in the paragraph, which may well go on about the same meeting."""
        sentences = self.standing.references.sentences
        next_one = sentences.index(sentence.start) == sentences.index(self.standing.recent_at) + 1
        return next_one and "\n" not in self.text[self.standing.recent_at : sentence.start].strip()

    def remember(self, trigger: Trigger, found: list[Telling]) -> None:
        if len(found) > 1 and SEPARATELY.search(self.text, *self._words_of(found[0])):
            return
        for telling in found[-1:]:
            if telling.record.kind == "visit":
                self.standing.journeys.append((telling.record.place, self._people(telling.record)))
            elif len(telling.record.participants) > 1:
                looks_back = telling.earlier and self.standing.recent and self._of_story is None
                if looks_back:
                    self._of_story = self.standing.recent, self.standing.recent_at
                elif not telling.earlier:
                    self._of_story = None
                met = self._met(telling)
                self.standing.together.append(met)
                if self._is_beside(trigger, telling):
                    continue
                self.standing.recent = met
                self.standing.recent_at = self._words_of(telling)[0]
                self._remember_visitors(telling.record)
                self.parties.clauses.met = self._everybody(telling)
            if telling.record.kind == "call":
                self.standing.recent_calls = self.standing.recent

    def _is_beside(self, trigger: Trigger, telling: Telling) -> bool:
        """`X, reçu plus tôt par Z, a dit`: the two of the sentence before stay those whom the story tells of."""
        sentences = self.standing.references.sentences
        sentence = sentences.at(trigger.start)
        closed = APPOSED.fullmatch(self.text, trigger.start, sentence.end) if trigger.participle else None
        if closed is None or not self.text.endswith(", ", 0, trigger.start) or not self.standing.recent:
            return False
        told = sentences.index(self.standing.recent_at)
        shared = {one.entity for one in self.standing.recent} & {one.entity for one in self._people(telling.record)}
        return bool(shared) and sentences.index(sentence.start) - told in {0, 1}

    def _remember_visitors(self, record: MeetingRecord) -> None:
        """`A a reçu B`: B has come as if his journey were told."""
        told = hosted(record, self.text, self.draft).participants
        came = {one.entity for one in told if one.part == "visitor"}
        if came:
            self.standing.journeys.append((None, [one for one in self._people(record) if one.entity in came]))

    def _met(self, telling: Telling) -> Group:
        """Those who met, without those in whose presence, as far as that leaves two."""
        everybody = self._people(telling.record)
        present = {one.entity for one in self.parties.present(Span(*self._words_of(telling)))}
        met = [one for one in everybody if one.entity not in present]
        return met if len(met) > 1 else everybody

    def _everybody(self, telling: Telling) -> Group:
        """Those that no mention names too: `les négociateurs américains et iraniens`."""
        words = Span(*self._words_of(telling))
        named = {one.entity: one for one in self._people(telling.record)}
        return [named.get(one.entity, Reference(one.entity, words)) for one in telling.record.participants]

    @staticmethod
    def _words_of(telling: Telling) -> tuple[int, int]:
        span = next(proof.span for proof in telling.record.evidence if proof.field == "sentence")
        return span.start, span.end

    def _people(self, record: MeetingRecord) -> Group:
        spans = ((one, self._span(one)) for one in record.participants)
        return [Reference(one.entity, span, one.mention, one.role) for one, span in spans if span is not None]

    def _span(self, one: ParticipantRecord) -> Span | None:
        """The words that name a participant, elsewhere in the article where the meeting only describes him."""
        index = first_index(one)
        if index is not None:
            return self.draft.mentions[index].span
        return next((mention.span for mention in self.draft.mentions if mention.entity == one.entity), None)


def first_index(participant: ParticipantRecord) -> int | None:
    """The mention that names a participant, else the office that does."""
    return participant.mention if participant.mention is not None else participant.role
