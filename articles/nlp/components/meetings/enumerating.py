"""Phrases joined to lists by commas, `et` and repeated prepositions; a member may carry a relative clause."""

import re
from collections.abc import Callable, Iterator, Sequence

from articles.nlp.components.meetings.delegations import MADE_OF
from articles.nlp.components.meetings.listings import Listing, Phrase, named
from articles.nlp.components.meetings.markers import has_finite, is_followed_by_verb
from articles.nlp.finite_verbs import opens_with_verb
from articles.nlp.reference import Reference
from articles.nlp.types import Span

BLANK = r"\s"
#: What joins the members of one list.
LINK = re.compile(
    rf"{BLANK}*(?P<link>,?{BLANK}*(?:et puis|et|ainsi que|puis|&)(?=\W)|,|/){BLANK}*"
    # When or where the next one is met: `X puis, dans la soirée, Y`.
    rf"(?:,{BLANK}(?:dans|en|à|au|plus|le|un)\b[^,;:.()]{{2,30}},{BLANK})?"
    rf"(?:(?:ensuite|aussi|également|enfin|notamment){BLANK}+)?(?:(?:avec|par|à|de|d['’]|chez|entre|"
    rf"en présence de){BLANK}*)?",
    re.I,
)
#: Prepositions whose last word is `de`, which each member of a list repeats.
WITH_OF = re.compile(
    r"\b(?:présence|participation(?: \w+)?|demande|invitation|initiative|auspices|présidence|compagnie|côtés|autour|"
    r"auprès|regard|yeux|égide|houlette|médiation|direction|conduite|conjointe|patronage|parrainage|arbitrage|accompagnée?s?|"
    rf"entourée?s?|flanquée?s?){BLANK}*(?:d(?:e{BLANK}|['’′]))?$"
)
OPENING_REACH = 30
#: Several delegations, before who heads the first.
LED = re.compile(r"\bdélégations\b[^,;:.]*\s(?:conduites|emmenées|dirigées|menées|présidées)\spar\b")
#: A clause that says more of a member: `X, dont le pays préside l'union, Y et Z`.
RELATIVE = re.compile(
    r",\s(?:(?:qui|dont|où|que|lequel|laquelle)\s|(?:auquel|à\squi|à\slaquelle|avec\slequel)\s|qu['’′])"
)
PARTICIPIAL = re.compile(
    r",\s(?:alors\s|actuellement\s)?(?:en\s(?:visite|déplacement|tournée|mission|voyage)|de\s(?:passage|retour))\s|"
    r",\s(?:\w+ment\s)?[a-zà-ÿ]{3,}(?:é|u|i|is|it)e?s?\s(?:à|le|en|par|pour|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|de|du|au)\b"
)
#: What leads from its end to the next member.
NEXT_MEMBER = re.compile(r",\s(?:et\s)?$|\set\s$")
#: A preposition with which a sentence opens.
PUT_FIRST = re.compile(r"(?:^|[\s«(])(?:[A-ZÀ-Ý][a-zà-ÿ]+|D['’′](?:après|ici))\s(?:\w+\s)?$")
#: Several told by whose they are, whose names follow: `de ses homologues turc et grec, X et Y`.
POSSESSIVE = re.compile(r"(?:d[eu]\s)?(?:[Ss]es|[Ll]eurs)\s")
#: No clause goes on past these.
ENDS = re.compile(r"[;:«»]|\.\s")


