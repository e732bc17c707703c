"""Datelines in the shapes agencies print."""

from datetime import date

import pytest

from articles.nlp.dateline import find_dateline, metadata_prefix
from articles.nlp.types import Span

REFERENCE = date(2024, 1, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" date 2021-04 HELSINKI, 9 avril (STT) – Le président", ("STT", "HELSINKI", date(2021, 4, 9))),
        ("PARIS (AFP) - Le président", ("AFP", "PARIS", None)),
        ("ALGER- Le président", ("", "ALGER", None)),
        ("LE CAIRE - Le président", ("", "LE CAIRE", None)),
        ("Bruxelles (Belga) - Le président", ("Belga", "Bruxelles", None)),
        ("Abidjan, Côte d'Ivoire (PANA) - Le président", ("PANA", "Abidjan", None)),
        ("BAGDAD, 22 février, Reuter - Le roi", ("Reuter", "BAGDAD", date(2023, 2, 22))),
        ("MOSCOU, 9 août. /TASS/. Le président", ("TASS", "MOSCOU", date(2023, 8, 9))),
        ("BEIJING, 14 juin (Xinhua) -- Le président", ("Xinhua", "BEIJING", date(2023, 6, 14))),
        ("MOSCOU, 12 mai (TASS) — Le président", ("TASS", "MOSCOU", date(2023, 5, 12))),
        ("24 janvier 2016. – Le président", ("", "", date(2016, 1, 24))),
        ("GENÈVE, 21 janvier 2022 – Le président", ("", "GENÈVE", date(2022, 1, 21))),
        ("PARIS/BERLIN, 3 mars (AFP) – Le président", ("AFP", "PARIS/BERLIN", date(2023, 3, 3))),
        ("Un titre\n\nOSLO, 1er février (NTB) – Le président", ("NTB", "OSLO", date(2023, 2, 1))),
        ("Un titre\n\nPar Ana Lopes, Istanbul, mardi 7 novembre 2023\n\nLe", ("", "Istanbul", date(2023, 11, 7))),
        ("ROME, 2 janvier (Ansa) – Le président", ("Ansa", "ROME", date(2024, 1, 2))),
        ("TOKYO, 27 nov. (Kyodo) – La ministre", ("Kyodo", "TOKYO", date(2023, 11, 27))),
        ("URGENT - La paix\n\nPUTRAJAYA, 28 juil (AFP) - La paix", ("AFP", "PUTRAJAYA", date(2023, 7, 28))),
        ("APA-Dakar (Sénégal) 31 mai 2023 – Le président", ("APA", "Dakar", date(2023, 5, 31))),
        ("Kingston (Jamaïque), 12 mars 2023. – Bloqué", ("", "Kingston", date(2023, 3, 12))),
        ("Rabat, 08/04/2022 (MAP) - Le roi", ("MAP", "Rabat", date(2022, 4, 8))),
        ("Genève, le 3 mars 2022 –  Le comité", ("", "Genève", date(2022, 3, 3))),
        ("1er janvier 2016, 14h30. –\nUn homme", ("", "", date(2016, 1, 1))),
        ("(Belga) - Le roi a reçu", ("Belga", "", None)),
        ("ROME, 31 décembre (Ansa) – Le président", ("Ansa", "ROME", date(2023, 12, 31))),
    ],
)
def test_dateline_gives_agency_place_and_date(text: str, expected: tuple[str, str, date | None]):
    found = find_dateline(text, reference=REFERENCE)

    assert found is not None
    assert (found.agency, found.place, found.date) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "DOSSIER – Le président et le roi",
        "URGENT - Le roi est là",
        "Le 24 mai 2012, Paul a parlé.",
        "SYRIE - Le président a parlé",
        "Gaza (Hamas) - Le mouvement a parlé",
        "Oslo, le 24 mai, Anna et Paul - deux amis - ont parlé.",
        "Oslo-Paris : rien de neuf",
        "PAS DE RÉUNION\n\nLe président a parlé.",
    ],
)
def test_prose_is_no_dateline(text: str):
    assert find_dateline(text, reference=REFERENCE) is None


def test_year_is_unknown_without_reference():
    found = find_dateline("ROME, 2 janvier (Ansa) – Le", reference=None)

    assert found is not None
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" date 2023-11 ANKARA", (Span(1, 13), 2023, 11)),
        ("date 2023-11-06 ANKARA", (Span(0, 15), 2023, 11)),
        ("La date 2023-11 est fausse", None),
    ],
)
def test_metadata_prefix_is_read_at_the_head_only(text: str, expected: tuple[Span, int, int] | None):
    assert metadata_prefix(text) == expected
