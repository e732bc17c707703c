"""A large collection made up for measuring searches: articles, people with posts, meetings told by several sources.

Few people, places and sources have much, and many have little, as in a real collection.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate, islice
from random import Random

from django.db import connection

from articles.actions.copying import copy_rows
from articles.enums import DateOrigin, EvidenceField, MeetingKind, MeetingStatus, MentionLabel
from articles.management.benching.people import Cast, make_cast, skewed
from articles.management.benching.people import word as made_up_word
from articles.models import (
    Actor,
    Article,
    Evidence,
    Meeting,
    MeetingParticipant,
    MeetingReport,
    Mention,
    PipelineRun,
    Place,
    ReportParticipant,
    Review,
    Statement,
)

FIRST_DAY = date(2015, 1, 1)
DAYS = 3_600
TOGETHER = 2_000
PORTION = 10_000
#: Words that meetings are told to be about and that people say.
WORDS = """
    ministre affaires étrangères président gouvernement accord sommet frontière négociation visite conférence
    sanctions armée parlement budget énergie climat commerce presse délégation ambassadeur traité trêve otages
    cessez-le-feu désarmement douane pêche visas réfugiés aide pétrole céréales uranium barrage oléoduc
""".split()  # noqa: SIM905 - a list of a line a word tells nobody more
KINDS = {
    MeetingKind.IN_PERSON: 62,
    MeetingKind.CALL: 14,
    MeetingKind.MULTILATERAL: 9,
    MeetingKind.VISIT: 12,
    MeetingKind.VIDEO: 3,
}
STATUSES = {MeetingStatus.HELD: 80, MeetingStatus.PLANNED: 14, MeetingStatus.CANCELLED: 3, MeetingStatus.DENIED: 3}


#: A text has so many more words, of a made-up language in which, as in any, few words are frequent and most are rare.
LENGTH, LANGUAGE = 110, 6_000
#: Every so many articles tell of a foreign minister; the words above are as frequent as the made-up ones about them.
MINISTERS, FREQUENT = 5, 60


@dataclass(slots=True)
class Encounter:
    """A made-up meeting, and what an article says of it."""

    meeting: Meeting
    people: list[Actor]
    sentence: str = field(default="")


@dataclass(slots=True)
class Maker:
    random: Random
    cast: Cast
    run: PipelineRun
    vocabulary: list[str] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """The words and how often they come, added up: the n-th is n times rarer than the first."""
        made_up = list(dict.fromkeys(made_up_word(self.random) for _ in range(LANGUAGE)))
        for number, each in enumerate(WORDS):
            made_up.insert(FREQUENT + 8 * number, each)
        self.vocabulary = made_up
        self.weights = list(accumulate(1 / (rank + 2) for rank in range(len(made_up))))

    def words(self, number: int) -> str:
        return " ".join(self.random.choices(self.vocabulary, cum_weights=self.weights, k=number))

    def encounters(self, days: list[date]) -> list[Encounter]:
        """One a day given."""
        found = []
        for day in days:
            meeting = self.meeting(day)
            people = self.cast.some(self.random, multilateral=meeting.kind == MeetingKind.MULTILATERAL)
            names = " et ".join(actor.name for actor in people)
            place = f" à {meeting.place.name}" if meeting.place else ""
            topic = " ".join(self.random.choices(WORDS, k=4))
            found.append(Encounter(meeting, people, f"{names} se sont entretenus{place} : {topic}."))
        return found

    def meeting(self, day: date) -> Meeting:
        """Most have a day, some a month, few nothing."""
        precision = self.random.random()
        last, value = day, day.isoformat()
        if precision < 0.06:
            day, last, value = day.replace(day=1), day.replace(day=28), f"{day:%Y-%m-01}/{day:%Y-%m-28}"
        known = precision < 0.93
        return Meeting(
            kind=self.random.choices(list(KINDS), list(KINDS.values()))[0],
            meeting_status=self.random.choices(list(STATUSES), list(STATUSES.values()))[0],
            date_value=value if known else "",
            starts_on=day if known else None,
            ends_on=last if known else None,
            place=self.place(),
        )

    def place(self) -> Place | None:
        return skewed(self.cast.places, self.random, 8) if self.random.random() < 0.7 else None

    def article(self, number: int, told: Encounter | None) -> Article:
        said = "« " + " ".join(self.random.choices(WORDS, k=8)) + " »"
        minister = " Le ministre des Affaires étrangères s’est exprimé." if number % MINISTERS == 0 else ""
        others = ", ".join(actor.name for actor in self.cast.some(self.random))
        sentence = told.sentence if told else ""
        text = f"Dépêche {number}. {sentence} {said} {self.words(LENGTH)}.{minister} D’après {others}."
        return Article(
            external_id=f"collection-{number}",
            source=skewed(self.cast.sources, self.random, 4),
            title=f"{self.words(8)} {number}".capitalize(),
            text=text,
            digest=sha256(text.encode()).hexdigest(),
            published_on=FIRST_DAY + timedelta(days=number % DAYS),
            date_origin=DateOrigin.RECORD,
            run=self.run,
        )


def make_collection(articles: int) -> None:
    """That many articles and half as many meetings, a third of which a second article tells of too."""
    random = Random(articles)  # noqa: S311 - the same collection each time, no secret
    cast = make_cast(random)
    maker = Maker(random, cast, PipelineRun.objects.create(version="bench", pipeline="bench"))
    with indexed_at_the_end():
        for numbers in portions(articles):
            add_portion(numbers, maker)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if not connection.in_atomic_block else "ANALYZE")


@contextmanager
def indexed_at_the_end() -> Iterator[None]:
    """What searches compare is worked out once for all, not anew with each table that is written."""
    tables = [
        f"articles_{name}"
        for name in (
            *(
                "article",
                "review",
                "mention",
                "meeting",
                "meetingparticipant",
                "meetingreport",
                "evidence",
                "statement",
            ),
        )
    ]
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        try:
            yield
        finally:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        for kind in ("article", "meeting", "statement"):
            keys = f"SELECT id FROM articles_{kind} ORDER BY id LIMIT %s OFFSET %s"  # noqa: S608 - our own names
            cursor.execute(f"SELECT count(*) FROM articles_{kind}")  # noqa: S608
            for first in range(0, cursor.fetchone()[0], PORTION):
                cursor.execute(f"SELECT newsdesk_index_{kind}s(ARRAY({keys}))", [PORTION, first])


def portions(articles: int) -> Iterator[list[int]]:
    numbers = iter(range(articles))
    while portion := list(islice(numbers, TOGETHER)):
        yield portion


def add_portion(numbers: list[int], maker: Maker) -> None:
    days = [FIRST_DAY + timedelta(days=number % DAYS) for number in numbers[::2]]
    encounters = maker.encounters(days)
    told: list[Encounter | None] = []
    for at, _number in enumerate(numbers):
        again = maker.random.random() < 1 / 3
        told.append(encounters[at // 2] if at % 2 == 0 or again else None)
    copy_rows([each.meeting for each in encounters], keyed=True)
    copy_rows(
        MeetingParticipant(meeting=each.meeting, actor=actor, post=maker.cast.post_of(actor, maker.random))
        for each in encounters
        for actor in each.people
    )
    articles = [maker.article(number, each) for number, each in zip(numbers, told, strict=True)]
    Article.objects.bulk_create(articles)
    Review.objects.bulk_create(Review(article=article) for article in articles)
    add_reports([(article, each) for article, each in zip(articles, told, strict=True) if each], maker)
    add_statements(articles, maker)
    add_mentions([(article, each) for article, each in zip(articles, told, strict=True)], maker)


def add_reports(told: list[tuple[Article, Encounter]], maker: Maker) -> None:
    reports = [
        MeetingReport(
            article=article,
            meeting=each.meeting,
            kind=each.meeting.kind,
            meeting_status=each.meeting.meeting_status,
            date_value=each.meeting.date_value,
            place=each.meeting.place,
            run=maker.run,
            origin="bench",
        )
        for article, each in told
    ]
    copy_rows(reports, keyed=True)
    rows = list(zip(reports, told, strict=True))
    copy_rows(ReportParticipant(report=report, actor=actor) for report, (_, each) in rows for actor in each.people)
    copy_rows(
        Evidence(report=report, field=EvidenceField.SENTENCE, start=start, end=start + len(each.sentence))
        for report, (article, each) in rows
        if (start := article.text.index(each.sentence)) >= 0
    )


def add_mentions(told: list[tuple[Article, Encounter | None]], maker: Maker) -> None:
    """Of those who met, where they did, and of whom the last sentence names."""
    actors = {actor.name: actor for actor in maker.cast.people}
    rows = []
    for article, each in told:
        last = article.text.rindex("D’après ") + len("D’après ")
        for name in article.text[last:-1].split(", "):
            rows.append(mention(article, name, last, maker.run, actor=actors[name]))
            last += len(name) + 2
        if each is not None:
            start = article.text.index(each.sentence)
            for actor in each.people:
                rows.append(mention(article, actor.name, start, maker.run, actor=actor))
                start = rows[-1].end
            if each.meeting.place:
                rows.append(mention(article, each.meeting.place.name, start, maker.run, place=each.meeting.place))
    copy_rows(rows)


def mention(article: Article, words: str, after: int, run: PipelineRun, **meant: Actor | Place) -> Mention:
    start = article.text.index(words, after)
    label = MentionLabel.GPE if "place" in meant else MentionLabel.PER
    return Mention(
        article=article,
        text=words,
        start=start,
        end=start + len(words),
        label=label,
        run=run,
        origin="bench",
        confidence=0.9,
        **meant,
    )


def add_statements(articles: list[Article], maker: Maker) -> None:
    copy_rows(
        Statement(
            article=article,
            speaker=maker.cast.some(maker.random)[0],
            quote_start=article.text.index("«"),
            quote_end=article.text.index("»") + 1,
            direct=maker.random.random() < 0.7,
            run=maker.run,
            origin="bench",
        )
        for article in articles
    )
