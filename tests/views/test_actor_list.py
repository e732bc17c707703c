import re

import pytest
from django.test import Client

from tests.factories import ActorFactory

pytestmark = pytest.mark.django_db


def listed(client: Client, **query: str) -> list[str]:
    return re.findall(r'href="/actors/([\w-]+)/"', client.get("/actors/", query).content.decode())


def test_actor_list_is_sorted_without_regard_to_accents(client: Client) -> None:
    for name in ("Zoé", "Émile", "Eva", "elsa"):
        ActorFactory(name=name)
    ActorFactory(name="Fondu", merged_into=ActorFactory(name="Arno"))

    assert listed(client) == ["arno", "elsa", "emile", "eva", "zoe"]
    assert listed(client, letter="e") == ["elsa", "emile", "eva"]


def test_actor_list_filters_by_name_and_kind(client: Client) -> None:
    ActorFactory(name="Hakan Fidan")
    ActorFactory(name="Fidan SA", kind="organisation")

    assert listed(client, q="fidan", kind="person") == ["hakan-fidan"]
    assert listed(client, q="xyz") == []


def test_further_pages_keep_the_search(client: Client) -> None:
    for number in range(101):
        ActorFactory(name=f"Anna Lind{number}")

    html = client.get("/actors/?q=anna").content.decode()

    assert 'href="?q=anna&amp;page=2"' in html
