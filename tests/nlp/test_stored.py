"""Proposals on a reading view led back: offsets of the stored text, indexes that hold."""

from collections.abc import Callable
from functools import partial

from articles.nlp.cleaning import clean
from articles.nlp.stored import stored_annotation
from articles.nlp.types import (
    Annotation,
    DatelineRecord,
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

STORED = "OSLO, 3&nbsp;mai &ndash; La ministre In&eacute;s  Roy a re&ccedil;u l&rsquo;Union. Кирилл a dit <<oui>>."
VIEW = clean(STORED)


#: Words as the view shows them, and as they were stored.
STORED_AS = {
    "OSLO, 3 mai –": "OSLO, 3&nbsp;mai &ndash;",
    "3 mai": "3&nbsp;mai",
    "Inés Roy": "In&eacute;s  Roy",
    "l’Union": "l&rsquo;Union",
    "La ministre Inés Roy a reçu l’Union.": "La ministre In&eacute;s  Roy a re&ccedil;u l&rsquo;Union.",
    VIEW.text[VIEW.text.index("La ministre") :]: STORED[STORED.index("La ministre") :],
}


def at(words: str) -> Span:
    start = VIEW.text.index(words)
    return Span(start, start + len(words))


def stored(words: str) -> Span:
    told = STORED_AS.get(words, words)
    start = STORED.index(told)
    return Span(start, start + len(told))


def test_the_view_of_these_tests() -> None:
    assert VIEW.text == "OSLO, 3 mai – La ministre Inés Roy a reçu l’Union. ······ a dit «oui»."


def annotation(place: Callable[[str], Span]) -> Annotation:
    """One with every kind of record, whose words stand where `place` says."""
    minister = EntityRecord("person", "Inés Roy", posts=(PostRecord("ministre", "ministre", "", 1),))
    sentence = EvidenceRecord("sentence", place("La ministre Inés Roy a reçu l’Union."))
    people = (ParticipantRecord(0, 2, 1), ParticipantRecord(1, 3))
    spoken = partial(StatementRecord, place("oui"), direct=True)
    return Annotation(
        zones=(
            ZoneRecord(place("OSLO, 3 mai –"), "dateline"),
            ZoneRecord(place(VIEW.text[VIEW.text.index("La ministre") :]), "body"),
        ),
        dateline=DatelineRecord(place("OSLO, 3 mai –"), place="OSLO"),
        mentions=(
            MentionRecord(place("3 mai"), "DATE"),
            MentionRecord(place("ministre"), "ROLE"),
            MentionRecord(place("Inés Roy"), "PER", entity=0),
            MentionRecord(place("Union"), "ORG", entity=1),
        ),
        entities=(minister, EntityRecord("organisation", "Union")),
        meetings=(MeetingRecord(people, kind="in_person", status="held", evidence=(sentence,)),),
        statements=(
            spoken(speaker=0, speaker_mention=2, cue=place("a dit")),
            spoken(addressee=1, addressee_mention=3, addressed=place("l’Union")),
        ),
    )


def test_stored_annotation_moves_every_offset() -> None:
    assert stored_annotation(annotation(at), VIEW) == annotation(stored)


def test_stored_annotation_leaves_out_what_is_in_another_script() -> None:
    """With it goes the identity nobody else mentions, its part in a meeting, and the meeting that needs two."""
    masked = EntityRecord("person", "······", posts=(PostRecord("ministre", "ministre", "", 1),))
    posts = PostRecord("ministre", "ministre", "", 0), PostRecord("x", "x", "", 1)
    minister = EntityRecord("person", "Inés Roy", posts=posts)
    found = Annotation(
        mentions=(
            MentionRecord(at("ministre"), "ROLE"),
            MentionRecord(at("······"), "PER", entity=0),
            MentionRecord(at("Inés Roy"), "PER", entity=2),
            MentionRecord(at("Union"), "ORG", entity=1),
        ),
        entities=(masked, EntityRecord("organisation", "Union"), minister),
        meetings=(
            MeetingRecord((ParticipantRecord(0, 1), ParticipantRecord(2, 2, 0)), "in_person", "held", place=0),
            MeetingRecord(
                (ParticipantRecord(0, 1), ParticipantRecord(1, 3, 1), ParticipantRecord(2)),
                "in_person",
                "held",
                place=1,
            ),
        ),
        statements=(
            StatementRecord(
                at("oui"),
                direct=True,
                speaker=0,
                speaker_mention=1,
                addressee=0,
                addressee_mention=1,
                addressed=at("oui"),
            ),
        ),
    )
    assert stored_annotation(found, VIEW) == Annotation(
        mentions=(
            MentionRecord(stored("ministre"), "ROLE"),
            MentionRecord(stored("In&eacute;s  Roy"), "PER", entity=1),
            MentionRecord(stored("Union"), "ORG", entity=0),
        ),
        entities=(EntityRecord("organisation", "Union"), EntityRecord("person", "Inés Roy", posts=posts[:1])),
        meetings=(MeetingRecord((ParticipantRecord(0, 2), ParticipantRecord(1)), "in_person", "held", place=0),),
        statements=(StatementRecord(stored("oui"), direct=True),),
    )


def test_stored_annotation_keeps_one_of_two_that_come_to_share_a_character() -> None:
    """Two halves of a ligature are one stored character."""
    view = clean("Al\ufb01na")
    found = Annotation(mentions=(MentionRecord(Span(0, 3), "PER"), MentionRecord(Span(3, 6), "LOC")))
    assert stored_annotation(found, view) == Annotation(mentions=(MentionRecord(Span(0, 3), "PER"),))


def test_stored_annotation_leaves_out_what_comes_out_empty() -> None:
    view = clean("fin.Le roi")
    blank = Span(4, 5)
    found = Annotation(
        zones=(ZoneRecord(blank, "body"),),
        dateline=DatelineRecord(blank),
        mentions=(MentionRecord(blank, "PER"), MentionRecord(Span(8, 11), "ROLE")),
        statements=(StatementRecord(blank, direct=True), StatementRecord(Span(5, 11), direct=False, cue=blank)),
    )
    assert stored_annotation(found, view) == Annotation(
        mentions=(MentionRecord(Span(7, 10), "ROLE"),), statements=(StatementRecord(Span(4, 10), direct=False),)
    )


def test_stored_annotation_of_a_clean_text_is_the_annotation() -> None:
    found = Annotation(mentions=(MentionRecord(Span(0, 2), "PER"),))
    assert stored_annotation(found, clean("Le roi")) is found
