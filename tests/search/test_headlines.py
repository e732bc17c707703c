import pytest

from articles.search.headlines import CLOSE, OPEN, headlines, marked
from tests.factories import ArticleFactory


@pytest.mark.django_db
def test_headlines_mark_hits_and_escape_the_text() -> None:
    article = ArticleFactory(text="Accords & trêve <<tiennent")
    assert headlines([article.pk], "treve") == {article.pk: "Accords &amp; <mark>trêve</mark> &lt;&lt;tiennent"}


def test_marked_drops_markers_that_stood_in_the_text() -> None:
    assert marked(f"{CLOSE}a {OPEN}b {OPEN}c{CLOSE} <") == "a b <mark>c</mark> &lt;"
