"""Who is who does not depend on the order the articles came in, and never goes against what a person decided."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import regrouping
from articles.actions.locks import lock_articles
from articles.actions.mentions import accept_mention
from articles.actions.merge_proposals import refuse_proposal
from articles.actions.posts import PostFields, change_post, remove_post
from articles.actions.regrouping import settle_people
from articles.actions.renaming import rename_actor
from articles.actions.storing import store_annotations
from articles.actions.undoing import undo_action
from articles.models import Action, Actor, Article, Meeting, Mention, MergeProposal, PipelineRun, Post
from articles.nlp.types import (
    Annotation,
    EntityRecord,
    EvidenceRecord,
    MeetingRecord,
    MentionRecord,
    ParticipantRecord,
    PostRecord,
    Span,
)
from tests.actions.collection import collection
from tests.factories import ArticleFactory, PipelineRunFactory

pytestmark = pytest.mark.django_db


def told(name: str, *, post: str = "", country: str = "", place: str = "") -> tuple[Article, Annotation]:
    """An article in which somebody meets Karim Benali: `ministre Anna Lind a vu Karim Benali à Oslo.`"""
    text = f"{post or 'Oui'} {name} a vu Karim Benali à Oslo. {Article.objects.count()}"
    start = text.index(name)
    posts = (PostRecord(post, post, country, 0),) if post else ()
    first = MentionRecord(Span(0, len(post)), "ROLE", country=country, origin="x") if post else None
    mentions = [
        *([first] if first else [MentionRecord(Span(0, 3), "DATE", value="2024", origin="x")]),
        MentionRecord(Span(start, start + len(name)), "PER", entity=0, origin="x"),
        MentionRecord(Span(text.index("Karim"), text.index(" à Oslo")), "PER", entity=1, origin="x"),
        MentionRecord(Span(text.index("Oslo"), text.index("Oslo") + 4), "GPE", entity=2, origin="x"),
    ]
    meeting = MeetingRecord(
        (ParticipantRecord(0, 1, 0 if post else None), ParticipantRecord(1, 2)),
        kind="in_person",
        status="held",
        date="2023-11-06",
        evidence=(EvidenceRecord("sentence", Span(0, len(text))),),
    )
    entities = (
        EntityRecord("person", name, (name,), country=country, posts=posts),
        EntityRecord("person", "Karim Benali", ("Karim Benali",)),
        EntityRecord("place", "Oslo", ("Oslo",), known_id="oslo", country=place, place_kind="city"),
    )
    article = ArticleFactory(text=text, published_on=date(2023, 11, 7))
    return article, Annotation(mentions=tuple(mentions), entities=entities, meetings=(meeting,))


def store(*pairs: tuple[Article, Annotation]) -> None:
    run = PipelineRunFactory()
    for pair in pairs:
        store_annotations([pair], run=run)
    settle_people(run)


def people() -> set[str]:
    return set(Actor.objects.filter(kind="person").exclude(name="Karim Benali").values_list("name", flat=True))


def actor_of(pair: tuple[Article, Annotation]) -> Actor:
    mention = Mention.objects.filter(article=pair[0], label="PER").order_by("start")[0]
    assert mention.actor is not None
    return mention.actor


def test_bare_surname_that_came_first_is_whoever_bears_it_alone() -> None:
    bare, full = told("Lind"), told("Anna Lind", post="ministre", country="SE")

    store(bare, full)

    assert people() == {"Anna Lind"}
    assert actor_of(bare) == actor_of(full)
    assert Meeting.objects.get().reports.count() == 2


def test_surname_of_two_stays_an_actor_of_its_own_that_editors_are_asked_about() -> None:
    pairs = [told("Lind"), told("Anna Lind", post="ministre"), told("Bo Lind", post="juge")]
    seen = set()
    for order in permutations(pairs):
        store(*order)
        assert people() == {"Lind", "Anna Lind", "Bo Lind"}
        seen.add((collection().doubts, collection().meetings))
        Article.objects.all().delete()
        Meeting.objects.all().delete()
        MergeProposal.objects.all().delete()
        Actor.objects.all().delete()
        for article, _ in pairs:
            article.pk = None
            article.save(force_insert=True)

    assert len(seen) == 1


def test_surname_is_given_back_when_a_second_bearer_comes() -> None:
    bare, anna = told("Lind"), told("Anna Lind", post="ministre")
    store(bare, anna)
    assert actor_of(bare) == actor_of(anna)

    bo = told("Bo Lind", post="juge")
    store(bo)

    assert people() == {"Lind", "Anna Lind", "Bo Lind"}
    assert len({actor_of(bare), actor_of(anna), actor_of(bo)}) == 3
    assert {row.actor for row in bare[0].meeting_reports.get().participants.all()} >= {actor_of(bare)}
    assert MergeProposal.objects.count() == 2


def test_country_tells_which_of_two_a_surname_means() -> None:
    anna, bo = told("Anna Lind", post="ministre", country="SE"), told("Bo Lind", post="juge", country="NO")
    bare = told("Lind", place="SE")

    store(bare, bo, anna)

    assert actor_of(bare) == actor_of(anna)


def test_somebody_a_person_decided_about_keeps_all_rows(editor: User) -> None:
    bare = told("Lind")
    store(bare)
    mention = Mention.objects.get(article=bare[0], text="Lind")
    accept_mention(mention, by=editor, version=1)

    store(told("Anna Lind", post="ministre", country="SE"))

    assert people() == {"Lind", "Anna Lind"}
    assert actor_of(bare).name == "Lind"
    assert MergeProposal.objects.get().state == "open"


def test_refused_pair_is_neither_joined_nor_asked_about_again(editor: User) -> None:
    pairs = [told("Lind"), told("Anna Lind", post="ministre"), told("Bo Lind", post="juge")]
    store(*pairs)
    asked = MergeProposal.objects.filter(second__name="Anna Lind") | MergeProposal.objects.filter(
        first__name="Anna Lind"
    )
    refuse_proposal(asked.get(), by=editor)

    store(told("Lind", post="ministre"))

    assert actor_of(pairs[0]) != actor_of(pairs[1])
    assert asked.get().state == "refused"


def test_settling_again_changes_nothing() -> None:
    store(told("Lind"), told("Anna Lind", post="ministre", country="SE"), told("Bo Lind", post="juge", country="NO"))
    before = collection()

    settle_people(PipelineRun.objects.get())

    assert collection() == before


def test_many_families_are_settled_with_the_reads_of_one() -> None:
    """Each family joins its bare surname to the full name: all move, with their meetings, in one go."""
    surnames = ("Lind", "Bergman", "Karlsson", "Nyström", "Öberg", "Sundin", "Wallander", "Forsberg")
    runs = []
    for names in (surnames[:1], surnames[1:]):
        pairs = [pair for name in names for pair in (told(name), told(f"Anna {name}", post="ministre"))]
        run = PipelineRunFactory()
        for pair in pairs:
            store_annotations([pair], run=run)
        with CaptureQueriesContext(connection) as queries:
            settle_people(run)
        runs.append([query["sql"].split(" ", 1)[0] for query in queries.captured_queries])

    assert people() == {f"Anna {name}" for name in surnames}
    one, seven = (kinds.count("SELECT") for kinds in runs)
    assert seven < 2 * one


@pytest.fixture
def anna() -> Actor:
    store(told("Anna Lind", post="ministre", country="SE"))
    return Actor.objects.get(name="Anna Lind")


def test_name_that_a_person_gave_holds_among_like_names(editor: User, anna: Actor) -> None:
    rename_actor(anna, by=editor, name="A.-M. Lind", seen="Anna Lind")
    store(told("Bo Lind", post="juge"), told("Lind"), told("Anna Lind", post="ministre", country="SE"))
    anna.refresh_from_db()
    assert anna.name == "A.-M. Lind"
    assert anna.names.filter(name="A.-M. Lind").exists()


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"until": date(2023, 6, 1)}, (date(2023, 5, 1), date(2023, 5, 1))),
        ({"since": date(2024, 5, 15)}, (date(2024, 5, 1), date(2024, 6, 1))),
        ({"title": "ministre de la Défense nationale"}, (date(2023, 5, 1), date(2023, 5, 1))),
    ],
)
def test_what_a_person_wrote_of_a_post_holds(
    editor: User, anna: Actor, fields: dict[str, Any], days: tuple[date, date]
) -> None:
    post = anna.posts.get()
    post.since, post.until = days
    post.save()
    seen = PostFields.of(post)
    change_post(post, by=editor, fields=replace(seen, **fields), seen=seen)
    Post.objects.filter(pk=post.pk).update(key="ministre")
    store(told("Anna Lind", post="ministre", country="SE"), told("Lind"))
    post.refresh_from_db()
    assert {name: getattr(post, name) for name in fields} == fields


def test_post_that_a_person_took_away_is_not_shown_again_until_that_is_undone(editor: User, anna: Actor) -> None:
    remove_post(anna.posts.get(), by=editor, seen=PostFields.of(anna.posts.get()))
    store(told("Anna Lind", post="ministre", country="SE"), told("Lind", post="ministre", country="SE"))
    assert not anna.posts.exists()
    undo_action(Action.objects.get(), by=editor)
    store(told("Anna Lind", post="ministre", country="SE"))
    assert anna.posts.get().evidence.count() == 2


def test_what_somebody_accepts_while_people_are_settled_stays_theirs(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted: list[Mention] = []

    def locked_late(articles: set[int]) -> set[int]:
        """Somebody was quicker than the lock."""
        accepted.append(accept_mention(Mention.objects.get(text="Anna Lind"), by=editor, version=1))
        return lock_articles(articles)

    monkeypatch.setattr(regrouping, "lock_articles", locked_late)
    store(told("Lind"))
    store(told("Anna Lind", post="ministre", country="SE"))
    assert [each.actor_id for each in accepted] == [Mention.objects.get(text="Anna Lind").actor_id]
