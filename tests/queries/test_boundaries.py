"""Where words begin and end, also in a text with dirt."""

import pytest

from articles.queries.boundaries import moved

TEXT = "chef de l&rsquo;Union, In&eacute;s Ll&oacute;pez  y"


@pytest.mark.parametrize(
    ("words", "edge", "step", "result"),
    [
        ("Union", "end", 1, "Union, In&eacute;s"),
        ("In&eacute;s", "end", 1, "In&eacute;s Ll&oacute;pez"),
        ("In&eacute;s Ll&oacute;pez", "end", -1, "In&eacute;s"),
        ("Union", "start", -1, "l&rsquo;Union"),
        ("l&rsquo;Union", "start", 1, "Union"),
        ("In&eacute;s Ll&oacute;pez", "start", 1, "Ll&oacute;pez"),
        ("Ll&oacute;pez", "end", 1, "Ll&oacute;pez  y"),
    ],
)
def test_moved_takes_words_as_they_read(words: str, edge: str, step: int, result: str) -> None:
    start = TEXT.index(words)
    first, last = moved(TEXT, start, start + len(words), edge=edge, step=step)
    assert TEXT[first:last] == result
