"""What people say of meetings that may be one: done, undone row for row, and never asked again."""

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.actions.join_verdicts import join_meetings, refuse_join, separate_report, undo_verdict
from articles.actions.reports import reject_report
from articles.actions.storing import store_annotation
from articles.exceptions import AlreadyDecided, NothingToJoin, NothingToPart, NothingToUndo
from articles.models import (
    Action,
    Article,
    Change,
    Meeting,
    MeetingProposal,
    MeetingReport,
    MeetingVerdict,
    PipelineRun,
    VerdictReport,
)
from articles.nlp.types import Annotation, EntityRecord, EvidenceRecord, MeetingRecord, ParticipantRecord, Span
from tests.actions.whole_state import all_but
from tests.factories import ArticleFactory, PipelineRunFactory

pytestmark = pytest.mark.django_db

#: Rows that say what people said, and those that merely lead to others.
VERDICTS = (MeetingVerdict, VerdictReport, Action, Change)
OSLO = EntityRecord("place", "Oslo", ("Oslo",), known_id="oslo", country="NO", place_kind="city")


def contents() -> dict[str, list[dict[str, object]]]:
    """All rows of the collection but those of the verdicts."""
    return all_but(*VERDICTS)


def told(day: str, *people: str, place: bool = True, status: str = "held", duration: int | None = None) -> Annotation:
    """An article about one meeting, in Oslo if it tells a place."""
    who = people or ("Anna Lindberg", "Karim Benali")
    return Annotation(
        entities=(*(EntityRecord("person", name, (name,)) for name in who), OSLO),
        meetings=(
            MeetingRecord(
                tuple(map(ParticipantRecord, range(len(who)))),
                kind="in_person",
                status=status,
                date=day,
                place=len(who) if place else None,
                duration=duration,
                evidence=(EvidenceRecord("sentence", Span(0, 10)),),
            ),
        ),
    )


@pytest.fixture
def run() -> PipelineRun:
    found: PipelineRun = PipelineRunFactory()
    return found


def store(annotation: Annotation, run: PipelineRun, day: date = date(2024, 5, 8)) -> MeetingReport:
    article = ArticleFactory(published_on=day)
    store_annotation(article, annotation, run=run)
    return MeetingReport.objects.get(article=article)


@pytest.fixture
def proposal(run: PipelineRun) -> MeetingProposal:
    """Two outlets tell of one day after the other, and a third of neither."""
    store(told("2024-05-06"), run)
    store(told("2024-05-06", duration=60), run)
    store(told("2024-05-07"), run)
    store(told("2024-05-21"), run, date(2024, 5, 22))
    return MeetingProposal.objects.get()


def meetings() -> list[list[str]]:
    return sorted(
        sorted(meeting.reports.values_list("date_value", flat=True)) for meeting in Meeting.objects.order_by("pk")
    )


APART = [["2024-05-06", "2024-05-06"], ["2024-05-07"], ["2024-05-21"]]
TOGETHER = [["2024-05-06", "2024-05-06", "2024-05-07"], ["2024-05-21"]]


def test_likely_join_is_proposed_with_its_reasons(proposal: MeetingProposal) -> None:
    assert (proposal.score, proposal.reasons) == (0.8, ["same_people", "days_apart", "same_place"])
    assert meetings() == APART


def test_join_makes_one_meeting_and_its_undoing_brings_every_row_back(proposal: MeetingProposal, editor: User) -> None:
    before = contents()

    verdict = join_meetings(proposal, by=editor)
    assert (meetings(), MeetingProposal.objects.count()) == (TOGETHER, 0)
    assert Meeting.objects.get(pk=verdict.first_key).date_value == "2024-05-06"
    assert not Meeting.objects.filter(pk=verdict.second_key).exists()

    undo_verdict(verdict, by=editor)
    assert contents() == before


def test_joined_meetings_stay_joined_when_articles_are_stored_again(
    proposal: MeetingProposal, run: PipelineRun, editor: User
) -> None:
    join_meetings(proposal, by=editor)

    for article in Article.objects.order_by("-pk"):
        value = MeetingReport.objects.get(article=article).date_value
        store_annotation(article, told(value), run=run)

    assert (meetings(), MeetingProposal.objects.count()) == (TOGETHER, 0)


