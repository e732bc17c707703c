"""Gatherings of a body: `le sommet de l'Otan`, `le Conseil de sécurité s'est réuni`, with who takes part."""

import re

from articles.nlp.components.meetings.clauses import Clauses, Group
from articles.nlp.components.meetings.markers import has_finite
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
    r"\b(?:particip\w+|pren(?:d|nent|dra|dront|dre)\spart|pris\spart|assist\w+|représent\w+|s['’′]adress\w+|"
    r"rend\w*|attendue?s?|(?:co)?présid(?:e|é|er|era|eront|ent|ait|aient)|rejoin\w+|accueill\w+)\b[^.;:]{0,70}$",
    re.I,
)
REPRESENTING = re.compile(
    r"\b(?:représent|intervien|pren(?:d|nent)\s(?:aussi\s)?la parole)\w*\b[^.;:]{0,40}\blors\sd\S*\s?(?:\w+\s)?$", re.I
)
EUROPEAN = re.compile(r"\s(?:extraordinaire\s)?européen\b")
ELSEWHERE = re.compile(
    r"\b(?:en marge|lors|à l['’′]occasion|à l['’′]issue|au terme|à la veille|au lendemain|depuis|après|"
    r"avant)\s(?:d[eu]s?\s|d['’′])?[^,;.]{0,25}$",
    re.I,
)
WHERE = re.compile(r"\boù\s")


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
        if not attending and not trigger.is_verb and not self._told_of_itself(trigger, sentence):
            return []
        return [*attending, *body[:1]]

    def _of_verb(self, trigger: Trigger, sentence: Span) -> Group:
        if trigger.frame == "attend":
            listing = self.clauses.marked("à", trigger.span.end, sentence)
            near = listing is not None and listing.span.start - trigger.span.end < 25
            return [one for one in listing.members if self._gathers(one)] if listing and near else []
        if trigger.lemma not in {"réunir", "concerter", "retrouver"}:
            return []
        if not re.search(r"\b[sS](?:e\s|['’′])", self.text[trigger.start : trigger.span.start]):
            return []
        subject = self.clauses.subject(trigger, sentence)
        if len(subject) != 1 or self.clauses.kind(subject[0]) != "organisation":
            return []
        return [] if has_finite(self.text[subject[0].span.end : trigger.start]) else subject

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
        where = trigger.is_verb and WHERE.search(before)
        if not where and (trigger.is_verb or not ATTENDING.search(before)):
            return []
        if trigger.is_verb:
            free = [each for each in self.clauses.left(trigger.start, sentence) if not each.marker]
            found = free[0].members if free else []
        else:
            found = self.clauses.subject(trigger, sentence)
            found += [
                one
                for each in self.clauses.left(trigger.start, sentence)
                if each.marker == "avec"
                for one in each.members
            ]
        taken = {one.entity for one in body}
        return [one for one in found if self.clauses.kind(one) == "person" and one.entity not in taken]

    def _told_of_itself(self, trigger: Trigger, sentence: Span) -> bool:
        before = self.text[sentence.start : trigger.start]
        behind = self.text[trigger.span.end : sentence.end]
        return SETTING.search(before) is None and TAKING_PLACE.search(behind) is not None
