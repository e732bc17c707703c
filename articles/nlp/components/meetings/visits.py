"""Journeys whose counterpart is the place: `s'est rendu à`, `une visite en`, `est attendu à`, `a quitté X pour Y`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.nlp.components.meetings.agenda import Agenda
from articles.nlp.components.meetings.anaphora import takes_up
from articles.nlp.components.meetings.arguments import Arguments
from articles.nlp.components.meetings.clauses import Group
from articles.nlp.components.meetings.destinations import TOURING, Destinations
from articles.nlp.components.meetings.fronting import fronted
from articles.nlp.components.meetings.goals import Goals
from articles.nlp.components.meetings.invitations import invitee
from articles.nlp.components.meetings.last_seen import last_to_come
from articles.nlp.components.meetings.leading import LED_NAMED, leads_on
from articles.nlp.components.meetings.patterns import POSSESSIVE
from articles.nlp.components.meetings.places import Places
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.components.meetings.undertaking import undertaken
from articles.nlp.components.meetings.visit_words import is_for_body
from articles.nlp.components.meetings.voices import REFLEXIVE
from articles.nlp.reference import Reference
from articles.nlp.types import MentionRecord, Span

#: Verbs that are of a journey only with `se`.
REFLEXIVE_VERBS = frozenset({"rendre", "déplacer", "envoler", "trouver", "poser", "arrêter", "précipiter"})
OF_ANYBODY = re.compile(r"[^,;:.]{0,60}?\bd['’′]une?\s")
#: `la première visite d'un ministre français` is that of whoever it may be.
INDEFINITE = re.compile(r"une?\s")
#: `s'est rendu compte` is no journey.
NOTICED = re.compile(r"\scompte\b")
#: `venait de rencontrer` tells of what was done just before.
JUST_DONE = re.compile(r"\s(?:tout juste\s)?(?:de\s|d['’′])(?:se\s|s['’′]|l['’′]|les?\s)?[a-zà-ÿ]+(?:er|ir|re)\b")
#: In somebody's words the journey of whoever he speaks to: `« Votre visite montre que »`.
YOURS = re.compile(r"\bv(?:otre|os)\s(?:[\w-]+\s){0,2}$", re.I)
THE_JOURNEY = re.compile(r"\b(?:le|la|du|ce|cette|de la|sa|son)\s(?:\w+\s)?$", re.I)
#: `…, que X avait annulé`.
CALLED_OFF_BY = re.compile(
    r"[^;:.]{0,40}?\bqu(?:e\s|['’′])(?=(?:[^;:.]|\bMM?\.){2,60}\b(?:annul|report|ajourn|repouss|écourt)\w+)"
)
HAS_CALLED_OFF = re.compile(
    r"\b(?:avoir|ayant|a|avait)\s(?:\w+\s)?(?:annulé|décommandé)\s(?:(?:une|sa|son|un)\s)(?:\w+\s)?$"
)
LIKE = re.compile(r"\b(?:comme|tout comme|à l['’′]instar d[eu])\s*$")
BEFORE_HIM = re.compile(r"\s(?:l['’′]avai(?:t|ent)\sfait\s)?avant\s(?:lui|elle|eux|elles)\b")
#: `X, lequel se trouvait en visite à Y`, `X, qui effectue une visite à Y`.
WHO = re.compile(r",?\s(?:qui|lequel|laquelle)\s(?:[^\s,;:.]+\s){1,7}")
OF_OFFICE = re.compile(r"\s(?:[a-zà-ÿ]+\s|d['’′]État\s)?(?:du\s|de\sla\s|de\sl['’′])")
ON_VISIT = re.compile(r"(?:\s\([^()]{1,15}\))?\s*(?:,\s*)?(?:\w+\s){0,3}(?:en|de)\s")
#: `X, dont ce sera la première visite`: whose it is.
WHOSE = re.compile(
    r",?\sdont\s(?:ce(?:\s(?:sera|serait|fut))|c['’′](?:est|était))\s(?:là\s)?(?:la|le|l['’′])\s?(?:[\w-]+\s){0,3}"
)
ACCOMPANIED = re.compile(r"\b(?:accompagn|flanqu)ée?s?\s(?:de\s|du\s|des\s|d['’′]|par\s)[^;:.]*$")
BEGINS = re.compile(r"\b(?:entam|début|commenc|démarr|entrepr|lanc)\w*\s(?:[^\s,;:.]+\s){0,3}$")
#: How far behind `accompagné` the last of the company stands.
COMPANY_REACH = 120
EN_ROUTE = re.compile(
    r"\b(?:en|lors d['’′]une|pour une|à l['’′]occasion d['’′]une|au cours d['’′]une|au terme d['’′]une)\s*(?:\w+\s)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Journey:
    travellers: Group
    #: None for a journey called off of which no goal is told.
    place: MentionRecord | None
    #: The day told is not that of this one.
    undated: bool = False
    #: A further goal, still to come when the first was reached.
    ahead: bool = False


class Visits:
    def __init__(self, arguments: Arguments, agenda: Agenda, places: Places) -> None:
        self.arguments = arguments
        self.clauses = arguments.clauses
        self.destinations = Destinations(arguments.clauses, places)
        self.references = arguments.clauses.references
        self.agenda = agenda
        self.delegations = arguments.phrases.standing.delegations
        self.goals = Goals(self.references)
        self.text = arguments.clauses.text

    def of(self, trigger: Trigger, sentence: Span) -> Iterator[Journey]:
        """Each traveller and the place, where both are told."""
        words = self.text[max(sentence.start, trigger.start - 3) : trigger.span.start]
        if NOTICED.match(self.text, trigger.span.end) or self._is_just_done(trigger):
            return
        if self._is_of_others(trigger, sentence):
            return
        if trigger.lemma in REFLEXIVE_VERBS and not REFLEXIVE.search(words):
            return
        if not trigger.is_verb and YOURS.search(self.text, sentence.start, trigger.start):
            return
        place = self._goal(trigger, sentence)
        if place is None or (trigger.frame == "stay" and self._is_impersonal(trigger)) or self._in_heading(sentence):
            return
        if takes_up(self.text, trigger, sentence, place.span.start) or is_for_body(self.text, trigger, place):
            return
        yield from (Journey([one], place, undated=True) for one in self._before_him(trigger, sentence))
        together = [one for one in self.travellers(trigger, sentence, place) if not self._at_home(one, place)]
        if together and trigger.frame != "expected":
            together += [one for one in self.arguments.parties.present(sentence, trigger) if self._accompanies(one)]
        # Several who are awaited come each from a place of their own; several who went have gone together.
        apart = trigger.frame == "expected" and len(self.delegations.as_one(together)) > 1
        for party in [[one] for one in together] if apart else [together] if together else []:
            yield Journey(party, place)
            for goal in self.goals.further(place, sentence):
                ahead = self.goals.lies_ahead(place, goal)
                yield Journey(party, goal, undated=ahead, ahead=ahead)
            if (whole := self.destinations.around(trigger, place)) is not None:
                yield Journey(party, whole, undated=True)
            if (first := self._first_stage(trigger, sentence, place)) is not None:
                yield Journey(party, first)

    def _goal(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """Where the journey led; of one whose stages are told behind, where it began or ended: `a achevé à Y`."""
        if not trigger.is_verb and leads_on(self.text, trigger, sentence):
            return self.destinations.begun(trigger, sentence)
        return self.destinations.of(trigger, sentence) or self._untold(trigger, sentence)

    def _untold(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """A goal that the words of the journey do not name: that of an entry, else where the story is set."""
        if not trigger.is_verb and (entry := self.agenda.diary_entry(sentence)) is not None:
            return entry
        return self.destinations.untold.of(trigger, sentence, self.agenda.entry_around(sentence))

    def _first_stage(self, trigger: Trigger, sentence: Span, goal: MentionRecord) -> MentionRecord | None:
        """`NAIROBI - X entame une tournée en Afrique`: where the entry says that it begins."""
        entry = self.agenda.diary_entry(sentence) if trigger.lemma in TOURING else None
        begins = entry is not None and goal.label == "LOC" and BEGINS.search(self.text, sentence.start, trigger.start)
        return entry if begins else None

    def _accompanies(self, one: Reference) -> bool:
        """`X, accompagné de Y, s'est rendu`: Y has gone with him; not whoever was present at something there."""
        before = self.text[max(0, one.span.start - COMPANY_REACH) : one.span.start]
        return self.clauses.kind(one) == "person" and ACCOMPANIED.search(before) is not None

    def called_off(self, trigger: Trigger, sentence: Span) -> Iterator[Journey]:
        """`le voyage de février, que X avait annulé`, `X a annulé une visite`: a journey told of without its goal."""
        if not trigger.is_verb and HAS_CALLED_OFF.search(self.text, sentence.start, trigger.start):
            subject = self.clauses.subject(trigger, sentence)
            yield from (Journey([one], None) for one in subject[:1] if self.clauses.kind(one) == "person")
            return
        if trigger.is_verb or not THE_JOURNEY.search(self.text, sentence.start, trigger.start):
            return
        annulling = CALLED_OFF_BY.match(self.text, trigger.span.end, sentence.end)
        behind = self.clauses.right(trigger.span.end, sentence) if annulling else []
        own = self.clauses.marked("of", trigger.span.end, sentence)
        behind = [own] if own is not None and self._close(trigger, own.span.start) else behind
        people = [one for each in behind[:1] for one in each.members if self._travels(one)]
        people = people or [one for one in self.clauses.subject(trigger, sentence) if self._travels(one)][:1]
        last = self.arguments.phrases.protagonists.last(sentence.start, pronoun="")
        for one in people or ([last] if last is not None else []):
            yield Journey([one], None)

    def _before_him(self, trigger: Trigger, sentence: Span) -> Group:
        """`X, comme Y et Z avant lui, a visité`: they did as well."""
        for each in self.clauses.left(trigger.start, sentence):
            alike = LIKE.search(self.text, sentence.start, each.span.start)
            if alike and BEFORE_HIM.match(self.text, each.span.end, trigger.start):
                return [one for one in each.members if self._travels(one)]
        return []

    def _is_just_done(self, trigger: Trigger) -> bool:
        return trigger.lemma == "venir" and JUST_DONE.match(self.text, trigger.span.end) is not None

    def _is_of_others(self, trigger: Trigger, sentence: Span) -> bool:
        """`les citoyens se trouvant en X`: told of the noun before it."""
        if not trigger.is_verb or not self.text.endswith("ant", 0, trigger.span.end):
            return False
        if self.text[trigger.start : trigger.start + 3].lower() == "en ":
            return False  # what the subject of the main clause does by it
        before = self.text[sentence.start : trigger.start].rstrip()
        named = any(
            each.span.end >= sentence.start + len(before) for each in self.clauses.left(trigger.start, sentence)
        )
        return bool(before) and not before.endswith((",", " en", "En", "tout", "(")) and not named

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

    def travellers(self, trigger: Trigger, sentence: Span, place: MentionRecord) -> Group:
        behind = self.clauses.right(trigger.span.end, sentence)
        if coming := last_to_come(self.text, trigger, sentence, behind):
            return [one for one in coming.members if self.clauses.kind(one) == "person"]
        if self.agenda.is_planned(sentence) and self.clauses.marked("of", trigger.span.end, sentence) is None:
            return list(self.agenda.owner)
        if invited := invitee(self.text, trigger, sentence, self.clauses.left(trigger.start, sentence)):
            return [one for one in invited.members if self._travels(one)]
        if not trigger.is_verb:
            own = self._of_noun(trigger, sentence, place)
            if own is None and (ahead := self._of_main_clause(trigger, place, sentence)):
                own = ahead
            if own is not None:
                return own
        if trigger.frame in {"lead", LED_NAMED}:
            return self._led(trigger, sentence)
        subject = self.clauses.apposed(trigger, sentence) or self.clauses.subject(trigger, sentence)
        people = [one for one in subject if self.clauses.kind(one) == "person" or one.role is not None]
        if people or trigger.is_verb:
            return people
        before = self.text[sentence.start : trigger.span.start]
        inside = self.references.within(Span(sentence.start, trigger.span.start), people_only=True)
        if POSSESSIVE.search(before) and inside:
            return inside[-1:]
        free = [each for each in self.clauses.left(trigger.start, sentence) if not each.marker]
        anybody = OF_ANYBODY.match(self.text, trigger.span.end, sentence.end)
        if POSSESSIVE.search(before) or EN_ROUTE.search(before) or not (free or anybody):
            last = self.arguments.phrases.protagonists.last(sentence.start, pronoun="")
            return [last] if last is not None else []
        return []

    def _led(self, trigger: Trigger, sentence: Span) -> Group:
        """`X entame une tournée qui le mènera à Y`, `Sa tournée le mènera à Y`: whom a journey leads there."""
        if trigger.frame == LED_NAMED:
            return [
                one for one in self.clauses.first(self.clauses.right(trigger.span.end, sentence)) if self._travels(one)
            ]
        free = [each for each in self.clauses.left(trigger.start, sentence) if not each.marker or each.marker == "of"]
        people = [one for each in free for one in each.members if self._travels(one)]
        last = self.arguments.phrases.protagonists.last(sentence.start, pronoun="")
        return people[:1] or ([last] if last is not None else [])

    def _of_main_clause(self, trigger: Trigger, place: MentionRecord, sentence: Span) -> Group:
        """`De retour d'une visite à Y, X a dit`, unless X is at home there."""
        ahead = fronted(self.clauses, trigger, sentence)
        return [one for one in ahead if self._travels(one) and not self._at_home(one, place)]

    def _of_noun(self, trigger: Trigger, sentence: Span, place: MentionRecord) -> Group | None:
        """`la visite de X à Y`, `la visite à Y de X`, `X, en visite à Y`; nothing where the subject must tell."""
        if (made := undertaken(self.clauses, trigger, sentence)) is not None:
            return [one for one in made.who if self._travels(one)] or None
        own = self.clauses.marked("of", trigger.span.end, sentence)
        if own is None and self._is_of_office(trigger):
            return []
        if own is not None and not place.span.within(own.span) and self._close(trigger, own.span.start):
            if INDEFINITE.match(self.text, own.span.start):
                return []
            return [one for one in own.members if self._travels(one)]
        left = [each for each in self.clauses.left(trigger.start, sentence) if self.text[each.span.start - 1] != "("]
        if left and WHOSE.fullmatch(self.text, left[-1].span.end, trigger.start):
            return [one for one in left[-1].phrases[-1].members[-1:] if self._travels(one)]
        if left and WHO.fullmatch(self.text, left[-1].span.end, trigger.start):
            return [one for one in left[-1].phrases[-1].members if self.clauses.kind(one) == "person"] or None
        if left and ON_VISIT.fullmatch(self.text, left[-1].span.end, trigger.start):
            return [left[-1].members[-1]] if self._travels(left[-1].members[-1]) else []
        return None

    def _is_of_office(self, trigger: Trigger) -> bool:
        """`la visite du Président de la République`, whom the article names nowhere: nobody else's."""
        of_office = OF_OFFICE.match(self.text, trigger.span.end)
        roles = (one.span.start for one in self.references.draft.mentions if one.label == "ROLE")
        return of_office is not None and of_office.end() in roles

    def _close(self, trigger: Trigger, start: int) -> bool:
        between = self.text[trigger.span.end : start]
        return len(between) < 60 and not re.search(r"[;:,]|\b(?:qui|que|où|qualité|tant que|comme|nom)\b", between)

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