def test_refused_join_is_not_proposed_again(proposal: MeetingProposal, run: PipelineRun, editor: User) -> None:
    before = contents()
    verdict = refuse_join(proposal, by=editor)

    for article in Article.objects.order_by("pk"):
        value = MeetingReport.objects.get(article=article).date_value
        store_annotation(article, told(value, duration=90), run=run)
    store(told("2024-05-07", duration=90), run)

    # The like duration would make one of them by itself.
    assert meetings() == [["2024-05-06", "2024-05-06"], ["2024-05-07", "2024-05-07"], ["2024-05-21"]]
    assert MeetingProposal.objects.count() == 0
    assert (verdict.score, before["articles.meetingproposal"][0]["score"]) == (0.8, 0.8)


def test_undone_refusal_brings_every_row_back(proposal: MeetingProposal, editor: User) -> None:
    before = contents()
    undo_verdict(refuse_join(proposal, by=editor), by=editor)
    assert contents() == before


def test_separated_report_is_a_meeting_of_its_own_until_that_is_undone(run: PipelineRun, editor: User) -> None:
    first, second = store(told("2024-05-06"), run), store(told("2024-05-06"), run)
    assert first.meeting == second.meeting
    before = contents()

    verdict = separate_report(second, by=editor, meeting=second.meeting_id or 0)
    assert (meetings(), MeetingProposal.objects.count()) == ([["2024-05-06"], ["2024-05-06"]], 0)

    undo_verdict(verdict, by=editor)
    assert contents() == before


def test_separated_report_stays_apart_when_it_is_stored_again(run: PipelineRun, editor: User) -> None:
    store(told("2024-05-06"), run)
    second = store(told("2024-05-06"), run)
    separate_report(second, by=editor, meeting=second.meeting_id or 0)

    store_annotation(second.article, told("2024-05-06"), run=run)

    assert meetings() == [["2024-05-06"], ["2024-05-06"]]


def test_undoing_a_join_leaves_reports_that_came_since(
    proposal: MeetingProposal, run: PipelineRun, editor: User
) -> None:
    gone = {proposal.first_id, proposal.second_id}
    verdict = join_meetings(proposal, by=editor)
    store(told("2024-05-07"), run)

    undo_verdict(verdict, by=editor)

    assert meetings() == [["2024-05-06", "2024-05-06"], ["2024-05-07", "2024-05-07"], ["2024-05-21"]]
    assert Meeting.objects.filter(pk__in=gone).count() == 2


def test_later_word_on_a_pair_outranks_the_earlier(proposal: MeetingProposal, editor: User) -> None:
    join_meetings(proposal, by=editor)
    stray = MeetingReport.objects.get(date_value="2024-05-07")

    separate_report(stray, by=editor, meeting=stray.meeting_id or 0)

    assert (meetings(), MeetingProposal.objects.count()) == (APART, 0)


@pytest.mark.parametrize("answer", [join_meetings, refuse_join])
def test_meeting_of_which_all_was_rejected_since_is_not_joined(
    proposal: MeetingProposal, editor: User, answer: Callable[..., object]
) -> None:
    reject_report(MeetingReport.objects.get(date_value="2024-05-07"), by=editor, version=1)
    with pytest.raises(NothingToJoin):
        answer(proposal, by=editor)


def test_verdicts_are_for_editors_and_once(proposal: MeetingProposal, reader: User, editor: User) -> None:
    alone = MeetingReport.objects.get(date_value="2024-05-21")
    with pytest.raises(PermissionDenied):
        join_meetings(proposal, by=reader)
    with pytest.raises(NothingToPart):
        separate_report(alone, by=editor, meeting=alone.meeting_id or 0)
    verdict = refuse_join(proposal, by=editor)
    with pytest.raises(AlreadyDecided):
        join_meetings(proposal, by=editor)
    undo_verdict(verdict, by=editor)
    with pytest.raises(NothingToUndo):
        undo_verdict(verdict, by=editor)
