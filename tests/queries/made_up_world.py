"""A small random collection, and what a search of it must find, worked out row by row without any index."""

from datetime import date, timedelta
from itertools import permutations
from random import Random

from articles.date_values import day_range
from articles.enums import AnnotationStatus, Dispute, EvidenceField, MeetingKind, MeetingStatus
from articles.models import Actor, Evidence, Meeting, MeetingReport, Place, Post
from articles.queries.disagreements import disagreements
from articles.queries.meetings import POST_REACH
from articles.validators import name_key
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    PlaceFactory,
    PostFactory,
    SourceFactory,
)

COUNTRIES = ["FR", "TR", "US", "DE"]
OFFICES = ["ministre des affaires etrangeres", "president", "vice-president"]
#: A word as a reader types it, and the forms of it that texts have.
WORDS = {"negociation": ["négociation", "négociations"], "ACCORDS": ["accord", "accords"], "otage": ["otages"]}
STATES = [*AnnotationStatus.values, AnnotationStatus.PROPOSED, AnnotationStatus.PROPOSED]


def make_world(random: Random, *, meetings: int) -> None:
    people = [ActorFactory(name=f"Nom{n} Numéro{n}", country=random.choice(["", *COUNTRIES])) for n in range(9)]
    people.append(ActorFactory(name="Ligue", kind="organisation"))
    people.append(ActorFactory(name="Turquie", slug="TR", kind="state", country="TR"))
    people.append(ActorFactory(name="Ancien", merged_into=people[0], country="DE"))
    people.append(ActorFactory(name="Plus ancien", merged_into=people[-1]))
    posts = [post_of(person, random) for person in people[:8] for _ in range(2)]
    places = [PlaceFactory(name=f"Ville {code}", country=code) for code in ["", *COUNTRIES]]
    places.append(PlaceFactory(name="France", slug="FR", kind="country", country="FR"))
    for place in places:
        place.names.create(name=place.name, key=name_key(place.name))
    sources = [SourceFactory(name=f"Agence {n}") for n in range(4)]
    for _ in range(meetings):
        meeting = MeetingFactory(place=random.choice([None, *places]), **fields(random))
        taking_part = random.sample(people, random.choice([1, 2, 2, 2, 3, 5]))
        for actor in taking_part:
            post = random.choice([None, *(post for post in posts if post.actor == actor)])
            meeting.participations.create(actor=actor, post=post)
        for _ in range(random.choice([0, 1, 1, 2, 3])):
            add_report(meeting, random.choice(sources), random.choice([None, *places]), random)


def post_of(person: Actor, random: Random) -> Post:
    key = random.choice(OFFICES)
    since = date(random.randint(2020, 2022), random.randint(1, 12), 1)
    land = random.choice(["", *COUNTRIES])
    while Post.objects.filter(actor=person, key=key, country=land).exists():
        key, land = random.choice(OFFICES), random.choice(COUNTRIES)
    until = since + timedelta(days=random.randint(0, 400))
    return PostFactory(actor=person, title=key, key=key, country=land, since=since, until=until)


def fields(random: Random) -> dict[str, object]:
    day = date(2020, 1, 1) + timedelta(days=random.randrange(1400))
    later = day + timedelta(days=random.randrange(40))
    value = random.choice(["", f"{day.year}", f"{day:%Y-%m}", f"{day}", f"{day}", f"{day}", f"{day}/{later}"])
    start, end = day_range(value) if value else (None, None)
    return {
        "kind": random.choice(MeetingKind.values),
        "meeting_status": random.choice(MeetingStatus.values),
        "date_value": value,
        "starts_on": start,
        "ends_on": end,
    }


def add_report(meeting: Meeting, source: object, place: Place | None, random: Random) -> None:
    told = " ".join(random.choice(forms) for forms in WORDS.values() if random.random() < 0.4)
    sentence = f"Ils\u00a0parlent de {told or 'rien'}."
    text = f"😀 otage négociation accord. {sentence} Numéro {random.random()}."
    report = MeetingReportFactory(
        meeting=meeting,
        article=ArticleFactory(text=text, source=source),
        status=random.choice(STATES),
        place=place,
        duration=random.choice([None, None, None, 60, 90]),
        kind=random.choice([meeting.kind, meeting.kind, *MeetingKind.values]),
        meeting_status=random.choice([meeting.meeting_status, *MeetingStatus.values]),
        date_value=report_date(meeting, random),
    )
    start = text.index(sentence)
    Evidence.objects.create(report=report, field=EvidenceField.SENTENCE, start=start, end=start + len(sentence))


def report_date(meeting: Meeting, random: Random) -> str:
    """Mostly what the meeting says, or leaves open what that says."""
    value: str = meeting.date_value
    return random.choice([value, value, "", value[:4], value[:7], str(fields(random)["date_value"])])


def root(actor: Actor) -> Actor:
    while actor.merged_into is not None:
        actor = actor.merged_into
    return actor


