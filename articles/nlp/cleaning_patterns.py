"""Regular expressions and tables of the dirt that agency copy arrives with."""

import re

from articles.nlp.legible import SIGNS

#: Blanks other than the plain one: tab, no-break, narrow, thin, ideographic.
BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
#: Nothing to see: soft hyphen, zero-width characters, marks of direction, byte order marks.
INVISIBLE = "\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
#: Full-width forms and the bold, italic and script letters of mathematics that some posts are set in.
FULL_WIDTH = "\uff01-\uff5e"
FANCY = "\U0001d400-\U0001d7ff"
LIGATURES = "\ufb00-\ufb06"
COMBINING = "\u0300-\u036f"
WRONG_APOSTROPHES = "´`′ʼ‘ʹ‛"
#: Letters and marks of other scripts than Latin.
OTHER_SCRIPTS = (
    "\u0370-\u0373\u0376-\u037d\u037f-\u1aaf\u1b00-\u1cff\u1d26-\u1d2b\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\u2dff"
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\u303c\u3040-\ua4cf\ua4d0-\ua6ff\ua800-\uab2f\uab70-\ud7ff"
    "\uf900-\ufaff\ufb13-\ufdff\ufe70-\ufefe\uff66-\uffdc\U00010000-\U0001cfff\U00020000-\U0003ffff"
)
WORD = r"[^\W\d_]"
VOWEL = "[aeiouyhàâæéèêëîïôœûAEIOUYHÀÂÆÉÈÊËÎÏÔŒÛ]"

BLANK = re.compile(f"[{BLANKS}]")
#: A joiner holds emoji together; between letters it is dirt.
UNSEEN = re.compile(rf"[{INVISIBLE}\u200d](?:(?<!\u200d)|(?<=[\w\s\u200d]\u200d)|(?<=\A\u200d))")
#: With the accents on it, which belong to the whole of a ligature.
STYLED = re.compile(f"[{FULL_WIDTH}{FANCY}{LIGATURES}][{COMBINING}]*")
#: Cyrillic and Greek letters that look like Latin ones, within a word of Latin letters: `Моscou`.
LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo")
_ALIKE = f"[{''.join(map(chr, LOOKALIKES))}]+"
LOOKALIKE = re.compile(rf"{_ALIKE}(?![{OTHER_SCRIPTS}])")
OTHER = re.compile(f"[{OTHER_SCRIPTS}]")
LATIN = re.compile("[A-Za-zÀ-ɏ]")
ACCENTS = re.compile(f"[{COMBINING}]+")
SPACES = re.compile(" {2,}")
#: No blank stands before a comma or a full stop: `la Turquie , le Qatar`.
LOOSE_STOP = re.compile(r" (?=[,.](?:\s|\Z))(?<=[\w»”\")] )")
#: Tags that a careless conversion left: those that end a line, and those inside one.
LINE_TAG = r"</?(?:p|br|div|h[1-6]|li|ul|ol|tr|table|blockquote)"
TAG = re.compile(
    rf"(?P<line>{LINE_TAG}(?:\s[^<>\n]{{0,300}})?/?>)"
    r"|</?(?:a|b|i|u|em|strong|span|small|sup|sub|font|cite|q)(?:\s[^<>\n]{0,300})?/?>",
    re.I,
)

