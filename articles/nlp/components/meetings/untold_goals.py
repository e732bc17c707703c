"""Where a journey led that its words do not name: `en visite dans le pays`, `retourné dans l'émirat`, `arrivé hier`."""

import re
from collections.abc import Iterator
from functools import cache

from articles.nlp.components.meetings.patterns import POSSESSIVE
from articles.nlp.components.meetings.places import Places
from articles.nlp.components.meetings.standing import Standing
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.lexicons import adjectives, capitals, fold, rows
from articles.nlp.types import MentionRecord, Span

#: Behind the word of a journey: `officielle de trois jours dans le royaume`, `lundi dans l'archipel maldivien`.
IN_A_STATE = re.compile(
    r"(?:\s(?!(?:et|qui|que|où|avec|avant|après|puis)\s)[^\s,;:.]+){0,5}?\sdans\s(?:le\s|la\s|l['’′]|ce\s|cet\s|cette\s)"
    r"(?P<words>(?P<word>[a-zà-ÿ-]+)(?:\s(?P<adjective>[a-zà-ÿ-]+))?)"
)
#: `dans le pays d'accueil`, `dans le pays voisin`: another one, or which one is told.
OF_WHICH = re.compile(r"\s(?:d[eu]\s|des\s|d['’′]|qui\b|où\b|dont\b|voisin|tiers|natal|hôte|même)")
COUNTRY, CAPITAL = "pays", "capitale"
#: `arrivé la veille pour une visite`, `arrivé lundi du Caire`, `attendu jeudi soir.`: no goal stands behind.
JUST_ARRIVED = re.compile(
    r"(?:\s(?:la\sveille|hier|(?:ce\s)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|le\s(?:matin|jour|soir)\smême|tôt|"
    r"tard|seule?s?|(?:le\s)?\d{1,2}(?:er)?\s[a-zéû]+|dans\s(?:la\s(?:matinée|soirée|nuit|journée)|l['’′]après-midi)|"
    r"(?:au|en|matin|soir|après-midi|début|fin|milieu|petit|d[eu]|matinée|soirée|journée|semaine)))*"
    r"(?:\s(?:pour\s(?:une?|sa|son)\s(?:[\w-]+\s){0,2}?(?:visite|séjour|tournée|mission|voyage)|"
    r"(?:de\s|d['’′]|du\s|des\s)(?:la\s)?(?=[A-ZÀ-Ý])|en\sprovenance\sd)|[,.;]|\s?\()"
)
COMING = frozenset({"arriver", "attendre"})
#: `indique-t-on à Y`: where a source speaks.
SAID_THERE = re.compile(r"(?:-t-on|\bon)\s(?:[\w-]+\s)?(?:à|en|au)\s(?:la\s)?$")
#: How many sentences back a town is still where the story is set.
NEAR = 2
#: The verbs that may lead home: `est rentré dans le pays`.
HOMEWARDS = frozenset({"revenir", "retourner", "repartir"})


@cache
def state_words() -> dict[str, frozenset[str]]:
    """What sorts of states are called, with the states of each sort."""
    return {row["word"]: frozenset(row["countries"].split("|")) for row in rows("state_words")}


class UntoldGoals:
    """Takes them from where the story is set."""

    def __init__(self, standing: Standing, places: Places) -> None:
        self.standing = standing
        self.places = places
        self.sentences = standing.references.sentences
        self.draft = standing.draft
        self.text = standing.text

    def of(self, trigger: Trigger, sentence: Span, entry: MentionRecord | None = None) -> MentionRecord | None:
        """`entry` is the place that heads an entry of a list of what is to come."""
        if trigger.kind != "visit" or trigger.frame in {"stay", "leave", "depart", "bound", "reach"}:
            return None
        named = IN_A_STATE.match(self.text, trigger.span.end, sentence.end)
        if named and (state := self._state(named, trigger, sentence)) is not None:
            return state
        coming = trigger.lemma in COMING and trigger.participle
        told = coming and JUST_ARRIVED.match(self.text, trigger.span.end, sentence.end)
        return entry or self._town(trigger, sentence) if told else None

    def _state(self, named: re.Match[str], trigger: Trigger, sentence: Span) -> MentionRecord | None:
        word, adjective = named["word"], fold(named["adjective"] or "")
        known = state_words().get(word)
        told = adjectives().get(adjective, "")
        if word == CAPITAL and not told and not OF_WHICH.match(self.text, named.end("word")):
            return self._town(trigger, sentence, capital=True)
        if known is None and word != COUNTRY:
            return None
        span = Span(named.start("word"), named.end("words" if told else "word"))
        country = told or self._country(word, trigger, sentence, span)
        entity = self.standing.state(country)
        return None if entity is None else MentionRecord(span, "GPE", entity)

    def _country(self, word: str, trigger: Trigger, sentence: Span, span: Span) -> str:
        """The state told last that can be meant, which is not that of the traveller."""
        taken_up = not trigger.is_verb and POSSESSIVE.search(self.text, sentence.start, trigger.start)
        if taken_up or OF_WHICH.match(self.text, span.end):
            return ""
        homes = self._homes(trigger, sentence)
        for country in self._told(trigger, sentence):
            if country in homes:
                if trigger.lemma in HOMEWARDS:
                    return ""
            elif word == COUNTRY or country in state_words()[word]:
                return country
        return ""

    def _homes(self, trigger: Trigger, sentence: Span) -> set[str]:
        """The countries of those that the sentence names before the word."""
        people = self.standing.references.within(Span(sentence.start, trigger.start), people_only=True)
        offices = {self.draft.mentions[one.role].country for one in people[-1:] if one.role is not None}
        return offices.union(*(self.standing.countries(one.entity) for one in people[-1:])) - {""}

    def _told(self, trigger: Trigger, sentence: Span) -> Iterator[str]:
        """The states of the sentence and of those right before it, nearest first, then that of the dateline."""
        start = self.sentences.spans[max(0, self.sentences.index(sentence.start) - NEAR)].start
        for mention in reversed(self.places.mentions(Span(start, trigger.start), {"GPE"})):
            if mention.entity is not None and not mention.figurative:
                yield self.draft.entities[mention.entity].country
        town = self.places.town_of_dateline()
        if town is not None and town.entity is not None:
            yield self.draft.entities[town.entity].country

    def _town(self, trigger: Trigger, sentence: Span, *, capital: bool = False) -> MentionRecord | None:
        """Where the story is set: the town told last before the word, else that of the dateline."""
        start = self.sentences.spans[max(0, self.sentences.index(sentence.start) - NEAR)].start
        scenes = self.places.scenes(Span(start, trigger.start))
        before = [one for one in scenes if SAID_THERE.search(self.text, start, one.span.start) is None]
        dateline = self.places.town_of_dateline()
        towns = [*([dateline] if dateline is not None else []), *map(self._named, before)]
        return next((one for one in reversed(towns) if one is not None and self._fits(one, capital=capital)), None)

    def _fits(self, town: MentionRecord, *, capital: bool) -> bool:
        known = town.entity is not None and town.entity < len(self.draft.entities)
        return not capital or (known and self.draft.entities[town.entity or 0].known_id in capitals())

    def _named(self, scene: MentionRecord) -> MentionRecord | None:
        """A seat of power as the town it is in."""
        if scene.entity is not None:
            return scene
        city = self.standing.city(scene.value)
        return None if city is None else MentionRecord(scene.span, "GPE", city)
