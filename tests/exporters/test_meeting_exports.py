import csv
import io
import json
import re
from datetime import date, datetime
from xml.etree import ElementTree

import pytest
from django.test import Client

from articles.exporters.calendars import escaped, line
from articles.models import Actor, Meeting
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    PlaceFactory,
    PostFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
SENTENCE = "=Ana a reçu l’émissaire ; « bon accueil », dit-elle."


@pytest.fixture
def meetings() -> list[Meeting]:
    """One with all there is to tell, decided by a person; one without a date, proposed."""
    ana, ben = ActorFactory(name="Ana, la \\ Ministre", slug="ana", country="FR"), ActorFactory(name="Ben", slug="ben")
    post = PostFactory(actor=ana, title="ministre; des <Affaires>", country="FR")
    place = PlaceFactory(name="Ville, <Haute>", slug="ville", country="TR")
    full = MeetingFactory(
        date_value="2023-11", starts_on=date(2023, 11, 1), ends_on=date(2023, 11, 30), place=place, duration=150
    )
    full.participations.create(actor=ana, post=post, part="host")
    full.participations.create(actor=ben, part="visitor")
    article = ArticleFactory(
        text=f"😀 {SENTENCE}", source=SourceFactory(name="Agence & Cie"), external_id="un", title="T"
    )
    report = MeetingReportFactory(meeting=full, article=article, sentence=SENTENCE, status="accepted")
    topic = article.text.index("bon accueil")
    report.evidence.create(field="topic", start=topic, end=topic + len("bon accueil"))
    MeetingReportFactory(meeting=full, article=ArticleFactory(external_id="deux"))
    bare = MeetingFactory(actors=[ben], date_value="", place=None, kind="call", meeting_status="denied")
    MeetingReportFactory(meeting=bare, article=ArticleFactory(external_id="trois"))
    return [full, bare]


def taken(client: Client, form: str, query: str = "") -> str:
    response = client.get(f"/meetings/export.{form}{query}")
    assert response.status_code == 200
    return b"".join(response.streaming_content).decode()


def test_json_holds_every_meeting_with_who_decided_and_its_articles(client: Client, meetings: list[Meeting]) -> None:
    told = json.loads(taken(client, "json"))

    assert (told["count"], [one["id"] for one in told["meetings"]]) == (2, [meeting.pk for meeting in meetings])
    full, bare = told["meetings"]
    assert full["participants"][0] == {
        "slug": "ana",
        "name": "Ana, la \\ Ministre",
        "type": "person",
        "country": "FR",
        "post": "ministre; des <Affaires>",
        "part": "host",
    }
    assert (full["topics"], bare["topics"]) == (["bon accueil"], [])
    assert (full["decided_by"], bare["decided_by"]) == ("person", "machine")
    assert [(one["article"], one["decided_by"]) for one in full["reports"]] == [("un", "person"), ("deux", "machine")]
    assert (full["sentence"], full["date"], full["first_day"], full["minutes"]) == (
        SENTENCE,
        "2023-11",
        "2023-11-01",
        150,
    )
    assert (full["plover"], bare["plover"]) == (
        {"event": "CONSULT", "mode": "third-party"},
        {"event": "REJECT", "mode": "phone"},
    )


def test_csv_has_a_line_a_meeting_and_no_formulas(client: Client, meetings: list[Meeting]) -> None:
    rows = list(csv.DictReader(io.StringIO(taken(client, "csv"))))

    assert [row["id"] for row in rows] == [str(meeting.pk) for meeting in meetings]
    full = rows[0]
    assert full["participants"] == "Ana, la \\ Ministre (ministre; des <Affaires>, France) | Ben"
    assert (full["sentence"], full["decided_by"], full["source_count"]) == (f"'{SENTENCE}", "person", "2")
    assert (full["hosts"], full["visitors"], full["topics"]) == ("Ana, la \\ Ministre", "Ben", "bon accueil")
    assert full["articles"].count("http://testserver/articles/") == 2


def test_exports_hold_exactly_what_the_search_finds(client: Client, meetings: list[Meeting]) -> None:
    for form in ("csv", "json", "ics", "atom"):
        told = taken(client, form, "?kind=call")
        assert (f"/meetings/{meetings[1].pk}/" in told, f"/meetings/{meetings[0].pk}/" in told) == (True, False)
    assert client.get("/meetings/export.json?actor=personne").status_code == 400
    assert client.get("/meetings/export.exe").status_code == 404
    assert client.post("/meetings/export.csv").status_code == 405


