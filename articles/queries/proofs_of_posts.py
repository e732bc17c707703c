"""The words that show somebody in an office: within a period, else the nearest before and after it."""

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.enums import AnnotationStatus
from articles.models import Actor, Post, PostEvidence


class Standing(StrEnum):
    """What the collection shows of somebody in office on the days asked for, the surest first."""

    WITHIN = "within"
    #: Words of before and of after, none of these days.
    BETWEEN = "between"
    #: A person entered the dates, or the words were rejected since.
    UNPROVED = "unproved"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of an article that show somebody in an office.

    They only name him where `listed` holds the id of the office in the vocabulary of leaders.
    """

    mention: int
    article: int
    words: str
    source: str
    day: date
    illustrative: bool
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody's time in an office, with the proofs nearest to the days asked for."""

    post: Post
    holder: Actor
    country: str
    #: The first and the latest of these days, and how many there are.
    first: Proof | None
    within: Proof | None
    number: int
    before: Proof | None
    after: Proof | None

    @property
    def standing(self) -> Standing:
        if self.within:
            return Standing.WITHIN
        if self.before and self.after:
            return Standing.BETWEEN
        if self.before:
            return Standing.BEFORE
        return Standing.AFTER if self.after else Standing.UNPROVED

    @property
    def office(self) -> tuple[int, str, str]:
        """Who holds what, of which country."""
        return self.holder.pk, self.post.key, self.country

    @property
    def proofs(self) -> list[Proof]:
        found = (self.first, self.within) if self.within else (self.before, self.after)
        return list(dict.fromkeys(proof for proof in found if proof))


def holdings(posts: QuerySet[Post], start: date, end: date) -> list[Holding]:
    """These posts in their order, in two queries; words that tell the office go before those that name the holder."""
    day = "mention__article__published_on"
    proofs = PostEvidence.objects.filter(post=OuterRef("pk")).exclude(mention__status=AnnotationStatus.REJECTED)
    these = proofs.filter(**{f"{day}__range": (start, end)}).annotate(is_listed=~Q(listed=""))
    nearest = {
        "first": these.order_by("is_listed", day, "pk"),
        "within": these.order_by("is_listed", f"-{day}", "-pk"),
        "before": proofs.filter(**{f"{day}__lt": start}).order_by(f"-{day}", "-pk"),
        "after": proofs.filter(**{f"{day}__gt": end}).order_by(day, "pk"),
    }
    keys = {name: Subquery(found.values("pk")[:1]) for name, found in nearest.items()}
    number = Coalesce(Subquery(these.order_by().values("post").annotate(number=Count("pk")).values("number")), 0)
    rows = list(posts.select_related("actor__merged_into").annotate(**keys, number=number))
    told = read_proofs(key for row in rows for name in nearest if (key := vars(row)[name]))
    return [
        Holding(
            post,
            post.actor.merged_into or post.actor,
            post.country or post.actor.country,
            number=vars(post)["number"],
            **{name: told.get(vars(post)[name]) for name in nearest},
        )
        for post in rows
    ]


def joined(found: Iterable[Holding]) -> list[Holding]:
    """What is told of one person in one office in one place, also where only some articles name its country."""
    groups: dict[tuple[int, str, str], list[Holding]] = {}
    for each in found:
        groups.setdefault(each.office, []).append(each)
    return [as_one(group) if len(group) > 1 else group[0] for group in groups.values()]


def as_one(group: list[Holding]) -> Holding:
    """In the words of the first, from the first day to the last, with the proofs nearest to the days asked for."""
    post, posts = copy(group[0].post), [each.post for each in group]
    post.since = min((day for each in posts if (day := each.since)), default=None)
    post.until = max((day for each in posts if (day := each.until)), default=None)
    return replace(
        group[0],
        post=post,
        first=nearest(min, told_first(each.first for each in group)),
        within=nearest(max, told_first(each.within for each in group)),
        before=nearest(max, (each.before for each in group)),
        after=nearest(min, (each.after for each in group)),
        number=sum(each.number for each in group),
    )


def told_first(proofs: Iterable[Proof | None]) -> list[Proof]:
    """Those of which an article tells the office, where there are any."""
    found = [proof for proof in proofs if proof]
    return [proof for proof in found if not proof.listed] or found


def nearest(chosen: Callable[..., Proof | None], proofs: Iterable[Proof | None]) -> Proof | None:
    return chosen(filter(None, proofs), key=lambda proof: proof.day, default=None)


def posts_held(actors: tuple[int, ...]) -> list[Holding]:
    """Every post of an actor, the latest first, with the first and the latest words that show it."""
    posts = Post.objects.filter(actor__in=actors).order_by(F("until").desc(nulls_last=True), "title", "pk")
    return holdings(posts, date.min, date.max)


def read_proofs(keys: Iterable[int]) -> dict[int, Proof]:
    """Proofs by the key of the evidence."""
    fields = ("mention", "mention__article", "mention__text")
    source = ("mention__article__source__name", "mention__article__published_on")
    illustrative = "mention__article__source__is_illustrative"
    rows = PostEvidence.objects.filter(pk__in=list(keys)).values_list("pk", *fields, *source, illustrative, "listed")
    return {pk: Proof(*told) for pk, *told in rows}
