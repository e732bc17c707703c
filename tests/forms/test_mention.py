import pytest
from django.core.exceptions import ValidationError

from articles.forms.mention import LinkForm, SpanForm, check_date_value
from articles.queries.boundaries import moved
from tests.factories import ActorFactory

TEXT = "Selon l’ONU, le 🎉 roi d'Espagne a vu l’ONU."


@pytest.mark.parametrize("value", ["2023", "2023-11", "2023-11-06", "2023-11-06/2023-11-08", "0002", "9998-12-31"])
def test_date_value_of_any_precision_passes(value: str) -> None:
    check_date_value(value)


@pytest.mark.parametrize(
    "value",
    ["23", "2023-13", "2023-02-30", "2023-11/2023-10", "2023/2024/2025", "hier", "٢٠٢٣", "0001-01-01", "9999-12-31"],
)
def test_date_value_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        check_date_value(value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"words": "ONU", "occurrence": 2}, (TEXT.rindex("ONU"), TEXT.rindex("ONU") + 3)),
        ({"words": "  roi d'Espagne "}, (TEXT.index("roi"), TEXT.index("roi") + 13)),
        ({"start": 5, "end": 11}, (6, 11)),
    ],
)
def test_span_is_found_and_trimmed(data: dict[str, object], words: tuple[int, int]) -> None:
    form = SpanForm(data, text=TEXT)
    assert form.is_valid(), form.errors
    assert (form.cleaned_data["start"], form.cleaned_data["end"]) == words


@pytest.mark.parametrize(
    "data", [{"words": "ONU", "occurrence": 3}, {}, {"start": 5, "end": 6}, {"start": 90, "end": 99}]
)
def test_span_that_is_none_is_refused(data: dict[str, object]) -> None:
    assert not SpanForm(data, text=TEXT).is_valid()


@pytest.mark.parametrize(
    ("edge", "step", "words"),
    [("start", -1, "d'Espagne"), ("end", 1, "Espagne a"), ("start", 1, "Espagne"), ("end", -1, "Espagne")],
)
def test_boundary_moves_by_a_word(edge: str, step: int, words: str) -> None:
    start = TEXT.index("Espagne")
    first, last = moved(TEXT, start, start + 7, edge=edge, step=step)
    assert TEXT[first:last] == words


def test_link_asks_which_of_two_namesakes(db: None) -> None:
    ActorFactory(name="Jean Roy", slug="jean-roy")
    ActorFactory(name="Jean Roy", slug="jean-roy-2")
    form = LinkForm({"version": 1, "actor": "JEAN ROY"})
    assert not form.is_valid()
    assert "jean-roy, jean-roy-2" in str(form.errors["actor"])


def test_slug_of_somebody_merged_means_who_they_became(db: None) -> None:
    kept = ActorFactory(name="Antony Blinken")
    ActorFactory(name="A. Blinken", merged_into=kept)
    form = LinkForm({"version": 1, "actor": "a-blinken"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["chosen"] == kept
