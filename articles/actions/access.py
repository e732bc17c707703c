"""The groups of the desk and the demonstration editor."""

import secrets
from datetime import timedelta
from urllib.parse import urlencode

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import Min
from django.urls import reverse

from articles.actions.watching import Followed, follow
from articles.models import Actor, Article, Watch, WatchList
from articles.permissions import EDITORS, MANAGERS

DEMONSTRATION_EDITOR = "demo"
#: Whom the demonstration editor follows, where the sample collection is there.
EXAMPLES = ("antony-blinken", "hakan-fidan")


def create_groups() -> None:
    """Called after each migration, so that the groups exist wherever the tables do."""
    for name in (EDITORS, MANAGERS):
        Group.objects.get_or_create(name=name)


@transaction.atomic
def create_demonstration_editor() -> str | None:
    """Make the editor with a random password and return it; None if the editor exists, whose password nobody knows."""
    user, created = User.objects.get_or_create(username=DEMONSTRATION_EDITOR)
    if not created:
        return None
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    user.groups.add(Group.objects.get(name=EDITORS))
    follow_examples(user)
    return password


def follow_examples(user: User) -> None:
    """So that the demonstration has something new to show: two ministers and their meetings, as if followed before."""
    pair = list(Actor.objects.current().filter(slug__in=EXAMPLES).order_by("slug"))
    if len(pair) < len(EXAMPLES):
        return
    for actor in pair:
        follow(Followed(reverse("actor-detail", args=[actor.slug]), actor.name, actor), by=user)
    address = reverse("meeting-list") + "?" + urlencode(dict(zip(("actor", "with"), EXAMPLES, strict=True)))
    follow(Followed(address, " – ".join(actor.name for actor in pair), actor=pair[0], other=pair[1]), by=user)
    began = Article.objects.aggregate(first=Min("imported_at"))["first"] - timedelta(days=1)
    Watch.objects.filter(user=user).update(created_at=began)
    WatchList.objects.filter(user=user).update(seen_until=began, looked_at=began)
