"""Verbs in their setting: whether a word is a verb there, and where its auxiliaries and pronouns begin."""

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from articles.nlp.verbs import Form, auxiliaries

#: Pronouns and particles that stand between a subject and its verb, or hang on the verb.
_CLITICS = (
    "se s' s’ le la les l' l’ lui leur y en ne n' n’ me m' m’ nous vous te t' t’ -t-il -t-elle -il -elle -on -t-on "
    "-ils -elles -t-ils -t-elles -t il elle on ils elles -"
)
CLITICS = frozenset(_CLITICS.split())
#: Words that may stand inside a verb group beside adverbs in -ment.
_ADVERBS = (
    "pas plus jamais guère point rien tout tous bien mal aussi ensuite encore déjà toujours souvent hier vite vivement "
    "donc ainsi alors enfin même aujourd'hui aujourd’hui cependant pourtant toutefois notamment auparavant depuis "
    "lui-même elle-même eux-mêmes elles-mêmes "
    "brièvement publiquement aussitôt bientôt ici là très trop peu beaucoup mieux à nouveau"
)
ADVERBS = frozenset(_ADVERBS.split())
#: Adverbs of several words, by their last one: `a par ailleurs reçu`.
_PHRASES = (
    "par ailleurs|pour sa part|pour leur part|de son côté|de leur côté|à son tour|à leur tour|en outre|de nouveau|"
    "tour à tour|en revanche|dans la foulée|une nouvelle fois|une dernière fois|à cette occasion|dans la soirée|"
    "dans la matinée|dans la journée|par la suite|en personne|en effet|d' abord|d’ abord|peu après|plus tôt|plus tard|"
    "au passage|en privé|en fin de journée|à deux reprises|à plusieurs reprises|de même|entre autres|au préalable|"
    "quant à lui|quant à elle|quant à eux|quant à elles|en parallèle|en retour"
)
#: The same in running text.
PHRASE = re.compile(rf"\b(?:{_PHRASES.replace(' abord', 'abord')})\b")
PHRASES = {
    last: [tuple(phrase.split()) for phrase in _PHRASES.split("|") if phrase.split()[-1] == last]
    for last in {phrase.split()[-1] for phrase in _PHRASES.split("|")}
}
#: Asides between commas within a group: `s'est, lui, rendu`, `a, quant à elle, reçu`.
_ASIDES = "lui|elle|eux|elles|quant à lui|quant à elle|quant à eux|pour sa part|de son côté|à son tour|en revanche"
ASIDES = [tuple(aside.split()) for aside in _ASIDES.split("|")]
DETERMINERS = (
    r"une?|du|des|aux?|cette?|ces|[smt]on|[smt]es|[smt]a|leurs?|nos|vos|notre|votre|aucune?|chaque|quelques?|plusieurs|"
    r"toute|tous|de|d['’]|en|par|sans|sur|pour|avec|après|avant|entre|sous|"
    r"(?:premi|derni|nouv|second|proch|grand|bon|vi|long|brè|simpl|dout?|doubl|autr|même)(?!\w*ment\b)\w*|\w+ième|deux|trois|quatre|cinq|"
    r"six|dix|\d+"
)
#: Before a noun in -ment: `le chef du gouvernement est arrivé`.
_DETERMINING = (
    "le la l' l’ les du de d' d’ des un une ce cet cette ces son sa ses leur leurs notre votre au aux chaque aucun "
    "tout nouveau nouvel ancien futur prochain dernier premier second deuxième même seul par en sans sur sous"
)
DETERMINING = frozenset(_DETERMINING.split())
#: Before a noun; what could also be an object pronoun is not among them.
NOUN_BEFORE = re.compile(rf"(?:\b(?:{DETERMINERS})[\s\u00a0]+|\bd['’])$", re.IGNORECASE)
#: An article or an object pronoun: a noun follows unless the subject stands right before it.
ARTICLE = re.compile(r"(?:\b(?:le|la|les)[\s\u00a0]+|\bl['’])$", re.IGNORECASE)
SUBJECT_BEFORE = re.compile(
    r"(?:\b(?:ils?|elles?|on|qui|ne|nous|vous|je|tu|pas|plus|doit|doivent|peut|va|vont|a|ont|avait|avaient|été)|"
    r"[-t]il|[-t]elle)[\s\u00a0]+$",
    re.IGNORECASE,
)
#: Endings that only a verb has: `les reçoit`, `la rencontrera`.
NEVER_NOUN = re.compile(r"\w+(?:[^f\W]ait|aient|[eidrv]ra|[eidrv]ront|çoit|çoivent)\b")
#: How many words an auxiliary may stand before its verb.
REACH = 5


