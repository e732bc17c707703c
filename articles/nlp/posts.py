"""Which offices the people of an article hold: what the article tells, else what is known of that day."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from articles.nlp.leaders import Leader, offices_of
from articles.nlp.lexicons import adjectives, namesakes
from articles.nlp.types import Draft, PostRecord

#: Offices that are worded in several ways, by the words they contain once accents and capitals are folded.
OFFICES = (
    ("vice", re.compile(r"\bvice|\bsous-|\badjointe?\b")),
    ("pape", re.compile(r"^(?:pape|souverain pontife|saint.pere)\b")),
    ("spokesman", re.compile(r"porte-parole")),
    ("defence", re.compile(r"defense|pentagone")),
    (
        "foreign",
        re.compile(
            r"affaires etrangeres|ministre (?:\w+ )?des relations (?:exterieures|internationales)|"
            r"chef(?:fe)? de la diplomatie|secretaire d.etat(?!.*\s(?:aux?|a|charge)\b)|patron de la diplomatie"
        ),
    ),
    (
        "head of government",
        re.compile(
            r"premiere? ministre|chancelier|chanceliere|chef(?:fe)? d[ue] (?:son )?gouvernement|"
            r"presidente? d[ue] (?:gouvernement|conseil des ministres|"
            r"conseil(?! (?:europeen|presidentiel|constitutionnel|de|des)\b))"
        ),
    ),
    (
        "head of state",
        re.compile(
            r"^(?:ancien(?:ne)? )?presidente?\b(?! (?:du |de la |de l.|des |de )(?:conseil|commission|parlement|"
            r"assemblee|chambre|senat|comite|cour|groupe|parti|region|banque|fonds|bundestag|knesset|congres|ligue|"
            r"union|communaute|conference|federation|mouvement|association|societe|delegation|bureau|fondation))|"
            r"chef(?:fe)? de l.etat|^(?:roi|reine|emir|sultan|monarque)\b|^souveraine?\b(?! pontife)"
        ),
    ),
    ("minister", re.compile(r"ministre")),
)

MINISTERS = frozenset({"foreign", "defence"})
#: What a minister is called for short, whatever the portfolio.
ANY_MINISTER = frozenset({"ministre", "ministre d'etat"})
#: Where the foreign minister is called chancellor.
WITH_CHANCELLORS = frozenset(
    re.findall(r"\w+", "AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PY SV UY VE"),
)
#: Offices of a state that a body may have as well.
HEADS = frozenset({"head of state", "head of government"})
#: An office of what has a name of its own; these are no bodies.
OF_BODY = re.compile(
    r"\w+\s(?:de\s(?:la\s|l['’′])?|du\s|des\s|d['’′])(?!République|Transition|État|Etat|Nation|Faso|Conseil)[A-ZÀ-Ý]"
)
#: `M. le président, Mme X`: two people, not one and his name.
CIVIL_OFFICE = re.compile(r"\b(?:M\.|Monsieur|Mme|Madame)\s(?:le\s|la\s|l['’′])$")
#: What may stand between an office and the name of its holder: `la présidente péruvienne intérimaire, X`.
QUALIFIER = (
    r"(?:[ \u00a0](?:de[ \u00a0](?:la[ \u00a0])?transition|de[ \u00a0]l['’′]époque|d['’′]alors|de[ \u00a0]facto|"
    r"par[ \u00a0]intérim|intérimaire|provisoire|"
    r"en[ \u00a0]exercice|sortante?|(?:ré)?élue?|désignée?|actuelle?|déchue?|démissionnaire))?"
)


def fold(words: str) -> str:
    """Lower case without accents, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


@lru_cache(maxsize=10_000)
def office(title: str) -> str:
    """The sort of office a title names, or the title itself, folded."""
    folded = fold(title)
    return next((name for name, pattern in OFFICES if pattern.search(folded)), folded)


def may_be_meant(post: PostRecord, words: str, country: str) -> bool:
    """Whether an office of these folded words may be the post; `le ministre` takes up any portfolio.

    `le chancelier` is the foreign minister where that is what he is called.
    """
    sort, wanted = office(post.title), office(words)
    short = " ".join(word for word in words.split() if word not in adjectives()) if country else words
    same = sort == wanted or fold(post.title).startswith(f"{wanted} ") or (short in ANY_MINISTER and sort in MINISTERS)
    abroad = words.startswith("chancelier") and sort == "foreign" and post.country in WITH_CHANCELLORS
    return (same or abroad) and (not country or post.country in namesakes().get(country, {country}))


def stands_for_itself(text: str, start: int) -> bool:
    """Whether the office that begins there needs no name: `M. le président, Mme X et M. Y`."""
    return CIVIL_OFFICE.search(text, max(0, start - 14), start) is not None


def presided_over(title: str) -> str:
    """The title, folded, if it is an office like those of a state that is held in a body: `président de la BOAD`."""
    return fold(title) if office(title) in HEADS and OF_BODY.match(title) else ""


def of_same_body(title: str, post: PostRecord) -> bool:
    """Whether a post is that of the folded title, or what it is called for short."""
    held = fold(post.title)
    return held.startswith(title) or (title.startswith(held) and " " in held)


class Posts:
    """`held` has the posts of each entity of a draft, by its number."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._known = [tuple(offices_of(one.names)) if one.kind == "person" else () for one in draft.entities]
        self._first: dict[int, int] = {}
        for index, mention in enumerate(draft.mentions):
            if mention.entity is not None:
                self._first.setdefault(mention.entity, index)
        self.held = [
            (*self._told(number, one.posts), *self._added(number, one.posts))
            for number, one in enumerate(draft.entities)
        ]
        #: Who is called a woman by a known office.
        self.women = {number for number, known in enumerate(self._known) if any(one.is_woman for one in known)}
        #: Whom `le président de la République` means where nothing else tells.
        self.presidents = [number for number, known in enumerate(self._known) if any(map(self._presides, known))]

    def _told(self, entity: int, told: tuple[PostRecord, ...]) -> list[PostRecord]:
        """What the article tells, with the country of a known office where it tells none: `le président Macron`."""
        return [post if post.country else replace(post, country=self._country(entity, post)) for post in told]

    def _country(self, entity: int, post: PostRecord) -> str:
        same = (one for one in self._known[entity] if office(one.title) == office(post.title))
        return next((one.country for one in same if one.holds(self.draft.date)), "")

    def _added(self, entity: int, told: tuple[PostRecord, ...]) -> list[PostRecord]:
        sorts = {office(post.title) for post in told}
        return [
            PostRecord(one.title, fold(one.title), one.country, self._first.get(entity, 0))
            for one in self._known[entity]
            if one.holds(self.draft.date) and office(one.title) not in sorts
        ]

    def _presides(self, known: Leader) -> bool:
        return known.holds(self.draft.date) and known.country == "FR" and known.title == "président"

    def countries(self, entity: int) -> set[str]:
        """The countries whose offices somebody holds or held."""
        told = {self.draft.entities[entity].country, *(post.country for post in self.held[entity])}
        return {country for country in (*told, *(one.country for one in self._known[entity])) if country}
