"""What is told twice, broken off, only wished for or long past, and what a word of a journey is not told of."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "la [ROLE NO:ministre norvégienne] [PER anna:Anna Lind]"
KARL = "le [ROLE SE:ministre suédois] [PER karl:Karl Moe]"
BOTH = {"Anna Lind", "Karl Moe"}


def found(source: str) -> list[tuple[set[str], str, str]]:
    return [(one.who, one.kind, one.status) for one in told(source)]


@pytest.mark.parametrize("title", ["[PER anna:Anna Lind] s'entretient avec [PER karl:Karl Moe]."])
@pytest.mark.parametrize(("means", "kind"), [("par téléphone", "call"), ("en visioconférence", "video")])
def test_talks_of_a_title_are_the_call_told_behind(title: str, means: str, kind: str) -> None:
    source = f"{title} Hier, {ANNA} s'est entretenue {means} avec {KARL}. Cet échange a duré une heure."
    assert found(source) == [(BOTH, kind, "held")]


def test_talks_at_a_place_are_no_call() -> None:
    source = (
        f"Lundi, {ANNA} s'est entretenue par téléphone avec {KARL}. [PER anna:Anna Lind] s'était entretenue avec "
        "[PER karl:Karl Moe] à [GPE rome:Rome]."
    )
    assert [kind for _, kind, _ in found(source)] == ["call", "in_person"]


@pytest.mark.parametrize("broken", ["a mis fin aux négociations", "a rompu les discussions", "a suspendu le dialogue"])
def test_talks_broken_off_are_no_meeting(broken: str) -> None:
    assert found(f"Hier, {ANNA} {broken} avec {KARL}.") == []


def test_talks_opened_are_one() -> None:
    assert found(f"Hier, {ANNA} a entamé des discussions avec {KARL}.") == [(BOTH, "in_person", "held")]


def test_who_had_never_met_before_did_meet() -> None:
    source = f"Hier, {ANNA} a reçu {KARL}. Ils ne s'étaient jamais rencontrés."
    assert found(source) == [(BOTH, "in_person", "held")]


@pytest.mark.parametrize(
    "since", ["le sommet de [GPE bali:Bali], en [DATE 2022-11:novembre 2022]", "[DATE 2022-11:novembre 2022]"]
)
def test_since_when_they_had_not_met_is_when_they_met_last(since: str) -> None:
    assert found(f"Hier, {ANNA} et {KARL} ne s'étaient plus vus depuis {since}.") == [(BOTH, "in_person", "held")]


@pytest.mark.parametrize("since", ["deux ans", "le début de la guerre", "le coup d'État de [DATE 2022-11:novembre]"])
def test_a_span_or_what_parted_them_tells_of_no_meeting(since: str) -> None:
    assert found(f"Hier, {ANNA} et {KARL} ne s'étaient plus vus depuis {since}.") == []


@pytest.mark.parametrize("journey", ["effectuer une visite en", "se rendre en"])
@pytest.mark.parametrize(
    "answer", [", et [PER anna:Anna Lind] a accepté cette invitation.", ". La ministre a accepté l'invitation."]
)
def test_invitation_that_was_accepted_is_a_planned_visit(journey: str, answer: str) -> None:
    source = f"Hier, {KARL} a invité {ANNA} à {journey} [GPE SE:Suède]{answer}"
    assert found(source) == [({"Anna Lind"}, "visit", "planned")]


@pytest.mark.parametrize("journey", ["effectuer une visite en", "se rendre en"])
def test_invitation_alone_is_none(journey: str) -> None:
    assert found(f"Hier, {KARL} a invité {ANNA} à {journey} [GPE SE:Suède].") == []


def test_talks_are_not_between_those_they_were_about() -> None:
    source = (
        f"Hier, {ANNA} a reçu {KARL}. Les discussions ont porté sur un accord entre l'[GPE IT:Italie] et la "
        "[GPE FR:France]."
    )
    assert found(source) == [(BOTH, "in_person", "held")]


def test_citizens_who_are_somewhere_are_not_who_speaks_of_them() -> None:
    assert found(f"Hier, {ANNA} a promis d'aider les citoyens se trouvant en [GPE UA:Ukraine].") == []


def test_where_somebody_was_received_is_no_goal_of_the_visit_before() -> None:
    source = (
        f"Hier, {ANNA}, arrivée à [GPE oslo:Stockholm] pour une visite de trois jours, a été accueillie au "
        f"[LOC palais:Palais des Congrès] par {KARL}."
    )
    assert [one.place for one in told(source) if one.kind == "visit"] == ["Stockholm"]


@pytest.mark.parametrize(
    "company", [" et son épouse [PER ida:Ida Moe]", ", accompagné de son épouse, [PER ida:Ida Moe],"]
)
def test_wife_who_came_along_is_no_party(company: str) -> None:
    assert found(f"[PER karl:Karl Moe]{company} est arrivé à [GPE oslo:Oslo].") == [({"Karl Moe"}, "visit", "held")]


def test_two_leaders_who_will_meet_at_a_summit_are_no_delegates_of_it() -> None:
    source = f"Hier, {ANNA} a reçu {KARL}. Les deux ministres se verront à la réunion du [ORG g20:G20]."
    assert found(source)[-1] == (BOTH, "in_person", "planned")
