"""The vocabulary files are in order and say what they should."""

import pytest

from articles.nlp import lexicons
from articles.nlp.leaders import bearers
from articles.validators import name_key

FILES = sorted(path.stem for path in lexicons.DATA.glob("*.csv"))


@pytest.mark.parametrize("name", FILES)
def test_file_is_sorted_unique_and_without_blanks(name: str):
    assert lexicons.rows(name)


def test_unsorted_file_is_refused(tmp_path, monkeypatch):
    (tmp_path / "bad.csv").write_text("id,word\nb,x\na,y\n", encoding="utf-8")
    monkeypatch.setattr(lexicons, "DATA", tmp_path)

    with pytest.raises(lexicons.LexiconError):
        lexicons.rows("bad")


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("italien", ("italien", "italiens", "italienne", "italiennes")),
        ("chinois", ("chinois", "chinois", "chinoise", "chinoises")),
        ("turc/turque", ("turc", "turcs", "turque", "turques")),
        ("russe", ("russe", "russes", "russe", "russes")),
    ],
)
def test_adjectives_are_inflected(written: str, forms: tuple[str, ...]):
    assert lexicons.inflections(written) == forms


def test_every_capital_is_a_known_city_of_its_country():
    cities = {name.id: name.country for name in lexicons.names() if name.kind == "city"}

    assert {city: cities.get(city) for city in lexicons.capitals()} == lexicons.capitals()


@pytest.mark.parametrize(
    ("form", "plural"),
    [
        ("secrétaire d'État", "secrétaires d'État"),
        ("Premier ministre", "Premiers ministres"),
        ("secrétaire général", "secrétaires généraux"),
        ("porte-parole", "porte-parole"),
    ],
)
def test_offices_take_the_plural(form: str, plural: str):
    assert lexicons.plural(form) == plural


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Łódź", "lodz"),
        ("łódź", "lodz"),
        ("ŒUVRE", "oeuvre"),
        ("Đakovo", "dakovo"),
        ("İzmir", "izmir"),
        ("Ægir", "aegir"),
    ],
)
def test_letters_are_folded_alike_in_capitals(written: str, folded: str):
    assert lexicons.fold(written) == folded


@pytest.mark.parametrize("name", ["cities", "countries", "organisations", "regions"])
def test_no_form_stands_for_two_of_a_file(name: str):
    forms: dict[str, set[str]] = {}
    for row in lexicons.rows(name):
        for form in (row["name"], *row["aliases"].split("|")):
            forms.setdefault(form, set()).add(row["id"])

    assert {form: sorted(ids) for form, ids in forms.items() if form and len(ids) > 1} == {}


def test_surname_alone_means_one_leader() -> None:
    alone = {(name_key(name), bearer.offices) for bearer in bearers() for name in bearer.alone}
    full = {name_key(name) for bearer in bearers() for name in bearer.names}

    assert len({key for key, _ in alone}) == len(alone)
    assert not {key for key, _ in alone} & full
