from datetime import date

import pytest

from articles.enums import AnnotationStatus, MeetingStatus
from articles.queries.disagreements import Claim, Disagreement
from articles.queries.meeting_search import MeetingSearch, find_meetings, party_of
from articles.queries.meetings import meeting_card, with_details
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    PlaceFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


def reported(**fields):
    meeting = MeetingFactory(**fields)
    MeetingReportFactory(meeting=meeting)
    return meeting


def test_find_meetings_needs_both_parties() -> None:
    blinken, fidan, abbas = ActorFactory(), ActorFactory(), ActorFactory()
    together = reported(actors=[blinken, fidan])
    reported(actors=[blinken, abbas])

    search = MeetingSearch(actor=party_of(blinken), partner=party_of(fidan))

    assert list(find_meetings(search)) == [together]


def test_find_meetings_takes_a_state_as_all_its_people() -> None:
    turkey = ActorFactory(name="Turquie", slug="TR", kind="state", country="TR")
    minister = reported(actors=[ActorFactory(country="TR")])
    state = reported(actors=[turkey])
    reported(actors=[ActorFactory(country="FR")])

    assert set(find_meetings(MeetingSearch(actor=party_of(turkey)))) == {minister, state}


def test_find_meetings_counts_those_of_merged_actors() -> None:
    target = ActorFactory()
    meeting = reported(actors=[ActorFactory(merged_into=target)])

    assert list(find_meetings(MeetingSearch(actor=party_of(target)))) == [meeting]
    assert [one.actor for one in meeting_card(with_details(find_meetings(MeetingSearch()))[0]).participants] == [target]


def test_find_meetings_overlap_the_period() -> None:
    month = reported(date_value="2023-02", starts_on=date(2023, 2, 1), ends_on=date(2023, 2, 28))
    reported(date_value="2023-03-02", starts_on=date(2023, 3, 2), ends_on=date(2023, 3, 2))
    reported(date_value="")

    assert list(find_meetings(MeetingSearch(start=date(2023, 2, 20), end=date(2023, 3, 1)))) == [month]


def test_find_meetings_leaves_out_those_whose_reports_were_all_rejected() -> None:
    MeetingReportFactory(status=AnnotationStatus.REJECTED)
    kept = reported()
    MeetingFactory()

    assert list(find_meetings(MeetingSearch())) == [kept]


def test_find_meetings_by_status_and_place() -> None:
    bagdad = PlaceFactory(name="Bagdad", country="IQ")
    wanted = reported(place=bagdad, meeting_status=MeetingStatus.DENIED)
    reported(place=bagdad)
    reported(meeting_status=MeetingStatus.DENIED)

    assert list(find_meetings(MeetingSearch(places=(bagdad.pk,), status="denied"))) == [wanted]
    assert list(find_meetings(MeetingSearch(place_country="IQ", status="denied"))) == [wanted]


def test_meeting_card_counts_sources_of_each_claim() -> None:
    meeting = MeetingFactory()
    for name, minutes, day in (("Un", 150, "2023-11"), ("Deux", 150, "2023-11-06"), ("Trois", 180, "2023-11-06")):
        article = ArticleFactory(source=SourceFactory(name=name))
        MeetingReportFactory(meeting=meeting, article=article, duration=minutes, date_value=day)

    card = meeting_card(with_details(find_meetings(MeetingSearch()))[0])

    assert card.sources == 3
    assert card.disagreements == (Disagreement("duration", (Claim(150, 2), Claim(180, 1))),)


def test_meeting_card_quotes_the_decided_report_to_the_character() -> None:
    meeting = MeetingFactory()
    text = "😀 Cafe\u0301. Le ministre a reçu l’émissaire à Rome. Fin."
    MeetingReportFactory(meeting=meeting, confidence=0.9, sentence="Antony Blinken")
    MeetingReportFactory(
        meeting=meeting,
        article=ArticleFactory(text=text),
        status=AnnotationStatus.ACCEPTED,
        confidence=0.1,
        sentence="Le ministre a reçu l’émissaire à Rome.",
    )

    card = meeting_card(with_details(find_meetings(MeetingSearch()))[0])

    assert card.quote is not None
    assert card.quote.words == "Le ministre a reçu l’émissaire à Rome."
    assert card.is_decided
