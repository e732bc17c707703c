"""A real Chromium that drives the live server; tests are skipped, with the reason, where there is none."""

import os
import shutil
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    if shutil.which(executable) is None:
        pytest.skip(f"No Chromium at {executable}; install it or set CHROMIUM.")
    # Playwright's synchronous interface runs an event loop in this thread, in which Django would refuse queries.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser: Browser, live_server: object) -> Iterator[Page]:
    context = browser.new_context(base_url=str(live_server), locale="fr-FR", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    opened = context.new_page()
    refused = refusals(opened)
    yield opened
    context.close()
    assert refused == []


def refusals(page: Page) -> list[str]:
    """What the browser will refuse because of the Content-Security-Policy, as its console tells."""
    told: list[str] = []
    page.on("console", lambda message: "Content Security Policy" in message.text and told.append(message.text))
    return told


@pytest.fixture
def editor_page(page: Page, editor: User) -> Page:
    """A page with the editor logged in, through the form."""
    page.goto("/login/?next=/")
    page.fill("input[name=username]", "editor")
    page.fill("input[name=password]", "editor-password")
    page.press("input[name=password]", "Enter")
    page.wait_for_selector("form[action*=logout]")
    return page
