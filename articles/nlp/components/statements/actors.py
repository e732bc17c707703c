"""Who is named in a stretch of text and may speak, and what stands between a name and a verb."""

import re
from dataclasses import dataclass

from articles.nlp.components.statements.standins import StandIns
from articles.nlp.components.statements.unmentioned import Unmentioned
from articles.nlp.reference import Reference, References
from articles.nlp.types import MentionRecord, Span

FINITE = re.compile(
    r"\b(?:a|ont|est|sont|va|vont|peut|peuvent|doit|doivent|fait|font|n['’]\w+|ne|s['’](?:est|était)|y|sera|seront|"
    r"aura|auront|ira|iront|fera|feront|dira|diront|"
    r"[a-zéèêàâîôûç-]{2,}(?:ait|aient|era|eront|ira|iront|dra|dront|vra|vront|ura|uront))\b"
)
RELATIVE = re.compile(r"[,(–—\s]*(?:qui|dont|que|qu['’]|où|auquel|à qui|pour qui|lequel|laquelle)\b")
#: An aside between a subject and its verb.
ADVERBIAL = re.compile(
    r"(?:[\s\u00a0]*(?:\([^()]*\)|\)|,[^,;]*,|[–—-][^–—]*[–—-]|qui|dont|et|lui|elle|eux|aussi|également|\d+ ans|,|y|"
    r"n['’]|ne|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+ment))*[\s\u00a0]*",
)
LEADING = re.compile(r"(?:l[ae]s?|l['’]|une?|son|sa|ses|leurs?|cette?|MM?\.|Mme|[\s\u00a0,])*$", re.I)
ATTRIBUTE = re.compile(
    r"[\s\u00a0]+(?:d(?:e|u|es)|d['’]|à|au|aux|en|pour|auprès d(?:e|u|es))[\s\u00a0]*"
    r"(?:la[\s\u00a0]|l['’]|les[\s\u00a0])?(?:MM?\.[\s\u00a0])?$"
)
OWNER = re.compile(r"(?:\b(?:d[eu]|des|au|à)[\s\u00a0]*(?:la[\s\u00a0]|l['’]|les[\s\u00a0])?|d['’])$", re.I)


@dataclass(frozen=True, slots=True)
class Speaker:
    """`references` are all who say it together; none though it is `said` by somebody without a name.

    `definite`: somebody in particular, whom the article does not tell by name.
    """

    references: tuple[Reference, ...] = ()
    said: bool = True
    definite: bool = False
    end: int = 0


NOBODY = Speaker(said=False)


class Actors:
    def __init__(self, references: References) -> None:
        self.references = references
        self.sentences = references.sentences
        self.draft = references.draft
        self.text = references.text
        self.unmentioned = Unmentioned(references)
        self._standins = StandIns(references, self.unmentioned).find()

    def within(self, span: Span) -> list[Reference]:
        found = self.references.within(span)
        more = [one for one in self._standins if one.span.within(span)]
        return sorted([*found, *more], key=lambda one: one.span) if more else found

    def free(self, span: Span) -> list[Reference]:
        return [
            one
            for one in self.within(span)
            if self.speaks(one) and not self.sentences.quoted(one.span.start) and not self.references.governed(one)
        ]

    def speaks(self, one: Reference) -> bool:
        return self.references.kind(one) != "place"

    def _quoted(self, one: Reference) -> bool:
        return self.sentences.quoted(one.span.start)

    def _first(self, free: list[Reference]) -> Speaker:
        found = next((one for one in free if self.references.acts(one)), free[0] if free else None)
        return Speaker((found,)) if found else NOBODY

    def parted(self, free: list[Reference], end: int) -> Reference | None:
        """The one that an aside between commas parts from its verb: `Le ministre, arrivé lundi, a dit`."""
        start = self.sentences.at(end).start
        for one in free:
            opening = re.split(r"[,;:–—«“\"]", self.text[start : self.references.phrase_start(one)])[-1]
            closing = self.text[one.span.end : end].lstrip()
            if closing[:1] not in {",", "(", "–", "—"} or FINITE.search(opening) or len(opening.split()) > 6:
                continue
            if RELATIVE.match(closing) or not FINITE.search(closing):
                return one
        return None

    def _without_attributes(self, start: int, end: int) -> str:
        """What stands between a name and a verb, without the names that belong to it: `de Samir Geagea`."""
        text, position = "", start
        for one in self.draft.mentions:
            if start <= one.span.start and one.span.end <= end:
                before = self.text[position : one.span.start]
                attribute = ATTRIBUTE.search(before)
                text += before[: attribute.start()] if attribute else before + "X"
                position = one.span.end
        return text + self.text[position:end]

    def _mention(self, end: int) -> MentionRecord | None:
        """The name or office that a verb follows at once."""
        before = [one for one in self.draft.mentions if one.span.end <= end]
        last = before[-1] if before else None
        return last if last and ADVERBIAL.fullmatch(self.text, last.span.end, end) else None

    def _owns(self, one: Reference) -> bool:
        start = self.references.phrase_start(one)
        return OWNER.search(self.text[max(0, start - 12) : start]) is not None

    def _opens(self, one: Reference, start: int) -> bool:
        return LEADING.fullmatch(self.text[start : self.references.phrase_start(one)]) is not None
