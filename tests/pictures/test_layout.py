"""No name of a network stands upon another, whoever met whom."""

from random import Random

import pytest

from articles.pictures.layout import laid_out
from articles.pictures.svg import WIDTH
from articles.queries.meeting_network import Tie


def somebody(seed: int, number: int) -> tuple[list[float], list[Tie]]:
    random = Random(seed)  # noqa: S311 -- repeatable
    widths = [random.uniform(30, 158) for _ in range(number)]
    pairs = {tuple(sorted(random.sample(range(number), 2))) for _ in range(number * 3)} if number > 1 else set()
    return widths, [Tie(one, other, random.randint(1, 9)) for one, other in sorted(pairs)]


@pytest.mark.parametrize("central", [True, False])
@pytest.mark.parametrize("number", [1, 2, 3, 12, 61])
def test_no_two_names_touch_and_all_are_inside(number: int, central: bool) -> None:
    widths, ties = somebody(number, number)
    spots, height = laid_out(widths, ties, central=central)
    for one, (x, y) in enumerate(spots):
        assert widths[one] / 2 <= x + 0.01
        assert x + widths[one] / 2 <= WIDTH + 0.01
        assert 18 <= y <= height - 18
        for other in range(one):
            across, up = abs(x - spots[other][0]), abs(y - spots[other][1])
            assert across >= (widths[one] + widths[other]) / 2 or up >= 34


def test_the_same_people_stand_at_the_same_places() -> None:
    widths, ties = somebody(4, 30)
    assert laid_out(widths, ties, central=True) == laid_out(widths, ties, central=True)


def test_who_was_asked_for_stands_near_the_middle() -> None:
    widths, _ties = somebody(4, 41)
    ties = [Tie(0, other, 1) for other in range(1, 41)]
    (x, y), *_others = laid_out(widths, ties, central=True)[0]
    assert abs(x - WIDTH / 2) < WIDTH / 5
    assert abs(y - laid_out(widths, ties, central=True)[1] / 2) < 60
