"""Choices that are the same for every reader and every form."""

from collections.abc import Iterator
from typing import Any, Self

from django.utils.choices import BaseChoiceIterator


class FixedChoices(BaseChoiceIterator):
    """Shared by all forms: Django copies a list of choices twice for each form, which takes longer than the rest."""

    def __init__(self, *choices: tuple[str, Any]) -> None:
        self.choices = choices

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(self.choices)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self
