"""What has a word of meeting and is none: prizes and sums received, games, questions, `en échange de`."""

import re

from articles.nlp.components.meetings.patterns import NO_MEETING, SPORT
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import References
from articles.nlp.types import MeetingRecord, ParticipantRecord, Span

#: Before a noun these say that it is none of meeting: `en échange de`, `a fait appel`.
BEFORE_NOUN = {
    # Or those of goods, which are measured: `le volume des échanges`, `un tiers de leurs échanges`.
    "échange": re.compile(
        r"\ben\s$|\b(?:volume|valeur|montant|solde|balance|total|part|moitié|tiers|quart|hausse|baisse|recul|chute|croissance|"
        r"progression|augmentation|essor|doublement)s?\s(?:\w+\s)?(?:des?\s|d['’′])(?:les\s|[lsnc]es\s|leurs\s|nos\s)?$",
        re.I,
    ),
    "passage": re.compile(r"\b(?:points?|lieux?|droits?|couloirs?|postes?)\sde\s$", re.I),
    "concertation": re.compile(r"\ben\s(?:\w+\s)?$", re.I),
    "appel": re.compile(r"\b(?:fai[st]|font|faire|faisant|fera|feront|faisai(?:t|ent)|interjet\w+|en)\s$", re.I),
    # What goes on, breaks off or is wished for, not what was held on a day.
    "dialogue": re.compile(
        r"\b(?:poursui\w+|continu\w+|cess\w+|rompr\w+|rompu|rupture|coup\w+|repris\w*|reprendre|reprend\w*|réactiver|relanc\w+|"
        r"voies?|maintenir|favoriser|renou\w+|promouvoir|suspen\w+|cadre)\s*(?:d[eu]\s|d['’′])?"
        r"(?:le\s|tout\s|un\s|son\s|leur\s|ce\s|du\s)?$",
        re.I,
    ),
}
#: Behind a noun these say the same: what is exchanged, and what goes on for years.
BEHIND_NOUN = {
    "échange": re.compile(
        r"\s(?:commercia|économique|culturel|universitaire|scolaire|étudiant|scientifique|humain|touristique)\w*\b|"
        r"\s(?:de\s|d['’′])(?:prisonnier|détenu|otage|corps|dépouille|tir|feu|coup|information|renseignement|donnée|étudiant|"
        r"territoire|terre|ambassadeur|lettre|note|bien|marchandise|devise|bons\sprocédés)s?\b"
    ),
    "négociation": re.compile(r"\sd['’′]adhésion\b"),
}
#: Behind `échanges`: those of goods, which are counted.
TRADE = re.compile(
    r"(?:[^;:.«»]|\d\.\d)*?\b(?:(?:augment|progress|recul|bondi|chut|baiss|diminu|doubl|tripl|quadrupl|explos|atteint|atteign|dépass|"
    r"avoisin|représent|s['’′]élèv|s['’′]élev|croiss|totalis|se\schiffr)\w*|port\w+\sà)\s(?:[^;:.«»]|\d\.\d)*?"
    r"(?:\d|%|milliard|million)|"
    r"[^;:.«»]*?\b(?:multipli|divis)\w+\spar\s"
)
#: A sum, a prize or another thing behind `a reçu`.
THING = re.compile(
    r"[^,;:.]{0,45}?\s(?:le|la|un|une|son)\s(?:prix|médaille|trophée|légion d['’′]honneur)\b|"
    r"(?:\s\w+ment)?\s(?:(?:plus|moins|près|environ|jusqu['’′]à|quelque)\s(?:de\s|d['’′])?)?"
    r"(?:\d[\d\s.,]*\s?(?:000|euros?|dollars?|francs?|livres?|roubles?|yuans?|yens?|millions?|milliards?|%|voix|kilos?|tonnes?)"
    r"|(?:(?:le|la|les|l['’′]|un|une|des|son|sa|leurs?)\s?)?(?:\w+\s)?(?:prix|médailles?|trophées?|légion|nobel|moitié|"
    r"montres?|costumes?|menaces?|soutien|aide|protections?|étapes?|dons?|balles?|coups?|cadeaux?|salaires?|sommes?|"
    r"indemnités?|formations?|mandat|ordres?|instructions?|plaintes?|courriers?|e-mails?)\b)",
    re.I,
)
#: `a fait visiter Y à X`: whoever shows somebody round is no visitor.
SHOWING = re.compile(r"\bf(?:ait|ont|era|eront|aisait|aire)\s(?:\w+\s){0,2}$")
#: `un sommet très attendu`: nobody is to come.
AWAITED_EVENT = re.compile(r"(?:très|tant|si|le\splus|la\splus|longtemps)\sattendue?s?\b")
#: Somebody seen doing or done something is not met: `voit X reculer`, `de le voir abandonner`.
SEEN_DOING = re.compile(
    r"\s(?:\w+ment\s)?(?:se\s|s['’′])?(?:[a-zà-ÿ]+(?:er|ir|dre|tre|ire)|[a-zà-ÿ]{3,}(?:ées?|és?|ies?|ues?))\b"
)
#: `le texte que leurs présidents devaient signer`: not those told of before, whose they are.
OF_OTHERS = re.compile(r"\b(?:que|où|dont|auquel)\s(?:leurs?|ses)\s(?:[a-zà-ÿ-]+\s){1,3}$")
#: What two people no longer do at all, which is told of no day: `ne se parlent plus guère`.
HABIT = re.compile(r"\bne\s(?:se\s|s['’′])[a-zà-ÿ]+ent$")
NO_MORE = re.compile(
    r"\s(?:plus|pas|guère|jamais)\b(?!\s(?:depuis|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))"
)
OF_US = re.compile(r"\b(?:nous|nos|notre)\b", re.I)
#: How far around a word a speaker may name himself.
AROUND = 45
#: So many words of sport make an article one about it.
OFTEN = 4
CLOSING = ' \n\r\t»”"\u00a0'


