import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import SavedSearch

pytestmark = pytest.mark.django_db


def test_saved_search_is_kept_listed_and_deleted(client: Client, reader: User) -> None:
    client.force_login(reader)

    client.post("/searches/", {"name": "Turquie", "path": "/meetings/?country=TR"})
    page = client.get("/searches/").content.decode()
    client.post("/searches/", {"name": "Turquie", "path": "/statements/?speaker=TR"})

    assert '<a href="/meetings/?country=TR">Turquie</a>' in page
    kept = SavedSearch.objects.get()
    assert (kept.user, kept.path) == (reader, "/statements/?speaker=TR")
    assert client.post(f"/searches/{kept.pk}/delete/").status_code == 302
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize(
    "path", ["", "https://example.org/", "//example.org/meetings/", "/admin/", "javascript:1", "/meetings/../admin/"]
)
def test_saved_search_is_one_of_this_desk(client: Client, reader: User, path: str) -> None:
    client.force_login(reader)

    page = client.post("/searches/", {"name": "Ailleurs", "path": path})

    assert (page.status_code, SavedSearch.objects.count()) == (200, 0)
    assert "errorlist" in page.content.decode()


def test_saved_searches_are_nobody_elses(client: Client, reader: User, editor: User) -> None:
    kept = SavedSearch.objects.create(user=editor, name="À moi", path="/meetings/?country=TR")

    assert client.get("/searches/").headers["Location"].startswith("/login/")
    client.force_login(reader)
    assert "À moi" not in client.get("/searches/").content.decode()
    assert client.post(f"/searches/{kept.pk}/delete/").status_code == 404
    assert client.get(f"/searches/{kept.pk}/delete/").status_code == 405


def test_search_offers_to_be_kept_to_those_with_an_account(client: Client, reader: User) -> None:
    assert 'name="path"' not in client.get("/meetings/?country=TR").content.decode()
    client.force_login(reader)
    assert 'name="path" value="/meetings/?country=TR"' in client.get("/meetings/?country=TR").content.decode()
