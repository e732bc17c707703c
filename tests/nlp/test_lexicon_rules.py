"""A breach of a vocabulary is found with its file, line and field."""

from pathlib import Path

import pytest

from articles.nlp.lexicon_rules import breaches, undescribed

README = "`fr/words.csv` `fr/cities.csv` `fr/countries.csv`"


def told(tmp_path: Path, **files: str) -> list[str]:
    """The breaches of these files; that the others are missing is left out."""
    folder = tmp_path / "fr"
    folder.mkdir()
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    for name, content in files.items():
        (folder / f"{name}.csv").write_text(content, encoding="utf-8")
    return [str(breach) for breach in breaches(folder) if breach.message != "is missing"]


def test_shipped_vocabularies_are_in_order() -> None:
    assert list(breaches()) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("id,word\na,x\nb,y\n", []),
        ("id,word\nb,y\na,x\n", ["words.csv, line 3, id: 'a' must come after 'b', once"]),
        ("id,word\na,x\na,y\n", ["words.csv, line 3, id: 'a' must come after 'a', once"]),
        ("id,word\na,x,y\n", ["words.csv, line 2, row: has 3 fields, the header 2"]),
        ("id,word\na,x |y\n", ["words.csv, line 2, word: 'x |y' has stray blanks or an empty form"]),
        ("id,word\na,x||y\n", ["words.csv, line 2, word: 'x||y' has stray blanks or an empty form"]),
        ("word,id\nx,a\n", ["words.csv, line 1, header: needs the columns id, id first"]),
    ],
)
def test_order_and_form_of_any_file(tmp_path: Path, content: str, expected: list[str]) -> None:
    assert told(tmp_path, words=content) == expected


def test_every_shipped_file_has_its_source_and_terms_told() -> None:
    assert undescribed() == []


def test_file_without_source_and_terms_is_named(tmp_path: Path) -> None:
    told(tmp_path, words="id\na\n", others="id\na\n")

    assert undescribed(tmp_path / "fr") == ["others.csv"]


def test_values_follow_the_rules_of_their_file(tmp_path: Path) -> None:
    cities = "id,name,aliases,country,needs\noslo,Oslo,,NO,\nriga,Riga,,Latvia,maybe\n"
    countries = "id,name,aliases,adjectives,capital\nNO,Norvège,,norvégien,oslo\nSE,Suède,,suédois,stockholm\n"

    assert told(tmp_path, cities=cities, countries=countries) == [
        "cities.csv, line 3, country: 'Latvia' is not an ISO 3166-1 alpha-2 code",
        "cities.csv, line 3, needs: 'maybe' is none of '', 'context'",
        "countries.csv, line 3, capital: 'stockholm' is no id of cities.csv",
    ]


def test_missing_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()

    assert "regions.csv, line 1, file: is missing" in [str(breach) for breach in breaches(tmp_path / "fr")]
