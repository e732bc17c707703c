"""Days on which something was said or called off, which are not those of what is to come: `a annoncé mardi`."""

import re
from functools import cache

from articles.nlp.lexicons import rows
from articles.nlp.types import MentionRecord
from articles.nlp.verbs import index

TOLD = re.compile(
    r"\b(?:a|ont|avai(?:t|ent)|été)(?:-t-(?:ils?|elles?|on))?\s(?:\w+ment\s|aussi\s|également\s)?(?:fait\s)?"
    r"(?P<word>[a-zà-ÿ]+)\s(?:le\s|ce\s|dès\s)?$"
)
CALLED_OFF = re.compile(r"(?:annul|report|ajourn|décommand|repouss)ée?s?|renoncé|décidé|savoir")


@cache
def told() -> frozenset[str]:
    """Participles of the verbs that report."""
    forms = index(sorted({row["lemma"] for row in rows("reporting_verbs")}))
    return frozenset(word for word, readings in forms.items() if any(one.tense == "participle" for one in readings))


def is_of_telling(text: str, day: MentionRecord) -> bool:
    match = TOLD.search(text, max(0, day.span.start - 60), day.span.start)
    return match is not None and (match["word"] in told() or CALLED_OFF.fullmatch(match["word"]) is not None)
