"""When, where and for how long, each with the words that say so."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from articles.nlp.calendar_fr import LENGTH_OF_DAY
from articles.nlp.components.assertion.patterns import CAME_ABOUT, RESCHEDULED
from articles.nlp.components.meetings.durations import find_duration
from articles.nlp.components.meetings.merging import is_wide
from articles.nlp.components.meetings.narrative import AHEAD, Narrative
from articles.nlp.components.meetings.parting import NEGATED, PARTED, Parting
from articles.nlp.components.meetings.patterns import PHONE, VIDEO
from articles.nlp.components.meetings.places import Places
from articles.nlp.components.meetings.telling_days import is_of_telling
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.components.meetings.undertaking import undertaking_end
from articles.nlp.sentences import Sentences
from articles.nlp.types import Draft, MentionRecord, Span

#: `Rabat, où`: the place of the clause behind.
RIGHT_BEFORE_WHERE = re.compile(r",?\s(?:où|dans laquelle)\s(?:[^.;]|\bMM?\.|\bMgr\.)*$")
#: Between a goal and the day behind it.
BESIDE = re.compile(
    r",?\s\(?(?:(?:le|les|ce|du|dès|à\spartir\sdu|en|début|fin|(?:au|début|fin)\s(?:mois\s)?d[eu])\s|(?:au|fin|début)\s(?:mois\s)?d['’′])?"
)
LEG = re.compile(
    r"(?:\b(?:puis|et|enfin)|,)\s(?:enfin\s)?(?:le\s)?¤(?:\s(?:matin|soir))?\s(?:à|en|au|aux)\s(?:la\s|l['’′])?$"
)
#: `en visite jusqu'au 29 mai` does not tell when it was that they met.
UNTIL = re.compile(r"\bjusqu['’′](?:aux?|à|en)\s(?:la\s|l['’′])?(?:\w+\s)?$")
UNTIL_REACH = 30
NIGHT = re.compile(r"\bnuit\sd[eu]\s$")
#: `entamés lundi, ont pris fin mercredi`.
BEGUN = re.compile(r"\b(?:entam|commenc|ouvert|début|entrepri|lanc)[a-zéè]*\s(?:le\s|dès\s)?$")
ENDED = re.compile(r"\b(?:achev|conclu|termin|clos|pris\sfin)[a-zé]*\s(?:le\s|ce\s|hier\s)?$")
#: With a place where it was done, no call.
SPEAKING = frozenset({"parler", "reparler"})
#: `s'est joint à X`, `se joindra`.
JOINING = re.compile(r"\b[Ss](?:e\s|['’′])")
SINCE = re.compile(r"\bdepuis\s(?:le\s|la\s)?$")
#: `se sont parlé deux heures, dont une en tête-à-tête`.
FACE_TO_FACE = re.compile(
    r"\b(?:tête-à-tête|face-à-face|tête à tête|face à face|seule? à seule?|vive voix|huis clos)\b"
)
DAY_OF_NOUN = re.compile(
    r"(?:\s(?:de|à|en|au)\s[\w'’′-]+|\sd['’′][\w-]+)?,?\s(?:le\s|en\s|du\s|de\s|d['’′]|au\s|fin\s|début\s)*"
)
GATHERED = re.compile(r"(?:réuni|rassemblé|retrouvé)", re.I)
EXPLAINS = re.compile(
    r",\s(?:(?:dans|à|au|en|sur)\s|(?:la\s|le\s|l['’′])?(?:\w+\s)?(?:capitale|chef-lieu|ville|fief|bastion|port)\sd)[^,;.]{0,40}"
)

#: What two states hold between them.
OF_TWO = re.compile(
    r"\b(?:commissions?\smixtes?|cabinet|bilatéra\w+|binationa\w+|séance\sde\stravail|dialogue|signature|"
    r"consultations|comité|conseil\sde\scoopération)\b"
)


class Fields:
    """Reads the fields of a meeting from the sentence that tells it."""

    def __init__(self, text: str, draft: Draft, sentences: Sentences) -> None:
        self.text = text
        self.draft = draft
        self.places = Places(text, draft)
        self.narrative = Narrative(text, draft, self.places, sentences)
        self.parting = Parting(text, draft.mentions, sentences)

    def date(self, trigger: Trigger, sentence: Span, *, held: bool = True) -> MentionRecord | None:
        days = self._days(sentence, held=held)
        since = self._since(trigger, sentence)
        if since is not None:
            return since
        nearest = self._nearest(trigger, self._undertaken(trigger, sentence, days) or days, sentence)
        return next((reach for reach in map(self._range, days, days[1:]) if self._covers(reach, nearest)), nearest)

    def _days(self, sentence: Span, *, held: bool) -> list[MentionRecord]:
        """What is not held was announced or called off on another day than its own."""
        days = [day for day in self.places.days(sentence) if not self._is_end(day, sentence)]
        eves = [first for first, second in pairwise(days) if self._is_eve(first, second)]
        days = [day for day in days if day not in eves] if eves else days
        return days if held else [day for day in days if not is_of_telling(self.text, day)]

    def _is_eve(self, day: MentionRecord, following: MentionRecord) -> bool:
        """`dans la nuit de mardi à mercredi`: the night belongs to the day that follows."""
        joined = self.text[day.span.end : following.span.start] in {" à ", " au "}
        return joined and self._follows(NIGHT, day)

    def _is_end(self, day: MentionRecord, sentence: Span) -> bool:
        return UNTIL.search(self.text, max(sentence.start, day.span.start - UNTIL_REACH), day.span.start) is not None

    def _undertaken(self, trigger: Trigger, sentence: Span, days: list[MentionRecord]) -> list[MentionRecord]:
        """`a confirmé lundi la visite que X fera jeudi`: the days of the clause that tells of the visit."""
        end = None if trigger.is_verb else undertaking_end(self.text, trigger.span.end, sentence.end)
        behind = [] if end is None else [day for day in days if day.span.start > trigger.span.end]
        return self.parting.near(trigger, behind, sentence)

    def _since(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """`réunis depuis lundi`: from then to the article's day."""
        near = self.parting.near(trigger, self.places.mentions(sentence, {"DATE"}), sentence)
        for day in near:
            before = self.text[max(sentence.start, trigger.start - 4) : day.span.start]
            if "/" in day.value or not SINCE.search(before) or day.span.start < trigger.span.end:
                continue
            if trigger.participle and NEGATED.search(before):
                return day
            if len(day.value) == LENGTH_OF_DAY and trigger.participle and GATHERED.match(self.words(trigger)):
                return replace(day, value=f"{day.value}/{self.draft.date.isoformat()}")
        return None

    def _range(self, first: MentionRecord, second: MentionRecord) -> MentionRecord | None:
        """`jeudi et vendredi`: two days on end are one stretch of time."""
        if self.text[first.span.end : second.span.start] != " et " or not are_on_end(first.value, second.value):
            return None
        return replace(first, span=Span(first.span.start, second.span.end), value=f"{first.value}/{second.value}")

    @staticmethod
    def _covers(reach: MentionRecord | None, nearest: MentionRecord | None) -> bool:
        return reach is not None and nearest is not None and nearest.span.within(reach.span)

    def leg_day(self, place: MentionRecord, sentence: Span) -> MentionRecord | None:
        """The day of a further stage: `attendu lundi à Rome, puis mercredi à Oslo`, `puis à Oslo mercredi`."""
        for day in self.places.days(sentence):
            if place.span.end <= day.span.start and BESIDE.fullmatch(self.text, place.span.end, day.span.start):
                return day
        days = [day for day in self.places.days(sentence) if day.span.end < place.span.start]
        words = self.text[max(sentence.start, days[-1].span.start - 8) : place.span.start] if days else ""
        return days[-1] if days and LEG.search(words.replace(self.words(days[-1]), "¤")) else None

    def words(self, mention: MentionRecord | Trigger) -> str:
        return self.text[mention.span.start : mention.span.end]

    def date_behind(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """The first date behind the word: `a annulé mardi l'entretien qu'il devait avoir jeudi`."""
        behind = [day for day in self._days(sentence, held=False) if day.span.start > trigger.span.end]
        return behind[0] if behind else None

    def rescheduled(self, sentence: Span) -> MentionRecord | None:
        """The day to which something was put off: `a été repoussée à vendredi`."""
        put_off = RESCHEDULED.search(self.text, sentence.start, sentence.end)
        if put_off is None:
            return None
        days = self.places.days(Span(put_off.start(), sentence.end))
        # The last day of the words is that to which, not that from which.
        return next((day for day in reversed(days) if day.span.start < put_off.end()), None)

    def day_of_clause(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """The day in the very clause of what was not to be: `a démenti avoir rencontré X la veille`."""
        near = self.parting.near(trigger, self._days(sentence, held=False), sentence)
        return min(near, key=lambda day: gap(trigger.span, day.span), default=None)

    def from_to(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """`Les entretiens, entamés lundi à Y, se sont achevés mercredi`: the days from the first to the last."""
        days = [] if trigger.is_verb else [day for day in self.places.days(sentence) if day.span > trigger.span]
        first = next((day for day in days if self._follows(BEGUN, day)), None)
        last = next((day for day in days if self._follows(ENDED, day)), None)
        if first is None or last is None or not len(first.value) == len(last.value) == LENGTH_OF_DAY:
            return None
        if not first.value < last.value or PARTED.search(self.text, first.span.end, last.span.start):
            return None
        return replace(first, value=f"{first.value}/{last.value}")

    def _follows(self, words: re.Pattern[str], day: MentionRecord) -> bool:
        return words.search(self.text, max(0, day.span.start - UNTIL_REACH), day.span.start) is not None

    def came_about(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """The day on which something was in the end: `prévue en mars et repoussée, a eu lieu en mai`."""
        held = CAME_ABOUT.match(self.text[trigger.span.end : sentence.end])
        if held is None or trigger.is_verb:
            return None
        days = self.places.days(Span(trigger.span.end + held.end(), sentence.end))
        return days[0] if days else None

    def date_beside(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """The same with nothing but a place between: `un an après leur sommet de Rome en mai`."""
        day = self.date_behind(trigger, sentence)
        beside = day is not None and DAY_OF_NOUN.fullmatch(self.text, trigger.span.end, day.span.start)
        return day if beside else None

    def heading(self, sentence: Span) -> MentionRecord | None:
        return self.narrative.heading(sentence.start)

    def where(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """The place right before `où`, whatever governs it: `arrivait de Rabat, où il avait rencontré`."""
        found = None
        for mention in self.places.mentions(sentence, {"GPE", "LOC"}):
            near = mention.entity is not None and mention.span.end < trigger.span.start
            if near and RIGHT_BEFORE_WHERE.match(self.text, mention.span.end, trigger.span.start):
                found = mention if self.parting.antecedents(trigger, [mention], sentence) else found
        return self._narrower(found, sentence) if found is not None else None

    def _narrower(self, place: MentionRecord, sentence: Span) -> MentionRecord:
        """`Rzeszow, dans l'est de la Pologne, où`: the city that the country only explains."""
        for mention in self.places.mentions(Span(sentence.start, place.span.start), {"GPE"}):
            explained = EXPLAINS.fullmatch(self.text, mention.span.end, place.span.start) is not None
            if explained and mention.entity is not None and not is_wide(mention.entity, self.draft):
                return mention
        return place

    def stage(self, sentence: Span) -> MentionRecord | None:
        """The place of what is to come that a sentence before in the paragraph opens with: `À Rome, il verra X`."""
        for before in self.narrative.before(sentence):
            scenes = self.places.scenes(before)
            if scenes:
                first = self.parting.opening(scenes, before)
                return first if first and AHEAD.search(self.text, first.span.end, before.end) else None
        return None

    def place(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        if (named := self._named_by(trigger, sentence)) is not None:
            return named
        places = self.places.all(sentence)
        cities = [mention for mention in places if mention.label == "GPE"]
        found = self._nearest(trigger, sorted([*cities, *self.places.seats(sentence)], key=start_of), sentence)
        found = found or self._nearest(trigger, places, sentence)
        return found or self._nearest(trigger, self.places.of_events(sentence), sentence)

    def _named_by(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """`leur sommet de Bali`: the place right behind the noun, by which the meeting is called."""
        cities = [] if trigger.is_verb or trigger.kind == "visit" else self.places.mentions(sentence, {"GPE"})
        for one in cities:
            if one.entity is not None and self.text[trigger.span.end : one.span.start] in {" de ", " d'", " d’"}:
                return None if is_wide(one.entity, self.draft) else one
        return None

    def seat(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        return self._nearest(trigger, self.places.seats(sentence), sentence)

    def _nearest(self, trigger: Trigger, mentions: list[MentionRecord], sentence: Span) -> MentionRecord | None:
        """The nearest in the clause of the word, else the one with which the sentence opens."""
        near = self.parting.near(trigger, mentions, sentence)
        if near:
            return min(near, key=lambda mention: gap(trigger.span, mention.span))
        antecedents = self.parting.antecedents(trigger, mentions, sentence)
        if antecedents:
            return self.narrative.finest(antecedents)
        opening = self.parting.opening(mentions, sentence)
        if opening is not None or not (main := self.parting.of_main_clause(trigger, mentions, sentence)):
            return opening
        # Elsewhere it was perhaps another day.
        elsewhere = self.parting.near(trigger, self.places.all(sentence), sentence)
        return None if elsewhere else main[-1]

    def duration(self, sentence: Span) -> tuple[int, Span] | None:
        return find_duration(self.text, sentence)

    def _reaches(self, trigger: Trigger) -> bool:
        """`a joint X`, `joint par X`: by telephone; `s'est joint à X` is not."""
        return trigger.frame == "join" and JOINING.search(self.text, trigger.start, trigger.span.start) is None

    def kind(self, trigger: Trigger, sentence: Span, size: int) -> str:
        before = re.split(r"[,;:]|\bet\b", self.text[max(sentence.start, trigger.start - 60) : trigger.start])[-1]
        behind = re.split(
            r";|\bet (?:espèr|doi|se |s['’′]|a |ont )",
            self.text[trigger.start : min(sentence.end, trigger.span.end + 90)],
        )[0]
        near = before + behind
        if VIDEO.search(near):
            return "video"
        if PHONE.search(near) or (trigger.kind == "call" and trigger.frame != "call") or self._reaches(trigger):
            return "call"
        if (
            trigger.frame == "call"
            and before != "s"
            and re.search(r"\bs(?:e|['’′])\s*(?:\w+\s+)*$", self.text[trigger.start : trigger.span.start])
        ):
            there = re.search(r"\by\b", self.text[trigger.start : trigger.span.start])
            if not there and not FACE_TO_FACE.search(behind) and self.place(trigger, sentence) is None:
                return "call"
            return "multilateral" if size > 2 else "in_person"
        if trigger.lemma in SPEAKING and self.place(trigger, sentence):
            return "multilateral" if size > 2 else "in_person"
        of_two = re.search(r"\bavec\b", behind) or (size == 2 and OF_TWO.search(behind))
        if size > 2 or (trigger.frame == "jointly" and not of_two):
            return "multilateral"
        return "in_person" if trigger.kind == "multilateral" else trigger.kind


def are_on_end(first: str, second: str) -> bool:
    try:
        return date.fromisoformat(second) - date.fromisoformat(first) == timedelta(days=1)
    except ValueError:
        return False


def start_of(mention: MentionRecord) -> int:
    return mention.span.start


def gap(one: Span, other: Span) -> int:
    """How far apart two spans are."""
    first, last = sorted((one, other))
    return last.start - first.end
