"""Parameters of the API are the fields of the pages' forms: the same names, the same checks, the same answers."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django import forms
from django.utils.choices import CallableChoiceIterator
from django.utils.translation import gettext as _

from articles.api.problems import FieldProblem, Problem
from articles.api.requests import ApiRequest

Form = TypeVar("Form", bound=forms.BaseForm)

#: Parameters of every list.
PAGING = ("cursor", "limit")


def searched(request: ApiRequest, form: Form, *, paged: bool = True) -> Form:
    """The form of a search, valid; a parameter it does not know is no slip that finds everything."""
    known = {*form.fields, *(PAGING if paged else ())}
    refuse_unknown(request, known)
    return checked(form)


def refuse_unknown(request: ApiRequest, known: Iterable[str]) -> None:
    unknown = sorted(request.GET.keys() - set(known))
    if unknown:
        errors = [FieldProblem(field=name[:100], message=_("There is no such parameter.")) for name in unknown]
        raise Problem(422, _("The request has parameters that mean nothing here."), errors=errors)


def checked(form: Form, *, names: dict[str, str] | None = None) -> Form:
    """The form, valid; `names` calls fields as the caller knows them."""
    if form.is_valid():
        return form
    called = {"__all__": "", **(names or {})}
    errors = [
        FieldProblem(field=called.get(field, field), message=str(message))
        for field, messages in form.errors.items()
        for message in messages
    ]
    raise Problem(422, _("Some of what was sent cannot be used."), errors=errors, **choices_of(form))


def choices_of(form: forms.BaseForm) -> dict[str, Any]:
    """By field, the actors a name may mean where it means several."""
    found: dict[str, Any] = getattr(form, "choices", {})
    told = {field: [{"slug": each.actor.slug, "name": each.actor.name} for each in found[field]] for field in found}
    return {"choices": told} if told else {}


def parameters_of(form_class: type[forms.Form]) -> list[dict[str, Any]]:
    """The fields of a form as OpenAPI tells parameters."""
    return [
        {
            "in": "query",
            "name": name,
            "required": field.required,
            "description": str(field.label or name),
            "schema": schema_of(field),
        }
        for name, field in form_class({}).fields.items()
    ]


def schema_of(field: forms.Field) -> dict[str, Any]:
    if isinstance(field, forms.BooleanField):
        return {"type": "string", "enum": ["", "0", "1"]}
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        choices: Any = field.choices
        if isinstance(choices, CallableChoiceIterator):  # they depend on the collection
            return {"type": "string"}
        return {"type": "string", "enum": [value for value, _label in choices]}
    if isinstance(field, forms.CharField) and field.max_length:
        return {"type": "string", "maxLength": field.max_length}
    return {"type": "string"}
