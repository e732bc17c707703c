"""Who takes part: subject, object, `avec`, `entre`, `par`, by the frame of the word of meeting."""

import re

from articles.nlp.components.meetings.clauses import NOUN_BARRIER, Clauses, Group, distinct, separate
from articles.nlp.components.meetings.markers import has_finite
from articles.nlp.components.meetings.phrases import Listing, Phrases
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference, References
from articles.nlp.types import Span

SEPARATELY = re.compile(r"\b(?:séparément|tour à tour|successivement|l['’′]un après l['’′]autre)\b", re.I)
TOGETHER = re.compile(r"\b(?:ensemble|conjointement|à trois|à quatre|trilatéral\w*|quadripartite)\b", re.I)
REFLEXIVE = re.compile(r"(?:\b[Ss]e[\s\u00a0]|\b[Ss]['’′])")
CLITIC = re.compile(
    r"(?:\b(?P<one>le|la)[\s\u00a0]|\b(?P<elided>l['’′])|\b(?P<many>les)[\s\u00a0])(?!.*\b(?:il|elle)\b)", re.I
)
LUI = re.compile(r"\b(?:lui|leur)[\s\u00a0]", re.I)
PASSIVE = re.compile(
    r"\b(?:été|être|est|sont|fut|furent|sera|seront|était|étaient|soit|soient)[\s\u00a0](?:\S+[\s\u00a0]){0,3}$", re.I
)
ACTIVE = re.compile(r"\b(?:a|ont|avait|avaient|ayant|aura|auront|avoir|aurait)\b(?!.*\bété\b)", re.I)
PARTICIPLE = re.compile(r"(?:[uié]|us|is|és)e?s?$")
WITH_THEM = re.compile(
    r"\bavec[\s\u00a0](?P<pronoun>lui|elle|eux|elles|ce dernier|cette dernière|ces derniers)\b", re.I
)
PRESENCE = re.compile(r"\ben[\s\u00a0]présence[\s\u00a0]d")
IN_MARGIN = re.compile(r"\ben marge d(?:e la|e l['’′]|es?|u|['’′]une?)[\s\u00a0]?(?:\w+[\s\u00a0])?$", re.I)
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
SO_MANY = re.compile(r"\bà[\s\u00a0](trois|quatre|cinq)\b")
#: What must stand behind a verb for it to tell of a meeting.
NEEDED = {
    "table": re.compile(r"\btable\b"),
    "hand": re.compile(r"[\s\u00a0](?:longuement[\s\u00a0])?la[\s\u00a0]main\b"),
    "spend": re.compile(r"\b(?:heures?|minutes?|demi-heure|soirée|journée|matinée)\b[^.;]{0,40}\bavec\b"),
}
TO_DO = re.compile(r"[\s\u00a0]*,?[\s\u00a0]*(?:à|de)[\s\u00a0](?:ne[\s\u00a0]|[a-zà-ÿ]+(?:er|ir|re)\b)")
GRANTED_BEHIND = re.compile(
    r"[\s\u00a0](?:de[\s\u00a0]\w+[\s\u00a0])?qu(?:e|['’′])[\s\u00a0]*(?P<il>ils?|elles?)?[\s\u00a0]*(?P<lui>lui|leur)?[\s\u00a0]*"
    r"(?:a|ont|avait|avaient)[\s\u00a0](?:\w+[\s\u00a0])?accordée?s?"
)
GRANTED_BEFORE = re.compile(
    r"(?P<lui>\b(?:lui|leur)[\s\u00a0])?(?:(?:a|ont|avait)[\s\u00a0])?(?:accord|donn|octroy)\w+[\s\u00a0](?:[aà][\s\u00a0]son[\s\u00a0]tour[\s\u00a0]|\w+ment[\s\u00a0])?"
    r"(?:une|des)[\s\u00a0](?:\w+[\s\u00a0])?$"
)
#: A verb of having or leading talks, before the noun.
HAVING = re.compile(
    r"\b(?:eu|ont|avoir|auront|avaient|tenu|tiendront|tenir|tiennent|mené|mènent|mener|poursuivi|poursuivent|entamé|entament|repris|"
    r"reprennent|partagé|ouvert|clos|achevé|conclu|retrouvés|participé|par|en)[\s\u00a0](?:[^,;.]{0,30}[\s\u00a0])?"
    r"(?:une?|des|les?|la|de|leurs?|par|en)?[\s\u00a0]?(?:\w+[\s\u00a0])?$"
)
NONE_OF = re.compile(r"\b(?:aucune?|pas[\s\u00a0]de|pas[\s\u00a0]d['’′])[\s\u00a0]*(?:\w+[\s\u00a0])?$", re.I)
POSSESSIVE = re.compile(r"\b(?:son|sa|ses)[\s\u00a0](?:\w+[\s\u00a0]){0,2}$", re.I)
MUTUAL = re.compile(r"\bleurs?[\s\u00a0](?:\w+[\s\u00a0]){0,2}$", re.I)
NEW = re.compile(
    r"\b(?:aucune?|nouve(?:lle|l|au)x?|prochaine?|autre|second|deuxième)[\s\u00a0](?:\w+[\s\u00a0]){0,2}$", re.I
)
CONTACT = re.compile(
    r"\b(?:au[\s\u00a0]téléphone|par[\s\u00a0](?:téléphone|visioconférence|vidéo)|de vive voix|en tête[ -]à[ -]tête)\b"
)


