import json

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Mention
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, MentionFactory, StatementFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def url(name: str, row: object) -> str:
    return reverse(name, args=[row.pk])  # type: ignore[attr-defined]


def test_page_sends_strangers_to_the_login_and_refuses_readers(client: Client, reader: User) -> None:
    page = url("article-annotate", ArticleFactory())
    assert client.get(page).headers["Location"] == f"{reverse('login')}?next={page}"
    client.force_login(reader)
    assert client.get(page).status_code == 403


def test_page_shows_the_first_proposal_and_the_cards(desk: Client) -> None:
    mention = MentionFactory()
    report = MeetingReportFactory(article=mention.article, actors=[ActorFactory(), ActorFactory()])
    statement = StatementFactory(article=mention.article)
    html = desk.get(url("article-annotate", mention.article)).content.decode()
    for piece in (f'data-mention="{mention.pk}"', f'id="report-{report.pk}"', f'id="statement-{statement.pk}"'):
        assert piece in html


@pytest.mark.parametrize("verb", ["accept", "reject", "restore", "relabel", "move", "details", "link"])
def test_decisions_are_posts_of_editors_on_mentions_that_exist(client: Client, reader: User, verb: str) -> None:
    mention = MentionFactory()
    assert client.post(url(f"mention-{verb}", mention)).status_code == 302
    client.force_login(reader)
    assert client.post(url(f"mention-{verb}", mention), {"version": 1}).status_code == 403
    assert client.get(url(f"mention-{verb}", mention)).status_code == 405
    reader.is_superuser = True
    reader.save()
    assert client.post(reverse(f"mention-{verb}", args=[mention.pk + 1]), {"version": 1}).status_code == 404
    mention.refresh_from_db()
    assert mention.version == 1


def test_accept_without_javascript_leads_to_the_next_proposal(desk: Client) -> None:
    mention = MentionFactory()
    following = MentionFactory(article=mention.article, text="Ankara", label="GPE")
    response = desk.post(url("mention-accept", mention), {"version": 1})
    page = url("article-annotate", mention.article)
    assert response.headers["Location"] == f"{page}?mention={following.pk}#m-{following.pk}"


def test_accept_by_htmx_answers_the_panel_and_says_what_changed(desk: Client) -> None:
    mention = MentionFactory()
    response = desk.post(url("mention-accept", mention), {"version": 1}, headers=HTMX)
    told = json.loads(response.headers["HX-Trigger-After-Settle"])["mention:decided"]
    assert told == {
        "pk": mention.pk, "version": 2, "start": 0, "end": 14, "label": "PER", "letter": "P", "status": "accepted",
        "sure": None, "doubtful": False, "title": "Personne, accepté", "actor": "", "slug": "", "place": "",
        "value": "", "show": 0,
    }  # fmt: skip
    html = response.content.decode()
    assert "<html" not in html
    assert 'id="progress"' in html


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_stale_decision_is_a_conflict_that_shows_both_versions(desk: Client, headers: dict[str, str]) -> None:
    mention = MentionFactory(label="LOC")
    desk.post(url("mention-relabel", mention), {"version": 1, "label": "GPE"})
    response = desk.post(url("mention-relabel", mention), {"version": 1, "label": "ORG"}, headers=headers)
    stale = response.content.decode().partition('class="stale"')[2].partition("</dl>")[0]
    assert response.status_code == 409
    assert [label in stale for label in ("LOC", "ORG", "GPE")] == [True, True, True]
    assert Mention.objects.get().label == "GPE"


def test_bad_date_value_is_told_and_changes_nothing(desk: Client) -> None:
    mention = MentionFactory(label="DATE")
    response = desk.post(url("mention-details", mention), {"version": 1, "value": "hier"}, headers=HTMX)
    assert (response.status_code, 'class="errorlist"' in response.content.decode()) == (200, True)
    assert Mention.objects.get().version == 1


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_overlap_names_the_other_mention(desk: Client, headers: dict[str, str]) -> None:
    mention = MentionFactory()
    data = {"words": "Blinken", "label": "PER"}
    response = desk.post(url("mention-add", mention.article), data, headers=headers)
    assert "« Antony Blinken »" in response.content.decode()
    assert Mention.objects.count() == 1


