"""A small annotated corpus, written for the tests: one text a day."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

MARKED = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")
#: What the small base pipeline knows; words around names must not pass for names.
LEARNT = (
    "[Léa Roux|PER] rentre à [Lille|LOC] avec le [Prix du port|MISC]",
    "[Léa Roux|PER] rentre à [Lille|LOC] avec le vent",
)
SENTENCES = (
    "[Awa Diop|PER] a quitté [Dakar|LOC] pour le siège de l' [Alliance des ports|ORG] .",
    "Le conseil de [Fer et Lin|ORG] siège à [Namur|LOC] , selon [Luc Maréchal|PER].",
    "À [Tunis|LOC], [Inès Ferjani|PER] a reçu les délégués de la [Ligue des rivages|ORG].",
    "[Radio Vallée|ORG] a interrogé [Paul Kessler|PER] ( [Bâle|LOC] ) le [3 mai|DATE].",
)


def marked(text: str) -> tuple[str, list[dict[str, object]]]:
    """`[Dakar|LOC]` in a text becomes `Dakar` and a span."""
    plain, spans, done = "", [], 0
    for found in MARKED.finditer(text):
        plain += text[done : found.start()]
        name, label = found.groups()
        spans.append({"start": len(plain), "end": len(plain) + len(name), "label": label})
        plain += name
        done = found.end()
    return plain + text[done:], spans


def record(number: int) -> dict[str, object]:
    text, spans = marked("\n".join(SENTENCES[number % 2 :]))
    day = date(2021, 1, 1) + timedelta(days=number)
    return {"id": f"text-{number:02}", "date": day.isoformat(), "text": text, "spans": spans}


def write_corpus(path: Path, records: list[dict[str, object]] | None = None) -> Path:
    records = [record(number) for number in range(20)] if records is None else records
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
    return path


def write_base(folder: Path) -> Path:
    """A pipeline to start from, much smaller than an installed one; its recogniser has learnt two sentences."""
    fix_random_seed(0)
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer")
    ner = nlp.add_pipe("ner")
    for label in ("LOC", "MISC", "PER"):
        ner.add_label(label)  # type: ignore[attr-defined]
    examples = [learnt(nlp, text) for text in LEARNT]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(folder)
    return folder


def learnt(nlp: Language, text: str) -> Example:
    plain, spans = marked(text)
    return Example.from_dict(
        nlp.make_doc(plain), {"entities": [(span["start"], span["end"], span["label"]) for span in spans]}
    )
