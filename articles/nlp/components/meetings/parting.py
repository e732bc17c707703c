"""Which day or place of a sentence goes with a word of meeting: what stands in another clause does not."""

import re

from articles.nlp.components.assertion.patterns import MODAL
from articles.nlp.components.meetings import participles
from articles.nlp.components.meetings.asides import apart
from articles.nlp.components.meetings.blanks import without
from articles.nlp.components.meetings.fronting import front_end, stands_behind
from articles.nlp.components.meetings.markers import has_finite
from articles.nlp.components.meetings.patterns import LEADING_TO_NOUN, WHERE
from articles.nlp.components.meetings.saying import says_at
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.components.meetings.undertaking import undertaking_end
from articles.nlp.finite_verbs import opens_with_verb
from articles.nlp.sentences import Sentences
from articles.nlp.types import MentionRecord, Span

#: What parts a word from a date or place that belongs to another clause.
PARTED = re.compile(
    r";|\b(?:qui|que|où|avant|après(?!-midi)|dont|selon|alors que|visant|pour|étant|ayant|"
    r"et (?:a|ont|il|elle))\b|\bqu['’′]",
    re.I,
)
COLON = re.compile(r"(?<!\d)\s?: ")
#: Another verb of the same subject, which may have a day and place of its own.
NEXT_VERB = re.compile(
    r"\b(?:et|puis|mais)\s(?:(?:n|s|l|d)['’′]|(?:ne|se|y|les?|la|lui|leur|aussi|ensuite|également)\s)*"
    r"(?:avai(?:t|ent)|est|sont|étai(?:t|ent)|doi(?:t|vent)|devai(?:t|ent)|va|vont|ser(?:a|ont))\b",
    re.I,
)
#: The same in the infinitive, which leaves nothing behind it to the verb before: `doit voir X, puis se rendre à Y`.
NEXT_INFINITIVE = re.compile(
    r"\bpuis\s(?:d['’′]|de\s|à\s)?(?:(?:se|y|les?|la)\s|[sl]['’′])?(?!hier\b|dîner\b|déjeuner\b)[a-zà-ÿ]{3,}(?:er|ir|re)\b",
    re.I,
)
OWN_VERB = re.compile(
    r"\b(?:et|puis|mais)\s(?:(?:n|s|l|d)['’′]|(?:ne|se|y|les?|la|lui|leur|aussi|ensuite|également)\s)*"
    r"(?:[a-zà-ÿ]{3,}(?:era|ira|dra|vra|eront|iront|dront|vront)|(?:a|ont|est|sont|doit|doivent)\s[a-zà-ÿ]+)\s(?:le\s|dès\s|ensuite\s)?$"
)
#: What somebody has come for.
_STAY = r"(?:visite|séjour|voyage|déplacement|mission|tournée|escale|étape)"
_FOR_STAY = rf"\bpour (?:une?|sa|son|leur) (?:[\w'’′-]+ ){{0,3}}?{_STAY}\b"
#: With its days, on any of which something may have been done.
FOR_DAYS = re.compile(rf"{_FOR_STAY}[^.;:,]{{0,30}}?\s(?:d(?:e\s|['’′]))\w+\sjours\b")
#: `plusieurs dirigeants, dont X et Y, à Rome`, with no verb: no clause.
AMONG = re.compile(r"\bdont\s")
#: Words like those that open no clause of their own: `pour la première fois`, `qui s'est tenu`.
NEUTRAL = re.compile(
    rf"{_FOR_STAY}|"
    r"\bpour (?:la|une) (?:\w+ )?fois\b|\bavant la fin\b|"
    r"\bqu['’′](?:une\s(?:seule\s)?fois|(?:à|en|au|hier|aujourd['’′]hui)\b)|\bque\s(?=[a-z]+di\b|\d|deux\sfois|le\s\d)|"
    r"\bqui (?:s['’′](?:est|était) (?:\w+ment )?|se |(?:a|avait|aura) |doi(?:t|vent) (?:se |avoir |s['’′])?|"
    r"devait (?:se |avoir )?)"
    r"(?:tenue?s?|tient|tiennent|tenait|tiendra|tenir|déroulée?s?|déroule|déroulait|déroulera|dérouler|lieu|"
    r"eu lieu|ouverte?s?|ouvrir|achevée?s?|terminée?s?|terminer|réunie?s?|réunira|réunit|débuté|commencé|duré)\b|"
    r"\bqui s['’′](?:ouvr(?:e|ait|ira)|ach(?:ève|evait|èvera))\b|"
    r"\bqu['’′](?:ils?|elles?|on)\s(?:y\s|lui\s|leur\s)?(?:(?:a|ont|avai(?:t|ent)|aura|auront|doi(?:t|vent)|devai(?:t|ent))\s)?"
    r"(?:avoir|eue?s?|tenir|tenue?s?|effectuer|effectuée?s?|mener|menée?s?|faire|faite?s?|aura|aurait|auront|effectue)\b|"
    r"\bqui (?:effectue|entame|achève|conclut|poursuit)(?:nt)?\b|\bqui ven(?:ait|aient) (?:tout juste )?d(?:e\b|['’′])|"
    r": c['’′](?:était|est)\b|\bc['’′](?:était|est)\s[^,;:]{0,60}?\bqu(?:e\s|['’′])",
    re.I,
)
#: Words that lead from one event to the date of the next within a clause: `est prévu pour jeudi`.
LEADING_TO_DATE = re.compile(r"\b(?:pour|: c['’]était)\s+(?:le |la |à \S+ )?$", re.I)
#: Words that may stand before the day and place with which a sentence opens.
FRONT = re.compile(
    r"\W*(?:(?:et|mais|puis|ensuite|enfin|à|a|au|aux|en|le|la|les|l|dans|dès|ce|cette|plus|tôt|tard|matin|soir|midi|"
    r"après-midi|nuit|toujours|déjà|également|aussi|ville|de|du|fin|début|mi|c|est)\b\W*)*",
    re.I,
)
#: `Après Le Caire dimanche et Oyo lundi, X`: stages that lie behind.
STAGES = re.compile(r"\W*(?:Après|Avant|Depuis)\s(?:une (?:étape|escale|visite|halte) (?:à|en|au)\s)?(?=[A-ZÀ-Ý])")


