"""What articles, names and addresses say stays text in the lists that are written at once."""

from datetime import date

from articles.forms.address import Chosen, FacetGroup, FacetLine
from articles.forms.search import CountGroup
from articles.models import Article, Place, Source
from articles.queries.articles import ArticleRow
from articles.queries.disagreements import Claim, Disagreement
from articles.queries.listed_meetings import (
    ListedActor,
    ListedArticle,
    ListedCard,
    ListedMeeting,
    ListedPerson,
    ListedPlace,
    ListedReport,
    ListedSource,
)
from articles.queries.quotes import ListedStatement, ListedWords, Quoted
from articles.templatetags.article_items import article_item
from articles.templatetags.meeting_cards import meeting_card
from articles.templatetags.searching import counted_groups, facet_rows, facet_sections, filters_in_use
from articles.templatetags.statement_items import quoted_item

EVIL = "<script>\"'&"
#: What is called as the actor is not told again.
LAND, POST = f"de {EVIL}", f"dit {EVIL}"
SHOWN = "&lt;script&gt;&quot;&#x27;&amp;"


def report(pk: int, *words: tuple[str, str]) -> ListedReport:
    article = ListedArticle(pk, ListedSource(EVIL, is_illustrative=False), date(2023, 11, 6))
    return ListedReport(pk, 7, article, "call", "held", "", None, None, False, 0.9, list(words))


def test_a_meeting_is_written_as_text() -> None:
    people = [ListedPerson(ListedActor(f"slug-{part}", EVIL, LAND), POST, part) for part in ("host", "visitor", "")]
    told = report(1, ("sentence", EVIL), ("topic", EVIL))
    claims = Disagreement("place", (Claim(EVIL, 5, (told,)), Claim("Ankara", 1, (told,))))
    meeting = ListedMeeting(1, "call", "held", "2023-11-06", 90, ListedPlace(1, EVIL, "city", LAND))

    html = meeting_card(ListedCard(meeting, people, [told, report(2)], (claims,)))

    assert "<script" not in html
    # place and country; names; posts and countries; host, visitor and topic; claim and two sources; quote and source.
    assert html.count(SHOWN) == 2 + 3 + 6 + 3 + 3 + 2
    assert html.count("<article") == html.count("</article>") == 1


def test_the_actor_of_the_page_is_no_link_there() -> None:
    people = [ListedPerson(ListedActor("a", "Anna", ""), "", ""), ListedPerson(ListedActor("b", "Karl", ""), "", "")]
    card = ListedCard(ListedMeeting(1, "call", "held", "", None, None), people, [report(1)])

    html = meeting_card(card, "a")

    assert 'href="/actors/b/">Karl</a>' in html
    assert "Anna</a>" not in html


def test_an_article_is_written_as_text() -> None:
    source = Source(name=EVIL, is_illustrative=True)
    place = Place(name=EVIL, kind="city")
    article = Article(pk=7, title=EVIL, source=source, published_on=date(2023, 11, 6), dateline_place=place)

    html = article_item(ArticleRow(article, EVIL, 2, EVIL, 3), show_state=True)

    assert "<script" not in html
    assert html.count(SHOWN) == 5
    assert "2 rencontres" in html
    assert "≈ 3 corrections" in html


def test_counts_are_written_as_text() -> None:
    html = facet_rows(
        [FacetLine(EVIL, 3, f"?actor={EVIL}", chosen=True), FacetLine("Ankara", 1, "?city=ankara", False)]
    )

    assert "<script" not in html
    assert html.count(SHOWN) == 2
    assert html.count("aria-current") == 1


def test_titles_of_counts_are_written_as_text() -> None:
    html = facet_sections(
        [FacetGroup(EVIL, [FacetLine("Ankara", 1, "?city=ankara", chosen=False)]), FacetGroup("B", [])]
    )

    assert f"<h2>{SHOWN}</h2>" in html
    assert html.count("<section>") == html.count("</section>") == 2


def test_filters_in_use_are_written_as_text() -> None:
    html = filters_in_use([Chosen(EVIL, EVIL, f"?actor={EVIL}"), Chosen("lieu", "Ankara", "?")])

    assert "<script" not in html
    # title, value and both in the name of the way out; the address.
    assert html.count(SHOWN) == 2 + 2 + 1
    assert '<span class="muted">Lieu</span> Ankara <a href="?"' in html


def test_no_filter_is_no_list() -> None:
    assert filters_in_use([]) == ""


def test_counts_with_the_rest_are_written_as_text() -> None:
    html = counted_groups([CountGroup(EVIL, [FacetLine(EVIL, 3, EVIL, chosen=False)], rest=2)])

    assert "<script" not in html
    assert html.count(SHOWN) == 3
    assert '<tr><td class="muted">autres</td><td>2</td></tr>' in html


def test_a_statement_is_written_as_text() -> None:
    said = ListedStatement(
        pk=3,
        article_id=7,
        article=ListedArticle(1, ListedSource(EVIL, is_illustrative=True), date(2023, 11, 6)),
        direct=True,
        is_decided=True,
        confidence=None,
        decided_by=EVIL,
        speaker=ListedActor("slug", EVIL, LAND),
        speaker_mention=None,
        addressee=ListedActor("other", EVIL, ""),
    )

    html = quoted_item(Quoted(said, EVIL, EVIL, EVIL))

    assert "<script" not in html
    # speaker, country, addressee, who decided; before, words, after; source.
    assert html.count(SHOWN) == 8
    assert 'href="/articles/7/?statement=3#s-3"' in html


def test_who_speaks_may_have_no_name() -> None:
    article = ListedArticle(1, ListedSource("AFP", is_illustrative=False), date(2023, 11, 6))
    said = ListedStatement(3, 7, article, False, False, 0.9, None, None, ListedWords(EVIL), None)

    assert f"{SHOWN}\n  </h3>" in quoted_item(Quoted(said, "", "mots", ""))
