"""What programs send: the fields of the pages' forms as JSON, made into what those forms take."""

from collections.abc import Iterable
from typing import Annotated

from django.http import QueryDict
from pydantic import BaseModel, ConfigDict, Field

from articles.enums import EvidenceField, MeetingKind, MeetingStatus, MentionLabel

#: No text is as long as this.
FAR = 2**31 - 1
Position = Annotated[int, Field(ge=0, le=FAR)]
#: An actor or a place by name or identifier, in one line.
Name = Annotated[str, Field(max_length=300, pattern=r"^[^\r\n\x00]*$")]
Label = Annotated[str, Field(json_schema_extra={"enum": MentionLabel.values})]


class Body(BaseModel):
    """A field that is not known is a slip, and no number is written as text."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SpanBody(Body):
    """Words of the article: code points into its text, the end exclusive."""

    start: Position
    end: Position


class RelabelBody(Body):
    label: Label


class DetailsBody(Body):
    """What is left out stays as it is."""

    value: Annotated[str, Field(max_length=30)] | None = None
    figurative: bool | None = None


class LinkBody(Body):
    """Whom the mention stands for, by name or identifier; a place that is left out stays."""

    actor: Name | None = None
    create: bool = False
    place: Name | None = None


class NewMentionBody(SpanBody):
    label: Label


class ProofBody(SpanBody):
    field: Annotated[str, Field(json_schema_extra={"enum": sorted(EvidenceField.values)})]


class ReportBody(Body):
    """What an article says of a meeting; topics in its words."""

    participants: Annotated[list[Name], Field(max_length=100)]
    kind: Annotated[str, Field(json_schema_extra={"enum": MeetingKind.values})]
    status: Annotated[str, Field(json_schema_extra={"enum": MeetingStatus.values})]
    date: Annotated[str, Field(max_length=30)] | None = None
    place: Name | None = None
    duration: Annotated[int, Field(ge=1, le=100_000)] | None = None
    hosts: Annotated[list[Name], Field(max_length=100, default_factory=list)]
    visitors: Annotated[list[Name], Field(max_length=100, default_factory=list)]
    topics: Annotated[list[str], Field(max_length=100, default_factory=list)]
    proofs: Annotated[list[ProofBody], Field(max_length=200, default_factory=list)]


class NewReportBody(ReportBody):
    """A report with the words that prove it."""

    start: Position
    end: Position


class StatementBody(Body):
    quote: SpanBody
    speaker: Name | None = None
    addressee: Name | None = None
    cue: SpanBody | None = None
    addressed: SpanBody | None = None
    direct: bool


class FinishBody(Body):
    """With `accept_rest`, what is left undecided is accepted; else it stands in the way."""

    accept_rest: bool


class KeptBody(Body):
    """The identifier of the one of two actors that stays."""

    kept: Name


#: What forms call otherwise.
CALLED = {"date_value": "date", "words": "start"}


def form_data(proofs: Iterable[tuple[str, SpanBody]] = (), **fields: object) -> QueryDict:
    """Fields as a browser would send them; those that are None are left out."""
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        if value is not None:
            data[name] = ("on" if value else "") if isinstance(value, bool) else str(value)
    data.setlist("proof", [f"{field}:{span.start}-{span.end}" for field, span in proofs])
    return data


def report_data(body: ReportBody, **more: object) -> QueryDict:
    proofs = [(proof.field, SpanBody(start=proof.start, end=proof.end)) for proof in body.proofs]
    return form_data(
        proofs,
        participants="\n".join(body.participants),
        kind=body.kind,
        status=body.status,
        date_value=body.date,
        place=body.place,
        duration=body.duration,
        hosts="\n".join(body.hosts),
        visitors="\n".join(body.visitors),
        topics="\n".join(" ".join(topic.split()) for topic in body.topics),
        **more,
    )


def statement_data(body: StatementBody, text: str, **more: object) -> QueryDict:
    """The words are told by their place, as if somebody had pointed to them."""
    spans = {"quote": body.quote, "cue": body.cue, "addressed": body.addressed}
    pointed = [(field, span) for field, span in spans.items() if span is not None]
    words = {field: " ".join(text[span.start : span.end].split()) for field, span in pointed}
    return form_data(pointed, speaker=body.speaker, addressee=body.addressee, direct=body.direct, **words, **more)
