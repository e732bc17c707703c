"""Leaders whom articles only name are of the country, and in the office of that day, that the vocabulary knows."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from articles.actions.known_offices import give_known_offices
from articles.actions.merging import merge_actors, unmerge
from articles.actions.posts import PostFields, change_post, remove_post
from articles.actions.regrouping import settle_people
from articles.actions.storing import store_annotations
from articles.actions.undoing import undo_action
from articles.models import Action, Actor, Article, Mention, Post, PostEvidence
from articles.nlp.types import Annotation, EntityRecord, MentionRecord, Span
from articles.queries.meeting_search import MeetingSearch, find_meetings
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    PipelineRunFactory,
    PostFactory,
)

pytestmark = pytest.mark.django_db

DAY = date(2018, 8, 18)


def named(name: str, day: date = DAY, *, words: str = "", text: str = "{} a pris la parole.", **actor: str) -> Actor:
    """Somebody whom an article of that day names in that text."""
    article = ArticleFactory(text=text.format(words or name) + f" {Article.objects.count()}", published_on=day)
    known = Actor.objects.filter(name=name).first() or ActorFactory(name=name, **actor)
    MentionFactory(article=article, actor=known, text=words or name)
    return known


def told(actor: Actor, title: str, country: str) -> None:
    """The last article that names the actor tells the office, too."""
    article = Mention.objects.filter(actor=actor).latest("pk").article
    end = len(article.text)
    mention = MentionFactory(article=article, text=title, label="ROLE", start=end - 1, end=end)
    post = PostFactory(actor=actor, title=title, country=country, since=DAY, until=DAY)
    PostEvidence.objects.create(post=post, mention=mention)


def held(actor: Actor) -> tuple[str, set[tuple[str, str]]]:
    actor.refresh_from_db()
    return actor.country, set(actor.posts.values_list("title", "country"))


def test_leaders_known_only_by_name_are_of_their_country_and_in_the_office_of_that_day() -> None:
    putin, merkel = named("Vladimir Poutine"), named("Angela Merkel")

    give_known_offices()

    assert held(putin) == ("RU", {("président", "RU")})
    assert held(merkel) == ("DE", {("chancelière", "DE")})
    proof = PostEvidence.objects.get(post__actor=putin)
    assert (proof.listed, proof.mention.text) == ("vladimir-poutine-ru-2012-05", "Vladimir Poutine")
    assert putin.country_listed == "vladimir-poutine-ru-2012-05"
    assert (proof.post.since, proof.post.until) == (DAY, DAY)


def test_their_meetings_are_found_by_pair_of_countries_and_by_post() -> None:
    putin, merkel = named("Vladimir Poutine"), named("Angela Merkel")
    meeting = MeetingFactory(actors=[putin, merkel], starts_on=DAY, date_value=DAY.isoformat())
    MeetingReportFactory(meeting=meeting, actors=[putin, merkel], date_value=DAY.isoformat())
    assert not find_meetings(MeetingSearch(country="RU", other_country="DE")).exists()

    give_known_offices()

    assert list(find_meetings(MeetingSearch(country="RU", other_country="DE"))) == [meeting]
    assert list(find_meetings(MeetingSearch(posts=("president|RU",)))) == [meeting]


@pytest.mark.parametrize(("name", "country"), [("Poutine", "RU"), ("Merkel", "DE"), ("Xi", "CN"), ("Erdogan", "TR")])
def test_surname_that_means_nobody_else_is_enough(name: str, country: str) -> None:
    actor = named(name)

    give_known_offices()

    assert held(actor)[0] == country


def test_relative_who_goes_by_the_surname_too_is_somebody_else() -> None:
    melania = named("Melania Trump", words="Trump")

    give_known_offices()

    assert held(melania) == ("", set())


def test_office_is_that_of_the_day() -> None:
    medvedev = named("Dmitri Medvedev", date(2010, 3, 1))
    named("Dmitri Medvedev", date(2015, 3, 1))
    named("Dmitri Medvedev", date(2023, 3, 1))

    give_known_offices()

    posts = medvedev.posts.values_list("title", "since", "until")
    assert set(posts) == {
        ("président", date(2010, 3, 1), date(2010, 3, 1)),
        ("Premier ministre", date(2015, 3, 1), date(2015, 3, 1)),
    }


def test_who_left_office_keeps_the_country_and_who_is_not_there_yet_has_none() -> None:
    merkel, macron = named("Angela Merkel", date(2023, 1, 9)), named("Emmanuel Macron", date(2014, 1, 9))

    give_known_offices()

    assert held(merkel) == ("DE", set())
    assert held(macron) == ("", set())


@pytest.mark.parametrize("text", ["L’ancien président {} a parlé.", "{}, alors futur chancelier, a parlé."])
def test_article_that_calls_the_office_over_or_to_come_shows_nobody_in_it(text: str) -> None:
    actor = named("Angela Merkel", text=text)

    give_known_offices()

    assert held(actor)[1] == set()


def test_article_that_calls_somebody_just_a_leader_leaves_the_office_to_the_list() -> None:
    tusk = named("Donald Tusk", date(2010, 5, 3))
    told(tusk, "dirigeant", "PL")

    give_known_offices()

    assert held(tusk) == ("PL", {("dirigeant", "PL"), ("Premier ministre", "PL")})
    assert PostEvidence.objects.from_the_list().count() == 1


def test_article_that_tells_another_office_of_its_own_shows_no_listed_one() -> None:
    howard = named("John Howard", date(2003, 5, 5))
    told(howard, "historien", "")

    give_known_offices()

    assert held(howard)[1] == {("historien", "")}


def test_told_post_in_other_words_is_the_same_post() -> None:
    macron = named("Emmanuel Macron")
    told(macron, "président de la République", "FR")
    named("Emmanuel Macron", date(2019, 2, 2))

    give_known_offices()

    assert held(macron) == ("FR", {("président de la République", "FR")})
    assert macron.posts.get().until == date(2019, 2, 2)


def test_namesake_of_another_country_gets_nothing_and_keeps_others_from_it() -> None:
    canadian = named("John Howard", date(2003, 5, 5))
    told(canadian, "ministre", "CA")
    unknown = ActorFactory(name="John Howard", slug="john-howard-2")
    MentionFactory(article=ArticleFactory(text="John Howard vu.", published_on=DAY), actor=unknown, text="John Howard")

    give_known_offices()

    assert held(canadian) == ("", {("ministre", "CA")})
    assert held(unknown) == ("", set())


def test_of_several_of_one_name_only_who_is_told_to_be_of_the_country_is_the_leader() -> None:
    leader = named("John Howard", date(2003, 5, 5))
    told(leader, "ministre", "AU")
    named("John Howard", date(2004, 5, 5))
    unknown = ActorFactory(name="John Howard", slug="john-howard-2")
    article = ArticleFactory(text="John Howard vu.", published_on=date(2003, 5, 5))
    MentionFactory(article=article, actor=unknown, text="John Howard")

    give_known_offices()

    assert held(leader) == ("AU", {("ministre", "AU"), ("Premier ministre", "AU")})
    assert held(unknown) == ("", set())


def test_what_the_list_told_goes_where_a_namesake_turns_up() -> None:
    howard = named("John Howard", date(2003, 5, 5))
    give_known_offices()
    assert held(howard) == ("AU", {("Premier ministre", "AU")})

    told(named("John Howard", date(2003, 6, 6)), "ministre", "CA")
    give_known_offices()

    assert held(howard) == ("CA", {("ministre", "CA")})
    assert howard.country_listed == ""


def test_second_time_changes_nothing() -> None:
    named("Vladimir Poutine")
    give_known_offices()
    before = [list(model.objects.order_by("pk").values()) for model in (Actor, Post, PostEvidence)]

    give_known_offices()

    assert [list(model.objects.order_by("pk").values()) for model in (Actor, Post, PostEvidence)] == before


def test_run_looks_only_at_its_own_articles() -> None:
    merkel = named("Angela Merkel")
    putin = named("Vladimir Poutine")
    run = PipelineRunFactory()
    Article.objects.filter(mentions__actor=putin).update(run=run)

    assert give_known_offices(run) == 1

    assert held(putin)[0] == "RU"
    assert held(merkel) == ("", set())


def test_post_that_a_person_took_away_is_not_made_again(editor: User) -> None:
    putin = named("Vladimir Poutine")
    give_known_offices()
    post = putin.posts.get()
    remove_post(post, by=editor, seen=PostFields.of(post))

    give_known_offices()

    assert not putin.posts.exists()


def test_ends_that_a_person_wrote_stay(editor: User) -> None:
    putin = named("Vladimir Poutine")
    give_known_offices()
    post = putin.posts.get()
    fields = PostFields(post.title, "RU", date(2018, 5, 7), date(2018, 12, 31))
    change_post(post, by=editor, fields=fields, seen=PostFields.of(post))
    named("Vladimir Poutine", date(2020, 1, 5))

    give_known_offices()

    post.refresh_from_db()
    assert (post.since, post.until) == (date(2018, 5, 7), date(2018, 12, 31))


def test_country_that_a_person_gave_stays() -> None:
    putin = named("Vladimir Poutine", country="BY")

    give_known_offices()

    assert held(putin) == ("BY", set())


def test_removal_is_undone_with_where_it_is_from(editor: User) -> None:
    putin = named("Vladimir Poutine")
    give_known_offices()
    post = putin.posts.get()
    remove_post(post, by=editor, seen=PostFields.of(post))

    undo_action(Action.objects.latest("pk"), by=editor)

    assert PostEvidence.objects.get(post__actor=putin).listed == "vladimir-poutine-ru-2012-05"


def test_merge_takes_the_country_over_with_where_it_is_from_and_gives_it_back(editor: User) -> None:
    putin, other = named("Vladimir Poutine"), named("V. Poutine")
    give_known_offices()

    merge = merge_actors(other, putin, by=editor)
    other.refresh_from_db()
    assert (other.country, other.country_listed) == ("RU", "vladimir-poutine-ru-2012-05")

    unmerge(merge, by=editor)
    other.refresh_from_db()
    assert (other.country, other.country_listed) == ("", "")


@pytest.mark.parametrize("names", [("Vladimir Poutine", "Poutine"), ("Poutine", "Vladimir Poutine")])
def test_full_name_and_surname_alone_are_found_to_be_one(names: tuple[str, str]) -> None:
    run = PipelineRunFactory()
    for name in names:
        annotation = Annotation(
            mentions=(MentionRecord(Span(0, len(name)), "PER", entity=0),),
            entities=(EntityRecord("person", name, (name,)),),
        )
        store_annotations([(ArticleFactory(text=f"{name} a parlé.", published_on=DAY), annotation)], run=run)

    give_known_offices(run)
    settle_people(run)

    [putin] = Actor.objects.filter(kind="person")
    assert (putin.name, held(putin)) == ("Vladimir Poutine", ("RU", {("président", "RU")}))
    assert PostEvidence.objects.from_the_list().count() == 2
