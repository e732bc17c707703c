"""The keys of whoever looks at the page, as hints beside what they do."""

import json
from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

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
    return mark_safe(f" <kbd>{escape(keys[0])}</kbd>")  # noqa: S308 -- escaped


@register.simple_tag(takes_context=True)
def user_keyboard(context: dict[str, Any]) -> Keyboard:
    return keyboard_of(context["request"].user)


@register.filter
def as_json(keyboard: Keyboard) -> str:
    """Command and keys, for scripts; escaped by the template like any words."""
    return json.dumps(keyboard.all_keys)


@register.simple_tag(takes_context=True)
def key_help(context: dict[str, Any], page: str = "annotation") -> SafeString:
    """The commands of a page with their keys, in groups; remembered, as an editor opens many articles."""
    keyboard = keyboard_of(context["request"].user)
    return groups_shown((get_language(), get_script_prefix()), page, as_json(keyboard), keyboard.work)


@lru_cache(maxsize=200)
def groups_shown(_shown: tuple[str | None, str], page: str, keys: str, work: str) -> SafeString:
    context = {"groups": key_groups(json.loads(keys), page), "work": KeysWork(work).label}
    return render_to_string("articles/_key_groups.html", context)


def key_groups(keys: dict[str, list[str]], page: str) -> list[tuple[Group, list[tuple[str, list[str]]]]]:
    return [(group, [(str(each.text), keys[each.code]) for each in group.commands]) for group in groups_for(page)]
