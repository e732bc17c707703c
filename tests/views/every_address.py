"""Every address of the site: whom it is for, to read and to write, and one of each that exists."""

import re
from collections.abc import Iterable, Iterator

from django.contrib.auth.models import User
from django.urls import URLPattern, URLResolver, get_resolver

from articles.actions.join_verdicts import refuse_join
from articles.actions.mentions import change_mention
from articles.actions.merging import merge_actors
from articles.actions.tokens import make_token
from articles.actions.watching import Followed, follow
from articles.models import (
    Action,
    ActorMerge,
    ApiToken,
    Decision,
    DoubleReading,
    MeetingProposal,
    MeetingVerdict,
    MergeProposal,
    Note,
    Post,
    Reading,
    ReadingStatement,
    Watch,
    WatchList,
)
from newsdesk.stylesheet import style_sheet
from tests.e2e.every_page import World
from tests.factories import ActorFactory, MeetingReportFactory

#: From those who may least to those who may most.
ROLES = ("nobody", "reader", "editor", "manager", "admin_user")
#: The manager whom the reading belongs to; nobody else, however much else they may.
OWNER = "its reader"

READS: dict[str, str] = {
    "nobody": """
        desk search article-list article-export article-detail one-article-export article-as-of actor-list
        actor-suggestions actor-detail place-list place-suggestions place-detail country-list country-detail who-was
        country-suggestions office-suggestions
        meeting-list meeting-export meeting-picture meeting-detail statement-list statement-export guide watch-feed
        login style-sheet
    """,
    "reader": "keyboard tokens watch-news watches saved-searches",
    "editor": """
        article-annotate article-text mention-draft sure-list article-history actor-history meeting-history alike-list
        report-draft report-edit statement-draft statement-edit note-draft queue readings import-list import-detail
        merge-proposals actor-edit meeting-joins meeting-join meeting-join-with
    """,
    "manager": "adjudication",
    OWNER: "reading",
}
WRITES: dict[str, str] = {
    "nobody": "login set_language",
    "reader": """
        logout keyboard keyboard-reset tokens token-revoke watch-seen watch-follow watch-stop watch-pause watch-resume
        watch-move watch-feed-open watch-feed-close
    """,
    "editor": """
        mention-add article-presence sure-accept article-take-back article-undo article-redo decision-restore
        action-undo action-redo alike-apply mention-accept mention-reject mention-restore mention-relabel mention-move
        mention-details mention-link report-add report-change report-accept report-reject report-restore statement-add
        statement-change statement-accept statement-reject statement-restore review-finish review-reopen note-add
        note-reply note-resolve note-reopen queue-next queue-skip queue-release queue-unskip merge-accept merge-refuse
        merge-reopen merge-undo actor-rename actor-split post-add post-change post-remove join-accept join-refuse
        join-undo report-separate meeting-join-with readings
    """,
    "manager": "adjudication double-reading-withdraw",
    OWNER: """
        reading-mark reading-meeting-add reading-statement-add reading-statement-drop reading-finish reading-unmark
        reading-meeting-drop reading-link
    """,
}
#: What stands in addresses, by how these begin.
Rows = list[tuple[str, dict[str, object]]]
#: Redirections and what Django's own views answer, whatever the method.
ANY_METHOD = {"saved-searches", "set_language", "login", "logout"}


def walk(patterns: list[URLPattern | URLResolver], before: str = "", names: str = "") -> Iterator[tuple[str, str]]:
    """The names of all addresses, with their patterns."""
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from walk(each.url_patterns, route, f"{names}{each.namespace}:" if each.namespace else names)
        else:
            yield f"{names}{each.name}", route


ROUTES = {name: route for name, route in walk(get_resolver().url_patterns) if not name.startswith("api-")}
OF_THE_SITE = {name: route for name, route in ROUTES.items() if not name.startswith("admin:")}


def for_whom(table: dict[str, str]) -> dict[str, str]:
    return {name: who for who, names in table.items() for name in names.split()}


