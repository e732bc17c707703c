"""Names of all seven labels in sentences of our own."""

from datetime import date

import pytest

from articles.nlp.pipeline import build
from articles.nlp.types import Annotation
from tests.nlp.marked import Marked, read_marked

DAY = date(2024, 5, 16)


def annotate(text: str) -> Annotation:
    return next(iter(build().annotate([(text, DAY)])))


def labelled(text: str) -> list[tuple[str, str]]:
    return [(text[m.span.start : m.span.end], m.label) for m in annotate(text).mentions]


@pytest.mark.parametrize("marked", read_marked("names"), ids=lambda marked: marked[0][:40])
def test_mentions_are_found_with_their_label(marked: Marked):
    text, expected = marked

    assert labelled(text) == expected


def test_headline_in_capitals_keeps_only_known_people():
    text = "Boris Varga a rencontré Ali Demir à Ankara.\n\nPAS DE RÉUNION AVEC VARGA\n\nIl est reparti."

    assert [name for name, label in labelled(text) if label == "PER"] == ["Boris Varga", "Ali Demir", "VARGA"]


def test_bylines_and_credits_are_split_into_people():
    text = "Le président a parlé.\n\nReportages de Jean Morel, Ana Lopes et Kim Berg ; Montage par Paul Renard\n"

    people = [name for name, label in labelled(text) if label == "PER"]

    assert people == ["Jean Morel", "Ana Lopes", "Kim Berg", "Paul Renard"]


def test_metadata_prefix_has_no_mentions():
    text = " date 2021-04 HELSINKI, 9 avril (STT) – Le président a parlé."

    assert labelled(text)[0] == ("HELSINKI", "GPE")


def test_an_acronym_may_be_a_part_of_the_name_of_a_state():
    text = "Des négociations entre la RD Congo et le M23 débuteront à Luanda."

    assert labelled(text)[0] == ("RD Congo", "GPE")


def test_a_name_that_goes_on_is_not_the_shorter_one():
    assert labelled("Nabih Berri a reçu mardi à Aïn el-Tiné un ambassadeur.")[2] == ("Aïn el-Tiné", "GPE")


def test_a_parliament_has_an_article_where_a_city_of_its_name_has_none():
    text = "La Douma a voté, un texte que la Douma attendait.\n\nDes tirs ont visé Douma, près de Damas."

    assert [label for name, label in labelled(text) if name == "Douma"] == ["ORG", "ORG", "GPE"]


@pytest.mark.parametrize("headline", ["Raid meurtrier à Oslo", "Libération de deux otages", "Total des victimes"])
def test_common_words_that_open_a_line_are_no_organisations(headline: str):
    assert [name for name, label in labelled(f"{headline}\n\nIl pleut.") if label == "ORG"] == []


def test_a_city_before_an_arabic_family_name_is_the_forename_of_somebody():
    text = "Riyad a reçu un émissaire, Riyad al-Barghani, venu de Deir el-Zor et de Damas."

    assert ("Riyad al-Barghani", "PER") in labelled(text)
    assert ("Riyad", "GPE") in labelled(text)


def test_a_body_of_the_name_of_a_family_is_somebody_behind_a_forename_or_a_title():
    text = "La ministre congolaise, Thérèse Kayikwamba Wagner, est là. Mme Wagner a dénoncé les combattants de Wagner."

    assert [pair for pair in labelled(text) if "Wagner" in pair[0]] == [
        ("Thérèse Kayikwamba Wagner", "PER"),
        ("Wagner", "PER"),
        ("Wagner", "ORG"),
    ]


def test_the_portfolio_of_a_commissioner_belongs_to_the_office():
    text = "Le Commissaire européen au Voisinage et à l’Élargissement, M. Moe, voit la commissaire européenne Eva Sund."

    assert [words for words, label in labelled(text) if label == "ROLE"] == [
        "Commissaire européen au Voisinage et à l’Élargissement",
        "commissaire européenne",
    ]


def test_a_place_ends_where_somebody_is_addressed():
    text = "Le ministre a reçu au Quai d'Alma M. Karl Lund, puis au quai du Nord Mme Anna Roy."

    assert {"Quai d'Alma", "Karl Lund", "Anna Roy"} <= {
        text[m.span.start : m.span.end] for m in annotate(text).mentions
    }


