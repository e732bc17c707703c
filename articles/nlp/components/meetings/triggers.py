"""Words of meeting in a text: which word, with which frame."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

from articles.nlp.components.meetings import locutions
from articles.nlp.components.meetings.patterns import DETERMINER
from articles.nlp.lexicons import rows
from articles.nlp.types import Span
from articles.nlp.verb_groups import opening, read, tenses
from articles.nlp.verbs import Form, auxiliaries, index

#: Before `déjeuner`, `dîner`: the noun.
NOUN_BEFORE = frozenset({"un", "le", "du", "au", "ce", "son", "leur", "des", "les", "ces"})
MEALS = frozenset({"déjeuner", "dîner"})
#: Verbs with another frame before a place: `rejoindre Vienne`, `passer deux jours à Vienne`.
JOURNEYS_TOO = {"rejoindre": ("reach", "visit"), "passer": ("sojourn", "visit")}
#: `ont pris parti pour X`, `a fait part à X` are no journeys.
TAKING = frozenset(
    {
        "fait",
        "font",
        "faire",
        "faisant",
        "fera",
        "feront",
        "faisait",
        "faisaient",
        "fit",
        "pris",
        "prend",
        "prennent",
        "prendre",
        "prenant",
        "prenait",
        "prenaient",
    }
)
#: `s'appelait X`: was called so.
NAMED_SO = frozenset({"s'", "s’"})
#: Before `venue`, these make it the participle of a woman who came.
CAME = re.compile(r"(?:\b(?:est|était|été|être|sera|soit|fut)\s(?:\w+\s)?|,\s)$")
#: Behind the noun of a meeting `bilatérales` is no noun itself.
ADJECTIVE = re.compile(
    r"\b(?:réunion|rencontre|discussion|conversation|entrevue|consultation|séance|série)s?\s(?:\w+\s)?$"
)
#: `a rendu visite à X` tells of a meeting.
PAID = re.compile(
    r"(?:\b(?:a|ont|avait|avaient|aura|doit|doivent|va|vont|devait)\s(?:\w+\s)?)?(?:\b[lL](?:ui|eur)\s)?"
    r"\brend(?:u|re|it|ent|ait|(?P<future>ra|ront)|s)?\s(?:une\s)?(?:\w+\s)?$"
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """`span` is the word itself, `start` where its auxiliaries begin; a noun is its own lemma."""

    span: Span
    start: int
    lemma: str
    frame: str
    kind: str
    is_verb: bool
    future: bool = False
    conditional: bool = False
    infinitive: bool = False
    participle: bool = False

    @property
    def is_bare(self) -> bool:
        """A participle without an auxiliary: `X, arrivé à Y`."""
        return self.participle and self.start == self.span.start


@cache
def frames() -> dict[str, tuple[str, str]]:
    """Verb to frame and kind."""
    return {row["lemma"]: (row["frame"], row["kind"]) for row in rows("meeting_verbs")}


@cache
def verb_forms() -> dict[str, tuple[Form, ...]]:
    return index(frames())


def is_verb_form(word: str) -> bool:
    return word in auxiliaries() or any(form.tense != "participle" for form in verb_forms().get(word, ()))


@cache
def nouns() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """A pattern that finds the nouns, longest first, and noun to frame and kind."""
    known = {row["noun"]: (row["frame"], row["kind"]) for row in rows("meeting_nouns")}
    longest = sorted(known, key=lambda noun: -len(noun))
    words = (re.escape(noun).replace(r"\ ", r"s?\s").replace(r"\-", "[- ]") for noun in longest)
    return re.compile(rf"\b({'|'.join(words)})s?\b", re.I), known


@cache
def verb_hashes() -> NDArray[np.uint64]:
    """The forms as the ids under which spaCy keeps them, so that the tokens need not be looked at one by one."""
    strings = StringStore()
    return np.array([strings[form] for form in verb_forms()], dtype="uint64")


#: `a eu X au téléphone`.
PHONED = re.compile(
    r"\b(?:(?:l['’′]|les\s|lui\s)?(?:a|ont|avait|avaient)\s(?:[\w'’′-]+\s){0,5}?(?P<had>eue?s?)|(?P<will>aura|auront))\s"
    r"(?=[^.;:«»]{0,90}?\bau téléphone\b)"
)


#: `gagnera Tallinn, où l'attend X`.
AWAITED_THERE = re.compile(r"\boù\s(?P<whom>l['’′]|les\s)(?P<verb>attend(?:(?P<past>ait|aient)|ra|ront|ent)?)\b")


def triggers(doc: Doc, text: str) -> Iterator[Trigger]:
    yield from _verbs(doc)
    yield from _phoned(text)
    yield from _awaited_there(text)
    yield from _locutions(doc, text)
    pattern, known = nouns()
    for match in pattern.finditer(text):
        word = _singular(match[1])
        if word == "mission" and match[1][0].isupper():
            continue
        if match[0].lower() in {"rencontre", "face à face"} and not _is_noun(text, match.start()):
            continue
        if word == "bilatérale" and ADJECTIVE.search(text, max(0, match.start() - 24), match.start()):
            continue
        if word == "venue" and CAME.search(text, max(0, match.start() - 24), match.start()):
            continue
        frame, kind = known[word]
        if word == "visite" and (paid := PAID.search(text, max(0, match.start() - 40), match.start())):
            future = paid["future"] is not None
            yield Trigger(
                Span(*match.span()), paid.start(), "rendre visite", "à", "in_person", is_verb=True, future=future
            )
            continue
        yield Trigger(Span(match.start(), match.end()), match.start(), word, frame, kind, is_verb=False)


def _phoned(text: str) -> Iterator[Trigger]:
    for match in PHONED.finditer(text):
        word = Span(*match.span("had" if match["had"] else "will"))
        future = match["will"] is not None
        yield Trigger(
            word, match.start(), "avoir", "object", "call", is_verb=True, future=future, participle=not future
        )


def _awaited_there(text: str) -> Iterator[Trigger]:
    for match in AWAITED_THERE.finditer(text):
        word = Span(*match.span("verb"))
        future = match["past"] is None
        yield Trigger(word, match.start("whom"), "attendre", "object", "in_person", is_verb=True, future=future)


@cache
def _nouns_without_endings() -> dict[str, str]:
    return {_without_endings(noun): noun for noun in nouns()[1]}


def _without_endings(words: str) -> str:
    return re.sub(r"s\b", "", re.sub(r"[\s-]+", " ", words.lower()))


def _singular(words: str) -> str:
    """The noun as the vocabulary writes it: `appels téléphoniques`, `tête à tête`, `cycles de négociations`."""
    return _nouns_without_endings()[_without_endings(words)]


def _is_noun(text: str, position: int) -> bool:
    before = text[max(0, position - 24) : position]
    return DETERMINER.search(before) is not None or not before.strip() or text[position].isupper()


def fits(form: Form) -> bool:
    """`est attendu` is told of a traveller, `attend` of anybody; `été` belongs to another verb."""
    if form.lemma == "être":
        return form.tense != "participle"
    if form.lemma == "rappeler":  # `a rappelé X` is mostly what X said
        return form.tense == "future"
    return form.lemma != "attendre" or form.tense == "participle"


def _verbs(doc: Doc) -> Iterator[Trigger]:
    forms = verb_forms()
    for place in np.isin(doc.to_array("LOWER"), verb_hashes()).nonzero()[0]:
        token = doc[int(place)]
        form = read(token, forms)
        if form is None or not fits(form):
            continue
        if form.lemma == "appeler" and form.tense != "participle" and token.i and doc[token.i - 1].lower_ in NAMED_SO:
            continue
        if form.lemma == "partir" and token.i and doc[token.i - 1].lower_ in TAKING:
            continue
        if form.lemma in MEALS and form.tense == "infinitive" and token.i and doc[token.i - 1].lower_ in NOUN_BEFORE:
            continue
        yield _of_verb(doc, token, form, token.idx + len(token), frames()[form.lemma])
        if form.lemma in JOURNEYS_TOO:
            yield _of_verb(doc, token, form, token.idx + len(token), JOURNEYS_TOO[form.lemma])


def _locutions(doc: Doc, text: str) -> Iterator[Trigger]:
    for token, form, end, frame in locutions.found(doc, text):
        yield _of_verb(doc, token, form, end, frame)


def _of_verb(doc: Doc, token: Token, form: Form, end: int, frame: tuple[str, str]) -> Trigger:
    first = opening(token)
    if doc[first].lower_ in {"lui", "elle", "eux"} and first and doc[first - 1].lower_ == "et":
        first += 1
    tense = tenses(doc, first, token.i) | {form.tense}
    return Trigger(
        Span(token.idx, end),
        doc[first].idx,
        form.lemma,
        *frame,
        is_verb=True,
        future="future" in tense,
        conditional="conditional" in tense,
        infinitive=form.tense == "infinitive",
        participle=form.tense == "participle",
    )
