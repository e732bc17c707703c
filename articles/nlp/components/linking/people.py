"""Who is who among the people of one article."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from articles.names import Likeness, likeness, parts
from articles.nlp.components.linking.gender import MAN, WOMAN
from articles.nlp.gender import is_womans_name
from articles.validators import name_key

#: How sure it is that a mention means the person it is given to.
FULL, CARRIED, CHOSEN, PART = 0.98, 0.95, 0.75, 0.7
#: Between two names of one person.
ALSO = re.compile(
    r"[ \u00a0]?(?:,|\()?[ \u00a0]?(?:dite?|alias|surnommée?|née?|(?:(?:plus|mieux) )?connue? (?:sous le nom de|comme)"
    r"|de son (?:vrai nom|nom de guerre|nom)|nom de guerre|appelée? aussi|aussi appelée?)[ \u00a0][«\"]?[ \u00a0]?"
)
LONGEST_GLOSS = 40
#: So much oftener must one namesake be named in full for a bare surname to mean that one.
DOMINANT = 2
POPE = "pape"


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a person, with what its surroundings tell."""

    form: str
    start: int
    #: Where its paragraph begins.
    paragraph: int = 0
    staff: bool = False
    gender: str = ""
    office: str = ""
    #: Whether the office is one whose bearers go by a given name: `le pape François`, `le roi Philippe`.
    reigns: bool = False
    #: Whether it introduces somebody's relative: `son épouse, Anna Lind`.
    is_kin: bool = False

    @property
    def is_full(self) -> bool:
        return parts(self.form).is_full


@dataclass(slots=True)
class Person:
    """All that the article calls by names of one person."""

    staff: bool
    forms: list[str] = field(default_factory=list)
    gender: str = ""
    is_kin: bool = False
    offices: set[str] = field(default_factory=set)
    full_at: list[int] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    named_at: list[int] = field(default_factory=list)

    def add(self, named: Named) -> None:
        if named.form not in self.forms:
            self.forms.append(named.form)
        self.counts[named.form] += 1
        self.gender = self.gender or named.gender
        self.is_kin = self.is_kin or named.is_kin
        if named.office:
            self.offices.add(named.office)
        if named.is_full:
            self.full_at.append(named.start)

    def like(self, form: str) -> Likeness:
        return max((likeness(form, own) for own in self.forms), default=Likeness.NONE)

    def agrees(self, named: Named) -> bool:
        return self.staff == named.staff and not (self.gender and named.gender and self.gender != named.gender)

    def contradicts(self, form: str) -> bool:
        """`Nawaz Sharif` is in `Kulsoom Nawaz Sharif`, but is not who goes by `Kulsoom Nawaz` too."""
        full = [own for own in self.forms if parts(own).is_full]
        return any(
            likeness(form, own) == Likeness.NONE and parts(form).sounds[-1] != parts(own).sounds[-1] for own in full
        )

    @property
    def likely_gender(self) -> str:
        """As the article tells, else by the first name."""
        return self.gender or (WOMAN if any(is_womans_name(form) for form in self.forms) else MAN)

    @property
    def name(self) -> str:
        """The full form used most, of those used as often the fullest; not in capitals where there is another.

        A pope's given name alone would be anybody's: `pape François`.
        """
        full = [form for form in self.forms if parts(form).is_full and not form.isupper()] or self.forms
        best = max(full, key=lambda form: (self.counts[form], *_fullness(form), -self.forms.index(form)))
        return f"{POPE} {best}" if POPE in self.offices and " " not in best else best


