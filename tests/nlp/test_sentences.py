"""Where sentences begin."""

from datetime import date

import pytest

from articles.nlp.pipeline import build
from articles.nlp.sentences import Sentences
from articles.nlp.types import Span

HEAD = " date 2024-05 OSLO, 6 mai (Agence) – "
BODY = "La ministre norvégienne Anna Lind a rencontré lundi à Oslo le président islandais Karl Moe."
REPORT = "L'accord est prêt, a déclaré la ministre norvégienne Anna Lind."


def test_sentences_begin_where_a_break_is() -> None:
    sentences = Sentences("OSLO – Il pleut. Il neige.", (6,))

    assert sentences.spans == [Span(0, 6), Span(6, 16), Span(16, 26)]


def test_an_abbreviation_ends_no_sentence_however_long_it_is() -> None:
    text = "Les rapports " + "de la mission " * 20 + "de M. Moe sont prêts. Mgr. Lind part."

    assert [text[span.start : span.end][-22:].strip() for span in Sentences(text).spans] == [
        "de M. Moe sont prêts.",
        "Mgr. Lind part.",
    ]


def test_a_full_stop_within_a_quotation_ends_no_sentence() -> None:
    text = "« Non. Jamais. » Elle part. « Oui. Demain. » Il reste."

    assert [text[span.start : span.end].strip() for span in Sentences(text).spans] == [
        "« Non. Jamais. »",
        "Elle part.",
        "« Oui. Demain. »",
        "Il reste.",
    ]


def test_evidence_leaves_out_metadata_and_dateline() -> None:
    text = f"{HEAD}{BODY}\n"
    [annotation] = build().annotate([(text, date(2024, 5, 6))])

    [meeting] = annotation.meetings
    assert [text[one.span.start : one.span.end] for one in meeting.evidence if one.field == "sentence"] == [BODY]


def test_a_reported_clause_leaves_out_metadata_and_dateline() -> None:
    text = f"{HEAD}{REPORT}\n"
    [annotation] = build().annotate([(text, date(2024, 5, 6))])

    assert [text[one.quote.start : one.quote.end] for one in annotation.statements] == ["L'accord est prêt"]


def test_honours_in_letters_end_no_sentence() -> None:
    text = "Il a reçu S.E.M. Karl Lund, S.E. Mme Anna Roy et S.A.R. le prince. Le roi dort."

    assert len(Sentences(text).spans) == 2


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Le ministre J.D. Lund et B.K.S. Rao sont là. La mer dort.", 2),
        ("Il travaille pour la B.B.C. Le port dort.", 2),
        ("Il vit aux U.S.A. Elle, non.", 2),
    ],
)
def test_joined_initials_of_a_name_end_no_sentence(text: str, sentences: int) -> None:
    assert len(Sentences(text).spans) == sentences
