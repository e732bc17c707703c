"""What speaks for two actors being one, and how much."""

import pytest

from articles.actions.doubts import weigh
from articles.names import Likeness

MINISTER = ("ministre", "SE")


@pytest.mark.parametrize(
    ("like", "ours", "theirs", "same_country", "expected"),
    [
        (Likeness.SAME, set(), set(), False, (0.7, ["same_name"])),
        (Likeness.FULLER, {MINISTER}, {MINISTER}, False, (0.99, ["fuller_name", "same_post", "same_country"])),
        (Likeness.LOOSE, {("ministre", "")}, {MINISTER}, False, (0.8, ["like_name", "same_post"])),
        (Likeness.SAME, {MINISTER}, {("ministre", "NO")}, False, (0.35, ["same_name", "other_country"])),
        (Likeness.SHORT, set(), set(), True, (0.45, ["surname", "same_country"])),
        (Likeness.PART, {MINISTER}, {MINISTER}, True, (0.0, [])),
    ],
)
def test_reasons_for_and_against_make_the_score(
    like: Likeness,
    ours: set[tuple[str, str]],
    theirs: set[tuple[str, str]],
    same_country: bool,
    expected: tuple[float, list[str]],
) -> None:
    score, reasons = weigh(like, ours, theirs, same_country=same_country)
    assert (round(score, 2), reasons) == expected
