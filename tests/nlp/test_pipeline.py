"""The annotator as others call it."""

import gc
from datetime import date

import pytest

from articles.nlp.pipeline import PIECE, build, pieces
from articles.nlp.types import Annotation

DAY = date(2024, 5, 16)


def test_annotator_is_built_once_and_names_its_parts():
    annotator = build()

    assert build() is annotator
    assert annotator.version.startswith("newsdesk-fr/")
    assert annotator.pipeline.startswith("fr_core_news_md 3.")


def test_passes_over_garbage_leave_out_what_was_loaded():
    build.cache_clear()
    gc.unfreeze()

    annotator = build()

    assert gc.get_freeze_count() > 100_000
    assert gc.get_threshold()[0] >= 10_000
    assert not any(each is annotator.nlp for each in gc.get_objects())


@pytest.mark.parametrize("text", ["", " \n\t", "\x00", "😀😀", "a" * 5000, "-" * 3000, "\ufeff", "ÉÉÉ", "( ( ( «"])
def test_odd_text_gives_an_annotation(text: str):
    [annotation] = build().annotate([(text, DAY)])

    assert isinstance(annotation, Annotation)


def test_annotations_come_in_order_and_without_reading_far_ahead():
    read = []

    def texts():
        for number in range(200):
            read.append(number)
            yield ("Oslo." if number % 2 else "Rien.", DAY)

    stream = build().annotate(texts())
    first, second = next(stream), next(stream)

    assert (len(first.mentions), len(second.mentions)) == (0, 1)
    assert len(read) < 200


def test_long_text_keeps_its_offsets():
    filler = "La pluie tombe sur la ville et personne ne parle.\n\n"
    text = filler * (PIECE // len(filler) + 10) + "Boris Varga est arrivé à Oslo.\n"

    [annotation] = build().annotate([(text, DAY)])

    assert [text[m.span.start : m.span.end] for m in annotation.mentions] == ["Boris Varga", "Oslo"]


def test_pieces_joined_are_the_text():
    text = "Un. \n\nDeux trois. \r\n" * 50 + "x" * 300

    assert "".join(pieces(text, 100)) == text
    assert max(map(len, pieces(text, 100))) <= 100


def test_words_are_forgotten_once_many_are_known(monkeypatch):
    annotator = build()
    [expected] = annotator.annotate([("Boris Varga est arrivé à Oslo.", DAY)])
    monkeypatch.setattr("articles.nlp.pipeline.WORDS", 0)

    texts = [(f"Boris Varga est arrivé à Oslo{'.' * (number % 2)} Zxqv{number}.", DAY) for number in range(64)]
    annotations = list(annotator.annotate(texts))

    assert not any(f"Zxqv{number}" in annotator.nlp.vocab.strings for number in range(64))
    assert annotations[1].mentions[:2] == expected.mentions
