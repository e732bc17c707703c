"""A thousand edits of one article from two browsers that know nothing of each other."""

from random import Random

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Change, Mention
from tests.factories import ArticleFactory, MentionFactory, ReviewFactory

EDITS = 1000
WORDS = [f"Mot{number:02d}" for number in range(20)]
LABELS = ("PER", "ORG", "GPE", "ROLE", "LOC")


class Browser:
    """One person's page: the versions it shows, which nobody else's edits change."""

    def __init__(self, user: User, mentions: list[Mention]) -> None:
        self.client = Client(headers={"HX-Request": "true"})
        self.client.force_login(user)
        self.user = user
        self.versions = {mention.pk: mention.version for mention in mentions}

    def relabel(self, pk: int, label: str) -> int:
        """Send what the person chose; learn how the row stands from the answer, as the page does."""
        wanted = {"version": self.versions[pk], "label": label}
        response = self.client.post(reverse("mention-relabel", args=[pk]), wanted)
        shown = response.context["mention"]
        if response.status_code == 409:
            html = response.content.decode()
            assert (response.context["is_stale"], response.context["wanted"]["label"]) == (True, label)
            assert (shown.pk, shown.version > wanted["version"]) == (pk, True)
            assert (str(shown.get_label_display()) in html, 'class="stale"' in html) == (True, True)
        self.versions[pk] = shown.version
        return response.status_code


def test_no_update_is_lost_and_each_conflict_is_shown(editor: User, manager: User) -> None:
    article = ReviewFactory(article=ArticleFactory(text=" ".join(WORDS)), state="in_review").article
    mentions = [MentionFactory(article=article, text=word) for word in WORDS]
    chance = Random(5)  # noqa: S311 -- no secret
    browsers = [Browser(user, mentions) for user in (editor, manager)]
    saved: list[tuple[int, str, int]] = []
    conflicts = 0
    for _ in range(EDITS):
        browser, mention, label = chance.choice(browsers), chance.choice(mentions), chance.choice(LABELS)
        if browser.relabel(mention.pk, label) == 200:
            saved.append((mention.pk, label, browser.user.pk))
        else:
            conflicts += 1
    assert (len(saved) + conflicts, conflicts > 100) == (EDITS, True)
    changes = list(Change.objects.filter(table="articles_mention").order_by("id"))
    assert [(each.row, each.after["label"], each.after["decided_by_id"]) for each in changes] == saved
    last: dict[int, dict[str, object]] = {}
    for change in changes:
        assert last.setdefault(change.row, change.before) == change.before
        last[change.row] = change.after
    assert {each.pk: each.label for each in Mention.objects.filter(pk__in=last)} == {
        pk: image["label"] for pk, image in last.items()
    }
