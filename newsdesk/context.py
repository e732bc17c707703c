"""What every template may ask for."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from articles.forms.watched import Watching
from articles.permissions import can_edit, can_manage


def access(request: HttpRequest) -> dict[str, object]:
    """`may_edit`, `may_manage`: whether to show an editor's or a manager's links; looked up only where one asks.

    `watching` is what whoever is logged in follows.
    """
    user = getattr(request, "user", None)
    return {
        "may_edit": SimpleLazyObject(lambda: user is not None and can_edit(user)),
        "may_manage": SimpleLazyObject(lambda: user is not None and can_manage(user)),
        "watching": Watching(user),
    }
