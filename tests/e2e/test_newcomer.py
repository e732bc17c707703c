"""Somebody who never saw the desk finds out by clicking whom a diplomat met, and what sources disagree about."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from articles.models import PostEvidence
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    PostFactory,
    SourceFactory,
    StatementFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def collection(transactional_db: None) -> None:
    """A meeting that two outlets time differently, a statement, and an office shown on a day."""
    blinken, fidan = ActorFactory(name="Antony Blinken", country="US"), ActorFactory(name="Hakan Fidan", country="TR")
    meeting = MeetingFactory(actors=[blinken, fidan], place=PlaceFactory(name="Ankara"), duration=150)
    for outlet, minutes in (("Agence du Levant", 150), ("Dépêche atlantique", 180)):
        article = ArticleFactory(source=SourceFactory(name=outlet))
        MeetingReportFactory(
            meeting=meeting,
            article=article,
            duration=minutes,
            place=meeting.place,
            actors=[blinken, fidan],
            sentence="Antony Blinken a rencontré Hakan Fidan à Ankara.",
        )
    StatementFactory(
        article=ArticleFactory(text="« Rien n’a changé », a dit le ministre."), quote="Rien n’a changé", speaker=fidan
    )
    colonna = ActorFactory(name="Catherine Colonna", country="FR")
    post = PostFactory(
        actor=colonna,
        title="ministre des Affaires étrangères",
        country="FR",
        since=date(2023, 5, 4),
        until=date(2023, 5, 4),
    )
    article = ArticleFactory(
        text="La ministre des Affaires étrangères Catherine Colonna", published_on=date(2023, 5, 4)
    )
    mention = MentionFactory(article=article, text="ministre des Affaires étrangères", label="ROLE", actor=colonna)
    PostEvidence.objects.create(post=post, mention=mention)


def test_whom_a_diplomat_met_in_a_month_for_how_long_and_who_says_otherwise(page: Page, collection: None) -> None:
    page.set_default_timeout(30_000)  # the first page waits for all templates
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Rencontres").click()
    page.get_by_role("combobox", name="Diplomate").fill("Blinken")
    page.get_by_label("Du", exact=True).fill("11/2023")
    page.get_by_label("Au", exact=True).fill("11/2023")
    page.get_by_role("main").get_by_role("button", name="Chercher").click()

    card = page.locator("article.meeting")
    expect(card).to_have_count(1)
    for told in ("lundi 6 novembre 2023", "Ankara", "2 h 30", "Hakan Fidan", "3 h : Dépêche atlantique"):
        expect(card).to_contain_text(told)
    card.get_by_role("link", name="Dépêche atlantique").first.click()
    expect(page.locator(".text .evidence").first).to_be_visible()


def test_who_held_an_office_in_a_year(page: Page, collection: None) -> None:
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Qui était").click()
    page.get_by_label("Fonction").fill("ministre français des Affaires étrangères")
    page.get_by_label("Année, mois ou jour").fill("2023")
    page.get_by_role("button", name="Qui était-ce").click()

    expect(page.locator(".answer .holdings")).to_contain_text("Catherine Colonna")


def test_what_somebody_said(page: Page, collection: None) -> None:
    page.goto("/")
    page.locator("main input[name=q]").fill("Fidan")
    page.locator("main input[name=q]").press("Enter")
    page.get_by_role("link", name="Hakan Fidan").first.click()

    expect(page.get_by_role("main")).to_contain_text("Rien n’a changé")