def is_noun(text: str, start: int, form: Form) -> bool:
    """Whether the words before a word that may be a verb say that it is a noun: `la rencontre`, `une annonce`."""
    before = text[max(0, start - 20) : start]
    if form.tense == "infinitive" or (form.finite and NEVER_NOUN.match(text, start)):
        return False
    if article := ARTICLE.search(before):
        # `l'a reçu` has its pronoun before the auxiliary; a participle never follows it.
        if form.tense == "gerund" and before[: article.start()].lower().endswith("en "):
            return False
        return form.tense == "participle" or SUBJECT_BEFORE.search(before[: article.start()]) is None
    return NOUN_BEFORE.search(before) is not None and not (form.tense == "gerund" and before.lower().endswith("en "))


def read(token: Token, forms: Mapping[str, tuple[Form, ...]]) -> Form | None:
    """The reading of a word as one of these verbs that fits what stands before it."""
    readings = forms.get(token.lower_)
    if not readings:
        return None
    # `doc.text` is put together anew each time; a few words before are enough.
    before = "".join(other.text_with_ws for other in token.doc[max(0, token.i - REACH) : token.i])
    fitting = [form for form in readings if not is_noun(before + token.text, len(before), form)]
    if len(fitting) > 1 and any(form.tense == "participle" for form in fitting):
        # `a dit`, `est dit` against `il dit`.
        helped = auxiliary_before(token) is not None
        fitting = [form for form in fitting if (form.tense == "participle") is helped] or fitting
    return fitting[0] if fitting else None


def auxiliary_before(token: Token) -> Token | None:
    """The nearest auxiliary of the same verb group: `a` in `a également reçu`."""
    doc = token.doc
    for index in range(token.i - 1, max(token.i - 1 - REACH, -1), -1):
        other = doc[index]
        if other.lower_ in auxiliaries():
            return other
        if not _inside_group(other):
            return None
    return None


def opening(token: Token) -> int:
    """Index of the first auxiliary, adverb or pronoun that belongs to a verb."""
    doc = token.doc
    first = token.i
    last = max(0, token.i - REACH)
    while first > last:
        if phrase := _phrase_before(doc, first):
            first, last = first - phrase, last - phrase
        elif _inside_group(doc[first - 1]) or doc[first - 1].lower_ in auxiliaries():
            first -= 1
        else:
            break
    return first


def _phrase_before(doc: Doc, end: int) -> int:
    """How many words an adverb of several words has that ends there, or an aside between commas; 0 where none does."""
    if doc[end - 1].text == ",":
        return _aside_before(doc, end)
    for words in PHRASES.get(doc[end - 1].lower_, ()):
        start = end - len(words)
        # Only between an auxiliary and its verb: at the opening of a clause it belongs to no group.
        helped = start > 0 and (_inside_group(doc[start - 1]) or doc[start - 1].lower_ in auxiliaries())
        if helped and all(doc[start + place].lower_ == word for place, word in enumerate(words)):
            return len(words)
    return 0


def _aside_before(doc: Doc, end: int) -> int:
    for words in ASIDES:
        start = end - len(words) - 2
        aside = start > 0 and doc[start].text == "," and doc[start - 1].lower_ in auxiliaries()
        if aside and tuple(token.lower_ for token in doc[start + 1 : end - 1]) == words:
            return len(words) + 2
    return 0


def tenses(doc: Doc, first: int, last: int) -> set[str]:
    """The tenses that `avoir` and `être` have in a group."""
    readings = (form for index in range(first, last) for form in auxiliaries().get(doc[index].lower_, ()))
    return {form.tense for form in readings if form.lemma in {"avoir", "être"}}


def _inside_group(token: Token) -> bool:
    word = token.lower_
    return word in CLITICS or word in ADVERBS or (word.endswith("ment") and _is_adverb(token))


def _is_adverb(token: Token) -> bool:
    """No noun, before which an article stands or another word of its phrase: `le chef du gouvernement est arrivé`."""
    if len(token) <= len("moment"):
        return False
    return token.i == 0 or not (token.text[0].isupper() or token.doc[token.i - 1].lower_ in DETERMINING)
