"""Statements in double readings."""

import pytest
from django.contrib.auth.models import User

from articles.actions.adjudicating import adjudicate
from articles.actions.double_reading import (
    add_reading_statement,
    ask_double_reading,
)
from articles.actions.statements import StatementFields
from articles.actions.undoing import undo_action
from articles.enums import Taken
from articles.models import (
    Action,
    Actor,
    Article,
    DoubleReading,
    Reading,
)
from articles.queries.double_reading import agreement_on_statements, compare
from tests.actions.readings import both, finish
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    ReviewFactory,
    StatementFactory,
)

SAID = "« Nous irons à Oslo au printemps », a dit Anna Roy. Karim Benali juge que la paix est proche. Tous se taisent."


@pytest.fixture
def said(editor: User, other: User, manager: User) -> DoubleReading:
    """An article of which the statements are read too."""
    article = ReviewFactory(article=ArticleFactory(text=SAID)).article
    return ask_double_reading(article, by=manager, readers=(editor, other), with_statements=True)


def place(words: str) -> tuple[int, int]:
    return SAID.index(words), SAID.index(words) + len(words)


def tell(reading: Reading, quote: str, *, direct: bool = False, **people: Actor) -> None:
    fields = StatementFields(quote=place(quote), direct=direct, **people)
    add_reading_statement(reading, by=reading.reader, fields=fields)


def statements_of(article: Article) -> list[tuple[str, str, bool, str]]:
    live = article.statements.live().order_by("quote_start").select_related("speaker")
    return [
        (SAID[each.quote_start : each.quote_end], each.speaker.name if each.speaker else "", each.direct, each.status)
        for each in live
    ]


def test_statements_of_two_readings_are_compared(said: DoubleReading) -> None:
    anna, karim = ActorFactory(name="Anna Roy"), ActorFactory(name="Karim Benali")
    first, second = both(said)
    tell(first, "Nous irons à Oslo au printemps", speaker=anna, direct=True)
    tell(second, "Nous irons à Oslo au printemps", speaker=karim, direct=True)
    tell(first, "la paix est proche", speaker=karim)
    tell(second, "que la paix est proche", speaker=karim)
    tell(second, "Tous se taisent")
    found = agreement_on_statements([said])
    assert found is not None
    assert (found.found.first, found.found.second, found.found.same) == (2, 3, 2)
    assert found.found.f1 == pytest.approx(4 / 5)
    # Of 21 words one reader holds 10 for said and the other 14, all of the first's among them.
    assert found.found.alpha == pytest.approx(1 - 41 * 4 / (24 * 18))
    assert found.alike == {"speaker": 1, "quote": 1, "cue": 2, "addressee": 2, "direct": 2}


def test_a_joint_statement_is_paired_speaker_by_speaker(said: DoubleReading) -> None:
    anna, karim = ActorFactory(), ActorFactory()
    first, second = both(said)
    for reading, people in ((first, (anna, karim)), (second, (karim, anna))):
        for each in people:
            tell(reading, "Nous irons à Oslo", speaker=each)
    assert [pair.is_same for pair in compare(said).statements] == [True, True]


def test_statements_taken_stand_in_the_article_and_one_undo_takes_them_back(said: DoubleReading, manager: User) -> None:
    anna, karim = ActorFactory(name="Anna Roy"), ActorFactory(name="Karim Benali")
    article, (first, second) = said.article, both(said)
    StatementFactory(article=article, quote="Nous irons à Oslo au printemps", speaker=anna, direct=True)
    StatementFactory(article=article, quote="la paix est", speaker=anna, direct=False)
    StatementFactory(article=article, quote="Anna Roy", direct=False)
    before = statements_of(article)
    for reading in (first, second):
        tell(reading, "Nous irons à Oslo au printemps", speaker=anna, direct=True)
    tell(first, "la paix est proche", speaker=karim)
    tell(second, "que la paix est proche", speaker=karim)
    tell(second, "Tous se taisent")
    finish(said)
    keys = [pair.key for pair in compare(said).statements if not pair.is_same]
    adjudicate(said, by=manager, choices=dict(zip(keys, (Taken.SECOND, Taken.SECOND), strict=True)))
    assert statements_of(article) == [
        ("Nous irons à Oslo au printemps", "Anna Roy", True, "accepted"),
        ("que la paix est proche", "Karim Benali", False, "changed"),
        ("Tous se taisent", "", False, "added"),
    ]
    rulings = [(SAID[each.start : each.end], each.taken, each.statement_id is not None) for each in said.rulings.all()]
    assert rulings == [
        ("Nous irons à Oslo au printemps", "agreed", True),
        ("que la paix est proche", "second", True),
        ("Tous se taisent", "second", True),
    ]
    undo_action(Action.objects.newest_first()[0], by=manager)
    assert (statements_of(article), said.rulings.count()) == (before, 0)


def test_statements_that_nobody_read_stay(double: DoubleReading, manager: User) -> None:
    StatementFactory(article=double.article, quote="Ankara")
    finish(double)
    adjudicate(double, by=manager, choices={})
    assert double.article.statements.get().status == "proposed"
    assert agreement_on_statements([double]) is None


def test_readings_start_from_proposed_statements(editor: User, other: User, manager: User) -> None:
    article = ReviewFactory(article=ArticleFactory(text=SAID)).article
    anna = ActorFactory()
    StatementFactory(article=article, quote="Nous irons à Oslo", speaker=anna)
    StatementFactory(article=article, quote="la paix", status="accepted")
    double = ask_double_reading(article, by=manager, readers=(editor, other), prefilled=True, with_statements=True)
    for reading in both(double):
        kept = reading.statements.get()
        assert (kept.speaker, kept.quote_start, kept.quote_end) == (anna, *place("Nous irons à Oslo"))
