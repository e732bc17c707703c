"""Who takes part by a verb: its subject and object, `avec`, `par`, `à`, by its frame in `meeting_verbs.csv`."""

import re

from articles.nlp.components.meetings.among import all_of_them, among_partners, among_received, others_meant
from articles.nlp.components.meetings.bringing import CONVENING, beside, over, over_what_they_hold, presiding
from articles.nlp.components.meetings.called import visited_by
from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.clefts import he_behind
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.needed import has_its_words
from articles.nlp.components.meetings.parties import SEPARATELY, Parties
from articles.nlp.components.meetings.patterns import CONTACT, TO_DO
from articles.nlp.components.meetings.relations import is_of_topic
from articles.nlp.components.meetings.sharing import shares_auxiliary
from articles.nlp.components.meetings.signing import CONCLUDING, SIGNING, are_seen, signers
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.components.meetings.unnamed import are_unnamed
from articles.nlp.components.meetings.voices import PASSIVE, group_words, is_passive, is_reflexive
from articles.nlp.components.meetings.whereabouts import summoned
from articles.nlp.reference import Reference
from articles.nlp.types import Span

CLITIC = re.compile(
    r"(?:\b(?P<one>le|(?<!dans\s)(?<!par\s)la)\s|\b(?P<elided>l['’′])|\b(?P<many>les)\s)(?!.*\b(?:il|elle)\b)", re.I
)
LUI = re.compile(r"\b(?:lui|leur)\s", re.I)
WITH_THEM = re.compile(r"\bavec\s(?P<pronoun>lui|elle|eux|elles|ce dernier|cette dernière|ces derniers)\b", re.I)
#: Between a locution and whom it is of: `l'hôte d'une réunion de X`.
OF_SOMETHING = re.compile(r"(?:\b(?:de|du|des)\s|\bd['’′])")
TO_THEM = re.compile(r"\sà\s(?:eux|elles)\b")
CALLING = frozenset({"appeler", "rappeler", "contacter"})
REACHING = frozenset({*CALLING, "joindre"})
#: How far behind `reçu` the seat stands.
NEAR = 40
#: `ont chacun conféré avec X`.
EACH = re.compile(r"\bchacune?\b")
TOGETHER_BEHIND = re.compile(r"\s(?:ensemble|conjointement|de concert|tous deux)\b")


