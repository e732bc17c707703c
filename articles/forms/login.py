"""Login forms that refuse what no account is called, before it reaches the log of failed logins."""

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator

#: Length of the user name column; a longer name is nobody's.
LONGEST_NAME = 150


class LoginForm(AuthenticationForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # the arguments of the parent, handed on
        self.fields["username"].validators += [MaxLengthValidator(LONGEST_NAME), ProhibitNullCharactersValidator()]


class AdminLoginForm(AdminAuthenticationForm, LoginForm):
    pass
