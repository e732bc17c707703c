"""Which town a building, a seat of power or a palace is in."""

import re
from dataclasses import replace

from articles.nlp.components.gazetteer import find_names
from articles.nlp.components.meetings.places import Places
from articles.nlp.components.meetings.standing import Standing
from articles.nlp.types import MentionRecord

BUILDING = re.compile(r"(?:[Pp]alais|[Cc]hâteau|[Hh]ôtel|[Rr]ésidence|[Vv]illa|[Aa]éroport)\b")


class Towns:
    def __init__(self, places: Places, standing: Standing) -> None:
        self.places = places
        self.standing = standing
        self.text = places.text
        self.draft = places.draft

    def of_building(self, place: MentionRecord) -> MentionRecord:
        """The capital from which the article tells, for a building that nothing says where it is."""
        words = self.text[place.span.start : place.span.end]
        home = self.places.capital_of_dateline()
        if place.label != "LOC" or home is None or not BUILDING.match(words):
            return place
        country = self.draft.entities[home].country
        elsewhere = any(found.name.country == country for found in find_names(words))
        return place if elsewhere else replace(place, entity=home, value="")

    def within(self, place: MentionRecord | None) -> MentionRecord | None:
        """The city that a building is named by."""
        if place is None or place.label != "LOC":
            return place
        town = self.standing.city(self.places.town_within(place))
        return place if town is None else replace(place, label="GPE", entity=town, value="")

    def named(self, place: MentionRecord | None) -> MentionRecord | None:
        """The city that a seat stands for."""
        if place is None or place.entity is not None:
            return place
        city = self.standing.city(place.value)
        return None if city is None else replace(place, entity=city, value="")
