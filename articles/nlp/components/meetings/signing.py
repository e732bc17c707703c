"""Who signed what is told of in the passive: `paraphé par X et Y`, `a été signé entre A et B`."""

from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

SIGNING = frozenset({"signer", "parapher", "trinquer", "inaugurer"})
#: States conclude from afar; two people by whom something was concluded were there.
CONCLUDING = "conclure"


def signers(clauses: Clauses, trigger: Trigger, sentence: Span, *, finite: bool) -> Group:
    """By people; between states as well, where it is told as what was done: not `l'accord signé entre A et B`."""
    agents = clauses.marked("par", trigger.span.end, sentence)
    between = clauses.marked("entre", trigger.span.end, sentence) if agents is None and finite else None
    if between is not None and trigger.lemma in SIGNING:
        return between.members
    if agents is None or len(distinct(agents.members)) < 2:
        return []
    return agents.members if clauses.are_people(agents.members) else []


def are_seen(clauses: Clauses, trigger: Trigger, there: Group) -> bool:
    """Whether `ont signé un accord` tells of a meeting: some person was there."""
    return trigger.lemma not in SIGNING or any(clauses.kind(one) == "person" for one in there)
