"""Registers `newsdesk_syntax`."""

from spacy.language import Language

from articles.nlp.components.syntax.component import SyntaxComponent


@Language.factory("newsdesk_syntax")
def create(nlp: Language, name: str) -> SyntaxComponent:
    return SyntaxComponent()
