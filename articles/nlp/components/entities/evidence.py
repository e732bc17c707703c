"""What a name rests on: the origin of a mention, from which its confidence is calibrated.

`+model` says that the statistical model found the same name with the same label by itself.
"""

from articles.nlp.types import MentionRecord, Span

#: A vocabulary knows the name.
LEXICON = "newsdesk_lexicon"
#: Its words are put together as such names are: `ministère turc des Affaires étrangères`, `place Tahrir`.
GRAMMAR = "newsdesk_grammar"
#: A title, an office or a nationality stands beside a person, or a by-line is signed.
TITLE = "newsdesk_title"
#: Decided elsewhere in the article: the short form of a full name, a name in capitals in a heading.
REPEAT = "newsdesk_repeat"
#: The words before it say what it is: `le village de`, `le quotidien`, an acronym with its article.
CONTEXT = "newsdesk_context"
#: Nothing but the statistical model.
MODEL = "spacy_ner"
AGREED = "+model"

CONFIDENCE = {
    LEXICON: 0.93,
    LEXICON + AGREED: 0.97,
    GRAMMAR: 0.8,
    GRAMMAR + AGREED: 0.9,
    TITLE: 0.95,
    TITLE + AGREED: 0.98,
    REPEAT: 0.95,
    REPEAT + AGREED: 0.98,
    CONTEXT: 0.7,
    CONTEXT + AGREED: 0.85,
    MODEL: 0.7,
}


def mention(span: Span, label: str, origin: str, *, agreed: bool = False) -> MentionRecord:
    origin = origin + AGREED if agreed and origin != MODEL else origin
    return MentionRecord(span, label, confidence=CONFIDENCE[origin], origin=origin)
