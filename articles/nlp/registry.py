"""Imports every component, so that its spaCy factory is registered; nothing else."""

import importlib
import importlib.util

from spacy.tokens import Doc

#: In the order in which they run, after the model's own parts; each package has a `factory` module.
PACKAGES = ("zones", "dates", "roles", "entities", "linking", "statements", "meetings")


def register() -> tuple[str, ...]:
    """The factory names, in order."""
    if not Doc.has_extension("draft"):
        Doc.set_extension("draft", default=None)
    installed = [package for package in PACKAGES if _installed(package)]
    for package in installed:
        importlib.import_module(f"articles.nlp.components.{package}.factory")
    return tuple(f"newsdesk_{package}" for package in installed)


def _installed(package: str) -> bool:
    name = f"articles.nlp.components.{package}"
    return importlib.util.find_spec(name) is not None and importlib.util.find_spec(f"{name}.factory") is not None
