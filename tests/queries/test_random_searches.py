"""Random searches of a random collection find what a look at every row finds, in its order."""

from random import Random
from urllib.parse import parse_qsl

import pytest

from articles.forms.address import FacetGroup
from articles.forms.meeting_address import address_of, facet_groups
from articles.forms.meeting_search import MeetingSearchForm
from articles.forms.period import shortcuts
from articles.models import Meeting
from articles.queries.facets import count
from articles.queries.meeting_page import found_keys
from tests.queries.made_up_world import Facts, make_world, random_search

pytestmark = pytest.mark.django_db
SEARCHES = 500
WITH_FACETS = 60


def bound(wanted: dict[str, str]) -> MeetingSearchForm | None:
    form = MeetingSearchForm(wanted)
    return form if form.is_valid() else None


@pytest.mark.parametrize("seed", [1, 2])
def test_random_searches_find_what_a_look_at_every_row_finds(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - repeatable
    make_world(random, meetings=110)
    facts = [Facts(meeting) for meeting in Meeting.objects.select_related("place")]
    found_some = 0

    for number in range(SEARCHES // 2):
        wanted = random_search(random)
        form = MeetingSearchForm(wanted)
        expected = sorted(
            (each for each in facts if each.fits(wanted)), key=lambda each: each.rank(wanted.get("sort", ""))
        )
        if not form.is_valid():
            assert "to" in form.errors or expected == []  # ends before it begins, or nobody held such a post
            continue
        keys = [each.meeting.pk for each in expected]
        assert (wanted, list(found_keys(form.search()))) == (wanted, keys)
        assert number % 5 or (wanted, count(form.search()).total) == (wanted, len(keys))
        found_some += 1 < len(keys) < len(facts) / 2

    assert found_some > SEARCHES / 8


def groups(form: MeetingSearchForm) -> list[FacetGroup]:
    return facet_groups(form, address_of(form), count(form.search(), shortcuts(Meeting.objects.first().starts_on)))


def test_each_count_is_what_its_link_finds() -> None:
    random = Random(3)  # noqa: S311 - repeatable
    make_world(random, meetings=90)
    checked: set[str] = set()

    for _ in range(WITH_FACETS):
        wanted = random_search(random)
        form = bound(wanted)
        for group in groups(form) if form else []:
            line = random.choice(group.lines)
            if line.chosen or "period=" in line.url:
                continue
            linked = bound(dict(parse_qsl(line.url.removeprefix("?"))))
            assert linked is not None, (wanted, line)
            assert (wanted, line.url, len(found_keys(linked.search()))) == (wanted, line.url, line.count)
            checked.add(str(group.title))

    assert len(checked) >= 12
