"""The reading view: dirt put right, every span led back to the stored text."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.nlp.cleaning import View, clean

DIRT = {
    "named entity": ("l&rsquo;Union r&eacute;unie &laquo; ici &raquo;", "l’Union réunie « ici »"),
    "numeric entities": (
        "l&#8217;Union, l&#x2019;&Eacute;tat, l&#39;ONU, l&#146;OTAN",
        "l’Union, l’État, l'ONU, l’OTAN",
    ),
    "entity encoded twice": ("l&amp;rsquo;Union, l&amp;amp;#8217;ONU, R&amp;D", "l’Union, l’ONU, R&D"),
    "entity without its semicolon": ("l&rsquoUnion r&eacuteunie &agrave Oslo", "l’Union réunie à Oslo"),
    "no-break entity": ("vingt&nbsp;chefs d&rsquo;Etat&nbsp;: oui", "vingt chefs d’Etat : oui"),
    "wrong apostrophes": ("l´Union, l`ONU, l′OTAN, lʼUE, d‘Oslo", "l’Union, l’ONU, l’OTAN, l’UE, d’Oslo"),
    "lost apostrophe": ("l?Union et d\ufffdOslo, qu?elle.L?une", "l’Union et d’Oslo, qu’elle. L’une"),
    "blank beside an apostrophe": ("l' Union et d’ Oslo, qu 'elle", "l'Union et d’Oslo, qu'elle"),
    "odd blanks": ("10\u202f000 \u00a0hommes\u2009;\tdeux  camps", "10 000 hommes ; deux camps"),
    "blank before a comma": ("la Norvège , le Chili .", "la Norvège, le Chili."),
    "invisible characters": ("\ufeffprési\u00addent\u200b du Chi\u200dli\u200f", "président du Chili"),
    "glued sentences": (
        "Elle est partie.Le président reste.L’Union attend.",
        "Elle est partie. Le président reste. L’Union attend.",
    ),
    "glued quotations": (
        "« Non. »Le ministre a dit « oui ».Puis rien.",
        "« Non. » Le ministre a dit « oui ». Puis rien.",
    ),
    "glued after figures": ("Il vient en 2031.Le roi aussi.", "Il vient en 2031. Le roi aussi."),
    "composed accents": ("re\u0301union a\u0300 Sa\u0303o Tome\u0301", "réunion à São Tomé"),
    "ligature": ("les o\ufb03ciels, en\ufb01n", "les officiels, enfin"),
    "ligature with an accent": ("en\ufb01\u0301n", "enfín"),
    "ligature with an accent behind something unseen": ("en\ufb01\u00ad\u0301n", "enfín"),
    "full-width forms": ("Ｇ２０ ： ｏｕｉ", "G20 : oui"),
    "letters of mathematics": ("𝗨𝗿𝗴𝗲𝗻𝘁 : 𝑙𝑒 roi", "Urgent : le roi"),
    "wrong decoding": ("dÃ©jÃ\xa0 Ã\xa0 lâ€™Ã‰tat, GÃ¼len, ErdoÄŸan", "déjà à l’État, Gülen, Erdoğan"),
    "wrong decoding twice": ("rÃƒÂ©union", "réunion"),
    "wrong decoding as Latin-1": ("lâ\x80\x99Union, l\x92ONU \x96 ici", "l’Union, l’ONU – ici"),
    "wrong decoding of quotation marks": ("Â« oui Â», a-t-il dit", "« oui », a-t-il dit"),
    "wrong decoding with its blank lost": ("il est Ã Oslo, dÃ©jÃ ", "il est à Oslo, déjà "),
    "quotation marks of a keyboard": ("<<oui>> et ``non''", "«oui» et “non”"),
    "lost quotation marks": (
        "\ufffdC’est fait\ufffd, dit-il. ?Oui, bien sûr?, a dit l’autre.",
        "“C’est fait”, dit-il. “Oui, bien sûr”, a dit l’autre.",
    ),
    "line of signs": ("Oslo" + "=" * 300 + "\nRiga " + "-" * 50, "Oslo \nRiga " + "-" * 50),
    "tags": ("<p>Le <b>roi</b> vient.<br/>Il part.</p>", "\nLe roi vient.\nIl part.\n"),
    "another script": (
        "Le président (Кирилл Иванов, 3 мая 2031) et 習近平 3 ici",
        "Le président (······ ······, · ··· ····) et ··· 3 ici",
    ),
    "letters that look Latin": ("Моscou, Оslo, Сhili et Кирилл", "Moscou, Oslo, Chili et ······"),
    "dirt within dirt": ("l&acirc;&euro;&trade;Union", "l’Union"),
}  # fmt: skip

CLEAN = (
    "« Nous l’avons dit : “non” ! », a-t-elle assuré ; l'ONU, elle, attend… Qu’en est-il ?\r\n\r\n— Rien.",
    "U.S.A, É.-U., J.-C., M.Dupont, 3.5 %, 12.5.2031, p.ex., S.M. le roi, 10h30.",
    "Le fichier note.Pdf, le site Exemple.Com et le journal Le Matin.fr.",
    "Sommet 🇫🇷🤝🇯🇵 : 👩‍⚖️ ❤️ !",
    "x̂ et q̃ restent ; l’angle α, le facteur β et 5 µg aussi. R&D, AT&T, A & B. 3 < 4 > 2",
    "Pourquoi ? Parce que. Vraiment ?! Qui ? Où ? Les lettres 'd' et 's' ; le 'a' aussi. L’« affaire » d’Oslo.",
    "JOÃO et SÃO, Ångström, Zoë, naïf, aîné, MÄRZ, ÇA, ÀÂÄ, « ÉTÉ »",
    "",
    "\n\n  \n".replace("  ", ""),
)


@pytest.mark.parametrize(("stored", "read"), DIRT.values(), ids=DIRT)
def test_clean_puts_dirt_right(stored: str, read: str) -> None:
    assert clean(stored).text == read


@pytest.mark.parametrize("text", CLEAN)
def test_clean_leaves_a_clean_text_as_it_is(text: str) -> None:
    view = clean(text)
    assert (view.text, view.text is text, view.is_stored, view.masked) == (text, True, True, ())


@pytest.mark.parametrize(
    ("stored", "words", "source"),
    [
        ("chef de l&rsquo;Union, ici", "l’Union", "l&rsquo;Union"),
        ("chef de l&rsquo;Union, ici", "Union", "Union"),
        ("roi de&nbsp;Norv&egrave;ge&nbsp;: oui", "Norvège", "Norv&egrave;ge"),
        ("fin.Le président Sa\u0301nchez  va", "président Sánchez", "président Sa\u0301nchez"),
        ("le roi  de\u00a0 Norvège", "roi de Norvège", "roi  de\u00a0 Norvège"),
        ("une réu\u00adnion", "réunion", "réu\u00adnion"),
        ("l\u200bUnion", "Union", "Union"),
        ("il a quitté l’Union.Le roi", "Le roi", "Le roi"),
        ("il a quitté l’Union.Le roi", "l’Union.", "l’Union."),
        ("les o\ufb03ciels", "ciels", "\ufb03ciels".replace("\ufb03", "")),
        ("dÃ©jÃ\xa0 en AlgÃ©rie", "Algérie", "AlgÃ©rie"),
    ],
)
def test_view_leads_words_back_to_what_they_were_read_from(stored: str, words: str, source: str) -> None:
    view = clean(stored)
    start = view.text.index(words)
    first, last = view.to_stored(start, start + len(words))
    assert (stored[first:last], view.to_view(first, last)) == (source, (start, start + len(words)))


def test_view_takes_a_character_of_several_whole() -> None:
    """Half of what an entity or a ligature became stands for all of it."""
    view = clean("en\ufb01n l&rsquo;Union")
    assert (view.text, view.to_stored(0, 3), view.to_stored(3, 5), view.to_view(6, 8)) == (
        "enfin l’Union", (0, 3), (2, 4), (7, 8),
    )  # fmt: skip


def test_view_trims_white_space_at_the_ends() -> None:
    view = clean("a&nbsp;\u00a0 roi \u00a0b")
    assert (view.text, view.to_stored(1, 6), view.to_stored(1, 2)) == ("a roi b", (9, 12), (1, 1))


def test_view_closes_passages_in_another_script_to_proposals() -> None:
    view = clean("fin.Le chef, Кирилл Иванов, est à Oslo")
    start = view.text.index("···")
    assert [view.is_masked(0, start), view.is_masked(start + 3, start + 4), view.is_masked(start + 13, 40)] == [
        False, True, False,
    ]  # fmt: skip


def test_view_closes_addresses_accounts_and_loose_hashtags_to_proposals() -> None:
    """A hashtag within a sentence is a word of it; characters stay where they are."""
    text = "À #Oslo, @RoyIn_es dit : voir www.exemple.fr/Page.Html?x=1&y=L?a et a.b@Exemple.Org. #Paix 🕊 #Chili\n#Roy"
    view = clean(text)
    assert view.text == (
        "À #Oslo, @·····_·· dit : voir ···.·······.··/····.····?·=·&·=·?· et ·.·@·······.···. #···· 🕊 #·····\n#···"
    )
    assert [text[span.start : span.end] for span in view.masked] == [
        "@RoyIn_es", "www.exemple.fr/Page.Html?x=1&y=L?a", "a.b@Exemple.Org", "#Paix 🕊 #Chili", "#Roy",
    ]  # fmt: skip
    assert view.starts is None


# Pieces that together make every kind of dirt, and the words they lie between.
PIECES = st.sampled_from([
    "l", "d", "qu", "Union", "été", "Le", "a", "I", "U.S", "fin", "2031", "e\u0301", "x\u0302", "\u0301",
    "&rsquo;", "&amp;", "&#8217;", "&eacute", "amp;", "#38;", "&", ";", "´", "‘", "'", "’", "?", "\ufffd", " ",
    "  ", "\u00a0", "\u202f", "\t", "\n", "\r\n", "\n\n", "\u00ad", "\u200b", "\u200d", "\ufeff", "👩", "❤\ufe0f",
    ".", "!", "…", "»", "«", "”", "“", "Ã©", "Ã", "Ã\xa0", "â€™", "Â", "ÃƒÂ©", "\x92", "\ufb01", "Ａ", "！", "мая",
    "я", "習", "مصر", "ς", "<p>", "<", ">", "</b>", "`", "#", "@", "://", ".com", "-", ",", "(", ")",
])  # fmt: skip
DIRTY = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=40)


@given(DIRTY)
@settings(max_examples=400, deadline=None)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@given(DIRTY)
@settings(max_examples=400, deadline=None)
@example("\ufb01\u00ad\u0301")
def test_view_keeps_the_stored_text_and_leads_back_in_order(text: str) -> None:
    view = clean(text)
    bounds = [view.bounds(at) for at in range(len(view.text))]
    assert view.stored is text
    assert bounds == sorted(bounds)
    assert all(0 <= start <= end <= len(text) for start, end in bounds)
    assert all(end <= later or (start, end) == (later, last) for (start, end), (later, last) in pairwise(bounds))


@given(DIRTY, st.data())
@settings(max_examples=400, deadline=None)
def test_view_maps_spans_there_and_back(text: str, data: st.DataObject) -> None:
    view = clean(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    first, last = view.to_stored(start, end)
    words = text[first:last]
    assert 0 <= first <= last <= len(text)
    assert words == words.strip()
    again = view.to_stored(*view.to_view(first, last))
    assert again == (first, last)
    if view.starts is None:
        assert view.text[start:end].strip() == view.text[first:last]


@given(DIRTY, st.data())
@settings(max_examples=300, deadline=None)
def test_view_reads_no_stored_character_outside_the_span(text: str, data: st.DataObject) -> None:
    view = clean(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = view.to_view(start, end)
    assert 0 <= first <= last <= len(view.text)
    assert all(view.bounds(at)[0] < end and view.bounds(at)[1] >= start for at in range(first, last))


@given(
    st.lists(
        st.sampled_from(
            ["l&rsquo;Union", "fin.Le", "roi", "re\u0301uni", "dÃ©jÃ", "d´Oslo", "习近平", "𝗕𝗼𝗻", "<b>oui</b>"]
        ),
        min_size=1,
    )
)
def test_words_of_the_view_are_the_stored_words_read_alone(words: list[str]) -> None:
    """A stored slice, cleaned by itself, is the slice of the view."""
    view = clean("  ".join(words))
    for found in re.finditer(r"\S+", view.text):
        start, end = view.to_stored(*found.span())
        assert clean(view.stored[start:end]).text.strip() == found[0]


@given(
    st.text(alphabet="abcdeéèàçœ ’'«»,;:-–—…\n\r0123456789ABCÉ🇫🇷❤", max_size=80).filter(lambda text: "  " not in text)
)
def test_clean_text_is_its_own_view(text: str) -> None:
    plain = re.sub(r"(?<=[\w»]) (?=[,.])|['’…»]", "", text).replace("  ", "")
    assert clean(plain) == View(plain, plain)
