"""Who may ask for what: each address of the site, tried by everybody, by each role, with each method.

An address that is not in the tables of `every_address` fails a test, so none is added without saying who it is for.
"""

import re
from copy import deepcopy
from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client

from articles.actions.tokens import make_token
from articles.api.urls import operations
from articles.enums import TokenScope
from tests.e2e.every_page import World, world
from tests.views.every_address import (
    ANY_METHOD,
    OF_THE_SITE,
    OWNER,
    READS,
    ROLES,
    ROUTES,
    WRITES,
    address,
    for_whom,
    rows,
    sent,
    with_rows_for_all,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(editor: User, manager: User, reader: User, admin_user: User) -> World:
    return with_rows_for_all(world(editor, manager), (reader, editor, manager, admin_user))


def asked(client: Client, method: str, path: str, data: dict[str, object] | None = None) -> str:
    """What came of it; whatever was done is taken back, and who is logged in stays so."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        answer = getattr(client, method)(path, data or {})
        transaction.set_rollback(True)
    client.cookies = cookies
    if answer.status_code == 302 and answer.headers["Location"].startswith("/login/?next="):
        return "login"
    return {403: "forbidden", 404: "missing", 405: "no such method"}.get(answer.status_code, "let in")


def expected(who: str, role: str) -> set[str]:
    if who == OWNER:
        return {"let in"} if role == "manager" else {"login"} if role == "nobody" else {"forbidden", "missing"}
    if ROLES.index(role) >= ROLES.index(who):
        return {"let in"}
    return {"login"} if role == "nobody" else {"forbidden"}


def wrong(table: dict[str, str], method: str, made: World, clients: dict[str, Client]) -> dict[str, str]:
    found: dict[str, str] = {}
    users = {role: User.objects.get(username=role.removesuffix("_user")) for role in ROLES[1:]}
    known = {role: rows(made, users.get(role, made.editor)) for role in ROLES}
    for name, who in for_whom(table).items():
        for role, client in clients.items():
            data = sent(name, made) if method == "post" else {}
            outcome = asked(client, method, address(name, known[role]), data)
            if outcome not in expected(who, role):
                found[f"{method} {name}, {role}"] = outcome
    return found


@pytest.fixture
def clients(request: pytest.FixtureRequest) -> dict[str, Client]:
    """One for each role, logged in."""
    found = {role: Client() for role in ROLES}
    for role in ROLES[1:]:
        found[role].force_login(request.getfixturevalue(role))
    return found


def test_every_address_is_in_the_table() -> None:
    told = for_whom(READS).keys() | for_whom(WRITES).keys()
    assert told == OF_THE_SITE.keys() - {"api-docs", "None"}
    for table in (READS, WRITES):
        names = " ".join(table.values()).split()
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("method", "table"), [("get", READS), ("head", READS), ("post", WRITES)], ids=["reading", "asking", "writing"]
)
def test_each_role_is_let_in_where_it_may(
    method: str, table: dict[str, str], made: World, clients: dict[str, Client]
) -> None:
    assert wrong(table, method, made, clients) == {}


def test_no_address_takes_another_method(made: World, clients: dict[str, Client]) -> None:
    """Whoever may do most is told so; nothing that only reads takes a form, and nothing that writes a link."""
    found: dict[str, str] = {}
    known = rows(made, made.manager)
    for name in OF_THE_SITE.keys() - ANY_METHOD - {"None"}:
        methods = {"get": name in for_whom(READS), "post": name in for_whom(WRITES), "put": False, "delete": False}
        for method, taken in methods.items():
            outcome = "" if taken else asked(clients["admin_user"], method, address(name, known))
            if not taken and outcome != "no such method":
                found[f"{method} {name}"] = outcome
    assert found == {}


def test_tables_for_support_are_open_to_administrators_alone(clients: dict[str, Client]) -> None:
    paths = ["/" + re.sub(r"<[^>]*>", "1", route) for name, route in ROUTES.items() if name.startswith("admin:")]
    pages = [path for path in paths if "(" not in path and "login" not in path and "logout" not in path]
    assert len(pages) > 20
    for role in ROLES[:-1]:
        answers = [clients[role].get(path) for path in pages]
        assert {answer.status_code for answer in answers} <= {302, 404}, role
        assert all("/login/" in answer.headers["Location"] for answer in answers if answer.status_code == 302)
    assert clients["admin_user"].get("/admin/").status_code == 200


def test_the_api_takes_no_other_method(client: Client, manager: User) -> None:
    """Which methods an operation takes is in its description, which other tests try with every scope."""
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    program = Client(headers={"Authorization": f"Bearer {make_token('all', TokenScope.values, by=manager)[1]}"})
    for path, told in paths.items():
        methods = {"get", "post", "put", "patch", "delete"} - told.keys()
        where = re.sub(r"\{\w+\}", "1", path.replace("{key}", str(UUID(int=1))))
        assert {method: getattr(program, method)(where).status_code for method in methods} == dict.fromkeys(
            methods, 405
        )


def test_every_address_of_the_api_is_described(client: Client) -> None:
    described = client.get("/api/v1/openapi.json").json()["paths"].keys()
    served = {"/api/v1/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(pattern.pattern)) for pattern in operations()}
    assert served == described
