"""Undo and redo of anything, by the one who did it and by managers, as long as it stands."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.actions.linking import create_actor
from articles.actions.mentions import accept_mention, add_mention, change_mention, reject_mention
from articles.actions.reports import ReportFields, add_report, change_report
from articles.actions.review import finish_review, reopen_review
from articles.actions.undoing import redo_action, undo_action
from articles.exceptions import CannotUndo, NothingToUndo
from articles.models import Action, Actor, Decision, Meeting, MeetingReport, Mention
from tests.actions.whole_state import state_of_all
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, ReviewFactory


def last() -> Action:
    return Action.objects.first_hand().latest("id")


def fields(*participants: Actor, date_value: str = "2023-11-06") -> ReportFields:
    return ReportFields(participants=participants, kind="in_person", status="held", date_value=date_value)


def test_undo_and_redo_give_the_rows_back_to_the_letter(editor: User) -> None:
    mention = ReviewFactory(article=(found := MentionFactory()).article) and found
    start = state_of_all()
    change_mention(mention, by=editor, version=1, label="ORG", start=0, end=6)
    done, action = state_of_all(), last()
    undo_action(action, by=editor)
    assert state_of_all() == start
    redo_action(action, by=editor)
    assert state_of_all() == done
    undo_action(Action.objects.get(pk=action.pk), by=editor)
    assert state_of_all() == start
    mention.refresh_from_db()
    assert mention.version == 5


def test_undoing_an_addition_takes_the_row_away_and_redoing_brings_it_back(editor: User) -> None:
    article = ArticleFactory()
    added = add_mention(article, by=editor, start=0, end=14, label="PER")
    undo_action(last(), by=editor)
    assert not Mention.objects.exists()
    redo_action(last(), by=editor)
    back = Mention.objects.get()
    assert (back.pk, back.text, back.status, back.version) == (added.pk, "Antony Blinken", "added", 2)
    assert Decision.objects.filter(mention=added).count() == 1


def test_undo_is_refused_where_the_row_was_changed_since_and_says_by_whom(editor: User, manager: User) -> None:
    mention = MentionFactory()
    accept_mention(mention, by=editor, version=1)
    action = last()
    change_mention(mention, by=manager, version=2, label="ORG")
    with pytest.raises(CannotUndo) as refused:
        undo_action(action, by=editor)
    assert [(change.action.by, change.after["label"]) for change in refused.value.since] == [(manager, "ORG")]
    mention.refresh_from_db()
    action.refresh_from_db()
    assert (mention.label, mention.status, action.is_undone) == ("ORG", "changed", False)


def test_undo_in_another_order_works_where_the_rows_do_not_meet(editor: User) -> None:
    article = ReviewFactory(article=ArticleFactory()).article
    start = state_of_all(Mention)
    first = add_mention(article, by=editor, start=0, end=14, label="PER")
    one = last()
    add_mention(article, by=editor, start=27, end=38, label="PER")
    other = last()
    undo_action(one, by=editor)
    article.review.refresh_from_db()
    assert (Mention.objects.filter(pk=first.pk).exists(), article.review.state) == (False, "in_review")
    undo_action(other, by=editor)
    article.review.refresh_from_db()
    assert (state_of_all(Mention), article.review.state) == (start, "pre_annotated")


def test_an_action_is_undone_and_redone_once(editor: User) -> None:
    accept_mention(MentionFactory(), by=editor, version=1)
    action = last()
    with pytest.raises(NothingToUndo):
        redo_action(action, by=editor)
    undo_action(action, by=editor)
    with pytest.raises(NothingToUndo):
        undo_action(action, by=editor)
    redo_action(action, by=editor)
    with pytest.raises(NothingToUndo):
        redo_action(action, by=editor)


def test_people_undo_their_own_and_managers_anybodys(editor: User, manager: User, reader: User) -> None:
    other = User.objects.create_user("other")
    other.groups.set(editor.groups.all())
    accept_mention(MentionFactory(), by=editor, version=1)
    action = last()
    for nobody in (other, reader):
        with pytest.raises(PermissionDenied):
            undo_action(action, by=nobody)
    undo_action(action, by=manager)
    with pytest.raises(PermissionDenied):
        redo_action(action, by=editor)
    redo_action(action, by=manager)
    editor.groups.clear()
    with pytest.raises(PermissionDenied):
        undo_action(action, by=User.objects.get(pk=editor.pk))  # as the next request has them


def test_undoing_words_that_are_taken_by_now_is_refused(editor: User) -> None:
    mention = MentionFactory()
    reject_mention(mention, by=editor, version=1)
    action = last()
    add_mention(mention.article, by=editor, start=0, end=6, label="PER")
    with pytest.raises(CannotUndo):
        undo_action(action, by=editor)
    mention.refresh_from_db()
    assert mention.status == "rejected"


def test_an_actor_made_by_a_link_goes_with_it_unless_others_use_it(editor: User) -> None:
    article = ArticleFactory()
    one, two = MentionFactory(article=article), MentionFactory(article=article, text="Hakan Fidan")
    create_actor(one, by=editor, version=1, name="Antony Blinken")
    undo_action(last(), by=editor)
    assert not Actor.objects.exists()
    redo_action(last(), by=editor)
    action = last()
    change_mention(two, by=editor, version=1, actor=Actor.objects.get())
    undo_action(action, by=editor)
    assert [each.actor_id for each in article.mentions.order_by("start")] == [None, Actor.objects.get().pk]
    undo_action(last(), by=editor)
    assert not Actor.objects.exists()


def test_a_report_added_or_changed_is_undone_with_its_meeting(editor: User) -> None:
    article, people = ArticleFactory(), [ActorFactory(), ActorFactory(), ActorFactory()]
    empty = state_of_all()
    report = add_report(article, by=editor, fields=fields(*people[:2]), start=0, end=14)
    one = last()
    added = state_of_all()
    change_report(report, by=editor, version=1, fields=fields(*people, date_value="2023-11-07"))
    undo_action(last(), by=editor)
    assert state_of_all() == added
    undo_action(one, by=editor)
    assert (state_of_all(), Meeting.objects.count()) == (empty, 0)


def test_a_report_whose_meeting_was_sorted_anew_since_is_sorted_again(editor: User) -> None:
    people = [ActorFactory(), ActorFactory()]
    one, two = ArticleFactory(), ArticleFactory()
    report = add_report(one, by=editor, fields=fields(*people), start=0, end=14)
    change_report(report, by=editor, version=1, fields=fields(*people, date_value="2023-11-08"))
    action = last()
    other = add_report(two, by=editor, fields=fields(*people, date_value="2023-11-08"), start=0, end=14)
    assert Meeting.objects.count() == 1
    undo_action(action, by=editor)
    days = {each.pk: each.meeting.date_value for each in MeetingReport.objects.all()}
    assert days == {report.pk: "2023-11-06", other.pk: "2023-11-08"}
    redo_action(action, by=editor)
    assert Meeting.objects.get().date_value == "2023-11-08"


def test_a_review_finished_or_reopened_goes_back(editor: User) -> None:
    article = ReviewFactory(article=MentionFactory().article).article
    start = state_of_all()
    finish_review(article, by=editor, accept_rest=True)
    finished = last()
    reopen_review(article, by=editor)
    undo_action(last(), by=editor)
    article.review.refresh_from_db()
    assert article.review.state == "reviewed"
    assert undo_action(finished, by=editor).count == 1
    assert state_of_all() == start
