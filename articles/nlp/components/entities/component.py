"""Names: people, organisations, places, peoples; vocabulary and grammar first, then the model's opinion.

Relies on the text and on the model's names in `doc.ents` alone: neither tags nor a parse.
"""

from spacy.tokens import Doc

from articles.nlp.components.entities.bodies import bodies, glossed, spelt_bodies
from articles.nlp.components.entities.headings import shouted_names
from articles.nlp.components.entities.opinions import Opinions
from articles.nlp.components.entities.people import Namer
from articles.nlp.components.entities.surroundings import named_places, nationals
from articles.nlp.components.entities.vocabulary import known
from articles.nlp.doc_text import text_of
from articles.nlp.offsets import trimmed, without_overlaps
from articles.nlp.types import Draft, MentionRecord, Span


class EntitiesComponent:
    """Completes `draft.mentions`: in text order, without overlaps."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        text = text_of(doc)
        opinions = Opinions(doc)
        outside = _metadata(draft)
        draft.mentions = _by_vocabulary(text, draft, opinions)
        people = Namer(text, draft, opinions, outside | _places(draft.mentions)).find()
        draft.mentions = without_overlaps([*draft.mentions, *people])
        draft.mentions = without_overlaps([*draft.mentions, *glossed(text, draft.mentions)])
        names = [text[m.span.start : m.span.end] for m in draft.mentions if m.label == "PER"]
        shouted = shouted_names(text, names, _places(draft.mentions) | outside)
        mentions = without_overlaps([*draft.mentions, *shouted])
        draft.mentions = [
            m for m in mentions if outside.isdisjoint(range(m.span.start, m.span.end)) and _neat(text, m.span)
        ]
        return doc


def _by_vocabulary(text: str, draft: Draft, opinions: Opinions) -> list[MentionRecord]:
    """Offices and dates, then the longest of the names that vocabulary and grammar find."""
    first = [mention for mention in draft.mentions if mention.label in {"DATE", "ROLE"}]
    offices = _places(first)
    found = [*known(text, opinions, offices), *bodies(text, opinions), *spelt_bodies(text)]
    found += named_places(text, opinions)
    found.sort(key=lambda mention: (mention.span.start - mention.span.end, -mention.confidence))
    named = without_overlaps([*first, *found, *nationals(text)])
    return without_overlaps([*named, *glossed(text, named)])


def _metadata(draft: Draft) -> set[int]:
    return {at for zone in draft.zones if zone.kind == "metadata" for at in range(zone.span.start, zone.span.end)}


def _places(mentions: list[MentionRecord]) -> set[int]:
    return {at for mention in mentions for at in range(mention.span.start, mention.span.end)}


def _neat(text: str, span: Span) -> bool:
    return trimmed(text, span.start, span.end) == span
