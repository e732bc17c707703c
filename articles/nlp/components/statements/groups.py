"""Where a reporting verb stands with its auxiliaries and pronouns: `s'est félicité`, `a-t-il dit`, `a fait savoir`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from articles.nlp.components.statements.patterns import (
    ADJUNCTS,
    ASIDE,
    DETERMINED,
    HYPHENED,
    INFINITIVE,
    INFINITIVE_BEFORE,
    REFLEXIVE,
    SPLIT_GROUP,
)
from articles.nlp.components.statements.vocabulary import Verb, reporting_forms, reporting_verbs
from articles.nlp.reference import References
from articles.nlp.types import Span
from articles.nlp.verb_groups import ADVERBS, CLITICS, auxiliary_before, opening, read
from articles.nlp.verbs import Form, auxiliaries

#: What may be said though it is negated: `n'exclut pas de lever`.
AGAIN = re.compile(r"\b(?:de|à) nouveau[\s\u00a0]+$", re.I)
LATTER = re.compile(
    r"\b(?:ce derni(?:er|ers)|cette dernière|ces derni(?:ers|ères)|le premier|le second)[\s\u00a0]+$", re.I
)
NEGATABLE = frozenset({"exclure", "écarter", "cacher"})
#: Before a second participle, and behind it.
JOINED = re.compile(r"(?:(?P<comma>,)|[,\s](?:et|mais|puis))\s+(?:\w+ment\s+|aussi\s+|également\s+|encore\s+)?$")
AVOIR = re.compile(r"\b(?:a|ont|avait|avaient|aurait|auraient)\s")
CLAUSE_FOLLOWS = re.compile(
    rf"{ADJUNCTS.pattern}\s*(?:que\s|qu['’]|(?P<task>(?:de\s|d['’]|à\s){INFINITIVE.pattern}))", re.I
)
#: How many words behind a verb the word may stand that makes one of reporting of it: `met de nouveau en garde`.
REACH = 5
TOLD = frozenset({"present", "imperfect", "past", "gerund", "participle", "infinitive"})


@dataclass(frozen=True, slots=True)
class Group:
    """`clitic` is the pronoun that hangs on the verb, `pronoun` the one before it; `end` is behind all words of it.

    `shares`: it has its auxiliary, and so its subject, from a verb before.
    """

    span: Span
    verb: Verb
    form: Form
    clitic: str = ""
    pronoun: str = ""
    end: int = 0
    plural: bool = False
    shares: bool = False

    @property
    def gerund(self) -> bool:
        return self.form.tense == "gerund"


class GroupFinder:
    def __init__(self, doc: Doc, references: References) -> None:
        self.doc = doc
        self.text = references.text
        self.sentences = references.sentences

    def find(self) -> Iterator[Group]:
        forms = reporting_forms()
        for token in self.doc:
            if token.lower_ in forms and not self.sentences.quoted(token.idx):
                group = self._group(token, forms)
                if group is not None:
                    yield group

    def _group(self, token: Token, forms: dict[str, tuple[Form, ...]]) -> Group | None:
        form = read(token, forms) or self._again(token, forms)
        if form is None or form.tense not in TOLD or self._determined(token, form) or self._shouted(token):
            return None
        first, last = self._bounds(token, form)
        words = [self.doc[index].lower_ for index in range(first, last + 1)]
        if not self._tells(token, form, words):
            return None
        hyphened = HYPHENED.search(self.text[self.doc[first].idx : self.doc[last].idx + len(self.doc[last])].lower())
        clitic = hyphened[1] if hyphened else ""
        # `s'est borné à dire` has the pronoun of the first verb.
        own = words[: token.i - first] if form.tense != "infinitive" else words[token.i - first - 1 : token.i - first]
        verb, end = self._verb(form, last, reflexive=not REFLEXIVE.isdisjoint(own), clitic=clitic)
        if verb is None:
            return None
        pronoun = next((word for word in words if word in {"il", "elle", "ils", "elles", "on"}), "")
        span = Span(self.doc[first].idx, end)
        shares = form.tense == "participle" and auxiliaries().keys().isdisjoint(words)
        plural = self._plural(token, form, words)
        return Group(span, verb, form, clitic, "" if clitic else pronoun, end, plural, shares)

    def _again(self, token: Token, forms: dict[str, tuple[Form, ...]]) -> Form | None:
        """`a de nouveau menacé`, `ce dernier souligne`: no noun in spite of the adjective before it."""
        before = self.text[max(0, token.idx - 16) : token.idx]
        wanted = "participle" if AGAIN.search(before) else "present" if LATTER.search(before) else ""
        return next((form for form in forms[token.lower_] if form.tense == wanted), None)

    def _determined(self, token: Token, form: Form) -> bool:
        """`à la demande de`, `sa promesse`: a noun after all."""
        before = self.text[max(0, token.idx - 24) : token.idx]
        return form.finite and DETERMINED.search(before) is not None

    def _shouted(self, token: Token) -> bool:
        """A headline in capitals tells what the text below it tells again."""
        return len(token) > 2 and token.is_upper

    def _bounds(self, token: Token, form: Form) -> tuple[int, int]:
        """From the first auxiliary or pronoun to the last pronoun behind; adverbs in front are no part."""
        first, last = self._helped_from(token, form), token.i
        while first < token.i and (self.doc[first].lower_ in ADVERBS or self.doc[first].lower_.endswith("ment")):
            first += 1
        while last + 1 < len(self.doc) and self.doc[last + 1].lower_ in CLITICS and self.doc[last + 1].text[0] == "-":
            last += 1
        return first, last

    def _helped_from(self, token: Token, form: Form) -> int:
        first = opening(token)
        if form.tense == "infinitive":
            return self._governing(token, first)
        if form.tense != "participle" or auxiliary_before(token) is not None:
            return first
        begin = max(0, token.idx - 90)
        split = SPLIT_GROUP.search(self.text[begin : token.idx])
        while split and first and self.doc[first].idx > begin + split.start("helper"):
            first -= 1
        while split and first and self.doc[first - 1].lower_ in CLITICS:
            first -= 1
        return first

    def _governing(self, token: Token, first: int) -> int:
        """The verb before an infinitive, with its auxiliary: `a tenu à saluer`."""
        begin = max(0, token.idx - 120)
        verb = INFINITIVE_BEFORE.search(self.text[begin : token.idx])
        while verb and first and self.doc[first].idx > begin + verb.start():
            first -= 1
        return opening(self.doc[first]) if verb else first

    def _tells(self, token: Token, form: Form, words: list[str]) -> bool:
        """Whether the verb is told as a fact: no passive, no order, no `n'a rien dit`."""
        if form.lemma not in NEGATABLE and not {"ne", "n'", "n’"}.isdisjoint(words):
            return False
        before = self.text[max(0, token.idx - 120) : token.idx]
        if form.tense == "infinitive":
            return INFINITIVE_BEFORE.search(before) is not None
        if form.tense != "participle":
            return True
        if "ayant" in words[:-1]:
            return True
        helpers = [one for word in words for one in auxiliaries().get(word, ()) if one.finite]
        if not helpers:
            return ASIDE.search(before) is not None or self._shares_auxiliary(token, form)
        being = any(one.lemma == "être" for one in helpers)
        future = all(one.tense == "future" for one in helpers)
        return not future and (not being or not REFLEXIVE.isdisjoint(words))

    def _shares_auxiliary(self, token: Token, form: Form) -> bool:
        """`a dit que …, et assuré que`: however much stands between, if a clause follows."""
        start = self.sentences.at(token.idx).start
        joined = JOINED.search(self.text, max(start, token.idx - 24), token.idx)
        if joined is None:
            return False
        takes = {take for verb in reporting_verbs()[form.lemma] if not verb.needs for take in verb.takes}
        follows = CLAUSE_FOLLOWS.match(self.text, token.idx + len(token))
        # `un homme, accusé de fuir` is no second verb.
        if follows is None or (follows["task"] and (joined["comma"] or not takes & {"of", "to"})):
            return False
        return any(not self.sentences.quoted(one.start()) for one in AVOIR.finditer(self.text, start, joined.start()))

    def _verb(self, form: Form, last: int, *, reflexive: bool, clitic: str) -> tuple[Verb | None, int]:
        """The reporting verb that the words around make of it, and where they end."""
        end = self.doc[last].idx + len(self.doc[last])
        plain: Verb | None = None
        for verb in reporting_verbs()[form.lemma]:
            if verb.needs == "se" and reflexive:
                return verb, end
            if (verb.needs == "on" and clitic == "on") or (verb.needs == "y" and self._has_y(last)):
                return verb, end
            if not verb.needs and not reflexive:
                plain = verb
            for other in range(last + 1, min(last + 1 + REACH, len(self.doc))):
                if self.doc[other].lower_ == verb.needs and verb.needs not in {"se", "on", "y"}:
                    return verb, self.doc[other].idx + len(self.doc[other])
                if self.doc[other].text in ',.;:«»“”"':
                    break
        return plain, end

    def _has_y(self, last: int) -> bool:
        """`y voit`, `y a vu`."""
        return any(self.doc[index].lower_ == "y" for index in range(max(0, last - 2), last))

    def _plural(self, token: Token, form: Form, words: list[str]) -> bool:
        if form.tense != "participle":
            return form.plural
        return any(one.plural for word in words for one in auxiliaries().get(word, ()) if one.finite)
