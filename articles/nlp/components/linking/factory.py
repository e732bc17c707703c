"""Registers `newsdesk_linking`."""

from spacy.language import Language

from articles.nlp.components.linking.component import LinkingComponent


@Language.factory("newsdesk_linking")
def create(nlp: Language, name: str) -> LinkingComponent:
    return LinkingComponent()
