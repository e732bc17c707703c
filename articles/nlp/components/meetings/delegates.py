"""People of a body or state who are not named: `des émissaires de l'ONU`, `les ministres turc et russe`."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.nlp.components.meetings.markers import has_finite
from articles.nlp.components.meetings.triggers import is_verb_form
from articles.nlp.lexicons import adjectives, fold
from articles.nlp.reference import Reference
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.standing import Standing

BLANK = r"\s"
#: People of a body or state who are not named.
DELEGATES = (
    r"(?:conseil|comité|assemblée|secrétariat|représentante?s?|délégu[ée]e?s?|délégations?|émissaires?|diplomates?|négociat(?:eurs?|rices?)|conseillers?|"
    r"conseillères?|ministres?|dirigeante?s?|responsables?|ambassad(?:eurs?|rices?)|chefs?|états-majors|officiers|"
    r"fonctionnaires?|officiels|experts|membres|hauts\sfonctionnaires|équipes?|envoyée?s?|commissaires?|"
    r"gouverneurs?|directeurs?|directrices?|présidente?s?|secrétaires?|parlementaires|élus|sénateurs|députés|"
    r"homologues?)"
)
OF_BODY = re.compile(
    rf"\b(?:[Uu]ne?|[Dd]es|[Ll]es?|[Ll]a|[dDL]['’′]|de|[Aa]ux?|[Ss]on|[Ss]a|"
    rf"[Ss]es|[Ll]eurs?){BLANK}*(?:[a-zà-ÿ]+{BLANK}){{0,2}}?{DELEGATES}{BLANK}(?P<between>[^,;:.«»]{{0,50}}?)"
    rf"\b(?:d[eu]|des|de{BLANK}la|d['’′]|de{BLANK}l['’′]){BLANK}*$"
)
ADJECTIVES = re.compile(
    rf"\b(?:(?:[Ll]es|[Dd]es|[Ss]es|[Ll]eurs|[Aa]ux){BLANK})(?:[a-zà-ÿ]+{BLANK})?(?:(?:vice-)?{DELEGATES}|collègues){BLANK}"
    rf"(?:[\w'’′-]+{BLANK}){{0,7}}?"
    rf"(?P<states>[a-zà-ÿ-]+(?:,{BLANK}[a-zà-ÿ-]+){{0,5}}{BLANK}et{BLANK}[a-zà-ÿ-]+)"
)
#: A portfolio behind the adjectives: `les ministres turc et russe de la Défense`.
PORTFOLIO = re.compile(
    rf"{BLANK}(?:de{BLANK}la{BLANK}|de{BLANK}l['’′]|du{BLANK}|des{BLANK}|à{BLANK}la{BLANK})[\w'’′-]+"
    rf"(?:{BLANK}étrangères)?"
)
#: The short name of a body behind it.
BRACKETS = re.compile(r"\s\([^()]{1,30}\)")


class Delegates:
    def __init__(self, standing: "Standing") -> None:
        self.standing = standing
        self.references = standing.references
        self.text = standing.text

    def within(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        yield from self._delegates(sentence)
        yield from self._adjectives(sentence)

    def _delegates(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        for one in self.references.within(sentence):
            if self.references.kind(one) not in {"organisation", "state"} or one.mention is None:
                continue
            match = OF_BODY.search(self.text, max(sentence.start, one.span.start - 90), one.span.start)
            while match and (has_finite(match["between"]) or any(map(is_verb_form, match["between"].split()))):
                match = OF_BODY.search(self.text, match.start() + 1, one.span.start)
            if match and not self.references.within(Span(match.start(), one.span.start)):
                bracket = BRACKETS.match(self.text, one.span.end, sentence.end)
                yield Span(match.start(), bracket.end() if bracket else one.span.end), (one,)

    def _adjectives(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        for match in ADJECTIVES.finditer(self.text, sentence.start, sentence.end):
            words = re.split(rf",{BLANK}|{BLANK}et{BLANK}", match["states"])
            countries = [adjectives().get(fold(word), "") for word in words]
            heads: list[int | None] = list(self.standing.groups.heads(self._office(match), countries, match.start()))
            actors = heads or [self.standing.state(country) for country in countries]
            known = tuple(Reference(one, Span(*match.span("states"))) for one in actors if one is not None)
            if len(known) > 1 and len(known) == len(words):
                yield Span(match.start(), match.end()), known

    def _office(self, match: re.Match[str]) -> str:
        """The noun of such words with its portfolio, which may stand before or behind the adjectives."""
        noun = self.text[match.start() : match.start("states")]
        behind = PORTFOLIO.match(self.text, match.end())
        return noun + behind[0].lstrip() if behind else noun
