"""Whom an office without a name stands for, where the article is silent and other articles show who held it then."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from articles.actions.proposals import Stored
from articles.enums import ActorKind, LinkOrigin, MentionLabel
from articles.models import Actor, Mention, Post
from articles.nlp.components.linking.bearers import ONE_A_COUNTRY, same_office
from articles.nlp.components.linking.offices import PLURAL, beside, held_now, office_key
from articles.nlp.reference import office
from articles.nlp.types import PostRecord

#: Somebody seen in office so long before or after may still hold it.
REACH = timedelta(days=180)
#: How sure the link is on a day between two proofs, and how much of it is lost at the end of the reach.
BETWEEN, LOST = 0.85, 0.45


def link_offices(texts: Sequence[Stored]) -> None:
    """Give offices that stand alone their holders, before the mentions are written."""
    waiting = [(stored, mention) for stored in texts for mention in open_offices(stored)]
    if not waiting:
        return
    posts = posts_of_countries(
        {mention.country for _, mention in waiting}, [stored.article.published_on for stored, _ in waiting]
    )
    for stored, mention in waiting:
        found = holder(mention, posts, stored.article.published_on)
        if found is not None:
            mention.actor, mention.link_confidence = found
            mention.link_origin = LinkOrigin.COLLECTION


def open_offices(stored: Stored) -> Iterable[Mention]:
    """New mentions of an office of a known country, held on that day by one person whom the article does not tell."""
    records = list(stored.annotation.mentions)
    for index, mention in stored.mentions.items():
        if mention.pk is None and mention.label == MentionLabel.ROLE and mention.country and mention.actor is None:
            alone = beside(stored.article.text, records, index) is None
            now = held_now(stored.article.text, records[index].span)
            if alone and now and not PLURAL.match(mention.text) and held_by_one(mention.text):
                yield mention


def held_by_one(title: str) -> bool:
    """Whether a country has one such office: a head, or a minister whose portfolio is told."""
    return office(title) in ONE_A_COUNTRY or office_key(title).startswith("ministre d")


def posts_of_countries(countries: set[str], days: Sequence[date]) -> list[Post]:
    """The posts of these countries that people are seen in around these days."""
    return list(
        Post.objects.filter(
            country__in=countries,
            actor__kind=ActorKind.PERSON,
            until__gte=min(days) - REACH,
            since__lte=max(days) + REACH,
        )
        .exclude(evidence=None)
        .select_related("actor__merged_into")
        .distinct()
    )


def holder(mention: Mention, posts: Iterable[Post], day: date) -> tuple[Actor, float] | None:
    """The one who is seen in office before and after the day, else the only one seen near it; rivals cancel out."""
    title = mention.text
    near: dict[int, tuple[int, Post]] = {}
    for post in posts:
        record = PostRecord(post.title, post.key, post.country, 0)
        days = distance(post, day)
        if post.country == mention.country and days <= REACH.days and same_office(title, record):
            near[post.actor_id] = min((days, post), near.get(post.actor_id, (days, post)), key=lambda item: item[0])
    between = [found for found in near.values() if not found[0]]
    meant = between or list(near.values())
    if len(meant) != 1:
        return None
    days, post = meant[0]
    return post.actor, round(BETWEEN - LOST * days / REACH.days, 2)


def distance(post: Post, day: date) -> int:
    """Days from the nearest day on which the collection shows the post held; none within its time."""
    if post.since is None or post.until is None:
        return REACH.days + 1
    return max(0, (post.since - day).days, (day - post.until).days)
