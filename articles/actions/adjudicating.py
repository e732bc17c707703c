"""What an adjudicator takes from two readings becomes decisions in the collection, all as one action."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.utils import timezone

from articles.actions.acting import acts
from articles.actions.adjudicating_statements import settle_statements
from articles.actions.linking import learn_name
from articles.actions.locks import lock_article, lock_identities
from articles.actions.mentions import MentionLinks, accept_mention, add_mention, change_mention, reject_mention
from articles.actions.reports import ReportFields, accept_report, add_report, change_report, reject_report
from articles.enums import ActionVerb, AnnotationStatus, EvidenceField, MentionLabel, PartTaken, Taken
from articles.exceptions import ReadingsOpen
from articles.models import DoubleReading, MeetingReport, Mention, ReadingMeeting, ReadingMention, Ruling
from articles.permissions import require_manager
from articles.queries.double_reading import Comparison, MeetingPair, compare, finished, people_of
from articles.queries.link_readings import LINKED_LABELS, NOBODY, LinkPair, meant
from articles.queries.suggestions import current_actor

#: By the key of a passage or of a meeting: which reading is taken.
Choices = Mapping[str, Taken]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A span to stand in the collection, and whose it is; whose its link is, where readers differ in nothing else."""

    mark: ReadingMention
    taken: Taken
    linked_as: ReadingMention | None
    link_taken: Taken | None = None


@acts(ActionVerb.ADJUDICATE)
def adjudicate(double: DoubleReading, *, by: User, choices: Choices) -> DoubleReading:
    """Take one reading or the other for each difference; where they agree, what both say.

    The article's mentions and meetings, and its statements and links if they were read, then are exactly what was
    taken: what stands there already is accepted or changed, what neither reading has is rejected, what is missing is
    added.
    """
    require_manager(by)
    lock_identities()
    lock_article(double.article_id)
    current = DoubleReading.objects.select_for_update(of=("self",)).select_related("article").get(pk=double.pk)
    if current.closed_at is not None or not finished(current):
        raise ReadingsOpen
    found = compare(current)
    settle_mentions(current, found, by=by, choices=choices)
    settle_meetings(current, found, by=by, choices=choices)
    if current.with_statements:
        settle_statements(current, found, by=by, choices=choices)
    current.closed_by, current.closed_at = by, timezone.now()
    current.save(update_fields=["closed_by", "closed_at"])
    return current


def settle_mentions(double: DoubleReading, found: Comparison, *, by: User, choices: Choices) -> None:
    verdicts = verdicts_of(double, found, choices)
    wanted = {(each.mark.start, each.mark.end): each for each in verdicts}
    standing: dict[tuple[int, int], Mention] = {}
    linked = double.article.mentions.live().select_related("actor__merged_into", "place")
    for mention in linked.order_by("start"):
        if (mention.start, mention.end) in wanted:
            standing[mention.start, mention.end] = mention
        else:
            reject_mention(mention, by=by, version=mention.version)
    for span, verdict in wanted.items():
        row = settle_mention(double, verdict, standing.get(span), by=by)
        if double.with_links and row.actor is not None and row.label == MentionLabel.PER:
            learn_name(row.actor, row.text)
        mark = verdict.mark
        place = {"start": mark.start, "end": mark.end, "label": mark.label, "mention": row}
        Ruling.objects.create(double=double, taken=verdict.taken, **place)
        if verdict.link_taken is not None:
            Ruling.objects.create(double=double, taken=verdict.link_taken, of_link=True, **place)


def verdicts_of(double: DoubleReading, found: Comparison, choices: Choices) -> list[Verdict]:
    """What is to stand; that neither reading was taken for some words is noted here."""
    pairs = {pair.first.pk: pair for pair in found.links}
    verdicts = [agreed_on(mark, pairs.get(mark.pk), choices) for mark in found.agreed]
    for passage in found.passages:
        taken = choices.get(passage.key, Taken.NEITHER)
        marks = {Taken.FIRST: passage.first, Taken.SECOND: passage.second}.get(taken, [])
        verdicts.extend(Verdict(mark, taken, mark) for mark in marks)
        if not marks:
            Ruling.objects.create(double=double, taken=taken, start=passage.start, end=passage.end)
    return verdicts