class People:
    """Groups the mentions of an article; people of the credits stay apart from those of the story."""

    def __init__(self, found: Sequence[Named], text: str = "") -> None:
        self.text = text
        self.people: list[Person] = []
        self.last_of_form: dict[str, Person] = {}
        self.of: dict[Named, tuple[Person, float]] = {}
        in_order = sorted(found, key=lambda named: named.start)
        also = {later: named for named, later in pairwise(in_order) if self._glossed(named, later)}
        for named in sorted((named for named in found if named.is_full and named not in also), key=_fullest_first):
            self._add_full(named)
        for named in in_order:
            if named in also:
                self._add_gloss(self.of[also[named]][0], named)
            person, certainty = self.of.get(named) or self._give_short(named)
            self.of[named] = person, certainty
            person.named_at.append(named.start)

    def _add_full(self, named: Named) -> None:
        """Names in full, the longest first; one that two people may bear stays by itself."""
        likes = [(person, person.like(named.form)) for person in self.people]
        alike = [person for person, like in likes if like == Likeness.SAME] or [
            person
            for person, like in likes
            if like >= Likeness.LOOSE and person.agrees(named) and not person.contradicts(named.form)
        ]
        person = alike[0] if len(alike) == 1 else self._new(named)
        person.add(named)
        self.of[named] = person, FULL

    def _glossed(self, named: Named, later: Named) -> bool:
        """`Robert Malley, dit Rob Malley`: two names of one person."""
        end = named.start + len(named.form)
        return later.start - end < LONGEST_GLOSS and ALSO.fullmatch(self.text, end, later.start) is not None

    def _add_gloss(self, person: Person, named: Named) -> None:
        person.add(named)
        self.of[named] = person, FULL

    def _new(self, named: Named) -> Person:
        person = Person(named.staff)
        self.people.append(person)
        return person

    def _give_short(self, named: Named) -> tuple[Person, float]:
        """A short name goes to the one who bears it; where two do, to the one who is unmistakably meant."""
        likes = {index: person.like(named.form) for index, person in enumerate(self.people) if person.agrees(named)}
        best = Likeness.SHORT if any(like >= Likeness.SHORT for like in likes.values()) else Likeness.PART
        fitting = [self.people[index] for index, like in likes.items() if like >= best]
        if named.reigns:
            fitting = [person for person in fitting if named.office in person.offices or not person.full_at]
        certainty = CARRIED if best == Likeness.SHORT else PART
        if len(fitting) > 1:
            certainty, fitting = CHOSEN, self._meant(fitting, named)
        if not fitting:
            fitting, certainty = [self._new(named)], CARRIED
        fitting[0].add(named)
        self.last_of_form[name_key(named.form)] = fitting[0]
        return fitting[0], certainty

    def _meant(self, fitting: list[Person], named: Named) -> list[Person]:
        """The one of several namesakes, by title, office, kinship, spelling, last use, place, number."""
        steps = (
            [person for person in fitting if named.gender and person.gender == named.gender],
            [person for person in fitting if named.gender and person.likely_gender == named.gender],
            [person for person in fitting if named.office and named.office in person.offices],
            [person for person in fitting if not person.is_kin],
            [person for person in fitting if named.form in person.forms or _spelled(named.form, person)],
            [person for person in fitting if self._carried(person, fitting, named)],
            [person for person in fitting if person.named_at],
            [person for person in fitting if any(at >= named.paragraph for at in person.named_at)],
            _dominant(fitting),
        )
        for step in steps:
            left = [person for person in step if person in fitting]
            if len(left) == 1:
                return left
            fitting = left or fitting
        return []

    def _carried(self, person: Person, fitting: Iterable[Person], named: Named) -> bool:
        """Whether the same short form meant that person last, and no namesake has been named in full since."""
        if self.last_of_form.get(name_key(named.form)) is not person:
            return False
        since = max((at for at in person.named_at if at < named.start), default=-1)
        others = (other for other in fitting if other is not person)
        return not any(since < at < named.start for other in others for at in other.full_at)


def _fullness(form: str) -> tuple[int, bool, bool]:
    return len(parts(form).core), not parts(form).initials, not form.isupper()


def _fullest_first(named: Named) -> tuple[int, bool, bool, int]:
    size, spelled_out, quiet = _fullness(named.form)
    return -size, not spelled_out, not quiet, named.start


def _spelled(form: str, person: Person) -> bool:
    """Whether the very letters of a short name stand in the names of a person."""
    words = set(name_key(form).split())
    return any(words <= set(name_key(own).split()) for own in person.forms)


def _dominant(fitting: list[Person]) -> list[Person]:
    """Who is named in full much oftener than every namesake."""
    ranked = sorted(fitting, key=lambda person: -len(person.full_at))
    most, next_most = len(ranked[0].full_at), len(ranked[1].full_at)
    return ranked[:1] if most >= DOMINANT * max(1, next_most) else []
