"""How far the article has come and what was saved last, written at once: each decision tells both anew."""

from collections.abc import Mapping
from html import escape
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.forms.sureness import with_order
from articles.queries.progress import Progress
from articles.queries.sureness import Acceptance
from articles.templatetags.pressing import Desk, desk_of

register = template.Library()


@register.simple_tag
def progress_told(progress: Progress) -> SafeString:
    decided, total = progress.decided, progress.total
    told = _("<strong>%(decided)s</strong> of %(total)s decided") % {"decided": decided, "total": total}
    label = escape(_("Decided mentions"))
    parts = [told, f'<progress value="{decided}" max="{total}" aria-label="{label}"></progress>']
    if count := progress.doubtful:
        left = ngettext("%(count)s doubtful proposal left", "%(count)s doubtful proposals left", count)
        parts.append(f'<span class="doubts">{escape(left % {"count": count})}</span>')
    return mark_safe("\n".join(parts))  # noqa: S308 -- numbers, and words of our own


@register.simple_tag(takes_context=True)
def saved_told(context: dict[str, Any]) -> SafeString:
    """What was saved, and the ways back and forth."""
    desk, article = desk_of(context), context["article"].pk
    acceptance: Acceptance | None = context.get("acceptance") or None
    parts = (told_of(context, acceptance), undo(desk, article, acceptance), redo(desk, article))
    return mark_safe("\n".join(parts))  # noqa: S308 -- each part is escaped


def told_of(context: Mapping[str, Any], acceptance: Acceptance | None) -> str:
    if told := context.get("told"):
        return conditional_escape(told)
    if acceptance:
        words = ngettext("%(count)s proposal accepted", "%(count)s proposals accepted", acceptance.count)
        return escape(words % {"count": acceptance.count})
    if saved_at := context.get("saved_at"):
        return escape(_("Saved at %(time)s") % {"time": f"{saved_at:%H:%M:%S}"})
    return ""


def undo(desk: Desk, article: int, acceptance: Acceptance | None) -> str:
    """Takes back the last action, or all that was accepted by one."""
    if acceptance is None:
        address = desk.address("article-undo", article)
    else:
        address = escape(with_order(reverse("article-take-back", args=[article, acceptance.action]), desk.order))
    many = acceptance is not None and acceptance.count > 1
    words = _("Undo all %(count)s") % {"count": acceptance.count} if acceptance and many else _("Undo")
    return turn(desk, address, "undo", words)


def redo(desk: Desk, article: int) -> str:
    return turn(desk, desk.address("article-redo", article), "redo", _("Redo"))


def turn(desk: Desk, address: str, name: str, words: str) -> str:
    return (
        f'<form class="inline" action="{address}" method="post" data-turn="{name}">\n{desk.token}\n'
        f'<button type="submit" id="{name}" class="quiet">{escape(words)}{desk.hint(name)}</button>\n</form>'
    )
