"""Annotations by the Web Annotation Data Model of the W3C, as one page of annotations in JSON-LD."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from articles.exporters.provenance import provenance
from articles.models import Article, MeetingReport, Mention, Statement
from articles.models.annotation import Annotation

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Characters on either side of the words, by which they are found again in a text that has changed.
AROUND = 32
Record = dict[str, Any]


def web_annotation_page(articles: Iterable[Article], address: str, site: str) -> Iterator[str]:
    """One object; its annotations stand one a line, so that it can be read while it comes."""
    yield json.dumps({"@context": CONTEXT, "id": address, "type": "AnnotationPage"})[:-1] + ', "items": ['
    before = "\n"
    for article in articles:
        for annotation in Annotations(article, site).all():
            yield before + json.dumps(annotation, ensure_ascii=False)
            before = ",\n"
    yield "\n]}\n"


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations of one article; `site` is where the desk is (`https://…`)."""

    article: Article
    site: str

    def all(self) -> Iterator[Record]:
        yield from (self.of_mention(row) for row in self.article.mentions.all())
        yield from (self.of_report(row) for row in self.article.meeting_reports.all())
        yield from (self.of_statement(row) for row in self.article.statements.all())

    @property
    def page(self) -> str:
        return self.site + reverse("article-detail", args=[self.article.pk])

    def of_mention(self, row: Mention) -> Record:
        bodies: list[Record] = [tag(row.label)]
        if row.actor:
            bodies.append(self.identified("actor-detail", row.actor.slug, row.actor.name))
        elif row.place:
            bodies.append(tag(row.place.slug, purpose="identifying"))
        if row.value:
            bodies.append(tag(row.value, purpose="describing"))
        told = {"id": f"{self.page}#m-{row.pk}", "motivation": "classifying", "body": bodies}
        return self.annotation(row, told, [(row.start, row.end)])

    def of_report(self, row: MeetingReport) -> Record:
        """The words for all fields of the meeting are its targets; their names are in the selectors."""
        bodies = [tag(row.kind), tag(row.meeting_status)]
        if row.meeting_id:
            bodies.append(self.identified("meeting-detail", row.meeting_id, row.date_value))
        bodies += [self.identified("actor-detail", one.actor.slug, one.actor.name) for one in row.participants.all()]
        told = {"id": f"{self.page}?report={row.pk}#r-{row.pk}", "motivation": "linking", "body": bodies}
        return self.annotation(row, told, [(proof.start, proof.end) for proof in row.evidence.all()])

    def of_statement(self, row: Statement) -> Record:
        bodies = [tag("direct" if row.direct else "indirect")]
        if row.speaker:
            bodies.append(self.identified("actor-detail", row.speaker.slug, row.speaker.name))
        told = {"id": f"{self.page}?statement={row.pk}#s-{row.pk}", "motivation": "identifying", "body": bodies}
        return self.annotation(row, told, [(row.quote_start, row.quote_end)])

    def annotation(self, row: Annotation, told: Record, spans: list[tuple[int, int]]) -> Record:
        targets = [self.target(start, end) for start, end in spans] or [{"source": self.page}]
        return {"type": "Annotation", **told, **creator(row), "target": targets}

    def target(self, start: int, end: int) -> Record:
        text = self.article.text
        words = {"type": "TextQuoteSelector", "exact": text[start:end]}
        words |= {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
        return {"source": self.page, "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, words]}

    def identified(self, page: str, key: str | int, name: str) -> Record:
        address = self.site + reverse(page, args=[key])
        return {"type": "SpecificResource", "source": address, "purpose": "identifying", "schema:name": name}


def tag(value: str, *, purpose: str = "tagging") -> Record:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def creator(row: Annotation) -> Record:
    """Who decided is the creator; the software that proposed the row is its generator."""
    told = provenance(row)
    software = {"type": "Software", "name": f"{row.origin} {told['machine']}"} if told["machine"] else None
    found: Record = {"generator": software} if software else {}
    if row.is_decided:
        found["creator"] = {"type": "Person", **({"nickname": told["person"]} if told["person"] else {})}
        found["created"] = told["decided_at"]
    elif software:
        found["creator"] = software
    return {**found, "schema:creativeWorkStatus": row.status}
