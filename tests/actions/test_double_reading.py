import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied

from articles.actions.adjudicating import adjudicate
from articles.actions.clearing import remove_unused_actors
from articles.actions.double_reading import (
    add_reading_meeting,
    add_reading_statement,
    ask_double_reading,
    finish_reading,
    link_mark,
    mark_words,
    unmark_words,
    withdraw_double_reading,
)
from articles.actions.merging import merge_actors
from articles.actions.reports import ReportFields
from articles.actions.statements import StatementFields
from articles.actions.undoing import undo_action
from articles.enums import Taken
from articles.exceptions import InvalidSpan, ReadingClosed, ReadingsOpen, UnfitActor
from articles.models import (
    Action,
    Actor,
    Article,
    Decision,
    DoubleReading,
    MeetingReport,
    Mention,
    Reading,
    ReadingMention,
)
from articles.permissions import EDITORS
from articles.queries.double_reading import agreement_on_links, agreement_on_statements, compare
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    ReviewFactory,
    StatementFactory,
)

TEXT = "Antony Blinken a rencontré Hakan Fidan à Ankara lundi."


@pytest.fixture
def other(db: None) -> User:
    user = User.objects.create_user("other")
    user.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    return user


@pytest.fixture
def double(editor: User, other: User, manager: User) -> DoubleReading:
    article = ReviewFactory(article=ArticleFactory(text=TEXT)).article
    return ask_double_reading(article, by=manager, readers=(editor, other))


def marks(reading: Reading, *spans: tuple[str, str]) -> None:
    for words, label in spans:
        start = TEXT.index(words)
        mark_words(reading, by=reading.reader, start=start, end=start + len(words), label=label)


def both(double: DoubleReading) -> tuple[Reading, Reading]:
    first, second = double.readings.select_related("reader")
    return first, second


def finish(double: DoubleReading) -> None:
    for reading in both(double):
        finish_reading(reading, by=reading.reader)


def standing(article: Article) -> list[tuple[str, str, str]]:
    return list(article.mentions.live().order_by("start").values_list("text", "label", "status"))


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