class Arguments:
    """Finds the participants that go with a trigger in its sentence."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.text = references.text
        self.phrases = Phrases(references)
        self.clauses = Clauses(self.phrases)

    def of(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """A group of at least two for each meeting that the word tells; several where `puis` links them."""
        found = self._of_verb(trigger, sentence) if trigger.is_verb else self._of_noun(trigger, sentence)
        present = self.present(sentence) if len(found) == 1 else []
        groups = [distinct([*group, *present]) for group in found]
        return [group for group in groups if len(group) > 1]

    def present(self, sentence: Span) -> Group:
        """Whoever is there as well: `en présence de X`, `accompagné de Y`."""
        lists = self.phrases.lists(sentence)
        there = [each for each in lists if each.marker == "presence"]
        there += [
            each
            for each in lists
            if each.marker == "dont" and PRESENCE.search(self.text, sentence.start, each.span.start)
        ]
        return [one for each in there for one in each.members]

    def _of_verb(self, trigger: Trigger, sentence: Span) -> list[Group]:
        if trigger.frame == "object":
            return self._of_object(trigger, sentence)
        if trigger.frame in {"à", "join"}:
            return self._of_call(trigger, sentence)
        needed = NEEDED.get(trigger.frame)
        find = needed.match if needed is not None and trigger.frame == "hand" else needed and needed.search
        if find and not find(self.text, trigger.span.end, sentence.end):
            return []
        if trigger.frame == "hand":
            return self._of_hand(trigger, sentence)
        return self._of_with(trigger, sentence)

    def _of_hand(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """`se serrent la main`, `serre la main de X`."""
        subject = self.clauses.subject(trigger, sentence)
        if REFLEXIVE.search(self._group_words(trigger)):
            return [subject]
        listing = self.clauses.marked("of", trigger.span.end, sentence) or self.clauses.marked(
            "à", trigger.span.end, sentence
        )
        return [[*subject, *listing.members]] if listing else []

    def _group_words(self, trigger: Trigger) -> str:
        return self.text[trigger.start : trigger.span.start]

    def _of_object(self, trigger: Trigger, sentence: Span) -> list[Group]:
        words = self._group_words(trigger)
        agents = self.clauses.marked("par", trigger.span.end, sentence)
        if agents is not None and self._is_passive(trigger):
            return [[*self.clauses.subject(trigger, sentence), *agents.members]]
        subject = self.clauses.subject(trigger, sentence)
        if REFLEXIVE.search(words):
            return self._together(trigger, sentence, subject)
        if self._is_passive(trigger):
            return []
        clitic = CLITIC.search(words)
        if clitic:
            return [[*subject, *self._clitic(clitic, trigger, sentence, subject)]]
        listing = self.clauses.objects(trigger, sentence)
        if listing is None:
            return []
        if listing.members[0].entity in {one.entity for one in subject}:
            return []
        return [[*subject, *group] for group in self._separate(trigger, sentence, listing)]

    def _is_passive(self, trigger: Trigger) -> bool:
        word = self.text[trigger.span.start : trigger.span.end].lower()
        words = self._group_words(trigger)
        if not trigger.participle or not PARTICIPLE.search(word) or REFLEXIVE.search(words):
            return False
        return PASSIVE.search(words) is not None or ACTIVE.search(words) is None

    def _separate(self, trigger: Trigger, sentence: Span, listing: Listing) -> list[Group]:
        if TOGETHER.search(self.text, sentence.start, sentence.end):
            return [listing.members]
        tour = len(listing.phrases) > 2 and trigger.lemma in {"rencontrer", "voir"}
        each = tour or SEPARATELY.search(self.text, sentence.start, sentence.end) is not None
        each = each or self._dated_apart(trigger, sentence, listing)
        return separate(listing, each=each)

    def _dated_apart(self, trigger: Trigger, sentence: Span, listing: Listing) -> bool:
        """`doit voir demain X, et Y vendredi`: each has a day of its own."""
        days = [one.span for one in self.phrases.mentions if one.label == "DATE" and one.span.within(sentence)]
        first = any(trigger.span.end <= day.start < listing.span.start for day in days)
        return first and len(listing.phrases) > 1 and any(0 < day.start - listing.span.end < 4 for day in days)

    def _clitic(self, clitic: re.Match[str], trigger: Trigger, sentence: Span, subject: Group) -> Group:
        """`il l'a reçu`: the other one is whom the sentence, or the one before, spoke of."""
        if clitic["one"] and clitic["one"].lower() == "la":
            women = [
                one for one in self._women_before(trigger.start) if one.entity not in {each.entity for each in subject}
            ]
            return women[-1:]
        if clitic["many"]:
            return self.phrases.standing.group(sentence.start, 2)
        other = self._other(trigger.start, sentence, subject)
        return [other] if other is not None else []

    def _women_before(self, position: int) -> Group:
        index = self.references.sentences.index(position)
        start = self.references.sentences.spans[max(0, index - 4)].start
        people = self.references.within(Span(start, position), people_only=True)
        return [one for one in people if self.phrases.standing.is_woman(one.entity)]

    def _other(self, position: int, sentence: Span, known: Group) -> Reference | None:
        """The person spoken of last who is none of those."""
        taken = {one.entity for one in known}
        here = self.references.within(Span(sentence.start, position), people_only=True)
        for one in here:
            if one.entity not in taken:
                return one
        last = self.phrases.protagonist(sentence.start, without=taken)
        if last is not None:
            return last
        return next((one for one in reversed(self.phrases.standing.recent) if one.entity not in taken), None)

    def _together(self, trigger: Trigger, sentence: Span, subject: Group) -> list[Group]:
        """`se rencontrent`: those of the subject, or the subject and whom `avec` brings in."""
        listing = self._with(trigger.span.end, sentence)
        if listing is not None:
            return [[*subject, *group] for group in self._separate(trigger, sentence, listing)]
        pronoun = WITH_THEM.search(self.text, trigger.span.end, sentence.end)
        if pronoun and (other := self._other(sentence.start, sentence, subject)):
            return [[*subject, other]]
        return [subject]

    def _with(self, start: int, sentence: Span) -> Listing | None:
        return self.clauses.marked("avec", start, sentence)

    def _of_with(self, trigger: Trigger, sentence: Span) -> list[Group]:
        subject = self.clauses.subject(trigger, sentence)
        if trigger.participle and not subject and (agents := self.clauses.marked("par", trigger.span.end, sentence)):
            return [agents.members]
        if trigger.lemma == "réunir" and not REFLEXIVE.search(self._group_words(trigger)):
            return self._convened(trigger, sentence, subject)
        if trigger.frame == "call" and not self._is_contact(trigger, sentence):
            return []
        groups = self._together(trigger, sentence, subject)
        if groups == [subject] and len(distinct(subject)) < 2 and trigger.frame == "call":
            return self._of_call(trigger, sentence)
        return groups

    def _convened(self, trigger: Trigger, sentence: Span, subject: Group) -> list[Group]:
        """`X réunit Y et Z`, `réunis par X, Y et Z ont`."""
        agents = self.clauses.marked("par", trigger.span.end, sentence)
        if trigger.participle and agents is not None:
            return [[*subject, *agents.members]]
        around = self._with(trigger.span.end, sentence)
        listing = self.clauses.objects(trigger, sentence)
        members = [*(around.members if around else []), *(listing.members if listing else [])]
        return [[*subject, *members]]

    def _is_contact(self, trigger: Trigger, sentence: Span) -> bool:
        """Whether `parler` tells of a call or of a talk with somebody."""
        behind = self.text[trigger.span.end : sentence.end]
        return (
            CONTACT.search(behind) is not None
            or re.match(r"[^.;:]{0,40}?\bavec\b", behind) is not None
            or REFLEXIVE.search(self._group_words(trigger)) is not None
        )

    def _of_call(self, trigger: Trigger, sentence: Span) -> list[Group]:
        subject = self.clauses.subject(trigger, sentence)
        if LUI.search(self._group_words(trigger)):
            other = self._other(trigger.start, sentence, subject)
            return [[*subject, other]] if other is not None else []
        listing = self.clauses.marked("à", trigger.span.end, sentence)
        if listing is None and trigger.lemma == "appeler":
            listing = self.clauses.objects(trigger, sentence)
            if listing is not None and TO_DO.match(self.text, listing.span.end):
                return []
        return [[*subject, *group] for group in separate(listing, each=False)] if listing else []

    def _of_noun(self, trigger: Trigger, sentence: Span) -> list[Group]:
        if IN_MARGIN.search(self.text[sentence.start : trigger.span.start]):
            return []
        if trigger.lemma == "audience" and (granted := self._granted(trigger, sentence)):
            return granted
        between = self.clauses.marked("entre", trigger.span.end, sentence, NOUN_BARRIER)
        if between is not None and len(distinct(between.members)) > 1:
            return [between.members]
        before = self.text[sentence.start : trigger.span.start]
        listing = self.clauses.marked("avec", trigger.span.end, sentence, NOUN_BARRIER)
        if listing is None:
            return self._without_partner(trigger, sentence, before)
        holder = self._holder(trigger, sentence, listing, before)
        number = SO_MANY.search(self.text, trigger.span.end, listing.span.start)
        if number and len(self._others(listing)) + len(listing.members) == NUMBERS[number[1]]:
            return [[*self._others(listing), *listing.members]]
        return [[*holder, *group] for group in self._separate(trigger, sentence, listing)]

    def partners(self, trigger: Trigger, sentence: Span) -> Group:
        """Whom a noun without a subject is with: `Entretien avec X`, `Réunion en présence de X`."""
        listing = self.clauses.marked("avec", trigger.span.end, sentence, NOUN_BARRIER)
        return [*(listing.members if listing else []), *self.present(sentence)]

    def holder(self, trigger: Trigger, sentence: Span) -> Group:
        """Who has the talks whose partners a list names: the subject, else whoever travelled."""
        subject = self.clauses.subject(trigger, sentence)
        people = [one for one in subject if self.clauses.kind(one) == "person"]
        inside = self.references.within(Span(sentence.start, trigger.span.start), people_only=True)
        last = self.phrases.protagonist(sentence.start)
        return people or inside[:1] or ([last] if last is not None else [])

    def _others(self, listing: Listing) -> Group:
        """Who met before and is not in a list: `une conversation à quatre, avec X`."""
        taken = {one.entity for one in listing.members}
        return [one for one in self.phrases.standing.recent if one.entity not in taken]

    def _granted(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """`l'audience que lui a accordée X`, `les audiences qu'il a accordées à X et à Y`, `accorde une audience à X`."""
        behind = GRANTED_BEHIND.match(self.text, trigger.span.end, sentence.end)
        before = GRANTED_BEFORE.search(self.text, sentence.start, trigger.span.start)
        if behind and behind["lui"]:
            host = self.clauses.first(self.clauses.right(behind.end(), sentence))
            guest = self.clauses.first(self.clauses.left(trigger.start, sentence)) or self._last(sentence.start)
            return [[*guest, *host]]
        if behind is None and before is None:
            return []
        position = behind.end() if behind else trigger.span.end
        host = (behind and self.clauses.meant(behind["il"], behind.start("il"))) if behind and behind["il"] else None
        host = host or self.clauses.subject(trigger, sentence) or self._last(sentence.start)
        if before and before["lui"]:
            other = self._other(before.start(), sentence, host)
            return [[*host, other]] if other is not None else []
        listing = self.clauses.marked("à", position, sentence)
        return [[*host, *phrase.members] for phrase in listing.phrases] if listing else []

    def _last(self, position: int) -> Group:
        last = self.phrases.protagonist(position)
        return [last] if last is not None else []

    def _without_partner(self, trigger: Trigger, sentence: Span, before: str) -> list[Group]:
        standing = self.phrases.standing
        pronoun = WITH_THEM.search(self.text, trigger.span.end, sentence.end)
        if pronoun:
            subject = self.clauses.subject(trigger, sentence)
            other = self._other(sentence.start, sentence, subject)
            return [[*subject, other]] if other is not None else []
        if partner := self._partner_before(trigger, sentence):
            return [[*self._subject_before(partner.span.start, sentence), *partner.members]]
        subject = self.clauses.subject(trigger, sentence)
        if len(distinct(subject)) > 1 and (MUTUAL.search(before[-30:]) or HAVING.search(before[-60:])):
            return [subject]
        if MUTUAL.search(before[-30:]):
            people = distinct(self.references.within(Span(sentence.start, trigger.span.start), people_only=True))
            return [people[-2:] if len(people) > 1 else standing.group(sentence.start, 2)]
        pair = self.clauses.marked("of", trigger.span.end, sentence, NOUN_BARRIER)
        if pair is not None and len(distinct(pair.members)) > 1 and self._right_behind(trigger, pair):
            return [pair.members]
        if NEW.search(before[-40:]) and not self.phrases.lists(sentence):
            return [standing.recent_calls if trigger.kind == "call" else standing.recent]
        return []

    def _right_behind(self, trigger: Trigger, listing: Listing) -> bool:
        return (
            listing.span.start - trigger.span.end < 25 and "," not in self.text[trigger.span.end : listing.span.start]
        )

    def _partner_before(self, trigger: Trigger, sentence: Span) -> Listing | None:
        """`a eu avec X un entretien`: the partner stands before the noun."""
        for each in reversed(self.clauses.left(trigger.span.start, sentence)):
            between = self.text[each.span.end : trigger.span.start]
            if each.marker == "avec" and re.fullmatch(r"[,\s\u00a0]*(?:[\w'’]+[\s\u00a0,]+){0,6}", between):
                return each
        return None

    def _subject_before(self, position: int, sentence: Span) -> Group:
        free = [each for each in self.clauses.left(position, sentence) if not each.marker]
        return free[-1].members if free else []

    def _holder(self, trigger: Trigger, sentence: Span, listing: Listing, before: str) -> Group:
        """Who has the talks: `de X`, else the subject, else whom a possessive means."""
        own = self.clauses.marked("of", trigger.span.end, sentence, NOUN_BARRIER)
        if own is not None and own.span.end <= listing.span.start and self._right_behind(trigger, own):
            return own.members
        nobody = NONE_OF.search(before[-30:]) is not None
        subject = [] if nobody else self.clauses.subject(trigger, sentence)
        taken = {one.entity for one in listing.members}
        subject = [one for one in subject if one.entity not in taken]
        if subject:
            return subject
        free = [each for each in self.clauses.left(trigger.start, sentence) if not each.marker]
        if nobody or not free or POSSESSIVE.search(before[-30:]) or self._elliptic(before):
            last = self.phrases.protagonist(sentence.start, without=taken)
            return [last] if last is not None else []
        return []

    @staticmethod
    def _elliptic(before: str) -> bool:
        """A clause without a verb of its own: `Ramallah dimanche pour une entrevue avec X`."""
        clause = re.split(r"[;:]", before)[-1]
        return not has_finite(clause) and not clause.rstrip().lower().endswith((" de", " du"))
