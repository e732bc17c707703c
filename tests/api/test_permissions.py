"""Who may ask for what: nobody in particular, each role, each scope of a token."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from articles.actions.tokens import make_token
from articles.enums import TokenScope
from articles.models import ApiToken
from articles.permissions import EDITORS
from tests.api.conftest import API, MakeProgram, World

OPEN = (
    "/sources", "/articles", "/articles/{article}", "/articles/{article}/review", "/mentions/{mention}",
    "/reports/{report}", "/statements/{statement}", "/actors", "/actors/hakan-fidan", "/places", "/places/ankara",
    "/meetings", "/meetings/facets", "/meetings/{meeting}", "/statements", "/statements/facets", "/search?q=Blinken",
    "/search/facets?q=Blinken", "/actors/hakan-fidan/dossier", "/places/ankara/dossier", "/countries", "/countries/TR",
    "/offices?post=ministre",
)  # fmt: skip
FOR_THEIR_OWNER = ("/watches", "/watches/news", "/watches/news?all=1")
FOR_EDITORS = (
    "/articles/{article}/rejected", "/articles/{article}/history", "/actors/hakan-fidan/history",
    "/meetings/{meeting}/history", "/imports", "/imports/{batch}", "/imports/{batch}/problems", "/merge-proposals",
    "/join-proposals", "/articles/{article}/notes", "/queue", "/queue/held", "/queue/skips",
)  # fmt: skip


def addressed(path: str, world: World) -> str:
    rows = {name: getattr(world, name).pk for name in ("article", "mention", "report", "statement", "meeting", "batch")}
    return API + path.format(**rows)


def reading_operations(client: Client) -> set[str]:
    paths = client.get(f"{API}/openapi.json").json()["paths"]
    return {path.removeprefix(API) for path, methods in paths.items() if "get" in methods}


def test_every_operation_that_reads_is_tried_below(client: Client, world: World) -> None:
    tried = {
        path.replace("{article}", "{pk}").replace("{mention}", "{pk}").replace("{report}", "{pk}")
        .replace("{statement}", "{pk}").replace("{meeting}", "{pk}").replace("{batch}", "{pk}")
        .replace("hakan-fidan", "{slug}").replace("ankara", "{slug}").replace("/TR", "/{code}").partition("?")[0]
        for path in (*OPEN, *FOR_EDITORS, *FOR_THEIR_OWNER)
    }  # fmt: skip
    assert tried == reading_operations(client)


@pytest.mark.parametrize("role", ["nobody", "reader", "editor", "manager"])
def test_what_the_pages_show_to_all_is_open_to_all(role: str, world: World, asking: MakeProgram) -> None:
    client = asking(role)
    statuses = {path: client.get(addressed(path, world)).status_code for path in OPEN}
    assert statuses == dict.fromkeys(OPEN, 200)


@pytest.mark.parametrize(
    ("role", "scopes", "status"),
    [
        ("nobody", (), 401),
        ("reader", ("read",), 403),
        ("editor", ("decide", "propose"), 403),
        ("editor", ("read",), 200),
        ("manager", ("import",), 403),
        ("manager", ("read",), 200),
    ],
)
def test_what_the_pages_show_to_editors_needs_their_token(
    role: str, scopes: tuple[str, ...], status: int, world: World, asking: MakeProgram
) -> None:
    client = asking(role, *scopes)
    answers = {path: client.get(addressed(path, world)) for path in FOR_EDITORS}
    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(FOR_EDITORS, status)
    kinds = {answer.headers["Content-Type"].partition(";")[0] for answer in answers.values()}
    assert kinds == {"application/json" if status == 200 else "application/problem+json"}
    if status == 401:
        assert {each.headers["WWW-Authenticate"] for each in answers.values()} == {'Bearer realm="newsdesk"'}


@pytest.mark.parametrize(
    ("role", "scopes", "status"),
    [
        ("nobody", (), 401),
        ("editor", ("decide", "propose"), 403),
        ("reader", ("read",), 200),
        ("editor", ("read",), 200),
        ("manager", ("read",), 200),
    ],
)
def test_what_is_ones_own_needs_a_token_of_whoever_it_is(
    role: str, scopes: tuple[str, ...], status: int, world: World, asking: MakeProgram
) -> None:
    client = asking(role, *scopes)
    statuses = {path: client.get(API + path).status_code for path in FOR_THEIR_OWNER}
    assert statuses == dict.fromkeys(FOR_THEIR_OWNER, status)


def test_a_rejected_row_is_there_for_editors_only(
    client: Client, world: World, program: MakeProgram, reader: User, editor: User
) -> None:
    gone = world.article.mentions.get(status="rejected")
    asked = [client, program(reader), program(editor, "decide"), program(editor)]
    assert [each.get(f"{API}/mentions/{gone.pk}").status_code for each in asked] == [404, 404, 404, 200]
    assert str(gone.pk) not in [
        str(m["id"]) for m in client.get(f"{API}/articles/{world.article.pk}").json()["mentions"]
    ]


@pytest.mark.parametrize("shown", ["Bearer", "Bearer x", "Basic eDp5", "Bearer \xff", "newsdesk_x"])
def test_a_token_that_is_none_is_refused_even_where_none_is_needed(client: Client, db: None, shown: str) -> None:
    response = client.get(f"{API}/articles", headers={"Authorization": shown})
    assert response.status_code == 401
    assert 'error="invalid_token"' in response.headers["WWW-Authenticate"]


@pytest.mark.parametrize(
    "change",
    [
        {"revoked_at": timezone.now()},
        {"expires_at": timezone.now() - timedelta(seconds=1)},
    ],
    ids=["revoked", "expired"],
)
def test_a_token_that_ended_opens_nothing(client: Client, editor: User, change: dict[str, object]) -> None:
    token, secret = make_token("test", ["read"], by=editor)
    ends = {**change, "revoked_by": editor} if "revoked_at" in change else change
    ApiToken.objects.filter(pk=token.pk).update(**ends)
    assert client.get(f"{API}/imports", headers={"Authorization": f"Bearer {secret}"}).status_code == 401


def test_whoever_lost_a_right_lost_it_for_programs_too(world: World, program: MakeProgram, editor: User) -> None:
    asking = program(editor)
    assert asking.get(f"{API}/imports").status_code == 200
    editor.groups.remove(Group.objects.get(name=EDITORS))
    assert asking.get(f"{API}/imports").status_code == 403
    User.objects.filter(pk=editor.pk).update(is_active=False)
    assert asking.get(f"{API}/articles").status_code == 401


def test_a_browsers_session_means_nothing_here(client: Client, editor: User, world: World) -> None:
    client.force_login(editor)
    assert client.get(f"{API}/imports").status_code == 401


def test_the_use_of_a_token_is_noted(client: Client, editor: User) -> None:
    token, secret = make_token("test", [TokenScope.READ], by=editor)
    client.get(f"{API}/articles", headers={"Authorization": f"bearer {secret}"})
    token.refresh_from_db()
    assert token.last_used_at is not None
    assert secret not in str(vars(token))
