"""Words clicked in the article while a form is open go into a field that can take them."""

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Article, PlaceName
from articles.validators import name_key
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, MentionFactory, PlaceFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "Anna Roy a vu Karim Benali lundi à Oslo, avec Marc Lind ; Jeanne Dor y était aussi."


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(text=TEXT)
    people = {name: ActorFactory(name=name) for name in ("Anna Roy", "Karim Benali", "Marc Lind")}
    for name, actor in people.items():
        MentionFactory(article=article, text=name, label="PER", actor=actor)
    MentionFactory(article=article, text="Jeanne Dor", label="PER")
    MentionFactory(article=article, text="lundi", label="DATE", value="2023-11-06")
    oslo = PlaceFactory(name="Oslo")
    PlaceName.objects.create(place=oslo, name=oslo.name, key=name_key(oslo.name))
    MentionFactory(article=article, text="Oslo", label="GPE", place=oslo)
    actors = [people["Anna Roy"], people["Karim Benali"]]
    MeetingReportFactory(article=article, actors=actors, date_value="", sentence=TEXT, meeting=None)
    return article


@pytest.fixture
def form(editor_page: Page, article: Article) -> Locator:
    """The form of the meeting, with the focus in its participants."""
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    page.locator("li.meeting [data-correct]").click()
    form = page.locator("form[data-pieces]")
    expect(form.locator("[name=participants]")).to_be_focused()
    return form


def field(form: Locator, name: str) -> Locator:
    return form.locator(f"[name={name}]")


def click(page: Page, words: str) -> None:
    page.locator("#text mark", has_text=words).click()


def test_each_kind_of_words_goes_to_its_field(editor_page: Page, form: Locator) -> None:
    page = editor_page
    click(page, "lundi")
    expect(field(form, "date_value")).to_have_value("2023-11-06")
    expect(field(form, "date_value")).to_be_focused()
    expect(page.locator("#status")).to_have_text("Date – Repris du texte : lundi")
    click(page, "Marc Lind")
    expect(field(form, "participants")).to_have_value("Anna Roy\nKarim Benali\nMarc Lind")
    click(page, "Oslo")
    expect(field(form, "place")).to_have_value("Oslo")
    field(form, "status").focus()
    click(page, "Jeanne Dor")
    expect(field(form, "participants")).to_have_value("Anna Roy\nKarim Benali\nMarc Lind\nJeanne Dor")
    proofs = [proof.get_attribute("value") for proof in form.locator("[name=proof]").all()]
    assert [proof.partition(":")[0] for proof in proofs if proof] == ["participant", "participant", "date", "place"]


def test_the_field_in_use_is_kept_where_it_takes_the_words(editor_page: Page, form: Locator) -> None:
    field(form, "hosts").focus()
    click(editor_page, "Anna Roy")
    expect(field(form, "hosts")).to_have_value("Anna Roy")
    field(form, "topics").focus()
    click(editor_page, "lundi")
    expect(field(form, "topics")).to_have_value("lundi")
    expect(field(form, "date_value")).to_have_value("")


def test_words_that_no_field_takes_go_nowhere(editor_page: Page, form: Locator) -> None:
    """A statement has no date."""
    page = editor_page
    page.keyboard.press("Escape")
    page.locator("#text mark", has_text="Anna Roy").click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("D")
    added = page.locator("#statement-adding form[data-pieces]")
    expect(field(added, "speaker")).to_be_focused()
    before = field(added, "speaker").input_value()
    click(page, "lundi")
    expect(page.locator("#status")).to_have_text("Aucun champ de ce formulaire ne prend : lundi")
    expect(field(added, "speaker")).to_have_value(before)
    expect(field(added, "speaker")).to_be_focused()


def options(page: Page) -> Locator:
    return page.locator("#pieces [role=option]")


def test_the_list_offers_what_fits_the_letters_typed(editor_page: Page, form: Locator) -> None:
    page = editor_page
    people = field(form, "participants")
    people.press("Control+End")
    people.press_sequentially("\nlin")
    expect(options(page)).to_have_count(1)
    expect(options(page)).to_contain_text("Marc Lind")
    expect(people).not_to_have_attribute("aria-activedescendant", "piece-0")
    page.keyboard.press("ArrowDown")
    expect(people).to_have_attribute("aria-activedescendant", "piece-0")
    page.keyboard.press("Enter")
    expect(people).to_have_value("Anna Roy\nKarim Benali\nMarc Lind")
    expect(form.locator("[name=proof]")).to_have_count(1)
    expect(options(page)).to_have_count(0)

    page.keyboard.press("Enter")
    page.keyboard.type("zzz")
    expect(options(page)).to_have_count(0)
    page.keyboard.press("Enter")  # a new line, as without a list
    expect(people).to_have_value("Anna Roy\nKarim Benali\nMarc Lind\nzzz\n")


def test_letters_in_the_midst_of_lines_count_for_their_line(editor_page: Page, form: Locator) -> None:
    page = editor_page
    people = field(form, "participants")
    people.press("Control+Home")
    people.press_sequentially("mar\n")
    people.press("ArrowUp")
    people.press("End")
    people.press_sequentially("c")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(people).to_have_value("Marc Lind\nAnna Roy\nKarim Benali")


def test_who_is_not_in_the_article_is_found_in_the_collection(editor_page: Page, form: Locator) -> None:
    page = editor_page
    ActorFactory(name="Marcel Aubry", country="FR")
    people = field(form, "participants")
    people.press("Control+End")
    people.press_sequentially("\nmarc")
    expect(options(page)).to_have_count(2)
    expect(options(page).nth(1)).to_contain_text("Marcel Aubry France")
    expect(page.locator("body > [role=status]", has_text="2 suggestions")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(people).to_have_value("Anna Roy\nKarim Benali\nMarcel Aubry")
    expect(form.locator("[name=proof]")).to_have_count(0)


def test_namesakes_of_the_collection_are_told_apart(editor_page: Page, form: Locator) -> None:
    page = editor_page
    for slug, country in (("jean-petit", "FR"), ("jean-petit-2", "CA")):
        ActorFactory(name="Jean Petit", slug=slug, country=country)
    people = field(form, "participants")
    people.press("Control+End")
    people.press_sequentially("\npetit")
    options(page).filter(has_text="Canada").click()
    expect(people).to_have_value("Anna Roy\nKarim Benali\njean-petit-2")


def test_places_and_dates_fit_too(editor_page: Page, form: Locator) -> None:
    page = editor_page
    bergen = PlaceFactory(name="Bergen", country="NO")
    PlaceName.objects.create(place=bergen, name=bergen.name, key=name_key(bergen.name))
    place, day = field(form, "place"), field(form, "date_value")
    place.fill("")
    place.press_sequentially("os")
    expect(options(page)).to_have_count(1)
    place.fill("")
    place.press_sequentially("berg")
    expect(options(page)).to_contain_text("Bergen ville, Norvège")
    options(page).click()
    expect(place).to_have_value("Bergen")
    day.fill("")
    day.press_sequentially("2022")
    expect(options(page)).to_have_count(0)
    day.fill("")
    day.press_sequentially("lun")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(day).to_have_value("2023-11-06")


def test_list_opened_by_the_key_shows_all_until_something_is_typed(editor_page: Page, form: Locator) -> None:
    page = editor_page
    field(form, "participants").press("Alt+ArrowDown")
    expect(options(page)).to_have_count(3)
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(form).to_be_visible()
