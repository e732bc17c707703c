"""The gold reports of the sample collection, joined: its meetings and disagreements, in whatever order they come."""

from collections import Counter
from random import Random
from typing import Any

import pytest

from articles.models import Meeting, MeetingProposal
from articles.queries.disagreements import stages
from articles.queries.meetings import meeting_card, with_details
from tests.actions.sample_gold import canonical, gold, store_gold

pytestmark = pytest.mark.django_db

Joined = dict[frozenset[tuple[str, int]], dict[str, Any]]
#: What the canonical meetings add from elsewhere: no report tells it, so no meeting has it.
UNTOLD = {
    ("visite-blinken-chine-2023-02", "place"): "Chine",
    ("visite-blinken-moyen-orient-2023-11", "date"): "2023-11-03/2023-11-06",
    ("blinken-erdogan-2023-11-06", "date"): "2023-11-06",
    ("blinken-erdogan-2023-11-06", "place"): "Ankara",
}


def wanted() -> Joined:
    found = {}
    for meeting in canonical():
        fields = {name: meeting.get(name) or None for name in ("kind", "status", "date", "place", "duration")}
        fields = {name: None if UNTOLD.get((meeting["key"], name)) == told else told for name, told in fields.items()}
        reports = frozenset((report["article"], report["index"]) for report in meeting["reports"])
        found[reports] = {**fields, "participants": set(meeting["participants"])}
    return found


def joined() -> Joined:
    """Each meeting of the collection by its reports: the article and the number of the report there."""
    found = {}
    for meeting in Meeting.objects.select_related("place").prefetch_related("participants", "reports__article"):
        reports = set()
        for report in meeting.reports.all():
            before = report.article.meeting_reports.filter(pk__lt=report.pk).count()
            reports.add((report.article.external_id, before))
        found[frozenset(reports)] = {
            "kind": meeting.kind,
            "status": meeting.meeting_status,
            "date": meeting.date_value or None,
            "place": meeting.place.name if meeting.place else None,
            "duration": meeting.duration,
            "participants": {actor.name for actor in meeting.participants.all()},
        }
    return found


def test_gold_reports_of_the_sample_join_to_its_canonical_meetings() -> None:
    store_gold(sorted(gold()), together=24)

    assert joined() == wanted()
    assert MeetingProposal.objects.count() == 0


def test_sample_shows_its_three_disagreements_and_no_other() -> None:
    store_gold(sorted(gold()), together=24)

    cards = [meeting_card(meeting) for meeting in with_details(Meeting.objects.all())]
    shown = [
        (each.name, {claim.value: claim.sources for claim in each.claims})
        for card in cards
        for each in card.disagreements
    ]
    noted = [each for meeting in canonical() for each in meeting["disagreements"]]
    assert sorted(shown, key=str) == sorted(((n["field"], dict(Counter(n["values"].values()))) for n in noted), key=str)
    assert len(shown) == 3


def test_sample_tells_what_was_announced_and_then_held() -> None:
    store_gold(sorted(gold()), together=24)

    logs = [stages(tuple(meeting.reports.all())) for meeting in with_details(Meeting.objects.all())]
    logged = sorted([(each.first.article.external_id, str(each.status)) for each in log] for log in logs if log)
    varied = [each for each in canonical() if any(variation["field"] == "status" for variation in each["variations"])]
    assert len(logged) == len(varied)
    assert {tuple(status for _, status in log) for log in logged} == {("planned", "held")}
    assert [("d2-20", "planned"), ("d2-21", "held")] in logged


@pytest.mark.parametrize("seed", range(8))
def test_articles_in_any_order_and_portion_give_the_same_meetings(seed: int) -> None:
    random = Random(seed)  # noqa: S311 -- an order, not a secret
    ids = sorted(gold())
    random.shuffle(ids)

    store_gold(ids, together=random.randint(1, 12))

    assert joined() == wanted()


def test_meetings_stay_the_same_rows_when_articles_are_stored_again() -> None:
    ids = sorted(gold())
    store_gold(ids, together=24)
    before = sorted(Meeting.objects.values_list())

    store_gold(ids[::-1], together=5)

    assert sorted(Meeting.objects.values_list()) == before
    assert joined() == wanted()
