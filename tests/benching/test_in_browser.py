from io import StringIO

import pytest

from articles.management.benching import in_browser
from articles.management.commands.bench import Command
from articles.models import Article


@pytest.fixture
def no_chromium(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")


@pytest.mark.usefixtures("no_chromium")
def test_bench_says_that_nothing_was_measured_without_chromium() -> None:
    told = StringIO()

    Command(stdout=told).tell_opening(Article())

    assert told.getvalue().endswith(" not measured: no Chromium\n")


def test_opening_is_told_with_its_goal_and_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    told = StringIO()
    monkeypatch.setattr(in_browser, "missing", str)
    monkeypatch.setattr(in_browser, "opening", lambda _article: in_browser.Opening(3100, 700, 650))

    Command(stdout=told).tell_opening(Article())

    lines = [" ".join(line.split()) for line in told.getvalue().splitlines()]
    assert lines == [
        "open in Chromium, first mention judged by key 3100 ms ≤ 3000 ms missed",
        "of that, until the server's answer was there 700 ms",
        "processor time of the page in the browser 650 ms",
    ]
