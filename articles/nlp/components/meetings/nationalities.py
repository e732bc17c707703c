"""The two sides that a compound adjective names: `le sommet franco-allemand`, `des pourparlers russo-turcs`."""

import re

from articles.nlp.lexicons import adjectives, fold

#: The first half of such an adjective, and the country it stands for.
FIRST = {
    "algero": "DZ", "americano": "US", "anglo": "GB", "armeno": "AM", "austro": "AT", "belgo": "BE", "britanno": "GB",
    "egypto": "EG", "franco": "FR", "germano": "DE", "greco": "GR", "helvetico": "CH", "hispano": "ES", "indo": "IN",
    "irako": "IQ", "irano": "IR", "israelo": "IL", "italo": "IT", "libano": "LB", "luso": "PT", "maroco": "MA",
    "nippo": "JP", "polono": "PL", "russo": "RU", "saoudo": "SA", "sino": "CN", "syro": "SY", "tuniso": "TN",
    "turco": "TR", "ukraino": "UA",
}  # fmt: skip
COMPOUND = re.compile(r"\b(?P<first>[a-zà-ÿ]+o)-(?P<second>[a-zà-ÿ]+)\b")


def sides(words: str, start: int = 0, end: int | None = None) -> tuple[tuple[str, str], re.Match[str]] | None:
    """The two countries of the first such adjective, and where it stands."""
    for match in COMPOUND.finditer(words, start, len(words) if end is None else end):
        first, second = FIRST.get(fold(match["first"])), adjectives().get(fold(match["second"]))
        if first and second and first != second:
            return (first, second), match
    return None
