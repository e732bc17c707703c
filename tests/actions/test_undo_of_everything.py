"""Hundreds of things two editors do at random, taken back one by one: everything is as it was."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from random import Random

import pytest
from django.contrib.auth.models import Group, User

from articles.actions.bulk import accept_sure
from articles.actions.join_verdicts import join_meetings, refuse_join, separate_report
from articles.actions.joining import place_report
from articles.actions.linking import create_actor, link_mention
from articles.actions.mentions import accept_mention, add_mention, change_mention, reject_mention
from articles.actions.merging import merge_actors, unmerge
from articles.actions.posts import PostFields, add_post, remove_post
from articles.actions.renaming import rename_actor
from articles.actions.reports import ReportFields, accept_report, add_report, change_report, reject_report
from articles.actions.review import finish_review, reopen_review
from articles.actions.splitting import Share, split_actor
from articles.actions.statements import accept_statement, reject_statement
from articles.actions.undoing import redo_action, undo_action
from articles.exceptions import ArticlesError
from articles.models import (
    Action,
    Actor,
    ActorMerge,
    Article,
    MeetingProposal,
    MeetingReport,
    Mention,
    Post,
    ReportParticipant,
    Statement,
)
from articles.permissions import EDITORS
from articles.queries.sureness import sure_list
from tests.actions.whole_state import state_of_all
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingReportFactory,
    MentionFactory,
    ReviewFactory,
    StatementFactory,
)

OPERATIONS = 500
WORDS = [f"Mot{number:02d}" for number in range(40)]
LABELS = ("PER", "ORG", "GPE", "ROLE", "LOC")


class Desk:
    """Two editors who do whatever comes to their minds."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 -- no secret
        group = Group.objects.get_or_create(name=EDITORS)[0]
        self.editors = [User.objects.create_user(name) for name in ("anne", "bruno")]
        for editor in self.editors:
            editor.groups.add(group)
        self.done: Counter[str] = Counter()

    def one(self, model: type, **wanted: object):
        keys = list(model._default_manager.filter(**wanted).order_by("pk").values_list("pk", flat=True))
        return model._default_manager.get(pk=self.chance.choice(keys)) if keys else None

    def fields(self) -> ReportFields:
        people = list(Actor.objects.current().filter(kind="person").order_by("pk"))
        who = self.chance.sample(people, min(len(people), self.chance.choice((2, 2, 3))))
        day = self.chance.choice(("2023-11-06", "2023-11-07", "2023-11", ""))
        status = self.chance.choice(("held", "planned"))
        return ReportFields(participants=tuple(who), kind="in_person", status=status, date_value=day)

    def act(self) -> None:
        """One thing, if what it takes is there and nobody refuses."""
        kind = self.chance.choice(KINDS)
        before = Action.objects.count()
        try:
            kind(self, self.chance.choice(self.editors))
        except ArticlesError:
            return
        self.done[kind.__name__] += Action.objects.count() - before


Kind = Callable[[Desk, User], object]


def decide_on_mention(desk: Desk, by: User) -> None:
    row = desk.one(Mention)
    desk.chance.choice((accept_mention, reject_mention))(row, by=by, version=row.version)


def correct_mention(desk: Desk, by: User) -> None:
    row = desk.one(Mention)
    change_mention(row, by=by, version=row.version, label=desk.chance.choice(LABELS))


def mark_words(desk: Desk, by: User) -> None:
    article = desk.one(Article)
    start = article.text.index(desk.chance.choice(WORDS))
    add_mention(article, by=by, start=start, end=start + 5, label=desk.chance.choice(LABELS))


def link_words(desk: Desk, by: User) -> None:
    row = desk.one(Mention, label="PER")
    link_mention(row, by=by, version=row.version, actor=desk.one(Actor, kind="person"))


def make_actor(desk: Desk, by: User) -> None:
    row = desk.one(Mention, label="PER")
    create_actor(row, by=by, version=row.version, name=f"Nouveau {desk.chance.random():.9f}")


def accept_in_bulk(desk: Desk, by: User) -> None:
    article = desk.one(Article)
    accept_sure(article, by=by, at=80, seen=sure_list(article.pk, at=80).seen)


def decide_on_report(desk: Desk, by: User) -> None:
    row = desk.one(MeetingReport)
    desk.chance.choice((accept_report, reject_report))(row, by=by, version=row.version)


def correct_report(desk: Desk, by: User) -> None:
    row = desk.one(MeetingReport)
    change_report(row, by=by, version=row.version, fields=desk.fields())


