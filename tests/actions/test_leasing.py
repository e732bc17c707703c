from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from pytest_django import Settings

from articles.actions.leasing import hold_article, release_article, skip_article, take_next, unskip_article
from articles.actions.mentions import accept_mention
from articles.actions.reads import count_read
from articles.actions.review import finish_review
from articles.enums import QueueOrder, SkipReason
from articles.models import Article, Lease, Skip
from articles.queries.queue import QueueSpec, lease_of
from tests.factories import ArticleFactory, MentionFactory, ReviewFactory, SourceFactory

NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)
NEWEST = QueueSpec(QueueOrder.NEWEST)


def articles(number: int) -> list[Article]:
    """So many, the first the newest."""
    return [ArticleFactory(published_on=f"2023-11-{20 - each:02d}") for each in range(number)]


def test_each_editor_gets_another_article(editor: User, manager: User) -> None:
    first, second = articles(2)
    assert [take_next(NEWEST, by=by) for by in (editor, manager)] == [first, second]
    assert [lease_of(each.pk).holder for each in (first, second)] == [editor, manager]


def test_next_goes_on_to_another_and_comes_back_when_nothing_else_is_left(editor: User) -> None:
    first, second = articles(2)
    assert [take_next(NEWEST, by=editor) for _time in range(3)] == [first, second, first]


def test_an_empty_queue_gives_nothing(editor: User) -> None:
    ReviewFactory(state="reviewed", editor=editor)
    assert take_next(NEWEST, by=editor) is None


def test_readers_get_nothing_from_the_queue(reader: User) -> None:
    with pytest.raises(PermissionDenied):
        take_next(NEWEST, by=reader)


def test_a_lease_that_ran_out_is_taken_over(editor: User, manager: User, settings: Settings) -> None:
    settings.LEASE_MINUTES = 15
    (article,) = articles(1)
    with time_machine.travel(NOON, tick=False):
        take_next(NEWEST, by=editor)
    with time_machine.travel(NOON + timedelta(minutes=14), tick=False):
        assert (take_next(NEWEST, by=manager), hold_article(article.pk, by=manager)) == (None, False)
    with time_machine.travel(NOON + timedelta(minutes=15), tick=False):
        assert take_next(NEWEST, by=manager) == article
    lease = Lease.objects.get()
    assert (lease.holder, lease.since) == (manager, NOON + timedelta(minutes=15))


def test_a_decision_renews_the_lease_of_its_editor_and_of_nobody_else(editor: User, manager: User) -> None:
    (article,) = articles(1)
    mentions = [MentionFactory(article=article), MentionFactory(article=article, text="Ankara", label="GPE")]
    with time_machine.travel(NOON, tick=False):
        take_next(NEWEST, by=editor)
    for minute, by, mention in ((5, editor, mentions[0]), (9, manager, mentions[1])):
        with time_machine.travel(NOON + timedelta(minutes=minute), tick=False):
            accept_mention(mention, by=by, version=1)
    lease = Lease.objects.get()
    assert (lease.holder, lease.since, lease.until) == (editor, NOON, NOON + timedelta(minutes=20))


def test_finishing_the_review_ends_the_lease(editor: User) -> None:
    (article,) = articles(1)
    take_next(NEWEST, by=editor)
    finish_review(article, by=editor)
    assert list(Lease.objects.all()) == []


def test_an_article_given_back_is_free_at_once(editor: User, manager: User) -> None:
    (article,) = articles(1)
    take_next(NEWEST, by=editor)
    release_article(article, by=manager)
    assert take_next(NEWEST, by=manager) is None
    release_article(article, by=editor)
    assert take_next(NEWEST, by=manager) == article


def test_who_skips_an_article_gets_it_no_more_but_others_do(editor: User, manager: User) -> None:
    first, second = articles(2)
    take_next(NEWEST, by=editor)
    skip_article(first, by=editor, reason=SkipReason.HARD)
    skip_article(first, by=editor, reason=SkipReason.OTHER, words=" cousin of mine ")
    assert list(Skip.objects.values_list("reason", "words")) == [("other", "cousin of mine")]
    assert [take_next(NEWEST, by=by) for by in (editor, manager)] == [second, first]
    release_article(first, by=manager)
    unskip_article(first, by=editor)
    assert take_next(NEWEST, by=editor) == first


def test_need_is_what_the_editor_says_it_is(editor: User) -> None:
    plain, read, doubtful = articles(3)
    MentionFactory(article=doubtful, confidence=0.2)
    MentionFactory(article=plain, confidence=0.99)
    count_read(read.pk)
    with time_machine.travel(datetime.now(tz=UTC) - timedelta(days=40), tick=False):
        for _time in range(5):
            count_read(doubtful.pk)
    found = {}
    for order in QueueOrder:
        found[order] = take_next(QueueSpec(order), by=editor)
        Lease.objects.all().delete()
    assert found == {QueueOrder.DOUBT: doubtful, QueueOrder.READ: read, QueueOrder.NEWEST: plain}


def test_the_queue_keeps_to_one_source(editor: User) -> None:
    articles(1)
    other = ArticleFactory(source=SourceFactory(name="Autre"))
    wanted = QueueSpec(QueueOrder.NEWEST, other.source)
    assert [take_next(wanted, by=editor), take_next(wanted, by=editor)] == [other, other]
