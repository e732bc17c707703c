"""Where a journey led: behind its word, by `y`, as `la capitale ukrainienne`, as `une tournée africaine`."""

import re

from articles.nlp.components.meetings.blanks import without
from articles.nlp.components.meetings.clauses import Clauses
from articles.nlp.components.meetings.goals import DAYS
from articles.nlp.components.meetings.patterns import TOWARDS
from articles.nlp.components.meetings.places import CAPITAL, Places, seats
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.components.meetings.undertaking import undertaking_end
from articles.nlp.components.meetings.untold_goals import UntoldGoals
from articles.nlp.components.meetings.visit_words import ANOTHER_JOURNEY, OF_JOURNEY
from articles.nlp.lexicons import adjectives, fold
from articles.nlp.types import MentionRecord, Span

#: How far behind the word its place may stand.
REACH = 70
PARTED = re.compile(
    r"[;:]|,\s(?:a|ont|est|sont|avait|avaient|était|étaient|doit|doivent|va|vont)\s|\b(?:qui|où|avant|après(?!-midi)|et|mais|avec|selon|comme(?!\sprévu\b)|que)\b|"
    r"\b(?:a|ont|avait|avaient)\sété\s|\bqu['’′](?!(?:il|elle|ils|elles)\s(?:devait|devaient|doit|a|ont|avait|effectue|fait))"
)
#: Between `est` and a place: `est à nouveau à Bujumbura`, `est jusqu'à mardi en Chine`.
STAYING = re.compile(
    r"(?:\s*(?:,|à nouveau|de nouveau|aussi|également|actuellement|toujours|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|ce jour|en visite(?: officielle| d['’′][ÉE]tat)?|lui|elle|arrivée?s?|depuis \w+))*\s*(?:à|en|au|"
    r"aux|dans)"
    r"\s(?:la\s|l['’′]|le\s|les\s)?",
    re.I,
)
#: `ne sera pas à X`.
ABSENT = re.compile(r"\s(?:pas|plus)\s(?:[^\s,;:.]+\s)?(?:à|en|au|aux)\s(?:la\s|l['’′])?")
DIRECT = re.compile(
    r"(?:\s(?:dans|en|au|le|ce|à)\s(?:la\s|l['’′]|fin\sde\s|cours\sde\s)?"
    r"(?:soirée|matinée|journée|après-midi|soir|matin|nuit|lendemain|même\sjour))?\s?(?:(?!(?:à|en|aux?|de|du|dans)\s)\w+\s)?"
    r"(?:le|la|les|l['’′]|(?:le camp|la base|la ville|le site)[^,;:.]{0,40}?)?\s*",
    re.I,
)
Y = re.compile(r"\b[yY]\s(?:\w+\s)*$")
#: What two dates leave between them: `les … et …`.
JOINED_DAYS = re.compile(r"\s{2,}et\s{2,}|(?:^|(?<=\s))et\s{3,}|\s{3,}et(?=\s)")
#: What sort of a visit it is: `de travail et d'amitié`, `officielle et de travail`.
OF_TWO_SORTS = re.compile(
    r"^\s?(?:(?:[a-zà-ÿ]+|(?:de\s|d['’′])[a-zà-ÿ]+)\s)?et\s(?:de\s|d['’′])?[a-zà-ÿ]+(?=\s(?:à|en|aux?|dans|que)\b|\squ['’′])"
)
#: `Y, où il effectue une visite`: the visit is to Y.
WHERE = re.compile(
    r",?\soù\s(?:il|elle)\s(?:a\s(?:entamé|effectué|achevé|débuté|commencé|entrepris)|effectue|entame|achève|est en|"
    r"poursuit|se trouvait en|doit effectuer|effectuera|effectuait)\s(?:[\w'’′]+\s){0,3}(?:(?:une?|sa)\s)?(?:\w+\s)?$"
)
#: `Y, où il se rendra en mai`, `Y, où X est arrivé lundi`: what goes there goes to Y.
GOING_WHERE = re.compile(r",?\soù\s(?P<subject>(?:ils?|elles?)\b)?(?:[^\s,;:.]+\s|MM?\.\s|\s){0,6}?(?:[sS]['’′])?")
#: `entame mercredi au Kenya une mission`, `a achevé à Rome sa tournée`: where a stage of it is.
BEGUN = re.compile(
    r"\b(?:entam|début|commenc|démarr|achev|achèv|termin|conclu|clo|poursui|boucl)\w*\s(?:(?!(?:par|avec|de|d['’′])\b)[^\s,;:.]+\s){0,4}?"
    r"(?:à|en|aux?|par)\s(?:la\s|le\s|les\s|l['’′])?$"
)
ITS_JOURNEY = re.compile(r"\s(?:[^\s,;:.]+\s){0,3}?(?:une?|sa|son|leur|le|la|l['’′])\s?(?:\w+\s){0,2}")
#: What goes round a part of the world.
TOURING = frozenset({"tournée", "périple", "voyage", "déplacement", "visite"})
CONTINENTS = {
    "africaine": "afrique", "africain": "afrique", "asiatique": "asie", "europeenne": "europe", "europeen": "europe",
    "sud-americaine": "amerique-du-sud", "sud-americain": "amerique-du-sud", "latino-americaine": "amerique-latine",
    "latino-americain": "amerique-latine", "balkanique": "balkans",
}  # fmt: skip
CONTINENT = re.compile(
    r"\s(?:[a-zà-ÿ]+\s)?(?P<part>africaine?|asiatique|europ[ée]en(?:ne)?|(?:sud|latino)-américaine?|balkanique)\b"
)
#: `à destination de Y`, `en direction de Y`, `pour Y`.
BOUND_FOR = re.compile(
    r"\b(?:pour\s|vers\s|(?:à destination|en direction)\s(?:de\s|d['’′]|du\s|des\s))(?:le\s|la\s|l['’′]|les\s)?$"
)
#: `les étapes de A et de B`, `ne fera pas le voyage de A`.
STOPS = frozenset({"étape", "escale", "halte"})
#: `passera deux jours à Y`.
SOJOURN = re.compile(
    r"\s(?:\w+\s){0,3}?(?:jours?|journées?|semaines?|week-end)\s(?:[a-zà-ÿ-]+\s){0,2}?"
    r"(?:à|en|au|aux|dans)\s(?:la\s|le\s|les\s|l['’′])?"
)
#: `De retour de Y`, `est rentré lundi de Y`, `revient de Y`: where somebody was.
RETURNING = frozenset({"retour", "rentrer", "revenir"})
BACK_FROM = re.compile(
    r"(?:\s(?!(?:que|qui|et|pour|dans|sur)\s)[a-zà-ÿ-]+){0,3}?\s(?:de\s|d['’′]|du\s|des\s)(?:la\s|l['’′])?"
)
STOP_OF = re.compile(
    r"\b(?:étape|escale|halte|celle|ville|capitale)\s(?:[^\s,;:.]+\s){0,5}?(?:de\s|d['’′]|du\s)(?:la\s|l['’′])?$"
)
OF_PLACE = re.compile(r"\s(?:de\s|d['’′]|du\s|des\s)(?:la\s|l['’′])?")
MAKING_THE_JOURNEY = re.compile(r"\bf(?:ai|e|i)\w*\s(?:(?:\w+ment\s)?(?:pas|plus|aussi|ensuite|également)\s)?le\s$")
#: A goal put first: `Quant à Y, X n'ira pas`.
AT_HEAD = re.compile(r"(?:Quant\s)?(?:[àÀ]|[Ee]n|[Aa]ux?)\s(?:la\s|l['’′])?")
#: `dans la province du Y`, `à l'île d'Y`.
PART_OF_COUNTRY = re.compile(
    r"\s?(?:[^\s,;:.]+\s){0,2}(?:dans|vers|sur|à)\s(?:le\s|la\s|l['’′])(?:province|région|ville|département|district|île|oblast|préfecture|"
    r"gouvernorat|wilaya|comté|canton|émirat|État)\s(?:[a-zà-ÿ-]+\s)?(?:du\s|des\s|de\s|d['’′])(?:la\s|l['’′])?$"
)
#: Says of the journey told before which it was.
THAT_WAS = re.compile(
    r"\s*(?:Il s['’′]agi(?:t|ssait)|C['’′](?:est|était))\s(?:là\s)?"
    r"(?:du|de la|de son|de sa|le|la|son|sa)\s(?:[\w-]+\s){0,2}"
)
ABROAD = re.compile(r"\s(?:[\w-]+\s){0,2}?(?:à l['’′]étranger|hors d(?:e|u|es)\s)")
GOING = frozenset({"aller", "retourner", "revenir"})
END_OF_VISIT = re.compile(
    r"\b(?:au terme|à l['’′]issue|à la fin|après)\s[^,;.]{0,30}\b(?:visite|mission|tournée|séjour|voyage|déplacement)\b"
)


