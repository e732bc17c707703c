"""Import articles: each good record goes in once, each bad one is named. May be stopped and run again at any time."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.actions.annotate import annotate_articles, waiting_articles
from articles.actions.intake import BadDateError, Defaults, published_on, read_dateline, source_name, title_of
from articles.enums import ProblemSeverity
from articles.importers import Limits, ParseProblem, RawArticle, parse
from articles.importers.files import find
from articles.importers.provenance import shown
from articles.models import Article, ImportBatch, ImportProblem, Review, Source

logger = logging.getLogger(__name__)

#: How standard input is named on the command line and in messages.
STDIN = "-"
LONGEST_ID = 300
LONGEST_URL = 2000
#: Problems kept in the database for one import; all are told while it runs.
PROBLEMS_KEPT = 10_000
#: Articles annotated together after annotating all of them has failed.
PORTION = 50


@dataclass(frozen=True, slots=True)
class ImportOptions:
    format: str = "auto"
    defaults: Defaults = field(default_factory=Defaults)
    dry_run: bool = False
    annotate: bool = True
    workers: int = 1
    #: A file that holds what came by standard input; its name means nothing to anybody.
    stdin: Path | None = None


@dataclass(frozen=True, slots=True)
class Listeners:
    """Whom an import tells how it goes."""

    problem: Callable[[ParseProblem, ProblemSeverity], None] = lambda problem, severity: None
    record: Callable[[], None] = lambda: None
    annotated: Callable[[Article], None] = lambda article: None


@dataclass(slots=True)
class Import:
    """One import under way: its counts, its batch (none in a dry run) and the articles to annotate."""

    options: ImportOptions
    listeners: Listeners
    batch: ImportBatch | None = None
    imported: int = 0
    duplicates: int = 0
    rejected: int = 0
    warnings: int = 0
    waiting: list[int] = field(default_factory=list)
    #: Texts met in a dry run, which stores none.
    digests: set[bytes] = field(default_factory=set)

    def reject(self, problem: ParseProblem) -> None:
        self.rejected += 1
        self.note(problem, ProblemSeverity.ERROR)

    def warn(self, raw: RawArticle, name: str, reason: str) -> None:
        self.warnings += 1
        self.note(ParseProblem(raw.file, reason, line=raw.line, field=name), ProblemSeverity.WARNING)

    def note(self, problem: ParseProblem, severity: ProblemSeverity) -> None:
        self.listeners.problem(problem, severity)
        if self.batch is not None and self.rejected + self.warnings <= PROBLEMS_KEPT:
            ImportProblem.objects.create(
                batch=self.batch,
                file=problem.file[-1000:],
                line=problem.line,
                field=problem.field[:100],
                reason=problem.reason.replace("\x00", "␀"),
                severity=severity,
            )


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
    for item in items:
        take(item, under_way)
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


def take(item: RawArticle | ParseProblem, under_way: Import) -> None:
    """One record: in, known already, or rejected."""
    if isinstance(item, ParseProblem):
        under_way.reject(item)
        return
    try:
        take_article(item, under_way)
    except BadDateError as error:
        under_way.reject(ParseProblem(item.file, str(error), line=item.line, field="date"))


def take_article(raw: RawArticle, under_way: Import) -> None:
    digest = sha256(raw.text.encode()).hexdigest()
    known = Article.objects.filter(digest=digest).values_list("pk", "run_id").first()
    if known is not None or bytes.fromhex(digest) in under_way.digests:
        under_way.duplicates += 1
        if known is not None and known[1] is None:
            under_way.waiting.append(known[0])
        return
    article = new_article(raw, digest, under_way)
    if under_way.options.dry_run:
        under_way.digests.add(bytes.fromhex(digest))
    else:
        try:
            save(article, source=article_source(raw, under_way.options.defaults))
        except IntegrityError:
            if Article.objects.filter(digest=digest).exists():
                under_way.duplicates += 1  # another import brought it at the same moment
                return
            article.external_id = free_id(raw, digest, under_way)  # … or took its identifier
            save(article, source=article_source(raw, under_way.options.defaults))
        under_way.waiting.append(article.pk)
    under_way.imported += 1


def new_article(raw: RawArticle, digest: str, under_way: Import) -> Article:
    """The record as a row, not saved yet and without its source."""
    dateline = read_dateline(raw)
    day, origin = published_on(raw, dateline, under_way.options.defaults)
    return Article(
        external_id=free_id(raw, digest, under_way),
        title=title_of(raw, dateline),
        language=raw.language or under_way.options.defaults.language,
        url=safe_url(raw, under_way),
        authors=list(raw.authors),
        text=raw.text,
        encoding=raw.encoding,
        digest=digest,
        published_on=day,
        date_origin=origin,
        batch=under_way.batch,
        file=raw.file[-1000:],
        line=raw.line,
    )


@transaction.atomic
def save(article: Article, *, source: Source) -> None:
    article.source = source
    article.save(force_insert=True)
    Review.objects.create(article=article)


def free_id(raw: RawArticle, digest: str, under_way: Import) -> str:
    """The record's id, numbered where another text has it; the head of the digest for a record without one."""
    wanted = raw.id.strip()[: LONGEST_ID - 8] or digest[:16]
    if not Article.objects.filter(external_id=wanted).exists():
        return wanted
    taken = set(Article.objects.filter(external_id__startswith=wanted).values_list("external_id", flat=True))
    number = next(number for number in range(2, len(taken) + 3) if f"{wanted}-{number}" not in taken)
    given = f"{wanted}-{number}"
    reason = _("Another text has the identifier “%(wanted)s”; this one is imported as “%(given)s”.")
    under_way.warn(raw, "id", reason % {"wanted": wanted, "given": given})
    return given


