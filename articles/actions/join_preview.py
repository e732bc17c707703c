"""What two meetings would be if they were one; nothing is written."""

from articles.actions.encounters import Encounter, read_encounters
from articles.models import Meeting


def joined(first: int, second: int) -> Encounter:
    """Both, given by their keys, as one meeting with the reports of both."""
    found = read_encounters({first, second})
    whole = Encounter(Meeting(), found.accounts())
    whole.refresh()
    return whole
