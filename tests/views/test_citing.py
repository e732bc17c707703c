"""References: what they tell, that programs read them, and that what is cited can be seen again."""

import json
import re
from datetime import date
from html import unescape

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils.translation import override

from articles.actions.mentions import reject_mention
from articles.exporters.citations import Citation, cite_key
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    PipelineRunFactory,
)

pytestmark = pytest.mark.django_db

CITED = Citation(
    key=cite_key("Fil d’Orient", "2023", "7"),
    title="Blinken & Fidan : 50 % d’accord",
    outlet="Fil d’Orient",
    published=date(2023, 11, 6),
    address="https://desk.example/articles/7/as-of/?as_of=2024",
    version=None,
    accessed=date(2024, 3, 1),
    authors=("Inès Kaplan",),
)


def test_citation_is_a_sentence_in_either_language() -> None:
    assert CITED.french == (
        "Inès Kaplan, « Blinken & Fidan : 50 % d’accord », Fil d’Orient, 6 novembre 2023, "
        "https://desk.example/articles/7/as-of/?as_of=2024 (consulté le 1er mars 2024)."
    )
    assert CITED.english == (
        "Inès Kaplan, “Blinken & Fidan : 50 % d’accord”, Fil d’Orient, 6 November 2023, "
        "https://desk.example/articles/7/as-of/?as_of=2024 (accessed 1 March 2024)."
    )


def test_citation_is_read_by_programs() -> None:
    assert CITED.bibtex.startswith("@online{fil-d-orient-2023-7,\n")
    assert "title = {{Blinken \\& Fidan : 50 \\% d’accord}}" in CITED.bibtex
    assert [line[:6] for line in CITED.ris.splitlines()] == [
        f"{tag}  - " for tag in ("TY", "AU", "TI", "T2", "DA", "PY", "UR", "Y2", "LA", "ER")
    ]
    record = json.loads(CITED.csl_json)[0]
    assert (record["issued"], record["author"]) == ({"date-parts": [[2023, 11, 6]]}, [{"literal": "Inès Kaplan"}])


def cited_address(page: str) -> str:
    box = page[page.index('class="cite"') :]
    return unescape(re.search(r'<p><a href="http://testserver([^"]+)"', box).group(1))


def test_cited_annotation_is_seen_again_after_changes(client: Client, editor: User) -> None:
    article = ArticleFactory(text="Antony Blinken a parlé.", run=PipelineRunFactory())
    mention = MentionFactory(article=article, run=article.run)
    address = cited_address(client.get(f"/articles/{article.pk}/").content.decode())

    reject_mention(mention, by=editor, version=mention.version)

    assert f"m-{mention.pk}" not in client.get(f"/articles/{article.pk}/").content.decode()
    assert f"m-{mention.pk}" in client.get(address).content.decode()
    assert cited_address(client.get(f"/articles/{article.pk}/").content.decode()) != address


def test_cited_meeting_tells_that_it_was_changed_since(client: Client) -> None:
    meeting = MeetingFactory(actors=[ActorFactory(name="Hakan Fidan")])
    MeetingReportFactory(meeting=meeting)

    page = client.get(f"/meetings/{meeting.pk}/", {"version": "n'importe"}).content.decode()

    assert cited_address(page) == f"/meetings/{meeting.pk}/"
    assert "depuis la version citée" not in page


@time_machine.travel("2024-03-01 12:00+01:00")
def test_cited_search_has_the_address_of_the_search(client: Client) -> None:
    page = client.get("/search/", {"q": "Blinken"}).content.decode()

    assert (cited_address(page), "consulté le 1er mars 2024" in page) == ("/search/?q=Blinken", True)
    with override("en"):
        assert "accessed 1 March 2024" in page
