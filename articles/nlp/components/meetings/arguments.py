"""Who takes part in what a word of meeting tells."""

from articles.nlp.components.meetings.among import each_of_them
from articles.nlp.components.meetings.attendance import is_told_by_verb, taking_place, with_leaders
from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.noun_frames import NounFrames
from articles.nlp.components.meetings.parties import Parties
from articles.nlp.components.meetings.partnering import taken_up
from articles.nlp.components.meetings.phoning import Phoning
from articles.nlp.components.meetings.phrases import Phrases
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.components.meetings.unpartnered import attending_too
from articles.nlp.components.meetings.verb_frames import VerbFrames
from articles.nlp.reference import References
from articles.nlp.types import Span


class Arguments:
    """Finds the participants that go with a trigger in its sentence."""

    def __init__(self, references: References) -> None:
        self.phrases = Phrases(references)
        self.clauses = Clauses(self.phrases)
        self.parties = Parties(self.clauses)
        self.verbs = VerbFrames(self.clauses, self.parties)
        self.nouns = NounFrames(self.clauses, self.parties)
        self.phoning = Phoning(self.clauses, self.parties)

    def of(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """A group of at least two for each meeting that the word tells; several where `puis` links them."""
        if together := attending_too(self.clauses, trigger, sentence):
            return [distinct(together)]
        frames = self.verbs if trigger.is_verb else self.nouns
        told = (self.phoning if trigger.frame == "phone" else frames).of
        if together := with_leaders(self.clauses, trigger, sentence):
            return [distinct(together)]
        if is_told_by_verb(self.clauses, trigger, sentence):
            return []
        each = each_of_them(self.clauses, trigger, sentence)
        found = each or self._taken_up(trigger, sentence) or told(trigger, sentence)
        present = self.parties.present(sentence, trigger) if len(found) == 1 else []
        groups = [distinct([*group, *present]) for group in found if group]
        groups = [group for group in groups if len(group) > 1]
        there = [] if groups else taking_place(self.clauses, self.parties, trigger, sentence)
        return groups or ([distinct(there)] if there else [])

    def _taken_up(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """`X, avec lequel il s'est entretenu`, `X et Z, avec lesquels Y a conféré séparément`."""
        partnered = taken_up(self.clauses, trigger, sentence)
        if partnered is None:
            return []
        acting, met = partnered
        return [[*acting, *group] for group in self.parties.separated(trigger, sentence, met)]
