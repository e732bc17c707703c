"""Offices asked for in English, with the country in them: `French foreign minister`, `president of Turkey`."""

from functools import cache

from articles.queries.countries import country_code
from articles.queries.english_names import rows
from articles.validators import name_key

#: What each is called in French texts, by the key of its English names.
OFFICES = {
    **dict.fromkeys(
        ("foreign minister", "minister of foreign affairs", "minister for foreign affairs", "foreign affairs minister"),
        "ministre des Affaires étrangères",
    ),
    "foreign secretary": "ministre des Affaires étrangères",
    "prime minister": "Premier ministre",
    "head of government": "chef du gouvernement",
    "president": "président",
    "head of state": "chef de l'État",
    **dict.fromkeys(
        ("defence minister", "defense minister", "minister of defence", "minister of defense", "secretary of defense"),
        "ministre de la Défense",
    ),
    "defence secretary": "ministre de la Défense",
    "secretary of state": "secrétaire d'État",
    "chancellor": "chancelier",
    "ambassador": "ambassadeur",
    "king": "roi",
}
#: No nationality has more words: `Papua New Guinean`.
LONGEST = 3


@cache
def nationalities() -> dict[str, str]:
    """The code of the country by the key of each adjective; one that two countries share is left out."""
    return {name_key(form): row["id"] for row in rows("en/nationalities.csv") for form in row["forms"].split("|")}


def office_in_french(text: str) -> tuple[str, str] | None:
    """The office as French texts call it and the code of the country told with it, if any; nothing for other words.

    >>> office_in_french("the French foreign minister")
    ('ministre des Affaires étrangères', 'FR')
    """
    words = name_key(text).removeprefix("the ").split()
    asked = " ".join(words)
    if asked in OFFICES:
        return OFFICES[asked], ""
    for size in range(1, min(LONGEST, len(words) - 1) + 1):
        code, office = nationalities().get(" ".join(words[:size])), OFFICES.get(" ".join(words[size:]))
        if code and office:
            return office, code
    return office_of_country(asked)


def offices_begun(text: str) -> set[str]:
    """What offices are called in French texts of whose English names each word typed begins one."""
    words = name_key(text).removeprefix("the ").split()
    begun = (
        office
        for name, office in OFFICES.items()
        if all(any(part.startswith(word) for part in name.split()) for word in words)
    )
    return set(begun) if words else set()


def office_of_country(asked: str) -> tuple[str, str] | None:
    """`president of the United States`, `ambassador for France`."""
    for link in (" of the ", " of ", " for ", " in "):
        office, _link, land = asked.rpartition(link)
        if office in OFFICES and (code := country_code(land) or nationalities().get(land, "")):
            return OFFICES[office], code
    return None
