"""Registers `newsdesk_roles`."""

from spacy.language import Language

from articles.nlp.components.roles.component import RolesComponent


@Language.factory("newsdesk_roles")
def create(nlp: Language, name: str) -> RolesComponent:
    return RolesComponent()