class VerbFrames:
    def __init__(self, clauses: Clauses, parties: Parties) -> None:
        self.clauses = clauses
        self.parties = parties
        self.phrases = clauses.phrases
        self.text = clauses.text

    def of(self, trigger: Trigger, sentence: Span) -> list[Group]:
        if not has_its_words(self.text, trigger, sentence):
            return []
        if trigger.frame in {"object", "keep"}:
            return self._of_object(trigger, sentence)
        if trigger.frame in {"à", "join"}:
            return self._of_call(trigger, sentence)
        if trigger.frame == "of":
            return self._of_possessor(trigger, sentence)
        if trigger.frame == "hand":
            return self._of_hand(trigger, sentence)
        if trigger.frame in {"joint", "mutual", "topic"}:
            return self._in_company(trigger, sentence)
        return self._of_with(trigger, sentence)

    def _of_hand(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """`se serrent la main`, `serre la main de X`."""
        subject = self.clauses.subject(trigger, sentence)
        if is_reflexive(self.text, trigger):
            return [subject]
        end = trigger.span.end
        listing = self.clauses.marked("of", end, sentence) or self.clauses.marked("à", end, sentence)
        return [[*subject, *listing.members]] if listing else []

    def _of_possessor(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """`fait la connaissance de X`, `est l'hôte de X`."""
        subject = [one for one in self.clauses.subject(trigger, sentence) if self.clauses.kind(one) == "person"]
        listing = self.clauses.marked("of", trigger.span.end, sentence)
        if listing is None or OF_SOMETHING.search(self.text, trigger.span.end, listing.span.start - 3):
            return []
        # A body may be somebody's host; the guest of a channel or a show has met nobody.
        may_be = {"person"} if "invité" in self.text[trigger.start : trigger.span.end] else {"person", "organisation"}
        hosts = [one for one in listing.members if self.clauses.kind(one) in may_be]
        return [[*subject, *hosts]] if subject and hosts else []

    def _of_object(self, trigger: Trigger, sentence: Span) -> list[Group]:
        words = group_words(self.text, trigger)
        agents = self.clauses.marked("par", trigger.span.end, sentence)
        if agents is not None and is_passive(self.text, trigger):
            return self.parties.received(trigger, sentence, agents)
        subject = self.clauses.subject(trigger, sentence)
        if is_reflexive(self.text, trigger):
            return self._together(trigger, sentence, subject)
        if is_passive(self.text, trigger) and not shares_auxiliary(self.text, trigger, sentence):
            return self._by_nobody(trigger, sentence, subject)
        clitic = CLITIC.search(words)
        if clitic:
            those = self._clitic(clitic, trigger, sentence, subject)
            apart = SEPARATELY.search(self.text, trigger.start, sentence.end) if clitic["many"] else None
            return [[*subject, one] for one in those] if apart else [[*subject, *those]]
        if met := self.clauses.antecedent(trigger, sentence):
            return self._whom(met, trigger, sentence, subject)
        # `les a rejoints` tells of a meeting; `a rejoint X` rather of a record, a party or a rank.
        listing = self.clauses.objects(trigger, sentence) if trigger.lemma != "rejoindre" else None
        listing = listing or among_received(self.clauses, trigger, sentence)
        if listing is None:
            visited = visited_by(self.clauses, trigger, sentence)
            return [visited] if visited else []
        known = {one.entity for one in subject}
        listing = others_meant(self.clauses, listing, known)
        groups = self.parties.separated(trigger, sentence, listing)
        standing = self.phrases.standing
        each = [[standing.instead(one) if one.entity in known else one for one in group] for group in groups]
        return [[*those, *group] for those in self.parties.one_by_one(subject, groups, sentence) for group in each]

    def _whom(self, met: Listing, trigger: Trigger, sentence: Span, subject: Group) -> list[Group]:
        """`X et Z, que Y a reçus`; who joined a body met nobody."""
        if trigger.lemma == "rejoindre" and not self.clauses.are_people([*subject, *met.members]):
            return []
        others = [one for one in subject if one not in met.members] or he_behind(self.clauses, met, trigger, sentence)
        others = others or self.clauses.first(self.clauses.right(trigger.span.end, sentence))
        return [[*others, *group] for group in self.parties.separated(trigger, sentence, met)]

    def _by_nobody(self, trigger: Trigger, sentence: Span, subject: Group) -> list[Group]:
        """A passive that does not say by whom: who governs or sits there."""
        if trigger.lemma == "convoquer":
            return summoned(self.clauses, trigger, sentence, subject)
        host = self._at_the_seat(trigger, sentence)
        return [[*subject, *host]] if host else []

    def _at_the_seat(self, trigger: Trigger, sentence: Span) -> Group:
        """`a été reçu lundi à l'Élysée`: by whoever of the article governs there."""
        at = self.clauses.marked("à", trigger.span.end, sentence)
        if at is None or at.span.start - trigger.span.end > NEAR:
            return []
        host = self.phrases.standing.descriptions.head_of_seat(at.members[0].entity, trigger.start)
        return [] if host is None else [Reference(host, at.members[0].span)]

    def _clitic(self, clitic: re.Match[str], trigger: Trigger, sentence: Span, subject: Group) -> Group:
        """`il l'a reçu`: the other one is whom the sentence, or the one before, spoke of."""
        if (clitic["one"] and clitic["one"].lower() == "la") or self._agrees_with_her(clitic, trigger):
            if sent := self.phrases.standing.delegations.pronoun("elle", sentence.start):
                return sent
            here = {each.entity for each in subject}
            told = self.phrases.protagonists.last(sentence.start, pronoun="elle", without=here)
            if told is not None:
                return [told]
            return [one for one in self.parties.women_before(trigger.start) if one.entity not in here][-1:]
        if clitic["many"]:
            if are_unnamed(self.clauses.references, trigger.start):
                return []
            # `à Y, où les attendait X`: those whom the clause before tells of.
            behind = all(one.span.start > trigger.start for one in subject)
            return self.phrases.standing.groups.they(trigger.start if subject and behind else sentence.start)
        other = self.parties.other(trigger.start, sentence, subject)
        return [other] if other is not None else []

    def _agrees_with_her(self, clitic: re.Match[str], trigger: Trigger) -> bool:
        """`qui l'avait accueillie`: the participle agrees with whom it is told of."""
        word = self.text[trigger.span.start : trigger.span.end]
        return clitic["elided"] is not None and trigger.participle and word.endswith("e")

    def _together(self, trigger: Trigger, sentence: Span, subject: Group) -> list[Group]:
        """`se rencontrent`: those of the subject, or the subject and whom `avec` brings in."""
        listing = self._with(trigger.span.end, sentence) or among_partners(self.clauses, trigger, sentence)
        if listing is not None:
            groups = self.parties.separated(trigger, sentence, listing) if subject else []
            each = (
                [[one] for one in subject]
                if EACH.search(self.text, max(0, trigger.start - 20), trigger.start)
                else [subject]
            )
            return [[*those, *group] for those in each for group in groups]
        pronoun = WITH_THEM.search(self.text, trigger.span.end, sentence.end)
        if pronoun and (other := self.parties.other(sentence.start, sentence, subject)):
            return [[*subject, other]]
        return [all_of_them(self.clauses, trigger, sentence) or subject]

    def _with(self, start: int, sentence: Span) -> Listing | None:
        return self.clauses.marked("avec", start, sentence)

    def _of_with(self, trigger: Trigger, sentence: Span) -> list[Group]:
        subject = self.clauses.subject(trigger, sentence)
        if trigger.participle and not subject and (agents := self.clauses.marked("par", trigger.span.end, sentence)):
            return [agents.members]
        if trigger.lemma in CONVENING and not is_reflexive(self.text, trigger):
            return self._convened(trigger, sentence, subject)
        if trigger.frame == "call" and not self._is_contact(trigger, sentence):
            return []
        if trigger.frame == "jointly":
            together = trigger.lemma.startswith("co") or TOGETHER_BEHIND.match(self.text, trigger.span.end)
            attended = over(self.clauses, trigger, sentence) or beside(self.clauses, trigger, sentence)
            presiding_both = over_what_they_hold(self.clauses, trigger, subject)
            everybody = [*subject, *attended]
            held = attended or together or presiding_both
            return [everybody] if held and len(distinct(everybody)) > 1 else []
        groups = self._together(trigger, sentence, subject)
        if groups == [subject] and len(distinct(subject)) < 2 and trigger.frame == "call":
            return self._of_call(trigger, sentence)
        return groups

    def _in_company(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """`a signé un accord avec X`, `a évoqué ce dossier avec X`, `ont signé`: what takes two to be a meeting."""
        subject = [one for one in self.clauses.subject(trigger, sentence) if self._may_meet(one)]
        if trigger.frame == "mutual":
            return [subject] if is_reflexive(self.text, trigger) and len(distinct(subject)) > 1 else []
        signed = self._signers(trigger, sentence)
        if signed or trigger.lemma == CONCLUDING:
            return [signed] if signed else []
        if (listing := self._with(trigger.span.end, sentence)) and is_of_topic(self.text, trigger, listing):
            return []
        if listing is not None and subject and all(self._may_meet(one) for one in listing.members):
            people = any(self.clauses.kind(one) == "person" for one in (*subject, *listing.members))
            return self._together(trigger, sentence, subject) if people else []
        together = trigger.lemma in SIGNING or is_reflexive(self.text, trigger)
        seen = are_seen(self.clauses, trigger, [*subject, *self.parties.present(sentence, trigger)])
        return [subject] if trigger.frame == "joint" and together and seen and len(distinct(subject)) > 1 else []

    def _signers(self, trigger: Trigger, sentence: Span) -> Group:
        if trigger.lemma not in {*SIGNING, CONCLUDING} or not is_passive(self.text, trigger):
            return []
        finite = PASSIVE.search(group_words(self.text, trigger)) is not None
        return signers(self.clauses, trigger, sentence, finite=finite)

    def _may_meet(self, one: Reference) -> bool:
        return self.clauses.kind(one) == "person" or self.clauses.kind(one) in {"state", "organisation"}

    def _convened(self, trigger: Trigger, sentence: Span, subject: Group) -> list[Group]:
        """`X réunit Y et Z`, `réunis par X, Y et Z ont`; not `Pour les réunir, X a rusé`."""
        if trigger.infinitive and self.text[sentence.start : trigger.start].strip().lower() == "pour":
            return []
        agents = self.clauses.marked("par", trigger.span.end, sentence)
        if trigger.participle and agents is not None:
            return [[*subject, *agents.members]]
        around = self._with(trigger.span.end, sentence)
        listing = self.clauses.objects(trigger, sentence)
        clitic = CLITIC.search(group_words(self.text, trigger))
        subject = [*subject, *(self._clitic(clitic, trigger, sentence, subject) if clitic else [])]
        among = [each for each in self.clauses.right(trigger.span.end, sentence) if each.marker == "dont"]
        relative = self.clauses.antecedent(trigger, sentence)
        members = [one for each in (relative, around, listing, *among) if each is not None for one in each.members]
        leading = presiding(self.clauses, trigger.start, sentence) if members else []
        return [[*leading, *subject, *members]]

    def _is_contact(self, trigger: Trigger, sentence: Span) -> bool:
        """Whether `parler` tells of a call or of a talk with somebody."""
        behind = self.text[trigger.span.end : sentence.end]
        told = trigger.participle or trigger.future or trigger.conditional
        if told and self._to_somebody(trigger, sentence):
            return True
        return (
            CONTACT.search(behind) is not None
            or re.match(r"[^.;:]{0,40}?\bavec\b", behind) is not None
            or is_reflexive(self.text, trigger)
        )

    def _to_somebody(self, trigger: Trigger, sentence: Span) -> bool:
        """`a parlé dimanche à X`: to a person who is named, not to the press."""
        listing = self.clauses.marked("à", trigger.span.end, sentence)
        near = listing is not None and listing.span.start - trigger.span.end < NEAR
        return near and listing is not None and self.clauses.are_people(listing.members)

    def _reached(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """`Joint par X, Y a dit`, `Y, contacté au téléphone par X`; the press reaches many."""
        agents = self.clauses.marked("par", trigger.span.end, sentence)
        if agents is None or not self.clauses.are_people(agents.members) or TO_DO.match(self.text, agents.span.end):
            return []
        return self.parties.received(trigger, sentence, agents)

    def _is_joined(self, trigger: Trigger, sentence: Span) -> bool:
        """`a joint X`, `joindra X au téléphone`; `s'est joint à X` is another matter."""
        if trigger.frame != "join" or is_reflexive(self.text, trigger):
            return False
        return trigger.participle or CONTACT.search(self.text, trigger.span.end, sentence.end) is not None

    def _of_call(self, trigger: Trigger, sentence: Span) -> list[Group]:
        subject = self.clauses.subject(trigger, sentence)
        if trigger.lemma in REACHING and is_passive(self.text, trigger):
            return self._reached(trigger, sentence)
        if LUI.search(group_words(self.text, trigger)):
            other = self.parties.other(trigger.start, sentence, subject, pronoun="")
            return [[*subject, other]] if other is not None else []
        clitic = CLITIC.search(group_words(self.text, trigger))
        if clitic and trigger.lemma in CALLING and not TO_DO.match(self.text, trigger.span.end):
            return [[*subject, *self._clitic(clitic, trigger, sentence, subject)]]
        listing = self.clauses.marked("à", trigger.span.end, sentence)
        if listing is None and trigger.frame == "join" and TO_THEM.match(self.text, trigger.span.end):
            return [[*self.phrases.standing.recent, *subject]]
        if listing is None and (trigger.lemma in CALLING or self._is_joined(trigger, sentence)):
            listing = self.clauses.objects(trigger, sentence)
            if listing is not None and TO_DO.match(self.text, listing.span.end):
                return []
        if listing is None and is_reflexive(self.text, trigger) and len(distinct(subject)) > 1:
            return [subject]
        groups = self.parties.separated(trigger, sentence, listing) if listing else []
        return [[*those, *group] for those in self.parties.one_by_one(subject, groups, sentence) for group in groups]
