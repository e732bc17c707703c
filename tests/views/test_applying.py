"""One decision for all mentions of the same words, after a look at which they are."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.actions.mentions import accept_mention, change_mention, reject_mention
from articles.enums import Scope, ToApply
from articles.models import Action, ImportBatch, Mention
from articles.queries.alike import Wish, alike
from tests.actions.whole_state import state_of_all
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, ReviewFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def mention(db: None) -> Mention:
    """The same words twice in one article, once in another of the import, once elsewhere, once with another label."""
    batch = ImportBatch.objects.create()
    here, beside = (
        ReviewFactory(article=ArticleFactory(batch=batch, text=f"Fidan et Fidan, {n}")).article for n in "12"
    )
    found = MentionFactory(article=here, text="Fidan")
    MentionFactory(article=here, text="Fidan", start=9)
    MentionFactory(article=beside, text="Fidan")
    MentionFactory(article=beside, text="Fidan", start=9, label="ORG")
    MentionFactory(article=ArticleFactory(), text="Fidan")
    MentionFactory(article=here, text="et", label="ORG")
    return found


def url(name: str, *args: object) -> str:
    return reverse(name, args=args)


def wish(**fields: object) -> dict[str, object]:
    return {"what": "accept", "scope": "article", "same_label": "on", **fields}


def listed(desk: Client, mention: Mention, **fields: object) -> list[Mention]:
    return list(desk.get(url("alike-list", mention.pk), wish(**fields)).context["found"].rows)


def ticks(rows: list[Mention]) -> list[str]:
    return [f"{row.pk}:{row.version}" for row in rows]


@pytest.mark.parametrize(
    ("scope", "same_label", "count"),
    [("article", "on", 2), ("import", "on", 3), ("import", "", 4), ("collection", "on", 4), ("collection", "", 5)],
)
def test_list_reaches_as_far_as_asked(desk: Client, mention: Mention, scope: str, same_label: str, count: int) -> None:
    assert len(listed(desk, mention, scope=scope, same_label=same_label)) == count


def test_no_more_rows_are_read_than_are_listed(mention: Mention, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.queries.alike.LISTED", 2)
    with CaptureQueriesContext(connection) as queries:
        found = alike(mention, Wish(ToApply.ACCEPT, Scope.COLLECTION))
    assert (len(found.rows), found.more) == (2, 2)
    assert [query["sql"].endswith("LIMIT 2") for query in queries.captured_queries] == [True, False]


@pytest.mark.parametrize("what", ToApply)
def test_rows_that_are_as_wished_already_are_not_listed(mention: Mention, manager: User, what: ToApply) -> None:
    """By a person's word: a proposal that happens to be so is still one."""
    anna = ActorFactory(name="Anna Lind")
    made = Wish(what, Scope.COLLECTION, same_label=False, label="PER", actor=anna)
    as_wished, other, rejected, *_ = alike(mention, made).rows
    for row in (as_wished, other):
        change_mention(row, by=manager, version=1, label="PER", actor=anna if row == as_wished else None)
    reject_mention(rejected, by=manager, version=1)
    gone = {
        ToApply.ACCEPT: {as_wished, other},
        ToApply.REJECT: {rejected},
        ToApply.RELABEL: {as_wished, other},
        ToApply.LINK: {as_wished},
    }
    left = set(alike(mention, made).rows)
    assert {as_wished, other, rejected} - left == gone[what]


def test_what_people_decided_is_shown_and_not_ticked(desk: Client, manager: User, mention: Mention) -> None:
    reject_mention(Mention.objects.get(article=mention.article, start=9), by=manager, version=1)
    html = desk.get(url("alike-list", mention.pk), wish(), headers=HTMX).content.decode()
    assert (html.count('name="rows"'), html.count("checked>"), "manager" in html) == (2, 1, True)
    accept_mention(mention, by=manager, version=1)
    assert [row.status for row in listed(desk, mention)] == ["rejected"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"what": "accept"}, ("accepted", "PER", None)),
        ({"what": "reject"}, ("rejected", "PER", None)),
        ({"what": "relabel", "label": "ORG"}, ("changed", "ORG", None)),
        ({"what": "link", "actor": "Hakan Fidan"}, ("changed", "PER", "Hakan Fidan")),
    ],
)
def test_all_are_changed_at_once_and_undone_at_once(
    desk: Client, mention: Mention, fields: dict[str, str], expected: tuple[str, str, str | None]
) -> None:
    ActorFactory(name="Hakan Fidan")
    start = state_of_all()
    rows = listed(desk, mention, scope="import", **fields)
    desk.post(url("alike-apply", mention.pk), {**wish(scope="import", **fields), "rows": ticks(rows)})
    changed = Mention.objects.filter(pk__in=[row.pk for row in rows]).select_related("actor")
    assert {(row.status, row.label, row.actor.name if row.actor else None) for row in changed} == {expected}
    assert (len(rows), Mention.objects.filter(status="proposed").count()) == (3, 3)
    action = Action.objects.get()
    assert (action.verb, len(action.articles)) == ("apply", 2)
    desk.post(url("article-undo", mention.article_id))
    assert state_of_all() == start


def test_undo_takes_back_what_still_stands(desk: Client, manager: User, mention: Mention) -> None:
    desk.post(url("alike-apply", mention.pk), {**wish(), "rows": ticks(listed(desk, mention))})
    reject_mention(mention, by=manager, version=2)
    response = desk.post(url("article-undo", mention.article_id), headers=HTMX)
    assert "a changé depuis" in response.content.decode()
    statuses = Mention.objects.filter(article=mention.article, text="Fidan").order_by("start")
    assert list(statuses.values_list("status", flat=True)) == ["rejected", "proposed"]


def test_nothing_is_applied_when_a_row_changed_since(desk: Client, manager: User, mention: Mention) -> None:
    rows = ticks(listed(desk, mention))
    accept_mention(mention, by=manager, version=1)
    response = desk.post(url("alike-apply", mention.pk), {**wish(what="reject"), "rows": rows})
    assert response.status_code == 409
    assert not Mention.objects.filter(status="rejected").exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"rows": []},
        {"rows": ["x:1"]},
        {"rows": ["1"]},
        {"what": "relabel", "rows": ["1:1"]},
        {"what": "link", "actor": "Personne", "rows": ["1:1"]},
        {"scope": "world", "rows": ["1:1"]},
    ],
)
def test_what_is_wrong_is_said(desk: Client, mention: Mention, fields: dict[str, object]) -> None:
    response = desk.post(url("alike-apply", mention.pk), wish(**fields))
    assert (response.status_code, 'role="alert"' in response.content.decode()) == (200, True)
    assert not Action.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_same_number_of_queries(
    desk: Client, mention: Mention, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        MentionFactory(article=ArticleFactory(text=f"Fidan {number}"), text="Fidan")
    with django_assert_num_queries(4):
        desk.get(url("alike-list", mention.pk), wish(scope="collection"), headers=HTMX)


def test_applying_is_for_editors(client: Client, reader: User, mention: Mention) -> None:
    for name, ask in (("alike-list", client.get), ("alike-apply", client.post)):
        assert ask(url(name, mention.pk)).headers["Location"].startswith(reverse("login"))
    client.force_login(reader)
    assert client.get(url("alike-list", mention.pk)).status_code == 403
    assert client.post(url("alike-apply", mention.pk)).status_code == 403
