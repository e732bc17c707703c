"""Whether what a page shows is followed."""

from typing import Any

from django import template

from articles.forms.watched import Followable, Watching

register = template.Library()


@register.simple_tag(takes_context=True)
def followable(context: dict[str, Any], path: str) -> Followable | None:
    """What can be followed at an address, for whoever is logged in."""
    watching: Watching | None = context.get("watching")
    return watching.at(path) if watching and watching.user else None
