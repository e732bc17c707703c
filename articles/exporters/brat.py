"""Annotations for brat: a text and a standoff file for each article, and the configuration that names the types.

Mentions are entities, with their actor or place as a normalisation. Meetings and statements are events whose trigger
are the words that prove them. Who decided stands in a note on each.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articles.enums import AnnotationStatus, EvidenceField, MentionLabel
from articles.exporters.archives import File
from articles.exporters.provenance import in_words
from articles.models import Article, Evidence, MeetingReport, Mention, Statement

CONFIGURATION = f"""[entities]
{chr(10).join(MentionLabel.values)}
Proof

[relations]

[events]
Meeting {", ".join(f"{field.capitalize()}*:<ENTITY>" for field in EvidenceField.values)}
Statement Speaker?:<ENTITY>, Addressee?:<ENTITY>, Cue?:<ENTITY>

[attributes]
Figurative Arg:<ENTITY>
Direct Arg:<EVENT>
Decision Arg:<ANY>, Value:{"|".join(AnnotationStatus.values)}
"""
LINE_END = re.compile(r"[\r\n]+")
UNSAFE = re.compile(r"[^\w.-]+", re.ASCII)


def brat_files(articles: Iterable[Article]) -> Iterator[File]:
    """`annotation.conf`, then `12-name.txt` and `12-name.ann` for each article."""
    yield "annotation.conf", CONFIGURATION
    for article in articles:
        name = f"{article.pk}-{UNSAFE.sub('_', article.external_id)[:80]}"
        yield f"{name}.txt", article.text
        yield f"{name}.ann", Standoff(article).content()


@dataclass(slots=True)
class Standoff:
    """The lines about one article; ids count up by kind."""

    article: Article
    lines: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    spans: dict[tuple[int, int], str] = field(default_factory=dict)

    def content(self) -> str:
        for mention in self.article.mentions.all():
            self.add_mention(mention)
        for report in self.article.meeting_reports.all():
            self.add_report(report)
        for statement in self.article.statements.all():
            self.add_statement(statement)
        return "".join(f"{line}\n" for line in self.lines)

    def add(self, kind: str, *cells: str) -> str:
        """Write a line with a new id of this kind."""
        self.numbers[kind] = self.numbers.get(kind, 0) + 1
        name = f"{kind}{self.numbers[kind]}"
        self.lines.append("\t".join((name, *cells)))
        return name

    def span(self, label: str, start: int, end: int) -> str:
        """Words over several lines are told in fragments, as brat wants them."""
        fragments, position = [], start
        for gap in LINE_END.finditer(self.article.text, start, end):
            fragments.append((position, gap.start()))
            position = gap.end()
        fragments = [pair for pair in [*fragments, (position, end)] if pair[0] < pair[1]]
        where = ";".join(f"{first} {last}" for first, last in fragments)
        return self.add("T", f"{label} {where}", " ".join(self.article.text[first:last] for first, last in fragments))

    def add_mention(self, mention: Mention) -> None:
        name = self.spans[mention.start, mention.end] = self.span(mention.label, mention.start, mention.end)
        stands_for = mention.actor or mention.place
        if stands_for:
            self.add("N", f"Reference {name} newsdesk:{stands_for.slug}", stands_for.name)
        if mention.figurative:
            self.add("A", f"Figurative {name}")
        self.decide(name, mention, [mention.value] if mention.value else [])

    def add_report(self, report: MeetingReport) -> None:
        proofs = list(report.evidence.all())
        trigger = next((row for row in proofs if row.field == EvidenceField.SENTENCE), None)
        if trigger is None:
            return
        people = [("Participant", self.spans[place]) for place in self.participants(report)]
        proved = [(row.field.capitalize(), self.proof(row)) for row in proofs if row is not trigger]
        roles = list(dict.fromkeys(people + proved))
        told = [report.kind, report.meeting_status, report.date_value, report.place.name if report.place else ""]
        told.append(", ".join(one.actor.name for one in report.participants.all()))
        name = self.event("Meeting", self.span("Meeting", trigger.start, trigger.end), roles)
        self.decide(name, report, [part for part in told if part])

    def participants(self, report: MeetingReport) -> list[tuple[int, int]]:
        """The mentions that name them, as far as there are some."""
        named = {one.mention_id for one in report.participants.all()}
        return [(one.start, one.end) for one in self.article.mentions.all() if one.pk in named]

    def proof(self, row: Evidence) -> str:
        found = self.spans.get((row.start, row.end))
        if found is None:
            found = self.spans[row.start, row.end] = self.span("Proof", row.start, row.end)
        return found

    def add_statement(self, statement: Statement) -> None:
        places = {"Speaker": statement.speaker_mention_id, "Addressee": statement.addressee_mention_id}
        roles = [
            (role, self.spans[mention.start, mention.end])
            for role, key in places.items()
            for mention in self.article.mentions.all()
            if mention.pk == key
        ]
        if statement.cue_start is not None and statement.cue_end is not None:
            roles.append(("Cue", self.span("Proof", statement.cue_start, statement.cue_end)))
        trigger = self.span("Statement", statement.quote_start, statement.quote_end)
        name = self.event("Statement", trigger, roles)
        if statement.direct:
            self.add("A", f"Direct {name}")
        self.decide(name, statement, [statement.speaker.name] if statement.speaker else [])

    def event(self, kind: str, trigger: str, roles: list[tuple[str, str]]) -> str:
        """Roles that several have are numbered from the second on."""
        seen: dict[str, int] = {}
        told = [f"{kind}:{trigger}"]
        for role, name in roles:
            seen[role] = seen.get(role, 0) + 1
            told.append(f"{role}{seen[role] if seen[role] > 1 else ''}:{name}")
        return self.add("E", " ".join(told))

    def decide(self, name: str, row: Mention | MeetingReport | Statement, told: list[str]) -> None:
        self.add("A", f"Decision {name} {row.status}")
        self.add("#", f"AnnotatorNotes {name}", " ".join("; ".join([*told, in_words(row)]).split()))
