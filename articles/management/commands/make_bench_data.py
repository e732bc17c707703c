"""Fill an empty database with a large made-up collection, for measuring and for trying searches out."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.benching.collection import make_collection
from articles.models import Article, Meeting


class Command(BaseCommand):
    help = f"{__doc__} It is the collection that `bench --collection N` searches; nothing in it is true."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--articles", type=int, default=100_000, metavar="N", help="So many, with half as many meetings (100000)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["articles"] < 1:
            raise CommandError("--articles must be at least 1.", returncode=2)
        if Article.objects.exists():
            raise CommandError(
                "This database holds articles already. Made-up ones are not mixed with them: "
                "set NEWSDESK_DATA_DIR or DATABASE_URL to another.",
                returncode=2,
            )
        started = time.perf_counter()
        make_collection(options["articles"])
        taken = time.perf_counter() - started
        counted = f"articles={Article.objects.count()} meetings={Meeting.objects.count()}"
        self.stdout.write(f"{counted} seconds={taken:.1f}")
