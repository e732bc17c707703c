"""Whatever the text, spans are inside it, trimmed, in order and apart."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.nlp.offsets import trimmed
from articles.nlp.pipeline import build
from articles.nlp.types import Span

PIECES = st.sampled_from(
    ["Le président turc", " ", "\u00a0", "\u202f", "\r\n", "\n\n", "Ankara", "’", "«", "»", "M. ", "😀", "e\u0301",
     "lundi", "3 au 5 mai", "12/05/2024", ", ", "-", "OTAN", "(AFP)", "d'", "1985", "\ufeff", "\x00", "ministre"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_spans_are_filled_trimmed_and_apart(text: str):
    annotation = next(iter(build().annotate([(text, date(2024, 5, 16))])))

    words = [text[m.span.start : m.span.end] for m in annotation.mentions]
    assert all(word and word == word.strip() for word in words)
    ends = [0, *(m.span.end for m in annotation.mentions)]
    assert all(end <= m.span.start for end, m in zip(ends, annotation.mentions, strict=False))
    assert all(zone.span.end <= len(text) and zone.span.start < zone.span.end for zone in annotation.zones)


def test_trimmed_leaves_out_white_space_of_any_kind():
    assert trimmed("\u202f Ankara \r\n", 0, 11) == Span(2, 8)
    assert trimmed("  \n", 0, 3) is None