#: A run of signs without end, such as a line drawn over pages, on which the splitting into words takes for ever.
LONG_LINE = re.compile(r"[^\w\s]{200,}")
WRONG_APOSTROPHE = re.compile(rf"[{WRONG_APOSTROPHES}](?<={WORD}.)(?={WORD})")
#: What no table knew: `l?Union`, `d\ufffdEtat`.
LOST_APOSTROPHE = re.compile(rf"[?\ufffd](?={VOWEL})")
#: `l' Union`, `qu’ il`, `d 'Etat`.
LOOSE_APOSTROPHE = re.compile(rf"['’](?:(?P<after> )(?={VOWEL})|(?<= .)(?={VOWEL}{WORD}))")
#: What is elided, at the end of what stands before; letters between quotation marks are not.
ELIDED = re.compile(r"(?<![\w/=&?·\-'’‘])(?:[ldjtnmsc]|(?:jus|lors|puis)?qu|quoiqu|presqu|aujourd)\Z", re.I)
LONGEST_ELIDED = 9
DOUBLED_MARK = re.compile(r"(?P<mark>[`'<>])(?P=mark)(?<!(?P=mark)..)(?!(?P=mark))")
_PAIRED = r"(?=\w)[^{0}?\n«»“”\"]{{1,600}}?(?<=[\w.,!…])"
LOST_QUOTES = re.compile(
    rf"\ufffd(?<![^\s(].){_PAIRED.format(chr(0xFFFD))}\ufffd(?!\w)"
    rf"|\?(?<![^\s(].){_PAIRED.format('')}\?(?=,? [a-zà-ÿ])",
)

_LAST_PART = r"(?:com|org|net|fr|eu|gouv|info|int|gov|edu|pdf|docx?|xlsx?|pptx?|html?|txt|jpe?g|png|gif|mp[34]|csv|zip)"
_NEXT_SENTENCE = r"(?=[A-ZÀ-ÖØ-ÞŒ](?:[a-zß-öø-ÿœ]|['’ ])|[«“][ \w])"
#: A sentence that begins where the one before ends: `fin.Le président`, `fin.»Le président`, `fin».Le président`.
GLUED = re.compile(
    r"[.!?…»”](?:(?<=[a-zß-öø-ÿœ]{2}[.!?…])|(?<=\d[.!?…])|(?<=[»”\")][.!?…])|(?<=[.!?…][»”])|(?<=[.!?…] »))"
    rf"(?!(?i:{_LAST_PART})\b){_NEXT_SENTENCE}"
)
#: Nothing is glued in an address, in a name of a file or in one of an account.
ADDRESS = re.compile(r"://|www\.|@|\w\.(?:com|org|net|fr|eu)/")
LONGEST_ADDRESS = 300

#: Stands for each character of a passage in another script; no rule and no model takes it for a name.
PLACEHOLDER = "·"
_OTHER = f"[{OTHER_SCRIPTS}]"
#: Letters of another script with what stands between them; a lone Greek or Cyrillic letter is a symbol.
PASSAGE = re.compile(
    rf"{_OTHER}[{OTHER_SCRIPTS}{COMBINING}\u1ab0-\u1aff’'\-]*(?:[^\w\n]{{1,4}}(?:\d+[^\w\n]{{1,4}})*{_OTHER}"
    rf"[{OTHER_SCRIPTS}{COMBINING}’'\-]*)*(?: \d+(?!\d|[^\S\n]*{WORD}))?"
)
SYMBOL = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
#: Addresses and names of accounts, which are no names of anybody.
LINK = re.compile(
    r"(?<![\w@])(?:https?://|www\.)[^\s<>«»]+|(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+|(?<![\w.])@\w+", re.I
)
LINK_SIGN = re.compile(r"@|://|www\.", re.I)
#: Hashtags that stand behind a sentence or alone on their line; one within a sentence is a word of it.
HASHTAGS = re.compile(
    r"(?:^|[.!?…»)])[^\w\n#@]{0,20}(?P<tags>(?<!·)[#@][\w·]+(?:[^\w\n#@]{0,200}[#@][\w·]+)*)[^\w\n#@]{0,200}$", re.M
)

_SUSPECT_CHARS = (
    BLANKS, INVISIBLE, "\u200d", FULL_WIDTH, FANCY, LIGATURES, COMBINING, WRONG_APOSTROPHES, OTHER_SCRIPTS, "\ufffd",
    SIGNS, "#",
)  # fmt: skip
#: A text in which nothing of all this is found is clean.
SUSPECT = (
    re.compile(f"[{''.join(_SUSPECT_CHARS)}]"),
    SPACES, LONG_LINE, LOOSE_STOP, GLUED, DOUBLED_MARK, LOOSE_APOSTROPHE, LOST_APOSTROPHE, LOST_QUOTES, TAG, LINK_SIGN,
)  # fmt: skip
