"""The keys of whoever looks at the page, as hints beside what they do."""

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.enums import KeysWork
from articles.keymap import Group, groups_for
from articles.models import Keyboard
from articles.queries.keyboards import keyboard_of

register = template.Library()


@register.simple_tag(takes_context=True)
def key(context: dict[str, Any], command: str, number: int | None = None) -> SafeString | str:
    """`<kbd>a</kbd>`: the first key of a command; nothing where it has none or keys are switched off."""
    keyboard = keyboard_of(context["request"].user)
    keys = keyboard.all_keys[command if number is None else f"{command}-{number}"]
    if not keys or keyboard.work == KeysWork.OFF:
        return ""
    return format_html(" <kbd>{}</kbd>", keys[0])


@register.simple_tag(takes_context=True)
def user_keyboard(context: dict[str, Any]) -> Keyboard:
    return keyboard_of(context["request"].user)


@register.filter
def as_json(keyboard: Keyboard) -> str:
    """Command and keys, for scripts; escaped by the template like any words."""
    return json.dumps(keyboard.all_keys)


@register.simple_tag(takes_context=True)
def key_groups(context: dict[str, Any], page: str = "annotation") -> list[tuple[Group, list[tuple[str, list[str]]]]]:
    """The commands of a page with their keys, in groups."""
    keys = keyboard_of(context["request"].user).all_keys
    return [(group, [(str(each.text), keys[each.code]) for each in group.commands]) for group in groups_for(page)]
