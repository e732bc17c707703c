"""The texts to measure with are all different, and the same ones each time."""

from datetime import date
from itertools import islice

from articles.importers import RawArticle
from articles.management.benching.texts import sample, varied_texts

RECORDS = [
    RawArticle(
        text="BERNE, 28 mars (Agence) – Anna Weber a reçu Karim Benali.\n\nM. Benali repart le 1er avril.",
        source="Agence",
        published_on=date(2024, 3, 28),
        file="a.txt",
    ),
    RawArticle(
        text="OSLO, 2 mai (Agence) – Une phrase.\n\nAnna Weber a parlé.",
        source="Feuille",
        published_on=date(2024, 5, 2),
        file="b.txt",
    ),
]
NAMES = ["Anna", "Benali", "Karim", "Weber"]


def test_varied_texts_name_other_people_on_other_days() -> None:
    first, second, third = islice(varied_texts(RECORDS, NAMES), 3)

    assert [first["id"], second["id"], third["id"]] == ["bench-0", "bench-1", "bench-2"]
    assert first == {
        "id": "bench-0",
        "text": first["text"],
        "date": first["date"],
        "source": "Agence",
    }
    lines = [record["text"].split("\n\n")[0] for record in (first, third)]
    assert len({first["text"], second["text"], third["text"]}) == 3
    for line in lines:
        people = line.removesuffix(".").split(" – ")[1].split(" a reçu ")
        assert sorted(" ".join(people).split()) == sorted(NAMES)
        assert line != RECORDS[0].text.split("\n\n")[0]


def test_varied_texts_are_the_same_each_time() -> None:
    assert list(islice(varied_texts(RECORDS, NAMES), 5)) == list(islice(varied_texts(RECORDS, NAMES), 5))


def test_texts_of_the_sample_are_as_long_as_agency_copy() -> None:
    texts = [record["text"] for record in islice(varied_texts(sample(), NAMES), 60)]

    assert len(set(texts)) == 60
    assert 250 <= sum(len(text.split()) for text in texts) / 60 <= 600
