"""The machine's rows of one article: taken away where undecided, and written anew beside what people decided."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from articles.actions.joining import refresh_meeting
from articles.actions.resolution import Resolved
from articles.enums import ZoneKind
from articles.models import (
    Actor,
    Article,
    Decision,
    Meeting,
    MeetingParticipant,
    MeetingReport,
    Mention,
    PipelineRun,
    Place,
    Post,
    PostEvidence,
    ReportParticipant,
    Statement,
    Zone,
)
from articles.nlp.types import Annotation, DatelineRecord, MentionRecord, Span, ZoneRecord


@dataclass(slots=True)
class Cleared:
    """What the rows taken away left behind, to be tidied once the new ones are in."""

    article: Article
    meetings: set[int]
    actors: set[int]
    posts: set[int]
    #: Participants of decided reports by the actor, whose mention was a machine's.
    unmoored: list[ReportParticipant]

    def finish(self) -> None:
        for meeting in Meeting.objects.filter(pk__in=self.meetings):
            refresh_meeting(meeting)
        Post.objects.filter(pk__in=self.posts, evidence=None).delete()
        self.moor_participants()
        remove_unused_actors(self.actors)

    def moor_participants(self) -> None:
        for participant in self.unmoored:
            mention = Mention.objects.live().filter(article=self.article, actor=participant.actor_id).first()
            ReportParticipant.objects.filter(pk=participant.pk).update(mention=mention)


def clear_proposals(article: Article) -> Cleared:
    """Delete the machine rows no person ever decided on; a decision that was taken back keeps its row."""
    if not any(rows.objects.filter(article=article).exists() for rows in (Zone, Mention, MeetingReport, Statement)):
        return Cleared(article, set(), set(), set(), [])
    reports = MeetingReport.objects.undecided().filter(article=article, decisions=None)
    mentions = Mention.objects.undecided().filter(article=article, decisions=None)
    statements = Statement.objects.undecided().filter(article=article, decisions=None)
    kept = ReportParticipant.objects.filter(report__article=article, mention__in=mentions)
    cleared = Cleared(
        article=article,
        meetings={pk for pk in reports.values_list("meeting_id", flat=True) if pk},
        actors={pk for pk in mentions.values_list("actor_id", flat=True) if pk}
        | {pk for pk in statements.values_list("speaker_id", flat=True) if pk}
        | set(reports.filter(participants__isnull=False).values_list("participants__actor_id", flat=True)),
        posts=set(PostEvidence.objects.filter(mention__in=mentions).values_list("post_id", flat=True)),
        unmoored=list(kept.exclude(report__in=reports)),
    )
    statements.delete()
    reports.delete()
    mentions.delete()
    article.zones.all().delete()
    return cleared


def remove_unused_actors(ids: set[int]) -> None:
    """Actors that only the rows taken away spoke of; one that a decision knew may be asked for again."""
    candidates = Actor.objects.filter(pk__in=ids, mentions=None, statements=None, posts=None, merged=None)
    in_meetings = MeetingParticipant.objects.values("actor_id").union(ReportParticipant.objects.values("actor_id"))
    unused = set(candidates.values_list("pk", flat=True))
    if unused:
        unused -= set(in_meetings.values_list("actor_id", flat=True))
        Actor.objects.filter(pk__in=[pk for pk in unused if not decided_on(pk)]).delete()


def decided_on(actor: int) -> bool:
    """Whether a decision on any row names the actor, before or after."""
    taking_part = [{"actor_id": actor}]
    return Decision.objects.filter(
        Q(before__actor_id=actor)
        | Q(after__actor_id=actor)
        | Q(before__participants__contains=taking_part)
        | Q(after__participants__contains=taking_part)
    ).exists()


def store_zones(article: Article, zones: Sequence[ZoneRecord], *, run: PipelineRun) -> None:
    Zone.objects.bulk_create(
        Zone(article=article, kind=ZoneKind(zone.kind), start=zone.span.start, end=zone.span.end, run=run)
        for zone in zones
    )


@dataclass(slots=True)
class Stored:
    """The proposals of one text as rows: index of a record → its row, where it was kept."""

    resolved: list[Resolved]
    mentions: dict[int, Mention] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)

    def actor(self, entity: int | None) -> Actor | None:
        found = None if entity is None else self.resolved[entity]
        return found if isinstance(found, Actor) else None

    def place(self, entity: int | None) -> Place | None:
        found = None if entity is None else self.resolved[entity]
        return found if isinstance(found, Place) else None

    def dateline_place(self, dateline: DatelineRecord | None) -> Place | None:
        if dateline is None:
            return None
        inside = (row for row in self.mentions.values() if dateline.span.start <= row.start < dateline.span.end)
        return next((row.place for row in inside if row.place is not None), None)


def store_mentions(article: Article, annotation: Annotation, resolved: list[Resolved], *, run: PipelineRun) -> Stored:
    """Write the mentions that no decision stands against, and the posts they show."""
    stored = Stored(resolved)
    kept = list(Mention.objects.filter(article=article))
    kept_by_span = {(row.start, row.end): row for row in kept if row.is_live}
    for index, record in enumerate(annotation.mentions):
        if standing := kept_by_span.get((record.span.start, record.span.end)):
            stored.mentions[index] = standing
        elif not any(stands_against(row, record) for row in kept):
            stored.mentions[index] = new_mention(article, record, stored, run=run)
    Mention.objects.bulk_create(row for row in stored.mentions.values() if row.pk is None)
    store_posts(article, annotation, stored)
    return stored


def stands_against(kept: Mention, record: MentionRecord) -> bool:
    """A live row holds its words; a rejected proposal is not made again."""
    if not kept.is_live:
        return (kept.start, kept.end, kept.label) == (record.span.start, record.span.end, record.label)
    return Span(kept.start, kept.end).overlaps(record.span)


def new_mention(article: Article, record: MentionRecord, stored: Stored, *, run: PipelineRun) -> Mention:
    return Mention(
        article=article,
        start=record.span.start,
        end=record.span.end,
        text=article.text[record.span.start : record.span.end],
        label=record.label,
        actor=stored.actor(record.entity),
        place=stored.place(record.entity),
        value=record.value,
        country=record.country,
        figurative=record.figurative,
        confidence=record.confidence,
        origin=record.origin,
        run=run,
    )


def store_posts(article: Article, annotation: Annotation, stored: Stored) -> None:
    """The posts with these mentions as evidence; the collection now shows them on the article's day too."""
    shown = [
        (actor, record)
        for index, entity in enumerate(annotation.entities)
        if (actor := stored.actor(index)) is not None
        for record in entity.posts
        if record.mention in stored.mentions
    ]
    known = {
        (post.actor_id, post.key, post.country): post
        for post in Post.objects.filter(actor__in={actor.pk for actor, _ in shown})
    }
    touched: dict[int, Post] = {}
    evidence: list[tuple[Post, Mention]] = []
    for actor, record in shown:
        key = (actor.pk, record.key[:300], record.country)
        post = known.setdefault(key, Post(actor=actor, key=key[1], country=key[2], title=record.title[:300]))
        if seen_on(post, article.published_on):
            touched[id(post)] = post
        stored.posts[record.mention] = post
        evidence.append((post, stored.mentions[record.mention]))
    Post.objects.bulk_update([post for post in touched.values() if post.pk], ["since", "until"])
    Post.objects.bulk_create(post for post in touched.values() if not post.pk)
    PostEvidence.objects.bulk_create(
        (PostEvidence(post=post, mention=mention) for post, mention in evidence), ignore_conflicts=True
    )


def seen_on(post: Post, day: date) -> bool:
    """Widen the time a post is seen to a day; whether that changed anything."""
    before = (post.since, post.until)
    post.since, post.until = min(post.since or day, day), max(post.until or day, day)
    return before != (post.since, post.until)