class Enumerating:
    def __init__(self, text: str, kind: Callable[[Reference], str]) -> None:
        self.text = text
        self.kind = kind

    def lists(self, phrases: Sequence[Phrase], sentence: Span) -> Iterator[Listing]:
        """All lists of a sentence; who carries a relative clause stands in one of his own besides."""
        found = list(self._lists(phrases, sentence))
        yield from sorted(found, key=lambda each: (each.span.start, -each.span.end))

    def _lists(self, phrases: Sequence[Phrase], sentence: Span) -> Iterator[Listing]:
        for place in range(len(phrases) - 1):
            if (rest := self._rest(phrases, place, sentence)) is None:
                continue
            *before, own = self._joined(phrases[: place + 1])
            behind, count = rest
            yield from (*before, own, *self._joined(phrases[place + 1 : behind]))
            [listed] = self._joined(phrases[behind : behind + count])
            yield Listing((*own.phrases, *listed.phrases), (*own.links, ",", *listed.links))
            yield from self._lists(phrases[behind + count :], sentence)
            return
        yield from self._joined(phrases)

    def _rest(self, phrases: Sequence[Phrase], place: int, sentence: Span) -> tuple[int, int] | None:
        """Where the members behind the clause of one begin, and how many they are."""
        carrier = phrases[place]
        relative = RELATIVE.match(self.text, carrier.span.end, sentence.end)
        if carrier.marker or not (relative or PARTICIPIAL.match(self.text, carrier.span.end, sentence.end)):
            return None
        for behind in range(place + 1, len(phrases)):
            clause = self.text[carrier.span.end : phrases[behind].span.start]
            if ENDS.search(clause):
                return None
            closing = NEXT_MEMBER.search(clause)
            if closing is None or phrases[behind].marker or (relative and not has_finite(clause[: closing.start()])):
                continue
            count = self._counted(phrases[behind:], with_et="et" in closing[0])
            if count:
                return behind, count
        return None

    def _counted(self, phrases: Sequence[Phrase], *, with_et: bool) -> int:
        """How many members stand before a plural verb; none unless `et` leads to the last of them."""
        links: list[str] = []
        for count, phrase in enumerate(phrases, start=1):
            end = phrase.span.end
            ended = links[-1:] == ["et"] or (with_et and count == 1)
            if ended and opens_with_verb(self.text, end + self.text.startswith(",", end), plural=True):
                return count
            link = self._link(phrase, phrases[0], phrases[count]) if count < len(phrases) else ""
            if not link:
                return 0
            links.append(link)
        return 0

    def _joined(self, phrases: Sequence[Phrase]) -> Iterator[Listing]:
        listing: list[Phrase] = []
        links: list[str] = []
        for place, phrase in enumerate(phrases):
            link = self._link(listing[-1], listing[0], phrase) if listing else ""
            if link == "," and len(listing) == 1 and self._is_put_first(listing[0], phrases[place:]):
                link = ""
            if listing and not link:
                yield named(listing, links, self.kind)
                listing, links = [], []
            if listing:
                links.append(link)
            listing.append(phrase)
        if listing:
            yield named(listing, links, self.kind)

    def _is_put_first(self, phrase: Phrase, behind: Sequence[Phrase]) -> bool:
        """`Selon X, Y et Z ont discuté`, `Après un dîner à X, Y et Z`: whether those behind are the subject."""
        opens = PUT_FIRST.search(self.text[max(0, phrase.span.start - 30) : phrase.span.start])
        house = phrase.marker == "à" and all(self.kind(one) != "person" for one in phrase.members)
        apart = house or (phrase.marker == "other" and opens is not None)
        return apart and self._counted(behind, with_et=False) > 1

    def _is_of_many(self, first: Phrase, phrase: Phrase) -> bool:
        """`les ambassadeurs de l'Allemagne, de la Belgique et de l'UE`."""
        opening = self.text[first.span.start : first.span.start + 4].lower()
        return (
            phrase.marker == "of"
            and opening in {"les ", "des ", "aux "}
            and all(self.kind(one) != "person" for one in (*first.members, *phrase.members))
        )

    def _repeats_of(self, first: Phrase, phrase: Phrase) -> bool:
        """`en présence de X, du ministre Y et de Z`."""
        before = self.text[max(0, first.span.start - OPENING_REACH) : first.span.start]
        governed = first.marker in {"presence", "avec", "patron"} and WITH_OF.search(before) is not None
        return phrase.marker == "of" and (governed or MADE_OF.match(self.text, first.span.start) is not None)

    def _shares_office(self, first: Phrase, phrase: Phrase) -> bool:
        """`les présidents du Sénat italien X et du Parlement grec Y`: the office stands before the first alone."""
        opening = self.text[first.span.start : first.span.start + 4].lower()
        people = all(self.kind(one) == "person" for one in (*first.members, *phrase.members))
        return phrase.marker == "of" and people and opening in {"les ", "des ", "aux "} and first.marker != "of"

    def _repeats_par(self, first: Phrase, phrase: Phrase) -> bool:
        """`les délégations conduites par X et par Y`."""
        opening = self.text[first.span.start : first.members[0].span.start]
        return phrase.marker == "par" and LED.search(opening) is not None

    def _goes_on(self, last: Phrase, phrase: Phrase) -> bool:
        """`a vu, en marge de réunions de l'ASEAN, le ministre X`: only the aside ends."""
        kinds = {self.kind(one) for one in last.members}
        behind = {self.kind(one) for one in phrase.members}
        return (kinds == {"state"} and behind != {"state"}) or ("person" not in kinds and behind == {"person"})

    def _link(self, last: Phrase, first: Phrase, phrase: Phrase) -> str:
        match = LINK.fullmatch(self.text, last.span.end, phrase.span.start)
        ways = (self._is_of_many, self._repeats_of, self._repeats_par, self._shares_office)
        of_many = any(each(first, phrase) for each in ways)
        if match is None or (phrase.marker not in {"", first.marker} and not of_many):
            return ""
        described = len(last.members) > 1 and POSSESSIVE.match(self.text, last.span.start)
        if last.marker == "of" and not phrase.marker and not described and self._goes_on(last, phrase):
            return ""
        link = match["link"].strip(" ,\u00a0\n").lower() or ","
        end = phrase.span.end + self.text.startswith(",", phrase.span.end)
        if link in {",", "puis", "et puis"} and not phrase.marker and is_followed_by_verb(self.text, end):
            return ""
        return link
