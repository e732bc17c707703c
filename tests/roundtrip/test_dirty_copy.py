"""Ugly agency copy, imported: stored as it came, proposals in its own words, names as they read, pages legible."""

from datetime import date

import pytest
from django.test import Client

from articles.actions.importing import ImportOptions, import_records
from articles.importers import RawArticle
from articles.models import Actor, Article, Evidence, Mention, Statement, Zone
from articles.nlp.cleaning import clean

pytestmark = pytest.mark.django_db

UGLY = (
    "\ufeffOSLO, 15&nbsp;mai (Agence Bor&eacute;ale) &ndash; La ministre norve\u0301gienne des Affaires "
    " étrang&egrave;res Astrid Sol\u00adheim (Астрид Сульхейм) a reçu mercredi Ã\xa0 Oslo le ministre franÃ§ais des"
    " Affaires &eacute;trang&egrave;res, &Eacute;tienne Marchal.La rencontre a duré\u202fdeux heures.\r\n\r\n"
    "&laquo;&nbsp;L&rsquo;Union europ&amp;eacute;enne n´a pas dit son dernier mot&nbsp;&raquo;, a dÃ©clarÃ©"
    " &Eacute;tienne Marchal.\r\n\r\n&lt;script&gt;alert(1)&lt;/script&gt; #Oslo #Paris @MinistereExemple"
)


@pytest.fixture
def article() -> Article:
    record = RawArticle(text=UGLY, file="ugly.txt", id="ugly", file_date=date(2024, 5, 20))
    import_records([record], options=ImportOptions(), paths=["test"])
    return Article.objects.get()


def test_ugly_copy_is_stored_as_it_came_with_its_date_and_source(article: Article) -> None:
    assert (article.text, article.published_on, article.source.name) == (UGLY, date(2024, 5, 15), "Agence Boréale")


def test_proposals_on_ugly_copy_are_words_of_the_stored_text(article: Article) -> None:
    mentions = list(Mention.objects.order_by("start"))
    assert [each.text for each in mentions] == [UGLY[each.start : each.end] for each in mentions]
    assert {"Astrid Sol\u00adheim", "&Eacute;tienne Marchal", "Union europ&amp;eacute;enne", "15&nbsp;mai"} <= {
        each.text for each in mentions
    }
    spans = [*Zone.objects.values_list("start", "end"), *Evidence.objects.values_list("start", "end")]
    assert [UGLY[start:end] for start, end in spans if UGLY[start:end] != UGLY[start:end].strip()] == []
    assert [UGLY[each.quote_start : each.quote_end] for each in Statement.objects.filter(direct=True)] == [
        "L&rsquo;Union europ&amp;eacute;enne n´a pas dit son dernier mot"
    ]


def test_actors_of_ugly_copy_have_names_as_they_read(article: Article) -> None:
    names = set(Actor.objects.values_list("name", flat=True))
    assert {"Astrid Solheim", "Étienne Marchal", "Union européenne"} <= names
    assert {name for name in names if clean(name).text != name or "·" in name} == set()


def test_page_of_ugly_copy_is_legible_and_safe(article: Article, client: Client) -> None:
    page = client.get(f"/articles/{article.pk}/").content.decode()
    assert "&amp;rsquo;" not in page
    assert "&amp;eacute;" not in page
    assert "<script>alert" not in page
    assert 'alert(1)<span data-stored="4">&lt;</span>/script' in page
