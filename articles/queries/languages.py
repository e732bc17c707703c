"""In which language whom the desk is shown."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User

from articles.models import ChosenLanguage


def language_of(user: AbstractBaseUser | AnonymousUser) -> str | None:
    """What the user chose; None for who chose nothing, and for everybody who is not logged in."""
    if not isinstance(user, User):
        return None
    return ChosenLanguage.objects.filter(user=user).values_list("code", flat=True).first()
