"""Imports every component, so that its spaCy factory is registered; nothing else."""

import importlib

from spacy.tokens import Doc

#: In the order in which they run, after the model's own parts; each package has a `factory` module.
PACKAGES = ("zones", "dates", "roles", "entities", "linking", "sentences", "statements", "meetings")


def register() -> tuple[str, ...]:
    """The factory names, in order."""
    for name in ("draft", "sentences", "whole"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for package in PACKAGES:
        importlib.import_module(f"articles.nlp.components.{package}.factory")
    return tuple(f"newsdesk_{package}" for package in PACKAGES)