def safe_url(raw: RawArticle, under_way: Import) -> str:
    url = raw.url.strip()
    if url and (len(url) > LONGEST_URL or not url.lower().startswith(("http://", "https://"))):
        under_way.warn(raw, "url", _("Is no web address; the article is imported without it."))
        return ""
    return url


def article_source(raw: RawArticle, defaults: Defaults) -> Source:
    """The source of that name; names that differ in capitals and accents only are one source."""
    name = source_name(raw, read_dateline(raw), defaults)
    slug = slugify(name)[:200] or f"source-{sha256(name.encode()).hexdigest()[:8]}"
    source = Source.objects.filter(name=name).first()
    return source or Source.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def annotate_waiting(under_way: Import) -> None:
    """Annotate what is in; where that fails, in portions and then one by one, to find the text that cannot be."""
    ids = sorted(set(under_way.waiting))
    if annotate_some(ids, under_way) is None:
        return
    for start in range(0, len(ids), PORTION):
        portion = ids[start : start + PORTION]
        if annotate_some(portion, under_way) is not None:
            for pk in portion:
                annotate_one(pk, under_way)


def annotate_one(pk: int, under_way: Import) -> None:
    error = annotate_some([pk], under_way)
    if error is not None:
        article = Article.objects.only("file", "line").get(pk=pk)
        reason = _("Imported, but pre-annotation failed: %(why)s.") % {"why": f"{type(error).__name__}: {error}"}
        under_way.warn(RawArticle(text="", file=article.file, line=article.line), "", reason)


def annotate_some(ids: list[int], under_way: Import) -> Exception | None:
    """Annotate those of the articles that no run has annotated; gives back what went wrong, if anything."""
    listen = under_way.listeners.annotated
    try:
        annotate_articles(waiting_articles(ids), workers=under_way.options.workers, on_article=listen)
    except Exception as error:  # a model may raise anything on a strange text, which must not stop the others
        logger.warning("Annotating %d articles failed", len(ids), exc_info=True)
        return error
    return None


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
