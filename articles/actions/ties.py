"""What people said of reports (MeetingVerdict), found again for the accounts at hand, also those written anew."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from articles.actions.partition import Ties
from articles.actions.summing import Account
from articles.enums import JoinVerb
from articles.models import Actor, MeetingVerdict, VerdictReport


def tied_meetings(articles: Iterable[int]) -> set[int]:
    """The meetings of reports that a person put together with one of these articles."""
    told = verdicts_on(articles).filter(verdict__verb=JoinVerb.TOGETHER)
    return set(told.exclude(report__meeting=None).values_list("report__meeting_id", flat=True))


def verdicts_on(articles: Iterable[int]) -> QuerySet[VerdictReport]:
    """Both sides of the verdicts in force that speak of these articles."""
    spoken = VerdictReport.objects.filter(article__in=set(articles)).values("verdict")
    return VerdictReport.objects.filter(verdict__in=spoken, verdict__undone_at=None)


def read_ties(new: Sequence[Account], stored: Iterable[Account]) -> Ties:
    """Who was put together, who apart: the latest word on each pair. Among new accounts alone nobody has said any."""
    ties = Ties()
    by_report = {account.report.pk: account for account in [*stored, *new] if account.report.pk}
    if not by_report:
        return ties
    told = verdicts_on({account.report.article_id for account in [*by_report.values(), *new]})
    sides: dict[int, tuple[MeetingVerdict, list[Account], list[Account]]] = {}
    for row in told.select_related("verdict").order_by("verdict__at", "verdict_id", "id"):
        _, *both = sides.setdefault(row.verdict_id, (row.verdict, [], []))
        account = by_report.get(row.report_id or 0) or (told_again(row, new) if row.report_id is None else None)
        if account is not None:
            both[row.is_second].append(account)
    for verdict, first, second in sides.values():
        ties.say(first, second, together=verdict.verb == JoinVerb.TOGETHER)
    return ties


def told_again(row: VerdictReport, accounts: Iterable[Account]) -> Account | None:
    """The account that says again what a report said that is gone: the same words, or else the same people."""
    here = [account for account in accounts if account.report.article_id == row.article_id]
    people = current_keys(row.actors) if here else set()
    same_words = [each for each in here if each.sentence[0] < row.end and row.start < each.sentence[1]]
    for those in (same_words, here):
        alike = [each for each in those if each.posts.keys() == people]
        if len(alike) == 1:
            return alike[0]
    return None


def bind_told(accounts: Sequence[Account]) -> None:
    """Let verdicts on reports that are gone point to those that say the same again, which have their keys now."""
    lost = VerdictReport.objects.filter(article__in={account.report.article_id for account in accounts}, report=None)
    for row in lost.filter(verdict__undone_at=None):
        account = told_again(row, accounts)
        if account is not None:
            row.report = account.report
            row.save(update_fields=["report"])


def current_keys(keys: Iterable[int]) -> set[int]:
    """Of actors that were merged since, whom they were merged into."""
    wanted = set(keys)
    merged = dict(Actor.objects.filter(pk__in=wanted).values_list("pk", "merged_into"))
    return {merged.get(key) or key for key in wanted}
