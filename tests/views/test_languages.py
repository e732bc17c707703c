"""The language of the desk: the account's, else the browser's."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import ChosenLanguage

pytestmark = pytest.mark.django_db

FRENCH, ENGLISH = {"accept-language": "fr"}, {"accept-language": "en"}


def language_of(client: Client, headers: dict[str, str]) -> str:
    answer = client.get("/articles/", headers=headers)
    page = str(answer.text)
    told = page.partition('<html lang="')[2][:2]
    assert ("Review queue" in page or "Articles" in page, answer["Content-Language"]) == (True, told)
    return told


def choose(client: Client, code: str) -> None:
    client.post("/i18n/setlang/", {"language": code, "next": "/articles/"})


def test_a_choice_is_kept_with_the_account_and_holds_on_any_machine(editor: User) -> None:
    here, there, stranger = Client(), Client(), Client()
    here.force_login(editor)
    there.force_login(editor)
    assert language_of(there, FRENCH) == "fr"
    choose(here, "en")
    assert [language_of(client, FRENCH) for client in (here, there, stranger)] == ["en", "en", "fr"]
    choose(there, "fr")
    assert [language_of(client, ENGLISH) for client in (here, there, stranger)] == ["fr", "fr", "en"]


def test_a_new_login_brings_the_choice(editor: User) -> None:
    ChosenLanguage.objects.create(user=editor, code="en")
    client = Client()
    assert language_of(client, FRENCH) == "fr"
    client.post("/login/", {"username": "editor", "password": "editor-password"})
    assert language_of(client, FRENCH) == "en"


def test_who_is_not_logged_in_chooses_for_the_browser_only(editor: User) -> None:
    client = Client()
    choose(client, "en")
    assert (language_of(client, FRENCH), ChosenLanguage.objects.count()) == ("en", 0)
    client.force_login(editor)
    assert language_of(client, FRENCH) == "en"


@pytest.mark.parametrize("code", ["", "de", "xx", "\x00"])
def test_no_other_language_is_kept(editor: User, code: str) -> None:
    client = Client()
    client.force_login(editor)
    choose(client, code)
    assert (language_of(client, FRENCH), ChosenLanguage.objects.count()) == ("fr", 0)
