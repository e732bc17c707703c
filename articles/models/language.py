from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChosenLanguage(models.Model):
    """In which language somebody wants the desk, on whatever machine; who chose none gets what the browser asks for."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="chosen_language"
    )
    code = models.CharField(_("Language"), max_length=10, choices=settings.LANGUAGES)

    def __str__(self) -> str:
        return f"{self.user}: {self.code}"
