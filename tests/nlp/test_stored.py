"""Proposals on a reading view led back: offsets of the stored text, indexes that hold."""

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


def at(words: str) -> Span:
    start = VIEW.text.index(words)
    return Span(start, start + len(words))


def stored(words: str) -> Span:
    start = STORED.index(words)
    return Span(start, start + len(words))


def test_the_view_of_these_tests() -> None:
    assert VIEW.text == "OSLO, 3 mai – La ministre Inés Roy a reçu l’Union. ······ a dit «oui»."


def test_stored_annotation_moves_every_offset() -> None:
    minister = EntityRecord("person", "Inés Roy", posts=(PostRecord("ministre", "ministre", "", 1),))
    people = (minister, EntityRecord("organisation", "Union"))
    meeting = MeetingRecord(
        participants=(ParticipantRecord(0, 2, 1), ParticipantRecord(1, 3)),
        kind="in_person",
        status="held",
        evidence=(EvidenceRecord("sentence", at("La ministre Inés Roy a reçu l’Union.")),),
    )
    found = Annotation(
        zones=(ZoneRecord(at("OSLO, 3 mai –"), "dateline"), ZoneRecord(Span(14, len(VIEW.text)), "body")),
        dateline=DatelineRecord(at("OSLO, 3 mai –"), place="OSLO"),
        mentions=(
            MentionRecord(at("3 mai"), "DATE"),
            MentionRecord(at("ministre"), "ROLE"),
            MentionRecord(at("Inés Roy"), "PER", entity=0),
            MentionRecord(at("Union"), "ORG", entity=1),
        ),
        entities=people,
        meetings=(meeting,),
        statements=(
            StatementRecord(at("oui"), direct=True, speaker=0, speaker_mention=2, cue=at("a dit")),
            StatementRecord(at("oui"), direct=True, addressee=1, addressee_mention=3, addressed=at("l’Union")),
        ),
    )
    sentence = stored("La ministre In&eacute;s  Roy a re&ccedil;u l&rsquo;Union.")
    assert stored_annotation(found, VIEW) == Annotation(
        zones=(
            ZoneRecord(stored("OSLO, 3&nbsp;mai &ndash;"), "dateline"),
            ZoneRecord(Span(STORED.index("La ministre"), len(STORED)), "body"),
        ),
        dateline=DatelineRecord(stored("OSLO, 3&nbsp;mai &ndash;"), place="OSLO"),
        mentions=(
            MentionRecord(stored("3&nbsp;mai"), "DATE"),
            MentionRecord(stored("ministre"), "ROLE"),
            MentionRecord(stored("In&eacute;s  Roy"), "PER", entity=0),
            MentionRecord(stored("Union"), "ORG", entity=1),
        ),
        entities=people,
        meetings=(
            MeetingRecord(
                participants=meeting.participants,
                kind="in_person",
                status="held",
                evidence=(EvidenceRecord("sentence", sentence),),
            ),
        ),
        statements=(
            StatementRecord(stored("oui"), direct=True, speaker=0, speaker_mention=2, cue=stored("a dit")),
            StatementRecord(
                stored("oui"), direct=True, addressee=1, addressee_mention=3, addressed=stored("l&rsquo;Union")
            ),
        ),
    )


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
