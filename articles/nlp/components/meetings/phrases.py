"""Phrases that name actors, whole: determiner, office and apposition, with what governs and joins them."""

import re
from bisect import bisect_left
from dataclasses import replace

from articles.nlp.components.meetings.delegations import LED_BY
from articles.nlp.components.meetings.describing import CIVIL_TITLE, described_from, served_to, with_realm
from articles.nlp.components.meetings.enumerating import Enumerating
from articles.nlp.components.meetings.listings import Listing, Phrase, without_spouses
from articles.nlp.components.meetings.markers import has_finite, marker_before
from articles.nlp.components.meetings.of_states import named_by_state
from articles.nlp.components.meetings.places import GOVERNING
from articles.nlp.components.meetings.protagonists import Protagonists
from articles.nlp.components.meetings.standing import Standing
from articles.nlp.components.meetings.titles import Titles
from articles.nlp.components.meetings.triggers import is_verb_form
from articles.nlp.lexicons import adjectives, fold
from articles.nlp.reference import Reference, References
from articles.nlp.types import Span

BLANK = r"\s"
#: A determiner, then words between it and a name: `le patriarche maronite`, `son homologue turc,`.
DETERMINER = re.compile(
    rf"\b(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es|[Dd]u|[Aa]ux?|[Ss]on|[Ss]a|[Ss]es|[Ll]eurs?|[Nn]otre|[Nn]os|[Mm]on|[Mm]es|"
    rf"[Cc]et(?:te)?|[Cc]es?){BLANK}+|\b[LldD]['’′]{BLANK}*"
)
WORDS = re.compile(rf"(?:[a-zà-öø-ÿœ][\w-]*(?:['’′][\w-]+)?{BLANK}+){{0,5}}(?:(?P<last>[a-zà-öø-ÿœ][\w-]*),{BLANK}+)?")
CIVIL = re.compile(rf"\b(?:MM?\.|Mmes?|Monsieur|Madame|Mgr|SAR|SM|Dr|S\.E\.(?:M\.)?|[Cc]heikha?){BLANK}*$")
#: A place and its country before the comma: `Arrivé dans la capitale irakienne, X`.
OF_PLACES = re.compile(r"(?:capitale|ville|cité|province|région|île|frontière|station|base|métropole)\b")
#: `directeur de cabinet`, `chef de guerre`.
OF_SORT = re.compile(r"(?<=[a-zà-ÿ])\sde\s(?!la\s|l['’′])(?=[a-zà-ÿ])")
#: Words that never stand inside such a phrase.
OUTSIDE = frozenset(
    re.findall(
        r"\S+",
        "avec par pour contre sur sous selon vers sans dans en à au aux entre et ou mais que qui dont où ne pas puis "
        "comme après avant depuis pendant lors dès chez ensuite aussi ainsi alors a ont est sont été était avait "
        "de du des le la les un une son sa ses leur leurs "
        "associant impliquant incluant abord autre "
        "matin matinée midi après-midi soir soirée nuit journée jour veille lendemain semaine mois heure heures fois",
    )
)
HONORIFIC = re.compile(
    rf"(?:\b(?:SAR|SM|SE|Sa{BLANK}Majesté|Son{BLANK}Altesse(?:{BLANK}(?:Royale|Sérénissime))?|"
    rf"Son{BLANK}Excellence|Sa{BLANK}Sainteté)|"
    rf"\bS\.[AMES]\.(?:R\.|M\.)?),?{BLANK}(?:le{BLANK}|la{BLANK}|l['’′]|M\.{BLANK}|Mme{BLANK}|cheikh{BLANK})?$|"
    rf"\b(?:M\.|Monsieur|Mme|Madame){BLANK}(?:le{BLANK}|la{BLANK}|l['’′])$"
)
LOWER_WORD = re.compile(rf"(?<![\w-])([a-zà-ÿ]{{4,}}){BLANK}$")
#: The same of the first of several: `les ministres turc, X, et iranien, Y`.
FIRST_NATION = re.compile(rf"(?<![\w-])([a-zà-ÿ]{{4,}}),?{BLANK}$")
#: The nationality of a further one, and his name: `ses homologues turc, X, et iranien, Y`.
FURTHER_NATION = re.compile(rf"(?:,{BLANK}(?:et{BLANK})?|{BLANK}et{BLANK})([a-zà-ÿ-]{{4,}}),{BLANK}")
APPOSED = re.compile(
    rf"{BLANK}*(?:,{BLANK}|\()(?:(?:alors|lui-même|elle-même|également){BLANK})?(?:le{BLANK}|la{BLANK}|l['’′]|"
    rf"les{BLANK})?"
    rf"(?:(?:ancien(?:ne)?|alors|nouve(?:au|lle|l)){BLANK}|ex-)?"
)
#: A counterpart by the country, and what stands between this and the name.
COUNTERPART_OF = re.compile(
    rf"\b(?:[Ss]on|[Ss]a|[Ll]eur){BLANK}(?:\w+{BLANK})?homologue{BLANK}(?:de{BLANK}(?:la{BLANK}|l['’′])?|du{BLANK}|des{BLANK}|d['’′])$"
)
TO_NAME = re.compile(rf",?{BLANK}(?:(?:M\.|Mme|Monsieur|Madame){BLANK})?")
#: Between two offices of one person: no second article.
JOINED_OFFICE = re.compile(rf"{BLANK}+et{BLANK}+(?:aussi{BLANK}+)?")
#: What an office is of, before the comma and the name: `du Brexit, `, `de l'ambassade des Pays-Bas, M. `.
COMPLEMENT = re.compile(
    rf"{BLANK}(?:(?:et{BLANK})?d[eu]{BLANK}|des{BLANK}|d['’′]|auprès{BLANK}|chargée?{BLANK}d|à{BLANK}l|aux?{BLANK}|pour{BLANK})[^,;:.()«»]{{2,70}}"
    rf"(?:{BLANK}?\([^()]{{1,30}}\))?,{BLANK}(?:le{BLANK}|la{BLANK}|l['’′])?{CIVIL_TITLE}"
)
#: Behind an office the rank of who holds it: `le président de la transition, le colonel X`.
RANKED = re.compile(rf",{BLANK}(?:le{BLANK}|la{BLANK}|l['’′])")
RANK = re.compile(r"(?:général|colonel|capitaine|commandant|maréchal|amiral|prince|cheikh|cardinal|lieutenant)\b")
BRACKETS = re.compile(rf"{BLANK}*(?:\([^()]{{1,60}}\)|,?{BLANK}(?:alias|dit){BLANK}[«“\"][^»”\"]{{1,40}}[»”\"])")
#: What goes with an office to the next comma: `chargé de l'Europe`, `de la transition malienne`.
TAIL = re.compile(
    rf"{BLANK}(?:et{BLANK}(?=d))?(?:chargée?s? |d[eu] |des |d['’]|par |en |à |pour |auprès )[^,;:.()«»]{{0,60}}(?=,)"
)
OF_PHRASE = re.compile(rf"{BLANK}*,{BLANK}d(?:es?|u|['’])[^,;:.()«»]{{2,50}},(?={BLANK}(?:et|avec|puis){BLANK})")
ASIDE = re.compile(rf"{BLANK}*,{BLANK}(?:lui|elle|à gauche|à droite|au centre){BLANK}*,")
#: How far behind a name and a comma the office of the next one begins.
NEXT_OFFICE = 6
NAME_BEHIND = re.compile(rf"{BLANK}+{CIVIL_TITLE}$")


