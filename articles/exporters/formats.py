"""The formats that annotations of articles can be taken along in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.exporters.annotations import annotation_lines
from articles.exporters.archives import zipped
from articles.exporters.brat import brat_files
from articles.exporters.conll import conll_lines
from articles.exporters.docbin import docbin_files
from articles.exporters.doccano import doccano_lines
from articles.exporters.label_studio import label_studio_tasks
from articles.exporters.rows import About
from articles.exporters.web_annotations import web_annotation_page
from articles.models import Article

Write = Callable[[Iterable[Article], About], Iterator[str | bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """`suffix` ends the file's name; `write` gives the file piece by piece."""

    suffix: str
    content_type: str
    title: str | Promise
    write: Write


FORMATS: dict[str, Format] = {
    "jsonl": Format(
        "jsonl",
        "application/jsonl",
        _("JSON lines: everything"),
        lambda articles, about: (f"{line}\n" for line in annotation_lines(articles)),
    ),
    "spacy": Format(
        "spacy.zip",
        "application/zip",
        _("spaCy (DocBin)"),
        lambda articles, about: zipped(docbin_files(articles)),
    ),
    "conll": Format(
        "conllup",
        "text/plain; charset=utf-8",
        _("CoNLL-U Plus columns"),
        lambda articles, about: conll_lines(articles),
    ),
    "brat": Format(
        "brat.zip", "application/zip", _("brat standoff"), lambda articles, about: zipped(brat_files(articles))
    ),
    "web-annotation": Format(
        "jsonld",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        _("W3C Web Annotation"),
        lambda articles, about: web_annotation_page(articles, about.address, about.site),
    ),
    "label-studio": Format(
        "label-studio.json",
        "application/json",
        _("Label Studio tasks"),
        lambda articles, about: label_studio_tasks(articles),
    ),
    "doccano": Format(
        "doccano.jsonl",
        "application/jsonl",
        _("doccano lines"),
        lambda articles, about: doccano_lines(articles),
    ),
}
