"""Records become articles, some at a time: each text once, each identifier once."""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

from django.db import DatabaseError, IntegrityError, OperationalError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.actions.import_state import Import
from articles.actions.intake import BadDateError, published_on, read_dateline, source_name, title_of
from articles.importers import ParseProblem, RawArticle
from articles.models import Article, Review, Source

logger = logging.getLogger(__name__)

#: Records, and characters of text, taken in together.
TOGETHER = 50
CHARACTERS_TOGETHER = 500_000
LONGEST_ID = 300
LONGEST_URL = 2000
#: Sources, and identifiers that several texts have, remembered while an import runs.
REMEMBERED = 10_000
#: A tag as pages have them; what a text puts in angle brackets for itself is none.
TAG = re.compile(
    r"</?(?:html|body|div|p|br|span|a|b|i|em|strong|h[1-6]|[ou]l|li|t[dhr]|table|img|script)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

Item = RawArticle | ParseProblem


@dataclass(slots=True)
class Lot:
    """Some records, what the database holds of them already, and the articles they become."""

    #: Key and run of the articles that have one of the texts, by digest.
    known: dict[str, tuple[int, int | None]]
    #: Those of the wanted identifiers that articles have.
    taken: set[str]
    digests: set[str] = field(default_factory=set)
    new: list[tuple[RawArticle, Article]] = field(default_factory=list)


def lots(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Records that are taken in together."""
    lot: list[Item] = []
    characters = 0
    for item in items:
        lot.append(item)
        characters += len(item.text) if isinstance(item, RawArticle) else 0
        if len(lot) == TOGETHER or characters >= CHARACTERS_TOGETHER:
            yield lot
            lot, characters = [], 0
    if lot:
        yield lot


def take(items: Sequence[Item], under_way: Import) -> None:
    """Some records, one after the other: in, known already, or rejected. What is in is committed at the end."""
    raws = [item for item in items if isinstance(item, RawArticle)]
    digests = {id(raw): sha256(raw.text.encode()).hexdigest() for raw in raws}
    lot = Lot(known=known_texts(digests.values()), taken=taken_ids(wanted_id(raw, digests[id(raw)]) for raw in raws))
    for item in items:
        if isinstance(item, ParseProblem):
            under_way.reject(item)
            continue
        try:
            take_article(item, digests[id(item)], lot, under_way)
        except BadDateError as error:
            under_way.reject(ParseProblem(item.file, str(error), line=item.line, field="date"))
    save_lot(lot, under_way)


def known_texts(digests: Iterable[str]) -> dict[str, tuple[int, int | None]]:
    rows = Article.objects.filter(digest__in=list(digests)).values_list("digest", "pk", "run_id")
    return {digest: (pk, run) for digest, pk, run in rows}


def taken_ids(wanted: Iterable[str]) -> set[str]:
    return set(Article.objects.filter(external_id__in=list(wanted)).values_list("external_id", flat=True))


def take_article(raw: RawArticle, digest: str, lot: Lot, under_way: Import) -> None:
    known = lot.known.get(digest)
    if known is not None or digest in lot.digests or bytes.fromhex(digest) in under_way.digests:
        under_way.duplicates += 1
        if known is not None and known[1] is None:
            under_way.waiting.append(known[0])
        return
    article = new_article(raw, digest, lot, under_way)
    tell_of_markup(raw, under_way)
    lot.digests.add(digest)
    lot.new.append((raw, article))


def new_article(raw: RawArticle, digest: str, lot: Lot, under_way: Import) -> Article:
    """The record as a row, not saved yet."""
    defaults = under_way.options.defaults
    dateline = read_dateline(raw)
    day, origin = published_on(raw, dateline, defaults)
    article = Article(
        external_id=free_id(raw, digest, lot, under_way),
        title=title_of(raw, dateline),
        language=raw.language or defaults.language,
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
    if not under_way.options.dry_run:
        article.source = source_named(source_name(raw, dateline, defaults), under_way)
    return article


def save_lot(lot: Lot, under_way: Import) -> None:
    """Save the new articles together, or one by one where that fails, to find the one that cannot be."""
    if under_way.options.dry_run:
        under_way.digests.update(map(bytes.fromhex, lot.digests))
        under_way.imported += len(lot.new)
        return
    try:
        save([article for _, article in lot.new])
    except OperationalError:  # the database is gone
        raise
    except (DatabaseError, ValueError):
        logger.info("Saving %d articles together failed; trying one by one", len(lot.new))
        for raw, article in lot.new:
            save_alone(raw, article, under_way)
    else:
        under_way.imported += len(lot.new)
        under_way.waiting += [article.pk for _, article in lot.new]


@transaction.atomic
def save(articles: Sequence[Article]) -> None:
    Article.objects.bulk_create(articles)
    Review.objects.bulk_create(Review(article=article) for article in articles)


def save_alone(raw: RawArticle, article: Article, under_way: Import) -> None:
    article.pk = None
    try:
        try:
            save([article])
        except IntegrityError:
            if known := known_texts([article.digest]):  # another import brought it at the same moment
                under_way.duplicates += 1
                under_way.waiting += [pk for pk, run in known.values() if run is None]
                return
            lot = Lot(known={}, taken=taken_ids([wanted_id(raw, article.digest)]))
            article.pk, article.external_id = None, free_id(raw, article.digest, lot, under_way)  # … or took its id
            save([article])
    except OperationalError:
        raise
    except (DatabaseError, ValueError) as error:
        reason = _("Cannot be stored: %(why)s.") % {"why": str(error).strip().split("\n")[0].rstrip(".")}
        under_way.reject(ParseProblem(raw.file, reason, line=raw.line))
        return
    under_way.imported += 1
    under_way.waiting.append(article.pk)


def wanted_id(raw: RawArticle, digest: str) -> str:
    """The record's id; the head of the digest for a record without one."""
    return raw.id.strip()[: LONGEST_ID - 8] or digest[:16]


def free_id(raw: RawArticle, digest: str, lot: Lot, under_way: Import) -> str:
    """The wanted id, numbered where another text has it."""
    wanted = wanted_id(raw, digest)
    if wanted not in lot.taken:
        lot.taken.add(wanted)
        return wanted
    given = numbered(wanted, lot, under_way)
    lot.taken.add(given)
    reason = _("Another text has the identifier “%(wanted)s”; this one is imported as “%(given)s”.")
    under_way.warn(raw, "id", reason % {"wanted": wanted, "given": given})
    return given


def numbered(wanted: str, lot: Lot, under_way: Import) -> str:
    """The id with a number that is free; of an id that very many texts have, those stored are read only once."""
    if wanted not in under_way.numbers:
        if len(under_way.numbers) >= REMEMBERED:
            under_way.numbers.clear()
        stored = set(Article.objects.filter(external_id__startswith=f"{wanted}-").values_list("external_id", flat=True))
        under_way.numbers[wanted] = next(number for number in count(2) if f"{wanted}-{number}" not in stored)
    given = wanted
    while given in lot.taken or taken_ids([given]):
        given = f"{wanted}-{under_way.numbers[wanted]}"
        under_way.numbers[wanted] += 1
    return given


def tell_of_markup(raw: RawArticle, under_way: Import) -> None:
    """The text stays as it came; whoever forgot to take a page's tags off learns of it."""
    tag = TAG.search(raw.text)
    if tag:
        reason = _("Holds HTML (“%(tag)s”); the text is imported as it is, tags included.")
        under_way.warn(raw, "text", reason % {"tag": tag.group()[:40]})


def safe_url(raw: RawArticle, under_way: Import) -> str:
    url = raw.url.strip()
    if url and (len(url) > LONGEST_URL or not url.lower().startswith(("http://", "https://"))):
        under_way.warn(raw, "url", _("Is no web address; the article is imported without it."))
        return ""
    return url


def source_named(name: str, under_way: Import) -> Source:
    """The source of that name; names that differ in capitals and accents only are one source."""
    if name not in under_way.sources:
        if len(under_way.sources) >= REMEMBERED:
            under_way.sources.clear()
        slug = slugify(name)[:200] or f"source-{sha256(name.encode()).hexdigest()[:8]}"
        source = Source.objects.filter(name=name).first()
        under_way.sources[name] = source or Source.objects.get_or_create(slug=slug, defaults={"name": name})[0]
    return under_way.sources[name]
