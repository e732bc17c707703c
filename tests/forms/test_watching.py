"""Searches that are followed are read once in a while, however many there are."""

import pytest
from django.core.cache import cache

from articles.forms import watching
from articles.models import Watch

pytestmark = pytest.mark.django_db


def test_what_hundreds_of_watches_mean_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    read: list[str] = []
    monkeypatch.setattr(watching, "search_at", read.append)
    watches = [Watch(pk=number, path=f"/search/?q=mot{number}") for number in range(1, 601)]

    watching.read_searches(watches)
    watching.read_searches(watches)

    assert len(read) == len(watches)
    cache.clear()
