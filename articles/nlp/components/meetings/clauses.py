"""Who is the subject of a verb, whom it has for an object, and whom prepositions bring in."""

import re
from collections.abc import Sequence

from articles.nlp.components.meetings.asides import apart
from articles.nlp.components.meetings.barriers import BARRIER, BETWEEN_COMMAS
from articles.nlp.components.meetings.blanks import NAMED, without
from articles.nlp.components.meetings.clefts import set_first
from articles.nlp.components.meetings.first_person import himself
from articles.nlp.components.meetings.fronting import fronted
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.markers import FACING, has_finite, is_followed_by_verb
from articles.nlp.components.meetings.named_members import named_members
from articles.nlp.components.meetings.patterns import SO_LONG
from articles.nlp.components.meetings.phrases import Phrases
from articles.nlp.components.meetings.protagonists import PUT_FIRST
from articles.nlp.components.meetings.saying import says_at
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.components.meetings.undertaking import undertaken
from articles.nlp.components.meetings.whereabouts import it_is_he, of_lequel, where_he
from articles.nlp.reference import Reference
from articles.nlp.types import Span

Group = list[Reference]

#: Not the one that stands for nobody: `il s'agit`, `il y a`.
PRONOUN = re.compile(
    r"(?<!\w)(?<!avant\s)(?<!avec\s)(?<!chez\s)(?<!selon\s)(?P<pronoun>ils?|elles?)(?![\w'’′])(?!\s(?:n['’′]|ne\s)?(?:s['’′]agi|vous\splaît|faut|faudra|convient))",
    re.I,
)
QUI = re.compile(r"(?:\bqui|,\s(?:lequel|laquelle|lesquel(?:le)?s))\s(?:[^\s,]+ment\s|lui\s|,[^,]{1,40},\s)?$")
#: `a annoncé X, au terme d'un entretien`: X had it.
ON_LEAVING = re.compile(
    r",?\s(?:au terme|à l['’′]issue|à la suite|après|lors)\s(?:d['’′]|de\s)?"
    rf"(?:(?:une?\s|son\s|sa\s)(?:\w+\s)?|{SO_LONG}\s(?:de\s|d['’′]))"
)
#: A noun that comes before or after another meeting: `verra X, avant un dîner avec Y`.
BESIDE = re.compile(r",?\s(?:avant|après|puis pour|et pour)\s(?:une?|son|sa|leur|des)\s(?:\w+\s)?$")
#: Whoever says so, behind the verb: `…, a annoncé jeudi le ministre X`.
SAID_BY = re.compile(
    r"[,»\"”]\s(?:a|ont|avait|avaient)\s[a-zà-ÿ]+(?:\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|[a-zà-ÿ]+ment)"
    r"(?:\s(?:matin|soir|après-midi))?)?\s$"
)
#: `Reçu à Rome par X, il a dit`.
BEHIND_COMMA = re.compile(r"[^;:.«»]{3,160},\s(?P<pronoun>ils?|elles?)\s(?!y\sa)")
#: `X, qui ira à Rome pour voir Y`: what X will do there.
RELATIVE_WHO = re.compile(r",?\squi\s[^,;:.]*$")
OBJECT_RELATIVE = re.compile(r",?\s(?:que\s|qu['’′])(?!\S*\s(?:accord|une?)\b)")
INVERTED = re.compile(r"(?:\b(?:où|auquel|duquel|que|à laquelle)\s|\bqu['’′])$", re.I)
#: The verb shares the subject of the one before, or hangs on it: `et a reçu`, `avant de recevoir`, `en recevant`.
SHARED = re.compile(
    r"\b(?:et|puis|mais|pour(?:\sy)?|avant\sd[e'’′]|après|en|sans|afin\sd[e'’′]|ainsi\sque)"
    r"\s*(?:de\s|d['’′])?(?:aussi\s|ensuite\s|y\s)?$"
)
PLURAL_VERB = re.compile(r"(?:\bont|\bvont|\bsont|aient|[^im]ent|oient|[eo]ivent|eront|iront|uront)$")
#: What is received rather than met.
PRIZE = re.compile(
    r"(?:le|la|les|l['’′]|une?|des|son|sa|leur)?\s?(?:prix|médailles?|trophées?|récompenses?|distinctions?|lettres?|"
    r"messages?|appels?)\b",
    re.I,
)
#: A thing that is met: `a rencontré des difficultés`; not an adverbial of time.
OTHER_OBJECT = re.compile(
    r"\s+(?:(?:d[eu]s?|une?|les?|la|son|sa|ses|leurs?|plusieurs|certains|quelques)\s+|l['’′])"
    r"(?!(?:\w+\s)?(?:une?\saprès|semaine|journée|matin|soir|soirée|veille|lendemain|fois|mois|ans?|année|heures?|minutes?|jours?|"
    r"jour même|même jour|week-end|suite|dernière|première|demi-heure|son côté|part|façon|manière|nouveau|côté|tour)\b)"
    r"[a-zà-ÿ][\w-]+(?!.*\d)"
)
#: People of a body rather than the body: `rencontrer les représentants de X`.
DELEGATED = re.compile(
    r"(?:les|des|une?|la|l['’′]|ses|son)\s?(?:[a-zà-ÿ-]+\s){1,5}"
    r"(?:d[eu]\s|des\s|de\sla\s|de\sl['’′]|d['’′])\s?$"
)