#: What lies before or behind what is told, put first: `Avant le sommet du 3 mai à Rome, X a vu Y`.
OTHER_TIME = re.compile(
    r"\W*(?:Avant|Après|Depuis|À\sla\s(?:veille|suite)|Au\slendemain|(?:[A-Z][a-zà-ÿ]+|\d+)\s(?:jours?|heures?|semaines?|mois|ans)\s(?:après|avant))"
    r"\s[^;:«»]*?,\s"
)


#: Things that have a day of their own.
OF_THING = re.compile(
    r"\b(?:élections?|scrutin|référendum|accord|attentats?|attaques?|putsch|coup\sd['’′][ÉE]tat|résolution|décret|communiqué|vote|"
    r"présidentielle|législatives|traité|protocole|loi|invasion|massacre|séisme|explosion|investiture|indépendance|discours|"
    r"mandat|cessez-le-feu|trêve|tirs?|lancement|échéance)\s(?:[a-zà-ÿ'’′-]+\s){0,3}(?:du|des|de|d['’′])\s?$",
    re.I,
)
#: `ne s'étaient plus vus depuis le sommet de mai`: they were seen then.
NEGATED = re.compile(r"\b(?:plus|pas)\s")
SINCE_THING = re.compile(r"\bdepuis\s(?:(?:le|la|les|son|sa|leur)\s|l['’′])(?!\d)[^.;:«»]{3,90}$", re.I)


