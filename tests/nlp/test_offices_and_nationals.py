"""Whom offices and nationalities tell of: those beside a name, and those taken up without one."""

from datetime import date

import pytest

from articles.nlp.pipeline import build
from articles.nlp.types import Annotation


def annotate(text: str) -> Annotation:
    return next(iter(build().annotate([(text, date(2024, 5, 16))])))


def met(text: str) -> list[set[str]]:
    annotation = annotate(text)
    return [
        {annotation.entities[one.entity].name for one in meeting.participants}
        for meeting in annotation.meetings
        if meeting.kind != "visit"
    ]


def speakers(text: str) -> set[str]:
    annotation = annotate(text)
    return {annotation.entities[one.speaker].name for one in annotation.statements if one.speaker is not None}


@pytest.mark.parametrize(
    "office",
    [
        "le président de l'Union des ports africains (UPA), le Sud-Africain Thabo Nkosi",
        "le président de l'Union des ports africains, l'Indo-Américain Thabo Nkosi",
        "le président tchadien de transition, Thabo Nkosi",
        "le président tchadien intérimaire, Thabo Nkosi",
    ],
)
def test_office_before_a_name_is_the_holder_s_whatever_stands_between(office: str) -> None:
    assert met(f"Le président ivoirien Karl Moe a reçu jeudi à Abidjan {office}.") == [{"Karl Moe", "Thabo Nkosi"}]


def test_people_of_two_nations_are_one_word() -> None:
    text = "Le poste revient à l'Anglo-Irlandais Karl Moe."

    assert [text[m.span.start : m.span.end] for m in annotate(text).mentions if m.label == "NORP"] == [
        "Anglo-Irlandais"
    ]


def test_office_of_a_state_is_not_that_of_another_s_national() -> None:
    text = "Le roi a reçu jeudi à Oslo le président kényan, l'Ougandais Karl Moe et le Tanzanien Thabo Nkosi."

    assert {"Karl Moe", "Thabo Nkosi"} <= met(text)[0]


def test_minister_of_a_state_is_the_one_whose_portfolio_was_told() -> None:
    text = (
        "Le ministre turc de la Défense, Emre Kaya, a vu mardi à Oslo le Premier ministre norvégien Karl Moe, "
        "en présence de l'ambassadeur de Turquie, Can Demir.\n\n« Nous resterons », a déclaré le ministre turc."
    )

    assert speakers(text) == {"Emre Kaya"}


def test_two_presidents_are_no_ministers() -> None:
    text = (
        "Le président Karl Moe a reçu mardi à Oslo son homologue kényan Thabo Nkosi. Le ministre norvégien Per Dahl et "
        "le ministre kényan Tom Otieno ont signé un accord. Les deux présidents ont dénoncé « un crime odieux »."
    )

    assert speakers(text) == {"Karl Moe", "Thabo Nkosi"}


def test_former_president_is_not_one_of_two_presidents() -> None:
    text = (
        "Le président Karl Moe a vu mardi à Oslo le président Thabo Nkosi. M. Moe a reçu l'ancien président Per Dahl. "
        "Les deux présidents ont dénoncé « un crime odieux »."
    )

    assert speakers(text) == {"Karl Moe", "Thabo Nkosi"}


@pytest.mark.parametrize(("state", "who"), [("chilienne", "Pablo Rojas"), ("estonienne", "Karl Moe")])
def test_foreign_minister_without_a_country_is_the_one_told_most_of(state: str, who: str) -> None:
    text = (
        "Le ministre des Affaires étrangères, Pablo Rojas, a été reçu mardi à Tallinn par son homologue estonien Karl "
        f"Moe. Mercredi, le chef de la diplomatie {state} a rencontré la Première ministre Anna Lind."
    )

    assert met(text)[-1] == {who, "Anna Lind"}


@pytest.mark.parametrize(
    ("adjective", "national"),
    [("néerlandais", "Le Néerlandais"), ("irlandais", "L'Irlandais"), ("norvégien", "Le Norvégien")],
)
def test_a_national_is_one_person_though_the_word_ends_in_s(adjective: str, national: str) -> None:
    text = f"Le ministre {adjective} Karl Moe est à Riga. {national} y a rencontré la présidente Anna Lind."

    assert met(text)[-1] == {"Karl Moe", "Anna Lind"}


def test_a_counterpart_is_a_woman_if_the_adjective_says_so() -> None:
    text = (
        "Le ministre kényan Karl Moe a rencontré son homologue congolaise Noor Lind, mercredi à Doha. "
        "Elle avait auparavant été reçue par le ministre Jan Berg."
    )

    assert met(text)[-1] == {"Noor Lind", "Jan Berg"}
