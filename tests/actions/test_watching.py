"""What is new for whom: each thing once, through joins, merges and undoing."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.actions.join_verdicts import join_unasked, undo_verdict
from articles.actions.merging import merge_actors, unmerge
from articles.actions.watching import (
    LOOK,
    close_feed,
    follow,
    look,
    mark_seen,
    move,
    now_settled,
    open_feed,
    pause,
    resume,
    unfollow,
    watch_list,
)
from articles.forms.watching import WatchForm, asked_of
from articles.models import Actor, Meeting, MeetingReport, Watch, WatchList
from articles.queries.news import hits
from articles.queries.novelties import Novelty, novelties
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    ReviewFactory,
    SourceFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def blinken() -> Actor:
    return ActorFactory(name="Antony Blinken", country="US")


@pytest.fixture
def fidan() -> Actor:
    return ActorFactory(name="Hakan Fidan", country="TR")


def told(actors: list[Actor], *, source: str = "Agence", **fields: object) -> Meeting:
    """A meeting, told of by a new article."""
    meeting: Meeting = MeetingFactory(actors=actors, **fields)
    tell(meeting, actors, source=source)
    return meeting


def tell(meeting: Meeting, actors: list[Actor], *, source: str, **fields: object) -> MeetingReport:
    article = ArticleFactory(source=SourceFactory(name=source))
    given = {"date_value": meeting.date_value, "place": meeting.place, "meeting_status": meeting.meeting_status}
    sentence = "Antony Blinken a rencontré Hakan Fidan à Ankara."
    report: MeetingReport = MeetingReportFactory(
        meeting=meeting, article=article, actors=actors, sentence=sentence, **{**given, **fields}
    )
    return report


def watch(user: User, path: str, name: str = "") -> Watch:
    form = WatchForm({"path": path, "name": name})
    assert form.is_valid(), form.errors
    return follow(form.followed(), by=user)


def news(user: User, since: datetime | None = None) -> list[Novelty]:
    since = since or watch_list(user).seen_until
    return novelties(hits(asked_of(user.pk), since, 100), since)


def told_of(user: User) -> list[tuple[str, int, list[str]]]:
    return [(each.hit.kind, each.hit.key, [watch.name for watch in each.hit.watches]) for each in news(user)]


def test_a_meeting_comes_once_with_every_watch_it_belongs_to(reader: User, blinken: Actor, fidan: Actor) -> None:
    told([blinken, fidan])
    watch(reader, "/actors/antony-blinken/")
    watch(reader, "/meetings/?country=TR")
    watch(reader, "/meetings/?with=antony-blinken&actor=hakan-fidan")
    watch(reader, "/meetings/?q=rencontré", "mots")
    watch(reader, "/meetings/?actor=antony-blinken&country=FR", "ailleurs")
    meeting = told([blinken, fidan])

    names = ["Antony Blinken", "Turquie", "Antony Blinken – Hakan Fidan", "mots"]
    assert told_of(reader) == [("meeting", meeting.pk, names)]


def test_statements_and_articles_are_news_of_those_who_asked_for_them(
    reader: User, blinken: Actor, fidan: Actor
) -> None:
    watch(reader, "/actors/antony-blinken/")
    watch(reader, "/actors/hakan-fidan/")
    watch(reader, "/meetings/?country=US")
    watch(reader, "/statements/?q=pause", "la pause")
    watch(reader, "/articles/?q=pause", "textes")
    watch(reader, "/articles/?actor=antony-blinken", "nommé")
    article = ArticleFactory(text="Antony Blinken : « une pause ».")
    MentionFactory(article=article, actor=blinken)
    said = StatementFactory(article=article, quote="une pause", speaker=blinken, addressee=fidan)

    found = {(kind, key): sorted(names) for kind, key, names in told_of(reader)}

    assert found == {
        ("statement", said.pk): ["Antony Blinken", "Hakan Fidan", "la pause", "États-Unis"],
        ("article", article.pk): ["nommé", "textes"],
    }


def test_a_search_in_the_one_box_brings_all_that_it_finds(reader: User, blinken: Actor, fidan: Actor) -> None:
    StatementFactory(article=ArticleFactory(text="Avant : une pause."), quote="une pause")
    watch(reader, "/search/?q=pause", "la pause")
    watch(reader, "/search/?q=pause&country=US", "la pause américaine")
    watch(reader, "/search/?q=pause&label=PER&state=pre_annotated", "relus")
    article = ArticleFactory(text="Antony Blinken : « une pause ».")
    MentionFactory(article=article, actor=blinken)
    said = StatementFactory(article=article, quote="une pause", speaker=blinken, addressee=fidan)
    meeting = MeetingFactory(actors=[blinken])
    MeetingReportFactory(meeting=meeting, article=article, actors=[blinken], sentence="une pause")
    ArticleFactory(text="Rien de tout cela.")

    found = {(kind, key): names for kind, key, names in told_of(reader)}

    assert found == {
        ("statement", said.pk): ["la pause"],
        ("article", article.pk): ["la pause", "la pause américaine"],
        ("meeting", meeting.pk): ["la pause", "la pause américaine"],
    }
    ReviewFactory(article=article)
    assert ("article", article.pk, ["la pause", "la pause américaine", "relus"]) in told_of(reader)


@pytest.mark.parametrize(
    ("change", "told_now"),
    [
        ({"meeting_status": "cancelled"}, ("status", "held", "cancelled")),
        ({"date_value": "2023", "starts_on": "2023-01-01", "ends_on": "2023-12-31"}, ("date", "2023-11-06", "2023")),
        ({"place": "Paris"}, ("place", "Ankara", "Paris")),
    ],
)  # fmt: skip
def test_a_meeting_known_before_comes_back_with_what_changed(
    reader: User, blinken: Actor, change: dict[str, object], told_now: tuple[str, str, str]
) -> None:
    meeting = told([blinken])
    watch(reader, "/actors/antony-blinken/")
    if "place" in change:
        change = {"place": PlaceFactory(name=change["place"], country="FR")}

    Meeting.objects.filter(pk=meeting.pk).update(**change)

    (found,) = news(reader)
    assert [(each.name, each.before, each.after) for each in found.changes] == [told_now]
    assert (found.hit.key, found.sources) == (meeting.pk, ())


def test_what_changes_nothing_of_substance_is_no_news(reader: User, blinken: Actor) -> None:
    meeting = told([blinken], source="Agence")
    watch(reader, "/actors/antony-blinken/")

    tell(meeting, [blinken], source="Agence")
    Meeting.objects.filter(pk=meeting.pk).update(duration=90, kind="call")

    assert told_of(reader) == []


def test_a_new_source_is_news_and_named(reader: User, blinken: Actor) -> None:
    meeting = told([blinken], source="Agence")
    watch(reader, "/actors/antony-blinken/")

    tell(meeting, [blinken], source="Le Ministère")

    (found,) = news(reader)
    assert (found.hit.key, found.changes, found.sources) == (meeting.pk, (), ("Le Ministère",))


def test_a_change_that_was_taken_back_is_no_news(reader: User, blinken: Actor) -> None:
    meeting = told([blinken])
    report = meeting.reports.get()
    watch(reader, "/actors/antony-blinken/")

    Meeting.objects.filter(pk=meeting.pk).update(meeting_status="cancelled")
    Meeting.objects.filter(pk=meeting.pk).update(meeting_status="held")
    MeetingReport.objects.filter(pk=report.pk).update(status="rejected", decided_at=datetime.now(tz=UTC))
    assert told_of(reader) == []
    MeetingReport.objects.filter(pk=report.pk).update(status="proposed", decided_at=None)

    assert told_of(reader) == []


def test_annotating_anew_makes_nothing_new(reader: User, blinken: Actor) -> None:
    """A run writes its rows anew, under new keys."""
    meeting = told([blinken])
    said = StatementFactory(article=meeting.reports.get().article, speaker=blinken)
    watch(reader, "/actors/antony-blinken/")
    article = meeting.reports.get().article

    meeting.reports.all().delete()
    meeting.delete()
    said.delete()
    again = MeetingFactory(actors=[blinken])
    MeetingReportFactory(meeting=again, article=article, actors=[blinken])
    StatementFactory(article=article, speaker=blinken)

    assert told_of(reader) == []


def test_joined_meetings_come_once_and_undoing_brings_none_back(
    reader: User, editor: User, blinken: Actor, fidan: Actor
) -> None:
    known = told([blinken, fidan], source="Agence", date_value="2023-11")
    watch(reader, "/actors/antony-blinken/")
    new = told([blinken, fidan], source="Reuters", date_value="2023-11-06")
    assert told_of(reader) == [("meeting", new.pk, ["Antony Blinken"])]

    verdict = join_unasked(known.pk, new.pk, by=editor)

    (found,) = news(reader)
    assert found.hit.key == Meeting.objects.get().pk
    assert found.sources == ("Reuters",)
    undo_verdict(verdict, by=editor)
    assert told_of(reader) == [("meeting", new.pk, ["Antony Blinken"])]


def test_joining_two_known_meetings_is_no_news(reader: User, editor: User, blinken: Actor, fidan: Actor) -> None:
    first = told([blinken, fidan], source="Agence")
    second = told([blinken, fidan], source="Reuters")
    watch(reader, "/actors/antony-blinken/")

    verdict = join_unasked(first.pk, second.pk, by=editor)
    assert (Meeting.objects.count(), told_of(reader)) == (1, [])
    undo_verdict(verdict, by=editor)

    assert (Meeting.objects.count(), told_of(reader)) == (2, [])


@pytest.mark.parametrize("path", ["/actors/a-blinken/", "/meetings/?actor=a-blinken&place=ankara"])
def test_an_actor_who_was_merged_stays_followed(reader: User, editor: User, blinken: Actor, path: str) -> None:
    PlaceFactory().names.create(name="Ankara", key="ankara")
    other = ActorFactory(name="A. Blinken")
    watch(reader, path, "Blinken")
    merge = merge_actors(blinken, other, by=editor)

    meeting = told([blinken])

    assert told_of(reader) == [("meeting", meeting.pk, ["Blinken"])]
    unmerge(merge, by=editor)
    assert told_of(reader) == []
    assert Watch.objects.get().path == path


def test_merging_makes_nothing_new_and_both_watches_tell_of_one_thing(
    reader: User, editor: User, blinken: Actor
) -> None:
    other = ActorFactory(name="A. Blinken")
    told([other])
    watch(reader, "/actors/antony-blinken/")
    watch(reader, "/actors/a-blinken/")
    merge_actors(blinken, other, by=editor)
    assert told_of(reader) == []

    meeting = told([blinken])

    assert told_of(reader) == [("meeting", meeting.pk, ["Antony Blinken", "A. Blinken"])]


def test_what_is_paused_brings_nothing_until_it_is_resumed(reader: User, blinken: Actor) -> None:
    paused = watch(reader, "/actors/antony-blinken/")
    pause(paused, by=reader)
    told([blinken])

    assert told_of(reader) == []
    resume(paused, by=reader)
    assert len(told_of(reader)) == 1


def test_a_reload_shows_the_same_and_the_next_look_only_what_came_since(reader: User, blinken: Actor) -> None:
    watch(reader, "/actors/antony-blinken/")
    first = told([blinken])
    now = now_settled()

    shown = look(by=reader, at=now).seen_until
    assert [each.hit.key for each in news(reader, shown)] == [first.pk]
    reloaded = look(by=reader, at=now + LOOK / 2).seen_until
    assert [each.hit.key for each in news(reader, reloaded)] == [first.pk]
    tomorrow = look(by=reader, at=now + timedelta(days=1)).seen_until

    assert tomorrow == now + LOOK / 2
    assert news(reader, tomorrow) == []


def test_marked_as_seen_is_what_the_page_showed(reader: User, blinken: Actor) -> None:
    watch(reader, "/actors/antony-blinken/")
    told([blinken])
    drawn = look(by=reader).looked_at
    late = told([blinken])

    mark_seen(drawn, by=reader)

    assert [each.hit.key for each in news(reader)] == [late.pk]
    mark_seen(datetime(2000, 1, 1, tzinfo=UTC), by=reader)
    assert [each.hit.key for each in news(reader)] == [late.pk]


def test_following_again_keeps_one_watch_from_either_side_of_a_pair(reader: User, blinken: Actor, fidan: Actor) -> None:
    one = watch(reader, "/meetings/?actor=antony-blinken&with=hakan-fidan&sort=sources")
    again = watch(reader, "/meetings/?actor=hakan-fidan&with=antony-blinken", "Ankara")

    assert (one.pk, Watch.objects.get().name) == (again.pk, "Ankara")


def test_watches_are_put_in_order(reader: User, blinken: Actor, fidan: Actor) -> None:
    first, second = watch(reader, "/actors/antony-blinken/"), watch(reader, "/actors/hakan-fidan/")

    move(second, -1, by=reader)
    move(second, -1, by=reader)

    assert list(Watch.objects.in_order()) == [second, first]


def test_nobody_touches_the_watches_of_others(reader: User, editor: User, blinken: Actor) -> None:
    theirs = watch(editor, "/actors/antony-blinken/")

    for act in (unfollow, pause, resume):
        with pytest.raises(PermissionDenied):
            act(theirs, by=reader)
    with pytest.raises(PermissionDenied):
        move(theirs, 1, by=reader)
    told([blinken])
    assert (told_of(reader), len(told_of(editor))) == ([], 1)


def test_a_feed_is_renewed_and_closed(reader: User) -> None:
    first = open_feed(by=reader).token
    second = open_feed(by=reader).token
    close_feed(by=reader)

    assert first != second
    assert len(str(first)) == len(str(second)) == 43
    assert WatchList.objects.get().token is None


def test_a_statement_a_person_adds_later_is_new(reader: User, blinken: Actor) -> None:
    article = ArticleFactory()
    watch(reader, "/actors/antony-blinken/")

    said = StatementFactory(article=article, speaker=blinken, run=None, status="added", decided_at=datetime.now(tz=UTC))

    assert told_of(reader) == [("statement", said.pk, ["Antony Blinken"])]
