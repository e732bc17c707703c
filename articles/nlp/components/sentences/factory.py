"""Registers `newsdesk_sentences`."""

from spacy.language import Language

from articles.nlp.components.sentences.component import SentencesComponent


@Language.factory("newsdesk_sentences")
def create(nlp: Language, name: str) -> SentencesComponent:
    return SentencesComponent()
