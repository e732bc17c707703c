"""Deciding on meetings that may be one, by keyboard: the cursor is never lost, and the page is never stale."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from articles.actions.joining import place_report
from articles.models import Meeting, MeetingProposal, MeetingReport, MeetingVerdict
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, PlaceFactory, SourceFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

JOINS = "/meetings/joins/"


@pytest.fixture
def reports() -> list[MeetingReport]:
    """Two articles that name two days for one talk."""
    pair, oslo = [ActorFactory(name="Anna Lind"), ActorFactory(name="Karim Benali")], PlaceFactory(name="Oslo")
    found = []
    for day in (6, 7):
        article = ArticleFactory(published_on=date(2024, 5, day + 1), source=SourceFactory(name=f"Agence {day}"))
        report = MeetingReportFactory(
            meeting=None, actors=pair, article=article, date_value=f"2024-05-0{day}", place=oslo
        )
        place_report(report)
        found.append(report)
    return found


def button(verb: str) -> str:
    return f"form[action$='/{verb}/'] button"


@pytest.mark.parametrize("verb", ["accept", "refuse"])
def test_pair_is_answered_and_asked_again(editor_page: Page, reports: list[MeetingReport], verb: str) -> None:
    page = editor_page
    page.goto(JOINS)
    expect(page.locator("#join-count")).to_contain_text("1")
    page.locator(button(verb)).focus()
    page.keyboard.press("Enter")
    undo = page.locator(button("undo"))
    expect(undo).to_be_focused()
    expect(page.locator("#join-count")).to_contain_text("0")
    assert Meeting.objects.count() == (1 if verb == "accept" else 2)

    page.keyboard.press("Enter")
    expect(page.locator(button("accept"))).to_be_focused()
    expect(page.locator("li [role=status]")).to_be_visible()
    expect(page.locator("#join-count")).to_contain_text("1")
    expect(undo).to_have_count(0)
    page.keyboard.press("Enter")
    expect(undo).to_be_focused()
    assert Meeting.objects.count() == 1


def test_pair_is_answered_on_the_page_of_an_article(editor_page: Page, reports: list[MeetingReport]) -> None:
    page = editor_page
    page.goto(f"/articles/{reports[0].article_id}/annotate/")
    page.locator("form[action*='/joins/'][action$='/accept/'] button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("form[action*='/verdicts/'] button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("form[action*='/joins/'][action$='/accept/'] button")).to_be_focused()


def test_page_of_a_meeting_is_as_the_answer_left_it(editor_page: Page, reports: list[MeetingReport]) -> None:
    page = editor_page
    page.goto(f"/meetings/{reports[0].meeting_id}/")
    page.locator(button("accept")).focus()
    page.keyboard.press("Enter")
    expect(page.locator(button("undo"))).to_be_focused()
    expect(page.get_by_text("2 sources", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Les sources")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(button("accept"))).to_be_focused()
    expect(page.get_by_text("1 source", exact=True).first).to_be_visible()
    expect(page.get_by_role("heading", name="Les sources")).to_have_count(0)


def test_page_of_a_meeting_is_as_the_separation_left_it(editor_page: Page, reports: list[MeetingReport]) -> None:
    page = editor_page
    page.goto(f"/meetings/{reports[0].meeting_id}/")
    page.locator(button("accept")).click()
    page.locator(button("separate")).last.focus()
    page.keyboard.press("Enter")
    expect(page.locator(button("undo")).first).to_be_focused()
    expect(page.get_by_text("2 sources", exact=True)).to_have_count(0)
    expect(page.get_by_text("1 source", exact=True).first).to_be_visible()


def test_two_meetings_compared_and_joined_leave_the_cursor_on_the_way_back(
    editor_page: Page, reports: list[MeetingReport]
) -> None:
    page = editor_page
    MeetingProposal.objects.all().delete()
    page.goto(f"/meetings/{reports[0].meeting_id}/join/{reports[1].meeting_id}/")
    page.locator("main form button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(button("undo"))).to_be_focused()
    assert MeetingVerdict.objects.count() == 1
