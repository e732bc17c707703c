"""Who awaits a traveller, whom he is to meet: `est attendu mardi à Y par X`, `est attendu chez X`."""

from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span


def awaiting(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """Both; nobody where no person awaits the traveller."""
    agents = clauses.marked("par", trigger.span.end, sentence) or _at_home(clauses, trigger, sentence)
    people = [one for one in agents.members if clauses.kind(one) == "person"] if agents else []
    subject = [one for one in clauses.subject(trigger, sentence) if clauses.kind(one) == "person"]
    return distinct([*subject, *people]) if people and subject else []


def _at_home(clauses: Clauses, trigger: Trigger, sentence: Span) -> Listing | None:
    listing = clauses.marked("avec", trigger.span.end, sentence)
    before = clauses.text[max(0, listing.span.start - 6) : listing.span.start] if listing else ""
    return listing if before.rstrip().endswith("chez") else None
