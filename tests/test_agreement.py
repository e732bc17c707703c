"""Measures of agreement against examples worked out by hand."""

import pytest

from articles.agreement import agreement, krippendorff_alpha, span_f1, token_labels

TEXT = "Antony Blinken a vu Hakan Fidan à Ankara."


def test_alpha_of_a_published_example() -> None:
    """Twelve units by two observers in five values, nine alike: 1 - 23 * 3 / 224 (Krippendorff 2011, section B)."""
    first, second = "aabbdcccedda", "babbbcccebdd"
    pairs = list(zip(first, second, strict=True))
    unlike = sum(one != other for one, other in pairs)
    numbers = sorted((first + second).count(value) for value in "abcde")
    expected = 1 - 23 * unlike / ((24**2 - sum(number**2 for number in numbers)) / 2)
    assert krippendorff_alpha(pairs) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("pairs", "alpha"),
    [
        # n = 8: four 1 and four 0; two unlike units: 1 - 7 * 2 / 16.
        ([(1, 1), (1, 0), (0, 1), (0, 0)], 0.125),
        # n = 6: three a, three b; no unit unlike.
        ([("a", "a"), ("b", "b"), ("a", "b")], 1 - 5 * 1 / 9),
        ([("a", "a"), ("b", "b")], 1.0),
        # n = 4: two a, two b; both units unlike: 1 - 3 * 2 / 4.
        ([("a", "b"), ("b", "a")], -0.5),
        ([("a", "a"), ("a", "a")], None),
        ([], None),
    ],
)
def test_alpha_by_hand(pairs: list[tuple[object, object]], alpha: float | None) -> None:
    assert krippendorff_alpha(pairs) == (None if alpha is None else pytest.approx(alpha))


@pytest.mark.parametrize(("given", "f1"), [((4, 4, 4), 1.0), ((3, 1, 1), 0.5), ((2, 0, 0), 0.0), ((0, 0, 0), None)])
def test_f1_by_hand(given: tuple[int, int, int], f1: float | None) -> None:
    assert span_f1(*given) == f1


def test_tokens_take_the_label_of_the_span_that_covers_them() -> None:
    labels = token_labels(TEXT, [(0, 14, "PER"), (34, 40, "GPE")])
    assert labels == ["PER", "PER", "", "", "", "", "", "GPE"]
    assert token_labels(TEXT, [(3, 10, "PER")])[:3] == ["PER", "PER", ""]


def test_agreement_of_two_annotations() -> None:
    """Both have the first person; one marks half of the second, one leaves out the city."""
    first = [(0, 14, "PER"), (20, 31, "PER"), (34, 40, "GPE")]
    second = [(0, 14, "PER"), (26, 31, "PER")]
    people = agreement([(TEXT, first, second)], "PER")
    # Eight tokens: in PER four and three, so seven of sixteen values; one unit unlike: 1 - 15 * 1 / (7 * 9).
    assert (people.first, people.second, people.same, people.f1) == (2, 2, 1, 0.5)
    assert people.alpha == pytest.approx(1 - 15 / 63)
    places = agreement([(TEXT, first, second)], "GPE")
    assert (places.first, places.second, places.f1) == (1, 0, 0.0)
    # One unit unlike, one value of sixteen: 1 - 15 * 1 / (1 * 15).
    assert places.alpha == pytest.approx(0.0)
    assert agreement([(TEXT, first, second)], "LOC").alpha is None


def test_agreement_adds_texts_up() -> None:
    pair = (TEXT, [(0, 14, "PER")], [(0, 14, "PER")])
    other = (TEXT, [(0, 14, "PER")], [])
    both = agreement([pair, other])
    assert (both.first, both.second, both.same, both.f1) == (2, 1, 1, pytest.approx(2 / 3))
