"""Registers `newsdesk_dates`."""

from spacy.language import Language

from articles.nlp.components.dates.component import DatesComponent


@Language.factory("newsdesk_dates")
def create(nlp: Language, name: str) -> DatesComponent:
    return DatesComponent()
