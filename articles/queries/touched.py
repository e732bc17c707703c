"""Which rows of an article an action changed, as its annotation page knows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F
from django.db.models.functions import Abs

from articles.models import Action, MeetingReport, Mention, Statement
from articles.queries.journal import REVIEW, Image, Net, net_changes
from articles.queries.progress import LINKED

MENTION = Mention._meta.db_table
#: The card that a row of each table is part of, and the column that says which.
CARDS = {
    "articles_meetingreport": ("report", "id"),
    "articles_reportparticipant": ("report", "report_id"),
    "articles_evidence": ("report", "report_id"),
    "articles_statement": ("statement", "id"),
}
#: What else the page shows beside the text.
BESIDE = (REVIEW, "articles_note")


@dataclass(frozen=True, slots=True)
class Touched:
    """Mentions as they stand or stood last, and the names of cards; whether the page shows more than mentions anew."""

    mentions: list[Image]
    cards: list[str]
    beside: bool

    @property
    def row(self) -> str:
        """The one mention or card that all of it is about; nothing where there are several."""
        names = self.cards or [f"m-{each['id']}" for each in self.mentions]
        return names[0] if len(names) == 1 else ""

    @property
    def words(self) -> str:
        """What that one is called."""
        if not self.row:
            return ""
        return card_called(self.row) if self.cards else str(self.mentions[0]["text"])


def touched_by(action: Action) -> Touched:
    nets = net_changes(action.changes.all())
    mentions = [image(net) for net in nets if net.table == MENTION]
    cards = list(dict.fromkeys(cards_in(nets)))
    return Touched(mentions, cards, bool(cards) or any(net.table.startswith(BESIDE) for net in nets))


def image(net: Net) -> Image:
    return {**(net.after or net.before or {}), "id": net.row}


def cards_in(nets: list[Net]) -> Iterator[str]:
    for net in nets:
        kind, column = CARDS.get(net.table, ("", ""))
        if kind and not net.is_sorted:
            yield f"{kind}-{image(net)[column]}"


def card_called(name: str) -> str:
    """Who met, or who spoke; nothing where the card is gone."""
    kind, _dash, key = name.partition("-")
    if kind == "report":
        report = MeetingReport.objects.filter(pk=key).prefetch_related("participants__actor").first()
        return " — ".join(each.actor.name for each in report.participants.all()) if report else ""
    statement = Statement.objects.filter(pk=key).select_related("speaker").first()
    return statement.speaker.name if statement and statement.speaker else ""


def at_or_near(article_id: int, mention: Image) -> Mention | None:
    """The mention, or the one nearest to where it stood."""
    there = LINKED.live().filter(article_id=article_id)
    own = there.filter(pk=mention["id"]).first()
    return own or there.annotate(away=Abs(F("start") - mention["start"])).order_by("away", "start").first()