class Destinations:
    """Finds the place of a journey."""

    def __init__(self, clauses: Clauses, places: Places) -> None:
        self.clauses = clauses
        self.references = clauses.references
        self.standing = clauses.phrases.standing
        self.text = clauses.text
        self.untold = UntoldGoals(self.standing, places)

    def of(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        if Y.search(self.text, max(sentence.start, trigger.start - 3), trigger.span.start):
            return self._place_told(trigger, sentence)
        absent = trigger.frame == "stay" and trigger.future and ABSENT.match(self.text, trigger.span.end)
        reached = {"reach": DIRECT, "bound": DIRECT, "stay": ABSENT if absent else STAYING}.get(trigger.frame)
        capital = self._capital(trigger, sentence)
        if capital is not None and (
            reached is None or reached.fullmatch(self.text, trigger.span.end, capital.span.start)
        ):
            return capital
        own = None if trigger.is_verb else undertaking_end(self.text, trigger.span.end, sentence.end)
        end = min(sentence.end, (own or trigger.span.end) + REACH)
        if not trigger.is_verb and (begun := self.begun(trigger, sentence)) is not None:
            return begun
        if trigger.lemma in TOURING and (continent := self._continent(trigger)) is not None:
            return continent
        for mention in self.references.draft.mentions:
            start = mention.span.start
            if mention.label not in {"GPE", "LOC"} or not trigger.span.end <= start < end or mention.entity is None:
                continue
            between = self.text[trigger.span.end : start]
            if reached is not None:
                return mention if reached.fullmatch(between) else None
            if trigger.frame == "leave":
                return self._left(trigger, mention, sentence)
            if self._leads_to(trigger, start, between):
                return mention
        behind = self._left_behind(trigger, sentence) or self._at_head(trigger, sentence)
        return behind or self._abroad(trigger, sentence) or self._as_before(trigger, sentence)

    def _place_between(self, start: int, end: int) -> MentionRecord | None:
        for one in self.references.draft.mentions:
            inside = start <= one.span.start and one.span.end <= end
            if inside and one.label in {"GPE", "LOC"} and TOWARDS.search(self.text[start : one.span.start]):
                return one if one.entity is not None else None
        return None

    def _as_before(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """`depuis celle de X`, `celle de X remontait à 1995`: a journey to where the one that it is like led."""
        if trigger.lemma != ANOTHER_JOURNEY:
            return None
        journey = re.search(OF_JOURNEY, self.text[sentence.start : trigger.start])
        if journey and (told := self._place_between(sentence.start + journey.end(), trigger.start)) is not None:
            return told
        goal = next((place for place, _ in reversed(self.standing.journeys) if place is not None), None)
        if goal is None:
            return None
        named = (one for one in reversed(self.references.draft.mentions) if one.span.end <= trigger.start)
        return next((one for one in named if one.entity == goal), None)

    def _abroad(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """`Il s'agissait du premier déplacement à l'étranger de X`: the place of what was told right before."""
        abroad = trigger.lemma in TOURING and ABROAD.match(self.text, trigger.span.end, sentence.end)
        told = abroad and THAT_WAS.fullmatch(self.text, sentence.start, trigger.start)
        return self._place_told(trigger, sentence) if told else None

    def begun(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """`a entamé à Y une tournée`, `a achevé à Y sa visite`: Y."""
        for mention in self.references.draft.mentions:
            inside = sentence.start <= mention.span.start and mention.span.end <= trigger.start
            if inside and mention.label in {"GPE", "LOC"} and mention.entity is not None:
                begun = BEGUN.search(self.text, sentence.start, mention.span.start)
                if begun and ITS_JOURNEY.fullmatch(self.text, mention.span.end, trigger.start):
                    return mention
        return None

    def _leads_to(self, trigger: Trigger, start: int, between: str) -> bool:
        if trigger.lemma in STOPS and OF_PLACE.fullmatch(between):
            return True
        if trigger.lemma in {"voyage", "déplacement"} and OF_PLACE.fullmatch(between):
            return MAKING_THE_JOURNEY.search(self.text, 0, trigger.start) is not None
        if trigger.frame == "sojourn":
            return SOJOURN.fullmatch(between) is not None
        if trigger.lemma in RETURNING and BACK_FROM.fullmatch(between):
            return True
        if trigger.frame == "return":
            return False
        towards = TOWARDS.search(between) or BOUND_FOR.search(between) or PART_OF_COUNTRY.fullmatch(between)
        if not towards:
            return False
        own = undertaking_end(self.text, trigger.span.end, start)
        return not PARTED.search(self._without_days(trigger.span.end if own is None else own, start))

    def _at_head(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """`Quant à Y, X n'ira pas`: the place that opens the sentence."""
        if trigger.lemma not in GOING or not trigger.is_verb:
            return None
        for mention in self.references.draft.mentions:
            first = mention.label == "GPE" and sentence.start <= mention.span.start < trigger.start
            if first and mention.entity is not None:
                opens = AT_HEAD.fullmatch(self.text[sentence.start : mention.span.start].lstrip())
                return mention if opens and self.text[mention.span.end] == "," else None
        return None

    def _continent(self, trigger: Trigger) -> MentionRecord | None:
        """`une tournée africaine`: the part of the world that the adjective names."""
        match = CONTINENT.match(self.text, trigger.span.end)
        place = self.standing.city(CONTINENTS[fold(match["part"])]) if match else None
        return None if match is None or place is None else MentionRecord(Span(*match.span("part")), "LOC", place)

    def around(self, trigger: Trigger, place: MentionRecord) -> MentionRecord | None:
        """`achève au Ghana sa tournée africaine`: the part of the world, where only a stage in it was told."""
        whole = self._continent(trigger) if trigger.lemma in TOURING else None
        return whole if whole is not None and whole.entity != place.entity else None

    def _without_days(self, start: int, end: int) -> str:
        """The words between, a date made blank: `les 31 août et 1er septembre` parts nothing."""
        words = without(DAYS, self.text, Span(start, end), self.references.draft.mentions)
        return JOINED_DAYS.sub(" ", OF_TWO_SORTS.sub(" ", words))

    def _left_behind(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """`Depuis Y, où il a entamé une visite`: the place before the clause."""
        if trigger.is_verb and (trigger.frame != "visit" or trigger.lemma == "repartir"):
            return None
        before = [
            one
            for one in self.references.draft.mentions
            if one.label in {"GPE", "LOC"} and sentence.start <= one.span.start and one.span.end <= trigger.start
        ]
        near = before and before[-1].entity is not None and self._leads_where(trigger, before[-1].span.end, sentence)
        return before[-1] if near else None

    def _leads_where(self, trigger: Trigger, end: int, sentence: Span) -> bool:
        """Whether the word stands in a clause with `où` behind a place, its subject a pronoun or somebody known."""
        if not trigger.is_verb:
            return WHERE.fullmatch(self.text, end, trigger.start) is not None
        where = GOING_WHERE.fullmatch(self.text, end, trigger.start)
        if where is None:
            return False
        inverted = len(where[0].split()) < 3
        named = any(end <= each.span.start < trigger.start for each in self.clauses.left(trigger.start, sentence))
        return where["subject"] is not None or inverted or named

    def _capital(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """`est attendu dans la capitale ukrainienne`: its seat of government."""
        end = min(sentence.end, trigger.span.end + REACH)
        match = CAPITAL.search(self.text, trigger.span.end, end)
        if match is None or PARTED.search(self.text[trigger.span.end : match.start()]):
            return None
        city = self.standing.city(seats().get(adjectives().get(fold(match["country"]), ""), ""))
        return None if city is None else MentionRecord(Span(*match.span("words")), "GPE", city)

    def _place_told(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """What `y` means: the place told last."""
        start = self.references.sentences.spans[max(0, self.references.sentences.index(sentence.start) - 1)].start
        before = [
            one
            for one in self.references.draft.mentions
            if one.label in {"GPE", "LOC"} and start <= one.span.start < trigger.start and one.entity is not None
        ]
        towards = [one for one in before if TOWARDS.search(self.text, max(0, one.span.start - 12), one.span.start)]
        stops = [one for one in before if STOP_OF.search(self.text, max(0, one.span.start - 60), one.span.start)]
        return next(iter(towards[-1:] or stops[-1:]), None)

    def _left(self, trigger: Trigger, first: MentionRecord, sentence: Span) -> MentionRecord | None:
        """`a quitté X pour Y`: Y; where no goal is told, X was visited."""
        for mention in self.references.draft.mentions:
            inside = mention.label in {"GPE", "LOC"} and trigger.span.end < mention.span.start < sentence.end
            if inside and BOUND_FOR.search(self.text, trigger.span.end, mention.span.start):
                return mention if mention.entity is not None else None
        ended = END_OF_VISIT.search(self.text, trigger.span.end, sentence.end)
        return first if ended and DIRECT.fullmatch(self.text, trigger.span.end, first.span.start) else None
