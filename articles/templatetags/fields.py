"""The fields of a form, each written at once: Django renders them by several templates each, which takes long."""

from django import template
from django.forms import BoundField, Select, Textarea, TextInput
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

#: Controls that `control` writes; Django writes the others.
QUICK = (TextInput, Textarea, Select)
#: Signs after which a label needs none.
ENDS = ":?.!"
PLAIN, CHOSEN = (format_html("{}" + words, "") for words in ("", " selected"))


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """What a reader types or chooses in; Django itself renders each, and each choice of a list, by templates."""
    widget = field.field.widget
    if field.errors or not isinstance(widget, QUICK):
        return str(field)  # type: ignore[return-value]  # safe already
    attributes = flatatt({"id": field.auto_id, **field.build_widget_attrs({}, widget), **widget.attrs})
    if isinstance(widget, Select):
        return format_html('<select name="{}"{}>{}</select>', field.html_name, attributes, options(field))
    value = widget.format_value(field.value())
    if isinstance(widget, Textarea):
        return format_html('<textarea name="{}"{}>\n{}</textarea>', field.html_name, attributes, value or "")
    told = PLAIN if value is None else format_html(' value="{}"', value)
    return format_html('<input type="{}" name="{}"{}{}>', widget.input_type, field.html_name, told, attributes)


def options(field: BoundField) -> SafeString:
    given = field.value()
    chosen = "" if given is None else str(given)
    rows = ((str(value), str(label)) for value, label in field.field.choices)  # type: ignore[attr-defined]
    return format_html_join(
        "", '<option value="{}"{}>{}</option>', ((v, CHOSEN if v == chosen else PLAIN, label) for v, label in rows)
    )


@register.simple_tag
def field_group(field: BoundField) -> SafeString:
    """A field of a form with its label and help, as `as_field_group` writes it."""
    if field.errors or not isinstance(field.field.widget, QUICK):
        return field.as_field_group()
    label = format_html('<label for="{}">{}</label>', field.id_for_label, label_of(field))
    told = str(field.help_text)
    helped = format_html('<div class="helptext" id="{}_helptext">{}</div>', field.auto_id, told) if told else ""
    return format_html("{}{}{}", label, helped, control(field))


def label_of(field: BoundField) -> str:
    """With the sign that ends it, unless it ends in one."""
    words, suffix = str(field.label), field.form.label_suffix
    return words if not suffix or words[-1:] in ENDS else f"{words}{suffix}"
