"""What commands say where the pipeline of the settings cannot be used."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from articles.nlp.pipeline import PipelineError


@contextmanager
def pipeline_named() -> Iterator[None]:
    """A pipeline that cannot be loaded is told in a line, like any other wrong setting."""
    try:
        yield
    except PipelineError as error:
        raise CommandError(f"{error} Set SPACY_PIPELINE to an installed one.", returncode=2) from error
