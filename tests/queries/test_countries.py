import pytest

from articles.queries.countries import country_code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Turquie", "TR"), ("etats unis", "US"), ("fr", "FR"), (" FR ", "FR"), ("Atlantide", ""), ("", "")],
)
def test_country_code_is_found_by_name_or_code(typed: str, code: str) -> None:
    assert country_code(typed) == code
