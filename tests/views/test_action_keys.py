"""A change sent with a key: once however often it is sent, refused where the key was used for something else."""

import json
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.actions.mentions import change_mention
from articles.actions.reports import reject_report
from articles.actions.statements import reject_statement
from articles.models import Action, MeetingReport, Mention, Statement
from tests.factories import ArticleFactory, MeetingReportFactory, MentionFactory, ReviewFactory, StatementFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def mention(db: None) -> Mention:
    return MentionFactory()


def accept(mention: Mention) -> str:
    return reverse("mention-accept", args=[mention.pk])


@pytest.mark.parametrize("by_header", [True, False])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_decision_sent_twice_is_made_once(
    desk: Client, mention: Mention, headers: dict[str, str], by_header: bool
) -> None:
    key = str(uuid4())
    fields = {"version": 1} if by_header else {"version": 1, "action": key}
    headers = {**headers, "X-Action": key} if by_header else headers
    first = desk.post(accept(mention), fields, headers=headers)
    second = desk.post(accept(mention), fields, headers=headers)
    assert [(each.headers["X-Action"], each.headers["X-Action-State"]) for each in (first, second)] == [
        (key, "done"), (key, "repeated"),
    ]  # fmt: skip
    assert first.status_code == second.status_code == (200 if "HX-Request" in headers else 302)
    mention.refresh_from_db()
    assert (mention.status, mention.version, Action.objects.count()) == ("accepted", 2, 1)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_other_content_or_another_person_under_the_same_key_is_refused(
    desk: Client, manager: User, mention: Mention, headers: dict[str, str]
) -> None:
    key = str(uuid4())
    desk.post(accept(mention), {"version": 1, "action": key}, headers=headers)
    relabel = reverse("mention-relabel", args=[mention.pk])
    refused = desk.post(relabel, {"version": 2, "label": "ORG", "action": key}, headers=headers)
    desk.force_login(manager)
    other = desk.post(accept(mention), {"version": 1, "action": key}, headers=headers)
    for response in (refused, other):
        assert (response.status_code, "X-Action" in response.headers) == (409, False)
        assert 'role="alert"' in response.content.decode()
    mention.refresh_from_db()
    assert (mention.label, mention.version) == ("PER", 2)


def test_refused_change_names_no_action(desk: Client, mention: Mention) -> None:
    response = desk.post(accept(mention), {"version": 7, "action": str(uuid4())}, headers=HTMX)
    assert (response.status_code, "X-Action" in response.headers, Action.objects.count()) == (409, False, 0)


def test_key_that_is_none_is_passed_over(desk: Client, mention: Mention) -> None:
    response = desk.post(accept(mention), {"version": 1, "action": "no key"}, headers=HTMX)
    assert (response.status_code, "X-Action" in response.headers, Action.objects.count()) == (200, False, 1)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_other_changes_sent_twice_lead_to_the_page_they_were_made_on(desk: Client, headers: dict[str, str]) -> None:
    article = ReviewFactory(article=ArticleFactory(), state="reviewed", editor=User.objects.get()).article
    fields = {"action": str(uuid4())}
    desk.post(reverse("review-reopen", args=[article.pk]), fields, headers=headers)
    again = desk.post(reverse("review-reopen", args=[article.pk]), fields, headers=headers)
    assert again.headers["X-Action-State"] == "repeated"
    assert again.headers["HX-Redirect" if headers else "Location"] == reverse("article-annotate", args=[article.pk])
    assert Action.objects.count() == 1


def test_repeated_decision_is_answered_with_the_version_it_led_to(
    desk: Client, manager: User, mention: Mention
) -> None:
    """What waits behind it builds on that, so that what somebody else did since is told and not overwritten."""
    fields = {"version": 1, "action": str(uuid4())}
    desk.post(accept(mention), fields, headers=HTMX)
    mention.refresh_from_db()
    change_mention(mention, by=manager, version=2, label="ORG")
    again = desk.post(accept(mention), fields, headers=HTMX)
    assert json.loads(again.headers["HX-Trigger-After-Settle"])["mention:decided"]["version"] == 2


@pytest.mark.parametrize("kind", ["report", "statement"])
def test_repeated_decision_on_a_card_is_answered_with_the_version_it_led_to(
    desk: Client, manager: User, kind: str
) -> None:
    row: MeetingReport | Statement = MeetingReportFactory() if kind == "report" else StatementFactory()
    address = reverse(f"{kind}-accept", args=[row.pk])
    fields = {"version": 1, "action": str(uuid4())}
    desk.post(address, fields, headers=HTMX)
    if isinstance(row, MeetingReport):
        reject_report(row, by=manager, version=2)
    else:
        reject_statement(row, by=manager, version=2)
    again = desk.post(address, fields, headers=HTMX)
    saved = json.loads(again.headers["HX-Trigger-After-Settle"])["row:saved"]
    assert (again.headers["X-Action-State"], saved["version"], saved["status"]) == ("repeated", 2, "rejected")


def test_repeated_correction_of_a_statement_is_answered_with_the_version_it_led_to(desk: Client, manager: User) -> None:
    statement = StatementFactory(quote="partons", article=ArticleFactory(text="« Nous partons », a-t-il dit."))
    address = reverse("statement-change", args=[statement.pk])
    fields = {"version": 1, "quote": "Nous partons", "action": str(uuid4())}
    desk.post(address, fields, headers=HTMX)
    reject_statement(statement, by=manager, version=2)
    again = desk.post(address, fields, headers=HTMX)
    assert json.loads(again.headers["HX-Trigger-After-Settle"])["row:saved"]["version"] == 2
