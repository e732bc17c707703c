"""Who is logged in, read with what every page wants of the account."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User


class AccountBackend(ModelBackend):
    """Django's own accounts. The language of the desk comes in the same query, as every page is shown in one."""

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.select_related("chosen_language").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