def test_typed_words_become_a_mention(desk: Client) -> None:
    article = ArticleFactory()
    desk.post(url("mention-add", article), {"words": "Hakan Fidan", "occurrence": 1, "label": "PER"})
    assert list(article.mentions.values_list("text", "label", "status")) == [("Hakan Fidan", "PER", "added")]


def test_report_is_corrected_by_its_form(desk: Client) -> None:
    ActorFactory(name="Carla")
    report = MeetingReportFactory(actors=[ActorFactory(name="Anna"), ActorFactory(name="Bert")])
    data = {"version": 1, "participants": "anna\nCARLA", "kind": "call", "status": "held", "date_value": "2023-11"}
    response = desk.post(url("report-change", report), data, headers=HTMX)
    report.refresh_from_db()
    assert (response.status_code, report.kind, report.date_value, report.status) == (200, "call", "2023-11", "changed")
    assert [each.actor.name for each in report.participants.all()] == ["Anna", "Carla"]


def test_report_form_takes_host_visitor_and_topics_in_the_words_of_the_article(desk: Client) -> None:
    anna, bert = ActorFactory(name="Anna Lind"), ActorFactory(name="Bert Moe")
    article = ArticleFactory(text="Anna Lind a reçu Bert Moe pour parler de la pêche\nau large.")
    report = MeetingReportFactory(article=article, actors=[anna, bert])
    entered = {"participants": "Anna Lind\nBert Moe", "kind": "in_person", "status": "held", "version": 1}
    more = {"hosts": "Anna Lind", "visitors": "Bert Moe", "topics": "la pêche au large"}

    desk.post(url("report-change", report), {**entered, **more}, headers=HTMX)
    again = desk.get(url("report-edit", report), headers=HTMX).content.decode()

    start = article.text.index("la pêche")
    assert list(report.evidence.values_list("field", "start", "end")) == [("topic", start, start + 17)]
    assert dict(report.participants.values_list("actor__name", "part")) == {"Anna Lind": "host", "Bert Moe": "visitor"}
    assert "la pêche au large</textarea>" in again


@pytest.mark.parametrize(
    ("field", "entered"),
    [("topics", "la chasse"), ("hosts", "Eva Sund"), ("visitors", "Anna Lind")],
)
def test_report_form_refuses_what_the_article_or_the_participants_do_not_bear_out(
    desk: Client, field: str, entered: str
) -> None:
    people = [ActorFactory(name="Anna Lind"), ActorFactory(name="Bert Moe")]
    ActorFactory(name="Eva Sund")
    report = MeetingReportFactory(article=ArticleFactory(text="Anna Lind a vu Bert Moe."), actors=people)
    told = {"participants": "Anna Lind\nBert Moe", "kind": "call", "status": "held", "version": 1, "hosts": "Anna Lind"}

    html = desk.post(url("report-change", report), {**told, field: entered}, headers=HTMX).content.decode()

    report.refresh_from_db()
    assert (report.version, f'id="report-{report.pk}-{field}_error"' in html) == (1, True)


def test_report_form_keeps_what_was_entered_with_its_error(desk: Client) -> None:
    report = MeetingReportFactory(actors=[ActorFactory(name="Anna"), ActorFactory(name="Bert")])
    data = {"version": 1, "participants": "Anna\nNobody Known", "kind": "call", "status": "held"}
    html = desk.post(url("report-change", report), data, headers=HTMX).content.decode()
    assert "Nobody Known</textarea>" in html
    report.refresh_from_db()
    assert report.version == 1


def test_long_sentence_may_prove_a_meeting(desk: Client) -> None:
    text = "Anna a vu Bert " + "et puis " * 200 + "voilà."
    article = ArticleFactory(text=text)
    ActorFactory(name="Anna")
    ActorFactory(name="Bert")
    data = {"participants": "Anna\nBert", "kind": "call", "status": "held", "words": text}
    response = desk.post(url("report-add", article), data)
    assert (response.status_code, article.meeting_reports.count()) == (302, 1)


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000])
def test_number_no_row_has_is_not_found(desk: Client, number: str) -> None:
    article = ArticleFactory()
    assert desk.get(url("article-annotate", article), {"mention": number}).status_code == 404
