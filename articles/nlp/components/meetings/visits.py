"""Journeys whose counterpart is the place: `s'est rendu à`, `une visite en`, `est attendu à`, `a quitté X pour Y`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.nlp.components.meetings.arguments import Arguments
from articles.nlp.components.meetings.clauses import Group
from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.components.meetings.patterns import POSSESSIVE, TOWARDS
from articles.nlp.components.meetings.places import CAPITAL, seats
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.lexicons import adjectives, fold
from articles.nlp.reference import Reference
from articles.nlp.types import MentionRecord, Span

#: How far behind the word its place may stand.
REACH = 70
#: Verbs that are of a journey only with `se`.
REFLEXIVE_VERBS = frozenset({"rendre", "déplacer", "envoler", "trouver", "poser", "arrêter"})
REFLEXIVE = re.compile(r"(?:\b[Ss]e\s|\b[Ss]['’′])")
PARTED = re.compile(
    r"[;:]|\b(?:qui|où|avant|après|et|mais|avec|selon|comme|que)\b|"
    r"\bqu['’′](?!(?:il|elle|ils|elles)\s(?:devait|devaient|doit|a|ont|avait|effectue|fait))"
)
#: Between `est` and a place: `est à nouveau à Bujumbura`, `est jusqu'à mardi en Chine`.
STAYING = re.compile(
    r"(?:\s*(?:,|à nouveau|de nouveau|aussi|également|actuellement|toujours|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|ce jour|en visite(?: officielle| d['’′][ÉE]tat)?|lui|elle|arrivée?s?|depuis \w+))*\s*(?:à|en|au|"
    r"aux|dans)"
    r"\s(?:la\s|l['’′]|le\s|les\s)?",
    re.I,
)
DIRECT = re.compile(
    r"\s(?:(?!(?:à|en|aux?|de|du|dans)\s)\w+\s)?"
    r"(?:le|la|les|l['’′]|(?:le camp|la base|la ville|le site)[^,;:.]{0,40}?)?\s*",
    re.I,
)
Y = re.compile(r"\b[yY]\s(?:\w+\s)*$")
OF_ANYBODY = re.compile(r"\bd['’′]une?\s")
#: `la première visite d'un ministre français` is that of whoever it may be.
INDEFINITE = re.compile(r"une?\s")
#: `s'est rendu compte` is no journey.
NOTICED = re.compile(r"\scompte\b")
#: `venait de rencontrer` tells of what was done just before.
JUST_DONE = re.compile(r"\s(?:tout juste\s)?(?:de\s|d['’′])(?:se\s|s['’′]|l['’′]|les?\s)?[a-zà-ÿ]+(?:er|ir|re)\b")
THEN = re.compile(r"\bpuis\s(?:\S+di\s|le\s\S+\s|demain\s|ensuite\s)?(?:à|en|au|aux)\s(?:la\s|l['’′])?$")
END_OF_VISIT = re.compile(
    r"\b(?:au terme|à l['’′]issue|à la fin|après)\s[^,;.]{0,30}\b(?:visite|mission|tournée|séjour|voyage|déplacement)\b"
)
#: A journey put first, before the subject of the sentence.
BACK_FROM = re.compile(
    r"(?:De retour|Au retour|Au terme|[ÀA] l['’′]issue|Au cours|Lors)\s(?:d['’′]une?|de sa|de son)\s"
    r"(?:\w+\s){0,2}"
)
EN_ROUTE = re.compile(
    r"\b(?:en|lors d['’′]une|pour une|à l['’′]occasion d['’′]une|au cours d['’′]une|au terme d['’′]une)\s*(?:\w+\s)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Journey:
    travellers: Group
    place: MentionRecord


class Visits:
    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.clauses = arguments.clauses
        self.references = arguments.clauses.references
        self.text = arguments.clauses.text

    def of(self, trigger: Trigger, sentence: Span) -> Iterator[Journey]:
        """Each traveller and the place, where both are told."""
        words = self.text[max(sentence.start, trigger.start - 3) : trigger.span.start]
        if NOTICED.match(self.text, trigger.span.end) or self._is_just_done(trigger):
            return
        if trigger.lemma in REFLEXIVE_VERBS and not REFLEXIVE.search(words):
            return
        place = self.place(trigger, sentence)
        if place is None or (trigger.frame == "stay" and self._is_impersonal(trigger)) or self._in_heading(sentence):
            return
        for one in self.travellers(trigger, sentence, place):
            if not self._at_home(one, place):
                yield Journey([one], place)
                if (further := self._further(place, sentence)) is not None:
                    yield Journey([one], further)

    def _is_just_done(self, trigger: Trigger) -> bool:
        return trigger.lemma == "venir" and JUST_DONE.match(self.text, trigger.span.end) is not None

    def _further(self, first: MentionRecord, sentence: Span) -> MentionRecord | None:
        """`attendu mardi à Berlin, puis mercredi à Paris`: the next place."""
        for mention in self.references.draft.mentions:
            behind = mention.label == "GPE" and first.span.end < mention.span.start < sentence.end
            if behind and mention.entity is not None and THEN.search(self.text, first.span.end, mention.span.start):
                return mention
        return None

    def _is_impersonal(self, trigger: Trigger) -> bool:
        """`c'était à Genève`, `l'accord est à Vienne`: nobody is there."""
        return (
            re.search(
                r"(?:\b[cC]['’′]|\b[çÇ]a |\b[cC]ela )$", self.text[max(0, trigger.start - 5) : trigger.span.start]
            )
            is not None
        )

    def _in_heading(self, sentence: Span) -> bool:
        return self.text[sentence.start : sentence.end].isupper()

    def place(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        if Y.search(self.text, max(sentence.start, trigger.start - 3), trigger.span.start):
            return self._place_told(trigger, sentence)
        reached = {"reach": DIRECT, "stay": STAYING}.get(trigger.frame)
        capital = self._capital(trigger, sentence)
        if capital is not None and (
            reached is None or reached.fullmatch(self.text, trigger.span.end, capital.span.start)
        ):
            return capital
        end = min(sentence.end, trigger.span.end + REACH)
        for mention in self.references.draft.mentions:
            start = mention.span.start
            if mention.label not in {"GPE", "LOC"} or not trigger.span.end <= start < end or mention.entity is None:
                continue
            between = self.text[trigger.span.end : start]
            if reached is not None:
                return mention if reached.fullmatch(between) else None
            if trigger.frame == "leave":
                return self._left(trigger, mention, sentence)
            if TOWARDS.search(between) and not PARTED.search(between):
                return mention
        return None

    def _capital(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """`est attendu dans la capitale ukrainienne`: its seat of government."""
        end = min(sentence.end, trigger.span.end + REACH)
        match = CAPITAL.search(self.text, trigger.span.end, end)
        if match is None or PARTED.search(self.text[trigger.span.end : match.start()]):
            return None
        city = self.arguments.phrases.standing.city(seats().get(adjectives().get(fold(match["country"]), ""), ""))
        return None if city is None else MentionRecord(Span(*match.span("words")), "GPE", city)

    def _place_told(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """What `y` means: the place told last."""
        start = self.references.sentences.spans[max(0, self.references.sentences.index(sentence.start) - 1)].start
        before = [
            one
            for one in self.references.draft.mentions
            if one.label in {"GPE", "LOC"} and start <= one.span.start < trigger.start and one.entity is not None
        ]
        return next(
            (
                one
                for one in reversed(before)
                if TOWARDS.search(self.text[max(0, one.span.start - 12) : one.span.start])
            ),
            None,
        )

    def _left(self, trigger: Trigger, first: MentionRecord, sentence: Span) -> MentionRecord | None:
        """`a quitté X pour Y`: Y; where no goal is told, X was visited."""
        goal = re.compile(r"\bpour\s(?:le\s|la\s|l['’′]|les\s)?$")
        for mention in self.references.draft.mentions:
            inside = mention.label in {"GPE", "LOC"} and trigger.span.end < mention.span.start < sentence.end
            if inside and goal.search(self.text, trigger.span.end, mention.span.start):
                return mention if mention.entity is not None else None
        ended = END_OF_VISIT.search(self.text, trigger.span.end, sentence.end)
        return first if ended and DIRECT.fullmatch(self.text, trigger.span.end, first.span.start) else None

    def travellers(self, trigger: Trigger, sentence: Span, place: MentionRecord) -> Group:
        if not trigger.is_verb:
            own = self._of_noun(trigger, sentence, place)
            if own is None and BACK_FROM.fullmatch(self.text[sentence.start : trigger.start].lstrip()):
                own = self._of_main_clause(place, sentence)
            if own is not None:
                return own
        subject = self.clauses.subject(trigger, sentence)
        people = [one for one in subject if self.clauses.kind(one) == "person" or one.role is not None]
        if people or trigger.is_verb:
            return people
        before = self.text[sentence.start : trigger.span.start]
        inside = self.references.within(Span(sentence.start, trigger.span.start), people_only=True)
        if POSSESSIVE.search(before) and inside:
            return inside[-1:]
        free = [each for each in self.clauses.left(trigger.start, sentence) if not each.marker]
        anybody = OF_ANYBODY.search(self.text, trigger.span.end, min(sentence.end, trigger.span.end + 90))
        if POSSESSIVE.search(before) or EN_ROUTE.search(before) or not (free or anybody):
            last = self.arguments.phrases.protagonist(sentence.start, pronoun="")
            return [last] if last is not None else []
        return []

    def _of_main_clause(self, place: MentionRecord, sentence: Span) -> Group | None:
        """`De retour d'une visite à Y, X a dit`."""
        for each in self.clauses.right(place.span.end, sentence):
            opens = self.text[place.span.end : each.span.start].strip() == ","
            if not each.marker and opens and is_followed_by_verb(self.text, each.span.end):
                return [one for one in each.members if self._travels(one)] or None
        return None

    def _of_noun(self, trigger: Trigger, sentence: Span, place: MentionRecord) -> Group | None:
        """`la visite de X à Y`, `la visite à Y de X`, `X, en visite à Y`; nothing where the subject must tell."""
        before = self.text[sentence.start : trigger.span.start]
        own = self.clauses.marked("of", trigger.span.end, sentence)
        if own is not None and self._close(trigger, own.span.start):
            if INDEFINITE.match(self.text, own.span.start):
                return []
            return [one for one in own.members if self._travels(one)]
        if re.search(r"\ben\s$", before):
            left = self.clauses.left(trigger.start, sentence)
            if left and re.fullmatch(
                r"\s*(?:,\s*)?(?:\w+\s){0,3}en\s",
                self.text[left[-1].span.end : trigger.start],
            ):
                return [left[-1].members[-1]] if self._travels(left[-1].members[-1]) else []
        return None

    def _close(self, trigger: Trigger, start: int) -> bool:
        between = self.text[trigger.span.end : start]
        return len(between) < 60 and not re.search(r"[;:,]|\b(?:qui|que|où)\b", between)

    def _travels(self, one: Reference) -> bool:
        return self.clauses.kind(one) == "person" or one.role is not None

    def _at_home(self, traveller: Reference, place: MentionRecord) -> bool:
        """A journey within one's own country is no visit to a counterpart."""
        office = self.references.draft.mentions[traveller.role] if traveller.role is not None else None
        entities = self.references.draft.entities
        if traveller.entity >= len(entities):
            return False
        if place.entity is None or place.entity >= len(entities):
            return False
        home = self.references.countries(traveller.entity)
        home |= {office.country} if office is not None else set()
        country = entities[place.entity].country if place.entity is not None else ""
        return bool(country) and country in home
