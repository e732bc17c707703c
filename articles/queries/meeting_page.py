"""One page of a search for meetings."""

from collections.abc import Iterable, Iterator, Sequence

from django.core.paginator import Page, Paginator
from django.db.models import prefetch_related_objects

from articles.queries.meeting_search import BY_DATE, BY_SOURCES, MeetingSearch, find_indexed, fitting, in_order, these
from articles.queries.meetings import MeetingCard, meeting_card, with_details
from articles.queries.rows import rows_of_bytes
from articles.queries.taken_along import all_keys

PAGE_SIZE = 15
#: Meetings that an export reads at a time.
TOGETHER = 200


NEWEST = "starts_on DESC NULLS LAST, meeting_id DESC"
ORDERS = {BY_DATE: f"ORDER BY {NEWEST}", BY_SOURCES: f"ORDER BY source_count DESC, {NEWEST}"}


def page_of(search: MeetingSearch, total: int, number: str | None) -> Page[int]:
    """The keys of the meetings on a page; a number that does not exist is the last one."""
    page = Paginator(range(total), PAGE_SIZE).get_page(number)
    page.object_list = keys_at(search, range(total)[page.start_index() - 1 : page.end_index()]) if total else []
    return page


def keys_at(search: MeetingSearch, places: range) -> list[int]:
    """The keys of the meetings at these places of all that are found."""
    found = fitting(search)
    statement = f"SELECT meeting_id FROM articles_indexedmeeting WHERE {found.text} {ORDERS[search.sort]}"  # noqa: S608
    rows = rows_of_bytes(f"{statement} LIMIT %s OFFSET %s", [*found.values, len(places), places.start])
    return [key for (key,) in rows]


def cards(keys: Iterable[int]) -> list[MeetingCard]:
    """Meetings as lists show them, in the order of the keys."""
    keys = list(keys)
    place = {key: number for number, key in enumerate(keys)}
    found = with_details(these(keys).order_by())
    return sorted((meeting_card(meeting) for meeting in found), key=lambda card: place[card.meeting.pk])


def found_keys(search: MeetingSearch) -> Sequence[int]:
    """The keys of all meetings found, in order."""
    return all_keys(in_order(find_indexed(search), search.sort), "meeting_id")


def all_cards(keys: Sequence[int]) -> Iterator[MeetingCard]:
    """The meetings one after the other, some read at a time; those that went away meanwhile are left out.

    Their reports come with who decided on them.
    """
    for first in range(0, len(keys), TOGETHER):
        some = cards(keys[first : first + TOGETHER])
        prefetch_related_objects([report for card in some for report in card.reports], "run", "decided_by")
        yield from some
