"""What each part of an article is for."""

import pytest

from articles.nlp.components.zones.component import find_zones
from articles.nlp.dateline import find_dateline

TEXT = (
    " date 2021-04 HELSINKI, 9 avril (STT) – Le président a reçu son hôte.\n\n"
    "UNE VISITE COURTE\n\n"
    "La visite a duré une heure.\n\n"
    "Le président reçoit son hôte au palais, à Helsinki, le 9 avril 2021.\n\n"
    "Il est reparti ensuite.\n\n"
    "Reportages de Jean Morel et Ana Lopes ; Montage par Paul Renard\n"
)


def kinds(text: str) -> list[tuple[str, str]]:
    zones = sorted(find_zones(text, find_dateline(text, reference=None)), key=lambda zone: zone.span)
    return [(zone.kind, text[zone.span.start : zone.span.end][:12]) for zone in zones]


def test_agency_article_is_cut_into_zones():
    assert kinds(TEXT) == [
        ("metadata", "date 2021-04"),
        ("dateline", "HELSINKI, 9 "),
        ("body", "Le président"),
        ("subheading", "UNE VISITE C"),
        ("body", "La visite a "),
        ("caption", "Le président"),
        ("body", "Il est repar"),
        ("credits", "Reportages d"),
    ]


def test_headline_and_byline_stand_around_the_body():
    text = "Un accord de plus\n\nLes deux pays ont signé hier soir.\n\nNadia Berger\n"

    assert kinds(text) == [("headline", "Un accord de"), ("body", "Les deux pay"), ("byline", "Nadia Berger")]


@pytest.mark.parametrize(
    "line",
    [
        "(Reportage Anna Lind et Nora Hansen, avec Ola Berg à Oslo ; version française Ana Lopes, édité par L. Moe)",
        "(Par Anna Lind à Paris, avec Ola Berg à Kiev)",
        "(Anna Lind, édité par Ola Berg)",
        "Montage par Paul Renard",
        "Avec la contribution de Nora Hansen à Bergen",
        "Propos recueillis par Nora Hansen",
        "Les journalistes Anna Lind, à Oslo, et Ola Berg, à Bergen, ont contribué à cet article.",
        "lma-rus/psr/bds",
        "V.D.",
    ],
)
def test_last_line_names_those_who_made_the_article(line: str):
    assert kinds(f"Le roi a reçu son hôte.\n\n{line}\n")[1][0] == "credits"


@pytest.mark.parametrize(
    "line",
    [
        "par Anna Lind et Ola Berg",
        "Par Anna Lind (avec AFP)",
        "De notre correspondante au Caire",
        "Notre envoyé spécial à Oslo, Ola Berg",
    ],
)
def test_line_below_the_headline_names_the_author(line: str):
    assert kinds(f"Un accord de plus\n\n{line}\n\nLe roi a reçu son hôte.\n")[1][0] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Avec Paul Renard et Nora Hansen, il a fondé un parti.",
        "Avec Oslo, la Suède veut un accord.",
        "Par Toutatis, le ciel ne nous est pas tombé sur la tête.",
        "Porte-parole du Gouvernement",
        "Service minimum à Paris, qui attend.",
        "Le roi est mort.",
    ],
)
def test_last_line_that_names_nobody_is_body(line: str):
    assert kinds(f"Le roi a reçu son hôte.\n\n{line}\n")[1][0] == "body"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("DES CONCESSIONS À FAIRE", "subheading"),
        ('"DES CONCESSIONS DOULOUREUSES"', "subheading"),
        ("- Echéance -", "subheading"),
        ("10h00 : Entretien avec Mme Anna Lind", "body"),
        ("• Lieu : palais royal", "body"),
        ("———", "body"),
        ("— Anna Lind, ministre", "body"),
    ],
)
def test_short_line_between_paragraphs_is_a_heading_unless_it_is_an_entry(line: str, kind: str):
    text = f"OSLO (NTB) – Le roi a reçu son hôte.\n\n{line}\n\nIl est reparti.\n"

    assert kinds(text)[2][0] == kind


def test_caption_ends_with_its_date_or_its_photographer():
    text = "OSLO (NTB) – Le roi a reçu son hôte.\n\nLe roi, à gauche, et son hôte. (Photo Ola Berg)\n\nIl est reparti."

    assert kinds(text)[2][0] == "caption"


def test_empty_text_has_no_zones():
    assert kinds("") == []
