"""The fields of a form, each written at once: Django renders them by several templates each, which takes long."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape

from django import template
from django.forms import BoundField, CheckboxInput, DateInput, HiddenInput, NumberInput, Select, Textarea, TextInput
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

#: Controls that `control` writes; Django writes the others.
QUICK = frozenset({TextInput, NumberInput, DateInput, HiddenInput, CheckboxInput, Textarea, Select})
#: Signs after which a label needs none.
ENDS = ":?.!"


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """What a reader types or chooses in; Django itself renders each, and each choice of a list, by templates."""
    if type(field.field.widget) not in QUICK or field.name in field.form.errors:
        return str(field)  # type: ignore[return-value]  # safe already
    return mark_safe(element(field))  # noqa: S308 -- each part is escaped


def element(field: BoundField) -> str:
    widget = field.field.widget
    given = {
        "name": field.html_name,
        "id": field.auto_id or None,
        **field.build_widget_attrs({}, widget),
        **widget.attrs,
    }
    if isinstance(widget, Select):
        return f"<select{attributes(given)}>{options(field)}</select>"
    value = field.value()
    told = widget.format_value(value)
    if isinstance(widget, Textarea):
        return f"<textarea{attributes(given)}>\n{escape(str(told or ''))}</textarea>"
    ticked = isinstance(widget, CheckboxInput) and widget.check_test(value)
    kind: str = widget.input_type
    return f"<input{attributes({'type': kind, **given, 'value': told, 'checked': ticked})}>"


def attributes(given: Mapping[str, object]) -> str:
    """` name="value"` for each, ` name` for what is true, nothing for what is false or not told."""
    told = ((name, value) for name, value in given.items() if value is not None and value is not False)
    return "".join(f" {name}" if value is True else f' {name}="{escape(str(value))}"' for name, value in told)


def options(field: BoundField) -> str:
    given = field.value()
    chosen = "" if given is None else str(given)
    return choices(tuple((str(value), str(label)) for value, label in field.field.choices), chosen)  # type: ignore[attr-defined]


@lru_cache(maxsize=500)
def choices(rows: tuple[tuple[str, str], ...], chosen: str) -> str:
    """Remembered by all that they say, as some lists are long."""
    return "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(label)}</option>'
        for value, label in rows
    )


@register.simple_tag
def search_field(field: BoundField) -> SafeString:
    """A field of a search with its label, and what is wrong with it.

    Empty ones say the same to all who read a language, and are remembered for forms that say so (`empty_alike`).
    """
    return field_in(get_language(), field)


@register.simple_tag
def search_fields(fields: Iterable[BoundField]) -> SafeString:
    """The fields of a search one after the other; hidden ones have no label."""
    language = get_language()
    return mark_safe("".join(field_in(language, field) for field in fields))  # noqa: S308


def field_in(language: str | None, field: BoundField) -> SafeString:
    form = field.form
    if field.name not in getattr(form, "empty_alike", ()) or field.data or field.name in form.errors:
        return labelled(field)
    key = (type(form), field.name, field.auto_id, language)
    if key not in _empty:
        _empty[key] = labelled(field)
    return _empty[key]


_empty: dict[tuple[type, str, str, str | None], SafeString] = {}


def labelled(field: BoundField) -> SafeString:
    if field.is_hidden:
        return control(field)
    label = f'<label for="{escape(field.id_for_label)}">{escape(str(field.label))}</label>'
    errors = str(field.errors) if field.name in field.form.errors else ""
    return mark_safe(f'<div class="field-{escape(field.html_name)}">{label}{control(field)}{errors}</div>')  # noqa: S308


@register.simple_tag
def field_group(field: BoundField) -> SafeString:
    """A field of a form with its label and help, as `as_field_group` writes it."""
    if type(field.field.widget) not in QUICK or field.errors:
        return field.as_field_group()
    told = str(field.help_text)
    helped = f'<div class="helptext" id="{escape(field.auto_id)}_helptext">{escape(told)}</div>' if told else ""
    label = f'<label for="{escape(field.id_for_label)}">{escape(label_of(field))}</label>'
    return mark_safe(label + helped + element(field))  # noqa: S308 -- each part is escaped


def label_of(field: BoundField) -> str:
    """With the sign that ends it, unless it ends in one."""
    words, own = str(field.label), field.field.label_suffix
    suffix = field.form.label_suffix if own is None else own
    return words if not suffix or words[-1:] in ENDS else f"{words}{suffix}"
