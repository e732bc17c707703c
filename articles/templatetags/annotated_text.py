"""The text of an article with its zones, mentions and evidence, as HTML. The only place that builds it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles.enums import AnnotationStatus, MentionLabel, ZoneKind
from articles.models import Mention
from articles.templatetags.ui import date_value, letter

register = template.Library()

EVIDENCE = '<span class="evidence" data-evidence="{}">{}</span>'
LIT = '<span class="evidence lit" data-kept data-evidence="{}">{}</span>'
#: An empty line ends a paragraph.
BLANK = re.compile(r"\r?\n[ \t]*\r?\n\s*")


class Piece(Protocol):
    """Anything that covers part of the text."""

    start: int
    end: int


class NamedPiece(Piece, Protocol):
    name: str


class ZonePiece(Piece, Protocol):
    kind: str


@dataclass(frozen=True, slots=True)
class Block:
    start: int
    end: int
    kind: str
    dateline_end: int


@dataclass(slots=True)
class Layers:
    """What lies over the text: mentions in order without overlap, and the cuts that evidence makes."""

    text: str
    mentions: list[Mention]
    cuts: list[int]
    names: list[tuple[str, ...]]
    opens: dict[int, list[str]]
    shown: frozenset[str]
    links: bool
    addresses: dict[int, str] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=lambda: {label: letter(label) for label in MentionLabel})
    labels: dict[str, str] = field(default_factory=lambda: {each.value: str(each.label) for each in MentionLabel})
    statuses: dict[str, str] = field(default_factory=lambda: {each.value: str(each.label) for each in AnnotationStatus})


@register.simple_tag
def annotated_text(
    text: str,
    zones: Iterable[ZonePiece],
    mentions: Iterable[Mention],
    evidence: Iterable[NamedPiece] = (),
    shown: Iterable[str] = (),
    *,
    links: bool = False,
) -> SafeString:
    """The blocks of a text; put them, with no white space of your own, into `<div class="text" data-text>`.

    What scripts may rely on:
    - the text nodes, joined in order, are the stored text, character for character (CR too);
    - every element with `data-start` has text content that begins at that code point of the text;
    - a mention is one `<mark id="m-<pk>" class="<label>" data-start data-end data-label data-status>`, never split:
      a paragraph does not end inside a mention;
    - evidence is cut at the bounds of mentions and of other evidence:
      `<span class="evidence" data-evidence="r-12 s-3">`, inside a mark or out; `#r-12` stands before the first piece.

    `shown` names evidence to light up; `links` lets a mark lead to its actor's page. Mentions that overlap an
    earlier one or lie outside the text are left out. Takes time linear in the text and the spans.
    """
    layers = layers_over(text, mentions, evidence, frozenset(shown), links=links)
    blocks = blocks_of(text, zones, layers.mentions)
    return mark_safe("".join(render_block(block, layers) for block in blocks))  # noqa: S308 -- all parts escaped


def layers_over(
    text: str, mentions: Iterable[Mention], evidence: Iterable[NamedPiece], shown: frozenset[str], *, links: bool
) -> Layers:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: each.start):
        if (kept[-1].end if kept else 0) <= mention.start < mention.end <= len(text):
            kept.append(mention)
    spans = sorted((piece for piece in evidence if 0 <= piece.start < piece.end <= len(text)), key=lambda p: p.start)
    opens: dict[int, list[str]] = {}
    for name, start in {piece.name: piece.start for piece in reversed(spans)}.items():
        opens.setdefault(start, []).append(name)
    cuts, names = evidence_cuts(spans)
    return Layers(text, kept, cuts, names, opens, shown, links, starts=[mention.start for mention in kept])


def evidence_cuts(spans: Iterable[NamedPiece]) -> tuple[list[int], list[tuple[str, ...]]]:
    """Points where the set of evidence changes, and the names that hold from each point to the next."""
    events: dict[int, list[tuple[str, int]]] = {0: []}
    for piece in spans:
        events.setdefault(piece.start, []).append((piece.name, 1))
        events.setdefault(piece.end, []).append((piece.name, -1))
    active: dict[str, int] = {}
    cuts = sorted(events)
    names = []
    for cut in cuts:
        for name, step in events[cut]:
            active[name] = active.get(name, 0) + step
            if not active[name]:
                del active[name]
        names.append(tuple(sorted(active)))
    return cuts, names


def blocks_of(text: str, zones: Iterable[ZonePiece], mentions: list[Mention]) -> Iterator[Block]:
    """Cut the text at zones and at empty lines, but never inside a mention; a dateline opens its paragraph."""
    kinds, datelines = {0: str(ZoneKind.BODY)}, {}
    after_dateline = False
    for zone in sorted(zones, key=lambda each: each.start):
        if zone.kind == ZoneKind.DATELINE:
            kinds[zone.start] = ZoneKind.BODY
            datelines[zone.start] = zone.end
        elif not (zone.kind == ZoneKind.BODY and after_dateline):
            kinds[zone.start] = zone.kind
            kinds.setdefault(zone.end, ZoneKind.BODY)
        after_dateline = zone.kind == ZoneKind.DATELINE
    ends = [mention.end for mention in mentions]
    points = {*kinds, *(match.end() for match in BLANK.finditer(text)), len(text)}
    start, kind = 0, kinds[0]
    for point in sorted(point for point in points if 0 < point <= len(text)):
        if outside(point, mentions, ends):
            yield Block(start, point, kind, outside_from(datelines.get(start, start), mentions, ends))
            start = point
        kind = kinds.get(point, kind)


def outside(point: int, mentions: list[Mention], ends: list[int]) -> bool:
    """Whether no mention has characters on both sides of the point."""
    at = bisect_right(ends, point)
    return at == len(mentions) or point <= mentions[at].start


def outside_from(point: int, mentions: list[Mention], ends: list[int]) -> int:
    """The point, or the end of the mention it lies in."""
    return point if outside(point, mentions, ends) else ends[bisect_right(ends, point)]


def render_block(block: Block, layers: Layers) -> str:
    """A paragraph, with the white space around it kept apart so that it takes no room."""
    raw = layers.text[block.start : block.end]
    words = raw.strip()
    if not words:
        return gap(block.start, raw)
    first = block.start + len(raw) - len(raw.lstrip())
    last = first + len(words)
    head = min(max(block.dateline_end, first), last)
    dateline = runs(first, head, layers)
    opening = format_html('<span class="dateline" data-start="{}">{}</span>', first, dateline) if dateline else ""
    tag = "h2" if block.kind == ZoneKind.SUBHEADING else "p"
    body = format_html(
        '<{} class="block {}" data-start="{}">{}{}</{}>',
        tag, block.kind, first, opening, runs(head, last, layers), tag,
    )  # fmt: skip
    before, after = layers.text[block.start : first], layers.text[last : block.end]
    return gap(block.start, before) + body + gap(last, after)


def gap(start: int, space: str) -> SafeString:
    return format_html('<span class="gap" data-start="{}">{}</span>', start, exact(space)) if space else SafeString()


def exact(text: str) -> SafeString:
    """Escaped; a carriage return as a reference, as HTML would read a bare one as a line feed."""
    return mark_safe(escape(text).replace("\r", "&#13;"))  # noqa: S308 -- escaped here


def runs(start: int, end: int, layers: Layers) -> SafeString:
    """The marks between two points that lie in no mention, and the words between them."""
    parts: list[str] = []
    at = start
    for mention in layers.mentions[bisect_left(layers.starts, start) : bisect_left(layers.starts, end)]:
        parts.append(words_between(at, mention.start, layers))
        parts.append(render_mark(mention, layers))
        at = mention.end
    parts.append(words_between(at, end, layers))
    return mark_safe("".join(parts))  # noqa: S308 -- each part is escaped


def words_between(start: int, end: int, layers: Layers) -> str:
    """Words with the evidence over them, cut where evidence begins or ends."""
    parts: list[str] = []
    at = bisect_right(layers.cuts, start) - 1
    while start < end:
        stop = min(end, layers.cuts[at + 1]) if at + 1 < len(layers.cuts) else end
        parts.extend(format_html('<span class="anchor" id="{}"></span>', n) for n in layers.opens.pop(start, ()))
        names, words = layers.names[at], exact(layers.text[start:stop])
        span = LIT if layers.shown.intersection(names) else EVIDENCE
        parts.append(format_html(span, " ".join(names), words) if names else words)
        start, at = stop, at + 1
    return "".join(parts)


def render_mark(mention: Mention, layers: Layers) -> SafeString:
    words: str = words_between(mention.start, mention.end, layers)
    if layers.links and mention.actor is not None:
        href = layers.addresses.get(mention.actor.pk)
        if href is None:
            href = layers.addresses[mention.actor.pk] = reverse("actor-detail", args=[mention.actor.slug])
        # The same links stand beside the text; a hundred more stops for the Tab key would help nobody.
        words = format_html('<a href="{}" tabindex="-1">{}</a>', href, mark_safe(words))  # noqa: S308 -- escaped
    return format_html(
        '<mark id="m-{}" class="{}" data-label="{}" data-letter="{}" data-status="{}" data-start="{}" data-end="{}"'
        ' title="{}">{}</mark>',
        mention.pk, mention.label, mention.label, layers.letters[mention.label], mention.status, mention.start,
        mention.end, description(mention, layers), mark_safe(words),  # noqa: S308 -- escaped
    )  # fmt: skip


def description(mention: Mention, layers: Layers) -> str:
    """`Hakan Fidan (person, proposed)`: what a pointer resting on the mark is told."""
    stands_for = mention.actor or mention.place
    value = date_value(mention.value) if mention.value else ""
    kind = f"{layers.labels[mention.label]}, {layers.statuses[mention.status]}"
    return f"{stands_for or value} ({kind})" if stands_for or value else kind