def tell_of_meeting(desk: Desk, by: User) -> None:
    add_report(desk.one(Article), by=by, fields=desk.fields(), start=0, end=5)


def decide_on_statement(desk: Desk, by: User) -> None:
    row = desk.one(Statement)
    desk.chance.choice((accept_statement, reject_statement))(row, by=by, version=row.version)


def end_review(desk: Desk, by: User) -> None:
    finish_review(desk.one(Article), by=by, accept_rest=True)


def open_review(desk: Desk, by: User) -> None:
    reopen_review(desk.one(Article), by=by)


def merge_two(desk: Desk, by: User) -> None:
    one, other = (desk.one(Actor, kind="person", merged_into=None) for _ in range(2))
    if Actor.objects.current().count() > 4:
        merge_actors(one, other, by=by)


def part_two(desk: Desk, by: User) -> None:
    merge = desk.one(ActorMerge, undone_at=None)
    if merge is not None:
        unmerge(merge, by=by)


def split_one(desk: Desk, by: User) -> None:
    actor = desk.one(Actor, kind="person", merged_into=None)
    mentions = list(actor.mentions.order_by("pk").values_list("pk", flat=True))
    reports = list(ReportParticipant.objects.filter(actor=actor).order_by("pk").values_list("report_id", flat=True))
    share = Share(mentions=mentions[::2], reports=reports[::2])
    split_actor(actor, by=by, name=f"Part {desk.chance.random():.9f}", share=share)


def rename_one(desk: Desk, by: User) -> None:
    actor = desk.one(Actor, merged_into=None)
    rename_actor(actor, by=by, name=f"Nom {desk.chance.randrange(20)}", seen=actor.name)


def give_post(desk: Desk, by: User) -> None:
    held = PostFields(f"ministre {desk.chance.randrange(5)}", "TR", date(2023, 1, 1))
    add_post(desk.one(Actor, merged_into=None), by=by, fields=held, evidence=desk.one(Mention))


def take_post(desk: Desk, by: User) -> None:
    post = desk.one(Post)
    if post is not None:
        remove_post(post, by=by, seen=PostFields.of(post))


def answer_join(desk: Desk, by: User) -> None:
    proposal = desk.one(MeetingProposal)
    if proposal is not None:
        desk.chance.choice((join_meetings, refuse_join))(proposal, by=by)


def separate_one(desk: Desk, by: User) -> None:
    report = desk.one(MeetingReport, meeting__isnull=False)
    separate_report(report, by=by, meeting=report.meeting_id)


def undo_or_redo_own(desk: Desk, by: User) -> None:
    action = Action.objects.filter(by=by).first_hand().of_consequence().newest_first()[:5]
    turned = desk.chance.choice(action)
    (redo_action if turned.is_undone else undo_action)(turned, by=by)


KINDS: list[Kind] = [
    decide_on_mention, correct_mention, mark_words, link_words, make_actor, accept_in_bulk, decide_on_report,
    correct_report, tell_of_meeting, decide_on_statement, end_review, open_review, merge_two, part_two, split_one,
    rename_one, give_post, take_post, answer_join, separate_one, undo_or_redo_own,
]  # fmt: skip


def fill() -> None:
    """Six articles of one week about five people, with what a run would have proposed."""
    people = [ActorFactory() for _ in range(5)]
    for number in range(6):
        article = ArticleFactory(text=" ".join([*WORDS, str(number)]), published_on=date(2023, 11, 6 + number % 3))
        ReviewFactory(article=article)
        for place in range(0, 12, 2):
            MentionFactory(article=article, text=WORDS[place], actor=people[place % 5], confidence=0.7 + place / 50)
        for shift in range(2):
            who = [people[(number + shift) % 5], people[(number + shift + 1) % 5]]
            day = ("2023-11-06", "2023-11")[number % 2]
            report = MeetingReportFactory(
                article=article, meeting=None, actors=who, date_value=day, sentence=WORDS[20 + shift]
            )
            report.meeting = place_report(report)
        StatementFactory(article=article, quote=WORDS[30], speaker=people[number % 5])


@pytest.mark.parametrize("seed", [1])
def test_all_that_two_editors_did_is_taken_back(seed: int, manager: User) -> None:
    fill()
    desk = Desk(seed)
    start = state_of_all()
    while Action.objects.of_consequence().count() < OPERATIONS:
        desk.act()
    assert set(desk.done) >= {kind.__name__ for kind in KINDS}, desk.done
    assert state_of_all() != start

    for action in Action.objects.first_hand().standing().of_consequence().newest_first():
        undo_action(action, by=manager)

    now = state_of_all()
    assert {name for name in start if now[name] != start[name]} == set()
