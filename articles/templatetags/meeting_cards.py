"""A meeting of a list, written at once: templates take long over many small pieces, and a page has fifteen of them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from html import escape
from typing import Protocol

from django import template
from django.urls import get_script_prefix
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from articles.enums import MeetingKind, MeetingStatus, PlaceKind
from articles.models import Meeting
from articles.nlp.legible import legible
from articles.queries.countries import country_name
from articles.queries.disagreements import Claim, Disagreement, Telling
from articles.queries.english_names import place_called
from articles.queries.listed_meetings import ListedCard, ListedMeeting, ListedQuote
from articles.queries.meetings import MeetingCard, Quote
from articles.templatetags.dates import dated, day_in, duration, field_name, told
from articles.templatetags.searching import people_in, posts_in
from articles.templatetags.ui import numbered_address, page_address

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
def meeting_cards(cards: Iterable[Card], here: str = "") -> SafeString:
    """Meetings one after the other; `here` is the slug of the actor whose page this is, or empty."""
    language, prefix = get_language(), get_script_prefix()  # asked for once: that takes long
    return mark_safe("\n".join(written(card, here, language, prefix) for card in cards))  # noqa: S308


@register.simple_tag
def meeting_card(card: Card, here: str = "") -> SafeString:
    """One of them."""
    return meeting_cards([card], here)


def written(card: Card, here: str, language: str | None, prefix: str) -> str:
    meeting = card.meeting
    facts = facts_told(language, meeting.kind, card.sources, card.is_decided, card.is_illustrative)
    address = numbered_address(prefix, "meeting-detail", meeting.pk)
    parts = (
        f'<article class="meeting"><div class="when">{" ".join(when(meeting, address, language))}</div>',
        f'<h3 class="people">{people_in(prefix, card.participants, here)}</h3>',
        f'<p class="muted">{posts_in(language, card.participants)} {facts}</p>',
        received(card),
        disagreeing(card.disagreements),
        quoted(card.quote, language),
        "</article>",
    )
    return "\n".join(parts)  # each is escaped


def when(meeting: Meeting | ListedMeeting, address: str, language: str | None) -> Iterator[str]:
    place = meeting.place
    yield f'<a href="{address}">{date_told(language, meeting.date_value)}</a>'
    if place:
        yield f"· {place_told(language, place.kind, place.name, place.country)}"
    if meeting.duration:
        yield f"· {escape(duration(meeting.duration))}"
    yield status_in(language, meeting.meeting_status)


# What cards say again and again is remembered, by the language and all else that it depends on.


@lru_cache(maxsize=5000)
def date_told(_language: str | None, value: str) -> str:
    return escape(dated(value) if value else _("date not told"))


@lru_cache(maxsize=5000)
def place_told(_language: str | None, kind: str, name: str, country: str) -> str:
    """With its country, which a country is itself."""
    land = country_name(country) if country else ""
    if kind == PlaceKind.COUNTRY:
        return escape(land or name)
    called = place_called(name)
    return escape(f"{called}, {land}" if land else called)


def status_tag(status: str) -> str:
    """Whether it took place."""
    return status_in(get_language(), status)


@cache
def status_in(_language: str | None, status: str) -> str:
    return f'<span class="tag {escape(status)}">{escape(str(STATUSES[status]))}</span>'


@lru_cache(maxsize=5000)
def facts_told(_language: str | None, kind: str, sources: int, is_decided: bool, is_illustrative: bool) -> str:
    told = ngettext("%(number)s source", "%(number)s sources", sources) % {"number": sources}
    tags = [f"<span>{escape(str(KINDS[kind]))}</span>", f"<span>{escape(told)}</span>", decision_tag(is_decided)]
    if is_illustrative:
        tags.append(f'<span class="chip illustrative">{escape(_("illustrative text"))}</span>')
    return " ".join(tags)


def decision_tag(is_decided: bool) -> str:
    if is_decided:
        return f'<span class="decision decided">{escape(_("verified"))}</span>'
    return f'<span class="decision">{escape(_("proposed"))}</span>'


def quoted(quote: Quote | ListedQuote | None, language: str | None) -> str:
    """The best sentence, and the way to it."""
    if quote is None:
        return ""
    article = quote.report.article
    told_in = f"{article.source.name}, {day_in(language, article.published_on)}"
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


@register.filter
def called(card: MeetingCard | None) -> str:
    """A meeting in words, for the names of buttons: who met, and when."""
    if card is None:
        return ""
    people = " — ".join(each.actor.name for each in card.participants)
    return f"{people}, {dated(card.meeting.date_value)}" if card.meeting.date_value else people
