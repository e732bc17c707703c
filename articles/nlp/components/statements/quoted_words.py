"""Whether words between marks within what is reported are the statement, or a few words of it that are taken over."""

import re
from collections.abc import Sequence

from articles.nlp.components.statements.complements import Complements
from articles.nlp.components.statements.cues import Cue
from articles.nlp.components.statements.quotes import Quoted
from articles.nlp.finite_verbs import ENDING, OFTEN_NOUNS, finite_forms, holds_verb
from articles.nlp.types import Span

#: The share of the reported words between marks from which the quotation is the statement.
CLAUSE_SHARE, OTHER_SHARE, BEFORE_SHARE = 0.6, 0.39, 0.1
#: Of a single word that qualifies a noun of the complement: `son rôle « utile » dans …`.
WORD_SHARE = 0.15
#: A quotation that is a predicate or a whole sentence, whatever stands before it: `« ne changera guère »`.
PREDICATE = re.compile(
    r"(?:ne\s|n['’]|\w+(?:e|i|d|u)r(?:a|ont)\b|(?:(?:se|y|en|\w+ment)\s|s['’])?(?!contre\b|lettre\b)[a-zéèêàâîôûç]+"
    r"(?:(?<!mi)(?<!ni)er|ir|[aeo]ndre|[ae]ttre|aître|être|ivre|[dlru]ire|faire)\b)"
)
WHOLE, LONG = 10, 3
FIRST = re.compile(r"(?:(?:se|y|en|l[ae]s?|lui|leur)\s|[sl]['’])?(?P<word>[a-zà-ÿœ]+)(?![\w'’-])")
#: A quotation that is an argument or an adverbial of its own: `« une visibilité sans égale »`, `« avec courage »`.
ARGUMENT = re.compile(
    r"(?:l[ae]s?|une?|des|du|aux?|aucune?|ni|tou(?:te?s?|s)|cette?|ces?|son|sa|ses|leurs?|nos|notre|plusieurs|"
    r"deux|trois|quatre|à|de|dans|en|par|pour|avec|sans|sur|sous|contre|entre|vers|comme|mais|[a-zé]+ment)\b|[ld]['’]",
    re.I,
)
#: When, which the article could have said in its own words: `« dans les prochains jours »`.
WHEN = re.compile(
    r"(?:dans|d['’]ici|avant|après|depuis|pendant|durant|en|ces|pour|sous)\b.{0,30}\b(?:heures?|jours?|journées?|semaines?|"
    r"mois|années?|ans|temps|minutes?|été|automne|hiver|printemps)",
    re.I,
)
#: A noun phrase with the article before the marks: `l'« axe du mal »`, `son « grand frère »`, which is a name for it.
NAMED = re.compile(r"\b(?:l[ae]s?|l['’]|son|sa|ses|leurs?|cette?|ces|du|des|aux?)[\s\u00a0]*$", re.I)
#: `qualifié le voyage de « piège »`, `décrit la mer comme « calme »`.
CALLED = re.compile(r"\b(?:de|d['’]|comme)[\s\u00a0]*(?:une?[\s\u00a0]*)?$")
#: `la qualité d'un « grand port »`.
CALLED_ONE = re.compile(r"\bune?[\s\u00a0]*$")
#: Before a quotation that is the predicate, `que le port est « bien fermé »`, or that is added: `, « mais plus tard »`.
COPULA = re.compile(
    r"\b(?:est|sont|étaient|était|fut|furent|sera|seront|serait|seraient|soit|soient|été|être|(?:rest|demeur|sembl|"
    r"devien|paraiss|paraî)\w*(?:e|ent|ait|aient|é|er|t))"
    r"[\s\u00a0]+(?:(?:pas|plus|aussi|donc|une?|l[ae]s?|des|\w+ment)[\s\u00a0]+)?$|,[\s\u00a0]*$"
)
#: `avoir « trahi »`.
HELPER = re.compile(r"\b(?:a|ont|avait|avaient|aurait|auraient|aura|auront|avoir)[\s\u00a0]*$")


class QuotedWords:
    def __init__(self, text: str, complements: Complements) -> None:
        self.text = text
        self.complements = complements

    def tell(self, span: Span, cue: Cue, quotes: Sequence[Quoted]) -> bool:
        """Whether quotations say what would be reported in `span`."""
        inner = [
            one for one in quotes if one.span.within(span) or (one.cue.span == cue.span and one.span.overlaps(span))
        ]
        if not inner:
            return any(one.cue.span == cue.span for one in quotes) and (cue.inverted or cue.verb is None)
        share = sum(self.words(one.span) for one in inner) / max(1, self.words(span))
        return share > self._share(span, cue) or any(self._is_point(span, one, cue) for one in inner)

    def is_clause(self, span: Span, cue: Cue) -> bool:
        """`que …` or an infinitive: it has a verb of its own."""
        return self.complements.is_clause(span) or (
            "clause" in cue.takes and PREDICATE.match(self.text, span.start) is not None
        )

    def words(self, span: Span) -> int:
        return len(re.findall(r"\w+", self.text[span.start : span.end]))

    def _share(self, span: Span, cue: Cue) -> float:
        if cue.inverted or cue.verb is None:
            return BEFORE_SHARE
        return CLAUSE_SHARE if self.is_clause(span, cue) else OTHER_SHARE

    def _is_point(self, span: Span, quote: Quoted, cue: Cue) -> bool:
        if quote.cue.inverted and span.start < quote.cue.span.start < span.end:
            return True
        if self._by_source(quote, cue):
            return True
        before = self.text[span.start : quote.span.start].rstrip('«“„" \u00a0\u202f') + " "
        if "as" in cue.takes and CALLED.search(before):
            return True
        if self.words(quote.span) >= WHOLE or self._predicates(quote.span, before):
            return True
        if not self.is_clause(span, cue):
            return self.words(quote.span) > 1 or WORD_SHARE * self.words(span) < 1
        return self._argues(quote.span, before)

    def _by_source(self, quote: Quoted, cue: Cue) -> bool:
        """`Il tient à « la mer » selon X`."""
        behind = cue.verb is None and quote.span.end < cue.span.start
        return behind and "," not in self.text[quote.span.end : cue.span.start]

    def _predicates(self, quote: Span, before: str) -> bool:
        """`que le port « rouvrira »`, `est « bien fermé »`, `avoir « trahi » les marins`, `que la digue « tenait »`."""
        if PREDICATE.match(self.text, quote.start) or COPULA.search(before) or HELPER.search(before):
            return True
        first = FIRST.match(self.text, quote.start, quote.end)
        word = first["word"] if first else ""
        if ENDING.fullmatch(word):
            return True
        finite = word not in OFTEN_NOUNS and any(form.finite for form in finite_forms().get(word, ()))
        return finite and not holds_verb(before)

    def _argues(self, quote: Span, before: str) -> bool:
        """Whether it is an argument of the clause: no adjective of a noun, no name for a thing, no time."""
        words = self.words(quote)
        if words == 1 or WHEN.match(self.text, quote.start, quote.end):
            return False
        if words > LONG or NAMED.search(before):
            return words > LONG
        return ARGUMENT.match(self.text, quote.start) is not None or CALLED_ONE.search(before) is not None
