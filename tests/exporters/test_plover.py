import pytest

from articles.exporters.plover import Event, event_of
from articles.models import Meeting
from articles.queries.meetings import meeting_card, with_details
from tests.factories import ActorFactory, MeetingFactory, MeetingReportFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "status", "place", "countries", "expected"),
    [
        ("in_person", "held", "TR", "FR TR", Event("CONSULT", "visit")),
        ("in_person", "held", "CH", "FR TR", Event("CONSULT", "third-party")),
        ("in_person", "held", "", "FR TR", Event("CONSULT", "")),
        ("in_person", "held", "CH", "FR TR US", Event("CONSULT", "multilateral")),
        ("multilateral", "held", "FR", "FR TR", Event("CONSULT", "multilateral")),
        ("visit", "held", "TR", "FR", Event("CONSULT", "visit")),
        ("call", "held", "", "FR TR", Event("CONSULT", "phone")),
        ("video", "planned", "", "FR TR", Event("AGREE", "phone")),
        ("in_person", "denied", "TR", "FR TR", Event("REJECT", "visit")),
        ("in_person", "cancelled", "TR", "FR TR", Event("REJECT", "visit")),
    ],
)
def test_event_of_follows_kind_status_and_ground(
    kind: str, status: str, place: str, countries: str, expected: Event
) -> None:
    actors = [ActorFactory(country=country) for country in countries.split()]
    ground = PlaceFactory(name=f"Ville {place}", country=place) if place else None
    MeetingReportFactory(meeting=MeetingFactory(kind=kind, meeting_status=status, place=ground, actors=actors))

    assert event_of(meeting_card(with_details(Meeting.objects.all())[0])) == expected
