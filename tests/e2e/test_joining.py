"""Deciding on meetings that may be one, by keyboard."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.actions.joining import place_report
from articles.models import Meeting
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, PlaceFactory, SourceFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pair_is_joined_and_parted_again_by_keyboard(page: Page, editor: User) -> None:
    pair = [ActorFactory(name="Anna Lind"), ActorFactory(name="Karim Benali")]
    for day in (6, 7):
        article = ArticleFactory(published_on=date(2024, 5, day + 1), source=SourceFactory(name=f"Agence {day}"))
        place_report(
            MeetingReportFactory(
                meeting=None,
                actors=pair,
                article=article,
                date_value=f"2024-05-0{day}",
                place=PlaceFactory(name="Oslo"),
            )
        )
    page.goto("/login/")
    page.fill("[name=username]", "editor")
    page.fill("[name=password]", "editor-password")
    page.locator("main button[type=submit]").click()
    page.goto("/meetings/joins/")

    page.locator("form[action$='/accept/'] button").focus()
    page.keyboard.press("Enter")
    undo = page.locator("form[action$='/undo/'] button")
    expect(undo).to_be_focused()
    assert Meeting.objects.count() == 1

    page.keyboard.press("Enter")
    expect(page.locator("li[role=status]")).to_be_visible()
    expect(undo).to_have_count(0)
    assert Meeting.objects.count() == 2
