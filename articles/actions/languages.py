"""The language people choose for themselves."""

from django.contrib.auth.models import User

from articles.models import ChosenLanguage


def choose_language(code: str, *, by: User) -> ChosenLanguage:
    """Kept with the account: it holds on every machine, until another is chosen."""
    chosen, _ = ChosenLanguage.objects.update_or_create(user=by, defaults={"code": code})
    return chosen
