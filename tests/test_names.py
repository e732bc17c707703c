"""Spellings of one name compare equal; other names do not."""

import pytest

from articles.names import Likeness, likeness, lookup_keys, parts, wanted_keys

SAME = [
    ("Zelensky", "Zelenskyy"),
    ("Zelenskiy", "Zelensky"),
    ("Volodymyr Zelensky", "Vladimir Zelenskij"),
    ("Sergueï Lavrov", "Sergei Lavroff"),
    ("Sergueï Choïgou", "Sergei Shoigu"),
    ("Vladimir Poutine", "Vladimir Putin"),
    ("Boris Eltsine", "Boris Yeltsin"),
    ("Alexandre Loukachenko", "Aleksandr Lukashenko"),
    ("Viktor Ianoukovitch", "Viktor Yanukovych"),
    ("Anton Tchekhov", "Anton Chekhov"),
    ("Nikita Khrouchtchev", "Nikita Khrushchev"),
    ("Youri Ouchakov", "Yuri Ushakov"),
    ("Evgueni Prigojine", "Yevgeny Prigozhin"),
    ("Aleksandar Vučić", "Aleksandar Voutchitch"),
    ("Slobodan Milošević", "Slobodan Milochevitch"),
    ("al-Sissi", "Al Sisi"),
    ("Abdel Fattah al-Sissi", "Abdelfattah El-Sisi"),
    ("Abd al-Fattah al-Sissi", "Abdul Fattah al-Sisi"),
    ("Abdelaziz Rahmani", "Abdul-Aziz Rahmani"),
    ("Mohammed Chia al-Soudani", "Mohamed Shia Al Sudani"),
    ("Mohammed ben Salmane", "Mohamed bin Salman"),
    ("Sameh Choukri", "Sameh Shoukry"),
    ("Ali Khaménéi", "Ali Khamenei"),
    ("Recep Tayyip ERDOĞAN", "Recep Tayyip Erdogan"),
    ("Xi Jinping", "Jinping Xi"),
    ("XI Jinping", "Xi Jinping"),
    ("Orbán Viktor", "Viktor Orban"),
    ("MACRON Emmanuel", "Emmanuel Macron"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("J. D. Vance", "JD Vance"),
    ("Robert O'Brien", "Robert O’Brien"),
    ("Donald Trump", "Donald Trump Jr."),
]
LIKE = [
    ("Mouammar Kadhafi", "Muammar Gaddafi", Likeness.LOOSE),
    ("Benjamin Netanyahou", "Benyamin Netanyahu", Likeness.LOOSE),
    ("Hussein Salami", "Hossein Salami", Likeness.LOOSE),
    ("JD Vance", "James David Vance", Likeness.INITIALS),
    ("V. Poutine", "Vladimir Poutine", Likeness.INITIALS),
    ("E. Macron", "Emmanuel Macron", Likeness.INITIALS),
    ("D. Duncan", "Daniel Kablan Duncan", Likeness.INITIALS),
    ("George Bush", "George W. Bush", Likeness.INITIALS),
    ("Recep Erdogan", "Recep Tayyip Erdogan", Likeness.FULLER),
    ("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón", Likeness.FULLER),
    ("López Obrador", "Andrés Manuel López Obrador", Likeness.FULLER),
    ("Mohammed ben Salmane", "Mohammed ben Salmane Al Saoud", Likeness.FULLER),
    ("Poutine", "Vladimir Putin", Likeness.SHORT),
    ("Xi", "XI Jinping", Likeness.SHORT),
    ("Zhang", "Zhang Ming", Likeness.SHORT),
    ("Trong", "Nguyen Phu Trong", Likeness.SHORT),
    ("ben Salmane", "Mohammed bin Salman", Likeness.SHORT),
    ("Ben Gvir", "Itamar Ben-Gvir", Likeness.SHORT),
    ("Sissi", "al-Sissi", Likeness.SHORT),
    ("Von der Leyen", "Ursula von der Leyen", Likeness.SHORT),
    ("Leyen", "Ursula von der Leyen", Likeness.SHORT),
    ("De Gaulle", "Charles de Gaulle", Likeness.SHORT),
    ("Mohammed", "Mohammed VI", Likeness.SHORT),
    ("Rohani", "Hassan Rouhani", Likeness.PART),
    ("de Poutine", "Vladimir Poutine", Likeness.PART),
    ("Ali", "Ali Demir", Likeness.PART),
]
OTHERS = [
    ("Emmanuel Macron", "Brigitte Macron"),
    ("E. Macron", "Brigitte Macron"),
    ("Mert Ozkan", "Zeynel Abidin Ozkan"),
    ("Michel Dupont", "Michèle Dupont"),
    ("Simon Veil", "Simone Veil"),
    ("Jean Martin", "Jeanne Martin"),
    ("Luc Mélenchon", "Jean-Luc Mélenchon"),
    ("George W. Bush", "George H. W. Bush"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Li Keqiang", "Li Qiang"),
    ("Mohammed VI", "Mohammed V"),
    ("Salmane", "Mohammed ben Salmane"),
    ("Salmane ben Abdelaziz", "Mohammed ben Salmane ben Abdelaziz"),
    ("Ben Wallace", "Marc Wallace"),
    ("Al Gore", "Tipper Gore"),
    ("Mohammed Al Thani", "Tamim Al Thani"),
    ("Kerry", "Perry"),
    ("Ali", "Eli"),
    ("Jean", "Jeanne Martin"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_spellings_of_one_name_are_the_same(first: str, second: str) -> None:
    assert (likeness(first, second), likeness(second, first)) == (Likeness.SAME, Likeness.SAME)


@pytest.mark.parametrize(("first", "second", "expected"), LIKE)
def test_parts_of_a_name_are_told_from_equal_names(first: str, second: str, expected: Likeness) -> None:
    assert (likeness(first, second), likeness(second, first)) == (expected, expected)


@pytest.mark.parametrize(("first", "second"), OTHERS)
def test_other_names_differ(first: str, second: str) -> None:
    assert likeness(first, second) == likeness(second, first) == Likeness.NONE


@pytest.mark.parametrize("pair", [*SAME, *((one, other) for one, other, like in LIKE if like > Likeness.PART)])
def test_every_like_name_is_found_by_its_keys(pair: tuple[str, str]) -> None:
    short, long = sorted(pair, key=len)
    assert set(wanted_keys(short)) & set(lookup_keys(long))


def test_surname_of_one_sound_is_found_by_the_given_name() -> None:
    assert set(wanted_keys("Marta Yi")) & set(lookup_keys("Marta Yi"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("MACRON Emmanuel", ("emmanuel", "macron")),
        ("Valéry Giscard d’Estaing", ("valery", "giscard", "d", "estaing")),
        ("Jean-Luc El-Baradei", ("jeanluc", "al", "baradei")),
        ("", ()),
    ],
)
def test_name_is_taken_apart(name: str, words: tuple[str, ...]) -> None:
    assert parts(name).words == words
