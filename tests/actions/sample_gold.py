"""The gold meetings of the sample collection as annotations, to be stored and joined like those of a run."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from articles.actions.sample import load_sample
from articles.actions.storing import store_annotations
from articles.models import Article, PipelineRun
from articles.nlp import lexicons
from articles.nlp.types import Annotation, EntityRecord, EvidenceRecord, MeetingRecord, ParticipantRecord, Span

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
KINDS = {"state", "organisation"}
Meeting = dict[str, Any]


def canonical() -> list[Meeting]:
    """The meetings of the whole collection as they are to be joined."""
    found: list[Meeting] = json.loads((SAMPLE / "meetings.json").read_text(encoding="utf-8"))
    return found


@cache
def gold() -> dict[str, dict[str, Any]]:
    lines = (SAMPLE / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


@cache
def known(name: str) -> lexicons.Name | None:
    """What the vocabularies call by that name."""
    return next((each for each in lexicons.names() if name in (each.name, *each.forms)), None)


def actor(name: str) -> EntityRecord:
    found = known(name)
    if found is None or found.kind not in KINDS:
        return EntityRecord("person", name, (name,))
    return EntityRecord(found.kind, name, (name,), known_id=found.id, country=found.country)


def place(name: str) -> EntityRecord:
    found = known(name)
    if found is None:
        return EntityRecord("place", name, (name,), place_kind="city")
    if found.kind == "state":
        return actor(name)
    kind = "city" if found.kind == "city" else "region"
    return EntityRecord("place", name, (name,), known_id=found.id, country=found.country, place_kind=kind)


def annotation(record: dict[str, Any]) -> Annotation:
    """The gold meetings of an article, without its mentions."""
    entities: dict[tuple[str, str], EntityRecord] = {}
    meetings = []
    for told in record["meetings"]:
        for name in told["participants"]:
            entities.setdefault(("actor", name), actor(name))
        if told["place"]:
            entities.setdefault(("place", told["place"]), place(told["place"]))
        where = list(entities).index(("place", told["place"])) if told["place"] else None
        people = [list(entities).index(("actor", name)) for name in told["participants"]]
        words = [record["text"].index(words) for words in told["evidence"]]
        spans = [Span(start, start + len(words)) for start, words in zip(words, told["evidence"], strict=True)]
        meetings.append(
            MeetingRecord(
                tuple(map(ParticipantRecord, people)),
                kind=told["kind"],
                status=told["status"],
                date=told["date"],
                place=where,
                duration=told.get("duration"),
                evidence=tuple(EvidenceRecord("sentence", span) for span in spans),
            )
        )
    return Annotation(entities=tuple(entities.values()), meetings=tuple(meetings))


def store_gold(ids: list[str], *, together: int = 1) -> None:
    """Load the sample and store its gold meetings in this order, so many articles at a time."""
    load_sample(annotate=False)
    run = PipelineRun.objects.get_or_create(version="gold", pipeline="gold")[0]
    articles = Article.objects.in_bulk(ids, field_name="external_id")
    for start in range(0, len(ids), together):
        portion = [(articles[key], annotation(gold()[key])) for key in ids[start : start + together]]
        store_annotations(portion, run=run)
