"""A whole article corrected and reviewed without the mouse, every keystroke counted."""

import sys

import pytest
from playwright.sync_api import Page, expect

from articles.enums import EvidenceField, ReviewState
from articles.models import Article, Evidence
from tests.e2e.pressing import press
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    ReviewFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = (
    "ANKARA, 6 novembre (Agence) – Le ministre Karim Benali a rencontré lundi à Ankara la cheffe de la diplomatie "
    "Anna Lind.\n\n"
    "Mission accomplie, a dit Benali. L’OTAN a salué cette visite, comme l’Union européenne et la Norvège. "
    "La candidature de la Suède reste ouverte ; Lind ira mardi à Oslo, puis à Tunis.\n\n"
    "Le président Marc Roy, attendu jeudi au Caire, verra aussi le roi d’Espagne. Les Tunisiens attendent."
)
#: What the machine proposes: words, label, and which time they occur.
PROPOSED = [
    ("ANKARA", "GPE", 1), ("6 novembre", "DATE", 1), ("ministre", "ROLE", 1), ("Karim", "PER", 1), ("lundi", "DATE", 1),
    ("Ankara", "PER", 1), ("cheffe de la diplomatie", "ROLE", 1), ("Anna Lind", "PER", 1), ("Mission", "ORG", 1),
    ("Benali", "PER", 2), ("OTAN", "ORG", 1), ("Union européenne", "ORG", 1), ("Norvège", "GPE", 1), ("Lind", "PER", 2),
    ("mardi", "DATE", 1), ("Oslo", "GPE", 1), ("Tunis", "GPE", 1), ("Marc Roy", "PER", 1), ("jeudi", "DATE", 1),
    ("Espagne", "GPE", 1),
]  # fmt: skip
#: Counts keys as they go down, and everything a mouse or finger does.
COUNTER = """
  const kept = (name) => JSON.parse(sessionStorage[name] ?? "[]");
  addEventListener("keydown", ({ key }) => (sessionStorage.pressed = JSON.stringify([...kept("pressed"), key])), true);
  for (const name of ["pointerdown", "mousedown", "touchstart", "wheel"])
    addEventListener(name, () => (sessionStorage.pointed = Number(sessionStorage.pointed ?? 0) + 1), true);
"""
#: At most so many keystrokes a decision, on average.
MOST_KEYS = 2.2


@pytest.fixture
def article() -> Article:
    """Twenty mentions, four of them wrong, one missing, and a meeting with a wrong date."""
    article = ArticleFactory(text=TEXT)
    ReviewFactory(article=article)
    benali, lind = ActorFactory(name="Karim Benali"), ActorFactory(name="Anna Lind")
    stranger = ActorFactory(name="Olga Lind")
    actors = {"Karim": benali, "Benali": benali, "Anna Lind": lind, "Lind": stranger}
    values = {"6 novembre": "2023-11-06", "lundi": "2023-11-06", "mardi": "2023-11-07", "jeudi": "2023-11-09"}
    for words, label, number in PROPOSED:
        start = -1
        for _ in range(number):
            start = TEXT.index(words, start + 1)
        actor = actors.get(words)
        MentionFactory(article=article, text=words, start=start, label=label, actor=actor, value=values.get(words, ""))
    report = MeetingReportFactory(
        article=article, actors=[benali, lind], date_value="2023-11-07", place=PlaceFactory(name="Ankara"), meeting=None
    )
    start = TEXT.index("mardi")
    Evidence.objects.create(report=report, field=EvidenceField.DATE, start=start, end=start + 5)
    return article


def test_article_is_corrected_and_reviewed_by_keyboard(
    editor_page: Page, article: Article, capsys: pytest.CaptureFixture[str]
) -> None:
    page = editor_page
    page.evaluate("sessionStorage.clear()")
    page.add_init_script(COUNTER)
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_be_focused()

    press(page, "a", "a", "a")  # ANKARA, 6 novembre, ministre
    press(page, "e", "j")  # Karim -> Karim Benali
    press(page, "a", "4", "j")  # lundi; Ankara is a city
    press(page, "a", "a", "x")  # cheffe…, Anna Lind; Mission is no organisation
    press(page, "a", "a", "a", "a")  # Benali, OTAN, Union européenne, Norvège
    press(page, "l")  # Lind is Anna, not Olga
    expect(page.locator("#mention-actor")).to_be_focused()
    with page.expect_response(lambda answer: answer.url.endswith("q=ann")):
        press(page, "a", "n", "n")
    expect(page.locator("[role=option]:visible")).to_have_count(1)
    press(page, "ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_contain_text("Anna Lind")
    press(page, "Enter")
    expect(page.locator("#text mark.here")).to_be_focused()
    press(page, "n", "S", "4", "j")  # Suède was missing, just before
    press(page, "a", "a", "a", "a", "a", "a")  # mardi, Oslo, Tunis, Marc Roy, jeudi, Espagne
    expect(page.locator("li.meeting.here")).to_be_focused()
    press(page, "c")
    expect(page.locator("textarea[name=participants]").first).to_be_focused()
    press(page, "Tab", "Tab", "Tab", "ArrowDown", "Enter", "Enter")  # the date: 6 novembre
    expect(page.locator("[data-unsaved]")).to_have_count(0, timeout=60_000)
    press(page, "f")
    page.wait_for_selector(".messages .success")

    pressed, pointed = page.evaluate("[JSON.parse(sessionStorage.pressed), Number(sessionStorage.pointed ?? 0)]")
    decisions = len(PROPOSED) + 2
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(pressed)} keystrokes for {decisions} decisions: {len(pressed) / decisions:.2f} each\n"
        )
    assert (pointed, len(pressed) / decisions <= MOST_KEYS) == (0, True)
    check(article)


def check(article: Article) -> None:
    """All as it ought to be, in the database."""
    article.review.refresh_from_db()
    assert article.review.state == ReviewState.REVIEWED
    right = {words: (words, label, "accepted") for words, label, _number in PROPOSED}
    right["Karim"] = ("Karim Benali", "PER", "changed")
    right["Ankara"] = ("Ankara", "GPE", "changed")
    right["Mission"] = ("Mission", "ORG", "rejected")
    right["Lind"] = ("Lind", "PER", "changed")
    found = [(each.text, each.label, each.status) for each in article.mentions.in_order()]
    assert sorted(found) == sorted([*right.values(), ("Suède", "GPE", "added")])
    assert article.mentions.get(text="Lind").actor.name == "Anna Lind"
    report = article.meeting_reports.get()
    assert (report.date_value, report.status) == ("2023-11-06", "changed")
    words = [TEXT[each.start : each.end] for each in report.evidence.filter(field=EvidenceField.DATE)]
    assert words == ["6 novembre"]
