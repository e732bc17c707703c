"""What is written at once is what Django writes piece by piece."""

import pytest
from django.forms import CharField, ChoiceField, Form
from django.utils.html import escape

from articles.forms.address import FacetLine
from articles.queries.meetings import Participant
from articles.templatetags.searching import control, facet_rows, people, posts
from tests.factories import ActorFactory


class Search(Form):
    name = CharField(max_length=30, required=False)
    kind = ChoiceField(choices=[("", "all"), ("call", "Appel & co"), ("visit", "Visite")], required=False)
    must = CharField()


def squeezed(html: object) -> str:
    return "".join(str(html).split())


@pytest.mark.parametrize("data", [None, {}, {"name": 'a "b" <c>', "kind": "call", "must": "x"}, {"kind": "bad"}])
@pytest.mark.parametrize("name", ["name", "kind", "must"])
def test_control_is_what_django_renders(data: dict[str, str] | None, name: str) -> None:
    form = Search(data)
    form.fields["name"].widget.attrs.update({"data-typeahead": "", "placeholder": "d’« ici »"})

    wanted = str(form[name])

    # The same characters: attributes may stand in another order.
    assert sorted(squeezed(control(form[name]))) == sorted(squeezed(wanted))
    assert ("<select" in wanted) == ("<select" in control(form[name]))


def test_control_escapes_what_was_typed() -> None:
    assert escape('"><script>') in control(Search({"name": '"><script>'})["name"])


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
