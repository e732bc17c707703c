"""Whom an office without a name stands for, where the article is silent and other articles show who held it then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from articles.actions.proposals import Stored
from articles.enums import ActorKind, LinkOrigin, MentionLabel
from articles.models import Actor, Mention, Post, PostEvidence
from articles.nlp.components.linking.bearers import ONE_A_COUNTRY, same_office
from articles.nlp.components.linking.offices import PLURAL, beside, office_key, stands_for_one
from articles.nlp.posts import office
from articles.nlp.types import PostRecord

#: Somebody seen in office so long before or after may still hold it.
REACH = timedelta(days=180)
#: How sure the link is on a day between two proofs, and how much of it is lost at the end of the reach.
BETWEEN, LOST = 0.85, 0.45


@dataclass(slots=True)
class Seen:
    """Somebody in an office, and the first and last day that shows it."""

    actor: Actor
    post: PostRecord
    since: date
    until: date

    def distance(self, day: date) -> int:
        """Days from the nearest day on which the collection shows the post held; none within its time."""
        return max(0, (self.since - day).days, (day - self.until).days)


def link_offices(texts: Sequence[Stored]) -> None:
    """Give offices that stand alone their holders, before the mentions are written.

    Each text leans on what is stored and on the texts before it.
    """
    waiting = {id(stored): list(open_offices(stored)) for stored in texts}
    countries = {mention.country for mentions in waiting.values() for mention in mentions}
    if not countries:
        return
    seen = stored_posts(countries, [stored.article.published_on for stored in texts])
    for stored in texts:
        day = stored.article.published_on
        seen += [Seen(actor, post, day, day) for actor, post in stored.shown_posts() if post.country in countries]
        for mention in waiting[id(stored)]:
            found = holder(mention, seen, day)
            if found is not None:
                mention.actor, mention.link_confidence = found
                mention.link_origin = LinkOrigin.COLLECTION


def open_offices(stored: Stored) -> Iterable[Mention]:
    """New mentions of an office of a known country, held on that day by one person whom the article does not tell."""
    records = list(stored.annotation.mentions)
    for index, mention in stored.mentions.items():
        if mention.pk is None and mention.label == MentionLabel.ROLE and mention.country and mention.actor is None:
            alone = beside(stored.article.text, records, index) is None
            one = stands_for_one(stored.article.text, records[index].span)
            if alone and one and not PLURAL.match(mention.text) and held_by_one(mention.text):
                yield mention


def held_by_one(title: str) -> bool:
    """Whether a country has one such office: a head, or a minister whose portfolio is told."""
    return office(title) in ONE_A_COUNTRY or office_key(title).startswith("ministre d")


def stored_posts(countries: set[str], days: Sequence[date]) -> list[Seen]:
    """The posts of these countries that people are seen in around these days."""
    rows = Post.objects.filter(
        Exists(PostEvidence.objects.told().filter(post=OuterRef("pk"))),
        country__in=countries,
        actor__kind=ActorKind.PERSON,
        until__gte=min(days) - REACH,
        since__lte=max(days) + REACH,
    )
    return [
        Seen(post.actor, PostRecord(post.title, post.key, post.country, 0), post.since, post.until)
        for post in rows.select_related("actor")
        if post.since is not None and post.until is not None
    ]


def holder(mention: Mention, seen: Iterable[Seen], day: date) -> tuple[Actor, float] | None:
    """The one who is seen in office before and after the day, else the only one seen near it; rivals cancel out."""
    spans: dict[int, Seen] = {}
    for one in seen:
        if one.post.country == mention.country and same_office(mention.text, one.post):
            known = spans.setdefault(one.actor.pk, Seen(one.actor, one.post, one.since, one.until))
            known.since, known.until = min(known.since, one.since), max(known.until, one.until)
    near = [one for one in spans.values() if one.distance(day) <= REACH.days]
    meant = [one for one in near if not one.distance(day)] or near
    if len(meant) != 1:
        return None
    lost = LOST * meant[0].distance(day) / REACH.days
    return meant[0].actor, round(BETWEEN - lost, 2)
