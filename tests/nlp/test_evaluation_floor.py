"""Quality of the whole pipeline on each gold corpus, held above the floors of floors.csv, which may only rise.

`manage.py evaluate --floors CORPUS --raise tests/nlp/floors.csv GOLD.jsonl…` raises them; docs/evaluation.md says more.
"""

from functools import cache
from pathlib import Path

import pytest

from articles.management.commands.evaluate import measured
from articles.nlp.evaluation.floors import Floor, figure, read_floors
from articles.nlp.evaluation.gold import LABELS, read_gold
from articles.nlp.evaluation.scope import EVERYTHING

TESTS = Path(__file__).parents[1]
SAMPLE = TESTS / "data" / "sample" / "gold.jsonl"
#: Gold whose texts may not be kept with the project; measured where it lies beside the checkout.
SHARED = TESTS.parents[1] / "shared" / "corpus"
CORPORA = {
    "sample": (SAMPLE,),
    "dev": (SHARED / "dev.jsonl",),
    "seed": (SHARED / "seed.jsonl",),
    "together": (SAMPLE, SHARED / "dev.jsonl", SHARED / "seed.jsonl"),
}
FLOORS = read_floors(Path(__file__).parent / "floors.csv")


@cache
def report_on(corpus: str) -> dict[str, object]:
    records = [record for path in CORPORA[corpus] for record in read_gold(path)]
    return measured(records, EVERYTHING, with_across=True).as_json()


def named(floor: Floor) -> str:
    return f"{floor.corpus}-{floor.figure}"


@pytest.mark.django_db
@pytest.mark.parametrize("floor", FLOORS, ids=named)
def test_figure_keeps_to_its_floor(floor: Floor) -> None:
    absent = [path.name for path in CORPORA[floor.corpus] if not path.is_file()]
    if absent:
        pytest.skip(f"{', '.join(absent)} is not beside the checkout, in {SHARED.parent.name}/{SHARED.name}")

    report = report_on(floor.corpus)

    assert floor.holds(report), f"{floor.figure} is {figure(report, floor.figure)}, must be {floor.rule} {floor.value}"


def test_every_label_has_a_floor_in_every_corpus_that_has_it() -> None:
    held = {(floor.corpus, floor.figure) for floor in FLOORS}
    assert {(corpus, f"labels.{label}.f1") for corpus in CORPORA for label in LABELS} - held == set()
    assert {corpus for corpus, _ in held} == set(CORPORA)


def test_floors_are_each_given_once() -> None:
    names = [named(floor) for floor in FLOORS]
    assert names == list(dict.fromkeys(names))