DAYS_AND_PLACES = frozenset({"GPE", "LOC", "DATE"})
#: A participle within a name is none: `les Nations unies à Genève`.
NAMED = DAYS_AND_PLACES | {"ORG", "ROLE"}
#: Whoever has come, told beside him.
COMING = re.compile(
    r"(?:,\s(?:\w+ment\s)?(?P<word>(?:arriv|débarqu|atterri|ven)[a-zà-ÿ]*|(?P<back>(?:rentr|reven|repart|part|retourn)[a-zà-ÿ]*))|"
    r"\b(?:Arrivé|Débarqué|(?P<returned>Rentré|Revenu|Reparti|Retourné))e?s?)"
    r"\s(?:(?:à|en|au|de|du)\s\S+\s|d['’′]\S+\s)?(?:le\s|la\s|l['’′])?$"
)
TO_BE_DONE = re.compile(r"(?:doi(?:t|vent)|dev(?:ait|aient|ra|ront|rait|raient))\s")
#: `a vu X, attendu mardi à Y`: where X will be and not where he was.
AWAITED = re.compile(
    r",\s(?:\w+ment\s)?(?P<word>attend)ue?s?\s(?:[^\s,;:.]+\s){0,3}?(?:(?:à|en|au|aux|le|la|ce|dès)\s(?:la\s|l['’′])?)?$"
)
EVE = re.compile(r"\bveille\b")
#: What somebody did in one go with what the main clause tells.
LEADING_ON = re.compile(r",?\s(?:avant\sd(?:e\s|['’′])|après\s)$")
#: The same before the noun of talks.
LEADING_TO_TALKS = re.compile(
    r",?\s(?:avant|après|à\sl['’′]issue\sd(?:e\s|['’′])|au\sterme\sd(?:e\s|['’′]))\s?(?:(?:une?|des?|plusieurs|deux|trois|quatre|plus)\s|"
    r"(?:heures?|jours?)\sd(?:e\s|['’′])|d['’′](?:une?\s)?)*(?:[\w-]+\s)?$"
)


