"""What a screen reader needs, read from the HTML of each public page."""

from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.test import Client

from tests.factories import ArticleFactory, MeetingReportFactory

pytestmark = pytest.mark.django_db


class Tags(HTMLParser):
    """The start tags of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag in names]

    def values(self, attribute: str) -> list[str | None]:
        return [attributes[attribute] for _, attributes in self.found if attribute in attributes]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/articles/",
        "/articles/?since=x",
        "/articles/{pk}/",
        "/login/",
        "/nowhere/",
        "/offices/",
        "/countries/TR/",
        "/places/ankara/",
    ],
)
def test_page_has_landmarks_names_and_unique_ids(client: Client, address: str) -> None:
    article = ArticleFactory()
    MeetingReportFactory(article=article, sentence="Antony Blinken a rencontré")
    tags = Tags(client.get(address.format(pk=article.pk)).content.decode())
    assert [html.get("lang") for html in tags.named("html")] == ["fr"]
    assert [len(tags.named(tag)) for tag in ("main", "footer", "h1")] == [1, 1, 1]
    assert [link["href"] for link in tags.named("a") if link.get("class") == "skip"] == ["#main"]
    assert [each["role"] for _, each in tags.found if each.get("id") == "status"] == ["status"]
    assert [name for name, number in Counter(tags.values("id")).items() if number > 1] == []
    assert tags.values("style") + tags.values("onclick") == []
    assert [script for script in tags.named("script") if "src" not in script] == []
    labelled = {label.get("for") for label in tags.named("label")}
    fields = [field for field in tags.named("input", "select") if field.get("type") != "hidden"]
    assert [field for field in fields if field.get("id") not in labelled] == []
    assert [each for each in tags.named("nav", "aside") if not each.get("aria-label")] == []
    levels = [int(tag[1]) for tag, _ in tags.found if tag in ("h1", "h2", "h3")]
    assert [(before, after) for before, after in pairwise(levels) if after - before > 1] == []
