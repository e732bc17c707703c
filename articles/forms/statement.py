"""What an editor enters about a statement: who says what to whom, in which words of the article."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.actions.reports import Words
from articles.actions.statements import StatementFields, fields_of
from articles.forms.mention import VersionForm
from articles.forms.proofs import ProvenForm
from articles.models import Actor, Statement
from articles.queries.boundaries import occurrence, trimmed
from articles.queries.lookup import actor_to_write, actors_called

#: Fields that are words of the article.
SPANS = ("quote", "cue", "addressed")


class StatementForm(ProvenForm):
    """Words are copied from the text, or pointed to there; then it is known which of their occurrences is meant."""

    speaker = forms.CharField(label=_("Speaker"), required=False, max_length=300)
    addressee = forms.CharField(
        label=pgettext_lazy("addressee of a statement", "To whom"), required=False, max_length=300
    )
    quote = forms.CharField(label=_("What is said"), widget=forms.Textarea(attrs={"rows": 3}), max_length=20_000)
    cue = forms.CharField(label=_("Words that say so"), required=False, max_length=1000)
    addressed = forms.CharField(label=_("Words that say to whom"), required=False, max_length=1000)
    direct = forms.BooleanField(label=_("direct speech"), label_suffix="", required=False)

    provable = frozenset(SPANS)

    def __init__(self, *args: Any, text: str, told: Mapping[str, Words | None] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text, self.told = text, told or {}

    def clean_speaker(self) -> Actor | None:
        return self.actor("speaker")

    def clean_addressee(self) -> Actor | None:
        return self.actor("addressee")

    def actor(self, field: str) -> Actor | None:
        name = self.cleaned_data[field].strip()
        found = actors_called(name) if name else []
        if name and not found:
            raise ValidationError(
                _("Nobody goes by the name %(name)s; link a mention to a new actor first.") % {"name": name}
            )
        if len(found) > 1:
            slugs = ", ".join(actor.slug for actor in found)
            raise ValidationError(_("Several go by this name; write one of: %(slugs)s") % {"slugs": slugs})
        return found[0] if found else None

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        pointed = dict(self.proofs_sent())
        for field in SPANS:
            if data.get(field):
                data[field] = self.span(field, str(data[field]), pointed.get(field))
        return data

    def span(self, field: str, words: str, pointed: Words | None) -> Words | None:
        """Where the words stand: where somebody pointed, else where they were told, else where they stand first."""
        for known in (pointed, self.told.get(field)):
            if known and one_line(self.text[slice(*known)]) == one_line(words):
                return trimmed(self.text, *known)
        found = occurrence(self.text, words, 1)
        if found is None:
            self.add_error(field, _("The text does not have these words. Copy them from the text."))
        return found

    def fields_entered(self) -> StatementFields:
        data = {name: self.cleaned_data[name] or None for name in ("speaker", "addressee", "cue", "addressed")}
        return StatementFields(quote=self.cleaned_data["quote"], direct=self.cleaned_data["direct"], **data)


class ChangeStatementForm(StatementForm, VersionForm):
    """Corrects a statement."""


def statement_form(statement: Statement, data: Mapping[str, Any] | None = None) -> ChangeStatementForm:
    """The form for a statement, filled with what was sent, else with the statement as it stands."""
    text, told = statement.article.text, spans_of(statement)
    words = {field: one_line(text[slice(*span)]) if span else "" for field, span in told.items()}
    initial = {
        **words,
        "speaker": actor_to_write(statement.speaker) if statement.speaker else "",
        "addressee": actor_to_write(statement.addressee) if statement.addressee else "",
        "direct": statement.direct,
        "version": statement.version,
    }
    ids = f"statement-{statement.pk}-%s"
    return ChangeStatementForm(data, text=text, told=told, auto_id=ids, initial=None if data else initial)


def spans_of(statement: Statement) -> dict[str, Words | None]:
    told = fields_of(statement)
    return {"quote": told.quote, "cue": told.cue, "addressed": told.addressed}


def one_line(words: str) -> str:
    return " ".join(words.split())
