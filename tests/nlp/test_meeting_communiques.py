"""What a government tells of itself: audiences, `M. le président`, an own Premier ministre nobody names."""

import pytest

from tests.nlp.told_meetings import told

HEAD = "Le [ROLE :chef de l'Etat], Son Excellence Monsieur [PER macky:Macky Sall], a présidé la séance. "
BANK = "[ROLE :président de la BOAD]"
CHINA = "[ROLE CN:ambassadeur de Chine]"


def pairs(source: str) -> list[set[str]]:
    return [one.who for one in told(source)]


def test_audiences_are_one_meeting_each_of_the_body_or_state_of_an_office() -> None:
    source = (
        f"Le [ROLE TG:président togolais] [PER faure:Faure Gnassingbé] a accordé mercredi des audiences au {BANK}, à "
        f"l'{CHINA} et au représentant de l'[ORG ue:Union européenne]."
    )
    assert pairs(source) == [
        {"Faure Gnassingbé", "Banque ouest-africaine de développement"},
        {"Faure Gnassingbé", "Chine"},
        {"Faure Gnassingbé", "Union européenne"},
    ]


@pytest.mark.parametrize("office", ["président de la BOAD", "président de la Fondation Horizon"])
def test_who_presides_over_a_body_is_no_head_of_state(office: str) -> None:
    source = (
        "Le [ROLE TG:président togolais] [PER faure:Faure Gnassingbé] est à Lomé. "
        f"[PER anna:Anna Lind] a reçu le [ROLE :{office}]."
    )
    assert all("Faure Gnassingbé" not in who for who in pairs(source))


def test_premier_of_the_government_that_speaks_is_its_state() -> None:
    source = HEAD + f"Le [ROLE :Premier ministre] a reçu mardi l'{CHINA}. Il a aussi vu [PER ole:Ole Dahl]."
    assert pairs(source) == [{"Sénégal", "Chine"}, {"Sénégal", "Ole Dahl"}]


def test_ambassador_is_not_the_president_who_was_named_last() -> None:
    source = HEAD + f"[PER anna:Anna Lind] a rencontré l'{CHINA}."
    assert pairs(source) == [{"Anna Lind", "Chine"}]


def test_civil_office_in_a_list_is_another_person_than_the_name_behind() -> None:
    source = HEAD + (
        "Il y a eu un entretien téléphonique entre M. le [ROLE :Président], Mme [PER anna:Anna Lind] et M. "
        "[PER ole:Ole Dahl]."
    )
    assert [(one.who, one.kind) for one in told(source)] == [({"Macky Sall", "Anna Lind", "Ole Dahl"}, "call")]


def test_civil_office_before_the_name_is_one_person() -> None:
    source = "[PER anna:Anna Lind] a reçu M. le [ROLE NO:ministre norvégien] [PER ole:Ole Dahl]."
    assert pairs(source) == [{"Anna Lind", "Ole Dahl"}]


@pytest.mark.parametrize("sort", ["visite de travail et d'amitié", "visite d'amitié et de travail"])
def test_visit_of_two_sorts_has_its_place_behind(sort: str) -> None:
    source = f"Le [ROLE SN:président sénégalais] [PER macky:Macky Sall] a effectué une {sort} en [GPE ML:Mali]."
    assert [(one.who, one.kind, one.place) for one in told(source)] == [({"Macky Sall"}, "visit", "Mali")]


def test_second_office_behind_the_name_is_of_the_same_person() -> None:
    source = (
        "[PER joe:Joe Holm] est resté chez lui, à l'inverse de [PER idriss:Idriss Karé], [ROLE TD:président du Tchad] "
        "et de l'[ORG ua:Union africaine], qui a rappelé cela au cours d'un voyage en [GPE DE:Allemagne]."
    )
    assert [(one.who, one.place) for one in told(source)] == [({"Idriss Karé"}, "Allemagne")]


def test_premier_is_of_where_the_ambassadors_are_accredited() -> None:
    source = (
        "Le [ROLE :chef de l'Etat], [PER amadou:Amadou Zongo], a présidé la séance. Le "
        "[ROLE :Premier ministre] a parlé. Il a fait part de l'audience qu'il a accordée à l'[ROLE IN:ambassadeur "
        "d'Inde au Sénégal]."
    )
    assert pairs(source) == [{"Sénégal", "Inde"}]


def test_ambassador_is_called_so_by_the_beginning_of_his_office() -> None:
    source = (
        "[PER anna:Anna Lind] a vu l'[ROLE RU:ambassadeur de Russie à Washington] [PER sergei:Sergueï Kourov]. "
        "[PER ole:Ole Dahl] a reçu l'[ROLE RU:ambassadeur de Russie]."
    )
    assert pairs(source)[-1] == {"Ole Dahl", "Sergueï Kourov"}


@pytest.mark.parametrize("people", ["les représentants de l'", "une délégation de l'", "les dirigeants de l'"])
@pytest.mark.parametrize("verb", ["a rencontré", "a reçu", "a vu"])
def test_people_of_a_body_stand_for_it_as_those_met(people: str, verb: str) -> None:
    source = f"[PER anna:Anna Lind] {verb} {people}[ORG ligue:Alliance du Nord]."
    assert pairs(source) == [{"Anna Lind", "Alliance du Nord"}]


def test_what_a_body_gave_is_nobody_met() -> None:
    assert pairs("[PER anna:Anna Lind] a reçu les félicitations de l'[ORG ligue:Alliance du Nord].") == []
