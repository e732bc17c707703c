"""The choice of a source."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator

from articles.models import Source
from articles.queries.rows import rows_of


class SourceChoices(ModelChoiceIterator):  # type: ignore[type-arg]  # Django's class takes none at run time
    """Slugs and names alone: as records, those of every outlet take as long as the rest of a form."""

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        yield "", self.field.empty_label
        yield from rows_of(SOURCES, ())


SOURCES = "SELECT slug, name FROM articles_source ORDER BY lower(unaccent(name)), id"


class SourceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the collection's sources by its slug, or any."""

    iterator = SourceChoices

    def __init__(self, **options: Any) -> None:
        super().__init__(Source.objects.all(), required=False, to_field_name="slug", **options)
