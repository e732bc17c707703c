"""Fields in which a reader names somebody: an actor, however spelt, or a country for all who act in its name."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Actor
from articles.queries.countries import country_code, country_name
from articles.queries.meeting_search import Party, party_of
from articles.queries.suggestions import Suggestion, is_borne_alone, resolve_actor
from articles.templatetags.ui import view_address

TYPEAHEAD = {"autocomplete": "off", "spellcheck": "false", "data-typeahead": ""}


def suggesting(view: str, **more: str) -> dict[str, Any]:
    """The attributes of a field whose suggestions that view gives."""
    return {**TYPEAHEAD, "data-suggestions": lazy(view_address, str)(view), **more}


COUNTRIES = suggesting("country-suggestions")
OFFICES = suggesting("office-suggestions")
#: Of places the name is sent, which finds all that are called so.
PLACES = suggesting("place-suggestions", **{"data-sends": "name"})


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
        self.called(field, shown, actor.slug)

    def called(self, field: str, shown: str, slug: str) -> None:
        """What stands in the field, and what the next search is to ask for with it."""
        self.data = {**dict(self.data.items()), field: shown}
        self.fields[field].widget.attrs["data-slug"] = slug
