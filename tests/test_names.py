"""Spellings of one name compare equal; other names do not."""

import pytest

from articles.names import name_tokens, surname


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelenskiy", "Zelensky"),
        ("Sergueï Lavrov", "Sergei Lavroff"),
        ("al-Sissi", "Al Sisi"),
        ("Recep Tayyip ERDOĞAN", "Recep Tayyip Erdogan"),
        ("Mohammed Chia al-Soudani", "Mohamed Shia Al Sudani"),
        ("Vladimir Poutine", "Vladimir Putin"),
        ("Sameh Choukri", "Sameh Shoukry"),
        ("Xi Jinping", "Jinping Xi"),
    ],
)
def test_transliterations_compare_equal(first: str, second: str) -> None:
    assert name_tokens(first) == name_tokens(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Emmanuel Macron", "Brigitte Macron"), ("Mert Ozkan", "Zeynel Abidin Ozkan"), ("Kerry", "Perry"), ("Ali", "Eli")],
)
def test_other_names_differ(first: str, second: str) -> None:
    assert name_tokens(first) != name_tokens(second)


@pytest.mark.parametrize(
    ("name", "expected"), [("Mohammed Chia al-Soudani", "sudani"), ("George H. W. Bush", "bus"), ("Blinken", "blinken")]
)
def test_surname_is_the_last_telling_word(name: str, expected: str) -> None:
    assert surname(name) == expected
