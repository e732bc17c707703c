"""Pre-annotate articles that are already in."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet
from tqdm import tqdm

from articles.actions.annotate import annotate_articles
from articles.actions.known_offices import give_known_offices
from articles.management.output import steps
from articles.management.pipelines import pipeline_named
from articles.models import Article
from articles.nlp.pipeline import VERSION


class Command(BaseCommand):
    help = (
        "Pre-annotates articles with the present version of the pipeline. What a person decided stays as it is; "
        "undecided proposals are replaced. An article that cannot be annotated is named on standard error, with the "
        "reason, and the others go on. Exit status: 0 all well, 1 some failed, 2 wrong usage."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("ids", nargs="*", metavar="ID", help="Articles by their identifier.")
        parser.add_argument("--all", action="store_true", help="Every article of the collection.")
        parser.add_argument(
            "--stale", action="store_true", help="Articles never annotated, or annotated by another version."
        )
        parser.add_argument(
            "--offices",
            action="store_true",
            help="Annotate nothing; only give people whom the vocabulary of leaders knows their office and country.",
        )
        parser.add_argument("--workers", type=int, default=1, metavar="N", help="Processes that annotate (1).")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["workers"] < 1:
            raise CommandError("--workers must be at least 1.", returncode=2)
        if options["offices"]:
            self.give_offices(options)
            return
        articles = self.chosen(options["ids"], everything=options["all"], stale=options["stale"])
        started = time.monotonic()
        failed: list[str] = []

        def tell(article: Article, reason: str) -> None:
            failed.append(article.external_id)
            self.stderr.write(f"{article.external_id}: {reason}", self.style.ERROR)

        with tqdm(total=articles.count(), unit="article", disable=None) as bar, pipeline_named():
            run = annotate_articles(articles, workers=options["workers"], on_article=steps(bar), on_failure=tell)
        count = run.article_count if run else 0
        self.stdout.write(f"annotated={count} failed={len(failed)} seconds={time.monotonic() - started:.1f}")
        if failed:
            self.stdout.flush()
            raise SystemExit(1)

    def give_offices(self, options: dict[str, Any]) -> None:
        if options["ids"] or options["all"] or options["stale"]:
            raise CommandError("--offices goes through the whole collection; give it alone.", returncode=2)
        started = time.monotonic()
        holders = give_known_offices()
        self.stdout.write(f"holders={holders} seconds={time.monotonic() - started:.1f}")

    def chosen(self, ids: list[str], *, everything: bool, stale: bool) -> QuerySet[Article]:
        if bool(ids) + everything + stale != 1:
            raise CommandError("Name articles by their ID, or give --all, --stale or --offices.", returncode=2)
        if everything:
            return Article.objects.all()
        if stale:
            return Article.objects.stale(VERSION)
        found = Article.objects.filter(external_id__in=ids)
        missing = sorted(set(ids) - set(found.values_list("external_id", flat=True)))
        if missing:
            raise CommandError(f"No article has the ID {', '.join(missing)}; nothing was annotated.", returncode=2)
        return found
