"""Who else was at a gathering, told in sentences of their own: roll calls, `X y a pris part`, heads of delegations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.nlp.components.assertion.status import Assertion
from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.roll_calls import beside, roll_calls, speaking, times
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import Span

EVENT = (
    r"(?:(?:mini-)?sommet|réunion|rencontre|entretiens?|entrevue|discussions?|pourparlers|négociations?|dîner|déjeuner|"
    r"cérémonie|échanges?|séance|audience|conférence|conversation|consultations?|débats|travaux|vote|signature|"
    r"session|forum|table ronde)"
)
#: Of a part of it: `a assisté au début de la réunion`.
PART = r"(?:au début|à la fin|à une partie|à la première partie|à l['’′]ouverture|à la clôture)"
THE_EVENT = (
    rf"(?:(?:à (?:la(?: même)?|cette|leurs?)|à l['’′]|à cet?|lors de (?:la|cette)|au(?: même)?|"
    rf"(?:aux|à ces)(?: deux| trois)?|"
    rf"{PART} (?:de (?:la|cette|ces?|leurs?)|de l['’′]|du|des))\s?(?P<event>{EVENT}))"
)
ADVERB = r"(?:[\w'’′-]+\s){0,2}?"
#: Verbs of whoever leads or shelters what others came to.
LEADING = (
    r"\b(?:(?:co-?)?présid(?:e|ent|ait|aient|era|eront)|accueill(?:e|ait|era)|parrain(?:e|ent|ait|aient)|arbitr(?:e|ent|ait|aient)|"
    r"(?:anim|men)(?:ait|aient)|mèn(?:e|ent)|anim(?:e|ent)|dirig(?:e|ent|eait|eaient)|ouvr(?:e|ait|ira))"
)
#: Each way to say that somebody else was there, by its name.
CUES = re.compile(
    rf"(?P<roll>\b(?:étaient|sont|ont|avaient|s['’′]étaient|se\ssont)\s{ADVERB}(?:présents?|réunis|assis|pris\splace|rassemblés)\b|"
    rf"\b(?:figuraient|siégeaient|prenaient\splace)\b)"
    rf"|(?P<held>\b[LC](?:e|a|ette)\s(?:mini-)?(?:sommet|réunion|rencontre|conférence|dîner)\s{ADVERB}"
    rf"(?:réuni|rassembl|regroup)\w+)"
    rf"|(?P<joined>\b(?:pris|prendre|prendr\w+|prend|prennent|prenai(?:t|ent))\s{ADVERB}part|\bparticip(?:é|e|ent|ait|aient|era|eront|er)\b|"
    rf"\bassist(?:é|e|ent|ait|aient|era|eront|er)\b|\bjointe?s?\b|\bprésente?s?\b|\bde\sla\spartie\b|\bconviée?s?\b|"
    rf"\bconfirmé\ssa\s(?:participation|présence|venue)\b)"
    rf"|(?P<represented>\breprésentée?s?\b)"
    rf"|(?P<led>\b(?:conduite?s?|emmenée?s?|dirigée?s?|menée?s?)\spar\b)"
    rf"|(?P<opened>\b(?:ouverte?s?|présidée?s?|co-?présidée?s?|accueillie?s?|organisée?s?|arbitrée?s?|offerte?s?|donnée?s?|animée?s?|modérée?s?|facilitée?s?)\spar\b)"
    rf"|(?P<spoke>\b(?:[àÀA]\sl['’′](?:issue|ouverture)|[Ee]n\souverture|[àÀA]\sla\s(?:fin|clôture))"
    rf"\s(?:de\sla|du|des|de\sl['’′])\s?{EVENT})"
    rf"|(?P<presiding>\b(?:hôte(?:sse)?|organisat(?:eur|rice))\s(?:du|de\sla|de\sl['’′])\s?{EVENT}|{LEADING}\s"
    rf"(?:les?\s|la\s|l['’′]|cet(?:te)?\s|ces?\s){EVENT}|"
    rf"\b(?:(?:faisai(?:t|ent)|fai(?:t|sant)|font)\sla\snavette\sentre|(?:mèn|men|assur|condui|jou)\w+\sles?\s(?:la\s)?médiat\w+|"
    rf"(?:mèn|men|assur|condui)\w+\sla\smédiation|serv\w+\sd['’′]intermédiaires?))"
    rf"|(?P<amid>\b(?:assise?s?|(?:avait|avaient|a|ont)\spris\splace|attablée?s?|présente?s?)\s(?:\w+\s)?(?:entre|parmi|avec|auprès\sd['’′])\s?(?:eux|elles)\b|"
    rf"\b(?:à\sleurs\scôtés)\b)"
    rf"|(?P<beside>\b(?:en\sprésence|sous\s(?:le\sregard|les\syeux|la\sprésidence|la\smédiation|la\sdirection|la\sconduite|l['’′]égide|les\sauspices))\sd)"
    rf"|(?P<sent>\b(?:a|ont|avait|avaient)\s(?:\w+ment\s)?(?:dépêché|envoyé|délégué|mandaté)\b)"
    rf"|(?P<company>\b(?:est|sont|était|étaient|sera|seront|a\sété)\s(?:\w+\s)?accompagnée?s?\s(?=d|par))"
    rf"|(?P<along>\b(?:est|sont|était|étaient|sera|seront|serait|seraient|fer(?:a|ont)|fai(?:t|sait|saient)|a\sété)\s(?:[\w'’′-]+\s){{0,2}}?"
    rf"(?:du\s(?:voyage|déplacement|périple)|de\sla\s(?:délégation|tournée|visite)|partie\s(?:du\s(?:voyage|déplacement)|de\sla\sdélégation))\b)"
    rf"|(?P<guest>\bInvitée?s?\s(?:d['’′]honneur|spécia(?:l|ux|le))\s?:\s)"
)
RELATIVE = re.compile(r"\b(?:à\slaquelle|auxquel(?:le)?s|auquel|où)\s[^,;:.]{0,90}$")
THERE = re.compile(r"\b[yY]\s(?:[\w'’′]+\s){0,3}?$|\b[yY]\s$")
TO_IT = re.compile(rf"\s(?:\w+\s)?(?:{THE_EVENT}|à\s(?:eux|elles)\b)")
NEGATED = re.compile(r"\b(?:n['’′]|ne\s|sans\s)[^,;.]{0,30}$")
AROUND = re.compile(r"\b[Aa]utour\sd")
DELEGATIONS = re.compile(
    rf"\b(?:délégations?|délégué|négociateurs|équipes?|celles?|ceux|{EVENT}|parties)\b[^;.]{{0,60}}$", re.I
)
#: A gathering opened without those who were there: what comes next may name them.
HERE = re.compile(r"\b(?:lors|au cours|au terme|à l['’′]issue|à l['’′]occasion|pendant)\sd\S*\s?(?:\w+\s){0,2}$", re.I)
THIS_EVENT = re.compile(rf"\b(?:[LC]a|[LC]e|[LC]ette|[LC]['’′])\s?{EVENT},?\s(?:(?:a|ont|était|est)\s(?:été\s)?)?$")
HOSTING = re.compile(
    r"\b(?:réuni|accueill|abrit|organis|présid|co-?présid|convoqu|ouvr|ouvert|lanc)\w*\b[^;:.]{0,60}$", re.I
)
DETERMINED = re.compile(r"\b(?:(?P<any>une?)|le|la|l['’′]|du|au)\s?(?:\w+\s)?(?:mini-)?$", re.I)
#: `X a participé à l'ouverture du forum`.
GOING_TO = re.compile(r"\b(?:particip|assist)\w*\s[^;:.,]{0,60}$|\bpr(?:is|end|endra|enait)\spart\s[^;:.,]{0,60}$")
#: What the words beside which others were there are told of.
THIS_SUBJECT = re.compile(
    rf"\s*(?:[LC]a\s|[LC]e\s|[LC]es\s|Cet(?:te)?\s|[LC]['’′])(?:{EVENT}|textes?|documents?|accord|traité|signature)\b[^;.]{{0,110}}$"
)
SENT_WHERE = re.compile(r"\s(?:à|en|au|aux|pour|auprès|chez)\s")
COMING = re.compile(r"\w{2}r(?:a|ont)\b")
STILL_TO = re.compile(r"\b(?:doi(?:t|vent)|va|vont|devrai(?:t|ent)|attendue?s?|comptent?|ser(?:a|ont))\b[^,;.]{0,40}$")
#: How many sentences a gathering stays what is spoken of.
LASTING = 6
NEAR = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """A gathering told by a noun, and who is known to have been there."""

    trigger: Trigger
    sentence: Span
    assertion: Assertion
    people: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Joining:
    """`kind` says how: `roll` names everybody, `led` names the heads of who met, the others add somebody."""

    kind: str
    people: Group
    sentence: Span
    position: int
    #: What they were at, where the cue names it.
    event: str = ""
    relative: bool = False
    #: They are still to come to it.
    future: bool = False
    #: At how many meetings they were: `aux deux entretiens`.
    times: int = 1


class Gatherings:
    """Reads the cues of one article."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.text = clauses.text
        self.sentences = clauses.references.sentences

    def joinings(self) -> Iterator[Joining]:
        """In the order of the text."""
        called = [
            Joining("roll", people, sentence, end, future=ahead)
            for people, sentence, end, ahead in roll_calls(self.clauses, self.sentences)
        ]
        yield from sorted([*called, *self._told()], key=lambda one: one.position)

    def _told(self) -> Iterator[Joining]:
        for cue in CUES.finditer(self.text):
            if self.sentences.quoted(cue.start()):
                continue
            sentence = self.sentences.at(cue.start())
            kind = cue.lastgroup or ""
            people = self._people(kind, cue, sentence)
            if people or kind == "held":
                relative = RELATIVE.search(self.text, sentence.start, cue.start()) is not None
                event, future = self._event(cue, sentence), self._is_future(cue, sentence)
                yield Joining(kind, people, sentence, cue.end(), event, relative, future, times(self.text, cue.end()))

    def _event(self, cue: re.Match[str], sentence: Span) -> str:
        """The noun of what they were at, behind the cue or in it."""
        behind = TO_IT.match(self.text, cue.end(), sentence.end)
        if behind and behind["event"]:
            return str(behind["event"]).lower().removeprefix("mini-")
        inside = re.search(rf"\b{EVENT}$", cue[0]) or (
            cue.lastgroup == "beside" and re.search(rf"\b{EVENT}\b", self.text[sentence.start : cue.start()])
        )
        return inside[0].lower().removeprefix("mini-") if inside else ""

    def _is_future(self, cue: re.Match[str], sentence: Span) -> bool:
        ahead = COMING.search(cue[0]) or STILL_TO.search(self.text, sentence.start, cue.start())
        return ahead is not None or cue[0].startswith("confirmé")

    def _people(self, kind: str, cue: re.Match[str], sentence: Span) -> Group:
        if NEGATED.search(self.text, sentence.start, cue.start()):
            return []
        if kind == "roll":
            return self._roll(cue, sentence)
        if kind == "company":
            return self._all_persons(self.clauses.right(cue.end() - 1, sentence)[:1])
        if kind == "guest":
            return self.clauses.first(self.clauses.right(cue.end(), sentence))
        if kind == "led":
            return self._leaders(cue, sentence)
        if kind == "represented":
            return self._represented(cue, sentence)
        if kind == "opened":
            return self._opened(cue, sentence)
        if kind == "spoke":
            return self._persons(speaking(self.clauses, cue, sentence))
        if kind in {"presiding", "amid", "along"}:
            return self._acting(cue.start(), sentence)
        if kind == "beside":
            return self._beside(cue, sentence)
        if kind == "sent":
            return self._sent(cue, sentence)
        return self._joined(cue, sentence) if kind == "joined" else []

    def _roll(self, cue: re.Match[str], sentence: Span) -> Group:
        """`Autour de X étaient présents Y et Z`."""
        around = AROUND.search(self.text, sentence.start, cue.start())
        if around is None:
            return self._joined(cue, sentence) if cue[0].endswith(("présent", "présents")) else []
        lists = self.clauses.phrases.lists(sentence)
        host = [
            one for each in lists if each.marker == "avec" and each.span.start < cue.start() for one in each.members
        ]
        guests = [one for each in lists if not each.marker and each.span.start >= cue.end() for one in each.members]
        return distinct([*host, *guests]) if guests else []

    def _joined(self, cue: re.Match[str], sentence: Span) -> Group:
        """The subject of the verb; in a relative clause it may stand behind."""
        relative = RELATIVE.search(self.text, sentence.start, cue.start())
        if relative:
            if not self._of_this(relative.start(), sentence):
                return []
            inner = [each for each in self.clauses.left(cue.start(), sentence) if each.span.start > relative.start()]
            return self._persons(inner) or self._persons(self.clauses.right(cue.end(), sentence))
        there = THERE.search(self.text, sentence.start, cue.start()) or TO_IT.match(self.text, cue.end(), sentence.end)
        if cue[0].startswith("convié"):
            return []
        alone = cue[0].startswith(("de la partie", "confirmé")) or self._bare(cue, sentence)
        people = self._acting(cue.start(), sentence) if there or alone else []
        if people and not cue[0].startswith("présent"):
            people = [*people, *beside(self.clauses, cue.end(), sentence)]
        return people if alone or not THERE.search(self.text, sentence.start, cue.start()) else self._in_office(people)

    def _acting(self, position: int, sentence: Span) -> Group:
        """Who does it: whom no preposition governs, past what only says who that is."""
        for each in reversed(self.clauses.left(position, sentence)):
            if not each.marker:
                return self._persons([each])
            if each.marker != "of":
                return []
        return []

    def _beside(self, cue: re.Match[str], sentence: Span) -> Group:
        """`La cérémonie s'est déroulée en présence de X`."""
        if not THIS_SUBJECT.fullmatch(self.text, sentence.start, cue.start()):
            return []
        lists = self.clauses.phrases.lists(sentence)
        there = [each for each in lists if each.marker in {"presence", "patron"} and each.span.start >= cue.start()]
        return self._all_persons(there[:1])

    def _sent(self, cue: re.Match[str], sentence: Span) -> Group:
        """`Bahreïn avait dépêché son prince héritier, X`, with no word of where to."""
        right = self.clauses.right(cue.end(), sentence)[:1]
        sender = self.clauses.left(cue.start(), sentence)[-1:]
        states = sender and all(self.clauses.kind(one) == "state" for one in sender[0].members)
        if not right or not states or right[0].marker or SENT_WHERE.search(self.text, right[0].span.end, sentence.end):
            return []
        return self._all_persons(right)

    def _all_persons(self, lists: Sequence[Listing]) -> Group:
        return [one for each in lists for one in each.members if self.clauses.kind(one) == "person"]

    def _of_this(self, position: int, sentence: Span) -> bool:
        """Whether the noun of a gathering is right before a relative: not `le sommet qui se tient à X, auquel`."""
        nouns = list(re.finditer(rf"\b{EVENT}\b", self.text[sentence.start : position], re.I))
        return bool(nouns) and (" qui " not in self.text[sentence.start + nouns[-1].end() : position])

    def _in_office(self, people: Group) -> Group:
        """Those of whom an office is told: a militant who `y participait` was at a protest."""
        return [one for one in people if one.role is not None or self.clauses.references.posts[one.entity]]

    def _bare(self, cue: re.Match[str], sentence: Span) -> bool:
        """`X était également présent.`"""
        also = re.search(r"\b(?:était|étaient)\s(?:également|aussi)\s$", self.text[sentence.start : cue.start()])
        return also is not None and cue[0].startswith("présent")

    def _opened(self, cue: re.Match[str], sentence: Span) -> Group:
        """`La réunion, ouverte par X,`."""
        if not THIS_EVENT.search(self.text, sentence.start, cue.start()):
            return []
        agent = self.clauses.marked("par", cue.start(), sentence)
        return [one for one in agent.members if self.clauses.kind(one) == "person"] if agent else []

    def _persons(self, lists: Sequence[Listing]) -> Group:
        found = next((each.members for each in lists if not each.marker), [])
        return [one for one in found if self.clauses.kind(one) == "person"]

    def _represented(self, cue: re.Match[str], sentence: Span) -> Group:
        """`le Rwanda était représenté par X`, `cinquante pays, dont X et Y, étaient représentés`."""
        agent = self.clauses.marked("par", cue.end(), sentence)
        if agent is not None and agent.span.start - cue.end() < 8:
            return [one for one in agent.members if self.clauses.kind(one) == "person"]
        lists = [each for each in self.clauses.left(cue.start(), sentence) if each.marker == "dont"]
        return lists[-1].members if lists and cue[0].endswith("s") else []

    def _leaders(self, cue: re.Match[str], sentence: Span) -> Group:
        """`La délégation de A était conduite par X, celle de B par Y`."""
        if not DELEGATIONS.search(self.text, sentence.start, cue.start()):
            return []
        lists = self.clauses.phrases.lists(sentence)
        heads = [each for each in lists if each.span.start >= cue.end() and each.marker == "par"]
        whole = [each for each in lists if each.span.start < cue.start() and each.span.end > cue.end()]
        there = [each for each in lists if heads and each.marker == "presence" and each.span.start > cue.end()]
        found = [one for each in (*whole, *heads, *there) for one in each.members]
        return distinct([one for one in found if self.clauses.kind(one) == "person"])

    def setting(self, trigger: Trigger, sentence: Span, assertion: Assertion, *, first: bool) -> Setting | None:
        """The gathering that a noun opens, with whoever holds it or speaks at it."""
        press = trigger.lemma == "conférence de presse"
        if trigger.is_verb or press or trigger.kind == "visit" or assertion.status not in {"held", "planned"}:
            return None
        before = self.text[sentence.start : trigger.start]
        determined = DETERMINED.search(before[-20:])
        if determined is None or not (first or determined["any"] or HOSTING.search(before)):
            return None
        there = any(cue.search(before) for cue in (HERE, HOSTING, GOING_TO))
        acting = self.clauses.subject(trigger, sentence) if there else []
        return Setting(trigger, sentence, assertion, tuple(acting))

    def apart(self, earlier: Span, later: Span) -> int:
        return self.sentences.index(later.start) - self.sentences.index(earlier.start)
