"""Names: people, organisations, places, peoples; vocabulary and grammar first, then the model's opinion."""

from spacy.tokens import Doc

from articles.nlp.components.entities.candidates import (
    glossed,
    known,
    named_bodies,
    named_places,
    nationals,
    state_bodies,
)
from articles.nlp.components.entities.people import Namer, shouted_names
from articles.nlp.offsets import trimmed, without_overlaps
from articles.nlp.types import Draft, MentionRecord, Span


class EntitiesComponent:
    """Completes `draft.mentions`: in text order, without overlaps."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        text: str = doc.text
        first = [mention for mention in draft.mentions if mention.label in {"DATE", "ROLE"}]
        by_length = sorted(
            [*known(text), *state_bodies(text), *named_bodies(text), *named_places(text)],
            key=lambda mention: (mention.span.start - mention.span.end, -mention.confidence),
        )
        draft.mentions = without_overlaps([*first, *by_length, *nationals(text)])
        draft.mentions = without_overlaps([*draft.mentions, *glossed(text, draft.mentions)])
        outside = _metadata(draft)
        taken = outside | _places(draft.mentions)
        people = list(Namer(doc, draft, taken).find())
        draft.mentions = without_overlaps([*draft.mentions, *people])
        names = [text[m.span.start : m.span.end] for m in draft.mentions if m.label == "PER"]
        shouted = shouted_names(text, names, _places(draft.mentions) | outside)
        mentions = without_overlaps([*draft.mentions, *shouted])
        draft.mentions = [
            m for m in mentions if outside.isdisjoint(range(m.span.start, m.span.end)) and _neat(text, m.span)
        ]
        return doc


def _metadata(draft: Draft) -> set[int]:
    return {at for zone in draft.zones if zone.kind == "metadata" for at in range(zone.span.start, zone.span.end)}


def _places(mentions: list[MentionRecord]) -> set[int]:
    return {at for mention in mentions for at in range(mention.span.start, mention.span.end)}


def _neat(text: str, span: Span) -> bool:
    return trimmed(text, span.start, span.end) == span
