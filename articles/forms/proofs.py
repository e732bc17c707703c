"""Words of the article that somebody pointed to while filling in a form: which field they prove."""

import re
from typing import ClassVar

from django import forms
from django.http import QueryDict

from articles.actions.reports import Words

#: A field and the words that prove it.
PROOF = re.compile(r"(?P<field>[a-z]+):(?P<start>\d{1,9})-(?P<end>\d{1,9})", re.ASCII)


class ProvenForm(forms.Form):
    """Takes any number of `proof=date:12-20`; what is no place in the text, or no such field, proves nothing."""

    provable: ClassVar[frozenset[str]] = frozenset()
    text: str

    def sent_proofs(self) -> list[str]:
        return self.data.getlist("proof") if isinstance(self.data, QueryDict) else []

    def proofs_sent(self) -> tuple[tuple[str, Words], ...]:
        found = [PROOF.fullmatch(each) for each in self.sent_proofs()]
        pointed = [(match["field"], (int(match["start"]), int(match["end"]))) for match in found if match]
        return tuple(
            (field, words)
            for field, words in pointed
            if field in self.provable and 0 <= words[0] < words[1] <= len(self.text)
        )
