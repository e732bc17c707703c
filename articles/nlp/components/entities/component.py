"""Names: people, organisations, places, peoples."""

from spacy.tokens import Doc

from articles.nlp.offsets import trimmed, without_overlaps
from articles.nlp.types import Draft, EntityRecord, MentionRecord

LABELS = {"PER": "PER", "LOC": "GPE", "ORG": "ORG"}
KINDS = {"PER": "person", "GPE": "place", "ORG": "organisation"}


class EntitiesComponent:
    """Writes `draft.mentions`."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        found: list[MentionRecord] = []
        for ent in doc.ents:
            span = trimmed(doc.text, ent.start_char, ent.end_char)
            if span is not None and ent.label_ in LABELS:
                label = LABELS[ent.label_]
                name = doc.text[span.start : span.end]
                draft.entities.append(EntityRecord(kind=KINDS[label], name=name, names=(name,)))
                found.append(MentionRecord(span, label, len(draft.entities) - 1, confidence=0.6, origin="spacy_ner"))
        draft.mentions = without_overlaps([*draft.mentions, *found])
        return doc
