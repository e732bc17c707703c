"""Links in double readings."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.actions.adjudicating import adjudicate
from articles.actions.clearing import remove_unused_actors
from articles.actions.double_reading import (
    add_reading_statement,
    ask_double_reading,
    link_mark,
    mark_words,
    withdraw_double_reading,
)
from articles.actions.merging import merge_actors
from articles.actions.statements import StatementFields
from articles.actions.undoing import undo_action
from articles.enums import Taken
from articles.exceptions import UnfitActor
from articles.models import (
    Action,
    Actor,
    DoubleReading,
    Reading,
)
from articles.queries.double_reading import agreement_on_links, compare
from tests.actions.readings import TEXT, both, finish, marks, standing
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MentionFactory,
    PlaceFactory,
    ReviewFactory,
)


@pytest.fixture
def linked(editor: User, other: User, manager: User) -> DoubleReading:
    """Two readings with links, each of the same three mentions."""
    article = ReviewFactory(article=ArticleFactory(text=TEXT)).article
    double = ask_double_reading(article, by=manager, readers=(editor, other), with_links=True)
    for reading in both(double):
        marks(reading, ("Antony Blinken", "PER"), ("Hakan Fidan", "PER"), ("Ankara", "GPE"))
    return double


def mean(reading: Reading, words: str, **meant: object) -> None:
    link_mark(reading.mentions.get(start=TEXT.index(words)), by=reading.reader, **meant)


def test_links_are_read_where_they_are_asked_for(double: DoubleReading, editor: User) -> None:
    first, _second = both(double)
    mark_words(first, by=editor, start=0, end=14, label="PER", actor=ActorFactory())
    assert first.mentions.get().actor is None


def test_a_link_follows_its_words_and_goes_with_a_label_it_does_not_fit(linked: DoubleReading, editor: User) -> None:
    first, second = both(linked)
    blinken, ankara = ActorFactory(), PlaceFactory(name="Ankara")
    mean(first, "Antony Blinken", actor=blinken)
    mean(first, "Ankara", place=ankara)
    mark_words(first, by=editor, start=7, end=14, label="PER")
    assert first.mentions.get(start=7).actor == blinken
    mark_words(first, by=editor, start=7, end=14, label="ORG")
    assert first.mentions.get(start=7).actor is None
    start = TEXT.index("Ankara")
    assert [first.mentions.get(start=start).place, second.mentions.get(start=start).place] == [ankara, None]
    with pytest.raises(UnfitActor):
        mean(first, "Ankara", actor=blinken)
    with pytest.raises(PermissionDenied):
        link_mark(second.mentions.get(start=0), by=editor, actor=blinken)


def test_a_reading_with_links_may_start_from_those_of_the_machine(editor: User, other: User, manager: User) -> None:
    article = ArticleFactory(text=TEXT)
    mention = MentionFactory(article=article, actor=ActorFactory())
    asked = {"by": manager, "readers": (editor, other), "prefilled": True}
    double = ask_double_reading(article, with_links=True, **asked)
    assert {reading.mentions.get().actor for reading in both(double)} == {mention.actor}
    withdraw_double_reading(double, by=manager)
    bare = ask_double_reading(article, **asked)
    assert {reading.mentions.get().actor for reading in both(bare)} == {None}


def test_agreement_on_links_counts_them_for_each_label(linked: DoubleReading) -> None:
    first, second = both(linked)
    blinken, fidan, stranger, ankara = ActorFactory(), ActorFactory(), ActorFactory(), PlaceFactory(name="Ankara")
    for reading, who in ((first, fidan), (second, stranger)):
        mean(reading, "Antony Blinken", actor=blinken)
        mean(reading, "Hakan Fidan", actor=who)
    mean(first, "Ankara", place=ankara)
    rows = {row.label: row.found for row in agreement_on_links([linked])}
    told = {label: (each.first, each.second, each.same) for label, each in rows.items()}
    assert told == {None: (3, 2, 1), "PER": (2, 2, 1), "GPE": (1, 0, 0)}
    assert (rows["PER"].f1, rows["GPE"].f1) == (0.5, 0.0)
    # Four values, two alike: one unlike pair in two units, five of six pairs of values unlike.
    assert rows["PER"].alpha == pytest.approx(1 - 3 * 1 / 5)


def test_people_merged_since_they_were_read_are_one_in_links(linked: DoubleReading, manager: User) -> None:
    kept, gone = ActorFactory(), ActorFactory()
    for reading, who in zip(both(linked), (kept, gone), strict=True):
        mean(reading, "Antony Blinken", actor=who)
    assert [pair.is_same for pair in compare(linked).links] == [False, True, True]
    merge_actors(kept, gone, by=manager)
    assert [pair.is_same for pair in compare(linked).links] == [True, True, True]


def test_links_taken_stand_in_the_article_and_one_undo_takes_them_back(linked: DoubleReading, manager: User) -> None:
    article = linked.article
    blinken, fidan, wrong, ankara = ActorFactory(), ActorFactory(), ActorFactory(), PlaceFactory(name="Ankara")
    MentionFactory(article=article, actor=wrong)
    MentionFactory(article=article, text="Hakan Fidan", actor=fidan)
    first, second = both(linked)
    mean(first, "Antony Blinken", actor=wrong)
    mean(second, "Antony Blinken", actor=blinken)
    for reading in (first, second):
        mean(reading, "Hakan Fidan", actor=fidan)
    mean(first, "Ankara", place=ankara)
    finish(linked)
    found = compare(linked)
    keys = {TEXT[pair.first.start : pair.first.end]: pair.key for pair in found.links}
    assert found.open_keys == [keys["Antony Blinken"], keys["Ankara"]]
    before = standing(article)
    adjudicate(linked, by=manager, choices={keys["Antony Blinken"]: Taken.SECOND, keys["Ankara"]: Taken.NEITHER})
    meant = list(article.mentions.live().order_by("start").values_list("actor", "place", "status"))
    assert meant == [(blinken.pk, None, "changed"), (fidan.pk, None, "accepted"), (None, None, "added")]
    assert blinken.names.filter(name="Antony Blinken").exists()
    told = list(linked.rulings.values_list("taken", "of_link"))
    assert told == [("agreed", False), ("second", True), ("agreed", False), ("agreed", False), ("neither", True)]
    undo_action(Action.objects.latest("pk"), by=manager)
    assert (standing(article), article.mentions.get(start=0).actor) == (before, wrong)


def test_what_nobody_read_keeps_its_links(double: DoubleReading, manager: User) -> None:
    article = double.article
    actor = ActorFactory()
    MentionFactory(article=article, actor=actor)
    for reading in both(double):
        marks(reading, ("Antony Blinken", "PER"))
    finish(double)
    adjudicate(double, by=manager, choices={})
    assert article.mentions.get().actor == actor


def test_whom_a_reading_names_is_not_cleared_away(linked: DoubleReading, editor: User) -> None:
    first, _second = both(linked)
    meant, speaker, unused = ActorFactory(), ActorFactory(), ActorFactory()
    mean(first, "Antony Blinken", actor=meant)
    add_reading_statement(first, by=editor, fields=StatementFields((0, 14), direct=True, speaker=speaker))
    remove_unused_actors({meant.pk, speaker.pk, unused.pk})
    assert set(Actor.objects.all()) == {meant, speaker}
