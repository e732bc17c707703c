"""Words as a page shows them."""

import pytest
from django.template import Context, Template

from articles.templatetags.spans import legible


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("l&rsquo;Union r&eacute;unie&nbsp;!", "l’Union réunie\u00a0!"),
        ("dÃ©jÃ\u00a0 lâ€™ONU", "déjà l’ONU"),
        ("R&D, AT&T, deux  blancs, l´Union, e\u0301t\u00e9", "R&D, AT&T, deux  blancs, l´Union, e\u0301t\u00e9"),
        ("a&#x202e;b&shy;c&zwj;", "a&#x202e;b&shy;c&zwj;"),
    ],
)
def test_legible_shows_letters_and_leaves_all_else(stored: str, shown: str) -> None:
    """Characters that nobody sees, such as those that turn the direction of writing, stay spelt out."""
    assert legible(stored) == shown


def test_legible_words_are_escaped_by_the_template() -> None:
    page = Template("{% load spans %}{{ words|legible }}").render(
        Context({"words": "&lt;script&gt; <b> &amp;lt;i&gt;"})
    )
    assert page == "&lt;script&gt; &lt;b&gt; &lt;i&gt;"
