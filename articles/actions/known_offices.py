"""Offices and countries of people whom no article says more of than the name, from the vocabulary of leaders.

Words that name a leader on a day on which the vocabulary knows the office are evidence of it, and say so in `listed`.
What an article or a person tells outranks that, and whoever may be a namesake gets nothing.
"""

import re
from collections.abc import Collection, Iterator
from itertools import islice

from django.db import transaction
from django.db.models import Max

from articles.actions.handing_over import refresh_posts
from articles.actions.indexing import indexed_once
from articles.actions.locks import lock_articles, lock_identities
from articles.actions.proposals import seen_on
from articles.models import Actor, PipelineRun, Post, PostEvidence
from articles.nlp.components.linking.offices import office_key
from articles.nlp.leaders import Leader
from articles.nlp.posts import MINISTERS, fold, office
from articles.queries.known_holders import (
    Candidate,
    Naming,
    candidates,
    entitled,
    grouped,
    named_in,
    namings,
    told_offices,
)
from articles.queries.said_of_posts import Said, said_of_posts

#: So many articles are dealt with in one transaction: editors wait for it, so it must be short.
TOGETHER = 200
#: Words that leave open which office is meant.
ANY_OFFICE = re.compile(r"^(?:dirigeante?|leader|chef(?:fe)?|patronn?e?|homme fort|numero un)\b")
NOT_NOW = re.compile(r"\b(?:ex-|anciens?\b|anciennes?\b|future?s?\b|feue?\b|défunte?\b)[^.;:!?\n]*$", re.IGNORECASE)
NOT_NOW_BEHIND = re.compile(r",?\s(?:alors\b|élue?\b|l['’])?\s?(?:ex-|ancien(?:ne)?\b|future?\b)", re.IGNORECASE)


def give_known_offices(run: PipelineRun | None = None) -> int:
    """In the articles of a run, or in all; gives back how many people the vocabulary tells something of."""
    holders = 0
    for group in grouped(candidates(run)):
        leaders = {each.actor.pk for each in entitled(group)}
        for each in group:
            if each.actor.pk in leaders:
                holders += 1
                give(each, run)
            else:
                take_away(each)
    return holders


def give(holder: Candidate, run: PipelineRun | None) -> None:
    named = named_in(holder.actor, run)
    articles = set(named.order_by().values_list("article_id", flat=True))
    listed = PostEvidence.objects.from_the_list().filter(post__actor=holder.actor)
    if run is None:
        articles |= set(listed.order_by().values_list("mention__article_id", flat=True))
    for portion in portions(sorted(articles)):
        give_offices(holder, portion)
    if articles:
        give_country(holder, run)


def portions(keys: Collection[int]) -> Iterator[set[int]]:
    rest = iter(keys)
    while portion := set(islice(rest, TOGETHER)):
        yield portion


@transaction.atomic
def give_country(holder: Candidate, run: PipelineRun | None) -> None:
    """That of every office begun by the last article, unless another is told."""
    lock_identities()
    actor = still_there(holder.actor)
    last = named_in(holder.actor, run).aggregate(last=Max("article__published_on"))["last"]
    if actor is None or last is None:
        return
    if actor.country_listed and actor.country in holder.told:
        Actor.objects.filter(pk=actor.pk).update(country_listed="")
    begun = [each for each in holder.bearer.offices if each.country and each.has_begun(last)]
    if not actor.country and len({each.country for each in begun}) == 1:
        Actor.objects.filter(pk=actor.pk).update(country=begun[-1].country, country_listed=begun[-1].id)


@transaction.atomic
def take_away(namesake: Candidate) -> None:
    """Somebody of whom it became doubtful that he is the leader."""
    lock_identities()
    actor = still_there(namesake.actor)
    listed = PostEvidence.objects.from_the_list().filter(post__actor=namesake.actor)
    if listed.exists():
        with indexed_once():
            listed.delete()
            refresh_posts({namesake.actor.pk})
    if actor is not None and actor.country_listed:
        told = namesake.told if len(namesake.told) == 1 else {""}
        Actor.objects.filter(pk=actor.pk).update(country=next(iter(told)), country_listed="")


def still_there(actor: Actor) -> Actor | None:
    return Actor.objects.current().filter(pk=actor.pk).first()


@transaction.atomic
def give_offices(holder: Candidate, articles: set[int]) -> None:
    """Make the evidence from the vocabulary in these articles what it calls for."""
    lock_identities()
    there = lock_articles(articles)
    actor = still_there(holder.actor)
    if actor is None:
        return
    told = told_offices(actor, there)
    wanted = {
        (naming.mention, leader.id): (naming, leader)
        for naming in namings(actor, there)
        for leader in holder.bearer.offices
        if shows(naming, leader, told.get(naming.article, ()))
    }
    listed = PostEvidence.objects.from_the_list().filter(post__actor=actor, mention__article__in=there)
    gone = [row.pk for row in listed if wanted.pop((row.mention_id, row.listed), None) is None]
    with indexed_once():
        write(actor, wanted.values())
        if gone:
            PostEvidence.objects.filter(pk__in=gone).delete()
            refresh_posts({actor.pk})


def shows(naming: Naming, leader: Leader, told: Collection[str]) -> bool:
    """Whether somebody named there holds the office that day, and the article tells no other, nor that it is over."""
    if not leader.surely_holds(naming.day) or NOT_NOW.search(naming.before) or NOT_NOW_BEHIND.match(naming.after):
        return False
    return all(ANY_OFFICE.match(fold(title)) for title in told)


def write(actor: Actor, wanted: Collection[tuple[Naming, Leader]]) -> None:
    """A post that was told in other words is the same; one that a person took away is not made again."""
    if not wanted:
        return
    posts = list(actor.posts.all())
    said = said_of_posts(posts, {actor.pk})
    shown: dict[str, Post] = {}
    for naming, leader in wanted:
        if not removed(leader, said):
            post = shown[leader.id] = shown.get(leader.id) or post_of(actor, leader, posts)
            seen_on(post, naming.day, kept=said.columns.get(post.pk, ()))
    for post in {id(post): post for post in shown.values()}.values():
        post.save()
    PostEvidence.objects.bulk_create(
        (
            PostEvidence(post=shown[leader.id], mention_id=naming.mention, listed=leader.id)
            for naming, leader in wanted
            if leader.id in shown
        ),
        ignore_conflicts=True,
    )


def post_of(actor: Actor, leader: Leader, posts: list[Post]) -> Post:
    """The post as it stands, in whatever words, else a new one, which is added to the others."""
    for post in posts:
        if post.country == leader.country and same_sort(post.title, leader.title):
            return post
    key = office_key(leader.title)[:300]
    posts.append(Post(actor=actor, title=leader.title, key=key, country=leader.country))
    return posts[-1]


def removed(leader: Leader, said: Said) -> bool:
    return any(country == leader.country and same_sort(key, leader.title) for _, key, country in said.gone)


def same_sort(title: str, listed: str) -> bool:
    """The same office, or a minister whose portfolio is not told."""
    sort = office(listed)
    return office(title) == sort or (fold(title) == "ministre" and sort in MINISTERS)