class Phrases:
    """The phrases of one article, by sentence."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.text = references.text
        self.mentions = references.draft.mentions
        self.standing = Standing(references)
        self._starts = [mention.span.start for mention in self.mentions]
        self._cache: dict[Span, list[Listing]] = {}
        self._enumerating = Enumerating(self.text, self.standing.kind)
        self.standing.lists = self.lists
        self.protagonists = Protagonists(self)
        titles = Titles(references, self.protagonists.before)
        self.standing.meant, self.standing.holder = titles.meant, titles.holder
        self.standing.weights = self.standing.holders.weights = self.protagonists.before

    def lists(self, sentence: Span) -> list[Listing]:
        if sentence not in self._cache:
            self._cache[sentence] = list(self._enumerating.lists(self._phrases(sentence), sentence))
        return self._cache[sentence]

    def _phrases(self, sentence: Span) -> list[Phrase]:
        within = [one for one in self.references.within(sentence) if self.references.kind(one) != "place"]
        named = [self.standing.meant(one, sentence) for one in within]
        found = [Phrase(Span(self._start(one, sentence), self._end(one, sentence)), (one,)) for one in named]
        found += [Phrase(span, members) for span, members in self.standing.within(sentence)]
        kept: list[Phrase] = []
        for phrase in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
            if not kept or phrase.span.start >= kept[-1].span.end:
                kept.append(replace(phrase, marker=self._marker(phrase, sentence)))
        return [phrase for phrase in without_spouses(self.text, kept, sentence) if not self._is_place(phrase)]

    def _marker(self, phrase: Phrase, sentence: Span) -> str:
        """What governs it; nothing governs one told by the state whose office is his, behind another."""
        of_state = named_by_state(self.text, self.mentions, phrase.members[0].span.start)
        further = of_state is not None and of_state.further and of_state.start == phrase.span.start
        return "" if further else marker_before(self.text, phrase.span.start, sentence)

    def _is_place(self, phrase: Phrase) -> bool:
        """`en Irak`, `à Washington`: a state as a place."""
        if phrase.marker not in {"à", "other"} or len(phrase.members) != 1 or phrase.members[0].mention is None:
            return False
        return self.mentions[phrase.members[0].mention].label == "GPE"

    def _start(self, one: Reference, sentence: Span) -> int:
        start = one.span.start
        if one.role is not None:
            start = min(start, self.mentions[one.role].span.start)
        if (counterpart := self._counterpart_of(start)) is not None:
            return counterpart
        if (of_state := named_by_state(self.text, self.mentions, start)) is not None:
            return of_state.start
        start = self._national(start)
        start = self._joined_office(start) if start < one.span.start else start
        described = start = self._loose_office(start, sentence) if self.references.kind(one) == "person" else start
        if self.references.kind(one) == "person" and (one.role is None or self._is_set_off(one)):
            described = described_from(self.text, one.span.start, sentence, self.mentions)
        whole, start = described < start, min(described, start)
        while honorific := HONORIFIC.search(self.text, max(sentence.start, start - 30), start):
            start = honorific.start()
        led = LED_BY.search(self.text, max(sentence.start, start - 110), start)
        if led:
            return led.start()
        if whole:
            return start
        start = self._shared_office(start, sentence)
        civil = CIVIL.search(self.text, max(sentence.start, start - 12), start)
        position = civil.start() if civil else start
        for determiner in DETERMINER.finditer(self.text, max(sentence.start, position - 70), position):
            words = WORDS.fullmatch(self.text, determiner.end(), position)
            if words and self._belong(words):
                return determiner.start()
        adjective = LOWER_WORD.search(self.text, max(sentence.start, position - 25), position)
        adjective = adjective or self._further_nation(one, position)
        return adjective.start(1) if adjective and fold(adjective[1]) in adjectives() else position

    def _is_set_off(self, one: Reference) -> bool:
        """`le conseiller du président, X`: the office is that of whom somebody serves as well as his own may be."""
        office = self.mentions[one.role].span if one.role is not None else one.span
        return office.end <= one.span.start and self.text.startswith(",", office.end)

    def _national(self, start: int) -> int:
        """`l'Uruguayen X`: where the nationality right before begins."""
        before = bisect_left(self._starts, start) - 1
        if before < 0 or self.mentions[before].label != "NORP":
            return start
        national = self.mentions[before].span
        return national.start if not self.text[national.end : start].strip() else start

    def _counterpart_of(self, start: int) -> int | None:
        """Where `son homologue du Liechtenstein X` begins."""
        before = bisect_left(self._starts, start) - 1
        state = self.mentions[before] if before >= 0 else None
        if state is None or state.label != "GPE" or not TO_NAME.fullmatch(self.text, state.span.end, start):
            return None
        words = COUNTERPART_OF.search(self.text, max(0, state.span.start - 50), state.span.start)
        return None if words is None else words.start()

    def _further_nation(self, one: Reference, position: int) -> re.Match[str] | None:
        before = bisect_left(self._starts, position) - 1
        if before < 0 or self.mentions[before].label != "PER" or self.references.kind(one) != "person":
            return None
        return FURTHER_NATION.fullmatch(self.text, self.mentions[before].span.end, position)

    def _joined_office(self, start: int) -> int:
        """`le président et ministre de la Défense X`: two offices of one person."""
        before = bisect_left(self._starts, start) - 1
        while before >= 0 and self.mentions[before].label == "ROLE":
            if not JOINED_OFFICE.fullmatch(self.text, self.mentions[before].span.end, start):
                break
            start, before = self.mentions[before].span.start, before - 1
        return start

    def _loose_office(self, start: int, sentence: Span) -> int:
        """`le ministre britannique du Brexit, X`: an office whose complement is no part of its mention."""
        before = bisect_left(self._starts, start) - 1
        while before >= 0 and self.mentions[before].label in {"ORG", "GPE", "LOC"}:
            before -= 1
        role = self.mentions[before] if before >= 0 else None
        if role is None or role.label != "ROLE" or role.span.start < sentence.start or before in self.standing.titles:
            return start
        ranked = RANK.match(self.text, start) and RANKED.fullmatch(self.text, role.span.end, start)
        return role.span.start if ranked or COMPLEMENT.fullmatch(self.text, role.span.end, start) else start

    def _shared_office(self, start: int, sentence: Span) -> int:
        """`les Premiers ministres britannique X et polonais Y`: the office before the adjective of the first."""
        adjective = FIRST_NATION.search(self.text, max(sentence.start, start - 25), start)
        before = bisect_left(self._starts, start) - 1
        if adjective is None or before < 0 or fold(adjective[1]) not in adjectives():
            return start
        role = self.mentions[before]
        joined = role.label == "ROLE" and not self.text[role.span.end : adjective.start(1)].strip()
        return role.span.start if joined and role.span.start >= sentence.start else start

    def _with_joined(self, role: Span) -> Span:
        """The same behind the name: `X, conseiller et ministre de la Défense,`."""
        behind = bisect_left(self._starts, role.end)
        joined = behind < len(self.mentions) and self.mentions[behind].label == "ROLE"
        if not joined or not JOINED_OFFICE.fullmatch(self.text, role.end, self.mentions[behind].span.start):
            return role
        following = self.mentions[behind + 1 : behind + 2]
        end = self.mentions[behind].span.end
        named = (
            following
            and following[0].label == "PER"
            and NAME_BEHIND.fullmatch(self.text[end : following[0].span.start])
        )
        return role if named else Span(role.start, end)

    @staticmethod
    def _belong(words: re.Match[str]) -> bool:
        """No preposition or verb among them; behind a comma only what says of which country: `homologue turc, X`."""
        if "," in words[0] and GOVERNING.match(words[0].lstrip()):
            return False  # `selon la présidence congolaise, X`
        each = OF_SORT.sub(" ", words[0].lower().replace(",", ""), count=1).split()
        last = fold(words["last"] or "")
        if last and (last not in adjectives() or OF_PLACES.match(words[0])) and "homologue" not in words[0]:
            return False
        return not any(word in OUTSIDE or word.startswith(("qu'", "qu’")) or is_verb_form(word) for word in each)

    def _end(self, one: Reference, sentence: Span) -> int:
        person = one.mention is not None and self.references.kind(one) == "person"
        end = with_realm(self.text, one.span.end, self.mentions) if person else one.span.end
        if bracket := BRACKETS.match(self.text, end, sentence.end):
            end = bracket.end()
        if aside := ASIDE.match(self.text, end, sentence.end):
            return aside.end() - 1
        role = self._apposed(end, sentence) if self.references.kind(one) == "person" else None
        if role is not None:
            role = self._with_joined(role)
            tail = TAIL.match(self.text, role.end, sentence.end)
            return tail.end() if tail and not has_finite(tail[0]) else role.end
        if person and (served := served_to(self.text, end, sentence)) > end and not self._is_next(end, served):
            return served
        of_phrase = OF_PHRASE.match(self.text, end, sentence.end)
        return of_phrase.end() - 1 if of_phrase else end

    def _is_next(self, end: int, served: int) -> bool:
        """`X, le chef de la diplomatie Y`: the office behind is that of Y, the next of a list."""
        behind = self.references.within(Span(end, served), people_only=True)
        return any(one.role is not None and self.mentions[one.role].span.start - end < NEXT_OFFICE for one in behind)

    def _apposed(self, end: int, sentence: Span) -> Span | None:
        """The office behind a comma that says who somebody is; not the next member of a list."""
        index = bisect_left(self._starts, end)
        if index >= len(self.mentions) or self.mentions[index].label != "ROLE":
            return None
        role = self.mentions[index].span
        if role.end > sentence.end or not APPOSED.fullmatch(self.text, end, role.start):
            return None
        if index + 1 < len(self.mentions) and self.mentions[index + 1].label == "PER":
            between = self.text[role.end : self.mentions[index + 1].span.start]
            if NAME_BEHIND.fullmatch(between) or TO_NAME.fullmatch(between):
                return None
        return role
