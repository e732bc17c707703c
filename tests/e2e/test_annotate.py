"""An editor at work in Chromium: with the mouse, with the keys, beside somebody else."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.actions.mentions import change_mention
from articles.models import Article, Mention
from tests.factories import ArticleFactory, MentionFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: A phrase selected from its first to its last letter, as a drag of the mouse does it.
DRAG = """([from, to]) => {
  const pane = document.getElementById("text");
  const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
  const rect = (word, last) => {
    walker.currentNode = pane;
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(word);
      if (at < 0) continue;
      const range = document.createRange();
      const edge = last ? at + word.length - 1 : at;
      range.setStart(walker.currentNode, edge);
      range.setEnd(walker.currentNode, edge + 1);
      range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
      return range;
    }
  };
  const [first, last] = [rect(from, false), rect(to, true)].map((range) => range.getBoundingClientRect());
  return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
}"""


def drag(page: Page, first: str, last: str) -> None:
    """Select with the mouse from the word `first` to the word `last`."""
    left, top, right, bottom = page.evaluate(DRAG, [first, last])
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=5)
    page.mouse.up()


def mark(page: Page, first: str, last: str, *, label: str) -> None:
    """Select words and give them the label, all with the mouse."""
    drag(page, first, last)
    expect(page.locator("#panel input[name=start]")).to_be_attached()
    page.click(f"#panel button[value={label}]")
    expect(page.locator("#panel [data-mention]")).to_be_attached()
    saved(page)


def saved(page: Page) -> None:
    """Wait until the page calls everything saved."""
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    expect(page.locator("#saved")).not_to_be_empty()


def spans(article: Article) -> list[tuple[str, str, str]]:
    return [(each.text, each.label, each.status) for each in article.mentions.in_order()]


def test_selected_words_become_a_mention(editor_page: Page) -> None:
    article = ArticleFactory(text="Hier, l’OTAN a salué la visite de Hakan Fidan à Ankara.")
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    mark(editor_page, "Hakan", "Fidan", label="PER")
    expect(editor_page.locator("#text mark")).to_have_text(["Hakan Fidan"])
    mark(editor_page, "l’OTAN", "OTAN", label="ORG")
    expect(editor_page.locator("#text mark")).to_have_text(["OTAN", "Hakan Fidan"])
    assert spans(article) == [("OTAN", "ORG", "added"), ("Hakan Fidan", "PER", "added")]


def test_wrong_tag_is_corrected_with_the_mouse(editor_page: Page) -> None:
    mention = MentionFactory(text="Ankara", label="PER")
    editor_page.goto(f"/articles/{mention.article_id}/annotate/")
    editor_page.click(f"#m-{mention.pk}")
    editor_page.click("#panel button[value=GPE]")
    expect(editor_page.locator(f"#m-{mention.pk}")).to_have_attribute("data-label", "GPE")
    saved(editor_page)
    editor_page.reload()
    expect(editor_page.locator(f"#m-{mention.pk}")).to_have_attribute("data-label", "GPE")
    assert spans(mention.article) == [("Ankara", "GPE", "changed")]


def test_wrong_tag_is_corrected_with_the_keys(editor_page: Page) -> None:
    first = MentionFactory(text="Antony", label="ORG")
    second = MentionFactory(article=first.article, text="Ankara", label="GPE")
    editor_page.goto(f"/articles/{first.article_id}/annotate/")
    expect(editor_page.locator("#text mark.here")).to_have_text("Antony")
    editor_page.keyboard.press("1")
    expect(editor_page.locator(f"#m-{first.pk}")).to_have_attribute("data-label", "PER")
    editor_page.keyboard.press("]")
    expect(editor_page.locator(f"#m-{first.pk}")).to_have_text("Antony Blinken")
    editor_page.keyboard.press("j")
    expect(editor_page.locator("#panel h2")).to_have_text("Ankara")
    editor_page.keyboard.press("a")
    expect(editor_page.locator(f"#m-{second.pk}")).to_have_attribute("data-status", "accepted")
    saved(editor_page)
    editor_page.reload()
    expect(editor_page.locator("#text mark")).to_have_text(["Antony Blinken", "Ankara"])
    assert spans(first.article) == [("Antony Blinken", "PER", "changed"), ("Ankara", "GPE", "accepted")]


def test_words_are_marked_with_the_keys(editor_page: Page) -> None:
    article = ArticleFactory(text="Le ministre Hakan Fidan parle.")
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    for key in ("n", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "1"):
        editor_page.keyboard.press(key)
    expect(editor_page.locator("#text mark")).to_have_text(["Hakan Fidan"])
    saved(editor_page)
    assert spans(article) == [("Hakan Fidan", "PER", "added")]


def test_offsets_are_code_points_of_the_stored_text(editor_page: Page) -> None:
    text = "🕊️🇹🇷 Note\r\n\r\nE\u0301lysée 😀 : M. Zoë Ångström est là.\r\nPuis Ankara 🎉."
    article = ArticleFactory(text=text)
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    mark(editor_page, "Zoë", "Ångström", label="PER")
    expect(editor_page.locator("#text mark")).to_have_text(["Zoë Ångström"])
    mark(editor_page, "Ankara", "Ankara", label="GPE")
    expect(editor_page.locator("#text mark")).to_have_count(2)
    found = list(article.mentions.in_order().values_list("start", "end", "text"))
    assert found == [(at, at + len(words), words) for words in ("Zoë Ångström", "Ankara") for at in [text.index(words)]]


DIRTY = (
    "La cheffe de l&rsquo;Union, In&eacute;s Ll&oacute;pez, est 😀 avec l&#8217;OTAN.\r\n\r\n"
    "Ã\xa0 Kiruna, dÃ©jÃ\xa0 la Norv&egrave;ge&nbsp;: &lt;oui&gt;"
)


def test_words_drawn_for_entities_are_marked_in_the_stored_text(editor_page: Page) -> None:
    """What the page shows as one letter counts as the characters it is stored as, inside the words and before them."""
    article = ArticleFactory(text=DIRTY)
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    expect(editor_page.locator("#text")).to_contain_text("l’Union, Inés Llópez, est 😀 avec l’OTAN.")
    expect(editor_page.locator("#text")).to_contain_text("déjà la Norvège\xa0: <oui>")
    mark(editor_page, "Union", "Union", label="ORG")
    mark(editor_page, "In", "pez", label="PER")
    mark(editor_page, "OTAN", "OTAN", label="ORG")
    mark(editor_page, "Norv", "ge", label="GPE")
    expect(editor_page.locator("#text mark")).to_have_text(["Union", "Inés Llópez", "OTAN", "Norvège"])
    assert [(each.text, each.text == DIRTY[each.start : each.end]) for each in article.mentions.in_order()] == [
        ("Union", True), ("In&eacute;s Ll&oacute;pez", True), ("OTAN", True), ("Norv&egrave;ge", True),
    ]  # fmt: skip


def test_keys_move_a_boundary_over_words_drawn_for_entities(editor_page: Page) -> None:
    article = ArticleFactory(text=DIRTY)
    name = "In&eacute;s"
    mention = MentionFactory(article=article, text=name, label="PER")
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    expect(editor_page.locator("#text mark.here")).to_have_text("Inés")
    editor_page.keyboard.press("]")
    expect(editor_page.locator(f"#m-{mention.pk}")).to_have_text("Inés Llópez")
    expect(editor_page.locator("#panel h2").first).to_have_text("Inés Llópez")
    saved(editor_page)
    assert spans(article) == [("In&eacute;s Ll&oacute;pez", "PER", "changed")]


def test_words_drawn_for_entities_are_marked_with_the_keys(editor_page: Page) -> None:
    article = ArticleFactory(text="H&eacute;l&egrave;ne Roy est l&agrave;.")
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    for key in ("n", "Shift+ArrowRight", "1"):
        editor_page.keyboard.press(key)
    expect(editor_page.locator("#text mark")).to_have_text(["Hélène Roy"])
    saved(editor_page)
    assert spans(article) == [("H&eacute;l&egrave;ne Roy", "PER", "added")]


def test_stale_edit_shows_both_versions(editor_page: Page, manager: User) -> None:
    mention = MentionFactory(text="Ankara", label="LOC")
    editor_page.goto(f"/articles/{mention.article_id}/annotate/")
    change_mention(mention, by=manager, version=1, label="GPE")
    editor_page.click("#panel button[value=ORG]")
    stale = editor_page.locator("#panel .stale")
    expect(stale).to_contain_text("LOC")
    expect(stale).to_contain_text("GPE")
    expect(stale).to_contain_text("manager")
    assert Mention.objects.get(pk=mention.pk).label == "GPE"


def test_what_was_said_of_a_key_goes_with_the_next(editor_page: Page) -> None:
    article = ArticleFactory(text="Le ministre Karim Benali attend.")
    for words, label in (("ministre", "ROLE"), ("Karim Benali", "PER")):
        MentionFactory(article=article, text=words, label=label)
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    editor_page.keyboard.press("e")
    expect(editor_page.locator("#status")).to_contain_text("Karim Benali")
    editor_page.keyboard.press("j")
    expect(editor_page.locator("#status")).to_be_empty()


def test_link_key_goes_to_the_value_of_a_date(editor_page: Page) -> None:
    MentionFactory(article=ArticleFactory(text="Le 6 novembre."), text="6 novembre", label="DATE", value="2023-11-06")
    editor_page.goto(f"/articles/{Article.objects.get().pk}/annotate/")
    expect(editor_page.locator("#text mark.here")).to_be_focused()
    editor_page.keyboard.press("l")
    expect(editor_page.locator("[data-field=value]")).to_be_focused()


def test_focus_comes_back_where_an_undo_came_in_behind_the_help(editor_page: Page) -> None:
    article = ArticleFactory(text="Karim Benali et Anna Lind.")
    for words in ("Karim Benali", "Anna Lind"):
        MentionFactory(article=article, text=words, label="PER")
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_be_focused()
    page.keyboard.press("a")
    saved(page)
    with page.expect_response("**/undo/**"):
        page.keyboard.press("u")
        page.keyboard.press("?")
    expect(page.locator("#text mark[data-status=accepted]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#text mark.here")).to_be_focused()