class Clauses:
    """Reads the clause around a verb or noun of meeting."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.references = phrases.references
        self.text = phrases.text
        #: Everybody who was at the meeting told last.
        self.met: Group = []
        #: Whom each pronoun of the plural stands for, by its place: what the sentence goes on to tell changes it not.
        self._they: dict[int, Group] = {}

    def left(self, position: int, sentence: Span) -> list[Listing]:
        return sorted(
            (each for each in self.phrases.lists(sentence) if each.span.end <= position), key=lambda one: one.span.end
        )

    def right(self, position: int, sentence: Span) -> list[Listing]:
        return [each for each in self.phrases.lists(sentence) if each.span.start >= position]

    def subject(self, trigger: Trigger, sentence: Span) -> Group:
        """Who does what the word says; nobody if the sentence does not tell."""
        if (own := undertaken(self, trigger, sentence)) is not None:
            return own.who
        begin = max(sentence.start, trigger.start - 1)
        pronoun = list(PRONOUN.finditer(self.text, begin, trigger.span.start))
        if pronoun:
            if (antecedent := of_lequel(self, pronoun[-1].start(), sentence)) is not None:
                return list(antecedent.phrases[-1].members)
            ahead = self._ahead(pronoun[-1], trigger, sentence)
            meant = ahead or self.meant(pronoun[-1]["pronoun"], pronoun[-1].start("pronoun"))
            return meant or where_he(self.references, pronoun[-1], sentence)
        before = self.text[max(sentence.start, trigger.start - 60) : trigger.start]
        left = self.left(trigger.start, sentence)
        if not left and (he := it_is_he(before)):
            return self.meant(he, trigger.start)
        if left and QUI.search(before) and left[-1].span.end >= trigger.start - 60:
            listing = left[-1]
            return listing.members if self._is_plural(trigger) else list(listing.phrases[-1].members)
        if INVERTED.search(before):
            return self.first(self.right(trigger.span.end, sentence))
        return self._subject_left(trigger, sentence, left)

    def _ahead(self, pronoun: re.Match[str], trigger: Trigger, sentence: Span) -> Group:
        """`À Rome, où il recevait Y, X a dit`: in a clause put first the pronoun means the subject to come."""
        opening = self.text[sentence.start : pronoun.start()]
        free = [each for each in self.left(pronoun.start(), sentence) if not each.marker]
        if free or not PUT_FIRST.fullmatch(opening.lstrip(" \n\t«\u00a0")):
            return []
        for each in self.right(trigger.span.end, sentence):
            main = not each.marker and is_followed_by_verb(self.text, each.span.end)
            if main and self.text[: each.span.start].rstrip().endswith(","):
                woman = self.references.is_woman(each.members[0].entity)
                fits = woman is pronoun["pronoun"].lower().startswith("elle")
                return each.members if fits and self.kind(each.members[0]) == "person" else []
        return []

    def _subject_left(self, trigger: Trigger, sentence: Span, left: Sequence[Listing]) -> Group:
        free = [each for each in left if not each.marker]
        free = [each for each in free if not apart(self.text, sentence, each.span, trigger.span)] or free
        earlier = self._earlier_pronoun(free[-1].span.end if free else sentence.start, trigger, sentence)
        if earlier:
            return earlier
        if not free:
            told = named_members(self, trigger, sentence) or himself(self, trigger) or self.apposed(trigger, sentence)
            return told or self._behind_participle(trigger, sentence, left) or fronted(self, trigger, sentence)
        between = self.text[free[-1].span.end : trigger.start]
        if says_at(self.text, trigger, Span(free[0].span.end, free[-1].span.start)) is not None:
            other = self.kind(free[-1].members[0]) != "person" and self.are_people(free[0].members)
            return free[0].members if other else free[-1].members
        if SHARED.search(between) and SAID_BY.search(self.text, sentence.start, free[-1].span.start):
            return free[-1].members
        hangs_on = SHARED.search(between) if trigger.infinitive else not trigger.is_verb and BESIDE.fullmatch(between)
        if len(free) == 1 and hangs_on and (ahead := self._opening(free[0], sentence)):
            return ahead
        if trigger.infinitive and RELATIVE_WHO.match(between) and SHARED.search(between):
            return list(free[-1].phrases[-1].members)
        if not trigger.is_verb and trigger.kind != "visit" and ON_LEAVING.fullmatch(between):
            return free[-1].members
        if len(free) > 1 and (not trigger.is_verb or SHARED.search(between) or has_finite(between)):
            acting = [each for each in free if is_followed_by_verb(self.text, each.span.end)]
            if acting:
                return acting[-1].members
            return free[0].members if SHARED.search(between) else free[-1].members
        return free[-1].members

    def apposed(self, trigger: Trigger, sentence: Span) -> Group:
        """`la visite de X, reçu mardi par Y`, `a vu X, arrivé à Y`: whom a bare participle right behind is told of."""
        left = self.left(trigger.start, sentence) if trigger.is_bare else []
        if not left or self.text[left[-1].span.end : trigger.start] != ", ":
            return []
        many = self.text[trigger.span.start : trigger.span.end].endswith("s")
        return left[-1].members if many else list(left[-1].phrases[-1].members)

    def _opening(self, met: Listing, sentence: Span) -> Group:
        """`Il y rencontrera X avant de voir Y`: whom the pronoun before means, X being whom it met."""
        pronouns = list(PRONOUN.finditer(self.text, sentence.start, met.span.start))
        if not pronouns or is_followed_by_verb(self.text, met.span.end):
            return []
        return self.meant(pronouns[-1]["pronoun"], pronouns[-1].start())

    def _earlier_pronoun(self, start: int, trigger: Trigger, sentence: Span) -> Group:
        """`il doit, lundi, recevoir`: the pronoun stands further left than the verb group."""
        found = list(PRONOUN.finditer(self.text, start, trigger.start))
        if not found:
            return []
        ahead = self._ahead(found[-1], trigger, sentence)
        return ahead or self.meant(found[-1]["pronoun"], found[-1].start("pronoun"))

    def _behind_participle(self, trigger: Trigger, sentence: Span, left: Sequence[Listing]) -> Group:
        """`En recevant X, Y a dit`, `Reçu par X, Y`: the subject of the main clause."""
        opening = self.text[sentence.start : trigger.start].strip(" «\n\t-–—\u00a0").lower()
        if left or not re.fullmatch(
            r"(?:en|après|après avoir|avant de|à peine|aussitôt|après s['’′]être|\w+,)?", opening
        ):
            return []
        behind = [each for each in self.right(trigger.span.end, sentence) if not each.marker]
        acting = [each for each in behind if is_followed_by_verb(self.text, each.span.end)]
        pronoun = BEHIND_COMMA.match(self.text, trigger.span.end, sentence.end)
        if acting and (pronoun is None or acting[0].span.start < pronoun.start("pronoun")):
            return acting[0].members
        if not trigger.participle or trigger.lemma == "accueillir":  # whoever welcomes does not always meet
            return []
        return self.meant(pronoun["pronoun"], sentence.start) if pronoun else []

    def _is_plural(self, trigger: Trigger) -> bool:
        words = self.text[trigger.start : trigger.span.end].split()
        return any(PLURAL_VERB.search(word) for word in words)

    def are_people(self, group: Group) -> bool:
        return all(self.kind(one) == "person" for one in group)

    def first(self, listings: Sequence[Listing]) -> Group:
        return next((each.members for each in listings if not each.marker), [])

    def acting(self, position: int, sentence: Span) -> Group:
        """Who acts before a place in the sentence: the last that nothing governs, else whom a pronoun there means."""
        free = [each for each in self.left(position, sentence) if not each.marker]
        pronoun = PRONOUN.search(self.text, sentence.start, position)
        if free or pronoun is None:
            return free[-1].members if free else []
        return self.meant(pronoun["pronoun"], pronoun.start())

    def meant(self, pronoun: str, position: int) -> Group:
        """Who a pronoun stands for."""
        if sent := self.phrases.standing.delegations.pronoun(pronoun, position):
            return sent
        if pronoun.lower().endswith("s"):
            known = self._they.get(position)
            return self._they.setdefault(position, known or self.phrases.standing.groups.they(position))
        person = self.phrases.protagonists.last(position, pronoun=pronoun)
        return [person] if person is not None else []

    def objects(self, trigger: Trigger, sentence: Span) -> Listing | None:
        """The first list of people behind the verb that no preposition governs."""
        for each in self.right(trigger.span.end, sentence):
            between = self.text[trigger.span.end : each.span.start]
            if self._barred(BARRIER, trigger.span.end, each.span.start):
                return None
            if not each.marker and self._people(each):
                return None if OTHER_OBJECT.match(between) or PRIZE.match(self.text, each.span.start) else each
        return None

    def antecedent(self, trigger: Trigger, sentence: Span) -> Listing | None:
        """Whom the relative before a clause means: `X, qu'il retrouvera`, `X et Z, que Y a reçus`."""
        for each in reversed(self.left(trigger.start, sentence)):
            if OBJECT_RELATIVE.match(self.text, each.span.end, trigger.span.start):
                many = not trigger.participle or self.text[trigger.span.start : trigger.span.end].endswith("s")
                return each if many else Listing((each.phrases[-1],))
        return None

    def _people(self, listing: Listing) -> bool:
        """A named person, or an office: `rencontrer la Turquie` is rather a match."""
        phrase = listing.phrases[0]
        first = phrase.members[0]
        if self.kind(first) == "organisation" and DELEGATED.match(self.text, phrase.span.start, first.span.start):
            return True
        named_place = first.mention is not None and self.phrases.mentions[first.mention].label == "GPE"
        return not named_place and (first.mention is None or self.kind(first) == "person" or first.role is not None)

    def marked(self, marker: str, start: int, sentence: Span, barrier: re.Pattern[str] = BARRIER) -> Listing | None:
        """The first list behind a position that a preposition governs, or the one set before the clause."""
        if first := set_first(self.text, self.phrases.lists(sentence), marker, start, sentence):
            return first
        for each in self.right(start, sentence):
            if apart(self.text, sentence, Span(start - 1, start), each.span) or self._barred(
                barrier, start, each.span.start
            ):
                return None
            if each.marker == marker and not self._is_against(each, start):
                return each
        return None

    def _barred(self, barrier: re.Pattern[str], start: int, end: int) -> bool:
        """Whether another clause begins between; not by a word within a name, as in `Mar-a-Lago`."""
        if not barrier.search(BETWEEN_COMMAS.sub(" ", self.text[start:end])):
            return False
        words = without(NAMED, self.text, Span(start, end), self.phrases.mentions)
        return barrier.search(BETWEEN_COMMAS.sub(" ", words)) is not None

    def _is_against(self, listing: Listing, start: int) -> bool:
        """`unis face à la Russie`: a state that is no partner."""
        facing = FACING.search(self.text, start, listing.span.start) is not None
        return facing and not self.are_people(listing.members)

    def goes_on(self, start: int, listing: Listing, sentence: Span) -> bool:
        """Whether no main clause begins between: `Lors de leur entretien, X a parlé de son accord avec Z`."""
        for each in self.right(start, sentence):
            if each.span.start >= listing.span.start:
                return True
            opens = not each.marker and self.text[: each.span.start].rstrip().endswith(",")
            if opens and is_followed_by_verb(self.text, each.span.end):
                return False
        return True

    def kind(self, one: Reference) -> str:
        return self.phrases.standing.kind(one)


def distinct(group: Group) -> Group:
    return list({one.entity: one for one in reversed(group)}.values())[::-1]
