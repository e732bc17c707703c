"""The keys of whoever looks at the page, as hints beside what they do."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.enums import KeysWork
from articles.keymap import Group, groups_for
from articles.models import Keyboard
from articles.queries.keyboards import keyboard_of

register = template.Library()


@register.simple_tag(takes_context=True)
def key(context: dict[str, Any], command: str, number: int | None = None) -> SafeString | str:
    """`<kbd>a</kbd>`: the first key of a command; nothing where it has none or keys are switched off."""
    keys = working_keys(keyboard_of(context["request"].user))
    return hint(keys.get(command if number is None else f"{command}-{number}"))


def working_keys(keyboard: Keyboard) -> Mapping[str, Sequence[str]]:
    """Keys by command; none where they are switched off."""
    return {} if keyboard.work == KeysWork.OFF else keyboard.all_keys


def hint(keys: Sequence[str] | None) -> SafeString | str:
    return format_html(" <kbd>{}</kbd>", keys[0]) if keys else ""


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
