"""Speakers told by no name of theirs: `un responsable du ministère`, `celle-ci`, `les deux chefs`, `il`, `on`."""

import re
from collections import Counter

from articles.nlp.components.statements.actors import FINITE, NOBODY, Speaker
from articles.nlp.components.statements.governments import GOVERNING_BODY, GOVERNMENT, OF, Governments
from articles.nlp.components.statements.unnamed import ANAPHORIC, BODY, OF_BODY, PHRASE
from articles.nlp.lexicons import adjectives
from articles.nlp.lexicons import fold as folded
from articles.nlp.posts import fold
from articles.nlp.reference import Reference
from articles.nlp.types import Span

#: Who is meant only the text before tells.
MEMBERS = re.compile(r"membres?|pays|États|parties|camps", re.I)
#: `les pays membres`, `les membres`: their organisation speaks.
THE_MEMBERS = re.compile(r"les[\s\u00a0](?:\d+[\s\u00a0])?(?:(?:pays|États|Etats)[\s\u00a0])?membres\b", re.I)
GOVERNING = re.compile(
    r"(?:\b(?:de|à|par|avec|pour|sur|contre|dans|en|chez|vers|entre|sans)[\s\u00a0]*|\bd['’])$", re.I
)
#: Who speaks for a state without a name.
OFFICIAL = re.compile(
    r"responsables?|diplomates?|diplomatie|officiels?|fonctionnaires?|sources?|autorités?|négociateurs?|partie|camp",
    re.I,
)
#: Of these, what is the state itself, whether the article names it or not.
THE_STATE = re.compile(r"diplomatie|autorités|partie", re.I)
QUALITIES = re.compile(r"(?:[\s\u00a0][a-zà-ÿ-]{4,}){1,3}")
#: What is no single speaker: peoples, `chaque ministre`.
LEFT_OUT = re.compile(r"\b(?:les|des|aux|chaque|aucun)[\s\u00a0]+$", re.I)
#: Articles of one who has been spoken of before.
DEFINITE = frozenset({"le", "la", "l'", "l’", "ce", "cet", "cette"})
#: A noun phrase at the head of its clause, whoever it is: `L'institution`, `Des témoignages`.
SUBJECT = re.compile(
    r"(?:^|[,:;»”\"(–—])[\s\u00a0]*(?:[\wéèêàç]+ment[\s\u00a0]|et[\s\u00a0]|mais[\s\u00a0]|ainsi,?[\s\u00a0])?"
    r"(?P<article>l[ae]s?|l['’]|une?|des|son|sa|ses|leurs?|cet|cette|ces?|plusieurs|certaine?s|quelques|deux|trois|quatre|"
    r"divers(?:es)?|de[\s\u00a0]nombreu(?:x|ses)|tous[\s\u00a0]les|d['’]autres|la[\s\u00a0]plupart[\s\u00a0]des)"
    r"(?:[\s\u00a0]|(?<=['’]))(?P<noun>[a-zéèêàâîôûçœ-]+)(?P<rest>[^,;:«»“”\"]{0,80})$",
    re.I,
)
NOUN_PHRASE = re.compile(
    r"(?P<article>l[ae]s?|l['’]|une?|des|son|sa|ses|leurs?|cet|cette|ces?|plusieurs|certaine?s|quelques)"
    r"(?:[\s\u00a0]|(?<=['’]))(?P<noun>[a-zéèêàâîôûçœ-]{3,})",
    re.I,
)
FEMININE_ARTICLE = re.compile(r"(?:la|cette)[\s\u00a0]", re.I)
#: The nation of somebody: `le dirigeant turc`, `la responsable norvégienne`.
NATION_BEHIND = re.compile(
    r"(?:l[ae][\s\u00a0]|l['’]|cet(?:te)?[\s\u00a0]|ce[\s\u00a0])[a-zéèêàâîôûç-]+[\s\u00a0](?P<nation>[\w-]+)", re.I
)
#: Whoever was something before: another word for one who has been named.
FORMER = re.compile(r"(?:l['’]anci(?:en|enne)[\s\u00a0]|l['’]ex-)", re.I)
#: The other one of two who meet.
COUNTERPART = re.compile(r"(?:hôte|hôtesse|homologue|vis-à-vis|interlocuteur|interlocutrice)$", re.I)
#: `du mouvement`, and nothing that tells more of it.
OF_THE = re.compile(
    r"[\s\u00a0](?:du|de[\s\u00a0]la|de[\s\u00a0]l['’])[\s\u00a0]*(?P<noun>[a-zéèêàâîôûç]+)"
    r"(?=[\s\u00a0]*(?:[,.;:(»”\"]|$|[\s\u00a0](?:dans|à|lors|mardi)\b))"
)
#: Words that only people are called.
PERSONAL = re.compile(
    r"\w{2,}(?:eur|euse|iste|ien|ienne|aire|ier|ière|atrice|ant|ante|logue|crate|cin|arque)$|(?:homme|femme|jeune) ",
    re.I,
)
#: A paper or channel, and what stands before its name where it tells something.
PRESS = re.compile(r"quotidien|journal|titre|hebdomadaire|magazine|site|chaîne|radio|mensuel", re.I)
TELLING = re.compile(
    r"(?:selon|d['’]après|pour|quotidien|journal|magazine|hebdomadaire|site|chaîne|agence)"
    r"[\s\u00a0](?:l[ae]s?[\s\u00a0]|l['’])?$",
    re.I,
)
#: Verbs that things are the subject of as often: `le chiffre confirme que`.
_OF_THINGS = "attester confirmer exclure garantir illustrer prédire révéler signaler signifier suggérer témoigner"
OF_THINGS = frozenset(_OF_THINGS.split())


