import pytest
from django.contrib.auth.models import User

from articles.actions.merging import merge_actors
from articles.actions.reports import (
    ReportFields,
    accept_report,
    add_report,
    change_report,
    reject_report,
    restore_report,
)
from articles.enums import EvidenceField
from articles.exceptions import StaleEdit
from articles.models import Actor, Decision, Evidence, Meeting, MeetingReport
from tests.factories import ActorFactory, ArticleFactory, MeetingFactory, MeetingReportFactory


def names(report: MeetingReport) -> list[str]:
    return [participant.actor.name for participant in report.participants.order_by("actor__name")]


def report_of(*people: str) -> MeetingReport:
    actors = [ActorFactory(name=name) for name in people]
    return MeetingReportFactory(actors=actors, meeting=MeetingFactory(actors=actors))


def test_accepted_report_keeps_its_meeting(editor: User) -> None:
    report = report_of("Anna", "Bert")
    accepted = accept_report(report, by=editor, version=1)
    assert (accepted.status, accepted.version, accepted.meeting) == ("accepted", 2, report.meeting)


def test_change_writes_fields_participants_and_decision(editor: User) -> None:
    report = report_of("Anna", "Bert")
    carla = ActorFactory(name="Carla")
    anna = report.participants.get(actor__name="Anna").actor
    fields = ReportFields((anna, carla), kind="call", status="planned", date_value="2023-12", duration=30)
    changed = change_report(report, by=editor, version=1, fields=fields)
    changed.refresh_from_db()
    assert (changed.kind, changed.meeting_status, changed.date_value, changed.duration) == (
        "call",
        "planned",
        "2023-12",
        30,
    )
    assert names(changed) == ["Anna", "Carla"]
    assert sorted(actor.name for actor in changed.meeting.participants.all()) == ["Anna", "Carla"]
    decision = Decision.objects.get()
    assert [len(decision.before["participants"]), len(decision.after["participants"])] == [2, 2]
    assert decision.before["participants"] != decision.after["participants"]


def test_whom_somebody_merged_since_takes_part_as_who_they_became(editor: User) -> None:
    report = report_of("Anna", "Bert")
    anna, bert = (row.actor for row in report.participants.order_by("pk"))
    typed = ActorFactory(name="A. Lind")
    merge_actors(Actor.objects.get(pk=anna.pk), Actor.objects.get(pk=typed.pk), by=editor)
    fields = ReportFields((typed, bert), kind="in_person", status="held", hosts=(typed,))
    changed = change_report(report, by=editor, version=1, fields=fields)
    assert {row.actor: row.part for row in changed.participants.all()} == {anna: "host", bert: ""}
    added = add_report(report.article, by=editor, fields=fields, start=0, end=5)
    assert {row.actor for row in added.participants.all()} == {anna, bert}


def test_changed_date_loses_the_words_that_proved_the_old_one(editor: User) -> None:
    report = report_of("Anna", "Bert")
    Evidence.objects.create(report=report, field=EvidenceField.DATE, start=0, end=3)
    Evidence.objects.create(report=report, field=EvidenceField.KIND, start=4, end=6)
    actors = tuple(row.actor for row in report.participants.all())
    fields = ReportFields(actors, kind=report.kind, status="held", date_value="2020-01-01")

    changed = change_report(report, by=editor, version=1, fields=fields)
    kept = list(changed.evidence.exclude(field=EvidenceField.SENTENCE).values_list("field", flat=True))
    restored = restore_report(changed, by=editor, version=changed.version)

    assert kept == ["kind"]
    assert restored.evidence.filter(field=EvidenceField.DATE).count() == 1


def test_restore_brings_the_participants_back(editor: User) -> None:
    report = report_of("Anna", "Bert")
    fields = ReportFields((ActorFactory(name="Carla"),), kind="visit", status="held")
    change_report(report, by=editor, version=1, fields=fields)
    restored = restore_report(report, by=editor, version=2)
    assert (names(restored), restored.kind, restored.status) == (["Anna", "Bert"], "in_person", "proposed")


def test_rejected_report_leaves_its_meeting_unshown(editor: User) -> None:
    report = report_of("Anna", "Bert")
    reject_report(report, by=editor, version=1)
    assert not Meeting.objects.live().exists()


def test_added_report_has_its_words_and_its_meeting(editor: User) -> None:
    article = ArticleFactory(text="Anna a vu Bert.")
    people = (ActorFactory(name="Anna"), ActorFactory(name="Bert"))
    report = add_report(
        article, by=editor, fields=ReportFields(people, kind="in_person", status="held"), start=0, end=15
    )
    assert (names(report), report.status) == (["Anna", "Bert"], "added")
    assert list(report.evidence.values_list("field", "start", "end")) == [("sentence", 0, 15)]
    assert list(Meeting.objects.live()) == [report.meeting]


def test_stale_report_is_refused(editor: User) -> None:
    report = report_of("Anna", "Bert")
    accept_report(report, by=editor, version=1)
    with pytest.raises(StaleEdit):
        reject_report(report, by=editor, version=1)


def test_changed_parts_and_topics_are_kept_summed_up_and_taken_back(editor: User) -> None:
    report = report_of("Anna", "Bert")
    anna, bert = (row.actor for row in report.participants.order_by("actor__name"))
    report.participants.filter(actor=bert).update(part="host")
    Evidence.objects.create(report=report, field=EvidenceField.HOST, start=0, end=3)
    Evidence.objects.create(report=report, field=EvidenceField.TOPIC, start=4, end=6)
    fields = ReportFields(
        (anna, bert), kind="in_person", status="held", hosts=(anna,), visitors=(bert,), topics=((7, 9), (10, 12))
    )

    changed = change_report(report, by=editor, version=1, fields=fields)
    told = list(changed.evidence.values_list("field", "start", "end"))
    parts = dict(changed.meeting.participations.values_list("actor__name", "part"))
    restored = restore_report(changed, by=editor, version=changed.version)

    assert told == [("topic", 7, 9), ("topic", 10, 12)]
    assert parts == {"Anna": "host", "Bert": "visitor"}
    assert dict(restored.meeting.participations.values_list("actor__name", "part")) == {"Anna": "", "Bert": "host"}
    assert list(restored.evidence.values_list("field", "start")) == [("host", 0), ("topic", 4)]
