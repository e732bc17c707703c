"""References to a page of the desk, as people write them and as programs for references read them."""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.templatetags.dates import dated, day
from articles.validators import name_key

#: What BibTeX takes for commands; a brace counts as one with a backslash before it, too.
SPECIAL = {
    **{char: f"\\{char}" for char in "&%$#_"},
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
}


@dataclass(frozen=True, slots=True)
class Form:
    """What programs for references call such a thing: RIS and CSL."""

    ris: str
    csl: str


ARTICLE = Form("NEWS", "article-newspaper")
#: A page that is made of what the desk holds.
RECORD = Form("ELEC", "webpage")


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reference tells. `version` is when what is cited was last changed.

    `published` is a day, a month, a year or a range of them (`2023-11`); the title may be one for each language.
    """

    key: str
    title: str | Promise
    outlet: str
    published: str
    address: str
    version: datetime | None
    accessed: date
    authors: tuple[str, ...] = ()
    language: str = "fr"
    form: Form = ARTICLE

    def plain(self, language: str) -> str:
        """One sentence in the language; what is not known is left out."""
        with override(language):
            quoted = _("“%(title)s”") % {"title": self.title}
            told = [*self.authors, quoted, self.outlet, in_words(self.published)]
            if self.version:
                told.append(_("annotation as of %(moment)s") % {"moment": self.moment})
            told.append(_("%(address)s (accessed %(day)s)") % {"address": self.address, "day": day(self.accessed)})
            return ", ".join(part for part in told if part) + "."

    @property
    def french(self) -> str:
        return self.plain("fr")

    @property
    def english(self) -> str:
        return self.plain("en")

    @property
    def moment(self) -> str:
        return localtime(self.version).isoformat(timespec="minutes") if self.version else ""

    @property
    def bibtex(self) -> str:
        fields = {
            "author": " and ".join(map(bibtex_name, self.authors)),
            "title": f"{{{escaped(str(self.title))}}}",
            "howpublished": escaped(self.outlet),
            "year": self.published[:4],
            "date": self.published,
            "version": self.moment,
            "url": self.address,
            "urldate": self.accessed.isoformat(),
            "langid": {"fr": "french", "en": "english"}.get(self.language, self.language),
        }
        lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
        return f"@online{{{self.key},\n{lines}\n}}"

    @property
    def ris(self) -> str:
        first = self.published.partition("/")[0]
        told = [
            ("TY", self.form.ris),
            *(("AU", one_line(author)) for author in self.authors),
            ("TI", one_line(str(self.title))),
            ("T2", one_line(self.outlet)),
            ("DA", "/".join([*first.split("-"), "", ""][:3]) if first else ""),
            ("PY", first[:4]),
            ("ET", self.moment),
            ("UR", self.address),
            ("Y2", self.accessed.strftime("%Y/%m/%d")),
            ("LA", self.language),
        ]
        return "\n".join([*(f"{tag}  - {value}" for tag, value in told if value), "ER  - "])

    @property
    def csl_json(self) -> str:
        record: dict[str, object] = {
            "id": self.key,
            "type": self.form.csl,
            "title": str(self.title),
            "container-title": self.outlet,
            "author": [{"literal": author} for author in self.authors],
            "issued": parts(self.published),
            "version": self.moment,
            "URL": self.address,
            "accessed": parts(self.accessed.isoformat()),
            "language": self.language,
        }
        return json.dumps([{name: value for name, value in record.items() if value}], ensure_ascii=False, indent=2)


def in_words(published: str) -> str:
    """A day without its weekday; what is less precise as it is."""
    return day(date.fromisoformat(published)) if len(published) == len("2023-11-06") else dated(published)


def parts(value: str) -> dict[str, list[list[int]]]:
    """One date or two, as precise as they are told."""
    ends = [[int(part) for part in end.split("-")] for end in value.split("/") if end]
    return {"date-parts": ends} if ends else {}


def bibtex_name(name: str) -> str:
    """One author also where the name has the word that stands between authors."""
    written = escaped(name)
    return f"{{{written}}}" if " and " in written.lower() else written


def escaped(text: str) -> str:
    return "".join(SPECIAL.get(char, char) for char in one_line(text))


def one_line(text: str) -> str:
    return " ".join(text.split())


def cite_key(*words: str) -> str:
    """Letters, digits and hyphens, as every program takes them.

    >>> cite_key("Agence du Levant", "2023", "12")
    'agence-du-levant-2023-12'
    """
    return re.sub(r"[^a-z0-9]+", "-", name_key(" ".join(words))).strip("-")
