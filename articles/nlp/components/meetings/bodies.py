"""Gatherings of a body: `le sommet de l'Otan`, `le Conseil de sécurité s'est réuni`, with who takes part."""

import re
from collections.abc import Iterable

from articles.nlp.components.meetings.announcing import opens_line
from articles.nlp.components.meetings.bringing import presiding
from articles.nlp.components.meetings.clauses import Clauses, Group
from articles.nlp.components.meetings.gatherings import RELATIVE
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.markers import has_finite
from articles.nlp.components.meetings.nationalities import sides
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import Span

GATHERINGS = frozenset({"sommet", "réunion", "conférence", "session", "forum", "assemblée", "rencontre"})
#: The noun is told of itself: no preposition makes it the setting of something else.
SETTING = re.compile(
    r"\b(?:d[eu]|des|d['’′]|lors|après|avant|depuis|en|à|au|aux|pour|dans|par|avec|sur|contre|vers|selon)\s*"
    r"(?:(?:la|le|l['’′]|une?|son|sa|ce|cette)\s*)?(?:\w+\s){0,2}$",
    re.I,
)
TAKING_PLACE = re.compile(
    r"^[^.;:]{0,120}?\b(?:s['’′]est|se tien\w+|tenue?|a (?:débuté|commencé|eu lieu)|aura lieu|s['’′]ouvr\w+|"
    r"ouvert\w*|prévue?|"
    r"début\w+|se déroul\w+|s['’′]achèv\w+|se poursui\w+|réuni\w*)\b",
    re.I,
)
ATTENDING = re.compile(
    r"\b(?:particip\w+|pren(?:d|nent|dra|dront|dre)\spart|pris\spart|assist\w+|représent\w+|s['’′](?:est\s|était\s|étaient\s)?adress\w+|"
    r"rend\w*|attendue?s?|(?:co-?)?présid(?:e|é|er|era|eront|ent|ait|aient)|rejoin\w+|accueill\w+)\b[^.;:]{0,70}$",
    re.I,
)
REPRESENTING = re.compile(
    r"\b(?:représent|intervien|pren(?:d|nent)\s(?:aussi\s)?la parole)\w*\b[^.;:]{0,40}\blors\sd\S*\s?(?:\w+\s)?$", re.I
)
EUROPEAN = re.compile(r"\s(?:extraordinaire\s)?européen\b")
ELSEWHERE = re.compile(
    r"\b(?:en marge|lors|à l['’′]occasion|à l['’′]issue|au terme|à la veille|au lendemain|"
    r"(?:depuis|après|avant)(?!\s(?:le\s)?(?:\d|[a-z]+di\b|dimanche|hier)))\s(?:d[eu]s?\s|d['’′])?[^,;.]{0,25}$",
    re.I,
)
WHERE = re.compile(r"\boù\s")
#: The part of a body that gathers for it: `le Conseil permanent de l'OEA`, `un comité de chefs d'État de l'UA`.
PART = re.compile(
    r"(?:\b(?:les?|la|une?|des|ses)\s|\b[ld]['’′])(?:[\w'’′-]+\s){0,4}?(?:conseil|comité|bureau|assemblée|commission|"
    r"groupe|pays|états|membres|ministres|dirigeants|chefs|ambassadeurs|représentants|délégués|leaders)\b[^,;:.«»]{0,60}$",
    re.I,
)
#: `où se tenait le 41e sommet du Conseil`: the verb stands before.
OPENED = re.compile(
    r"\b(?:se\s(?:tient|tenait|tiendra|déroule|déroulait|déroulera)|s['’′](?:ouvre|ouvrait|ouvrira|achève|achevait|"
    r"achèvera|(?:est|était)\s(?:ouverte?|tenue?|achevée?))|(?:a|avait|aura)\slieu|débute|débutait|débutera)\s"
    r"(?:[\w'’′-]+\s){0,4}?(?:les?\s|la\s|l['’′]|une?\s)(?:\w+\s){0,2}$",
    re.I,
)
#: Whoever comes to where a body gathers comes for that.
COMING = re.compile(
    r"\b(?:accueillie?s?|reçue?s?|arrivée?s?|arrive(?:nt|ra|ront)?|attendue?s?|rend(?:ue?s?|ra|ront)?|débarquée?s?|"
    r"atterri|gagné|rejoint)\b[^;.]{0,90}\boù\s[^,;.]{0,60}$"
)
#: `Y, venu participer au sommet`: Y rather than whoever received him.
COME_FOR = re.compile(
    r",\s(?:venue?s?|arrivée?s?|attendue?s?|présente?s?)\s[^,;.]{0,40}?\b(?:au|à\sla|à\sl['’′]|pour\s(?:le|la|l['’′]|une?))\s?(?:\w+\s)?"
)


