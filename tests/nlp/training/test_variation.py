import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.nlp.training.passages import Edit, Labelled, Passage, lines, rewrite
from articles.nlp.training.variation import Odds, Varier, names_by_label
from tests.nlp.training.news import SENTENCES, marked

NAMES = {"PER": ["Omar Bâ", "Zoé"], "LOC": ["Lomé", "Oran"], "ORG": ["Alliance des ponts", "Or bleu"]}


def passage(text: str) -> Passage:
    plain, spans = marked(text)
    return Passage(plain, tuple(Labelled(s["start"], s["end"], s["label"]) for s in spans))  # type: ignore[arg-type]


def place(span: Labelled) -> range:
    return range(span.start, span.end)


def shown(varied: Passage) -> list[tuple[str, str]]:
    return [(varied.text[span.start : span.end], span.label) for span in varied.spans]


@pytest.mark.parametrize(
    ("odds", "before", "after"),
    [
        (Odds(spacing=1), "l' [Or bleu|ORG] ( [Oran|LOC] ) , [Zoé|PER] .", "l'[Or bleu|ORG] ([Oran|LOC]), [Zoé|PER]."),
        (Odds(spacing=1), "[Bon à savoir .|ORG] dit-il", "[Bon à savoir .|ORG] dit-il"),
        (Odds(apostrophes=1), "l'[Or d'ici|ORG] n'est pas", "l’[Or d’ici|ORG] n’est pas"),
        (Odds(apostrophes=1), "l’[Or d’ici|ORG] n’est pas", "l'[Or d'ici|ORG] n'est pas"),
        (Odds(quotes=1), "« Oui » , dit [Zoé|PER]", '"Oui" , dit [Zoé|PER]'),
        (Odds(capitals=1), "À [Oran|LOC] hier", "À [ORAN|LOC] HIER"),
        (Odds(names=1), "[Awa|PER] à [Namur|LOC]", "[Awa|PER] à [Lomé|LOC]"),
    ],
)  # fmt: skip
def test_variation_keeps_the_names(odds: Odds, before: str, after: str) -> None:
    assert Varier(odds, NAMES, seed=0).vary(passage(before)) == passage(after)


def test_no_odds_change_nothing() -> None:
    assert Varier(Odds(), NAMES, seed=0).vary(passage(SENTENCES[0])) == passage(SENTENCES[0])


def test_same_seed_gives_the_same_passages() -> None:
    odds = Odds(0.5, 0.5, 0.5, 0.5, 0.5)
    runs = [[Varier(odds, NAMES, seed).vary(passage(line)) for line in SENTENCES * 5] for seed in (3, 3, 4)]
    assert (runs[0] == runs[1], runs[0] == runs[2]) == (True, False)


@given(st.lists(st.text(max_size=3), min_size=20, max_size=20))
def test_edits_outside_names_leave_them_whole(fillings: list[str]) -> None:
    before = passage(SENTENCES[1])
    blanks = [i for i, char in enumerate(before.text) if char == " " and not any(i in place(s) for s in before.spans)]
    edits = [Edit(blank, blank + 1, filling) for blank, filling in zip(blanks, fillings, strict=False)]
    assert shown(rewrite(before, edits)) == shown(before)


def test_lines_carry_their_names() -> None:
    before = Passage("Titre\n\nZoé vit à Oran", (Labelled(7, 10, "PER"),))
    assert list(lines(before)) == [Passage("Titre", ()), Passage("Zoé vit à Oran", (Labelled(0, 3, "PER"),))]


def test_names_are_gathered_once_by_label() -> None:
    gathered = names_by_label([passage("[Oran|LOC] [Zoé|PER] [gauche|ORG]"), passage("[Oran|LOC] [Lomé|LOC]")])
    assert gathered == {"LOC": ["Oran", "Lomé"], "PER": ["Zoé"]}
