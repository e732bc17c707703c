"""The text of an article with its zones, mentions and evidence, as HTML. The only place that builds it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Protocol

from django import template
from django.utils.safestring import SafeString, mark_safe

from articles.enums import AnnotationStatus, MentionLabel, ZoneKind
from articles.nlp.legible import Reading, shown_instead
from articles.nlp.types import Span
from articles.queries.marks import Marked
from articles.templatetags.sureness import sure
from articles.templatetags.ui import actor_address, date_value, letter

register = template.Library()

EVIDENCE = 'class="evidence"'
LIT = 'class="evidence lit" data-kept'
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
    mentions: list[Marked]
    cuts: list[int]
    names: list[tuple[str, ...]]
    opens: dict[int, list[str]]
    shown: frozenset[str]
    links: bool
    readings: list[Reading]
    days: dict[str, str] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=lambda: {label: letter(label) for label in MentionLabel})
    labels: dict[str, str] = field(default_factory=lambda: {each.value: str(each.label) for each in MentionLabel})
    statuses: dict[str, str] = field(default_factory=lambda: {each.value: str(each.label) for each in AnnotationStatus})


@register.simple_tag
def annotated_text(
    text: str,
    zones: Iterable[ZonePiece],
    mentions: Iterable[Marked],
    evidence: Iterable[NamedPiece] = (),
    shown: Iterable[str] = (),
    *,
    links: bool = False,
) -> SafeString:
    """The blocks of a text; put them, with no white space of your own, into `<div class="text" data-text>`.

    What scripts may rely on:
    - the text nodes, joined in order, are the stored text, character for character (CR too), but for what an
      element with `data-stored` shows: one character in place of so many stored ones (`’` for `&rsquo;`);
    - every element with `data-start` has text content that begins at that code point of the stored text;
    - a mention is one `<mark id="m-<pk>" class="<label>" data-start data-end data-label data-status>`, never split:
      a paragraph does not end inside a mention;
    - evidence is cut at the bounds of mentions and of other evidence:
      `<span class="evidence" data-evidence="r-12 s-3">`, inside a mark or out; `#r-12` stands before the first piece.

    `shown` names evidence to light up; `links` lets a mark lead to its actor's page. Mentions that overlap an
    earlier one or lie outside the text are left out. Takes time linear in the text and the spans.
    """
    layers = layers_over(text, mentions, evidence, frozenset(shown), links=links)
    blocks = blocks_of(text, zones, layers.mentions)
    return mark_safe("".join(render_block(block, layers) for block in blocks))  # noqa: S308 -- each part is escaped


def layers_over(
    text: str, mentions: Iterable[Marked], evidence: Iterable[NamedPiece], shown: frozenset[str], *, links: bool
) -> Layers:
    kept: list[Marked] = []
    for mention in sorted(mentions, key=lambda each: each.start):
        if (kept[-1].end if kept else 0) <= mention.start < mention.end <= len(text):
            kept.append(mention)
    spans = sorted((piece for piece in evidence if 0 <= piece.start < piece.end <= len(text)), key=lambda p: p.start)
    opens: dict[int, list[str]] = {}
    for name, start in {piece.name: piece.start for piece in reversed(spans)}.items():
        opens.setdefault(start, []).append(name)
    cuts, names = evidence_cuts(spans)
    starts = [mention.start for mention in kept]
    return Layers(text, kept, cuts, names, opens, shown, links, shown_instead(text), starts=starts)


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


def blocks_of(text: str, zones: Iterable[ZonePiece], mentions: list[Marked]) -> Iterator[Block]:
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


def outside(point: int, mentions: list[Marked], ends: list[int]) -> bool:
    """Whether no mention has characters on both sides of the point."""
    at = bisect_right(ends, point)
    return at == len(mentions) or point <= mentions[at].start


def outside_from(point: int, mentions: list[Marked], ends: list[int]) -> int:
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
    # A mention may reach over the white space around the words; it is drawn whole.
    first, last = covering(first, layers).start, covering(last, layers).end
    head = min(max(block.dateline_end, first), last)
    dateline = runs(first, head, layers)
    opening = f'<span class="dateline" data-start="{first}">{dateline}</span>' if dateline else ""
    tag = "h2" if block.kind == ZoneKind.SUBHEADING else "p"
    rest = runs(head, last, layers)
    body = f'<{tag} class="block {escape(block.kind)}" data-start="{first}">{opening}{rest}</{tag}>'
    before, after = layers.text[block.start : first], layers.text[last : block.end]
    return gap(block.start, before) + body + gap(last, after)


def covering(point: int, layers: Layers) -> Span:
    """The mention with characters on both sides of a point, else the empty span there."""
    at = bisect_left(layers.starts, point) - 1
    if at >= 0 and layers.mentions[at].end > point:
        return Span(layers.mentions[at].start, layers.mentions[at].end)
    return Span(point, point)


def gap(start: int, space: str) -> str:
    return f'<span class="gap" data-start="{start}">{exact(space)}</span>' if space else ""


def exact(text: str) -> str:
    """Escaped; a carriage return as a reference, as HTML would read a bare one as a line feed."""
    return escape(text).replace("\r", "&#13;")


def drawn(start: int, end: int, layers: Layers) -> str:
    """Escaped, and legible: what stands for one character shows it, unless a bound falls inside."""
    parts: list[str] = []
    number = bisect_left(layers.readings, (start, 0, ""))
    while number < len(layers.readings) and layers.readings[number][1] <= end:
        first, last, char = layers.readings[number]
        parts += (exact(layers.text[start:first]), f'<span data-stored="{last - first}">{exact(char)}</span>')
        start = last
        number += 1
    return "".join([*parts, exact(layers.text[start:end])])


def runs(start: int, end: int, layers: Layers) -> str:
    """The marks between two points that lie in no mention, and the words between them."""
    parts: list[str] = []
    at = start
    for mention in layers.mentions[bisect_left(layers.starts, start) : bisect_left(layers.starts, end)]:
        parts.append(words_between(at, mention.start, layers))
        parts.append(render_mark(mention, layers))
        at = mention.end
    parts.append(words_between(at, end, layers))
    return "".join(parts)


def words_between(start: int, end: int, layers: Layers) -> str:
    """Words with the evidence over them, cut where evidence begins or ends."""
    parts: list[str] = []
    at = bisect_right(layers.cuts, start) - 1
    while start < end:
        stop = min(end, layers.cuts[at + 1]) if at + 1 < len(layers.cuts) else end
        parts.extend(f'<span class="anchor" id="{escape(name)}"></span>' for name in layers.opens.pop(start, ()))
        names, words = layers.names[at], drawn(start, stop, layers)
        if names:
            look = LIT if layers.shown.intersection(names) else EVIDENCE
            words = f'<span {look} data-evidence="{escape(" ".join(names))}">{words}</span>'
        parts.append(words)
        start, at = stop, at + 1
    return "".join(parts)


def render_mark(mention: Marked, layers: Layers) -> str:
    words = words_between(mention.start, mention.end, layers)
    if layers.links and mention.actor is not None:
        # The same links stand beside the text; a hundred more stops for the Tab key would help nobody.
        words = f'<a href="{escape(actor_address(mention.actor.slug))}" tabindex="-1">{words}</a>'
    label, status = escape(mention.label), escape(mention.status)
    return (
        f'<mark id="m-{mention.pk}" class="{label}" data-label="{label}"'
        f' data-letter="{escape(layers.letters[mention.label])}" data-status="{status}"'
        f' data-start="{mention.start}" data-end="{mention.end}"{version(mention, layers)}{sureness(mention)}'
        f' title="{escape(description(mention, layers))}">{words}</mark>'
    )


def version(mention: Marked, layers: Layers) -> str:
    """What a decision must name; readers, who get links instead, decide on nothing."""
    return "" if layers.links else f' data-version="{mention.version}"'


def mark_title(mention: Marked) -> str:
    """The description of one mark, for a page that has the others already."""
    return description(mention, layers_over("", (), (), frozenset(), links=False))


def sureness(mention: Marked) -> str:
    """How sure a proposal is, for those who walk through them, and whether it is doubtful, for the eye."""
    if mention.is_decided or mention.sureness is None:
        return ""
    return f' data-sure="{mention.sureness:.6g}"{" data-doubtful" if mention.is_doubtful else ""}'


def description(mention: Marked, layers: Layers) -> str:
    """`Hakan Fidan (person, proposed, 93 % sure)`: what a pointer resting on the mark is told."""
    stands_for = mention.actor or mention.place
    kind = f"{layers.labels[mention.label]}, {layers.statuses[mention.status]}"
    if not mention.is_decided and mention.sureness is not None:
        kind = f"{kind}, {sure(mention.sureness)}"
    if stands_for is None and mention.value and mention.value not in layers.days:
        layers.days[mention.value] = date_value(mention.value)
    told = stands_for or layers.days.get(mention.value)
    return f"{told} ({kind})" if told else kind
