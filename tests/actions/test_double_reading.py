"""Double readings: who asks, reads and adjudicates; mentions and meetings."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.actions.adjudicating import adjudicate
from articles.actions.double_reading import (
    add_reading_meeting,
    ask_double_reading,
    finish_reading,
    mark_words,
    unmark_words,
    withdraw_double_reading,
)
from articles.actions.merging import merge_actors
from articles.actions.reports import ReportFields
from articles.actions.undoing import undo_action
from articles.enums import Taken
from articles.exceptions import InvalidSpan, ReadingClosed, ReadingsOpen
from articles.models import (
    Action,
    Decision,
    DoubleReading,
    MeetingReport,
    Mention,
    ReadingMention,
)
from articles.queries.double_reading import compare
from tests.actions.readings import TEXT, both, finish, marks, standing
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingReportFactory,
    MentionFactory,
)


def test_only_managers_ask_and_two_editors_read(editor: User, other: User, manager: User, reader: User) -> None:
    article = ArticleFactory()
    for by, readers in ((editor, (editor, other)), (manager, (editor, editor)), (manager, (editor, reader))):
        with pytest.raises(PermissionDenied):
            ask_double_reading(article, by=by, readers=readers)


def test_an_article_has_one_double_reading_at_a_time(double: DoubleReading, editor: User, manager: User) -> None:
    with pytest.raises(ReadingsOpen):
        ask_double_reading(double.article, by=manager, readers=(editor, manager))


def test_reading_disturbs_nothing_in_the_collection(double: DoubleReading, editor: User) -> None:
    MentionFactory(article=double.article)
    first, _second = both(double)
    marks(first, ("Ankara", "GPE"), ("à Ankara lundi", "LOC"))
    assert [mark.label for mark in first.mentions.all()] == ["LOC"]
    unmark_words(first.mentions.get(), by=editor)
    people = (ActorFactory(), ActorFactory())
    fields = ReportFields(people, "in_person", "held", "2023-11-06")
    add_reading_meeting(first, by=editor, fields=fields, start=0, end=14)
    assert (Mention.objects.count(), MeetingReport.objects.count(), Decision.objects.count()) == (1, 0, 0)


def test_each_writes_in_their_own_reading_until_it_is_finished(
    double: DoubleReading, editor: User, other: User, manager: User
) -> None:
    first, _second = both(double)
    for by in (other, manager):
        with pytest.raises(PermissionDenied):
            mark_words(first, by=by, start=0, end=14, label="PER")
    with pytest.raises(InvalidSpan):
        mark_words(first, by=editor, start=0, end=999, label="PER")
    finish_reading(first, by=editor)
    with pytest.raises(ReadingClosed):
        mark_words(first, by=editor, start=0, end=14, label="PER")


def test_a_reading_may_start_from_what_the_machine_proposes_but_from_no_decision(
    editor: User, other: User, manager: User
) -> None:
    article = ArticleFactory(text=TEXT)
    MentionFactory(article=article)
    MentionFactory(article=article, text="Ankara", label="GPE", status="accepted")
    people = [ActorFactory(), ActorFactory()]
    MeetingReportFactory(article=article, actors=people, sentence="Antony Blinken a rencontré")
    double = ask_double_reading(article, by=manager, readers=(editor, other), prefilled=True)
    for reading in both(double):
        assert list(reading.mentions.values_list("start", "end", "label")) == [(0, 14, "PER")]
        assert set(reading.meetings.get().participants.all()) == set(people)


def test_comparison_groups_what_hangs_together(double: DoubleReading) -> None:
    first, second = both(double)
    marks(first, ("Antony Blinken", "PER"), ("Hakan Fidan", "PER"), ("Ankara", "GPE"))
    marks(second, ("Antony Blinken", "PER"), ("Fidan", "PER"), ("lundi", "DATE"))
    found = compare(double)
    assert [mark.start for mark in found.agreed] == [0]
    shown = [(each.words, len(each.first), len(each.second)) for each in found.passages]
    assert shown == [("Hakan Fidan", 1, 1), ("Ankara", 1, 0), ("lundi", 0, 1)]


def test_nothing_is_adjudicated_before_both_are_finished(double: DoubleReading, editor: User, manager: User) -> None:
    finish_reading(both(double)[0], by=editor)
    with pytest.raises(ReadingsOpen):
        adjudicate(double, by=manager, choices={})
    with pytest.raises(PermissionDenied):
        adjudicate(double, by=editor, choices={})


def test_what_was_taken_stands_in_the_article_and_one_undo_takes_it_back(double: DoubleReading, manager: User) -> None:
    article, (first, second) = double.article, both(double)
    MentionFactory(article=article)
    MentionFactory(article=article, text="Fidan", label="ORG")
    MentionFactory(article=article, text="rencontré", label="ROLE")
    before = standing(article)
    marks(first, ("Antony Blinken", "PER"), ("Hakan Fidan", "PER"), ("Ankara", "LOC"))
    marks(second, ("Antony Blinken", "PER"), ("Fidan", "PER"), ("Ankara", "GPE"))
    finish(double)
    keys = [passage.key for passage in compare(double).passages]
    adjudicate(double, by=manager, choices=dict(zip(keys, (Taken.SECOND, Taken.FIRST), strict=True)))
    assert standing(article) == [
        ("Antony Blinken", "PER", "accepted"), ("Fidan", "PER", "changed"), ("Ankara", "LOC", "added"),
    ]  # fmt: skip
    assert set(Decision.objects.filter(mention__isnull=False).values_list("by", flat=True)) == {manager.pk}
    rulings = [(each.mention.text, each.taken) for each in double.rulings.all()]
    assert rulings == [("Antony Blinken", "agreed"), ("Fidan", "second"), ("Ankara", "first")]
    undo_action(Action.objects.newest_first()[0], by=manager)
    double.refresh_from_db()
    assert (standing(article), double.closed_at, double.rulings.count()) == (before, None, 0)
    assert ReadingMention.objects.count() == 6


def test_meetings_are_taken_changed_added_and_rejected(double: DoubleReading, manager: User) -> None:
    article, (first, second) = double.article, both(double)
    people = tuple(ActorFactory() for _each in range(3))
    right = MeetingReportFactory(article=article, actors=people[:2], sentence="Antony Blinken", date_value="2023")
    wrong = MeetingReportFactory(article=article, actors=people[1:], sentence="Hakan Fidan")
    for reading, day in ((first, "2023-11-06"), (second, "2023-11-05")):
        fields = ReportFields(people[:2], "in_person", "held", day)
        add_reading_meeting(reading, by=reading.reader, fields=fields, start=0, end=14)
    alone = ReportFields((people[0], people[2]), "call", "planned")
    add_reading_meeting(second, by=second.reader, fields=alone, start=27, end=38)
    finish(double)
    keys = [pair.key for pair in compare(double).meetings]
    adjudicate(double, by=manager, choices=dict(zip(keys, (Taken.FIRST, Taken.SECOND), strict=True)))
    right.refresh_from_db()
    wrong.refresh_from_db()
    assert (right.date_value, right.status, wrong.status) == ("2023-11-06", "changed", "rejected")
    added = article.meeting_reports.get(status="added")
    assert (added.kind, added.meeting_status) == ("call", "planned")


def test_people_merged_since_they_were_read_are_who_they_are_now(
    double: DoubleReading, editor: User, manager: User
) -> None:
    """One reader named the actor that was merged into the other's: both mean the same meeting."""
    article, (first, second) = double.article, both(double)
    blinken, fidan, same = ActorFactory(name="Antony Blinken"), ActorFactory(), ActorFactory(name="Tony Blinken")
    report = MeetingReportFactory(
        article=article, actors=[blinken, fidan], sentence="Antony Blinken", date_value="2023"
    )
    for reading, who in ((first, blinken), (second, same)):
        fields = ReportFields((who, fidan), "in_person", "held", "2023")
        add_reading_meeting(reading, by=reading.reader, fields=fields, start=0, end=14)
    finish(double)
    merge_actors(blinken, same, by=editor)
    assert [pair.is_same for pair in compare(double).meetings] == [True]
    adjudicate(double, by=manager, choices={})
    report.refresh_from_db()
    assert (report.status, article.meeting_reports.count()) == ("accepted", 1)


def test_a_report_of_people_merged_since_names_those_they_are_now(
    double: DoubleReading, editor: User, manager: User
) -> None:
    kept, other, merged = ActorFactory(), ActorFactory(), ActorFactory()
    first, _second = both(double)
    add_reading_meeting(first, by=editor, fields=ReportFields((merged, other), "call", "held"), start=0, end=14)
    finish(double)
    merge_actors(kept, merged, by=editor)
    [pair] = compare(double).meetings
    adjudicate(double, by=manager, choices={pair.key: Taken.FIRST})
    report = double.article.meeting_reports.get()
    assert {each.actor for each in report.participants.all()} == {kept, other}


def test_an_open_double_reading_can_be_withdrawn(double: DoubleReading, editor: User, manager: User) -> None:
    marks(both(double)[0], ("Ankara", "GPE"))
    with pytest.raises(PermissionDenied):
        withdraw_double_reading(double, by=editor)
    withdraw_double_reading(double, by=manager)
    assert (DoubleReading.objects.count(), ReadingMention.objects.count()) == (0, 0)
