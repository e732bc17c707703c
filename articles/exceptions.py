"""What can go wrong in an action; views turn each into a message that says what to do next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.models import Action, Actor, Change, Mention
    from articles.models.annotation import Annotation


class ArticlesError(Exception):
    """An action refused; nothing was changed."""


class AlreadyDone(ArticlesError):
    """The same request was carried out before, as `action`: there is nothing left to do."""

    def __init__(self, action: "Action") -> None:
        super().__init__(f"Action {action.key} was carried out before.")
        self.action = action


class ActionKeyTaken(ArticlesError):
    """Another request, or another person's, was carried out under the key that this one came with."""


class StaleEdit(ArticlesError):
    """Someone changed the row since the page was loaded; `current` is how it stands now."""

    def __init__(self, current: "Annotation") -> None:
        super().__init__(f"Row {current.pk} is at version {current.version} by now.")
        self.current = current


class RowGone(ArticlesError):
    """A run replaced the row since the page was loaded."""


class OverlappingMention(ArticlesError):
    """The span covers words that `other`, a live mention, already covers."""

    def __init__(self, other: "Mention") -> None:
        super().__init__(f"Overlaps mention {other.pk}.")
        self.other = other


class InvalidSpan(ArticlesError):
    """The span lies outside the text, is empty, too long, or starts or ends with white space."""


class UnfitActor(ArticlesError):
    """The label cannot stand for an actor of this kind, such as a person for an organisation."""


class NothingToUndo(ArticlesError):
    """No decision was taken on the row."""


class CannotUndo(ArticlesError):
    """What the action made does not stand any more: `since` tells the later changes, as far as people made them.

    It is empty where a run replaced the rows, or where something that came since needs them.
    """

    def __init__(self, since: "Sequence[Change]" = ()) -> None:
        super().__init__(f"{len(since)} of its rows were changed since.")
        self.since = since


class StaleList(ArticlesError):
    """The rows listed are no longer those that a bulk decision would reach; by now they are `count`."""

    def __init__(self, count: int) -> None:
        super().__init__(f"The list changed; it has {count} rows by now.")
        self.count = count


class ProposalsLeft(ArticlesError):
    """The review cannot end while `count` proposals await a decision."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} proposals await a decision.")
        self.count = count


class CannotMerge(ArticlesError):
    """The two actors are of different kinds, are one already, or one of them was merged elsewhere since."""


class StaleActor(ArticlesError):
    """Somebody changed the actor, or one of its posts, since the page was loaded; `actor` is how it stands now."""

    def __init__(self, actor: "Actor") -> None:
        super().__init__(f"Actor {actor.pk} changed.")
        self.actor = actor


class NothingToSplit(ArticlesError):
    """None of what was chosen is the actor's, or nothing would be left to it."""


class DoublePost(ArticlesError):
    """The actor has a post of this office and country already."""


class AlreadyDecided(ArticlesError):
    """Somebody decided on the proposal since the page was loaded."""


class NothingToJoin(ArticlesError):
    """One of two meetings is gone, or the two are one already."""


class NothingToPart(ArticlesError):
    """The report tells of its meeting alone by now, or of another one."""


class ReadingClosed(ArticlesError):
    """The reading is finished, or was adjudicated since."""


class ReadingsOpen(ArticlesError):
    """The readings cannot be compared before both are finished; or the article has a double reading already."""
