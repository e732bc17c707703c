"""Measure speed on the sample collection, each figure beside its yardstick, and leave the collection as it was."""

import gc
import json
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import quantiles
from typing import Any

import spacy
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Count
from django.test import Client
from django.urls import reverse

from articles.actions.importing import ImportOptions, import_records
from articles.actions.sample import SAMPLE, sample_records
from articles.enums import ActorKind
from articles.importers import ParseProblem, RawArticle
from articles.models import Actor, Article, Meeting
from articles.nlp.pipeline import build

REQUESTS = 50


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--copies", type=int, default=3, metavar="N", help="Imports of the sample collection (3).")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["copies"] < 1:
            raise CommandError("--copies must be at least 1.", returncode=2)
        records = list(numbered_sample(options["copies"]))
        with transaction.atomic():
            self.measure(records)
            transaction.set_rollback(True)

    def measure(self, records: list[RawArticle]) -> None:
        plain = spacy.load(settings.SPACY_PIPELINE)
        yardstick = len(records) / seconds(lambda: list(plain.pipe(record.text for record in records)))
        build(settings.SPACY_PIPELINE)  # loaded before the clock runs, as spaCy's own is
        imported = len(records) / seconds(lambda: import_all(records))
        self.row(f"import with pre-annotation, {len(records)} articles", f"{imported:.1f} articles/s")
        self.row("  yardstick: spaCy's full nlp.pipe, same texts", f"{yardstick:.1f} articles/s")
        gc.freeze()  # the pipeline, which a web server never loads, would slow every collection down
        article = Article.objects.annotate(count=Count("mentions")).latest("count")
        words = len(article.text.split())
        page = reverse("article-detail", args=[article.pk])
        self.row(f"article page, {words} words, p95", f"{p95(page):.0f} ms")
        people = Actor.objects.filter(kind=ActorKind.PERSON)
        busiest = people.annotate(count=Count("meetings")).latest("count")
        search = reverse("meeting-list", query={"actor": busiest.slug})
        self.row(f"meeting search by diplomat, {Meeting.objects.count()} meetings, p95", f"{p95(search):.0f} ms")
        gc.unfreeze()

    def row(self, name: str, value: str) -> None:
        self.stdout.write(f"{name:<60}{value:>18}")


def numbered_sample(copies: int) -> Iterator[RawArticle]:
    """The sample several times over; a last line tells the copies apart."""
    manifest = json.loads((SAMPLE / "manifest.json").read_text(encoding="utf-8"))
    for number in range(copies):
        for record in sample_records(manifest):
            if not isinstance(record, ParseProblem):
                yield replace(record, id=f"bench-{number}-{record.id}", text=f"{record.text}\n\nMesure {number}\n")


def import_all(records: list[RawArticle]) -> None:
    import_records(iter(records), options=ImportOptions(), paths=["bench"])


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def p95(url: str) -> float:
    """Milliseconds that 95 of 100 requests stay under, after one to warm up."""
    client = Client(SERVER_NAME="127.0.0.1", HTTP_ACCEPT_LANGUAGE="fr")

    def ask() -> None:
        response = client.get(url, secure=settings.HTTPS)
        if response.status_code != 200:
            raise CommandError(f"{url} answers {response.status_code}.")

    ask()
    return quantiles((seconds(ask) * 1000 for _ in range(REQUESTS)), n=20)[-1]
