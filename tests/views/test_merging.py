import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.enums import ProposalState
from articles.models import Actor, ActorMerge, MergeProposal
from tests.factories import ActorFactory, MentionFactory, PostFactory

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
PAGE = "/actors/merges/"


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def proposed(one: str, other: str, score: float = 0.5) -> MergeProposal:
    first, second = ActorFactory(name=one), ActorFactory(name=other)
    return MergeProposal.objects.create(
        first=first, second=second, score=score, reasons=["fuller_name", "same_country"]
    )


def test_page_lists_open_proposals_best_first_with_reasons(desk: Client) -> None:
    proposed("Anna Lind", "Anna Maria Lind", 0.4)
    best = proposed("Karim Benali", "Karim El Benali", 0.9)
    PostFactory(actor=best.first, title="émissaire spécial")
    merged = proposed("Greta Holm", "Greta Maria Holm", 0.95)
    Actor.objects.filter(pk=merged.first_id).update(merged_into=merged.second)

    html = desk.get(PAGE).content.decode()

    assert html.index("Karim El Benali") < html.index("Anna Maria Lind")
    assert "Greta Holm" not in html
    for piece in (
        "émissaire spécial",
        "sûr à 90 %",
        f'action="{PAGE}{best.pk}/accept/"',
        f'action="{PAGE}{best.pk}/refuse/"',
    ):
        assert piece in html
    assert "même pays" in html or "the same country" in html


def test_page_asks_as_many_queries_for_one_proposal_as_for_many(desk: Client, django_assert_max_num_queries) -> None:
    for number in range(20):
        proposed(f"Anna Lind{'abcdefghijklmnopqrst'[number] * 3}", f"A. Lind{'abcdefghijklmnopqrst'[number] * 3}")
    with django_assert_max_num_queries(12):
        desk.get(PAGE)


def test_page_sends_strangers_to_the_login_and_refuses_readers(client: Client, reader: User) -> None:
    proposal = proposed("Anna Lind", "Anna Maria Lind")
    assert client.get(PAGE).headers["Location"] == f"{reverse('login')}?next={PAGE}"
    client.force_login(reader)
    assert client.get(PAGE).status_code == 403
    assert client.post(f"{PAGE}{proposal.pk}/accept/", {"kept": proposal.first_id}).status_code == 403
    assert client.post(f"{PAGE}{proposal.pk}/refuse/").status_code == 403
    assert not ActorMerge.objects.exists()


def test_one_button_merges_and_the_old_address_leads_to_the_kept_actor(desk: Client) -> None:
    proposal = proposed("Anna Lind", "Anna Maria Lind")

    response = desk.post(f"{PAGE}{proposal.pk}/accept/", {"kept": proposal.second_id})

    assert response.headers["Location"] == PAGE
    assert desk.get("/actors/anna-lind/").headers["Location"] == "/actors/anna-maria-lind/"
    assert "Anna Lind" in desk.get("/actors/anna-maria-lind/").content.decode()
    assert "/actors/anna-lind/" not in desk.get("/actors/").content.decode()


def test_merge_and_undo_by_htmx_answer_with_the_pair_alone(desk: Client) -> None:
    proposal = proposed("Anna Lind", "Anna Maria Lind")
    done = desk.post(f"{PAGE}{proposal.pk}/accept/", {"kept": proposal.second_id}, headers=HTMX).content.decode()
    merge = ActorMerge.objects.get()

    assert "<html" not in done
    assert f'action="{PAGE}{merge.pk}/undo/"' in done
    assert desk.post(f"{PAGE}{merge.pk}/undo/", headers=HTMX).status_code == 200
    proposal.refresh_from_db()
    assert (proposal.state, Actor.objects.current().count()) == (ProposalState.OPEN, 2)


def test_refused_pair_is_asked_again_only_on_demand(desk: Client) -> None:
    proposal = proposed("Anna Lind", "Anna Maria Lind")
    refused = desk.post(f"{PAGE}{proposal.pk}/refuse/", headers=HTMX).content.decode()

    assert f'action="{PAGE}{proposal.pk}/reopen/"' in refused
    assert f'id="pair-{proposal.pk}"' not in desk.get(PAGE).content.decode()

    desk.post(f"{PAGE}{proposal.pk}/reopen/")
    assert f'id="pair-{proposal.pk}"' in desk.get(PAGE).content.decode()


def test_second_decision_is_refused_with_the_reason(desk: Client) -> None:
    proposal = proposed("Anna Lind", "Anna Maria Lind")
    desk.post(f"{PAGE}{proposal.pk}/refuse/")

    response = desk.post(f"{PAGE}{proposal.pk}/accept/", {"kept": proposal.first_id}, headers=HTMX)

    assert (response.status_code, 'role="alert"' in response.content.decode()) == (409, True)


def test_kept_actor_must_be_of_the_pair(desk: Client) -> None:
    proposal = proposed("Anna Lind", "Anna Maria Lind")
    response = desk.post(f"{PAGE}{proposal.pk}/accept/", {"kept": ActorFactory().pk})
    assert (response.status_code, ActorMerge.objects.count()) == (400, 0)


def test_actor_pages_lead_editors_to_the_proposals(desk: Client) -> None:
    proposal = proposed("Anna Lind", "Anna Maria Lind")
    MentionFactory(actor=proposal.first)

    assert f'id="pair-{proposal.pk}"' in desk.get("/actors/anna-lind/").content.decode()
    assert f'href="{PAGE}"' in desk.get("/actors/").content.decode()
    desk.logout()
    assert f'id="pair-{proposal.pk}"' not in desk.get("/actors/anna-lind/").content.decode()
    assert f'href="{PAGE}"' not in desk.get("/actors/").content.decode()
