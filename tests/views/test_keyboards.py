import json
import re
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.keymap import COMMANDS
from articles.models import Keyboard
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/settings/keys/"


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def usual(**changes: str) -> dict[str, str]:
    return {"work": "everywhere", **{code: " ".join(each.keys) for code, each in COMMANDS.items()}, **changes}


def page_keys(desk: Client) -> dict[str, list[str]]:
    html = desk.get(f"/articles/{ArticleFactory().pk}/annotate/").content.decode()
    found = re.search(r'data-keys="([^"]*)"', html)
    assert found
    keys: dict[str, list[str]] = json.loads(unescape(found[1]))
    return keys


def test_no_two_commands_come_with_one_key() -> None:
    keys = [key for command in COMMANDS.values() for key in command.keys]
    assert len(set(keys)) == len(keys)


def test_chosen_keys_are_kept_and_given_to_the_page(desk: Client) -> None:
    response = desk.post(ADDRESS, usual(accept="é", work="focus"))
    keyboard = Keyboard.objects.get()
    assert response.status_code == 302
    assert (keyboard.keys, keyboard.work) == ({"accept": ["é"]}, "focus")
    keys = page_keys(desk)
    assert (keys["accept"], keys["reject"]) == (["é"], ["x"])
    assert "<kbd>é</kbd>" in desk.get(f"/articles/{ArticleFactory().pk}/annotate/").content.decode()


def test_keys_may_be_switched_off_and_are_not_told_then(desk: Client) -> None:
    desk.post(ADDRESS, usual(work="off"))
    html = desk.get(f"/articles/{ArticleFactory().pk}/annotate/").content.decode()
    assert 'data-keys-work="off"' in html
    assert "<kbd>" not in html.partition('id="keys-help"')[0]


@pytest.mark.parametrize("key", ["/", "'", "F5", "Tab", "ctrl+s", "a x"])
def test_keys_of_the_browser_and_of_other_commands_are_refused(desk: Client, key: str) -> None:
    html = desk.post(ADDRESS, usual(next=key)).content.decode()
    assert "errorlist" in html
    assert not Keyboard.objects.exists()


def test_a_key_may_be_exchanged_with_that_of_another_command(desk: Client) -> None:
    assert desk.post(ADDRESS, usual(accept="x", reject="a")).status_code == 302
    keys = page_keys(desk)
    assert (keys["accept"], keys["reject"]) == (["x"], ["a"])


def test_reset_brings_the_usual_keys_back(desk: Client) -> None:
    desk.post(ADDRESS, usual(accept="é"))
    desk.post(f"{ADDRESS}reset/")
    assert not Keyboard.objects.exists()


def test_keys_are_nobody_elses(client: Client, desk: Client, reader: User) -> None:
    desk.post(ADDRESS, usual(accept="é"))
    client.logout()
    assert client.get(ADDRESS).status_code == 302
    client.force_login(reader)
    assert 'value="é"' not in client.get(ADDRESS).content.decode()
