"""Who is logged in, read with what every page wants of the account."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User

from articles.queries.accounts import account_of


class AccountBackend(ModelBackend):
    """Django's own accounts. Groups, language and keys come in the same query, as almost every page asks for them."""

    def get_user(self, user_id: int) -> User | None:
        user = account_of(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
