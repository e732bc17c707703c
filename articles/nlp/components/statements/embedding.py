"""Verbs within a reported clause: `a rappelé que la France soutient le plan « sans réserve »`."""

import re
from collections.abc import Sequence

from articles.nlp.components.statements.cues import Cue
from articles.nlp.types import Span

QUE = re.compile(r"\bque\b|\bqu['’]")
#: With these a quotation beside the verb is what it says.
OF_QUOTES = frozenset({"quote", "as", "judge", "state", "object"})


def is_embedded(text: str, cue: Cue, quote: Span, earlier: Sequence[Cue]) -> bool:
    """Whether a verb before a quotation stands in what an earlier one reports, and reports nothing itself."""
    if cue.verb is None or cue.inverted or cue.takes & OF_QUOTES:
        return False
    between = text[cue.end : quote.start]
    if QUE.search(between) or ":" in between or not between.strip('«“"„ \u00a0\u202f'):
        return False
    return any(
        one.verb is not None and not one.inverted and "clause" in one.takes | {"of"} and _opens(text, one, cue)
        for one in earlier
    )


def _opens(text: str, outer: Cue, inner: Cue) -> bool:
    between = text[outer.end : inner.span.start]
    return QUE.search(between) is not None and not re.search(r"[;:»”]|,\s(?:et|mais)\s", between)
