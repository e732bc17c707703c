"""Registers `newsdesk_meetings`."""

from spacy.language import Language

from articles.nlp.components.meetings.component import MeetingsComponent


@Language.factory("newsdesk_meetings")
def create(nlp: Language, name: str) -> MeetingsComponent:
    return MeetingsComponent()
