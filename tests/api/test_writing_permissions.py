"""Every operation that changes something, tried by nobody, each role and each scope."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Action, Article, ImportBatch
from tests.api.conftest import API, MakeProgram, World


def changing_operations(client: Client) -> dict[str, str]:
    """Paths with the scope they need."""
    paths = client.get(f"{API}/openapi.json").json()["paths"]
    return {path: methods["post"]["x-scope"] for path, methods in paths.items() if "post" in methods}


@pytest.mark.parametrize(
    ("role", "scopes", "allowed"),
    [
        ("nobody", (), ()),
        ("reader", ("read",), ()),
        ("editor", ("read",), ()),
        ("editor", ("decide",), ("decide",)),
        ("editor", ("propose",), ("propose",)),
        ("editor", ("read", "decide", "propose"), ("decide", "propose")),
        ("manager", ("import",), ("import",)),
        ("manager", ("read", "decide", "propose", "import"), ("decide", "propose", "import")),
    ],
)
def test_changes_need_their_scope(
    role: str, scopes: tuple[str, ...], allowed: tuple[str, ...], world: World, asking: MakeProgram
) -> None:
    """Who is let in learns what is wrong with an empty request; who is not learns nothing else."""
    client = asking(role, *scopes)
    operations = changing_operations(client)
    before = (Action.objects.count(), Article.objects.count(), ImportBatch.objects.count())
    refused = 401 if role == "nobody" else 403
    found = {path: client.post(re.sub(r"\{\w+\}", missing, path)).status_code for path in operations}
    assert len(operations) == 28
    assert {path for path, status in found.items() if status == refused} == {
        path for path, scope in operations.items() if scope not in allowed
    }
    assert (Action.objects.count(), Article.objects.count(), ImportBatch.objects.count()) == before


def missing(match: re.Match[str]) -> str:
    return "00000000-0000-0000-0000-000000000000" if match[0] == "{key}" else "987654"


@pytest.mark.parametrize("scope", ["decide", "propose", "import"])
def test_tokens_of_those_who_lost_the_right_change_nothing(
    scope: str, world: World, asking: MakeProgram, manager: User
) -> None:
    client = asking("manager", scope)
    manager.groups.clear()
    operations = [path for path, needed in changing_operations(client).items() if needed == scope]
    assert {client.post(re.sub(r"\{\w+\}", missing, path)).status_code for path in operations} == {403}
