"""Registers `newsdesk_entities`."""

from spacy.language import Language

from articles.nlp.components.entities.component import EntitiesComponent


@Language.factory("newsdesk_entities")
def create(nlp: Language, name: str) -> EntitiesComponent:
    return EntitiesComponent()
