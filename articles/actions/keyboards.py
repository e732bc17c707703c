"""The keys people choose for themselves."""

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction

from articles.keymap import COMMANDS
from articles.models import Keyboard


@transaction.atomic
def choose_keys(keys: Mapping[str, list[str]], *, by: User, work: str) -> Keyboard:
    """Keep what differs from the keys as they come."""
    chosen = {code: found for code, found in keys.items() if tuple(found) != COMMANDS[code].keys}
    keyboard, _ = Keyboard.objects.update_or_create(user=by, defaults={"keys": chosen, "work": work})
    return keyboard


def forget_keys(*, by: User) -> None:
    """Back to the keys as they come."""
    Keyboard.objects.filter(user=by).delete()
