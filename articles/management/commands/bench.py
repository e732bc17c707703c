"""Measure speed and memory, each figure beside its goal, in a database of its own that is dropped again."""

import gc
import os
from argparse import ArgumentParser
from itertools import islice
from statistics import mean, median
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.management.benching import in_browser
from articles.management.benching.collection import make_collection
from articles.management.benching.long_articles import long_article
from articles.management.benching.pages import (
    annotation_page,
    article_page,
    correction,
    doubtful_first,
    longest_article,
    meeting_search,
    meeting_search_of_two,
    suggestions,
    text_search,
)
from articles.management.benching.rates import Rates, measure_rates
from articles.management.benching.scratch_database import scratch_database
from articles.management.benching.texts import names_in, sample, varied_texts
from articles.models import Article, Meeting
from articles.nlp.pipeline import build
from newsdesk.serve import settle

#: The goals: ratios to spaCy's own speed, and milliseconds.
RATIO = 1.0
PAGE, SEARCH, MEETINGS, SUGGESTIONS, CORRECTION = 60, 100, 50, 30, 40
#: Words, mentions, and the goals for the pages and for a correction there.
LENGTHS = ((1_000, 100, PAGE, CORRECTION), (50_000, 3_000, 1_000, 100))
#: Until the longer of them is open in a browser.
OPEN = 3_000


class Command(BaseCommand):
    help = (
        f"{__doc__} The texts are made from the sample collection, all different. One part of them warms up; each "
        "further part is measured with spaCy's full pipeline, with the pre-annotation alone and with an import, one "
        "after the other, in this one process (the database server is another)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--articles", type=int, default=125, metavar="N", help="Texts to measure with (125).")
        parser.add_argument("--repeat", type=int, default=4, metavar="N", help="Repetitions (4).")

        parser.add_argument(
            "--collection", type=int, default=0, metavar="N", help="Search among N more articles, made up (0)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        articles, repeat = options["articles"], options["repeat"]
        if repeat < 1 or articles < 2 * (repeat + 1):
            raise CommandError("--repeat must be at least 1, and --articles twice as many and two more.", returncode=2)
        records = sample()
        names = names_in(records, build(settings.SPACY_PIPELINE, settings.NER_COMPONENT))
        texts = list(islice(varied_texts(records, names), articles))
        words = mean(len(text["text"].split()) for text in texts)
        self.stdout.write(f"{articles} different texts of {words:.0f} words on average, {repeat} repetitions")
        busy = f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
        self.stdout.write(f"Load of the machine before: {busy}; a load of others makes every time longer\n\n")
        with scratch_database():
            self.tell_rates(measure_rates(texts, repetitions=repeat))
            if options["collection"]:
                make_collection(options["collection"])
            settle()  # as the web server does; the pipeline, which that never loads, would slow collections down
            self.tell_pages()
            self.tell_lengths()
            gc.unfreeze()

    def tell_rates(self, rates: Rates) -> None:
        self.row("spaCy's full nlp.pipe, the yardstick", f"{median(rates.spacy):.1f} articles/s")
        for name, measured in (("pre-annotation alone", rates.annotation), ("import with it", rates.imports)):
            ratio = rates.ratio(measured)
            self.row(name, f"{median(measured):.1f} articles/s")
            self.row("  ratio to spaCy", f"{ratio:.2f}", f"≥ {RATIO:.1f}", reached=ratio >= RATIO)
        first, last = rates.memory.peak(0, 0.5), rates.memory.peak(0.5, 1)
        self.row("peak memory, both pipelines loaded: first half", f"{first:.0f} MB")
        self.row("  second half of the articles", f"{last:.0f} MB")

    def tell_pages(self) -> None:
        article = longest_article()
        page = f"article page, {len(article.text.split())} words, {article.mentions.count()} mentions, p95"
        self.milliseconds(page, article_page(article), PAGE)
        self.milliseconds(f"full-text search, {Article.objects.count()} articles, p95", text_search(), SEARCH)
        meetings = f"meeting search by diplomat, {Meeting.objects.count()} meetings, p95"
        self.milliseconds(meetings, meeting_search(), MEETINGS)
        self.milliseconds("  by two diplomats, p95", meeting_search_of_two(), MEETINGS)
        self.milliseconds("type-ahead of names, p95", suggestions(), SUGGESTIONS)
        self.milliseconds("articles least sure first, p95", doubtful_first(), SEARCH)
        self.milliseconds("one correction, click to saved, p95", correction(article), CORRECTION)

    def tell_lengths(self) -> None:
        """The pages of an ordinary and of a very long article, and a correction on each."""
        for words, mentions, page, correct in LENGTHS:
            article = long_article(words, mentions)
            self.milliseconds(f"article of {words} words, {mentions} mentions: page, p95", article_page(article), page)
            self.milliseconds("  annotation page, p95", annotation_page(article), page)
            self.milliseconds("  one correction, click to saved, p95", correction(article), correct)
        self.tell_opening(article)

    def tell_opening(self, article: Article) -> None:
        name = "  open in Chromium, first mention judged by key"
        if lacking := in_browser.missing():
            self.row(name, f"not measured: {lacking}")
            return
        found = in_browser.opening(article)
        self.milliseconds(name, found.judged, OPEN)
        self.row("    of that, until the server's answer was there", f"{found.answered:.0f} ms")
        self.row("    processor time of the page in the browser", f"{found.busy:.0f} ms")

    def milliseconds(self, name: str, value: float, goal: int) -> None:
        self.row(name, f"{value:.0f} ms", f"≤ {goal} ms", reached=value <= goal)

    def row(self, name: str, value: str, goal: str = "", *, reached: bool = True) -> None:
        verdict = f"{goal:>11}  {'reached' if reached else 'missed'}" if goal else ""
        self.stdout.write(f"{name:<58}{value:>16}{verdict}".rstrip())
