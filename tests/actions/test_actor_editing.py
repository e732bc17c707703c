"""Renaming an actor, splitting it, and its posts; each can be undone."""

from dataclasses import replace
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.joining import place_report
from articles.actions.merge_proposals import refuse_proposal
from articles.actions.posts import PostFields, add_post, change_post, remove_post
from articles.actions.renaming import rename_actor
from articles.actions.splitting import Share, split_actor
from articles.actions.undoing import undo_action
from articles.exceptions import DoublePost, NothingToSplit, StaleActor
from articles.models import Action, Actor, Meeting, MeetingReport, Mention, MergeProposal, Post, PostEvidence
from tests.actions.whole_state import state_of_all
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingReportFactory,
    MentionFactory,
    PostFactory,
    StatementFactory,
)


def undo(by: User) -> None:
    undo_action(Action.objects.first_hand().standing().latest("id"), by=by)


@pytest.fixture
def two_in_one(db: None) -> Actor:
    """One actor for two people of a name: two mentions, two reports of one meeting each, two statements."""
    actor, other = ActorFactory(name="Jean Martin"), ActorFactory()
    for day in ("2023-11-06", "2023-12-06"):
        article = ArticleFactory(published_on=date.fromisoformat(day))
        mention = MentionFactory(article=article, actor=actor)
        report = MeetingReportFactory(article=article, meeting=None, actors=[actor, other], date_value=day)
        report.meeting = place_report(report)
        StatementFactory(article=article, speaker=actor)
        post = PostFactory(actor=actor, title=f"ministre {day}", since=day, until=day)
        PostEvidence.objects.create(post=post, mention=mention)
        report.participants.filter(actor=actor).update(post=post)
    return actor


def second_half(actor: Actor) -> Share:
    return Share(
        mentions=[actor.mentions.latest("pk").pk],
        reports=[MeetingReport.objects.latest("pk").pk],
        statements=[actor.statements.latest("pk").pk],
    )


def test_renaming_keeps_the_former_name_and_the_address(editor: User) -> None:
    actor = ActorFactory(name="Tony Blinken")
    start = state_of_all()
    renamed = rename_actor(actor, by=editor, name="Antony Blinken", seen="Tony Blinken")
    assert (renamed.name, renamed.slug) == ("Antony Blinken", "tony-blinken")
    assert set(actor.names.values_list("name", flat=True)) == {"Tony Blinken", "Antony Blinken"}
    with pytest.raises(StaleActor):
        rename_actor(actor, by=editor, name="Blinken", seen="Tony Blinken")
    undo(editor)
    assert state_of_all() == start


def test_split_gives_the_share_to_a_new_actor_as_decided(editor: User, two_in_one: Actor) -> None:
    share = second_half(two_in_one)
    new = split_actor(two_in_one, by=editor, name="Jean Martin (Mali)", share=share)
    for actor in (two_in_one, new):
        assert [actor.mentions.count(), actor.statements.count(), actor.posts.count(), actor.meetings.count()] == [
            1
        ] * 4
    moved = Mention.objects.get(actor=new)
    assert (moved.pk, moved.status, moved.version, moved.decided_by) == (share.mentions[0], "changed", 2, editor)
    assert new.posts.get().evidence.get().mention == moved
    assert MeetingReport.objects.get(pk=share.reports[0]).participants.get(actor=new).post == new.posts.get()
    assert set(new.names.values_list("name", flat=True)) == {"Jean Martin (Mali)", "Antony Blinken"}


def test_split_is_remembered_and_undone_to_the_letter(editor: User, two_in_one: Actor) -> None:
    start = state_of_all()
    split_actor(two_in_one, by=editor, name="Autre", share=second_half(two_in_one))
    told = MergeProposal.objects.get()
    assert (told.state, told.decided_by) == ("refused", editor)
    undo(editor)
    assert state_of_all() == start


