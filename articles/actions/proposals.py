"""The machine's rows of articles, written beside what people decided."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from articles.actions.copying import copy_rows, copy_values, new_row, update_rows
from articles.actions.identities import Identities
from articles.actions.keys import among
from articles.actions.resolution import Resolved
from articles.enums import LinkOrigin, ZoneKind
from articles.models import (
    Actor,
    Article,
    MeetingReport,
    Mention,
    PipelineRun,
    Place,
    Post,
    PostEvidence,
    Statement,
    Zone,
)
from articles.nlp.types import Annotation, MentionRecord, PostRecord, Span
from articles.queries.said_of_posts import said_of_posts


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows of an article that stay: a person decided on them, now or once."""

    mentions: Sequence[Mention] = ()
    reports: Sequence[MeetingReport] = ()
    statements: Sequence[Statement] = ()


def kept_rows(article: Article) -> Kept:
    """To be asked once the undecided rows are cleared."""
    reports = MeetingReport.objects.filter(article=article)
    return Kept(
        mentions=list(Mention.objects.filter(article=article)),
        reports=list(reports.prefetch_related("evidence", "participants", "decisions")),
        statements=list(Statement.objects.filter(article=article)),
    )


@dataclass(slots=True)
class Stored:
    """The proposals of one text as rows: index of a record → its row, where it was kept."""

    article: Article
    annotation: Annotation
    resolved: list[Resolved]
    kept: Kept = field(default_factory=Kept)
    mentions: dict[int, Mention] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)

    def actor(self, entity: int | None) -> Actor | None:
        found = None if entity is None else self.resolved[entity]
        return found if isinstance(found, Actor) else None

    def place(self, entity: int | None) -> Place | None:
        found = None if entity is None else self.resolved[entity]
        return found if isinstance(found, Place) else None

    def dateline_place(self) -> Place | None:
        dateline = self.annotation.dateline
        if dateline is None:
            return None
        inside = (row for row in self.mentions.values() if dateline.span.start <= row.start < dateline.span.end)
        return next((row.place for row in inside if row.place is not None), None)

    def shown_posts(self) -> Iterator[tuple[Actor, PostRecord]]:
        for index, entity in enumerate(self.annotation.entities):
            actor = self.actor(index)
            if actor is not None:
                yield from ((actor, record) for record in entity.posts if record.mention in self.mentions)


def propose_mentions(stored: Stored, known: Identities, *, run: PipelineRun) -> None:
    """The mentions of one text that no decision stands against; the next text may lean on the posts they show."""
    kept = stored.kept.mentions
    kept_by_span = {(row.start, row.end): row for row in kept if row.is_live}
    for index, record in enumerate(stored.annotation.mentions):
        if standing := kept_by_span.get((record.span.start, record.span.end)):
            stored.mentions[index] = standing
        elif not any(stands_against(row, record) for row in kept):
            stored.mentions[index] = new_mention(record, stored, run=run)
    for actor, post in stored.shown_posts():
        known.hold(actor, post.key[:300], post.country)


def stands_against(kept: Mention, record: MentionRecord) -> bool:
    """A live row holds its words; a rejected proposal is not made again."""
    if not kept.is_live:
        return (kept.start, kept.end, kept.label) == (record.span.start, record.span.end, record.label)
    return Span(kept.start, kept.end).overlaps(record.span)


def new_mention(record: MentionRecord, stored: Stored, *, run: PipelineRun) -> Mention:
    mention = new_row(
        Mention,
        article_id=stored.article.pk,
        start=record.span.start,
        end=record.span.end,
        text=stored.article.text[record.span.start : record.span.end],
        label=record.label,
        value=record.value,
        country=record.country,
        figurative=record.figurative,
        confidence=record.confidence,
        origin=record.origin,
        link_confidence=record.link_confidence,
        link_origin=LinkOrigin.ARTICLE if record.link_confidence is not None else "",
        run_id=run.pk,
    )
    if (actor := stored.actor(record.entity)) is not None:
        mention.actor = actor
    elif (place := stored.place(record.entity)) is not None:
        mention.place = place
    return mention


def store_mentions(texts: Sequence[Stored], *, run: PipelineRun) -> None:
    """Write zones, mentions and the posts these show."""
    zones = (
        (stored.article.pk, ZoneKind(zone.kind).value, zone.span.start, zone.span.end, run.pk)
        for stored in texts
        for zone in stored.annotation.zones
    )
    copy_values(Zone, ["article_id", "kind", "start", "end", "run_id"], zones)
    copy_rows((row for stored in texts for row in stored.mentions.values() if row.pk is None), keyed=True)
    store_posts(texts)


def store_posts(texts: Iterable[Stored]) -> None:
    """The posts with these mentions as evidence; the collection now shows them on the articles' days too."""
    shown = [(stored, actor, record) for stored in texts for actor, record in stored.shown_posts()]
    rows = Post.objects.order_by().filter(actor__in=among({actor.pk for _, actor, _ in shown}))
    known = {(post.actor_id, post.key, post.country): post for post in rows}
    said = said_of_posts(known.values(), {actor.pk for _, actor, _ in shown})
    touched: dict[int, Post] = {}
    evidence: list[tuple[Post, Mention]] = []
    for stored, actor, record in shown:
        key = (actor.pk, record.key[:300], record.country)
        if key in said.gone:
            continue
        post = known.setdefault(key, Post(actor=actor, key=key[1], country=key[2], title=record.title[:300]))
        kept = said.columns.get(post.pk, ())
        if seen_on(post, stored.article.published_on, kept=kept) | called(post, record.title[:300], kept=kept):
            touched[id(post)] = post
        stored.posts[record.mention] = post
        evidence.append((post, stored.mentions[record.mention]))
    update_rows([post for post in touched.values() if post.pk], ["since", "until", "title"])
    copy_rows((post for post in touched.values() if not post.pk), keyed=True)
    PostEvidence.objects.bulk_create(
        (PostEvidence(post=post, mention=mention) for post, mention in evidence), ignore_conflicts=True
    )


def called(post: Post, title: str, *, kept: Collection[str] = ()) -> bool:
    """Word a post as the plainest of its titles does, but for one that a person kept; whether that changed anything."""
    before = post.title
    if "title" not in kept:
        post.title = min(before, title, key=lambda words: (len(words), words.isascii(), words))
    return post.title != before


def seen_on(post: Post, day: date, *, kept: Collection[str] = ()) -> bool:
    """Widen the time a post is seen to a day; whether that changed anything."""
    return seen_between(post, min(post.since or day, day), max(post.until or day, day), kept=kept)


def seen_between(post: Post, first: date | None, last: date | None, *, kept: Collection[str] = ()) -> bool:
    """Let a post last from day to day, but for ends that a person kept; whether that changed anything."""
    before = (post.since, post.until)
    since, until = post.since if "since" in kept else first, post.until if "until" in kept else last
    if since is None or until is None or since <= until:
        post.since, post.until = since, until
    return before != (post.since, post.until)
