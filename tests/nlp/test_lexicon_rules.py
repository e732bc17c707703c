"""A breach of a vocabulary is found with its file, line and field."""

from pathlib import Path

import pytest

from articles.nlp.lexicon_rules import breaches, require_order, undescribed
from articles.nlp.lexicons import LexiconError

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


def test_verbs_and_shares_follow_the_rules_of_their_file(tmp_path: Path) -> None:
    conjugations = (
        "id,ending,present,presents,imperfect,future,past,pasts,participle\n"
        "er,er,e,ent,ait,er,a,èrent,é\nir,ir,it,,issait,ir,it,irent,i\n"
    )
    verbs = "id,lemma,frame,kind\nappeler,appeler,call,call\nvoir,voit,object,party\n"
    confidence = "id,proposals,right,confidence\nDATE,9,8,0.889\nORG,9,many,1.2\n"

    assert told(tmp_path, conjugations=conjugations, meeting_verbs=verbs, confidence=confidence) == [
        "confidence.csv, line 3, right: 'many' is not a whole number",
        "confidence.csv, line 3, confidence: '1.2' is not a number from 0 to 1",
        "conjugations.csv, line 3, presents: must not be empty",
        "meeting_verbs.csv, line 3, kind: 'party' is none of 'call', 'in_person', 'multilateral', 'video', 'visit'",
        "meeting_verbs.csv, line 3, lemma: 'voit' ends like none of conjugations.csv",
    ]


def test_broken_vocabulary_stops_with_its_first_breach(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()

    with pytest.raises(LexiconError, match=r"^acting_verbs\.csv, line 1, file: is missing$"):
        require_order(tmp_path / "fr")


def test_missing_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()

    assert "regions.csv, line 1, file: is missing" in [str(breach) for breach in breaches(tmp_path / "fr")]
