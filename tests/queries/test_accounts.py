"""An account is read once, with what pages ask about it."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.enums import KeysWork
from articles.models import ChosenLanguage, Keyboard
from articles.permissions import EDITORS, MANAGERS, groups_of
from articles.queries.accounts import account_of
from articles.queries.keyboards import keyboard_of
from articles.queries.languages import language_of

pytestmark = pytest.mark.django_db


def test_one_query_tells_groups_language_and_keys(manager: User) -> None:
    ChosenLanguage.objects.create(user=manager, code="en")
    kept = Keyboard.objects.create(user=manager, keys={"accept": ["y", '"']}, work=KeysWork.FOCUS)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = account_of(manager.pk)
        assert found is not None
        told = (groups_of(found), language_of(found), keyboard_of(found))

    assert len(asked) == 1
    assert found == manager
    assert vars(found)["last_login"] == manager.last_login
    assert told == (groups_of(User.objects.get(pk=manager.pk)), "en", kept)
    assert MANAGERS in told[0]
    assert keyboard_of(found).all_keys["accept"] == ["y", '"']


def test_who_chose_nothing_has_what_comes_with_the_desk(editor: User) -> None:
    found = account_of(editor.pk)

    assert found is not None
    assert groups_of(found) == {EDITORS}
    assert language_of(found) is None
    assert keyboard_of(found).all_keys == Keyboard().all_keys
    assert not hasattr(found, "chosen_language")


def test_nobody_is_found_under_another_number(editor: User) -> None:
    assert account_of(editor.pk + 1000) is None
