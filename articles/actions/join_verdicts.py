"""What a person says of meetings that may be one, or of a report that tells of another: for good, until undone."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.utils import timezone

from articles.actions.acting import acts
from articles.actions.locks import lock_identities
from articles.actions.resorting import sort_anew, take_back
from articles.enums import ActionVerb, EvidenceField, JoinVerb
from articles.exceptions import AlreadyDecided, NothingToJoin, NothingToPart, NothingToUndo
from articles.models import Evidence, MeetingProposal, MeetingReport, MeetingVerdict, VerdictReport
from articles.permissions import require_editor


@acts(ActionVerb.JOIN)
def join_meetings(proposal: MeetingProposal, *, by: User) -> MeetingVerdict:
    """The two are one meeting: the reports of both tell of it, and what they disagree about is shown there."""
    return answer(proposal, JoinVerb.TOGETHER, by=by)


@acts(ActionVerb.JOIN)
def join_unasked(first: int, second: int, *, by: User) -> MeetingVerdict:
    """Two meetings, given by their keys, are one, though nobody had asked."""
    require_editor(by)
    lock_identities()
    asked = MeetingProposal.objects.filter(first=min(first, second), second=max(first, second)).first()
    if asked is not None:
        return answer(asked, JoinVerb.TOGETHER, by=by)
    ours, theirs = (MeetingReport.objects.live().filter(meeting=key) for key in (first, second))
    if first == second or not ours or not theirs:
        raise NothingToJoin
    verdict = MeetingVerdict(verb=JoinVerb.TOGETHER, by=by, first_key=first, second_key=second)
    return carry_out(verdict, ours, theirs)


@acts(ActionVerb.KEEP_APART)
def refuse_join(proposal: MeetingProposal, *, by: User) -> MeetingVerdict:
    """The two are two: nobody is asked again, and no run joins them."""
    return answer(proposal, JoinVerb.APART, by=by)


@acts(ActionVerb.SEPARATE)
def separate_report(report: MeetingReport, *, by: User, meeting: int) -> MeetingVerdict:
    """The report tells of another meeting than the others of this one."""
    require_editor(by)
    lock_identities()
    current = MeetingReport.objects.get(pk=report.pk)
    others = MeetingReport.objects.live().filter(meeting=meeting).exclude(pk=current.pk)
    if current.meeting_id != meeting or not current.is_live or not others:
        raise NothingToPart
    verdict = MeetingVerdict(verb=JoinVerb.APART, by=by, first_key=meeting, second_key=meeting)
    return carry_out(verdict, others, [current])


@acts(ActionVerb.UNDO_VERDICT)
def undo_verdict(verdict: MeetingVerdict, *, by: User) -> MeetingVerdict:
    """Take back what was said: row for row where nothing came since, else by sorting the reports anew."""
    require_editor(by)
    lock_identities()
    verdict = MeetingVerdict.objects.select_for_update().get(pk=verdict.pk)
    if verdict.undone_at is not None:
        raise NothingToUndo
    verdict.undone_at, verdict.undone_by = timezone.now(), by
    verdict.save(update_fields=["undone_at", "undone_by"])
    if not take_back(verdict.before):
        sort_anew([*verdict.before["keys"], *meetings_of(verdict)])
    return verdict


def answer(proposal: MeetingProposal, verb: JoinVerb, *, by: User) -> MeetingVerdict:
    require_editor(by)
    lock_identities()
    current = MeetingProposal.objects.filter(pk=proposal.pk).first()
    if current is None:
        raise AlreadyDecided
    verdict = MeetingVerdict(
        verb=verb,
        by=by,
        first_key=current.first_id,
        second_key=current.second_id,
        score=current.score,
        reasons=current.reasons,
    )
    ours, theirs = (MeetingReport.objects.live().filter(meeting=key) for key in (current.first_id, current.second_id))
    if not ours or not theirs:
        raise NothingToJoin
    return carry_out(verdict, ours, theirs)


def carry_out(
    verdict: MeetingVerdict, first: Iterable[MeetingReport], second: Iterable[MeetingReport]
) -> MeetingVerdict:
    """Note what was said of the reports and sort them anew, keeping the rows as they were."""
    first, second = list(first), list(second)
    verdict.save()
    note_told(verdict, first, second)
    verdict.before = sort_anew({verdict.first_key, verdict.second_key})
    name_meetings(verdict, first, second)
    verdict.save()
    return verdict


def note_told(verdict: MeetingVerdict, first: list[MeetingReport], second: list[MeetingReport]) -> None:
    words: dict[int, tuple[int, int]] = {}
    evidence = Evidence.objects.filter(report__in=[*first, *second], field=EvidenceField.SENTENCE)
    for report, start, end in evidence.order_by("-start").values_list("report_id", "start", "end"):
        words[report] = (start, end)
    VerdictReport.objects.bulk_create(
        VerdictReport(
            verdict=verdict,
            is_second=side is second,
            article_id=report.article_id,
            report=report,
            start=words.get(report.pk, (0, 0))[0],
            end=words.get(report.pk, (0, 0))[1],
            actors=sorted(report.participants.values_list("actor_id", flat=True)),
        )
        for side in (first, second)
        for report in side
    )


def name_meetings(verdict: MeetingVerdict, first: list[MeetingReport], second: list[MeetingReport]) -> None:
    """The meetings of the two sides as they are now; of two that were joined, the one that is gone comes second."""
    one, other = (MeetingReport.objects.get(pk=side[0].pk).meeting_id or 0 for side in (first, second))
    if verdict.verb == JoinVerb.TOGETHER:
        other = next(iter({verdict.first_key, verdict.second_key} - {one}), one)
    verdict.first_key, verdict.second_key = one, other


def meetings_of(verdict: MeetingVerdict) -> list[int]:
    """The meetings that the reports it spoke of tell of now."""
    told = verdict.told.exclude(report__meeting=None)
    return [key for key in told.values_list("report__meeting_id", flat=True) if key]
