"""What the page of one article shows beside its text."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from articles.enums import ActorKind, MentionLabel
from articles.models import Article, Note
from articles.queries.evidence import EvidenceSpan
from articles.queries.marks import Mark, NamedActor, ZoneHere, marks_on, zones_of
from articles.queries.neighbours import Neighbours, neighbours_of
from articles.queries.notes import note_spans, notes_on
from articles.queries.reported import ReportHere, StatementHere, reports_here, statements_here
from articles.queries.rows import rows_of

#: The posts that live mentions of the article show.
POSTS = """
SELECT actor_id, title FROM articles_post WHERE id IN (
    SELECT shown.post_id FROM articles_postevidence shown JOIN articles_mention m ON m.id = shown.mention_id
    WHERE m.article_id = %s AND m.status <> 'rejected')
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class LabelCount:
    label: MentionLabel
    number: int


@dataclass(slots=True)
class ActorHere:
    """An actor of the article: how often it is mentioned, and the posts the article gives it."""

    actor: NamedActor
    mentions: int = 0
    first: int = 0
    posts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ArticlePage:
    article: Article
    zones: list[ZoneHere]
    mentions: list[Mark]
    evidence: list[EvidenceSpan]
    labels: list[LabelCount]
    people: list[ActorHere]
    bodies: list[ActorHere]
    reports: list[ReportHere]
    statements: list[StatementHere]
    #: For editors; empty for others.
    notes: list[Note]
    neighbours: Neighbours


def article_page(article: Article, *, with_notes: bool = False) -> ArticlePage:
    mentions = marks_on(article.pk)
    reports, statements = reports_here(article), statements_here(article)
    actors = actors_here(article, mentions)
    notes = notes_on(article) if with_notes else []
    numbers = Counter(mention.label for mention in mentions)
    spans = [*chain(*(each.spans for each in reports)), *chain(*(each.spans for each in statements))]
    return ArticlePage(
        article=article,
        zones=zones_of(article.pk),
        mentions=mentions,
        evidence=[*spans, *note_spans(notes)],
        labels=[LabelCount(label, numbers[label]) for label in MentionLabel if numbers[label]],
        people=[each for each in actors if each.actor.kind == ActorKind.PERSON],
        bodies=[each for each in actors if each.actor.kind != ActorKind.PERSON],
        reports=reports,
        statements=statements,
        notes=notes,
        neighbours=neighbours_of(article),
    )


def actors_here(article: Article, mentions: Iterable[Mark]) -> list[ActorHere]:
    """Actors in the order of how often the article names them, then of their first mention."""
    found: dict[int, ActorHere] = {}
    for mention in mentions:
        if mention.actor is not None:
            here = found.setdefault(mention.actor.pk, ActorHere(mention.actor, first=mention.start))
            here.mentions += 1
    for actor_id, title in rows_of(POSTS, [article.pk]):
        if actor_id in found:
            found[actor_id].posts.append(title)
    return sorted(found.values(), key=lambda here: (-here.mentions, here.first))
