"""Ask two people to annotate an article independently, and keep what each marks apart from the collection."""

from typing import TypedDict

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles.actions.locks import lock_article
from articles.actions.mentions import ACTOR_KINDS, PLACE_LABELS, words
from articles.actions.reports import ReportFields
from articles.actions.statements import StatementFields, fields_of, set_spans
from articles.enums import MentionLabel
from articles.exceptions import InvalidSpan, ReadingClosed, ReadingsOpen, UnfitActor
from articles.models import (
    Actor,
    Article,
    DoubleReading,
    MeetingReport,
    Mention,
    Place,
    Reading,
    ReadingMeeting,
    ReadingMention,
    ReadingStatement,
    Statement,
)
from articles.permissions import can_edit, require_editor, require_manager


class MeantBy(TypedDict, total=False):
    """Whom or what a mark means."""

    actor: Actor | None
    place: Place | None


@transaction.atomic
def ask_double_reading(
    article: Article,
    *,
    by: User,
    readers: tuple[User, User],
    prefilled: bool = False,
    with_statements: bool = False,
    with_links: bool = False,
) -> DoubleReading:
    """Two editors read the article, each from the bare text or from the machine's undecided proposals.

    Statements and links are read only where they are asked for: what nobody read is not touched when the readings are
    compared.
    """
    require_manager(by)
    if readers[0] == readers[1] or not all(can_edit(reader) for reader in readers):
        raise PermissionDenied("Two different editors read.")
    lock_article(article.pk)
    if DoubleReading.objects.open().filter(article=article).exists():
        raise ReadingsOpen
    double = DoubleReading.objects.create(
        article=article, prefilled=prefilled, with_statements=with_statements, with_links=with_links, asked_by=by
    )
    for place, reader in enumerate(readers, 1):
        reading = Reading.objects.create(double=double, reader=reader, place=place)
        if prefilled:
            prefill(reading)
    return double


@transaction.atomic
def withdraw_double_reading(double: DoubleReading, *, by: User) -> None:
    """Nobody needs to read any more; what was marked goes. One that was adjudicated stays."""
    require_manager(by)
    current = DoubleReading.objects.select_for_update().get(pk=double.pk)
    if current.closed_at is not None:
        raise ReadingClosed
    current.delete()


def prefill(reading: Reading) -> None:
    """What the machine proposes and nobody has decided on, so that no reader sees the decision of another."""
    article = reading.double.article_id
    proposals = Mention.objects.undecided().filter(article=article).select_related("actor", "place").order_by("start")
    ReadingMention.objects.bulk_create(
        ReadingMention(
            reading=reading,
            start=each.start,
            end=each.end,
            label=each.label,
            **(fitting(each.label, each.actor, each.place) if reading.double.with_links else {}),
        )
        for each in proposals
    )
    for report in MeetingReport.objects.undecided().filter(article=article).select_related("place"):
        spans = [(piece.start, piece.end) for piece in report.evidence.order_by("start")]
        if spans:
            fields = ReportFields(
                tuple(each.actor for each in report.participants.select_related("actor")),
                report.kind, report.meeting_status, report.date_value, report.place, report.duration,
            )  # fmt: skip
            save_meeting(reading, fields, start=spans[0][0], end=spans[0][1])
    if reading.double.with_statements:
        proposed = Statement.objects.undecided().filter(article=article).select_related("speaker", "addressee")
        for statement in proposed:
            save_statement(reading, fields_of(statement))


@transaction.atomic
def mark_words(
    reading: Reading,
    *,
    by: User,
    start: int,
    end: int,
    label: str,
    actor: Actor | None = None,
    place: Place | None = None,
) -> ReadingMention:
    """Mark a span in one's own reading. What was marked there before gives way; one mark alone leaves its link."""
    current = own_reading(reading, by=by)
    words(current.double.article.text, start, end)
    before = list(current.mentions.filter(start__lt=end, end__gt=start).select_related("actor", "place"))
    current.mentions.filter(pk__in=[mark.pk for mark in before]).delete()
    if len(before) == 1 and actor is None and place is None:
        actor, place = before[0].actor, before[0].place
    links = fitting(label, actor, place) if current.double.with_links else {}
    return ReadingMention.objects.create(reading=current, start=start, end=end, label=label, **links)


@transaction.atomic
def link_mark(
    mark: ReadingMention, *, by: User, actor: Actor | None = None, place: Place | None = None
) -> ReadingMention:
    """Say in one's own reading whom or what the words mean; nobody and nothing where neither is given."""
    own_reading(mark.reading, by=by)
    links = fitting(mark.label, actor, place)
    if links["actor"] != actor:
        raise UnfitActor
    mark.actor, mark.place = links["actor"], links["place"]
    mark.save(update_fields=["actor", "place"])
    return mark


def fitting(label: str, actor: Actor | None, place: Place | None) -> MeantBy:
    """What of a link the label allows, as for mentions."""
    kinds = ACTOR_KINDS.get(MentionLabel(label), ())
    return {
        "actor": actor if actor and actor.kind in kinds else None,
        "place": place if label in PLACE_LABELS else None,
    }


@transaction.atomic
def unmark_words(mark: ReadingMention, *, by: User) -> None:
    own_reading(mark.reading, by=by)
    mark.delete()


@transaction.atomic
def add_reading_meeting(reading: Reading, *, by: User, fields: ReportFields, start: int, end: int) -> ReadingMeeting:
    """Note a meeting in one's own reading, proved by these words."""
    current = own_reading(reading, by=by)
    if not 0 <= start < end <= len(current.double.article.text):
        raise InvalidSpan
    return save_meeting(current, fields, start=start, end=end)


def save_meeting(reading: Reading, fields: ReportFields, *, start: int, end: int) -> ReadingMeeting:
    meeting = ReadingMeeting.objects.create(
        reading=reading, kind=fields.kind, meeting_status=fields.status, date_value=fields.date_value,
        place=fields.place, duration=fields.duration, start=start, end=end,
    )  # fmt: skip
    meeting.participants.set(fields.participants)
    return meeting


@transaction.atomic
def drop_reading_meeting(meeting: ReadingMeeting, *, by: User) -> None:
    own_reading(meeting.reading, by=by)
    meeting.delete()


@transaction.atomic
def add_reading_statement(reading: Reading, *, by: User, fields: StatementFields) -> ReadingStatement:
    """Note a statement in one's own reading."""
    return save_statement(own_reading(reading, by=by), fields)


def save_statement(reading: Reading, fields: StatementFields) -> ReadingStatement:
    statement = ReadingStatement(reading=reading, speaker=fields.speaker, addressee=fields.addressee)
    set_spans(statement, fields, text=reading.double.article.text)
    statement.save()
    return statement


@transaction.atomic
def drop_reading_statement(statement: ReadingStatement, *, by: User) -> None:
    own_reading(statement.reading, by=by)
    statement.delete()


@transaction.atomic
def finish_reading(reading: Reading, *, by: User) -> Reading:
    """From now on the reading stands; once both do, the manager compares them."""
    current = own_reading(reading, by=by)
    current.finished_at = timezone.now()
    current.save(update_fields=["finished_at"])
    return current


def own_reading(reading: Reading, *, by: User) -> Reading:
    """The reading, locked; only its reader writes in it, and only until it is finished."""
    require_editor(by)
    if reading.reader_id != by.pk:
        raise PermissionDenied("Each reader works on their own reading.")
    current = Reading.objects.select_for_update(of=("self",)).select_related("double__article").get(pk=reading.pk)
    if current.finished_at is not None or current.double.closed_at is not None:
        raise ReadingClosed
    return current
