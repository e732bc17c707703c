"""The text of a spaCy `Doc`, which spaCy puts together from the words anew each time it is asked for."""

from spacy.tokens import Doc


def text_of(doc: Doc) -> str:
    """`doc.text`, put together once for all components."""
    if doc._.whole is None:
        doc._.whole = doc.text
    whole: str = doc._.whole
    return whole
