from datetime import date

import pytest

from articles.enums import MeetingStatus
from articles.models import MeetingReport
from articles.queries.disagreements import Claim, Disagreement, disagreements, stages
from tests.factories import ArticleFactory, MeetingFactory, MeetingReportFactory, PlaceFactory, SourceFactory

pytestmark = pytest.mark.django_db


def reports(*told: dict[str, object]) -> list[MeetingReport]:
    """Reports of one meeting, each by a source of its own."""
    meeting = MeetingFactory()
    return [
        MeetingReportFactory(
            meeting=meeting, article=ArticleFactory(source=SourceFactory(name=f"Source {number}")), **values
        )
        for number, values in enumerate(told)
    ]


def test_days_that_differ_are_counted_most_told_first() -> None:
    found = reports({"date_value": "2023-11-05"}, {"date_value": "2023-11-06"}, {"date_value": "2023-11-06"})

    assert disagreements(found) == (Disagreement("date", (Claim("2023-11-06", 2), Claim("2023-11-05", 1))),)


@pytest.mark.parametrize("vague", ["2023-11", "2023", "2023-11-06/2023-11-08"])
def test_date_that_leaves_open_what_another_says_agrees(vague: str) -> None:
    assert disagreements(reports({"date_value": "2023-11-06"}, {"date_value": vague})) == ()


def test_country_agrees_with_its_city_and_two_cities_disagree() -> None:
    country = PlaceFactory(name="Turquie", kind="country")
    ankara, other = PlaceFactory(name="Ankara"), PlaceFactory(name="Izmir")

    assert disagreements(reports({"place": country}, {"place": ankara}, {"place": None})) == ()
    [found] = disagreements(reports({"place": country}, {"place": ankara}, {"place": other}))
    assert (found.name, {claim.value for claim in found.claims}) == ("place", {"Ankara", "Izmir"})


def test_plan_and_what_came_of_it_are_stages_and_no_disagreement() -> None:
    held, planned, again = reports(
        {"meeting_status": MeetingStatus.HELD},
        {"meeting_status": MeetingStatus.PLANNED},
        {"meeting_status": MeetingStatus.HELD},
    )
    planned.article.published_on = date(2023, 11, 3)

    assert disagreements((held, planned, again)) == ()
    assert [(stage.status, stage.first, stage.more) for stage in stages((held, planned, again))] == [
        ("planned", planned, 0),
        ("held", held, 1),
    ]
    assert stages((held, again)) == ()


def test_held_and_denied_disagree() -> None:
    [found] = disagreements(reports({"meeting_status": "held"}, {"meeting_status": "denied"}))
    assert (found.name, [claim.sources for claim in found.claims]) == ("status", [1, 1])


def test_each_claim_names_the_first_report_of_every_source_that_makes_it() -> None:
    found = reports({"duration": 150}, {"duration": 180}, {"duration": 150})
    again = MeetingReportFactory(
        meeting=found[0].meeting, article=ArticleFactory(source=found[0].article.source), duration=150
    )

    [durations] = disagreements([*found, again])

    assert [claim.told_by for claim in durations.claims] == [(found[0], found[2]), (found[1],)]