def components(calendar: str) -> list[tuple[str, dict[str, str]]]:
    """Read a calendar as strictly as RFC 5545 writes it: folding, nesting, properties at most once."""
    assert calendar.endswith("\r\n")
    assert "\n" not in calendar.replace("\r\n", "")
    assert all(len(one.encode()) <= 75 for one in calendar.split("\r\n"))
    found: list[tuple[str, dict[str, str]]] = []
    stack: list[tuple[str, dict[str, str]]] = []
    for content in re.sub("\r\n[ \t]", "", calendar).split("\r\n")[:-1]:
        name, colon, value = content.partition(":")
        assert colon
        assert re.fullmatch(r"[A-Z-]+(;[A-Z]+=[A-Z]+)*", name)
        if name == "BEGIN":
            stack.append((value, {}))
        elif name == "END":
            assert stack[-1][0] == value
            found.append(stack.pop())
        else:
            assert name not in stack[-1][1]
            stack[-1][1][name] = value
    assert stack == []
    return found


def unescaped(value: str) -> str:
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], value)


def test_calendar_is_valid_and_keeps_meetings_without_a_date(client: Client, meetings: list[Meeting]) -> None:
    event, journal, whole = components(taken(client, "ics"))

    assert whole[0] == "VCALENDAR"
    assert {"VERSION": "2.0", "PRODID": "-//newsdesk//meetings//FR"}.items() <= whole[1].items()
    kind, told = event
    assert (kind, told["DTSTART;VALUE=DATE"], told["DTEND;VALUE=DATE"]) == ("VEVENT", "20231101", "20231201")
    assert told["UID"] == f"meeting-{meetings[0].pk}@testserver"
    assert datetime.strptime(told["DTSTAMP"], "%Y%m%dT%H%M%SZ")
    assert unescaped(told["SUMMARY"]) == "Ana, la \\ Ministre — Ben"
    assert unescaped(told["LOCATION"]) == "Ville, <Haute>"
    description = unescaped(told["DESCRIPTION"])
    assert description.startswith(f"« {SENTENCE} »\n")
    assert "Ana, la \\ Ministre\n" in description
    assert "bon accueil\n" in description.partition("\n")[2]
    assert (journal[0], "DTSTART;VALUE=DATE" in journal[1]) == ("VJOURNAL", False)


@pytest.mark.parametrize("text", ["é" * 200, "😀" * 60, "a" * 75, "\x00\x1b bell\r\nnext"])
def test_calendar_lines_are_folded_between_characters(text: str) -> None:
    folded = line("SUMMARY", escaped(text))

    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
    kept = "".join(char for char in text.replace("\r\n", "\n") if char == "\n" or char >= " ")
    assert unescaped(folded.replace("\r\n ", "").removesuffix("\r\n")) == f"SUMMARY:{kept}"


def test_feed_is_atom_with_sources_and_who_decided(client: Client, meetings: list[Meeting]) -> None:
    feed = ElementTree.fromstring(taken(client, "atom", "?sort=sources"))  # noqa: S314 - our own

    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}id") == "http://testserver/meetings/export.atom?sort=sources"
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        f"http://testserver/meetings/{meeting.pk}/" for meeting in meetings
    ]
    for element in [feed, *entries]:
        assert all(len(element.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated"))
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
    terms = [category.get("term") for category in entries[0].findall(f"{ATOM}category")]
    assert terms == ["in_person", "held", "decided-by-person"]
    vias = [link.get("title") for link in entries[0].findall(f"{ATOM}link") if link.get("rel") == "via"]
    assert vias == ["Agence & Cie", "Agence du Test"]


def test_title_of_an_export_says_names_as_they_are(client: Client, meetings: list[Meeting]) -> None:
    Actor.objects.filter(slug="ana").update(name="Ana O'Neill & Cie")

    assert json.loads(taken(client, "json", "?actor=ana&with=ben"))["title"] == "Rencontres : Ana O'Neill & Cie et Ben"


def test_exports_read_as_many_times_for_any_number(client: Client, django_assert_max_num_queries) -> None:
    for number in range(30):
        MeetingReportFactory(meeting=MeetingFactory(actors=[ActorFactory(name=f"Nom {number}")]))

    with django_assert_max_num_queries(8):
        assert len(json.loads(taken(client, "json"))["meetings"]) == 30