def agreed_on(mark: ReadingMention, pair: LinkPair | None, choices: Choices) -> Verdict:
    """Words and label are the same in both; which link is taken may be chosen, or that nobody is meant."""
    if pair is None or pair.is_same:
        return Verdict(mark, Taken.AGREED, mark)
    taken = choices.get(pair.key, Taken.NEITHER)
    return Verdict(mark, Taken.AGREED, {Taken.FIRST: pair.first, Taken.SECOND: pair.second}.get(taken), taken)


def settle_mention(double: DoubleReading, verdict: Verdict, standing: Mention | None, *, by: User) -> Mention:
    mark = verdict.mark
    links = links_of(double, verdict)
    if standing is None:
        return add_mention(double.article, by=by, start=mark.start, end=mark.end, label=mark.label, **links)
    if standing.label != mark.label or (links and not means(standing, verdict)):
        return change_mention(standing, by=by, version=standing.version, label=mark.label, **links)
    if standing.status == AnnotationStatus.PROPOSED:
        return accept_mention(standing, by=by, version=standing.version)
    return standing


def links_of(double: DoubleReading, verdict: Verdict) -> MentionLinks:
    """What the mention is to mean; nothing is said of it where links were not read, or the label has none."""
    if not double.with_links or verdict.mark.label not in LINKED_LABELS:
        return {}
    linked = verdict.linked_as
    actor = current_actor(linked.actor) if linked and linked.actor else None
    return {"actor": actor, "place": linked.place if linked else None}


def means(standing: Mention, verdict: Verdict) -> bool:
    return meant(standing) == (meant(verdict.linked_as) if verdict.linked_as else NOBODY)


def settle_meetings(double: DoubleReading, found: Comparison, *, by: User, choices: Choices) -> None:
    left = list(double.article.meeting_reports.live().order_by("pk"))
    for pair in found.meetings:
        taken, meeting = meeting_taken(pair, choices)
        row = None
        if meeting is not None:
            standing = same_report(meeting, left)
            row = settle_meeting(double, meeting, standing, by=by)
            left = [report for report in left if standing is None or report.pk != standing.pk]
        seen = meeting or pair.first or pair.second
        if seen is not None:
            Ruling.objects.create(double=double, taken=taken, start=seen.start, end=seen.end, report=row)
    for report in left:
        reject_report(report, by=by, version=report.version)


def meeting_taken(pair: MeetingPair, choices: Choices) -> tuple[Taken, ReadingMeeting | None]:
    if pair.is_same:
        return Taken.AGREED, pair.first
    taken = choices.get(pair.key, Taken.NEITHER)
    return taken, {Taken.FIRST: pair.first, Taken.SECOND: pair.second}.get(taken)


def same_report(meeting: ReadingMeeting, reports: Iterable[MeetingReport]) -> MeetingReport | None:
    """The report that tells of the same people; of several, one with the same status first."""
    people = {actor.pk for actor in people_of(meeting)}
    alike = [report for report in reports if {each.actor_id for each in report.participants.all()} == people]
    alike.sort(key=lambda report: report.meeting_status != meeting.meeting_status)
    return alike[0] if alike else None


def settle_meeting(
    double: DoubleReading, meeting: ReadingMeeting, standing: MeetingReport | None, *, by: User
) -> MeetingReport:
    fields = ReportFields(
        people_of(meeting), meeting.kind, meeting.meeting_status, meeting.date_value,
        meeting.place, meeting.duration,
    )  # fmt: skip
    if standing is None:
        return add_report(double.article, by=by, fields=fields, start=meeting.start, end=meeting.end)
    if not tells(standing, meeting):
        return change_report(standing, by=by, version=standing.version, fields=with_parts(fields, standing))
    if standing.status == AnnotationStatus.PROPOSED:
        return accept_report(standing, by=by, version=standing.version)
    return standing


def tells(report: MeetingReport, meeting: ReadingMeeting) -> bool:
    names = ("kind", "meeting_status", "date_value", "place_id", "duration")
    return all(getattr(report, name) == getattr(meeting, name) for name in names)


def with_parts(fields: ReportFields, report: MeetingReport) -> ReportFields:
    """Readings say nothing of hosts, visitors and topics: those of the report stay."""
    people = list(report.participants.select_related("actor"))
    topics = report.evidence.filter(field=EvidenceField.TOPIC).order_by("start")
    return replace(
        fields,
        hosts=tuple(each.actor for each in people if each.part == PartTaken.HOST),
        visitors=tuple(each.actor for each in people if each.part == PartTaken.VISITOR),
        topics=tuple((piece.start, piece.end) for piece in topics),
    )
