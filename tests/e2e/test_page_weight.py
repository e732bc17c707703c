"""What a first visit loads: pages as the server compresses them, scripts and styles even uncompressed."""

from collections.abc import Mapping

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Response

from tests.e2e.every_page import World, addresses, world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST = 150_000
PAGES = ("desk", "article-list", "article-detail", "actor-detail", "meeting-list", "statement-list", "guide")


@pytest.fixture
def made(editor: User, manager: User) -> World:
    return world(editor, manager)


def weights(browser: Browser, address: str) -> Mapping[str, int]:
    """Bytes of each answer, pictures left out, with nothing in the cache."""
    context = browser.new_context()
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 -- a builtin has no signature to read
    page.goto(address, wait_until="networkidle")
    sizes = {
        each.url: each.request.sizes()["responseBodySize"] for each in answers if each.request.resource_type != "image"
    }
    context.close()
    return sizes


def test_first_visit_is_light(browser: Browser, live_server: object, made: World) -> None:
    found = addresses(made)
    sizes = {name: weights(browser, f"{live_server}{found[name]}") for name in PAGES}
    for each in sizes.values():
        assert {".js", ".css"} <= {url[url.rfind(".") :] for url in each}
    assert {name: total for name, each in sizes.items() if (total := sum(each.values())) > MOST} == {}