class Facts:
    """What is to be known of one meeting, read from the records themselves."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        reports = MeetingReport.objects.filter(meeting=meeting).select_related("article__source", "place")
        self.reports = [report for report in reports if report.status != "rejected"]
        self.lands: dict[str, set[str]] = {}
        self.posts: set[tuple[str, str]] = set()
        for row in meeting.participations.select_related("actor", "post"):
            self.add(root(row.actor), row.post)
        self.words = {
            word
            for report in self.reports
            for piece in report.evidence.all()
            for word in name_key(report.article.text[piece.start : piece.end]).split()
        }

    def add(self, actor: Actor, told: Post | None) -> None:
        lands = {actor.country, told.country if told else ""} - {""}
        self.lands.setdefault(actor.slug, set()).update(lands)
        for post in [told] if told else []:
            self.posts.add((post.key, post.country or actor.country))
        if self.meeting.starts_on and self.meeting.ends_on:
            for post in Post.objects.filter(actor=actor):
                if (
                    post.since - POST_REACH <= self.meeting.ends_on
                    and self.meeting.starts_on <= post.until + POST_REACH
                ):
                    self.posts.add((post.key, post.country or actor.country))

    def has(self, *parties: str) -> bool:
        """Whether as many participants are found, each of whom is one of the parties."""
        parties = tuple(party for party in parties if party)
        return any(
            all(party == slug or party in self.lands[slug] for party, slug in zip(parties, chosen, strict=True))
            for chosen in permutations(self.lands, len(parties))
        )

    def fits(self, wanted: dict[str, str]) -> bool:
        meeting, get = self.meeting, wanted.get
        checks = [
            bool(self.reports),
            self.has(get("actor", ""), get("with", "")),
            self.has(get("country", ""), get("country2", "")),
            not get("kind") or meeting.kind == wanted["kind"],
            not get("status") or meeting.meeting_status == wanted["status"],
            not get("source") or wanted["source"] in {report.article.source.slug for report in self.reports},
            not get("verified") or any(report.status != "proposed" for report in self.reports),
            not get("post") or self.held(wanted["post"]),
            not (get("place") or get("city") or get("in")) or self.there(wanted),
            not get("q") or any(name_key(form) in self.words for form in WORDS[wanted["q"]]),
            self.within(get("from", ""), get("to", "")),
            not get("disagree") or self.disputed(wanted["disagree"]),
        ]
        return all(checks)

    def disputed(self, about: str) -> bool:
        names = {each.name for each in disagreements(self.reports)}
        return bool(names) if about == "any" else about in names

    def held(self, text: str) -> bool:
        office, _, land = text.partition(", ")
        exact = office in OFFICES
        keys = {key for key in OFFICES if key == office or (not exact and office in key)}
        return any(key in keys and (not land or country == land) for key, country in self.posts)

    def there(self, wanted: dict[str, str]) -> bool:
        place: Place | None = self.meeting.place
        if place is None:
            return False
        if wanted.get("city"):
            return place.slug == wanted["city"]
        return place.country == wanted["in"] if wanted.get("in") else place.name == wanted["place"]

    def within(self, first: str, last: str) -> bool:
        start, end = self.meeting.starts_on, self.meeting.ends_on
        if not first and not last:
            return True
        if start is None or end is None:
            return False
        return (not first or end >= day_range(first)[0]) and (not last or start <= day_range(last)[1])

    def rank(self, sort: str) -> tuple[object, ...]:
        day = self.meeting.starts_on
        newest = (day is None, -(day or date.min).toordinal(), -self.meeting.pk)
        sources = len({report.article.source_id for report in self.reports})
        return (-sources, *newest) if sort == "sources" else newest


def random_search(random: Random) -> dict[str, str]:
    """Parameters of an address; some searches ask for one thing, some for many."""
    parties = [*(f"nom{n}-numero{n}" for n in range(9)), "ligue", *COUNTRIES]
    days = [f"{random.randint(2020, 2023)}", f"2021-0{random.randint(1, 9)}", f"2022-1{random.randint(0, 2)}-15"]
    choices = {
        "actor": parties,
        "with": parties,
        "from": days,
        "to": days,
        "place": ["Ville FR", "Ville TR"],
        "city": ["ville-us", "ville"],
        "in": COUNTRIES,
        "country": COUNTRIES,
        "country2": COUNTRIES,
        "post": ["president", "affaires", "ministre des affaires etrangeres, TR", "president, FR", "vice-president"],
        "kind": MeetingKind.values,
        "status": MeetingStatus.values,
        "source": [f"agence-{n}" for n in range(4)],
        "verified": ["1"],
        "disagree": Dispute.values,
        "q": list(WORDS),
        "sort": ["sources"],
    }
    for name in random.sample(["place", "city", "in"], 2):
        del choices[name]
    number = random.choice([0, 1, 1, 2, 2, 3, 4])
    return {name: random.choice(choices[name]) for name in random.sample(list(choices), number)}