@pytest.mark.parametrize(
    ("text", "place", "person"),
    [
        ("Modi a rencontré vendredi à Lahore Nawaz Sharif.", "Lahore", "Nawaz Sharif"),
        ("Le roi avait reçu au palais royal de Rabat Jared Kushner.", "Rabat", "Jared Kushner"),
    ],
)
def test_a_city_before_a_whole_name_is_no_part_of_it(text: str, place: str, person: str):
    found = labelled(text)

    assert (place, "GPE") in found
    assert (person, "PER") in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le Premier ministre indien T. M. Reddy est arrivé lundi à Séoul.", "T. M. Reddy"),
        ("Le président H.D. Shastri a reçu mardi les ambassadeurs.", "H.D. Shastri"),
        ("Le président coréen J.-Y. Park a reçu mardi les ambassadeurs.", "J.-Y. Park"),
        ("Le ministre des Affaires étrangères, M. R.K. Narayan, a parlé.", "R.K. Narayan"),
        ("Il a parlé à M. S. M. Asad, venu de Karachi.", "S. M. Asad"),
        ("Le ministre néerlandais A.B.C. van Dijk est parti.", "A.B.C. van Dijk"),
        # The letter goes with the word before it.
        ("Personne ne connaît le plan B. M. Lind l'attend.", "Lind"),
    ],
)
def test_initials_belong_to_the_name(text: str, name: str):
    assert [found for found, label in labelled(text) if label == "PER"] == [name]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Anna Lind est en Norvège. À Rul, où elle a dîné avec Karl Moe, elle a parlé.", "Rul"),
        ("Anna Lind est en Norvège. A Mosk, elle a vu Karl Moe.", "Mosk"),
    ],
)
def test_a_preposition_that_opens_a_sentence_is_no_part_of_a_place(text: str, place: str):
    assert (place, "GPE") in labelled(text)


def test_a_single_letter_with_a_full_stop_opens_a_name():
    assert ("A. Lind", "PER") in labelled("A. Lind a rencontré mardi Karl Moe.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le Premier ministre portugais Luis Montenegro a parlé.", "Luis Montenegro"),
        ("Il a vu à Praia M. Luis Montenegro.", "Luis Montenegro"),
        ("M. João Correia e Silva a parlé.", "João Correia e Silva"),
    ],
)
def test_names_like_those_of_states_and_with_small_words(text: str, name: str):
    assert [found for found, label in labelled(text) if label == "PER"] == [name]


def test_a_state_behind_an_office_is_a_state():
    assert ("Monténégro", "GPE") in labelled("Le président s'est rendu lundi au Monténégro.")


def test_whoever_is_met_on_a_day_is_a_person():
    assert ("Tarvik Molvane", "PER") in labelled("Karl Moe accueillera dimanche Tarvik Molvane à Oslo.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Lors de leur entretien de lundi à Athènes, Kyriakos Mitsotakis et Nikos Christodoulides ont abordé la "
            "question du câble électrique.",
            "Kyriakos Mitsotakis",
        ),
        ("Le général a reçu à Port-Soudan Ramtane Lamamra.", "Ramtane Lamamra"),
        ("Le général a rencontré mercredi à Damas Ahmed al-Chareh.", "Ahmed al-Chareh"),
    ],
)
def test_whoever_stands_beside_a_person_or_is_received_is_no_town(text: str, name: str) -> None:
    assert (name, "PER") in labelled(text)


@pytest.mark.parametrize(
    ("text", "place", "person"),
    [
        ("Le ministre turc a rencontré jeudi à Séoul Cho Hyun.", "Séoul", "Cho Hyun"),
        ("Il avait vu mardi à Tokyo Sanae Takaichi.", "Tokyo", "Sanae Takaichi"),
        ("Il a rencontré au Caire Badr Abdelatty.", "Caire", "Badr Abdelatty"),
    ],
)
def test_name_right_behind_a_town_is_somebody(text: str, place: str, person: str) -> None:
    found = labelled(text)

    assert (place, "GPE") in found
    assert (person, "PER") in found


def test_apostrophe_that_nothing_is_elided_before_belongs_to_the_name() -> None:
    names = [words for words, label in labelled("M. N'Kono a vu Mme M’Baye et M. N'Aba.") if label == "PER"]

    assert names[:2] == ["N'Kono", "M’Baye"]
