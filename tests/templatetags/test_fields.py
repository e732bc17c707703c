"""What is written at once is what Django writes piece by piece."""

import pytest
from django.forms import CharField, ChoiceField, Form, HiddenInput
from django.test import SimpleTestCase
from django.utils.html import escape

from articles.forms.mention import AddMentionForm
from articles.forms.notes import NoteForm
from articles.forms.queue import SkipForm
from articles.forms.report import AddReportForm
from articles.forms.statement import StatementForm
from articles.templatetags.fields import control, field_group, search_fields


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


class AlikeSearch(Search):
    place = CharField(required=False, widget=HiddenInput)
    empty_alike = frozenset({"name", "kind", "must", "place"})


@pytest.mark.parametrize(
    "data", [{"must": "x"}, {"name": "Ana"}, {"kind": "visit", "place": "ankara", "must": "y"}, {}]
)
def test_fields_of_a_search_are_remembered_where_empty_only(data: dict[str, str]) -> None:
    form, alone = AlikeSearch(data), Search(data)

    written = search_fields(form)

    for field in alone:
        assert str(control(field)) + (str(field.errors) if field.errors else "") in written
    assert str(control(form["place"])) in written
    assert "field-place" not in written


def test_control_escapes_what_was_typed() -> None:
    assert escape('"><script>') in control(Search({"name": '"><script>'})["name"])


@pytest.mark.parametrize(
    "form",
    [
        AddReportForm(text="", auto_id="add-report-%s", initial={"topics": "paix & « pain »", "kind": "call"}),
        AddReportForm({"duration": "<90>", "status": "planned"}, text=""),
        StatementForm(text="", auto_id="add-statement-%s"),
        AddMentionForm(text="", auto_id="add-mention-%s"),
        NoteForm(text="", initial={"body": "Est-ce lui ?\nOu son frère ?"}),
        SkipForm(label_suffix=""),
    ],
    ids=lambda form: type(form).__name__,
)
def test_field_group_is_what_django_renders(form: Form) -> None:
    for field in form.visible_fields():
        SimpleTestCase().assertHTMLEqual(str(field_group(field)), str(field.as_field_group()))
