"""Whatever the reports and their order, one after the other they join as all of them at once."""

from datetime import date, timedelta
from random import Random

import pytest

from articles.actions.encounters import read_encounters
from articles.actions.joining import place_report
from articles.actions.partition import Comparisons, Partition, Ties
from articles.enums import MeetingKind, MeetingStatus
from articles.models import Actor, Article, Meeting, MeetingParticipant, MeetingReport, Place, ReportParticipant
from tests.factories import ActorFactory, ArticleFactory, PipelineRunFactory, PlaceFactory

pytestmark = pytest.mark.django_db

START = date(2024, 5, 1)
KINDS = [*[MeetingKind.IN_PERSON] * 5, *MeetingKind]
STATUSES = [*[MeetingStatus.HELD] * 6, *MeetingStatus]


def some_date(random: Random, written: date) -> str:
    day = written + timedelta(days=random.randint(-3, 2))
    later = day + timedelta(days=random.randint(1, 3))
    return random.choice([day.isoformat()] * 6 + ["", "", day.isoformat()[:7], f"{day}/{later}"])


def some_reports(random: Random, number: int) -> list[MeetingReport]:
    """Reports of a few people and places, close enough to be mistaken for each other."""
    people = [ActorFactory(name=name) for name in ("Anna Lind", "Karim Benali", "Greta Holm")]
    places = [PlaceFactory(name="Oslo", country="NO"), PlaceFactory(name="Bergen", country="NO")]
    places += [
        PlaceFactory(name="Rome", country="IT"),
        PlaceFactory(name="Norvège", country="NO", kind="country"),
        None,
    ]
    run = PipelineRunFactory()
    reports = []
    for each in range(number):
        written = START + timedelta(days=random.randint(0, 7))
        article = ArticleFactory(published_on=written, external_id=f"a{each:02}")
        for _ in range(random.choice([1, 1, 2])):
            kind = random.choice(KINDS)
            chosen = people[:1] if kind == MeetingKind.VISIT else random.choice([people[:2], people[:2], people])
            reports.append(
                some_report(
                    random,
                    article,
                    run=run,
                    kind=kind,
                    place=random.choice([*places, places[0], places[0], None]),
                    actors=chosen,
                )
            )
    return reports


def some_report(
    random: Random, article: Article, *, actors: list[Actor], place: Place | None, **values: object
) -> MeetingReport:
    report: MeetingReport = MeetingReport.objects.create(
        article=article,
        place=place,
        date_value=some_date(random, article.published_on),
        meeting_status=random.choice(STATUSES),
        duration=random.choice([None, 60, 60, 90]),
        origin="newsdesk_meetings",
        **values,
    )
    ReportParticipant.objects.bulk_create(ReportParticipant(report=report, actor=actor) for actor in actors)
    return report


def meetings() -> set[tuple[frozenset[int], tuple[object, ...], frozenset[int]]]:
    """The meetings by their reports, with their fields and participants."""
    fields = ("kind", "meeting_status", "date_value", "place", "duration")
    return {
        (
            frozenset(meeting.reports.values_list("pk", flat=True)),
            Meeting.objects.values_list(*fields).get(pk=meeting.pk),
            frozenset(MeetingParticipant.objects.filter(meeting=meeting).values_list("actor", flat=True)),
        )
        for meeting in Meeting.objects.all()
    }


def place_all(reports: list[MeetingReport]) -> None:
    MeetingReport.objects.update(meeting=None)
    Meeting.objects.all().delete()
    for report in reports:
        place_report(MeetingReport.objects.get(pk=report.pk))


@pytest.mark.parametrize("seed", range(5))
def test_reports_join_alike_in_any_order_and_all_at_once(seed: int) -> None:
    random = Random(seed)  # noqa: S311 -- an order, not a secret
    reports = some_reports(random, 16)
    place_all(reports)
    first = meetings()
    random.shuffle(reports)
    place_all(reports)

    accounts = read_encounters(set(Meeting.objects.values_list("pk", flat=True))).accounts()
    at_once = Partition(accounts, Ties(), Comparisons()).groups()
    assert meetings() == first
    assert {frozenset(each.report.pk for each in group.accounts) for group in at_once} == {each[0] for each in first}
    assert any(len(each[0]) > 1 for each in first)


def test_no_meeting_holds_two_reports_of_one_article_or_two_days_far_apart() -> None:
    reports = some_reports(Random(99), 40)  # noqa: S311
    place_all(reports)

    for meeting in Meeting.objects.all():
        told = list(meeting.reports.all())
        days = sorted({each.date_value for each in told if len(each.date_value) == 10})
        assert len({each.article_id for each in told}) == len(told)
        assert not days or date.fromisoformat(days[-1]) - date.fromisoformat(days[0]) <= timedelta(days=1)
