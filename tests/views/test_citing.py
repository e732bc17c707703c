"""References: what they tell, that programs read them, and that what is cited can be seen again."""

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils.translation import override

from articles.actions.mentions import reject_mention
from articles.actions.reports import reject_report
from articles.exporters.citations import Citation, cite_key
from articles.models import Meeting
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    PipelineRunFactory,
    PlaceFactory,
)

pytestmark = pytest.mark.django_db

CITED = Citation(
    key=cite_key("Fil d’Orient", "2023", "7"),
    title="Blinken & Fidan : 50 % d’accord",
    outlet="Fil d’Orient",
    published="2023-11-06",
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
    strange = replace(CITED, title="Un } deux", authors=("R&D {Presse", "Veuve and Fils")).bibtex
    assert "author = {R\\&D \\textbraceleft{}Presse and {Veuve and Fils}}" in strange
    assert "title = {{Un \\textbraceright{} deux}}" in strange
    assert strange.count("{") == strange.count("}")
    assert [line[:6] for line in CITED.ris.splitlines()] == [
        f"{tag}  - " for tag in ("TY", "AU", "TI", "T2", "DA", "PY", "UR", "Y2", "LA", "ER")
    ]
    record = json.loads(CITED.csl_json)[0]
    assert (record["issued"], record["author"]) == ({"date-parts": [[2023, 11, 6]]}, [{"literal": "Inès Kaplan"}])


@pytest.mark.parametrize(
    ("published", "french", "ris", "issued"),
    [
        ("2023-11", "Fil d’Orient, novembre 2023, ", "2023/11/", [[2023, 11]]),
        ("2023", "Fil d’Orient, 2023, ", "2023//", [[2023]]),
        (
            "2023-11-06/2023-11-08",
            "Fil d’Orient, du 6 au 8 novembre 2023, ",
            "2023/11/06",
            [[2023, 11, 6], [2023, 11, 8]],
        ),
    ],
)
def test_citation_is_as_precise_as_what_is_told(published: str, french: str, ris: str, issued: list[list[int]]) -> None:
    cited = replace(CITED, published=published)
    assert french in cited.french
    assert f"date = {{{published}}}" in cited.bibtex
    assert f"\nDA  - {ris}\nPY  - 2023\n" in cited.ris
    assert json.loads(cited.csl_json)[0]["issued"] == {"date-parts": issued}


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


@pytest.fixture
def cited(client: Client) -> tuple[Meeting, str]:
    """A meeting of one report, and the address under which its page says to cite it."""
    fidan = ActorFactory(name="Hakan Fidan")
    meeting = MeetingFactory(actors=[fidan])
    MeetingReportFactory(meeting=meeting, place=meeting.place, actors=[fidan])
    return meeting, cited_address(client.get(f"/meetings/{meeting.pk}/").content.decode())


def test_cited_meeting_is_shown_as_it_stood_with_what_differs_today(client: Client, cited: tuple[Meeting, str]) -> None:
    meeting, address = cited
    assert "rien n’a changé depuis" in client.get(address).content.decode()

    Meeting.objects.filter(pk=meeting.pk).update(
        date_value="2023-11-07", starts_on="2023-11-07", ends_on="2023-11-07", place=PlaceFactory(name="Paris")
    )
    page = client.get(address)

    differences = [(each.name, each.before, each.after) for each in page.context["differences"]]
    assert differences == [("date", "2023-11-06", "2023-11-07"), ("place", "Ankara", "Paris")]
    assert "<ins>Paris</ins>" in page.content.decode()
    assert page.context["meeting"].date_value == "2023-11-06"
    assert cited_address(client.get(f"/meetings/{meeting.pk}/").content.decode()) != address


def test_cited_meeting_counts_the_versions_people_made(
    client: Client, editor: User, cited: tuple[Meeting, str]
) -> None:
    meeting, address = cited
    report = meeting.reports.get()
    reject_report(report, by=editor, version=report.version)

    page = client.get(address)

    assert (page.context["earlier"].number, page.context["earlier"].versions) == (1, 2)
    assert [each.actor.name for each in page.context["earlier"].participants] == ["Hakan Fidan"]
    assert "Plus aucun article" in page.content.decode()
    assert client.get(f"/meetings/{meeting.pk}/").status_code == 404


def test_meeting_takes_no_version_for_one_that_is_none(client: Client, cited: tuple[Meeting, str]) -> None:
    for version in ("n'importe", "", "9999-12-31", "2023-13-01", "1"):
        page = client.get(f"/meetings/{cited[0].pk}/", {"version": version})
        assert (page.status_code, "rien n’a changé" in page.content.decode()) == (200, False)


def test_cited_meeting_names_people_as_they_are_written(client: Client) -> None:
    people = [ActorFactory(name="Robert O'Neill"), ActorFactory(name="Nadia Ould")]
    meeting = MeetingFactory(actors=people)
    MeetingReportFactory(meeting=meeting, place=meeting.place, actors=people)

    page = client.get(f"/meetings/{meeting.pk}/").content.decode()

    box = unescape(page[page.index('class="cite"') :])
    assert "Robert O'Neill — Nadia Ould" in box
    assert "&#" not in box


@time_machine.travel("2024-03-01 12:00+01:00")
def test_cited_search_has_the_address_of_the_search(client: Client) -> None:
    page = client.get("/search/", {"q": "Blinken"}).content.decode()

    assert (cited_address(page), "consulté le 1er mars 2024" in page) == ("/search/?q=Blinken", True)
    with override("en"):
        assert "accessed 1 March 2024" in page


@pytest.mark.parametrize(
    ("address", "french", "english"),
    [
        (
            "/search/?q=Fidan&from=2023-11&to=2023-11",
            "Recherche : Fidan, période novembre 2023",
            "Search: Fidan, period November 2023",
        ),
        (
            "/meetings/?actor=hakan-fidan&status=held",
            "Rencontres : Hakan Fidan, statut tenue",
            "Meetings: Hakan Fidan, status held",
        ),
        (
            "/statements/?speaker=hakan-fidan&direct=yes",
            "Déclarations, locuteur Hakan Fidan, ",
            "Statements, speaker Hakan Fidan, ",
        ),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_search_is_cited_in_each_language(
    client: Client, address: str, french: str, english: str, language: str
) -> None:
    ActorFactory(name="Hakan Fidan")
    citation = client.get(address, headers={"Accept-Language": language}).context["citation"]

    assert (citation.address, citation.language) == (f"http://testserver{address}", language)
    assert f"« {french}" in citation.french
    assert f"“{english}" in citation.english
    assert citation.ris.startswith("TY  - ELEC\n")
    assert json.loads(citation.csl_json)[0]["type"] == "webpage"


def test_meeting_of_a_month_is_cited_with_the_month(client: Client) -> None:
    meeting = MeetingFactory(date_value="2023-11", starts_on=date(2023, 11, 1), ends_on=date(2023, 11, 30))
    MeetingReportFactory(meeting=meeting)
    assert ", novembre 2023, " in client.get(f"/meetings/{meeting.pk}/").context["citation"].french
