"""The groups of the desk and the demonstration editor."""

import secrets

from django.contrib.auth.models import Group, User
from django.db import transaction

from articles.permissions import EDITORS, MANAGERS

DEMONSTRATION_EDITOR = "demo"


def create_groups() -> None:
    """Called after each migration, so that the groups exist wherever the tables do."""
    for name in (EDITORS, MANAGERS):
        Group.objects.get_or_create(name=name)


@transaction.atomic
def create_demonstration_editor() -> str | None:
    """Make the editor with a random password and return it; None if the editor exists, whose password nobody knows."""
    user, created = User.objects.get_or_create(username=DEMONSTRATION_EDITOR)
    if not created:
        return None
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    user.groups.add(Group.objects.get(name=EDITORS))
    return password
