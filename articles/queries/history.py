"""What was done to an article, an actor or a meeting, in words: who, when, what stood before and what after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, ForeignKey, Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import (
    Action,
    Actor,
    ActorName,
    Decision,
    Meeting,
    MeetingParticipant,
    MeetingReport,
    Mention,
    Place,
    Post,
    ReportParticipant,
    Review,
    Statement,
)
from articles.queries.journal import Image, Net, net_changes

#: Rows of one action that a page shows; of the rest it gives the number.
SHOWN = 12
#: What is told of each kind of row: the columns that say something to a reader, and what they are called.
TOLD: dict[type[Model], dict[str, Any]] = {
    Mention: {
        "status": gettext_lazy("decision"),
        "label": gettext_lazy("label"),
        "text": gettext_lazy("words"),
        "actor_id": gettext_lazy("stands for"),
        "place_id": gettext_lazy("place"),
        "value": gettext_lazy("date value"),
        "figurative": gettext_lazy("stands for its government"),
    },
    MeetingReport: {
        "status": gettext_lazy("decision"),
        "kind": gettext_lazy("kind"),
        "meeting_status": gettext_lazy("status"),
        "date_value": gettext_lazy("date"),
        "place_id": gettext_lazy("place"),
        "duration": gettext_lazy("duration"),
    },
    Statement: {
        "status": gettext_lazy("decision"),
        "speaker_id": gettext_lazy("speaker"),
        "addressee_id": gettext_lazy("addressee"),
    },
    ReportParticipant: {"actor_id": gettext_lazy("participant"), "part": gettext_lazy("part")},
    Meeting: {
        "kind": gettext_lazy("kind"),
        "meeting_status": gettext_lazy("status"),
        "date_value": gettext_lazy("date"),
        "place_id": gettext_lazy("place"),
    },
    MeetingParticipant: {"actor_id": gettext_lazy("participant")},
    Review: {"state": gettext_lazy("review")},
    Actor: {
        "name": gettext_lazy("name"),
        "country": gettext_lazy("country"),
        "merged_into_id": gettext_lazy("merged into"),
    },
    ActorName: {"name": gettext_lazy("also written")},
    Post: {
        "title": gettext_lazy("office"),
        "country": gettext_lazy("country"),
        "since": gettext_lazy("since"),
        "until": gettext_lazy("until"),
        "actor_id": gettext_lazy("holder"),
    },
}
MODELS = {model._meta.db_table: model for model in TOLD}
DECIDED_ON = {Mention: "mention_id", MeetingReport: "report_id", Statement: "statement_id"}


@dataclass(frozen=True, slots=True)
class Difference:
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row that an action changed."""

    what: str
    differences: list[Difference]
    #: What can be restored to how it stood before, where the row is a mention, report or statement.
    decision: int | None


@dataclass(slots=True)
class Entry:
    """One action, with the rows that say something to a reader."""

    action: Action
    lines: list[Line] = field(default_factory=list)
    more: int = 0


def entries(actions: Sequence[Action]) -> list[Entry]:
    """The actions in words, from a fixed number of queries."""
    nets = {action.pk: [net for net in net_changes(action.changes.all()) if net.table in MODELS] for action in actions}
    known = Names([net for found in nets.values() for net in found])
    decisions = decisions_of(actions)
    found = []
    for action in actions:
        told = [each for each in nets[action.pk] if told_columns(each)]
        lines = [line_of(net, known, decisions.get((action.key, net.key))) for net in told[:SHOWN]]
        found.append(Entry(action, lines, max(0, len(told) - SHOWN)))
    return found


def decisions_of(actions: Iterable[Action]) -> dict[Any, int]:
    """The logged decision on each row, by action and row."""
    found: dict[Any, int] = {}
    for each in Decision.objects.filter(action__in=[action.key for action in actions]):
        for model, column in DECIDED_ON.items():
            if (row := getattr(each, column)) is not None:
                found[each.action, (model._meta.db_table, row)] = each.pk
    return found


class Names:
    """What the actors and places are called that the rows name."""

    def __init__(self, nets: Iterable[Net]) -> None:
        images = [(MODELS[net.table], image) for net in nets for image in (net.before, net.after) if image]
        self.by_model: dict[type[Model], dict[int, str]] = {}
        for model in (Actor, Place):
            keys = {key for owner, image in images for key in keys_to(model, owner, image)}
            self.by_model[model] = dict(model._default_manager.filter(pk__in=keys).values_list("pk", "name"))

    def value(self, column: "Field[Any, Any]", value: Any) -> str:
        """A value of the column in words; empty where there is none."""
        if value is None or value == "":
            return ""
        if isinstance(column, ForeignKey):
            return self.by_model.get(column.related_model, {}).get(value, f"{value}")
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return str(dict(column.flatchoices).get(value, value))


def keys_to(model: type[Model], owner: type[Model], image: Image) -> list[int]:
    columns = [each for each in owner._meta.concrete_fields if each.related_model is model]
    return [image[each.attname] for each in columns if image.get(each.attname)]


def told_columns(net: Net) -> list[str]:
    """The columns that came to say something else."""
    told = TOLD[MODELS[net.table]]
    before, after = net.before or {}, net.after or {}
    return [name for name in told if before.get(name) != after.get(name) and (before.get(name) or after.get(name))]


def line_of(net: Net, names: Names, decision: int | None) -> Line:
    model = MODELS[net.table]
    columns = {each.attname: each for each in model._meta.concrete_fields}
    before, after = net.before or {}, net.after or {}
    differences = [
        Difference(
            str(TOLD[model][name]),
            names.value(columns[name], before.get(name)),
            names.value(columns[name], after.get(name)),
        )
        for name in told_columns(net)
    ]
    return Line(title_of(model, after or before), differences, decision)


def title_of(model: type[Model], image: Image) -> str:
    """Which row it is."""
    titles = {
        Mention: lambda: f"« {image['text']} »",
        MeetingReport: lambda: _("meeting told"),
        ReportParticipant: lambda: _("meeting told"),
        Statement: lambda: _("statement"),
        Meeting: lambda: _("meeting %(number)d") % {"number": image["id"]},
        MeetingParticipant: lambda: _("meeting %(number)d") % {"number": image["meeting_id"]},
        Review: lambda: _("review of the article"),
        Actor: lambda: str(image["name"]),
        ActorName: lambda: _("name"),
        Post: lambda: str(image["title"]),
    }
    return titles[model]()  # type: ignore[no-untyped-call]  # each gives text
