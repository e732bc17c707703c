import pytest
from django.contrib.auth.models import User
from django.test import Client

pytestmark = pytest.mark.django_db


def test_login_leads_back_to_the_page_asked_for(client: Client, editor: User) -> None:
    given = {"username": "editor", "password": "editor-password", "next": "/articles/"}
    response = client.post("/login/", given)
    assert (response.status_code, response["Location"]) == (302, "/articles/")
    assert 'href="/queue/"' in client.get("/articles/").content.decode()


def test_login_never_leads_to_another_site(client: Client, editor: User) -> None:
    given = {"username": "editor", "password": "editor-password", "next": "https://elsewhere.example/"}
    assert client.post("/login/", given)["Location"] == "/"


def test_login_with_a_wrong_password_says_so(client: Client, editor: User) -> None:
    response = client.post("/login/", {"username": "editor", "password": "wrong"})
    assert response.status_code == 200
    assert len(response.context["form"].non_field_errors()) == 1


def test_logout_takes_a_post_and_ends_the_session(client: Client, editor: User) -> None:
    client.force_login(editor)
    assert client.get("/logout/").status_code == 405
    assert client.post("/logout/")["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_review_queue_is_shown_to_editors_only(client: Client, reader: User) -> None:
    client.force_login(reader)
    assert 'href="/queue/"' not in client.get("/").content.decode()


def test_language_can_be_switched_without_an_account(client: Client) -> None:
    assert '<html lang="fr">' in client.get("/").content.decode()
    client.post("/i18n/setlang/", {"language": "en", "next": "/"})
    assert '<html lang="en">' in client.get("/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/login/", "/admin/login/"])
@pytest.mark.parametrize("name", ["x" * 300, "a\x00b"])
def test_login_with_a_name_no_account_has_is_refused(client: Client, address: str, name: str) -> None:
    response = client.post(address, {"username": name, "password": "y"})

    assert (response.status_code, "username" in response.context["form"].errors) == (200, True)