class Parting:
    def __init__(self, text: str, mentions: list[MentionRecord], sentences: Sentences) -> None:
        self.text = text
        self.sentences = sentences
        self.mentions = mentions

    def near(self, trigger: Trigger, mentions: list[MentionRecord], sentence: Span) -> list[MentionRecord]:
        """Those of its own clause, and of those the ones that no other verb stands between."""
        begin = self._stages_end(sentence)
        # What was said stands between the talks and the clause that says when and where they were.
        said = says_at(self.text, trigger, Span(sentence.start, trigger.start)) or sentence.start
        own = [
            one
            for one in mentions
            if not self._parted(Span(said, said) if one.span.end <= said else trigger.span, one.span)
            and not self._apart(trigger.span, one.span, sentence)
            and not one.span.start < begin <= trigger.span.start
            and not self._of_participle(trigger, one, sentence)
            and not self._of_thing(trigger, one)
            and not self._of_coming(trigger, one)
            and not NEXT_INFINITIVE.search(self._between(trigger.span, one.span))
            and not self._of_next_verb(trigger, one)
        ]
        own = self._outside_aside(trigger, self._of_its_time(trigger, own, sentence), sentence)
        if (talks_end := front_end(self.text, trigger, sentence)) is not None:
            own = [one for one in own if one.span.start < talks_end]
        joined = [one for one in own if not COLON.search(self._joint(trigger.span, one.span))] or self._heads(
            trigger, own
        )
        return [one for one in joined if not NEXT_VERB.search(self._between(trigger.span, one.span))] or joined

    def _of_its_time(self, trigger: Trigger, mentions: list[MentionRecord], sentence: Span) -> list[MentionRecord]:
        """`Avant le sommet du 3 mai à Rome, X a vu Y mardi`: not those of the summit, if others stand there."""
        other = OTHER_TIME.match(self.text, sentence.start, sentence.end)
        if other is None or other.end() > trigger.start or has_finite(other[0]):
            return mentions
        return [one for one in mentions if one.span.start >= other.end()] or mentions

    def _outside_aside(self, trigger: Trigger, mentions: list[MentionRecord], sentence: Span) -> list[MentionRecord]:
        """`X, en visite au Japon, a vu Y à Osaka`: not what is told beside the subject, if the clause tells its own."""
        beside = {one for one in mentions if self._is_beside_subject(one, trigger, sentence)}
        own = [one for one in mentions if one not in beside]
        return own or mentions

    def _is_beside_subject(self, one: MentionRecord, trigger: Trigger, sentence: Span) -> bool:
        opening = self.text.rfind(", ", sentence.start, one.span.start)
        closing = self.text.find(", ", one.span.end, trigger.start)
        if opening < 0 or closing < 0 or not opens_with_verb(self.text, closing + 1):
            return False
        subjects = (each for each in self.mentions if each.label in {"PER", "ROLE"} and each.span.end <= opening)
        return any(each.span.start >= sentence.start for each in subjects)

    def _of_participle(self, trigger: Trigger, one: MentionRecord, sentence: Span) -> bool:
        """`leurs relations, rompues le 3 mai, après un entretien`, `a reçu X, élu le 3 mai`: a day of that alone."""
        behind = one.span.start > trigger.start
        words = without(NAMED, self.text, Span(sentence.start, one.span.start), self.mentions)
        participle = participles.before(words)
        if participle is None or trigger.start <= sentence.start + participle < trigger.span.end:
            return False
        if behind and not trigger.is_verb:
            return self._follows_name(sentence.start + participle) and not participles.OF_EVENT.match(words, participle)
        return not (behind and participles.HOLDING.match(words, participle))

    def _follows_name(self, position: int) -> bool:
        """`un entretien avec X, retenu à Y`: what stands behind a name and a comma tells of that person."""
        return any(one.label == "PER" and self.text[one.span.end : position] == ", " for one in self.mentions)

    def _of_coming(self, trigger: Trigger, one: MentionRecord) -> bool:
        """`s'est entretenu avec X, arrivé la veille`: when X came, or left, and not when they met.

        Who, `arrivé lundi`, is yet to meet somebody has not met him that day.
        """
        awaited = AWAITED.search(self.text, max(0, one.span.start - 60), one.span.start)
        if awaited is not None and (awaited.start("word") >= trigger.span.end or self._is_done(trigger)):
            return True
        came = COMING.search(self.text, max(0, one.span.start - 60), one.span.start)
        if one.label != "DATE" or came is None:
            return False
        if FOR_DAYS.search(self._between(trigger.span, one.span)):
            return True
        back = bool(came["back"] or came["returned"])
        if trigger.is_verb and one.span.end <= trigger.start:
            return (
                back or trigger.future or trigger.infinitive or TO_BE_DONE.match(self.text, trigger.start) is not None
            )
        eve = EVE.search(self.text, one.span.start, one.span.end) is not None
        return came.start() >= trigger.span.end and (back or eve)

    def _of_next_verb(self, trigger: Trigger, one: MentionRecord) -> bool:
        """`verra X et recevra mardi Y`: the day right behind the next verb is that of it alone."""
        behind = trigger.is_verb and trigger.span.end < one.span.start
        return behind and OWN_VERB.search(self.text, trigger.span.end, one.span.start) is not None

    def _is_done(self, trigger: Trigger) -> bool:
        """Whether a verb tells of what lies behind, not at a place where somebody is still to come."""
        ahead = trigger.future or trigger.infinitive or MODAL.search(self.text, trigger.start, trigger.span.end)
        return trigger.is_verb and trigger.frame != "expected" and not ahead

    def _of_thing(self, trigger: Trigger, one: MentionRecord) -> bool:
        """`l'élection du 3 mai`, `depuis son élection, en mai`: the day of what is no meeting."""
        if one.label != "DATE":
            return False
        before = self.text[max(0, one.span.start - 120) : one.span.start]
        since = SINCE_THING.search(before)
        opened = one.span.start - len(since[0]) if since is not None and not has_finite(since[0]) else 0
        of_since = trigger.span.end <= opened and not NEGATED.search(self.text, trigger.start, trigger.span.end)
        return of_since or OF_THING.search(before) is not None

    def _blanked(self, start: int, end: int) -> str:
        """The words without days and places."""
        return without(DAYS_AND_PLACES, self.text, Span(start, end), self.mentions)

    def _heads(self, trigger: Trigger, mentions: list[MentionRecord]) -> list[MentionRecord]:
        """`Retour sur la soirée de dimanche à Bagdad : X a vu Y`: what stands before the colon sets the scene."""
        quoted = self.sentences.quoted(trigger.span.start)
        return [one for one in mentions if one.span < trigger.span and self.sentences.quoted(one.span.start) == quoted]

    def _apart(self, one: Span, other: Span, sentence: Span) -> bool:
        """Whether either stands in an aside that the other stands behind."""
        return apart(self.text, sentence, one, other) or apart(self.text, sentence, other, one)

    def of_main_clause(self, trigger: Trigger, mentions: list[MentionRecord], sentence: Span) -> list[MentionRecord]:
        """`a été reçu mardi à Y par X, avant de rencontrer Z`: those of the clause that the infinitive hangs on.

        The same of a noun, `après un entretien avec Z`; a journey or a summit has a day and place of its own.
        """
        talks = not trigger.is_verb and trigger.kind != "visit" and trigger.frame != "summit"
        pattern = LEADING_ON if trigger.is_verb else LEADING_TO_TALKS if talks else None
        leading = pattern.search(self.text, sentence.start, trigger.start) if pattern else None
        if leading is None:
            return []
        before = [one for one in mentions if one.span.end <= leading.start()]
        before = [one for one in before if not self._apart(trigger.span, one.span, sentence)]
        joints = ((one, NEUTRAL.sub("", self.text[one.span.end : leading.start()])) for one in before)
        return [one for one, joint in joints if not PARTED.search(joint)]

    def antecedents(self, trigger: Trigger, mentions: list[MentionRecord], sentence: Span) -> list[MentionRecord]:
        """Those before the `où` that the word stands behind."""
        where = WHERE.search(self.text, sentence.start, trigger.span.start)
        if (
            where is None
            or stands_behind(self.text, trigger, sentence, where.start() + 2)
            or apart(self.text, sentence, Span(where.start() + 2, where.end()), trigger.span)
        ):
            return []
        return [mention for mention in mentions if mention.span.end <= where.start()]

    def opening(self, mentions: list[MentionRecord], sentence: Span) -> MentionRecord | None:
        """The one with which the sentence opens: `Lundi, à Rome, X a vu Y et a reçu Z`."""
        return next((one for one in mentions if self._is_fronted(one, sentence)), None)

    def _is_fronted(self, mention: MentionRecord, sentence: Span) -> bool:
        return FRONT.fullmatch(self._blanked(sentence.start, mention.span.start)) is not None

    def _stages_end(self, sentence: Span) -> int:
        stages = STAGES.match(self.text, sentence.start, sentence.end)
        if stages is None:
            return sentence.start
        comma = stages.end()
        while (following := self.text.find(", ", comma + 1, sentence.end)) > 0:
            if has_finite(self.text[stages.end() : following]):
                break
            comma = following
        return comma

    def _parted(self, one: Span, other: Span) -> bool:
        return PARTED.search(self._joint(one, other)) is not None

    def _joint(self, one: Span, other: Span) -> str:
        """The words between, without those that lead on from the first to the second."""
        leading = LEADING_TO_NOUN if one > other else LEADING_TO_DATE
        own = undertaking_end(self.text, one.end, other.start) if one < other else None
        between = self._between(one, other) if own is None else self.text[own : other.start]
        among = AMONG.sub(" ", between)
        among = between if has_finite(among) else among
        return NEUTRAL.sub("", leading.sub("", among))

    def _between(self, one: Span, other: Span) -> str:
        first, last = sorted((one, other))
        return self.text[first.end : last.start]
