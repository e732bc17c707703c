from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("newsdesk")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from newsdesk import checks  # noqa: F401, PLC0415 -- registers the system checks

        post_migrate.connect(create_groups, sender=self)


def create_groups(**kwargs: Any) -> None:
    from articles.actions import access  # noqa: PLC0415 -- models exist only now

    access.create_groups()
