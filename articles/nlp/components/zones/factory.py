"""Registers `newsdesk_zones`."""

from spacy.language import Language

from articles.nlp.components.zones.component import ZonesComponent


@Language.factory("newsdesk_zones")
def create(nlp: Language, name: str) -> ZonesComponent:
    return ZonesComponent()
