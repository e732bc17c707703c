"""Machine rows of some articles go from one person to another, with the posts and meetings that hang on them."""

from collections.abc import Collection, Mapping

from django.db.models import Max, Min

from articles.actions.clearing import remove_unused_actors
from articles.actions.copying import update_rows
from articles.actions.joining import neighbourhood, settle
from articles.actions.proposals import called, seen_between
from articles.enums import MentionLabel
from articles.models import Actor, ActorName, Mention, Post, PostEvidence, ReportParticipant, Statement
from articles.models.actor import LONGEST_NAME
from articles.names import lookup_keys
from articles.queries.said_of_posts import said_of_posts
from articles.validators import name_key

#: From whom to whom, and in which articles.
Moves = dict[tuple[int, int], set[int]]


def hand_over(moves: Moves, *, keep_names_of: Collection[int]) -> None:
    """Do all the moves; people who are left with nothing go away."""
    meetings: set[int] = set()
    for (old, new), articles in moves.items():
        meetings |= move_rows(old, new, articles)
        move_posts(old, new, articles)
    meetings |= move_rest(moves)
    touched = {key for pair in moves for key in pair}
    refresh_posts(touched)
    drop_names(touched.difference(keep_names_of))
    settle(neighbourhood([], meetings))
    remove_unused_actors({old for old, _ in moves})


def move_rows(old: int, new: int, articles: set[int]) -> set[int]:
    """Mentions, statements and participations; gives back the meetings these are of.

    What somebody decides on while this goes on stays: the rows looked at are those that are undecided when written.
    """
    Mention.objects.undecided().filter(article__in=articles, actor=old).update(actor=new)
    Statement.objects.undecided().filter(article__in=articles, speaker=old).update(speaker=new)
    Statement.objects.undecided().filter(article__in=articles, addressee=old).update(addressee=new)
    rows = ReportParticipant.objects.filter(report__article__in=articles, actor=old)
    meetings = set(rows.exclude(report__meeting=None).values_list("report__meeting_id", flat=True))
    rows.filter(report__participants__actor=new).delete()
    rows.update(actor=new)
    return {key for key in meetings if key}


def move_rest(moves: Moves) -> set[int]:
    """Offices in other articles that were linked to somebody whose name no article gives any more."""
    meetings: set[int] = set()
    olds = {old for old, _ in moves}
    left: dict[int, set[int]] = {}
    named: set[int] = set()
    rows = Mention.objects.filter(actor__in=olds).order_by().values_list("actor_id", "article_id", "label")
    for old, article, label in rows.distinct():
        left.setdefault(old or 0, set()).add(article)
        if label == MentionLabel.PER:
            named.add(old or 0)
    for old in sorted(olds - named):
        if articles := left.get(old):
            new = max((pair for pair in moves if pair[0] == old), key=lambda pair: (len(moves[pair]), -pair[1]))[1]
            meetings |= move_rows(old, new, articles)
            left.setdefault(new, set()).update(articles)
    return meetings


def move_posts(old: int, new: int, articles: set[int]) -> None:
    """The posts that these articles show, with the mentions that show them."""
    said = said_of_posts(Post.objects.filter(actor=new), {new})
    for proof in PostEvidence.objects.filter(post__actor=old, mention__article__in=articles).select_related("post"):
        if (new, proof.post.key, proof.post.country) in said.gone:
            proof.delete()
            continue
        post, _ = Post.objects.get_or_create(
            actor_id=new, key=proof.post.key, country=proof.post.country, defaults={"title": proof.post.title}
        )
        if called(post, proof.post.title, kept=said.columns.get(post.pk, ())):
            post.save(update_fields=["title"])
        participants = ReportParticipant.objects.filter(report__article__in=articles, actor=new, post=proof.post)
        participants.update(post=post)
        PostEvidence.objects.filter(pk=proof.pk).update(post=post)


def refresh_posts(actors: set[int]) -> None:
    """Posts last as long as what shows them; those that nothing shows go away."""
    Post.objects.filter(actor__in=actors, evidence=None).delete()
    day = "evidence__mention__article__published_on"
    posts = list(Post.objects.filter(actor__in=actors).annotate(first=Min(day), last=Max(day)))
    said = said_of_posts(posts)
    changed = [post for post in posts if seen_between(post, post.first, post.last, kept=said.columns.get(post.pk, ()))]
    update_rows(changed, ["since", "until"])


def drop_names(actors: set[int]) -> None:
    """Names that no article gives these people any more."""
    mentions = Mention.objects.filter(actor__in=actors, label=MentionLabel.PER).order_by()
    borne = {(key, name_key(text)) for key, text in mentions.values_list("actor_id", "text").distinct()}
    names = ActorName.objects.filter(actor__in=actors)
    gone = [row.pk for row in names if (row.actor_id, row.key) not in borne]
    ActorName.objects.filter(pk__in=gone).delete()


def rename(people: Mapping[int, tuple[Actor, Collection[str]]]) -> None:
    """Call people as the sightings do, and note all forms of their names; who is called so already is left alone."""
    borne: dict[int, set[str]] = {}
    for key, name in ActorName.objects.filter(actor__in=people).values_list("actor_id", "name"):
        borne.setdefault(key, set()).add(name)
    ActorName.objects.bulk_create(
        ActorName(actor_id=key, name=name, key=name_key(name)[:LONGEST_NAME], tokens=lookup_keys(name))
        for key, (_, names) in people.items()
        for name in sorted(set(names) - borne.get(key, set()))
    )
    for actor in Actor.objects.filter(pk__in=people):
        like = people[actor.pk][0]
        listed = "" if like.country else actor.country_listed
        told = (like.name, like.country or actor.country, listed)
        if (actor.name, actor.country, actor.country_listed) != told:
            actor.name, actor.country, actor.country_listed = told
            actor.save(update_fields=["name", "country", "country_listed"])
