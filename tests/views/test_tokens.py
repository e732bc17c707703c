import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.actions.tokens import make_token
from articles.models import ApiToken

pytestmark = pytest.mark.django_db
ADDRESS = "/settings/tokens/"


def secret_in(html: str) -> str:
    found = re.search(r'<code class="secret">([^<]+)</code>', html)
    return found[1] if found else ""


def test_a_token_is_shown_once_and_kept_as_a_digest_only(client: Client, editor: User) -> None:
    client.force_login(editor)
    response = client.post(ADDRESS, {"name": "Veille", "scopes": ["read", "decide"], "days": "30"})
    secret = secret_in(response.text)
    token = ApiToken.objects.get()
    assert (token.user, token.name, token.scopes) == (editor, "Veille", ["read", "decide"])
    assert (token.expires_at - token.created_at).days in (29, 30)  # type: ignore[operator]
    assert "no-store" in response.headers["Cache-Control"]
    assert secret.startswith("newsdesk_")
    assert secret not in str(vars(token))
    again = client.get(ADDRESS).text
    assert secret not in again
    assert "Veille" in again
    assert client.get("/api/v1/imports", headers={"Authorization": f"Bearer {secret}"}).status_code == 200


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        ("reader", ["read"]),
        ("editor", ["read", "decide", "propose"]),
        ("manager", ["read", "decide", "propose", "import"]),
    ],
)
def test_a_token_does_no_more_than_its_owner(
    client: Client, request: pytest.FixtureRequest, role: str, offered: list[str]
) -> None:
    client.force_login(request.getfixturevalue(role))
    assert re.findall(r'name="scopes" value="(\w+)"', client.get(ADDRESS).text) == offered
    response = client.post(ADDRESS, {"name": "x", "scopes": ["read", "import"], "days": "30"})
    assert (secret_in(response.text) != "") is ("import" in offered)


@pytest.mark.parametrize("fields", [{"name": ""}, {"scopes": []}, {"days": "0"}, {"days": "99999"}])
def test_wrong_wishes_make_no_token(client: Client, editor: User, fields: dict[str, object]) -> None:
    client.force_login(editor)
    response = client.post(ADDRESS, {"name": "x", "scopes": ["read"], "days": "30", **fields})
    assert "errorlist" in response.text
    assert not ApiToken.objects.exists()


def test_owner_revokes_and_managers_see_and_revoke_all(
    client: Client, reader: User, editor: User, manager: User
) -> None:
    token, _secret = make_token("Veille", ["read"], by=editor)
    client.force_login(reader)
    assert "Veille" not in client.get(ADDRESS).text
    assert client.post(f"{ADDRESS}{token.pk}/revoke/").status_code == 404
    client.force_login(manager)
    assert [each.pk for each in client.get(ADDRESS).context["others"]] == [token.pk]
    assert client.post(f"{ADDRESS}{token.pk}/revoke/").status_code == 302
    token.refresh_from_db()
    assert (token.is_valid, token.revoked_by) == (False, manager)
    client.force_login(editor)
    assert "manager" in client.get(ADDRESS).text


def test_page_is_for_whoever_is_logged_in(client: Client, db: None) -> None:
    assert client.get(ADDRESS).status_code == 302
    assert client.get("/settings/tokens/1/revoke/").status_code == 302


def test_admin_shows_tokens_without_what_could_be_looked_up(client: Client, editor: User) -> None:
    token, _secret = make_token("Veille", ["read"], by=editor)
    client.force_login(User.objects.create_superuser("root", password="root-password"))
    page = client.get(f"/admin/articles/apitoken/{token.pk}/change/").text
    assert "Veille" in page
    assert token.digest not in page