class Nameless(Governments):
    def _phrase(self, start: int, end: int, free: list[Reference]) -> Speaker:
        """`un responsable du ministère`, `le diplomate`, `la presse`: the last such phrase before the verb."""
        found = [match for match in PHRASE.finditer(self.text, max(0, start - 1), end) if self._heads(match)]
        if found:
            return self._described(found[-1], end)
        office = self._mention(end)
        if office is not None and office.label in {"ROLE", "NORP"}:
            return Speaker(definite=True) if not LEFT_OUT.search(self.text[: office.span.start]) else NOBODY
        return NOBODY

    def _any_subject(self, start: int, end: int) -> Speaker:
        """`L'institution`, `son hôte`, `des témoignages`: whatever noun phrase the clause begins with."""
        match = SUBJECT.search(self.text[start:end])
        if match is None or FINITE.search(match["rest"]) or self.sentences.quoted(start + match.start("noun")):
            return NOBODY
        begin, article = start + match.start("article"), match["article"].lower()
        if COUNTERPART.fullmatch(match["noun"]) and article in {"son", "sa", "leur"}:
            other = self.counterpart(begin)
            return Speaker((other,)) if other else Speaker(definite=True)
        plain = not match["rest"].strip() or re.match(r"[\s\u00a0]de \d+ ans", match["rest"])
        if article in DEFINITE and plain:
            return self._spoken_of(match["noun"], begin, end)
        return Speaker(end=end)

    def any_phrase(self, span: Span) -> Speaker | None:
        """Behind its verb: `a annoncé l'administration`, `dit le mineur`."""
        match = NOUN_PHRASE.match(self.text, span.start, span.end)
        if match is None:
            return None
        alone = not OF.match(self.text, match.end())
        if match["article"].lower() in DEFINITE and alone:
            return self._spoken_of(match["noun"], match.start("article"), match.end())
        return Speaker(end=match.end())

    def counterpart(self, position: int) -> Reference | None:
        """Of the two people told of last, the one who is not the subject: `son hôte`."""
        subject = self.references.last_person(position)
        index = self.sentences.index(position)
        span = Span(self.sentences.spans[max(0, index - 3)].start, position)
        others = [
            one
            for one in self.references.within(span, people_only=True)
            if subject is not None and one.entity != subject.entity and not self.sentences.quoted(one.span.start)
        ]
        return others[-1] if len({one.entity for one in others}) == 1 else None

    def _heads(self, match: re.Match[str]) -> bool:
        """Whether it is a phrase of its own: in no quotation, no name, behind no preposition."""
        begin = match.start("article")
        if self.sentences.quoted(begin) or GOVERNING.search(self.text[max(0, begin - 12) : begin]):
            return False
        return not any(one.span.start < match.start("noun") < one.span.end for one in self.draft.mentions)

    def _described(self, match: re.Match[str], end: int) -> Speaker:
        behind = [one for one in self.within(Span(match.end(), end)) if self.speaks(one)]
        if THE_MEMBERS.match(self.text, match.start("article")) and not behind:
            body = self._body_of_members(match.start())
            return Speaker((body,) if body else (), end=match.end())
        if MEMBERS.fullmatch(match["noun"]) and not behind:
            return NOBODY
        people = [one for one in behind if self.references.kind(one) == "person" and not self.references.governed(one)]
        if people:
            return Speaker((people[0],), end=people[0].span.end)
        if GOVERNMENT.fullmatch(match["noun"]) and (state := self._governed_by(match, end)):
            return Speaker((state,), end=end)
        bodies = [one for one in behind if self.references.kind(one) != "person" and self._owns(one)]
        if OF_BODY.fullmatch(match["noun"]) and bodies:
            return Speaker((bodies[0],), end=bodies[0].span.end)
        if body := self._owning(match, behind):
            return Speaker((body,), end=match.end())
        if not behind and (state := self.of_nation(match, end)) is not None:
            return Speaker((state,), end=state.span.end)
        if FORMER.match(self.text, match.start("article")) and (person := self._only_one_before(match.start())):
            return Speaker((person,), end=match.end())
        if match["article"].lower() in DEFINITE and not behind:
            return (
                Speaker(definite=True, end=match.end())
                if OF.match(self.text, match.end())
                else self._spoken_of(match["noun"], match.start("article"), match.end())
            )
        together = self._all_holders(match) if match["article"].lower() == "les" and not behind else ()
        return Speaker(together, end=match.end())

    def _owning(self, match: re.Match[str], behind: list[Reference]) -> Reference | None:
        """`un porte-parole du mouvement`: the body told of before, of which somebody is one."""
        of = OF_THE.match(self.text, match.end()) if OF_BODY.fullmatch(match["noun"]) and not behind else None
        found = self._spoken_of(of["noun"], of.start("noun"), of.end()) if of and BODY.fullmatch(of["noun"]) else None
        return found.references[0] if found and found.references else None

    def _only_one_before(self, position: int) -> Reference | None:
        """The one person whom the sentence before names."""
        index = self.sentences.index(position)
        span = self.sentences.spans[max(0, index - 1)]
        people = self.references.within(Span(span.start, min(span.end, position)), people_only=True)
        return people[0] if people and len({one.entity for one in people}) == 1 else None

    def of_nation(self, match: re.Match[str], end: int) -> Reference | None:
        """`un responsable israélien`, `la diplomatie russe`: the state for which nobody is named."""
        words = QUALITIES.match(self.text, match.end(), end) if OFFICIAL.fullmatch(match["noun"]) else None
        for word in words[0].split() if words else []:
            country = adjectives().get(folded(word), "")
            for number, one in enumerate(self.draft.entities):
                if country and one.kind == "state" and one.known_id == country:
                    return Reference(number, Span(match.end(), match.end() + len(words[0]) if words else end))
            state = self.unmentioned.state(country) if country and THE_STATE.fullmatch(match["noun"]) else None
            if state is not None:
                return Reference(state, Span(match.end(), match.end() + len(words[0]) if words else end))
        return None

    def _spoken_of(self, noun: str, start: int, end: int) -> Speaker:
        """Whom a noun with its article takes up that the text before has told of."""
        person: Reference | None = None
        if ANAPHORIC.search(noun):
            person = self._of_that_nation(start) or self._of_no_other(noun, start)
        elif GOVERNING_BODY.fullmatch(noun):
            person = self._body_called(noun, start) or self._own_state(start)
        elif BODY.search(noun):
            person = self._last_source(start) if PRESS.fullmatch(noun) else self._last_body(start)
        elif PERSONAL.fullmatch(noun):
            person = self._last_so_called(start)
        return Speaker((person,), end=end) if person else Speaker(definite=True, end=end)

    def _last_so_called(self, start: int) -> Reference | None:
        """`la dirigeante`, `le dirigeant`: the woman or man told of last, if one is."""
        feminine = FEMININE_ARTICLE.match(self.text, start) is not None
        return self.references.last_person(start, feminine=feminine) or self.references.last_person(start)

    def _of_no_other(self, noun: str, start: int) -> Reference | None:
        """The one so called of whom the article does not tell that he is of another nation."""
        found = self._last_holder(noun, start) or self._last_so_called(start)
        country = self._nation(start)
        if not country or found is None or not self.references.countries(found.entity) - {country}:
            return found
        people = self.references.within(Span(0, start), people_only=True)
        return next((one for one in reversed(people) if not self.references.countries(one.entity)), None)

    def _nation(self, start: int) -> str:
        nation = NATION_BEHIND.match(self.text, start)
        return adjectives().get(folded(nation["nation"]), "") if nation else ""

    def _of_that_nation(self, start: int) -> Reference | None:
        """`le dirigeant turc`: the one named last of that country."""
        country = self._nation(start)
        people = self.references.within(Span(0, start), people_only=True) if country else []
        return next((one for one in reversed(people) if country in self.references.countries(one.entity)), None)

    def _body_of_members(self, position: int) -> Reference | None:
        """The organisation that the text before tells of most."""
        bodies = [one for one in self.within(Span(0, position)) if self.references.kind(one) == "organisation"]
        counts = Counter(one.entity for one in bodies)
        return max(bodies, key=lambda one: counts[one.entity], default=None)

    def holders(self, noun: str) -> set[int]:
        """The people with an office that begins with a noun: `ministre`, not `Premier ministre`."""
        return {
            number
            for number, entity in enumerate(self.draft.entities)
            if entity.kind == "person" and any(post.key.split()[:1] == [fold(noun)] for post in entity.posts)
        }

    def _last_holder(self, noun: str, position: int) -> Reference | None:
        """`le ministre`: the one so called who was last the subject, else the one named last."""
        holders = self.holders(noun)
        named = [one for one in self.references.within(Span(0, position), people_only=True) if one.entity in holders]
        free = [one for one in named if not self.references.governed(one) and not self._quoted(one)]
        return next(iter(reversed(free or named)), None)

    def _all_holders(self, match: re.Match[str]) -> tuple[Reference, ...]:
        """`les ministres`: those two or three who are, where the article tells of no more."""
        noun = match["noun"].lower()
        holders = self.holders(noun.removesuffix("s")) if noun.endswith("s") else set()
        named = {
            one.entity: one
            for one in self.references.within(Span(0, match.start()), people_only=True)
            if one.entity in holders
        }
        return tuple(named.values()) if len(named) in {2, 3} else ()

    def _last_source(self, position: int) -> Reference | None:
        """`le quotidien`: the paper named last as one that tells something."""
        bodies = [one for one in self.within(Span(0, position)) if self.references.kind(one) == "organisation"]
        telling = [one for one in bodies if TELLING.search(self.text[max(0, one.span.start - 24) : one.span.start])]
        return next(iter(reversed(telling)), None) or self._last_body(position)

    def _last_body(self, position: int) -> Reference | None:
        index = self.sentences.index(position)
        start = self.sentences.spans[max(0, index - 2)].start
        bodies = [one for one in self.within(Span(start, position)) if self.references.kind(one) == "organisation"]
        return bodies[-1] if bodies else None

    def _last_named(self, position: int) -> Speaker:
        """`celle-ci`, `ce dernier`: the actor named last before the clause."""
        begin = self.sentences.spans[max(0, self.sentences.index(position) - 1)].start
        found = [one for one in self.within(Span(begin, position)) if self.speaks(one)]
        people = [one for one in found if self.references.kind(one) == "person"]
        return Speaker(((people or found)[-1],)) if found else Speaker()

    def _of_pair(self, position: int, *, first: bool) -> Speaker:
        """`le premier`, `le second` of the two people of the sentence before."""
        index = self.sentences.index(position)
        begin = self.sentences.spans[max(0, index - 1)].start
        people = self.within(Span(begin, position))
        people = [one for one in people if self.references.kind(one) == "person"]
        return Speaker((people[0 if first else -1],)) if people else Speaker()
