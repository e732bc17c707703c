"""Several whom nobody names: `Les ambassadeurs sont arrivés. X les a reçus.`"""

import re

from articles.nlp.reference import References
from articles.nlp.types import Span

#: What those told of by name may be called together.
OF_NAMED = (
    r"hommes|femmes|ministres|présidente?s|dirigeante?s|responsables|diplomates|chefs|interlocut\w+|homologues|monarques|souverains|"
    r"leaders|chanceliers|négociateurs|rivaux|visiteurs|invités|hôtes|voisins|alliés|deux|trois|quatre|cinq|six"
)
#: Of what those are who would be others: `les ministres des Finances`, `les chefs d'État et de gouvernement`.
OF_OTHERS = r"\s(?:d[eu]s?\s|d['’′])(?!(?:[ÉE]tat|la diplomatie|Affaires étrangères|la Défense)\b(?! et de ))"
#: A subject of many that opens a sentence or what a semicolon parts.
MANY = re.compile(
    rf"\s*(?:[Ll]es|[Dd]es|[Pp]lusieurs)\s(?P<noun>(?!(?:{OF_NAMED})\b(?!{OF_OTHERS}))(?:[a-zà-ÿ-]+\s)?[a-zà-ÿ-]+[sx]\b)"
)
#: Who is met as one of many, without an office.
PEOPLE = re.compile(
    r"(?:\w+\s)?(?:familles|proches|otages|journalistes|manifestants|soldats|militaires|rescapés|victimes|réfugiés|délégués|experts|"
    r"rebelles|opposants|habitants|étudiants|ressortissants|survivants|élus|militants)\b"
)
PARTED = re.compile(r";\s")


def are_unnamed(references: References, position: int) -> bool:
    """Whether the clause before is told of people without a name, whom a pronoun at the position takes up."""
    clause = _clause_before(references, position)
    many = MANY.match(references.text, clause.start, clause.end) if clause is not None else None
    if clause is None or many is None or references.within(clause, people_only=True):
        return False
    offices = {one.span.start for one in references.draft.mentions if one.label == "ROLE" and one.span.within(clause)}
    return many.start("noun") in offices or PEOPLE.match(many["noun"]) is not None


def _clause_before(references: References, position: int) -> Span | None:
    sentences = references.sentences
    sentence = sentences.at(position)
    parted = [match.end() for match in PARTED.finditer(references.text, sentence.start, position)]
    if parted:
        return Span(parted[-2] if len(parted) > 1 else sentence.start, parted[-1])
    index = sentences.index(position)
    return sentences.spans[index - 1] if index else None
