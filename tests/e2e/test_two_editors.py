"""Two editors on one article, and a lost connection."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.actions.mentions import accept_mention, change_mention
from articles.models import Article, Mention
from tests.factories import ArticleFactory, MentionFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(text="Anna Roy a vu Hakan Fidan à Ankara, puis Lina Azar.")
    for text, label in (("Anna Roy", "PER"), ("Hakan Fidan", "PER"), ("Ankara", "LOC"), ("Lina Azar", "PER")):
        MentionFactory(article=article, text=text, label=label)
    return article


def labels(article: Article) -> list[tuple[str, str]]:
    return list(article.mentions.in_order().values_list("label", "status"))


def conflict(page: Page, article: Article, manager: User) -> Mention:
    """The editor wants ORG for words that the manager made GPE meanwhile."""
    mention = article.mentions.get(text="Ankara")
    page.goto(f"/articles/{article.pk}/annotate/")
    page.locator(f"#m-{mention.pk}").focus()
    page.keyboard.press("Enter")
    change_mention(mention, by=manager, version=1, label="GPE")
    page.keyboard.press("3")
    stale = page.locator("#panel .stale")
    expect(stale).to_contain_text("GPE")
    expect(page.locator(f"#m-{mention.pk}")).to_have_attribute("data-unsaved", "conflict")
    return mention


def test_ones_own_version_can_be_made_to_stand(editor_page: Page, article: Article, manager: User) -> None:
    mention = conflict(editor_page, article, manager)
    editor_page.locator("form[data-mine] button").press("Enter")
    expect(editor_page.locator("[data-unsaved]")).to_have_count(0)
    expect(editor_page.locator(f"#m-{mention.pk}")).to_have_attribute("data-label", "ORG")
    mention.refresh_from_db()
    assert (mention.label, mention.version) == ("ORG", 3)


def test_the_others_version_can_be_kept(editor_page: Page, article: Article, manager: User) -> None:
    mention = conflict(editor_page, article, manager)
    editor_page.click("[data-theirs]")
    expect(editor_page.locator(f"#m-{mention.pk}")).to_have_attribute("data-label", "GPE")
    expect(editor_page.locator("[data-unsaved]")).to_have_count(0)
    mention.refresh_from_db()
    assert (mention.label, mention.version) == ("GPE", 2)


def test_editors_on_different_words_do_not_disturb_each_other(
    editor_page: Page, article: Article, manager: User
) -> None:
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_have_text("Anna Roy")
    accept_mention(article.mentions.get(text="Lina Azar"), by=manager, version=1)
    for key in ("a", "a", "4"):
        page.keyboard.press(key)
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    expect(page.locator("#panel .stale")).to_have_count(0)
    assert labels(article) == [("PER", "accepted"), ("PER", "accepted"), ("GPE", "changed"), ("PER", "accepted")]


def test_edits_wait_while_the_connection_is_lost_and_through_a_reload(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_have_text("Anna Roy")
    lost = "**/mentions/**"
    page.route(lost, lambda route: route.abort())
    for key in ("a", "a", "4"):
        page.keyboard.press(key)
    expect(page.locator("#connection .lost")).to_be_visible()
    expect(page.locator("#unsaved-list li")).to_have_count(3)
    expect(page.locator("[data-unsaved]")).to_have_count(3)
    page.reload()
    expect(page.locator("[data-unsaved]")).to_have_count(3)
    assert labels(article) == [("PER", "proposed"), ("PER", "proposed"), ("LOC", "proposed"), ("PER", "proposed")]
    page.unroute(lost)
    page.click("[data-unsaved-act=retry]")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    expect(page.locator("#connection")).to_be_hidden()
    assert labels(article) == [("PER", "accepted"), ("PER", "accepted"), ("GPE", "changed"), ("PER", "proposed")]


def test_undo_and_redo_by_keys_survive_a_reload(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_have_text("Anna Roy")
    page.keyboard.press("3")
    page.keyboard.press("a")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    page.reload()
    first = page.locator("#text mark").first
    expect(page.locator("#text mark.here")).to_be_visible()
    for key, label in (("u", "ORG"), ("u", "PER"), ("U", "ORG")):
        page.keyboard.press(key)
        expect(first).to_have_attribute("data-label", label)
    expect(page.locator("#text mark").nth(1)).to_have_attribute("data-status", "proposed")


def test_a_handle_moves_a_boundary_to_whole_words(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    page.locator("#text mark", has_text="Lina Azar").click()
    handle = page.locator("#handles [data-edge=start]")
    expect(handle).to_be_visible()
    box, target = handle.bounding_box(), page.locator("#text mark", has_text="Ankara").bounding_box()
    assert box
    assert target
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(target["x"] + target["width"] + 25, box["y"] + 8, steps=6)
    page.mouse.up()
    expect(page.locator("#text mark").nth(3)).to_have_text("puis Lina Azar")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    assert article.mentions.last().text == "puis Lina Azar"
