"""What an article tells, beside its text, written at once: templates take long over many small pieces."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Protocol

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.nlp.legible import legible
from articles.queries.article_page import ActorHere
from articles.queries.reported import ReportHere, StatementHere
from articles.templatetags.dates import place_name
from articles.templatetags.meeting_cards import received, status_tag
from articles.templatetags.sureness import verdict
from articles.templatetags.ui import actor_address, date_value, duration, page_address

register = template.Library()


class Linked(Protocol):
    @property
    def slug(self) -> str: ...
    @property
    def name(self) -> str: ...


@register.simple_tag
def meetings_told(reports: Iterable[ReportHere]) -> SafeString:
    return mark_safe("\n".join(map(meeting_told, reports)))  # noqa: S308 -- each part is escaped


def meeting_told(here: ReportHere) -> str:
    people = " — ".join(link(each.actor) for each in here.participants)
    quotes = "\n".join(quoted("report", here.pk, words) for words in here.quotes)
    return (
        f'<li class="meeting" id="report-{here.pk}" data-evidence-of="r-{here.pk}">\n'
        f'<div class="when">{when(here)}</div>\n<div class="people">{people}</div>\n{received(here)}\n{quotes}\n'
        f'<p class="facts">{verdict(here.verdict)}\n{all_reports(here.meeting_id)}</p>\n</li>'
    )


def when(here: ReportHere) -> str:
    """Day, place and duration as far as they are told, and whether it took place."""
    told = [
        date_value(here.date_value) if here.date_value else _("date not told"),
        place_name(here.place),
        duration(here.duration),
    ]
    return f"{' · '.join(escape(part) for part in told if part)} {status_tag(here.meeting_status)}"


def all_reports(meeting_id: int | None) -> str:
    if meeting_id is None:
        return ""
    address, words = page_address("meeting-detail", meeting_id), _("All reports of this meeting")
    return f'<a class="muted" href="{escape(address)}">{escape(words)}</a>'


@register.simple_tag
def statements_told(statements: Iterable[StatementHere]) -> SafeString:
    return mark_safe("\n".join(map(statement_told, statements)))  # noqa: S308 -- each part is escaped


def statement_told(here: StatementHere) -> str:
    manner = _("direct speech") if here.direct else _("reported speech")
    return (
        f'<li id="statement-{here.pk}" data-evidence-of="s-{here.pk}">\n{speaker(here)}\n'
        f'<span class="muted">{escape(manner)}</span>\n{addressee(here.addressee)}\n'
        f"{quoted('statement', here.pk, here.quote)}\n{verdict(here.verdict)}\n</li>"
    )


def speaker(here: StatementHere) -> str:
    """Linked where known; else the words that stand for the speaker."""
    if here.speaker is not None:
        return link(here.speaker)
    if here.speaker_words is not None:
        return escape(legible(here.speaker_words))
    return f'<span class="muted">{escape(_("speaker not named"))}</span>'


def addressee(actor: Linked | None) -> str:
    if actor is None:
        return ""
    return f'<span class="muted">{escape(pgettext("addressee of a statement", "to"))} {link(actor)}</span>'


def quoted(kind: str, pk: int, words: str) -> str:
    """The words that prove the record, leading to where they stand; `kind` is the name of its parameter."""
    name = f"{kind[0]}-{pk}"
    return f'<blockquote><a href="?{kind}={pk}#{name}" data-shows="{name}">{escape(legible(words))}</a></blockquote>'


@register.simple_tag
def people_named(people: Iterable[ActorHere]) -> SafeString:
    """Persons, how often each is mentioned, and the posts that the article gives them."""
    title = escape(_("mentions in this article"))
    return mark_safe(  # noqa: S308 -- each part is escaped
        "\n".join(
            f'<li class="who">{link(here.actor)} <span class="muted number" title="{title}">{here.mentions}</span>'
            f"{posts(here.posts)}</li>"
            for here in people
        )
    )


def posts(titles: Sequence[str]) -> str:
    return f' <span class="muted post">{escape(", ".join(titles))}</span>' if titles else ""


@register.simple_tag
def bodies_named(bodies: Iterable[ActorHere]) -> SafeString:
    return mark_safe(  # noqa: S308 -- each part is escaped
        "\n".join(f'<li>{link(here.actor)} <span class="muted number">{here.mentions}</span></li>' for here in bodies)
    )


def link(actor: Linked) -> str:
    return f'<a href="{escape(actor_address(actor.slug))}">{escape(actor.name)}</a>'
