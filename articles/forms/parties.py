"""Fields in which a reader names somebody: an actor, however spelt, or a country for all who act in its name."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Actor
from articles.queries.countries import country_code, country_name
from articles.queries.meeting_search import Party, party_of
from articles.queries.suggestions import Suggestion, is_borne_alone, resolve_actor

TYPEAHEAD = {"autocomplete": "off", "spellcheck": "false", "data-typeahead": ""}


class PartyForm(forms.Form):
    """`choices` holds, by field, the actors a name may mean where it means several."""

    choices: dict[str, list[Suggestion]]

    def party(self, field: str) -> Party | None:
        text = str(self.cleaned_data[field])
        if not text:
            return None
        code = country_code(text) if len(text) > 2 or text.isupper() else ""
        if code:
            return Party(country_name(code), code, country=code)
        found = resolve_actor(text)
        if not found:
            raise ValidationError(
                _("Nobody here is called “%(name)s”. Try the family name alone, or look through the list of actors."),
                params={"name": text},
            )
        if len(found) > 1:
            self.choices[field] = found
            raise ValidationError(
                ngettext("Who is meant?", "“%(name)s” may be one of %(number)d. Who is meant?", len(found)),
                params={"name": text, "number": len(found)},
            )
        self.show(field, found[0].actor)
        return party_of(found[0].actor)

    def show(self, field: str, actor: Actor) -> None:
        """Put the actor's name in the field, or the slug where namesakes would make the name unclear."""
        shown = actor.name if is_borne_alone(actor) else actor.slug
        self.data = {**dict(self.data.items()), field: shown}
        self.fields[field].widget.attrs["data-slug"] = actor.slug
