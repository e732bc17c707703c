"""The panel of a mention says what it is told as text, and offers what would change something."""

import re
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.http import QueryDict

from articles.enums import AnnotationStatus, KeysWork, MentionLabel
from articles.models import Actor, Keyboard, MeetingReport, Mention, Place
from articles.queries.progress import Progress
from articles.queries.sureness import Acceptance
from articles.templatetags.mention_panel import mention_panel
from articles.templatetags.pressing import record_buttons
from articles.templatetags.saved_edits import progress_told, saved_told

EVIL = "<script>\"'&"
SHOWN = "&lt;script&gt;&quot;&#x27;&amp;"


def context(query: str = "", keyboard: Keyboard | None = None, **more: Any) -> dict[str, Any]:
    user = User(username="editor")
    user._keyboard = keyboard or Keyboard(user=user)  # type: ignore[attr-defined]  # as looked up before
    request = SimpleNamespace(user=user, GET=QueryDict(query))
    return {"request": request, "csrf_token": EVIL, "article": SimpleNamespace(pk=7), **more}


def mention(**fields: Any) -> Mention:
    given = {"label": MentionLabel.PER, "text": EVIL, "confidence": 0.9, "link_confidence": 0.5, "version": 3}
    return Mention(pk=5, article_id=7, start=2, end=9, **{**given, **fields})


def test_words_and_names_are_written_as_text() -> None:
    actor = Actor(name=EVIL, slug=EVIL)
    place = Place(name=EVIL, slug=EVIL, kind="city")
    decided = {"status": AnnotationStatus.ACCEPTED, "decided_by": User(username=EVIL)}

    person = mention_panel(context(), mention(actor=actor))
    city = mention_panel(context(), mention(label=MentionLabel.GPE, place=place, **decided))

    assert "<script" not in person + city
    # The words, and the actor or place with its name and slug in a field; who decided; the token of each form.
    assert person.count(SHOWN) == 1 + 3 + person.count("csrfmiddlewaretoken")
    assert city.count(SHOWN) == 1 + 3 + 1 + city.count("csrfmiddlewaretoken")


def test_keys_that_were_chosen_are_written_as_text() -> None:
    keyboard = Keyboard(keys={"accept": ["<"], "reject": []})

    html = mention_panel(context(keyboard=keyboard), mention())

    assert "<kbd>&lt;</kbd></button>" in html
    assert re.search(r'id="reject">[^<]*</button>', html)
    assert "<kbd>" not in mention_panel(context(keyboard=Keyboard(work=KeysWork.OFF)), mention())


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        (AnnotationStatus.PROPOSED, ["accept", "reject"]),
        (AnnotationStatus.ACCEPTED, ["reject", "restore"]),
        (AnnotationStatus.REJECTED, ["accept", "restore"]),
        (AnnotationStatus.ADDED, ["reject", "restore"]),
    ],
)
def test_what_would_change_nothing_is_not_offered(status: AnnotationStatus, wanted: list[str]) -> None:
    panel = mention_panel(context(), mention(status=status))
    card = record_buttons(context(), "report", MeetingReport(pk=8, status=status, version=4))

    assert re.findall(r'id="(accept|reject|restore)"', panel) == wanted
    assert re.findall(r'action="/reports/8/(\w+)/"', card) == wanted
    assert card.count('name="version" value="4"') == len(wanted)


def test_the_order_of_the_page_is_kept_in_every_address() -> None:
    html = mention_panel(context("order=doubt"), mention())

    edits = re.findall(r'action="([^"]+)"', html)
    assert len(edits) > 5
    assert all(address.endswith("/?order=doubt") for address in edits)


def test_what_was_saved_is_written_as_text() -> None:
    html = saved_told(context(told=EVIL))

    assert html.count(SHOWN) == 1 + 2
    assert "<script" not in html


def test_the_time_of_saving_and_the_ways_back_are_told() -> None:
    html = saved_told(context(saved_at=datetime(2026, 1, 2, 13, 4, 5)))

    assert "13:04:05" in html
    assert re.findall(r'action="([^"]+)"', html) == ["/articles/7/undo/", "/articles/7/redo/"]


def test_all_that_one_click_accepted_is_taken_back_by_one() -> None:
    html = saved_told(context(acceptance=Acceptance(UUID(int=1), 12)))

    assert f"/articles/7/actions/{UUID(int=1)}/undo/" in html
    assert "12" in html.split("</form>")[0]


def test_progress_counts_what_is_decided_and_what_is_doubtful() -> None:
    assert 'value="3" max="9"' in progress_told(Progress(3, 9, 0))
    assert "doubts" not in progress_told(Progress(3, 9, 0))
    assert "2" in progress_told(Progress(3, 9, 2)).partition("doubts")[2]
