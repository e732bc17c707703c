"""Import articles: each good record goes in once, each bad one is named. May be stopped and run again at any time."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.annotate import annotate_articles, waiting_articles
from articles.actions.filing import lots, take
from articles.actions.import_state import Import, ImportOptions, Listeners
from articles.importers import Limits, ParseProblem, RawArticle, parse
from articles.importers.files import find
from articles.importers.provenance import shown
from articles.models import Article, ImportBatch

__all__ = ["STDIN", "Import", "ImportOptions", "Listeners", "import_paths", "import_records"]

logger = logging.getLogger(__name__)

#: How standard input is named on the command line and in messages.
STDIN = "-"


def import_paths(
    paths: Sequence[Path], *, options: ImportOptions, by: User | None = None, listeners: Listeners | None = None
) -> Import:
    """Import files and folders."""
    names = [STDIN if path == options.stdin else shown(path) for path in paths]
    return import_records(records(paths, options), options=options, paths=names, by=by, listeners=listeners)


def import_records(
    items: Iterable[RawArticle | ParseProblem],
    *,
    options: ImportOptions,
    paths: list[str],
    by: User | None = None,
    listeners: Listeners | None = None,
) -> Import:
    """Import records; articles that a broken-off import left without annotation get theirs."""
    under_way = Import(options, listeners or Listeners())
    if not options.dry_run:
        under_way.batch = ImportBatch.objects.create(paths=paths, options=as_json(options), by=by)
    for lot in lots(items):
        take(lot, under_way)
        for _item in lot:
            under_way.listeners.record()
    if options.annotate and under_way.waiting:
        annotate_waiting(under_way)
    close(under_way)
    return under_way


def as_json(options: ImportOptions) -> dict[str, object]:
    """The options as the batch keeps them."""
    day = options.defaults.day
    return {
        "format": options.format,
        "source": options.defaults.source,
        "language": options.defaults.language,
        "date": day.isoformat() if day else None,
        "annotate": options.annotate,
    }


def records(paths: Sequence[Path], options: ImportOptions) -> Iterator[RawArticle | ParseProblem]:
    limits = Limits(max_bytes=settings.IMPORT_MAX_BYTES)
    for path in paths:
        for found in find(path, format_name=options.format):
            items = [found] if isinstance(found, ParseProblem) else parse(found, limits=limits)
            yield from items if path != options.stdin else (without_file(item) for item in items)


def without_file(item: RawArticle | ParseProblem) -> RawArticle | ParseProblem:
    """A record from standard input: no file name, and no id made of one."""
    if isinstance(item, ParseProblem):
        return replace(item, file=STDIN)
    return replace(item, file=STDIN, id=item.id if item.line else "")


def annotate_waiting(under_way: Import) -> None:
    """Annotate what is in and has no annotation yet; a text that cannot be is named, and the others go on."""
    waiting = waiting_articles(sorted(set(under_way.waiting)))

    def tell(article: Article, why: str) -> None:
        reason = _("Imported, but pre-annotation failed: %(why)s.") % {"why": why}
        under_way.warn(RawArticle(text="", file=article.file, line=article.line), "", reason)

    listen = under_way.listeners.annotated
    try:
        annotate_articles(waiting, workers=under_way.options.workers, on_article=listen, on_failure=tell)
    except Exception as error:  # what is in stays in, whatever happens to the pipeline
        logger.info("Pre-annotation stopped", exc_info=True)
        why = f"{type(error).__name__}: {error}"
        reason = _("Imported, but pre-annotation stopped: %(why)s. Go on with “annotate_articles --stale”.")
        under_way.warn(RawArticle(text="", file=""), "", reason % {"why": why})


def close(under_way: Import) -> None:
    if under_way.batch is not None:
        batch = under_way.batch
        batch.imported, batch.duplicates, batch.rejected = (
            under_way.imported,
            under_way.duplicates,
            under_way.rejected,
        )
        batch.finished_at = timezone.now()
        batch.save(update_fields=["imported", "duplicates", "rejected", "finished_at"])
