"""A meeting of a list, written at once: templates take long over many small pieces, and a page has fifteen of them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from typing import Protocol

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from articles.enums import MeetingKind, MeetingStatus, PlaceKind
from articles.nlp.legible import legible
from articles.queries.disagreements import Claim, Disagreement, Telling
from articles.queries.listed_meetings import ListedCard
from articles.queries.meetings import MeetingCard
from articles.queries.placing import Located
from articles.templatetags.dates import country, dated, day, duration, field_name, told
from articles.templatetags.searching import people, posts
from articles.templatetags.ui import page_address

register = template.Library()

#: Claims of a disagreement name so many of their sources.
NAMED = 3
KINDS = {each.value: each.label for each in MeetingKind}
STATUSES = {each.value: each.label for each in MeetingStatus}

Card = ListedCard | MeetingCard


class WithName(Protocol):
    @property
    def name(self) -> str: ...


class WithActor(Protocol):
    @property
    def actor(self) -> WithName: ...


class Received(Protocol):
    """A meeting, or what one article says of it."""

    @property
    def hosts(self) -> Sequence[WithActor]: ...
    @property
    def visitors(self) -> Sequence[WithActor]: ...
    @property
    def topics(self) -> Sequence[str]: ...


@register.simple_tag
def meeting_card(card: Card, here: str = "") -> SafeString:
    """One meeting; `here` is the slug of the actor whose page this is, or empty."""
    parts = (
        f'<article class="meeting"><div class="when">{" ".join(when(card))}</div>',
        f'<h3 class="people">{people(card.participants, here or "")}</h3>',
        f'<p class="muted">{posts(card.participants)} {" ".join(facts(card))}</p>',
        received(card),
        disagreeing(card.disagreements),
        quoted(card),
        "</article>",
    )
    return mark_safe("\n".join(parts))  # noqa: S308 -- each part is escaped


def when(card: Card) -> Iterator[str]:
    meeting = card.meeting
    words = dated(meeting.date_value) if meeting.date_value else _("date not told")
    yield f'<a href="{page_address("meeting-detail", meeting.pk)}">{escape(words)}</a>'
    if meeting.place:
        yield f"· {escape(place_told(meeting.place))}"
    if meeting.duration:
        yield f"· {escape(duration(meeting.duration))}"
    yield status_tag(meeting.meeting_status)


def status_tag(status: str) -> str:
    """Whether it took place."""
    return status_in(get_language(), status)


@cache
def status_in(_language: str | None, status: str) -> str:
    return f'<span class="tag {escape(status)}">{escape(str(STATUSES[status]))}</span>'


@cache
def kind_tag(_language: str | None, kind: str) -> str:
    return f"<span>{escape(str(KINDS[kind]))}</span>"


@cache
def decision_tag(_language: str | None, decided: bool) -> str:
    if decided:
        return f'<span class="decision decided">{escape(_("verified"))}</span>'
    return f'<span class="decision">{escape(_("proposed"))}</span>'


def place_told(place: Located) -> str:
    """With its country, which a country is itself."""
    land = country(place.country) if place.country else ""
    if place.kind == PlaceKind.COUNTRY:
        return land or place.name
    return f"{place.name}, {land}" if land else place.name


def facts(card: Card) -> Iterator[str]:
    number = card.sources
    sources = ngettext("%(number)s source", "%(number)s sources", number) % {"number": number}
    language = get_language()
    yield kind_tag(language, card.meeting.kind)
    yield f"<span>{escape(sources)}</span>"
    yield decision_tag(language, card.is_decided)
    if card.is_illustrative:
        yield f'<span class="chip illustrative">{escape(_("illustrative text"))}</span>'


def quoted(card: Card) -> str:
    """The best sentence, and the way to it."""
    quote = card.quote
    if quote is None:
        return ""
    article = quote.report.article
    told_in = f"{article.source.name}, {day(article.published_on)}"
    return f"<blockquote>{escape(legible(quote.words))} — {way_to(quote.report, told_in)}</blockquote>"


def way_to(report: Telling, words: str) -> str:
    """To the article, with what it says of the meeting lit up."""
    article = page_address("article-detail", report.article_id)
    return f'<a href="{article}?report={report.pk}#r-{report.pk}">{escape(words)}</a>'


@register.simple_tag
def received(card: Received) -> SafeString:
    """Who receives whom, and what about, in a line; nothing where nothing is told."""
    topics = [f'<q class="evidence">{escape(legible(each))}</q>' for each in card.topics]
    if not topics and not card.hosts and not card.visitors:
        return SafeString("")
    lines = (
        (pgettext_lazy("of a meeting", "Host"), names(card.hosts)),
        (pgettext_lazy("of a meeting", "Visitor"), names(card.visitors)),
        (pgettext_lazy("of a meeting", "Topics"), topics),
    )
    parts = [f"<span>{escape(str(label))}{colon()} {', '.join(words)}</span>" for label, words in lines if words]
    return mark_safe(f'<p class="muted told">{" ".join(parts)}</p>' if parts else "")  # noqa: S308


def colon() -> str:
    return escape(pgettext("after a label", ":"))


def names(people: Iterable[WithActor]) -> list[str]:
    return [escape(each.actor.name) for each in people]


@register.simple_tag
def disagreeing(disagreements: Iterable[Disagreement]) -> SafeString:
    """What the sources tell differently, which of them tells what, and the way to their words."""
    return mark_safe("\n".join(f'<p class="note">{note(each)}</p>' for each in disagreements))  # noqa: S308


def note(disagreement: Disagreement) -> str:
    claims = (claimed(claim, disagreement.name) for claim in disagreement.claims)
    return f"{escape(capfirst(field_name(disagreement.name)))} – {' · '.join(claims)}"


def claimed(claim: Claim, name: str) -> str:
    ways = ", ".join(way_to(report, report.article.source.name) for report in claim.told_by[:NAMED])
    more = claim.sources - NAMED
    others = ngettext("and %(number)s other", "and %(number)s others", more) % {"number": more} if more > 0 else ""
    return f"{escape(told(claim.value, name))}{colon()} {ways} {escape(others)}".rstrip()
