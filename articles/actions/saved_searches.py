"""Searches that people keep for themselves."""

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import SavedSearch


@transaction.atomic
def save_search(name: str, path: str, *, by: User) -> SavedSearch:
    """Keep the search under the name; one of this name that the user has is replaced."""
    kept, _ = SavedSearch.objects.update_or_create(user=by, name=name, defaults={"path": path})
    return kept


def forget_search(search: SavedSearch) -> None:
    search.delete()
