"""A small invented collection beside the sample, and what searches of it must find (tests/data/search)."""

import csv
from pathlib import Path

from articles.actions.sample import load_sample
from tests.factories import ActorFactory, ArticleFactory, SourceFactory

DATA = Path(__file__).resolve().parent.parent / "data" / "search"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def make_collection() -> None:
    load_sample(annotate=False)
    for row in rows("names"):
        names = [name for name in row["others"].split("|") if name]
        fields = {"slug": row["country"]} if row["kind"] == "state" else {}
        ActorFactory(name=row["name"], kind=row["kind"], country=row["country"], names=names, **fields)
    source = SourceFactory(name="Agence inventée")
    for row in rows("articles"):
        ArticleFactory(external_id=row["id"], title=row["title"], text=row["text"], source=source)
