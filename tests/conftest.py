"""Fixtures that many tests share: one user of each role."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.utils import translation

from articles.permissions import EDITORS, MANAGERS


def pytest_configure() -> None:
    # A password meant to be slow to guess takes half a second to set, for each user of each test.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def language_of_the_settings() -> Iterator[None]:
    """The language that a test's last request chose stays chosen in its thread."""
    yield
    translation.deactivate()


@pytest.fixture
def reader(db: None) -> User:
    return User.objects.create_user("reader", password="reader-password")


@pytest.fixture
def editor(db: None) -> User:
    user = User.objects.create_user("editor", password="editor-password")
    user.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    return user


@pytest.fixture
def manager(db: None) -> User:
    user = User.objects.create_user("manager", password="manager-password")
    user.groups.add(Group.objects.get_or_create(name=MANAGERS)[0])
    return user
