"""Who is reported as saying what, on sentences of our own."""

import pytest

from articles.nlp.components.statements.component import StatementsComponent
from articles.nlp.sentences import Sentences, quotations
from tests.nlp.drafts import marked

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
PORT = "[ORG port:Office des ports]"


def said(source: str) -> list[tuple[str, str, str, bool]]:
    """Speaker, cue, quotation, directness."""
    doc = StatementsComponent()(marked(source))
    text, draft = doc.text, doc._.draft
    return [
        (
            "" if one.speaker is None else draft.entities[one.speaker].name,
            "" if one.cue is None else text[one.cue.start : one.cue.end],
            text[one.quote.start : one.quote.end],
            one.direct,
        )
        for one in draft.statements
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"« La mer est calme », a déclaré {ANNA}.", ("Anna Lind", "a déclaré", "La mer est calme", True)),
        (f"“La mer est calme”, a dit {ANNA}.", ("Anna Lind", "a dit", "La mer est calme", True)),
        (f'{ANNA} a déclaré : "La mer est calme."', ("Anna Lind", "a déclaré", "La mer est calme.", True)),
        (
            f"{KARL} est arrivé. « La mer est calme », a-t-il déclaré.",
            ("Karl Moe", "a-t-il déclaré", "La mer est calme", True),
        ),
        (f"Selon {ANNA}, « la mer est calme ».", ("Anna Lind", "Selon", "la mer est calme", True)),
        (
            f"{ANNA} a déclaré que la mer était calme.",
            ("Anna Lind", "a déclaré", "que la mer était calme", False),
        ),
        (f"La mer est calme, a indiqué {ANNA}.", ("Anna Lind", "a indiqué", "La mer est calme", False)),
        (f"La mer est calme, selon {ANNA}.", ("Anna Lind", "selon", "La mer est calme", False)),
        (f"D'après {ANNA}, la mer est calme.", ("Anna Lind", "D'après", "la mer est calme", False)),
        (
            f"{ANNA} a quitté la salle, affirmant que la mer était calme.",
            ("Anna Lind", "affirmant", "que la mer était calme", False),
        ),
        (f"{ANNA} a dénoncé le retard du port.", ("Anna Lind", "a dénoncé", "le retard du port", False)),
        (f"{ANNA} fait savoir que la mer est calme.", ("Anna Lind", "fait savoir", "que la mer est calme", False)),
        (
            f"La mer est calme, a indiqué un responsable de l'{PORT}.",
            ("Office des ports", "a indiqué", "La mer est calme", False),
        ),
    ],
)
def test_statements_tell_speaker_cue_and_words(source: str, expected: tuple[str, str, str, bool]) -> None:
    assert said(source) == [expected]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a lu « Le Vieil Homme et la mer » au port.",
        f"{ANNA} a rencontré {KARL}.",
        "Selon la loi, la pêche est fermée.",
    ],
)
def test_statements_leave_out_what_nobody_named_says(source: str) -> None:
    assert said(source) == []


def test_statements_follow_a_quotation_over_sentences() -> None:
    found = said(f"« La mer est calme. Le port dort », a déclaré {ANNA}.")

    assert found == [("Anna Lind", "a déclaré", "La mer est calme. Le port dort", True)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Il dit « oui » et “non”.", ["oui", "non"]),
        ("Elle note : « Il a dit « oui » hier ».", ["Il a dit « oui » hier"]),
        ("« Un.\n\n« Deux. »", ["Un.\n\n« Deux."]),
        ("Rien « n'est fermé.", []),
    ],
)
def test_quotations_stand_between_outermost_marks(text: str, quotes: list[str]) -> None:
    assert [text[span.start : span.end] for span in quotations(text)] == quotes


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("La mer dort. Le port veille.", ["La mer dort.", "Le port veille."]),
        ("M. Moe est là. Il lit.", ["M. Moe est là.", "Il lit."]),
        ("« Oui. Non. » Elle part.", ["« Oui. Non. »", "Elle part."]),
        ("Titre\n\nLa mer dort.", ["Titre", "La mer dort."]),
    ],
)
def test_sentences_end_outside_quotations(text: str, sentences: list[str]) -> None:
    assert [text[span.start : span.end].strip() for span in Sentences(text).spans] == sentences
