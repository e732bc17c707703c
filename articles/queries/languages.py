"""In which language whom the desk is shown."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from articles.models import ChosenLanguage


def language_of(user: AbstractBaseUser | AnonymousUser) -> str | None:
    """What the user chose; None for who chose nothing, and for everybody who is not logged in."""
    chosen: ChosenLanguage | None = getattr(user, "chosen_language", None)
    return None if chosen is None else chosen.code
