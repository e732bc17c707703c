"""History pages, restoring one row, and an article as it was."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.actions.linking import create_actor
from articles.actions.mentions import accept_mention, add_mention, change_mention, reject_mention
from articles.actions.merging import merge_actors
from articles.actions.reports import ReportFields, add_report, change_report
from articles.actions.undoing import undo_action
from articles.models import Action, Actor, Article, Decision, Meeting, Mention
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, PipelineRunFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def article(db: None) -> Article:
    return ArticleFactory()


def url(name: str, *args: object) -> str:
    return reverse(name, args=args)


def told(desk: Client, address: str) -> list[tuple[str, list[tuple[str, list[tuple[str, str, str]]]]]]:
    """The entries of a history page: what was done, and row by row what stood before and after."""
    return [
        (
            entry.action.verb,
            [(line.what, [(each.name, each.before, each.after) for each in line.differences]) for line in entry.lines],
        )
        for entry, _ in desk.get(address).context["entries"]
    ]


def test_history_of_an_article_tells_before_and_after_in_words(desk: Client, editor: User, article: Article) -> None:
    mention = MentionFactory(article=article)
    create_actor(mention, by=editor, version=1, name="A. Blinken")
    reject_mention(mention, by=editor, version=2)
    undo_action(Action.objects.latest("id"), by=editor)
    rejected = ("« Antony Blinken »", [("décision", "corrigé", "rejeté")])
    restored = ("« Antony Blinken »", [("décision", "rejeté", "corrigé")])
    undone, rejection, link = told(desk, url("article-history", article.pk))
    assert (undone, rejection) == (("undo", [restored]), ("reject", [rejected]))
    assert link[0] == "link"
    assert ("« Antony Blinken »", [("décision", "proposé", "corrigé"), ("désigne", "", "A. Blinken")]) in link[1]
    html = desk.get(url("article-history", article.pk)).content.decode()
    assert ("<del>corrigé</del> → <ins>rejeté</ins>" in html, "editor" in html) == (True, True)


def test_history_of_an_actor_and_a_meeting(desk: Client, editor: User, article: Article) -> None:
    people = [ActorFactory(name="Anna"), ActorFactory(name="Karim"), ActorFactory(name="Anna Lind")]
    fields = ReportFields(participants=tuple(people[:2]), kind="in_person", status="held", date_value="2023-11-06")
    add_report(article, by=editor, fields=fields, start=0, end=5)
    merge_actors(people[2], people[0], by=editor)
    assert [verb for verb, _ in told(desk, url("actor-history", "anna-lind"))] == ["merge"]
    assert ("Anna", [("réuni à", "", "Anna Lind")]) in told(desk, url("actor-history", "anna"))[0][1]
    meeting = Meeting.objects.get()
    assert [verb for verb, _ in told(desk, url("meeting-history", meeting.pk))] == ["merge", "add"]
    assert desk.get(url("meeting-history", meeting.pk + 1)).status_code == 404


def test_undo_is_offered_to_whoever_may(client: Client, editor: User, manager: User, article: Article) -> None:
    accept_mention(MentionFactory(article=article), by=manager, version=1)
    address = url("action-undo", Action.objects.get().key)
    for user, offered in ((editor, False), (manager, True)):
        client.force_login(user)
        assert (address in client.get(url("article-history", article.pk)).content.decode()) is offered


@pytest.mark.parametrize("count", [1, 10])
def test_history_asks_the_same_number_of_queries(
    desk: Client, editor: User, article: Article, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    mention = MentionFactory(article=article)
    for version in range(count):
        change_mention(mention, by=editor, version=version + 1, label=("ORG", "PER")[version % 2])
    with django_assert_num_queries(9):
        desk.get(url("article-history", article.pk))


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_one_row_is_restored_to_what_stood_before_a_decision(
    desk: Client, editor: User, article: Article, headers: dict[str, str]
) -> None:
    mention = MentionFactory(article=article)
    for version, label in ((1, "ORG"), (2, "GPE"), (3, "LOC")):
        change_mention(mention, by=editor, version=version, label=label)
    decision = Decision.objects.get(before__label="ORG")
    fields = {"seen": Action.objects.latest("id").pk, "next": url("article-history", article.pk)}
    response = desk.post(url("decision-restore", decision.pk), fields, headers=headers)
    mention.refresh_from_db()
    assert (response.status_code, mention.label, mention.version) == (200 if headers else 302, "ORG", 5)
    response = desk.post(url("decision-restore", decision.pk), fields, headers=HTMX)
    assert response.status_code == 409


def test_a_report_is_restored_with_its_participants(desk: Client, editor: User, article: Article) -> None:
    one, two, three = (ActorFactory() for _ in range(3))
    fields = ReportFields(participants=(one, two), kind="in_person", status="held", date_value="2023-11-06")
    report = add_report(article, by=editor, fields=fields, start=0, end=5)
    other = ReportFields(participants=(one, three), kind="call", status="held")
    change_report(report, by=editor, version=1, fields=other)
    decision = Decision.objects.get(verb="change")
    desk.post(url("decision-restore", decision.pk), {"seen": Action.objects.latest("id").pk})
    report.refresh_from_db()
    who = set(report.participants.values_list("actor", flat=True))
    assert (report.kind, who) == ("in_person", {one.pk, two.pk})
    assert set(Meeting.objects.get().participants.all()) == {one, two}


def test_article_is_shown_as_it_was(desk: Client, editor: User, article: Article) -> None:
    mention = MentionFactory(article=article)
    accept_mention(mention, by=editor, version=1)
    add_mention(article, by=editor, start=27, end=38, label="PER")
    change_mention(mention, by=editor, version=2, label="ORG", start=0, end=6)
    late = PipelineRunFactory()
    MentionFactory(article=article, text="Ankara", label="GPE", run=late)
    now = timezone.now()
    for days, action in zip((3, 2, 1), Action.objects.order_by("id"), strict=True):
        Action.objects.filter(pk=action.pk).update(at=now - timedelta(days=days))
    mention.run.__class__.objects.filter(pk=mention.run_id).update(started_at=now - timedelta(days=9))
    seen = {}
    for hours in (80, 60, 36, 12):
        page = desk.get(url("article-as-of", article.pk), {"as_of": (now - timedelta(hours=hours)).isoformat()})
        seen[hours] = [(each.text, each.label, each.status) for each in page.context["earlier"].mentions]
    assert seen == {
        80: [("Antony Blinken", "PER", "proposed")],
        60: [("Antony Blinken", "PER", "accepted")],
        36: [("Antony Blinken", "PER", "accepted"), ("Hakan Fidan", "PER", "added")],
        12: [("Antony", "ORG", "changed"), ("Hakan Fidan", "PER", "added")],
    }
    assert 'class="ORG"' in page.content.decode()
    assert desk.get(url("article-as-of", article.pk), {"as_of": "2023-13-01"}).context["moment"] is None


@pytest.mark.parametrize("name", ["article-history", "actor-history", "meeting-history"])
def test_history_is_for_editors(client: Client, reader: User, article: Article, name: str) -> None:
    address = url(name, ActorFactory().slug if name == "actor-history" else article.pk)
    assert client.get(address).headers["Location"].startswith(reverse("login"))
    client.force_login(reader)
    assert client.get(address).status_code == 403
    assert (Actor.objects.count(), Mention.objects.count()) == (int(name == "actor-history"), 0)


def test_moments_that_no_clock_can_tell_are_none(desk: Client, article: Article) -> None:
    for moment in ("9999-12-31T23:30:00Z", "0001-01-01T00:00:00+10:00"):
        assert desk.get(url("article-as-of", article.pk), {"as_of": moment}).context["moment"] is None


def test_meeting_of_an_impossible_number_has_no_history(desk: Client) -> None:
    assert desk.get(url("meeting-history", 10**19)).status_code == 404


def test_undoing_an_earlier_merge_of_a_chain_is_refused(desk: Client, editor: User) -> None:
    one, two, three = (ActorFactory() for _ in range(3))
    merge_actors(one, two, by=editor)
    merge_actors(three, one, by=editor)
    first = Action.objects.order_by("pk").first()
    assert first is not None
    response = desk.post(url("action-undo", first.key), headers=HTMX)
    assert (response.status_code, Actor.objects.get(pk=two.pk).merged_into_id) == (409, one.pk)
