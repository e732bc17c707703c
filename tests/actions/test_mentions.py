from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.actions.mentions import accept_mention, add_mention, change_mention, reject_mention, restore_mention
from articles.enums import AnnotationStatus
from articles.exceptions import InvalidSpan, NothingToUndo, OverlappingMention, StaleEdit
from articles.models import Decision, Mention
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, ReviewFactory


@time_machine.travel(datetime(2024, 5, 1, 10, tzinfo=UTC), tick=False)
def test_accept_keeps_the_state_before_and_after(editor: User) -> None:
    mention = MentionFactory()
    accepted = accept_mention(mention, by=editor, version=1)
    decision = Decision.objects.get()
    assert (decision.by, decision.verb, decision.mention) == (editor, "accept", mention)
    changed = {name for name in decision.after if decision.before[name] != decision.after[name]}
    assert changed == {"status", "decided_by_id", "decided_at", "version"}
    assert decision.before["status"] == "proposed"
    assert (accepted.status, accepted.version, accepted.decided_by) == ("accepted", 2, editor)
    assert accepted.decided_at == datetime(2024, 5, 1, 10, tzinfo=UTC)


def test_reader_changes_nothing(reader: User) -> None:
    mention = MentionFactory()
    with pytest.raises(PermissionDenied):
        accept_mention(mention, by=reader, version=1)
    assert (Mention.objects.get().status, Decision.objects.count()) == ("proposed", 0)


def test_stale_edit_is_refused_with_the_current_row(editor: User, manager: User) -> None:
    mention = MentionFactory()
    change_mention(mention, by=manager, version=1, label="ORG")
    with pytest.raises(StaleEdit) as stale:
        reject_mention(mention, by=editor, version=1)
    assert (stale.value.current.label, stale.value.current.version) == ("ORG", 2)
    assert Mention.objects.get().status == AnnotationStatus.CHANGED


def test_change_drops_what_no_longer_fits_the_label(editor: User) -> None:
    mention = MentionFactory(actor=ActorFactory())
    changed = change_mention(mention, by=editor, version=1, label="ORG")
    assert (changed.label, changed.actor, changed.status) == ("ORG", None, "changed")


def test_change_of_boundaries_copies_the_words_again(editor: User) -> None:
    mention = MentionFactory(text="Antony")
    changed = change_mention(mention, by=editor, version=1, end=14)
    assert (changed.start, changed.end, changed.text) == (0, 14, "Antony Blinken")


def test_overlap_names_the_other_mention_and_changes_nothing(editor: User) -> None:
    mention = MentionFactory()
    with pytest.raises(OverlappingMention) as overlap:
        add_mention(mention.article, by=editor, start=7, end=14, label="PER")
    assert overlap.value.other == mention
    assert list(Mention.objects.all()) == [mention]


def test_words_of_a_rejected_mention_are_free(editor: User) -> None:
    mention = MentionFactory()
    reject_mention(mention, by=editor, version=1)
    added = add_mention(mention.article, by=editor, start=7, end=14, label="PER")
    assert (added.text, added.status, added.run, added.version) == ("Blinken", "added", None, 1)
    assert Decision.objects.get(mention=added).before is None
    with pytest.raises(OverlappingMention):
        restore_mention(mention, by=editor, version=2)


@pytest.mark.parametrize(("start", "end"), [(6, 14), (0, 7), (5, 5), (9, 3), (0, 5000), (-3, 4)])
def test_span_that_is_none_is_refused(editor: User, start: int, end: int) -> None:
    article = ArticleFactory()
    with pytest.raises(InvalidSpan):
        add_mention(article, by=editor, start=start, end=end, label="PER")
    assert not Mention.objects.exists()


def test_restore_takes_the_last_decision_back_and_again(editor: User) -> None:
    mention = MentionFactory()
    reject_mention(mention, by=editor, version=1)
    restored = restore_mention(mention, by=editor, version=2)
    assert (restored.status, restored.decided_by, restored.decided_at) == ("proposed", None, None)
    assert restore_mention(mention, by=editor, version=3).status == AnnotationStatus.REJECTED


def test_restore_of_an_added_mention_rejects_it(editor: User) -> None:
    added = add_mention(ArticleFactory(), by=editor, start=0, end=14, label="PER")
    assert restore_mention(added, by=editor, version=1).status == AnnotationStatus.REJECTED


def test_restore_without_a_decision_is_refused(editor: User) -> None:
    with pytest.raises(NothingToUndo):
        restore_mention(MentionFactory(), by=editor, version=1)


@pytest.mark.parametrize(("state", "then"), [("pre_annotated", "in_review"), ("reviewed", "reopened")])
def test_first_decision_moves_the_review(editor: User, state: str, then: str) -> None:
    mention = MentionFactory()
    review = ReviewFactory(article=mention.article, state=state, editor=editor)
    accept_mention(mention, by=editor, version=1)
    review.refresh_from_db()
    assert review.state == then
    assert Decision.objects.values("action").distinct().count() == 1