def with_rows_for_all(made: World, users: Iterable[User]) -> World:
    """With a row for every address, and for everybody something of their own."""
    mention = made.article.mentions.all()[0]
    change_mention(mention, by=made.editor, version=mention.version, label="ORG")
    for user in users:
        follow(Followed("/meetings/?q=Ankara", "Ankara"), by=user)
        make_token("test", ["read"], by=user)
    DoubleReading.objects.update(with_statements=True, with_links=True)
    ReadingStatement.objects.create(reading=finished(made), quote_start=90, quote_end=95, direct=True)
    merge_actors(ActorFactory(), ActorFactory(), by=made.editor)
    told = [MeetingReportFactory(sentence="Antony Blinken").meeting for _ in range(2)]
    pair = sorted(told, key=lambda meeting: int(meeting.pk))
    refuse_join(MeetingProposal.objects.create(first=pair[0], second=pair[1], score=0.6, reasons=[]), by=made.editor)
    return made


def finished(made: World) -> Reading:
    """The manager's reading of the article that was read twice."""
    return made.double.readings.get(reader=made.manager)


def rows(made: World, user: User) -> Rows:
    """What stands in the addresses, by their beginning; the first that fits counts."""
    action, reading = Action.objects.filter(by=made.editor).latest("pk"), finished(made)
    return [
        ("articles/", {"pk": made.article.pk, "form": "jsonl", "key": action.key, "start": 30, "end": 44}),
        ("actors/merges/<int:pk>/undo/", {"pk": ActorMerge.objects.latest("pk").pk}),
        ("actors/merges/", {"pk": MergeProposal.objects.get().pk}),
        ("actors/", {"slug": "antony-blinken"}),
        ("meetings/joins/", {"pk": MeetingProposal.objects.earliest("pk").pk}),
        ("meetings/verdicts/", {"pk": MeetingVerdict.objects.get().pk}),
        ("meetings/", {"pk": made.meeting.pk, "other": made.alike.pk, "form": "csv", "name": "timeline"}),
        ("decisions/", {"pk": Decision.objects.latest("pk").pk}),
        ("actions/", {"key": action.key}),
        ("mentions/", {"pk": made.article.mentions.all()[0].pk}),
        ("reports/", {"pk": made.article.meeting_reports.get().pk}),
        ("statements/", {"pk": made.article.statements.get().pk, "form": "csv"}),
        ("notes/", {"pk": Note.objects.earliest("pk").pk}),
        ("queue/", {"pk": made.article.pk}),
        ("readings/double/", {"pk": made.double.pk}),
        ("readings/marks/", {"pk": reading.mentions.all()[0].pk}),
        ("readings/meetings/", {"pk": reading.meetings.all()[0].pk}),
        ("readings/statements/", {"pk": reading.statements.all()[0].pk}),
        ("readings/", {"pk": made.reading.pk}),
        ("imports/", {"pk": made.batch.pk}),
        ("posts/", {"pk": Post.objects.earliest("pk").pk}),
        ("places/", {"address": "ankara"}),
        ("countries/", {"code": "TR"}),
        ("settings/tokens/", {"pk": ApiToken.objects.get(user=user).pk}),
        ("watch/list/", {"pk": Watch.objects.filter(user=user).latest("pk").pk}),
        ("watch/feed/", {"token": WatchList.objects.get(user=made.editor).token}),
        ("style/", {"digest": style_sheet().digest}),
        ("", {}),
    ]


def address(name: str, known: Rows) -> str:
    """One that exists, of the user's own where it is about what everybody has of their own."""
    values = next(values for beginning, values in known if ROUTES[name].startswith(beginning))
    return "/" + re.sub(r"<\w+:(\w+)>", lambda part: str(values[part[1]]), ROUTES[name])


def sent(name: str, made: World) -> dict[str, object]:
    """What a form must hold before anybody asks who sent it."""
    if name == "merge-accept":
        return {"kept": MergeProposal.objects.get().first_id}
    return {"meeting": made.meeting.pk} if name == "report-separate" else {}
