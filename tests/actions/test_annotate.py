"""A run proposes; it never touches what a person decided."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User

from articles.actions.mentions import accept_mention, change_mention, reject_mention, restore_mention
from articles.actions.merge_proposals import refuse_proposal
from articles.actions.reports import reject_report
from articles.actions.statements import accept_statement, restore_statement
from articles.actions.storing import store_annotation, store_annotations
from articles.enums import AnnotationStatus, MentionLabel, ReviewState
from articles.exceptions import RowGone
from articles.models import Actor, Article, Meeting, MeetingReport, Mention, MergeProposal, PipelineRun, Post, Statement
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
    ZoneRecord,
)
from tests.factories import ArticleFactory, PipelineRunFactory

pytestmark = pytest.mark.django_db

TEXT = "La ministre suédoise Anna Lindberg a vu Karim Benali à Oslo. « Bien », a-t-elle dit."
LATER = f"{TEXT} Rien de plus."


#: What storing an annotation without mentions or meetings costs.
QUERIES = 19
QUERIES_WITH_MEETING = 38


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def annotation(text: str = TEXT) -> Annotation:
    return Annotation(
        zones=(ZoneRecord(Span(0, len(text)), "body"),),
        mentions=(
            MentionRecord(span("ministre suédoise", text), "ROLE", country="SE", origin="newsdesk_roles"),
            MentionRecord(span("Anna Lindberg", text), "PER", entity=0, origin="newsdesk_entities"),
            MentionRecord(span("Karim Benali", text), "PER", entity=1, origin="newsdesk_entities"),
            MentionRecord(span("Oslo", text), "GPE", entity=2, origin="newsdesk_entities"),
        ),
        entities=(
            EntityRecord(
                "person", "Anna Lindberg", ("Anna Lindberg",), posts=(PostRecord("ministre", "ministre", "SE", 0),)
            ),
            EntityRecord("person", "Karim Benali", ("Karim Benali",)),
            EntityRecord("place", "Oslo", ("Oslo",), known_id="oslo", country="NO", place_kind="city"),
        ),
        meetings=(
            MeetingRecord(
                (ParticipantRecord(0, 1, 0), ParticipantRecord(1, 2)),
                kind="in_person",
                status="held",
                date="2023-11-06",
                place=2,
                evidence=(EvidenceRecord("sentence", span("Anna Lindberg a vu Karim Benali", text)),),
            ),
        ),
        statements=(StatementRecord(span("Bien", text), direct=True, speaker=0, cue=span("a-t-elle dit", text)),),
    )


def test_parts_topics_and_addressee_are_stored_with_their_words() -> None:
    whole = annotation()
    [meeting], [statement] = whole.meetings, whole.statements
    proof = (*meeting.evidence, EvidenceRecord("host", span("a vu")), EvidenceRecord("topic", span("Oslo")))
    people = (replace(meeting.participants[0], part="host"), replace(meeting.participants[1], part="visitor"))
    told = replace(
        whole,
        meetings=(replace(meeting, participants=people, evidence=proof),),
        statements=(replace(statement, addressee=1, addressee_mention=2, addressed=span("Karim Benali")),),
    )
    article = ArticleFactory(text=TEXT)

    store_annotation(article, told, run=PipelineRunFactory())

    meeting_row, statement_row = Meeting.objects.get(), Statement.objects.get()
    parts = dict(meeting_row.participations.values_list("actor__name", "part"))
    fields = MeetingReport.objects.get().evidence.values_list("field", flat=True)
    assert parts == {"Anna Lindberg": "host", "Karim Benali": "visitor"}
    assert set(fields) == {"sentence", "host", "topic"}
    assert statement_row.addressee == statement_row.addressee_mention.actor == Actor.objects.get(name="Karim Benali")
    assert article.text[statement_row.addressed_start : statement_row.addressed_end] == "Karim Benali"


@pytest.fixture
def article() -> Article:
    row: Article = ArticleFactory(text=TEXT)
    store_annotation(row, annotation(), run=PipelineRunFactory())
    return row


def rerun(article: Article) -> PipelineRun:
    run: PipelineRun = PipelineRunFactory(version="test-2")
    store_annotation(article, annotation(), run=run)
    return run


def contents() -> list[tuple[object, ...]]:
    mentions = Mention.objects.order_by("start").values_list("start", "end", "label", "actor__slug", "place__slug")
    reports = MeetingReport.objects.values_list(
        "date_value", "place__slug", "meeting__starts_on", "article__run__version"
    )
    people = Actor.objects.order_by("slug").values_list("slug", "posts__title", "posts__country")
    return [*mentions, *reports, *people]


def test_annotation_is_stored_whole(article: Article) -> None:
    assert contents() == [
        (3, 20, "ROLE", None, None),
        (21, 34, "PER", "anna-lindberg", None),
        (40, 52, "PER", "karim-benali", None),
        (55, 59, "GPE", None, "oslo"),
        ("2023-11-06", "oslo", date(2023, 11, 6), "test-1"),
        ("anna-lindberg", "ministre", "SE"),
        ("karim-benali", None, None),
    ]
    report = MeetingReport.objects.get()
    assert [(row.actor.slug, row.post and row.post.title) for row in report.participants.all()] == [
        ("anna-lindberg", "ministre"),
        ("karim-benali", None),
    ]
    assert article.review.state == ReviewState.PRE_ANNOTATED


def test_second_run_replaces_undecided_rows_only_once(article: Article) -> None:
    before, meeting = contents(), Meeting.objects.get()

    run = rerun(article)

    after = contents()
    assert after == [row if row[0] != "2023-11-06" else (*row[:3], "test-2") for row in before]
    assert {row.run for row in Mention.objects.all()} == {run}
    assert Meeting.objects.get() == meeting


def test_second_run_leaves_what_a_person_decided(article: Article, editor: User) -> None:
    anna, karim, oslo = (Mention.objects.get(text=text) for text in ("Anna Lindberg", "Karim Benali", "Oslo"))
    accept_mention(anna, by=editor, version=1)
    change_mention(karim, by=editor, version=1, label=MentionLabel.ORG)
    reject_mention(oslo, by=editor, version=1)
    decided = list(Mention.objects.decided().order_by("pk").values())

    rerun(article)

    assert list(Mention.objects.decided().order_by("pk").values()) == decided
    assert [row.text for row in Mention.objects.undecided().filter(article=article)] == ["ministre suédoise"]


def test_second_run_keeps_a_row_whose_decision_was_taken_back(article: Article, editor: User) -> None:
    anna = Mention.objects.get(text="Anna Lindberg")
    rejected = reject_mention(anna, by=editor, version=1)
    restore_mention(rejected, by=editor, version=rejected.version)

    rerun(article)

    assert Mention.objects.get(text="Anna Lindberg").pk == anna.pk
    assert Mention.objects.count() == 4


def test_decision_on_a_statement_is_taken_back_after_a_second_run(article: Article, editor: User) -> None:
    Statement.objects.update(speaker_mention=Mention.objects.get(text="Anna Lindberg"))
    accepted = accept_statement(Statement.objects.get(), by=editor, version=1)
    rerun(article)

    restored = restore_statement(accepted, by=editor, version=accepted.version)

    assert (restored.status, restored.speaker_mention) == (AnnotationStatus.PROPOSED, None)


def test_actor_that_a_decision_knew_outlives_its_rows(article: Article, editor: User) -> None:
    karim = Mention.objects.get(text="Karim Benali")
    unlinked = change_mention(karim, by=editor, version=1, actor=None)
    store_annotation(article, Annotation(), run=PipelineRunFactory(version="test-2"))

    restored = restore_mention(unlinked, by=editor, version=unlinked.version)

    assert restored.actor is not None
    assert restored.actor.slug == "karim-benali"


def test_row_that_a_run_replaced_is_gone(article: Article, editor: User) -> None:
    seen = Mention.objects.get(text="Oslo")
    rerun(article)
    with pytest.raises(RowGone):
        accept_mention(seen, by=editor, version=1)


def test_rejected_meeting_is_not_proposed_again(article: Article, editor: User) -> None:
    reject_report(MeetingReport.objects.get(), by=editor, version=1)

    rerun(article)

    assert MeetingReport.objects.values_list("status", flat=True).get() == AnnotationStatus.REJECTED
    assert not Meeting.objects.live().exists()


def test_same_person_in_another_article_is_one_actor(article: Article) -> None:
    other = ArticleFactory(text=TEXT.replace("Anna Lindberg", "Anna LINDBERG"), published_on=date(2023, 12, 1))
    text = other.text.replace("LINDBERG", "Lindberg")

    store_annotation(other, annotation(text), run=PipelineRunFactory())

    assert Actor.objects.filter(kind="person").count() == 2
    post = Post.objects.get()
    assert (post.since, post.until) == (date(2023, 11, 6), date(2023, 12, 1))
    assert post.evidence.count() == 2


def test_reviewed_article_stays_reviewed(article: Article, editor: User) -> None:
    review = article.review
    review.state, review.editor, review.changed_at = ReviewState.REVIEWED, editor, datetime.now(UTC)
    review.save()

    rerun(article)

    review.refresh_from_db()
    assert review.state == ReviewState.REVIEWED


def people(*entities: EntityRecord) -> Annotation:
    return Annotation(zones=(), mentions=(), entities=entities, meetings=(), statements=())


def test_store_annotation_links_a_short_name_to_the_office_holder_of_an_earlier_article(article: Article) -> None:
    again: Article = ArticleFactory(text="Lindberg est arrivée.")
    mention = MentionRecord(Span(0, 8), "PER", entity=0, origin="newsdesk_entities")
    short = Annotation(
        zones=(),
        mentions=(mention,),
        entities=(EntityRecord("person", "Lindberg", ("Lindberg",)),),
        meetings=(),
        statements=(),
    )
    store_annotation(again, short, run=PipelineRunFactory())
    lindberg = Actor.objects.get(name="Anna Lindberg")
    assert again.mentions.get().actor == lindberg
    assert list(lindberg.names.values_list("name", "key")) == [
        ("Anna Lindberg", "anna lindberg"),
        ("Lindberg", "lindberg"),
    ]


def test_store_annotation_follows_a_merge(article: Article) -> None:
    kept: Actor = Actor.objects.get(name="Karim Benali")
    Actor.objects.filter(name="Anna Lindberg").update(merged_into=kept)
    again: Article = ArticleFactory(text=LATER)
    store_annotation(again, annotation(LATER), run=PipelineRunFactory())
    assert set(again.mentions.filter(label="PER").values_list("actor__name", flat=True)) == {"Karim Benali"}


def test_store_annotation_makes_one_actor_of_one_name_in_one_article() -> None:
    first = EntityRecord("person", "Ines Duarte", ("Ines Duarte",))
    second = EntityRecord("person", "Inès Duarte", ("Inès Duarte",))
    store_annotation(ArticleFactory(text="Rien."), people(first, second), run=PipelineRunFactory())
    assert list(Actor.objects.get().names.values_list("name", flat=True)) == ["Ines Duarte", "Inès Duarte"]


def test_store_annotation_widens_the_time_of_a_post(article: Article) -> None:
    earlier: Article = ArticleFactory(text=LATER, published_on=date(2001, 2, 3))
    store_annotation(earlier, annotation(LATER), run=PipelineRunFactory())
    post = Post.objects.get()
    assert (post.since, post.until) == (date(2001, 2, 3), article.published_on)
    assert post.evidence.count() == 2


@pytest.mark.parametrize("number", [1, 12])
def test_store_annotation_asks_as_many_queries_for_any_number_of_known_actors(
    number: int, django_assert_num_queries
) -> None:
    names = [f"Ines Duarte{'abcdefghijkl'[each] * 3}o" for each in range(number)]
    entities = people(*(EntityRecord("person", name, (name,)) for name in names))
    run = PipelineRunFactory()
    store_annotation(ArticleFactory(text="Rien."), entities, run=run)
    again = ArticleFactory(text="Rien de plus.")
    with django_assert_num_queries(QUERIES):
        store_annotation(again, entities, run=run)


def test_articles_stored_together_are_as_if_one_after_the_other() -> None:
    day = date(2023, 12, 1)
    texts = [TEXT, LATER, f"{LATER} Fin."]

    def stored(*sizes: int) -> list[tuple[object, ...]]:
        pairs = [(ArticleFactory(text=text, published_on=day), annotation(text)) for text in texts]
        run = PipelineRunFactory()
        for size in sizes:
            store_annotations(pairs[:size], run=run)
            del pairs[:size]
        meetings = MeetingReport.objects.order_by("article").values_list("date_value", "place__slug", "participants")
        posts = Post.objects.values_list("actor__slug", "since", "until", "evidence__mention__article__text")
        names = Actor.objects.order_by("slug").values_list("slug", "names__name", "meetings__participants__slug")
        found = [len(meetings), *posts.order_by("actor", "evidence"), *names, Meeting.objects.count()]
        Article.objects.all().delete()
        Meeting.objects.all().delete()
        Actor.objects.all().delete()
        return found

    assert stored(3) == stored(1, 1, 1)


@pytest.mark.parametrize("number", [1, 6])
def test_store_annotations_asks_as_many_queries_for_any_number_of_articles(
    number: int, django_assert_num_queries
) -> None:
    texts = [TEXT + " Fin." * (each + 1) for each in range(number)]
    store_annotation(ArticleFactory(text=TEXT), annotation(), run=PipelineRunFactory())
    pairs = [(ArticleFactory(text=text, published_on=date(2024, 1, 1)), annotation(text)) for text in texts]
    run = PipelineRunFactory()
    with django_assert_num_queries(QUERIES_WITH_MEETING):
        store_annotations(pairs, run=run)


def test_article_deleted_meanwhile_is_passed_over() -> None:
    gone, there = ArticleFactory(text=TEXT), ArticleFactory(text=LATER)
    Article.objects.filter(pk=gone.pk).delete()

    assert store_annotations([(gone, annotation()), (there, annotation(LATER))], run=PipelineRunFactory()) == [there]
    assert set(Mention.objects.values_list("article", flat=True)) == {there.pk}


def resolved(*entities: EntityRecord) -> list[str]:
    """Store an article of these entities; the people there are by now."""
    store_annotation(
        ArticleFactory(text=f"Rien de neuf, {Article.objects.count()}."), people(*entities), run=PipelineRunFactory()
    )
    return list(Actor.objects.filter(kind="person").order_by("pk").values_list("name", flat=True))


def proposals() -> list[tuple[str, str, list[str]]]:
    rows = MergeProposal.objects.order_by("pk").values_list("first__name", "second__name", "reasons")
    return list(rows)


def test_longer_name_without_evidence_is_another_actor_and_a_proposal() -> None:
    resolved(EntityRecord("person", "Anna Lindberg", ("Anna Lindberg",)))
    names = resolved(EntityRecord("person", "Anna Maria Lindberg", ("Anna Maria Lindberg",)))
    assert names == ["Anna Lindberg", "Anna Maria Lindberg"]
    assert proposals() == [("Anna Lindberg", "Anna Maria Lindberg", ["fuller_name"])]


def test_longer_name_with_the_country_in_common_is_the_same_actor() -> None:
    resolved(EntityRecord("person", "Anna Lindberg", ("Anna Lindberg",), country="SE"))
    names = resolved(EntityRecord("person", "Anna Maria Lindberg", ("Anna Maria Lindberg",), country="SE"))
    assert (names, proposals()) == (["Anna Maria Lindberg"], [])


def test_refused_proposal_is_not_made_again(editor: User) -> None:
    resolved(EntityRecord("person", "Anna Lindberg", ("Anna Lindberg",)))
    resolved(EntityRecord("person", "Anna Maria Lindberg", ("Anna Maria Lindberg",)))
    refuse_proposal(MergeProposal.objects.get(), by=editor)
    resolved(EntityRecord("person", "Anna Maria Lindberg", ("Anna Maria Lindberg",)))
    assert [proposal.state for proposal in MergeProposal.objects.all()] == ["refused"]


def test_two_people_one_article_tells_apart_are_not_proposed() -> None:
    one = EntityRecord("person", "Anna Lindberg", ("Anna Lindberg",))
    resolved(one, EntityRecord("person", "Anna Maria Lindberg", ("Anna Maria Lindberg",)))
    assert proposals() == []


def test_surname_of_two_people_is_nobodys_but_asked_about() -> None:
    resolved(EntityRecord("person", "Anna Lindberg", ("Anna Lindberg",)))
    resolved(EntityRecord("person", "Karl Lindberg", ("Karl Lindberg",)))
    names = resolved(EntityRecord("person", "Lindberg", ("Lindberg",)))
    assert names == ["Anna Lindberg", "Karl Lindberg", "Lindberg"]
    assert proposals() == [("Anna Lindberg", "Lindberg", ["surname"]), ("Karl Lindberg", "Lindberg", ["surname"])]
