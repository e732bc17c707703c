"""Whether the names in a search stand for the other names of the same too."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.forms.fixed_choices import FixedChoices
from articles.search.question import Question, understood

#: Choices of the parameter `literal`.
LITERAL = FixedChoices(("", _("other names and spellings too")), ("1", _("only as they are typed")))


def asked(cleaned: dict[str, Any]) -> Question:
    """The words of a valid form, understood once."""
    return understood(cleaned["q"], literal=cleaned["literal"] == "1")
