"""What a collection holds, told without keys, so that two can be compared whatever order they were stored in."""

from dataclasses import dataclass

from articles.models import ActorName, MeetingReport, Mention, MergeProposal, Post

Place = tuple[str, int, int]
#: Somebody, by all the places that name them.
Who = frozenset[Place]

Described = tuple[str, str, frozenset[str], frozenset[tuple[str, str, str, str]]]


@dataclass(frozen=True)
class Collection:
    #: Name, country, names and posts of each person.
    people: dict[Who, Described]
    #: Pairs that may be one, with the score.
    doubts: frozenset[tuple[frozenset[Who], float]]
    #: The reports of each meeting, and what they say together.
    meetings: frozenset[tuple[frozenset[Place], tuple[object, ...]]]


def collection() -> Collection:
    who = people_by_key()
    return Collection(
        people={who[key]: told for key, told in described(set(who)).items()},
        doubts=frozenset(
            (frozenset({who[each.first_id], who[each.second_id]}), each.score)
            for each in MergeProposal.objects.all()
            if each.first_id in who and each.second_id in who
        ),
        meetings=meetings(who),
    )


def people_by_key() -> dict[int, Who]:
    found: dict[int, set[Place]] = {}
    rows = Mention.objects.filter(label="PER").exclude(actor=None)
    for article, start, end, actor in rows.values_list("article__external_id", "start", "end", "actor_id"):
        found.setdefault(actor or 0, set()).add((article, start, end))
    return {actor: frozenset(where) for actor, where in found.items()}


def described(keys: set[int]) -> dict[int, Described]:
    names: dict[int, set[str]] = {key: set() for key in keys}
    posts: dict[int, set[tuple[str, str, str, str]]] = {key: set() for key in keys}
    for row in ActorName.objects.filter(actor__in=keys).select_related("actor"):
        names[row.actor_id].add(row.name)
    for post in Post.objects.filter(actor__in=keys):
        posts[post.actor_id].add((post.key, post.country, str(post.since), str(post.until)))
    actors = {row.actor_id: row.actor for row in ActorName.objects.filter(actor__in=keys).select_related("actor")}
    return {key: (actors[key].name, actors[key].country, frozenset(names[key]), frozenset(posts[key])) for key in keys}


def meetings(who: dict[int, Who]) -> frozenset[tuple[frozenset[Place], tuple[object, ...]]]:
    found: dict[int, set[Place]] = {}
    told: dict[int, tuple[object, ...]] = {}
    for report in MeetingReport.objects.select_related("meeting__place", "article"):
        meeting = report.meeting
        assert meeting is not None
        first = report.evidence.filter(field="sentence").order_by("start").first()
        number = report.article.meeting_reports.filter(pk__lt=report.pk).count()
        found.setdefault(meeting.pk, set()).add((report.article.external_id, first.start if first else 0, number))
        people = frozenset(
            (who.get(row.actor_id, row.actor.slug), row.part, row.post.title if row.post else "")
            for row in meeting.participations.select_related("actor", "post")
        )
        place = meeting.place.slug if meeting.place else ""
        told[meeting.pk] = (people, meeting.kind, meeting.meeting_status, meeting.date_value, place, meeting.duration)
    return frozenset((frozenset(where), told[key]) for key, where in found.items())
