"""The live mentions and the zones of an article as its text shows them: what is drawn and nothing else.

An article may have thousands, and instances of the models with all their fields take several times as long to make.
"""

from dataclasses import dataclass
from typing import Protocol

from articles.enums import DECIDED, AnnotationStatus
from articles.models.annotation import DOUBTFUL_BELOW
from articles.queries.rows import rows_of

MARKS = """
SELECT m.id, m.start, m."end", m.text, m.label, m.status, m.version, m.value, m.confidence, m.link_confidence,
    a.id, a.slug, a.name, a.kind, p.name
FROM articles_mention m
    LEFT JOIN articles_actor a ON a.id = m.actor_id
    LEFT JOIN articles_place p ON p.id = m.place_id
WHERE m.article_id = %s AND m.status <> 'rejected'
ORDER BY m.start
"""
ZONES = 'SELECT start, "end", kind FROM articles_zone WHERE article_id = %s ORDER BY start'


class NamedSlug(Protocol):
    @property
    def slug(self) -> str: ...


class Marked(Protocol):
    """What is drawn of a mention: a `Mention`, or a `Mark` where there are many."""

    @property
    def pk(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def value(self) -> str: ...
    @property
    def actor(self) -> NamedSlug | None: ...
    @property
    def place(self) -> object: ...
    @property
    def sureness(self) -> float | None: ...
    @property
    def is_decided(self) -> bool: ...
    @property
    def is_doubtful(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class NamedActor:
    pk: int
    slug: str
    name: str
    kind: str

    def __str__(self) -> str:
        return self.name


@dataclass(slots=True)
class Mark:
    """Tells of a mention what `Mention` does. `place` is the name of one."""

    pk: int
    start: int
    end: int
    text: str
    label: str
    status: str
    version: int
    value: str
    confidence: float | None
    link_confidence: float | None
    actor: NamedActor | None
    place: str | None

    @property
    def is_decided(self) -> bool:
        return self.status in DECIDED

    @property
    def sureness(self) -> float | None:
        if self.confidence is None or self.link_confidence is None:
            return self.confidence
        return self.confidence * self.link_confidence

    @property
    def is_doubtful(self) -> bool:
        sure = self.sureness
        return self.status == AnnotationStatus.PROPOSED and sure is not None and sure < DOUBTFUL_BELOW


@dataclass(frozen=True, slots=True)
class ZoneHere:
    start: int
    end: int
    kind: str


def marks_on(article_id: int) -> list[Mark]:
    """In the order of the text; an actor that is named often is one object."""
    rows = rows_of(MARKS, [article_id])
    actors = {row[10]: NamedActor(*row[10:14]) for row in rows if row[10] is not None}
    return [Mark(*(*row[:10], actors.get(row[10]), row[14])) for row in rows]


def zones_of(article_id: int) -> list[ZoneHere]:
    return [ZoneHere(*row) for row in rows_of(ZONES, [article_id])]
