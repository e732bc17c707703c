"""What every template may ask for."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from articles.permissions import can_edit


def access(request: HttpRequest) -> dict[str, object]:
    """`may_edit`: whether to show an editor's links and buttons; looked up only where a template asks."""
    user = getattr(request, "user", None)
    return {"may_edit": SimpleLazyObject(lambda: user is not None and can_edit(user))}
