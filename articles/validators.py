"""Rules shared by forms, importers, actions and the pipeline's storage."""

import re
import unicodedata

#: Letters that do not decompose into a base letter and a mark.
UNDECOMPOSED = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"}
)
WORDS = re.compile(r"\w+")


def name_key(name: str) -> str:
    """The form in which two spellings of a name compare equal: no accents, case, hyphens or apostrophes.

    >>> name_key("Recep Tayyip ERDOĞAN") == name_key("recep tayyip Erdogan")
    True
    """
    if name.isascii():
        return " ".join(WORDS.findall(name.lower()))
    folded = unicodedata.normalize("NFKD", name).casefold().translate(UNDECOMPOSED)
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(WORDS.findall(bare))
