"""Many editors who ask the queue at once, on connections of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection, transaction

from articles.actions.leasing import hold_article, take_next
from articles.actions.locks import lock_article
from articles.enums import QueueOrder
from articles.models import Lease
from articles.permissions import EDITORS
from articles.queries.queue import QueueSpec
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db(transaction=True)
NEWEST = QueueSpec(QueueOrder.NEWEST)


def editors(number: int) -> list[User]:
    group = Group.objects.get_or_create(name=EDITORS)[0]
    users = [User.objects.create_user(f"editor-{each}") for each in range(number)]
    group.user_set.add(*users)
    return users


def test_two_editors_never_get_the_same_article() -> None:
    """Eight editors take five articles each, all at once, from a queue of forty."""
    for _each in range(40):
        ArticleFactory()
    users = editors(8)
    start = Barrier(len(users))

    def work(user: User) -> list[int]:
        try:
            start.wait(timeout=20)
            return [article.pk for _time in range(5) if (article := take_next(NEWEST, by=user))]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(users)) as pool:
        taken = list(pool.map(work, users))
    every = [pk for mine in taken for pk in mine]
    assert (len(every), len(set(every))) == (40, 40)
    held = {(lease.holder.username, lease.article_id) for lease in Lease.objects.select_related("holder")}
    assert held == {(user.username, pk) for user, mine in zip(users, taken, strict=True) for pk in mine}


def test_of_many_who_want_one_article_one_gets_it() -> None:
    article = ArticleFactory()
    users = editors(8)
    start = Barrier(len(users))

    def work(user: User) -> bool:
        try:
            start.wait(timeout=20)
            return hold_article(article.pk, by=user)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(users)) as pool:
        assert sorted(pool.map(work, users)) == [False] * 7 + [True]


def test_an_article_that_somebody_is_writing_to_is_passed_by_without_waiting() -> None:
    first, second = ArticleFactory(published_on="2023-11-07"), ArticleFactory(published_on="2023-11-06")
    (user,) = editors(1)

    def take() -> object:
        try:
            return take_next(NEWEST, by=user)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        lock_article(first.pk)
        assert pool.submit(take).result(timeout=20) == second
