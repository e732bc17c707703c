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


@pytest.mark.parametrize(
    "last", ["[PER karl:Karl Moe], en [DATE 2018-10:octobre 2018]", "le président [PER karl:Karl Moe]"]
)
def test_nobody_had_come_since_the_last_who_came(last: str) -> None:
    source = f"Aucun [ROLE SE:ministre suédois] n'était venu en [GPE NO:Norvège] depuis {last}."
    assert found(source) == [({"Karl Moe"}, "visit", "held")]


def test_nobody_had_come_since_some_day_names_nobody() -> None:
    assert found("Aucun [ROLE SE:ministre suédois] n'était venu en [GPE NO:Norvège] depuis [DATE 2018:2018].") == []


def test_what_was_signed_between_states_was_signed_together() -> None:
    source = "Le traité fut signé le [DATE 1957-03-25:25 mars 1957] entre l'[GPE IT:Italie], la [GPE FR:France] et la "
    assert found(source + "[GPE BE:Belgique].") == [({"Italie", "France", "Belgique"}, "multilateral", "held")]


def test_accord_that_was_signed_once_is_no_meeting() -> None:
    assert found("L'accord signé entre l'[GPE IT:Italie] et la [GPE FR:France] n'a jamais été appliqué.") == []


def test_who_is_called_so_was_not_called() -> None:
    source = f"Hier, {ANNA} a reçu [PER ole:Ole Dahl]. Le [ROLE SE:ministre suédois] s'appelait [PER karl:Karl Moe]."
    assert [kind for _, kind, _ in found(source)] == ["in_person"]


def test_whom_a_pronoun_met_is_not_whom_the_next_pronoun_means() -> None:
    source = (
        "L'[ROLE :émissaire] [PER ole:Ole Dahl] est arrivé à [GPE oslo:Oslo]. S'il va rencontrer [PER karl:Karl Moe], "
        "il ne devrait pas rencontrer [PER anna:Anna Lind]."
    )
    assert found(source)[1:] == [
        ({"Ole Dahl", "Karl Moe"}, "in_person", "planned"),
        ({"Ole Dahl", "Anna Lind"}, "in_person", "denied"),
    ]