def test_split_of_a_meeting_that_both_attended_parts_it(editor: User) -> None:
    actor, other = ActorFactory(), ActorFactory()
    for _ in range(2):
        report = MeetingReportFactory(meeting=None, actors=[actor, other], sentence="Antony Blinken")
        report.meeting = place_report(report)
    assert Meeting.objects.count() == 1
    split_actor(actor, by=editor, name="Autre", share=Share(reports=[report.pk]))
    assert {each.participants.count() for each in Meeting.objects.all()} == {2}
    assert Meeting.objects.count() == 2


def test_split_holds_the_articles_before_their_rows_as_every_edit_does(editor: User, two_in_one: Actor) -> None:
    with CaptureQueriesContext(connection) as asked:
        split_actor(two_in_one, by=editor, name="Autre", share=second_half(two_in_one))
    asked_for = [str(query["sql"]) for query in asked]
    held = [sql.split(" FROM ")[1].split()[0] for sql in asked_for if sql.startswith("SELECT") and " UPDATE" in sql]
    assert held[:4] == [f'"articles_{table}"' for table in ("actor", "article", "mention", "statement")]


def test_nothing_is_split_off_that_belongs_to_others(editor: User, two_in_one: Actor) -> None:
    with pytest.raises(NothingToSplit):
        split_actor(ActorFactory(), by=editor, name="Autre", share=second_half(two_in_one))
    assert not Actor.objects.filter(name="Autre").exists()


def test_posts_are_added_corrected_and_removed_with_the_words_that_show_them(editor: User) -> None:
    actor = ActorFactory()
    mention = MentionFactory(actor=actor)
    start = state_of_all()
    held = PostFields("ministre des Affaires étrangères", "TR", date(2023, 6, 4), None)
    post = add_post(actor, by=editor, fields=held, evidence=mention)
    mention.refresh_from_db()
    assert (post.key, post.evidence.get().mention, mention.status) == (
        "ministre des affaires etrangeres", mention, "accepted",
    )  # fmt: skip
    with pytest.raises(DoublePost):
        add_post(actor, by=editor, fields=held, evidence=mention)
    later = PostFields("ministre de la Défense", "TR", date(2023, 6, 4), date(2024, 1, 1))
    change_post(post, by=editor, fields=later, seen=held)
    with pytest.raises(StaleActor):
        remove_post(post, by=editor, seen=held)
    remove_post(post, by=editor, seen=later)
    assert not Post.objects.exists()
    for _ in range(3):
        undo(editor)
    assert state_of_all() == start


def test_readers_change_no_actor(reader: User, two_in_one: Actor) -> None:
    with pytest.raises(PermissionDenied):
        rename_actor(two_in_one, by=reader, name="Autre", seen="Jean Martin")
    with pytest.raises(PermissionDenied):
        split_actor(two_in_one, by=reader, name="Autre", share=second_half(two_in_one))


def test_refusal_to_merge_is_undone(editor: User) -> None:
    one, other = ActorFactory(), ActorFactory()
    proposal = MergeProposal.objects.create(first=one, second=other, score=0.5)
    refuse_proposal(proposal, by=editor)
    undo(editor)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by) == ("open", None)


def test_everything_done_to_a_post_is_in_the_history_of_its_actor(editor: User) -> None:
    actor, held = ActorFactory(), PostFields("ministre", "TR", date(2023, 6, 4), None)
    post = add_post(actor, by=editor, fields=held, evidence=MentionFactory(actor=actor))
    change_post(post, by=editor, fields=replace(held, until=date(2024, 6, 4)), seen=held)
    seen = PostFields.of(Post.objects.get())
    change_post(post, by=editor, fields=seen, seen=seen, evidence=MentionFactory(actor=actor))
    remove_post(post, by=editor, seen=seen)
    told = list(Action.objects.on_actor(actor.pk).values_list("verb", flat=True))
    assert told == ["remove_post", "change_post", "change_post", "add_post"]
