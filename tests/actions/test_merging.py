"""Two actors become one, and two again as they were."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.actions.mentions import accept_mention, change_mention, restore_mention
from articles.actions.merge_proposals import accept_proposal, refuse_proposal, reopen_proposal
from articles.actions.merging import merge_actors, unmerge
from articles.actions.reports import reject_report, restore_report
from articles.actions.storing import store_annotation
from articles.enums import ProposalState
from articles.exceptions import AlreadyDecided, CannotMerge, NothingToUndo
from articles.models import (
    Action,
    Actor,
    ActorMerge,
    Change,
    Meeting,
    MeetingParticipant,
    MeetingReport,
    Mention,
    MergeProposal,
)
from articles.nlp.types import (
    Annotation,
    EntityRecord,
    EvidenceRecord,
    MeetingRecord,
    MentionRecord,
    ParticipantRecord,
    PostRecord,
    Span,
    StatementRecord,
)
from tests.actions.whole_state import all_but
from tests.factories import ActorFactory, ArticleFactory, PipelineRunFactory

pytestmark = pytest.mark.django_db

TEXT = "La ministre suédoise Anna Lindberg a vu Karim Benali à Oslo. « Bien », a-t-elle dit."


def annotation(name: str, text: str, country: str = "SE") -> Annotation:
    """Anna under some name, minister of some country, meets Karim and speaks."""

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return Annotation(
        mentions=(
            MentionRecord(span("ministre suédoise"), "ROLE", country=country),
            MentionRecord(span(name), "PER", entity=0, link_confidence=0.9),
            MentionRecord(span("Karim Benali"), "PER", entity=1),
        ),
        entities=(
            EntityRecord("person", name, (name, "Lindberg"), posts=(PostRecord("ministre", "ministre", country, 0),)),
            EntityRecord("person", "Karim Benali", ("Karim Benali",)),
        ),
        meetings=(
            MeetingRecord(
                (ParticipantRecord(0, 1, 0), ParticipantRecord(1, 2)),
                kind="in_person",
                status="held",
                date="2023-11-06",
                evidence=(EvidenceRecord("sentence", span(name)),),
            ),
        ),
        statements=(StatementRecord(span("Bien"), direct=True, speaker=0),),
    )


@pytest.fixture
def pair() -> tuple[Actor, Actor]:
    """Two actors of names unlike, each with names, a post, a mention, a statement and a meeting of her own."""
    run = PipelineRunFactory()
    for number, name in enumerate(("Anna Lindberg", "Greta Holm")):
        text = TEXT.replace("Anna Lindberg", name)
        article = ArticleFactory(text=text, published_on=date(2023, 11, 6 + 30 * number % 27))
        store_annotation(article, annotation(name, text), run=run)
    return Actor.objects.get(name="Anna Lindberg"), Actor.objects.get(name="Greta Holm")


def contents() -> dict[str, list[dict[str, object]]]:
    """All rows of the collection but those that say that there was a merge."""
    return all_but(ActorMerge, Action, Change)


def test_merge_gives_everything_to_the_kept_actor(pair: tuple[Actor, Actor], editor: User) -> None:
    kept, merged = pair

    merge_actors(kept, merged, by=editor)

    merged.refresh_from_db()
    assert merged.merged_into == kept
    assert sorted(kept.names.values_list("name", flat=True)) == ["Anna Lindberg", "Greta Holm", "Lindberg"]
    assert [(post.since, post.until, post.evidence.count()) for post in kept.posts.all()] == [
        (date(2023, 11, 6), date(2023, 11, 9), 2)
    ]
    left = (merged.mentions, merged.statements, merged.posts, merged.participations)
    assert (kept.mentions.count(), kept.statements.count()) == (2, 2)
    [meeting] = kept.meetings.all()  # told by both articles: of one day, with the same people now
    assert (meeting.reports.count(), Meeting.objects.count()) == (2, 1)
    assert [rows.count() for rows in left] == [0, 0, 0, 0]


def test_unmerge_restores_the_exact_former_state(pair: tuple[Actor, Actor], editor: User) -> None:
    before = contents()
    merge = merge_actors(*pair, by=editor)
    assert contents() != before

    unmerge(merge, by=editor)

    assert contents() == before


def test_unmerge_restores_two_who_took_part_in_one_meeting(pair: tuple[Actor, Actor], editor: User) -> None:
    anna, karim = pair[0], Actor.objects.get(name="Karim Benali")
    before = contents()
    merge = merge_actors(anna, karim, by=editor)
    assert MeetingParticipant.objects.filter(actor=karim).count() == 0

    unmerge(merge, by=editor)

    assert contents() == before


def test_merge_keeps_decisions_and_unmerge_leaves_what_came_later(pair: tuple[Actor, Actor], editor: User) -> None:
    kept, merged = pair
    decided = accept_mention(Mention.objects.get(actor=merged), by=editor, version=1)
    merge = merge_actors(kept, merged, by=editor)
    article = ArticleFactory(text=TEXT + " Fin.")
    store_annotation(article, annotation("Anna Lindberg", article.text), run=PipelineRunFactory())

    unmerge(merge, by=editor)

    decided.refresh_from_db()
    assert (decided.status, decided.actor, decided.version) == ("accepted", merged, 2)
    assert article.mentions.get(text="Anna Lindberg").actor == kept


def test_unmerge_parts_meetings_that_only_the_merge_made_one(pair: tuple[Actor, Actor], editor: User) -> None:
    kept, merged = pair
    meetings = list(Meeting.objects.order_by("pk"))
    merge = merge_actors(kept, merged, by=editor)
    article = ArticleFactory(text=TEXT + " Fin.", published_on=date(2023, 11, 7))
    store_annotation(article, annotation("Anna Lindberg", article.text), run=PipelineRunFactory())
    assert Meeting.objects.count() == 1

    unmerge(merge, by=editor)

    assert list(Meeting.objects.order_by("pk")) == meetings
    assert [meeting.reports.count() for meeting in meetings] == [2, 1]
    assert [sorted(actor.name for actor in each.participants.all()) for each in meetings] == [
        ["Anna Lindberg", "Karim Benali"],
        ["Greta Holm", "Karim Benali"],
    ]


def test_names_of_a_merged_actor_lead_to_the_kept_one(pair: tuple[Actor, Actor], editor: User) -> None:
    kept, merged = pair
    merge_actors(kept, merged, by=editor)
    text = TEXT.replace("Anna Lindberg", "Greta Holm") + " Fin."
    article = ArticleFactory(text=text)

    store_annotation(article, annotation("Greta Holm", text), run=PipelineRunFactory())

    assert article.mentions.get(text="Greta Holm").actor == kept


def test_merge_refuses_other_kinds_itself_and_merged_ones(editor: User) -> None:
    one, other, state = ActorFactory(), ActorFactory(), ActorFactory(kind="state")
    for pair in ((one, one), (one, state)):
        with pytest.raises(CannotMerge):
            merge_actors(*pair, by=editor)
    merge_actors(one, other, by=editor)
    with pytest.raises(CannotMerge):
        merge_actors(ActorFactory(), other, by=editor)


def test_merge_is_for_editors_and_undone_once(reader: User, editor: User) -> None:
    one, other = ActorFactory(), ActorFactory()
    with pytest.raises(PermissionDenied):
        merge_actors(one, other, by=reader)
    merge = merge_actors(one, other, by=editor)
    unmerge(merge, by=editor)
    with pytest.raises(NothingToUndo):
        unmerge(merge, by=editor)


def proposed(one: Actor, other: Actor, **fields: object) -> MergeProposal:
    first, second = sorted((one, other), key=lambda actor: actor.pk)
    values = {"score": 0.5, "reasons": ["same_name"], **fields}
    return MergeProposal.objects.create(first=first, second=second, **values)


def test_accepted_proposal_merges_and_is_open_again_once_undone(pair: tuple[Actor, Actor], editor: User) -> None:
    proposal = proposed(*pair)
    before = contents()

    merge = accept_proposal(proposal, by=editor, kept=pair[1])
    proposal.refresh_from_db()
    assert (proposal.state, proposal.merge, merge.merged) == (ProposalState.ACCEPTED, merge, pair[0])

    unmerge(merge, by=editor)
    assert contents() == before


def test_refused_proposal_is_not_decided_twice_but_can_be_reopened(pair: tuple[Actor, Actor], editor: User) -> None:
    proposal = proposed(*pair)

    refused = refuse_proposal(proposal, by=editor)
    with pytest.raises(AlreadyDecided):
        accept_proposal(proposal, by=editor, kept=pair[0])

    assert (refused.state, refused.decided_by) == (ProposalState.REFUSED, editor)
    assert reopen_proposal(refused, by=editor).state == ProposalState.OPEN


def test_refusal_holds_for_whom_the_actor_is_merged_into(pair: tuple[Actor, Actor], editor: User) -> None:
    kept, merged = pair
    third = ActorFactory(name="Anna Lind")
    refuse_proposal(proposed(merged, third), by=editor)
    proposed(kept, third)
    before = contents()

    merge = merge_actors(kept, merged, by=editor)
    assert set(MergeProposal.objects.values_list("state", flat=True)) == {"refused"}

    unmerge(merge, by=editor)
    assert contents() == before


def test_decision_taken_back_after_a_merge_names_the_kept_actor(pair: tuple[Actor, Actor], editor: User) -> None:
    kept, merged = pair
    mention = Mention.objects.get(actor=merged)
    unlinked = change_mention(mention, by=editor, version=1, actor=None)
    report = reject_report(MeetingReport.objects.get(participants__actor=merged), by=editor, version=1)
    merge_actors(kept, merged, by=editor)

    restored = restore_mention(unlinked, by=editor, version=unlinked.version)
    restore_report(report, by=editor, version=report.version)

    assert restored.actor == kept
    assert kept in {row.actor for row in report.participants.all()}


def test_actor_told_from_another_outlives_its_rows(pair: tuple[Actor, Actor], editor: User) -> None:
    anna, greta = pair
    proposal = refuse_proposal(proposed(anna, greta), by=editor)
    article = Mention.objects.get(actor=greta).article

    store_annotation(article, Annotation(), run=PipelineRunFactory())
    store_annotation(article, annotation("Greta Holm", article.text), run=PipelineRunFactory())

    assert MergeProposal.objects.get() == proposal
    assert article.mentions.get(text="Greta Holm").actor == greta
