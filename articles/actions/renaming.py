"""What an actor is called."""

from django.contrib.auth.models import User

from articles.actions.acting import acts
from articles.actions.linking import learn_name
from articles.actions.locks import lock_identities
from articles.enums import ActionVerb
from articles.exceptions import StaleActor
from articles.models import Actor
from articles.permissions import require_editor


@acts(ActionVerb.RENAME)
def rename_actor(actor: Actor, *, by: User, name: str, seen: str) -> Actor:
    """Give the actor another name; the former, which the editor has `seen`, and the address stay."""
    current = locked_actor(actor, by=by)
    if current.name != seen:
        raise StaleActor(current)
    learn_name(current, current.name)
    learn_name(current, name)
    current.name = name
    current.save(update_fields=["name"])
    return current


def locked_actor(actor: Actor, *, by: User) -> Actor:
    """The actor as it stands, held until the transaction ends; refused where it was merged into another."""
    require_editor(by)
    lock_identities()
    current = Actor.objects.select_for_update(of=("self",)).get(pk=actor.pk)
    if current.merged_into_id:
        raise StaleActor(current)
    return current
