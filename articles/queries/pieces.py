"""What the words of an article stand for, ready to be put into the form of a meeting or statement."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.enums import ActorKind, MeetingKind, MeetingStatus, MentionLabel
from articles.models import Article, Mention
from articles.queries.lookup import actor_to_write, actors_to_write, places_to_write

PLACES = (MentionLabel.GPE, MentionLabel.LOC)


@dataclass(frozen=True, slots=True)
class Names:
    """What to write into a field for each actor and place, by primary key."""

    actors: dict[int, str]
    places: dict[int, str]


def names_for(mentions: Sequence[Mention]) -> Names:
    return Names(
        actors_to_write([each.actor for each in mentions if each.actor is not None]),
        places_to_write([each.place for each in mentions if each.place is not None]),
    )


def pieces_of(article_id: int) -> str:
    """Each mention as `[start, end, {kind: value}, words]` for scripts, as JSON."""
    mentions = list(Mention.objects.in_order().live().filter(article_id=article_id).select_related("actor", "place"))
    names = names_for(mentions)
    pieces = [(each, values_of(each, names)) for each in mentions]
    return json.dumps([[each.start, each.end, values, each.text] for each, values in pieces if values])


def values_of(mention: Mention, names: Names) -> dict[str, str]:
    """What the mention may fill in: a date, a place, somebody who takes part or speaks."""
    values = {}
    if mention.value:
        values["date"] = mention.value
    if mention.label in PLACES:
        values["place"] = names.places[mention.place.pk] if mention.place else mention.text
    if mention.actor is not None:
        values["actor"] = names.actors[mention.actor.pk]
    return values


def drafted(article: Article, start: int, end: int) -> dict[str, str]:
    """The fields of a meeting as the mentions between two places suggest them."""
    found = Mention.objects.in_order().live().filter(article=article, start__gte=start, end__lte=end)
    mentions = list(found.select_related("actor", "place"))
    names = names_for(mentions)
    places = (each.place for each in mentions if each.place and not each.figurative)
    return {
        "participants": "\n".join(dict.fromkeys(names.actors[pk] for pk in participants(mentions))),
        "kind": MeetingKind.IN_PERSON.value,
        "status": MeetingStatus.HELD.value,
        "date_value": next((each.value for each in mentions if each.value), ""),
        "place": next((names.places[place.pk] for place in places), ""),
    }


def participants(mentions: Iterable[Mention]) -> list[int]:
    """Persons; where fewer than two are named, states and organisations too."""
    actors = [each.actor for each in mentions if each.actor is not None and each.label not in PLACES]
    actors += [each.actor for each in mentions if each.actor is not None and each.figurative]
    people = [actor.pk for actor in actors if actor.kind == ActorKind.PERSON]
    return people if len(set(people)) > 1 else [actor.pk for actor in actors]


def speaker_of(article: Article, start: int, end: int) -> str:
    """Who stands nearest before or after a quote, within a sentence's reach."""
    reach = article.mentions.live().filter(start__gte=start - 200, end__lte=end + 200, label=MentionLabel.PER)
    people = [mention for mention in reach.select_related("actor") if mention.actor is not None]
    outside = [mention for mention in people if mention.end <= start or mention.start >= end]
    nearest = min(outside, key=lambda each: min(abs(each.start - end), abs(start - each.end)), default=None)
    return actor_to_write(nearest.actor) if nearest is not None and nearest.actor is not None else ""
