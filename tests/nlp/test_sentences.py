"""Where sentences begin."""

from datetime import date

from articles.nlp.pipeline import build
from articles.nlp.sentences import Sentences
from articles.nlp.types import Span

HEAD = " date 2024-05 OSLO, 6 mai (Agence) – "
BODY = "La ministre norvégienne Anna Lind a rencontré lundi à Oslo le président islandais Karl Moe."
REPORT = "L'accord est prêt, a déclaré la ministre norvégienne Anna Lind."


def test_sentences_begin_where_a_break_is() -> None:
    sentences = Sentences("OSLO – Il pleut. Il neige.", (6,))

    assert sentences.spans == [Span(0, 6), Span(6, 16), Span(16, 26)]


def test_evidence_leaves_out_metadata_and_dateline() -> None:
    text = f"{HEAD}{BODY}\n"
    [annotation] = build().annotate([(text, date(2024, 5, 6))])

    [meeting] = annotation.meetings
    assert [text[one.span.start : one.span.end] for one in meeting.evidence if one.field == "sentence"] == [BODY]


def test_a_reported_clause_leaves_out_metadata_and_dateline() -> None:
    text = f"{HEAD}{REPORT}\n"
    [annotation] = build().annotate([(text, date(2024, 5, 6))])

    assert [text[one.quote.start : one.quote.end] for one in annotation.statements] == ["L'accord est prêt"]