class Exclusions:
    def __init__(self, references: References) -> None:
        self.references = references
        self.text = references.text
        #: Whether the whole article is about games.
        self._of_games = len(SPORT.findall(self.text)) >= OFTEN

    def excludes(self, trigger: Trigger, sentence: Span) -> bool:
        """A question, a word that names something else here, or what a speaker tells of `nous`."""
        if self.text[sentence.start : sentence.end].rstrip(CLOSING).endswith("?"):
            return True
        if NO_MEETING.match(self.text, trigger.span.end) is not None:
            return True
        if trigger.lemma == "visiter" and SHOWING.search(self.text, sentence.start, trigger.span.start):
            return True
        if trigger.frame == "expected" and AWAITED_EVENT.match(self.text, trigger.start):
            return True
        if trigger.lemma == "échange" and TRADE.match(self.text, trigger.span.end, sentence.end):
            return True
        if not trigger.is_verb and self._is_of_other_things(trigger, sentence):
            return True
        if trigger.is_verb and OF_OTHERS.search(self.text, sentence.start, trigger.start):
            return True
        if HABIT.search(self.text, trigger.start, trigger.span.end) and NO_MORE.match(self.text, trigger.span.end):
            return True
        return self._is_thing(trigger, sentence) or self._is_seen(trigger, sentence) or self._is_of_us(trigger)

    def _is_of_other_things(self, trigger: Trigger, sentence: Span) -> bool:
        before, behind = BEFORE_NOUN.get(trigger.lemma), BEHIND_NOUN.get(trigger.lemma)
        if before is not None and before.search(self.text, sentence.start, trigger.start):
            return True
        return behind is not None and behind.match(self.text, trigger.span.end, sentence.end) is not None

    def keeps(self, record: MeetingRecord, sentence: Span) -> bool:
        """Where games are told of, only what somebody who holds an office takes part in."""
        game = self._of_games or SPORT.search(self.text, sentence.start, sentence.end) is not None
        return not game or any(self._holds_office(one) for one in record.participants)

    def _holds_office(self, one: ParticipantRecord) -> bool:
        posts, entities = self.references.posts, self.references.draft.entities
        return one.entity < len(entities) and entities[one.entity].kind == "person" and bool(posts[one.entity])

    def _is_thing(self, trigger: Trigger, sentence: Span) -> bool:
        active = trigger.lemma == "recevoir" and self.text[trigger.start : trigger.span.end].lower() != "reçu"
        return active and THING.match(self.text, trigger.span.end, sentence.end) is not None

    def _is_seen(self, trigger: Trigger, sentence: Span) -> bool:
        if trigger.lemma != "voir":
            return False
        people = self.references.within(Span(trigger.span.end, sentence.end))
        near = people and people[0].span.start - trigger.span.end < AROUND
        return SEEN_DOING.match(self.text, people[0].span.end if near else trigger.span.end, sentence.end) is not None

    def _is_of_us(self, trigger: Trigger) -> bool:
        """`« le dialogue que nous menons avec X »`: the words of somebody who is no one of those named there."""
        if not self.references.sentences.quoted(trigger.span.start):
            return False
        return OF_US.search(self.text, max(0, trigger.start - AROUND), trigger.span.end + AROUND) is not None
