"""The parts of a search page that come in dozens."""

import pytest

from articles.forms.address import FacetLine
from articles.queries.meetings import Participant
from articles.templatetags.searching import facet_rows, people, posts
from tests.factories import ActorFactory


def test_facet_rows_mark_the_chosen_line() -> None:
    rows = facet_rows([FacetLine("A & B", 3, "?a=1&b=2", chosen=True), FacetLine("C", 1, "?", chosen=False)])

    assert '<a href="?a=1&amp;b=2" aria-current="true">A &amp; B ×</a></td><td>3</td>' in rows
    assert '<a href="?">C</a>' in rows


@pytest.mark.django_db
def test_people_link_to_all_but_the_one_whose_page_it_is() -> None:
    here, other = ActorFactory(name="Anna <L>", country="SE"), ActorFactory(name="Hakan Fidan", country="")

    told = [Participant(here, "ministre"), Participant(other, "")]

    assert people(told, here.slug) == f'Anna &lt;L&gt; — <a href="/actors/{other.slug}/">Hakan Fidan</a>'
    assert posts(told) == '<span class="post">ministre, Suède</span>'
