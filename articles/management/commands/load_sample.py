"""Import the sample collection that comes with the desk."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.actions.sample import load_sample


class Command(BaseCommand):
    help = (
        "Imports the thirty illustrative articles of the sample collection and pre-annotates them. "
        "Texts already in are left as they are."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-annotate", action="store_true", help="Leave pre-annotation to annotate_articles.")

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        done = load_sample(annotate=not options["no_annotate"])
        self.stdout.write(
            f"imported={done.imported} duplicates={done.duplicates} rejected={done.rejected} "
            f"seconds={time.monotonic() - started:.1f}"
        )
        if done.rejected:
            raise SystemExit(1)
