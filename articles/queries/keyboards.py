"""Which keys work for whom."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

from articles.models import Keyboard


def keyboard_of(user: AbstractBaseUser | AnonymousUser) -> Keyboard:
    """What the user chose, or a keyboard as it comes; one query a request."""
    if not isinstance(user, User):
        return Keyboard()
    kept: Keyboard | None = getattr(user, "_keyboard", None)
    if kept is None:
        kept = Keyboard.objects.filter(user=user).first() or Keyboard(user=user)
        user._keyboard = kept  # type: ignore[attr-defined]  # remembered for this request
    return kept
