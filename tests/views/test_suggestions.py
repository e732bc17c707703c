import re

import pytest
from django.test import Client

from tests.factories import ActorFactory

pytestmark = pytest.mark.django_db


def test_suggestions_are_options_with_slug_and_escaped_name(client: Client) -> None:
    ActorFactory(name="Erdoğan <b>", slug="erdogan")

    page = client.get("/actors/suggestions/", {"q": "erdo"}).content.decode()

    assert re.findall(r'data-slug="([^"]+)" data-name="([^"]+)"', page) == [("erdogan", "Erdoğan &lt;b&gt;")]


def test_suggestions_for_nothing_are_empty(client: Client) -> None:
    assert "option" not in client.get("/actors/suggestions/").content.decode()


def test_only_those_are_suggested_whom_the_label_allows(client: Client) -> None:
    ActorFactory(name="Ankara Haber", kind="organisation")
    ActorFactory(name="Ankara Yilmaz")
    for label, offered in (
        ("PER", ["Ankara Yilmaz"]),
        ("ORG", ["Ankara Haber"]),
        ("", ["Ankara Haber", "Ankara Yilmaz"]),
    ):
        page = client.get("/actors/suggestions/", {"q": "ankar", "label": label})
        assert sorted(each.actor.name for each in page.context["suggestions"]) == offered
