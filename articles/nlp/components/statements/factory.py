"""Registers `newsdesk_statements`."""

from spacy.language import Language

from articles.nlp.components.statements.component import StatementsComponent


@Language.factory("newsdesk_statements", requires=["token.lemma", "token.dep"])
def create(nlp: Language, name: str) -> StatementsComponent:
    return StatementsComponent()
