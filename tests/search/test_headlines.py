import pytest

from articles.search.headlines import CLOSE, OPEN, headlines, marked
from tests.factories import ArticleFactory


@pytest.mark.django_db
def test_headlines_mark_hits_and_escape_the_text() -> None:
    article = ArticleFactory(text="Accords & trêve <<tiennent")
    assert headlines([article.pk], "treve") == {article.pk: "Accords &amp; <mark>trêve</mark> &lt;&lt;tiennent"}


def test_marked_drops_markers_that_stood_in_the_text() -> None:
    assert marked(f"{CLOSE}a {OPEN}b {OPEN}c{CLOSE} <") == "a b <mark>c</mark> &lt;"


def test_marked_shows_the_character_that_an_entity_stands_for() -> None:
    headline = f"l&rsquo;{OPEN}Union{CLOSE} &lt;b&gt; dÃ©jÃ\xa0 &#xe0f1;x&#xe0f2;"
    assert marked(headline) == "l’<mark>Union</mark> &lt;b&gt; déjà &amp;#xe0f1;x&amp;#xe0f2;"
