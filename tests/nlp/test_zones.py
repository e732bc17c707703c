"""What each part of an article is for."""

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


def test_empty_text_has_no_zones():
    assert kinds("") == []
