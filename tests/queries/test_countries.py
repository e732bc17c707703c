import pytest
from django.utils.translation import override

from articles.queries.countries import country_code, country_name, names_by_language


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Turquie", "TR"),
        ("etats unis", "US"),
        ("fr", "FR"),
        (" FR ", "FR"),
        ("United States", "US"),
        ("Atlantide", ""),
        ("", ""),
    ],
)
def test_country_code_is_found_by_name_or_code(typed: str, code: str) -> None:
    assert country_code(typed) == code


@pytest.mark.parametrize(
    ("language", "name"), [("fr", "Allemagne"), ("en", "Germany"), ("en-gb", "Germany"), ("de", "Allemagne")]
)
def test_country_is_named_in_the_language_of_the_page(language: str, name: str) -> None:
    with override(language):
        assert (country_name("DE"), country_name("??")) == (name, "??")


def test_every_country_has_a_name_of_its_own_in_both_languages() -> None:
    names = names_by_language()
    assert names["fr"].keys() == names["en"].keys()
    assert [len(set(each.values())) for each in names.values()] == [len(names["fr"])] * 2
    assert "" not in {*names["fr"].values(), *names["en"].values()}
