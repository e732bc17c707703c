import pytest

from articles.queries.suggestions import resolve_actor, suggest_actors
from tests.factories import ActorFactory, MeetingFactory, PostFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "typed", ["Erdogan", "erdoğan", "ERDOG", "tayyip", "recep erd", "Erdogn", "recep-tayyip-erdogan", "RTE"]
)
def test_resolve_actor_finds_a_name_however_written(typed: str) -> None:
    wanted = ActorFactory(name="Recep Tayyip Erdoğan", slug="recep-tayyip-erdogan", names=["RTE"])
    ActorFactory(name="Hakan Fidan")

    assert [found.actor for found in resolve_actor(typed)] == [wanted]


def test_resolve_actor_takes_a_whole_name_before_longer_ones() -> None:
    short = ActorFactory(name="Jean Martin", slug="jm")
    ActorFactory(name="Jean Martin Dupuis")

    assert [found.actor for found in resolve_actor("jean martin")] == [short]


def test_resolve_actor_tells_namesakes_apart_by_post_and_country() -> None:
    french = ActorFactory(name="Jean Martin", slug="jean-martin", country="FR")
    belgian = ActorFactory(name="Jean Martin", slug="jean-martin-2", country="BE")
    PostFactory(actor=french, title="ambassadeur", country="FR")
    MeetingFactory(actors=[belgian])

    found = resolve_actor("Jean Martin")

    assert [(one.actor, one.post, one.meetings) for one in found] == [(belgian, "", 1), (french, "ambassadeur", 0)]
    assert [one.details for one in found] == ["Belgique", "ambassadeur, France"]


def test_resolve_actor_follows_mergers() -> None:
    target = ActorFactory(name="Vladimir Poutine")
    ActorFactory(name="Wladimir Putin", slug="putin", merged_into=target)

    assert [found.actor for found in resolve_actor("putin")] == [target]
    assert [found.actor for found in resolve_actor("Wladimir")] == [target]


@pytest.mark.parametrize("typed", ["", "  ", "?!", "xyzzy"])
def test_suggest_actors_offers_nothing_for_no_name(typed: str) -> None:
    ActorFactory(name="Hakan Fidan")

    assert suggest_actors(typed) == []
