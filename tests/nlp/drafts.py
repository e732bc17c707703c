"""Sentences marked up with what the earlier components would find, so that one component can be tested alone.

`[PER anna:Anna Lind]` is a mention of the person `anna`, `[ROLE NO:ministre norvégien]` an office held for a
country, `[DATE 2024-05-06:lundi]` a date with its value, `[GPE oslo:Oslo]` a place, `[GPE NO-oslo:Oslo]` one in a
state, `[GPE NO:Norvège]` a state.
"""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from articles.nlp.components.linking.offices import office_key
from articles.nlp.components.sentences.component import SentencesComponent
from articles.nlp.registry import register
from articles.nlp.types import Draft, EntityRecord, MentionRecord, PostRecord, Span

MARK = re.compile(r"\[(PER|ROLE|ORG|GPE|LOC|NORP|DATE) ([\w-]*):([^\]]+)\]")
KINDS = {"PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}


@cache
def model() -> Language:
    register()
    return spacy.blank("fr")


def marked(source: str) -> Doc:
    """The text without its marks, cut into sentences, with a draft of what the marks say."""
    draft = Draft(date=date(2024, 5, 8))
    text, position = "", 0
    keys: list[str] = []
    for match in MARK.finditer(source):
        text += source[position : match.start()]
        label, key, words = match.groups()
        span = Span(len(text), len(text) + len(words))
        text, position = text + words, match.end()
        draft.mentions.append(mention(label, key, span))
        if label in KINDS:
            give_entity(label, key, words, draft, keys)
    text += source[position:]
    give_posts(text, draft)
    doc = model().make_doc(text)
    doc._.draft = draft
    return SentencesComponent()(doc)


def mention(label: str, key: str, span: Span) -> MentionRecord:
    if label == "DATE":
        return MentionRecord(span, label, value=key)
    return MentionRecord(span, label, country=key if label == "ROLE" else "")


def give_entity(label: str, key: str, words: str, draft: Draft, keys: list[str]) -> None:
    """Links the mention made last to the entity of its key, made at the first mention."""
    if key not in keys:
        keys.append(key)
        kind = "state" if key.isupper() else KINDS[label]
        country = key.partition("-")[0]
        entity = EntityRecord(kind, words, (words,), "" if label == "PER" else key)
        draft.entities.append(replace(entity, country=country if country.isupper() else ""))
    draft.mentions[-1] = replace(draft.mentions[-1], entity=keys.index(key))


def give_posts(text: str, draft: Draft) -> None:
    for index, (role, person) in enumerate(zip(draft.mentions, draft.mentions[1:], strict=False)):
        between = text[role.span.end : person.span.start].strip(" ,")
        if role.label == "ROLE" and person.label == "PER" and not between and person.entity is not None:
            title = text[role.span.start : role.span.end]
            entity = draft.entities[person.entity]
            post = PostRecord(title, office_key(title), role.country, index)
            draft.entities[person.entity] = replace(entity, posts=(*entity.posts, post))
