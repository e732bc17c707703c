"""Who says of himself in a quotation that he met somebody: `« J'ai vu Y », a dit X`."""

import re
from typing import TYPE_CHECKING

from articles.nlp.reference import Reference

if TYPE_CHECKING:
    from articles.nlp.components.meetings.clauses import Clauses, Group
    from articles.nlp.components.meetings.triggers import Trigger

#: Right before a verb, and with its own verb before a noun: `j'ai eu un long entretien`.
BEFORE_VERB = re.compile(
    r"\b[Jj](?:e\s|['’′])(?:(?:n['’′]|ne\s|me\s|m['’′]|l['’′]|les\s|y\s)*(?:ai|avais|suis|étais|vais|dois|viens\sde)\s)?"
    r"(?:\w+\s)?$"
)
BEFORE_NOUN = re.compile(r"\b[Jj](?:e\s|['’′])(?:y\s)?(?:ai|avais|viens\sd|aurai)['’′]?\s?(?:[\w-]+\s){1,5}$")
#: How far before the word the pronoun stands.
REACH = 50


def himself(clauses: "Clauses", trigger: "Trigger") -> "Group":
    """The speaker of the quotation, where its verb is his own."""
    pattern = BEFORE_VERB if trigger.is_verb else BEFORE_NOUN
    if not pattern.search(clauses.text, max(0, trigger.start - REACH), trigger.start):
        return []
    for statement in clauses.references.draft.statements:
        if statement.direct and statement.speaker is not None and trigger.span.within(statement.quote):
            mention = statement.speaker_mention
            span = trigger.span if mention is None else clauses.references.draft.mentions[mention].span
            return [Reference(statement.speaker, span, mention)]
    return []