class Bodies:
    """Finds the body that gathers."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.text = clauses.text

    def of(self, trigger: Trigger, sentence: Span) -> Group:
        """The body, behind those who take part; nobody where none gathers."""
        body = self._of_verb(trigger, sentence) if trigger.is_verb else self._of_noun(trigger, sentence)
        if not body:
            return []
        attending = self._attending(trigger, sentence, body)
        if not attending and not trigger.is_verb and not told_of_itself(self.text, trigger, sentence):
            return []
        states = self._sides(body[0])
        if len(states) > 1:
            return attending if len(attending) > 1 else states
        return [*attending, *self._presiding(sentence), *body[:1]]

    def tells_of_attending(self, trigger: Trigger, sentence: Span, triggers: Iterable[Trigger]) -> bool:
        """`participera avec X au sommet du G20`: the noun behind tells of all; in a relative, what that is of."""
        if trigger.frame != "attend":
            return False
        behind = (one for one in triggers if not one.is_verb and trigger.span.end <= one.start < sentence.end)
        relative = RELATIVE.search(self.text, sentence.start, trigger.start) is not None
        return relative or any(self.of(noun, sentence) for noun in behind)

    def is_of_many(self, group: Group) -> bool:
        """Whether a body is among them, or more than two."""
        return len(group) != 2 or any(self._gathers(one) for one in group)

    def _sides(self, body: Reference) -> Group:
        """`le Comité stratégique algéro-malien`: the states that it is of."""
        standing = self.clauses.phrases.standing
        found = sides(standing.entity(body.entity).name)
        states = [standing.state(country) for country in found[0]] if found else []
        return [Reference(state, body.span) for state in states if state is not None]

    def _presiding(self, sentence: Span) -> Group:
        """`L'Eurogroupe, présidé par X, s'est réuni`."""
        return presiding(self.clauses, sentence.end, sentence)

    def _of_verb(self, trigger: Trigger, sentence: Span) -> Group:
        if trigger.frame == "attend":
            listing = self.clauses.marked("à", trigger.span.end, sentence)
            near = listing is not None and listing.span.start - trigger.span.end < 25
            return [one for one in listing.members if self._gathers(one)] if listing and near else []
        if trigger.lemma not in {"réunir", "concerter", "retrouver"}:
            return []
        if self._is_apposed(trigger, sentence):
            before = self.clauses.left(trigger.start, sentence)
            subject = before[-1].members if before else self._behind(trigger, sentence)
        elif re.search(r"\b[sS](?:e\s|['’′])", self.text[trigger.start : trigger.span.start]):
            subject = self._whole(trigger, sentence) or self.clauses.subject(trigger, sentence)
        else:
            return []
        if len(subject) != 1 or not self._gathers(subject[0]):
            return []
        return [] if has_finite(self.text[subject[0].span.end : trigger.start]) else subject

    def _behind(self, trigger: Trigger, sentence: Span) -> Group:
        """`Réunis à X, les ministres de l'Otan ont`: the body whose part is the subject behind."""
        for each in self.clauses.right(trigger.span.end, sentence)[:1]:
            part = each.marker == "of" and PART.search(self.text, trigger.span.end, each.span.start)
            if part or (not each.marker and not has_finite(self.text[trigger.span.end : each.span.start])):
                return each.members
        return self.clauses.subject(trigger, sentence)

    def _whole(self, trigger: Trigger, sentence: Span) -> Group:
        """The body of whose part the verb is told: `le Conseil permanent de l'OEA s'est réuni`."""
        for each in self.clauses.left(trigger.start, sentence)[-1:]:
            if each.marker == "of" and PART.search(self.text, sentence.start, each.span.start):
                return each.members
        return []

    def _is_apposed(self, trigger: Trigger, sentence: Span) -> bool:
        """`Les membres de l'Opep, réunis à Vienne, ont`, not by somebody."""
        if not trigger.participle or self.text[trigger.start : trigger.span.start].strip(" -–—"):
            return False
        left = self.clauses.left(trigger.start, sentence)
        beside = left and self.text[left[-1].span.end : trigger.start] == ", "
        agents: Listing | None = self.clauses.marked("par", trigger.span.end, sentence)
        by = agents is not None and agents.span.start - trigger.span.end < 12
        return bool(beside or not self.text[sentence.start : trigger.start].strip(" -–—\n\t")) and not by

    def _gathers(self, one: Reference) -> bool:
        return self.clauses.kind(one) == "organisation"

    def _of_noun(self, trigger: Trigger, sentence: Span) -> Group:
        before = self.text[sentence.start : trigger.span.start]
        if trigger.lemma not in GATHERINGS or (ELSEWHERE.search(before) and not REPRESENTING.search(before)):
            return []
        if EUROPEAN.match(self.text, trigger.span.end) and (union := self._union()) is not None:
            return [Reference(union, trigger.span)]
        own = self.clauses.marked("of", trigger.span.end, sentence)
        if own is None or own.span.start - trigger.span.end > 40 or "," in self.text[trigger.span.end : own.span.start]:
            return []
        return [one for one in own.members if self.clauses.kind(one) == "organisation"]

    def _union(self) -> int | None:
        return self.clauses.phrases.standing.organisation("union-europeenne")

    def _attending(self, trigger: Trigger, sentence: Span, body: Group) -> Group:
        """Those of the main clause who come for it."""
        before = self.text[sentence.start : trigger.start]
        if trigger.frame == "attend":
            return [one for one in self.clauses.subject(trigger, sentence) if self.clauses.kind(one) == "person"]
        bare = trigger.is_verb and trigger.start == trigger.span.start and ATTENDING.search(before)
        where = (trigger.is_verb and WHERE.search(before)) or bare
        for each in [] if trigger.is_verb else self.clauses.left(trigger.start, sentence)[-1:]:
            if COME_FOR.fullmatch(self.text, each.span.end, trigger.start):
                return [one for one in each.members if self.clauses.kind(one) == "person"]
        coming = not trigger.is_verb and OPENED.search(before) and COMING.search(before)
        if not where and not coming and (trigger.is_verb or not ATTENDING.search(before)):
            return []
        if trigger.is_verb:
            free = [each for each in self.clauses.left(trigger.start, sentence) if not each.marker]
            found = free[0].members if free else []
        elif coming:
            left = self.clauses.left(trigger.start, sentence)
            found = [one for each in left if each.marker in {"", "par"} for one in each.members]
        else:
            found = self.clauses.subject(trigger, sentence)
            found += [
                one
                for each in self.clauses.left(trigger.start, sentence)
                if each.marker == "avec" and ATTENDING.search(before[each.span.start - sentence.start :]) is None
                for one in each.members
            ]
        taken = {one.entity for one in body}
        return [one for one in found if self.clauses.kind(one) == "person" and one.entity not in taken]


def told_of_itself(text: str, trigger: Trigger, sentence: Span) -> bool:
    """Whether the noun is the subject of a verb of taking place."""
    before = text[sentence.start : trigger.start]
    behind = text[trigger.span.end : sentence.end]
    if opens_line(text, trigger):
        return True
    if SETTING.search(before) is not None:
        return False
    return TAKING_PLACE.search(behind) is not None or OPENED.search(before) is not None
