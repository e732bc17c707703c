"""The search for meetings in Chromium: by the keys alone, and without JavaScript."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.factories import ActorFactory, MeetingFactory, MeetingReportFactory, PostFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def collection(transactional_db: None) -> None:
    blinken = ActorFactory(name="Antony Blinken", country="US")
    for name, country in (("Recep Tayyip Erdoğan", "TR"), ("Emine Erdoğan", "TR"), ("Hakan Fidan", "TR")):
        actor = ActorFactory(name=name, country=country)
        if name.startswith("Recep"):
            PostFactory(actor=actor, title="président")
        MeetingReportFactory(
            meeting=MeetingFactory(actors=[blinken, actor]), sentence="Antony Blinken a rencontré Hakan Fidan à Ankara."
        )


def test_typeahead_is_used_by_the_keys_alone(page: Page, collection: None) -> None:
    page.goto("/meetings/")
    field = page.locator("#id_actor")
    field.focus()
    page.keyboard.type("erdogan")
    options = page.locator("[role=option]")
    expect(options).to_have_count(2)

    page.keyboard.press("Escape")
    expect(page.locator("[role=listbox]").first).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")

    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id") or "")
    chosen = options.nth(1).get_attribute("data-slug")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(rf"/meetings/\?actor={chosen}$"))
    expect(page.locator("article.meeting")).to_have_count(1)
    expect(field).to_be_focused()


@pytest.mark.parametrize("address", ["/statements/", "/meetings/"])
def test_suggestions_are_gone_once_the_search_is_sent(page: Page, collection: None, address: str) -> None:
    page.goto(address)
    field, options = page.locator("[data-typeahead]").first, page.locator("[role=option]")
    field.press_sequentially("erdogan")
    expect(options).to_have_count(2)
    page.keyboard.press("Enter")
    expect(page.locator("[role=listbox]").first).to_be_hidden()

    field.fill("")
    field.press_sequentially("fidan")
    page.keyboard.press("Enter")  # before the suggestions come
    page.wait_for_timeout(600)
    expect(page.locator("[role=listbox]").first).to_be_hidden()


def test_suggestions_stay_within_a_narrow_window(page: Page, collection: None) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/meetings/")
    field = page.locator("#id_country")
    field.press_sequentially("turq")
    expect(page.locator("[role=option]")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_search_survives_reload_and_back(page: Page, collection: None) -> None:
    page.goto("/meetings/?actor=antony-blinken")
    page.locator("aside").get_by_role("link", name="Hakan Fidan").click()
    expect(page).to_have_url(re.compile("actor=antony-blinken&with=hakan-fidan"))
    expect(page.locator("article.meeting")).to_have_count(1)

    page.reload()
    expect(page.locator("#id_with")).to_have_value("Hakan Fidan")

    page.go_back()
    expect(page.locator("article.meeting")).to_have_count(3)


def test_search_works_without_javascript(browser: Browser, live_server: object, collection: None) -> None:
    context = browser.new_context(base_url=str(live_server), java_script_enabled=False)
    page = context.new_page()
    page.goto("/meetings/")
    page.fill("#id_actor", "fidan")
    page.press("#id_actor", "Enter")

    expect(page.locator("article.meeting")).to_have_count(1)
    expect(page.locator("#heading")).to_contain_text("Hakan Fidan")
    context.close()


@pytest.mark.parametrize(
    ("name", "typed", "results"),
    [
        ("country", "turq", ("Turquie", r"country=TR$")),
        ("place", "anka", ("Ankara", r"place=Ankara$")),
        ("post", "pres", ("président, Turquie", r"post=president%2C(?:\+|%20)TR$")),
    ],
)
def test_countries_places_and_posts_are_suggested(
    page: Page, collection: None, name: str, typed: str, results: tuple[str, str]
) -> None:
    PostFactory(actor=ActorFactory(name="Autre"), title="président", country="TR")
    place = MeetingFactory().place
    place.names.create(name=place.name, key="ankara")
    page.goto("/meetings/")
    page.locator("form details > summary").click()
    shown, sent = results
    field = page.locator(f"#id_{name}")
    field.focus()
    page.keyboard.type(typed)
    expect(page.locator("[role=option]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(sent))
    expect(field).to_have_value(shown)
    expect(field).to_be_focused()
