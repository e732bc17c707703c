"""What each format holds is what the database holds, read back by the tool it is for or by its documented form."""

import json
import re
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
import spacy
from django.contrib.auth.models import User
from django.test import Client
from spacy.tokens import DocBin

from articles.enums import AnnotationStatus, MentionLabel
from articles.exporters.annotations import exported
from articles.exporters.archives import zipped
from articles.exporters.docbin import docbin_files
from articles.exporters.provenance import in_words
from articles.models import Article, Mention, Statement
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db
#: A label may begin within a token, a text may have astral characters, and a name may go over a line end.
TEXT = "😀 La ministre Anna\r\nLindberg a vu Karim Benali à Ankara.\r\n\r\nDes pro-Russes ? « Bien », a-t-elle dit."
Spans = set[tuple[str, int, int, str]]


@pytest.fixture
def articles(django_user_model: type[User]) -> list[Article]:
    lea = django_user_model.objects.create_user("lea")
    article = ArticleFactory(external_id="a/1 é", title="Deux\nlignes", text=TEXT)
    anna, karim = ActorFactory(name="Anna Lindberg"), ActorFactory(name="Karim Benali")
    decided = {"decided_by": lea, "decided_at": datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)}
    first = MentionFactory(
        article=article, text="Anna\r\nLindberg", actor=anna, status=AnnotationStatus.ACCEPTED, **decided
    )
    second = MentionFactory(article=article, text="Karim Benali", actor=karim)
    MentionFactory(article=article, text="Ankara", label=MentionLabel.GPE, place=PlaceFactory())
    MentionFactory(article=article, text="Russes", label=MentionLabel.NORP, status=AnnotationStatus.ADDED, **decided)
    MentionFactory(article=article, text="ministre", label=MentionLabel.ROLE, status=AnnotationStatus.REJECTED)
    report = MeetingReportFactory(article=article, sentence="La ministre Anna\r\nLindberg a vu Karim Benali à Ankara.")
    report.participants.create(actor=anna, mention=first)
    report.participants.create(actor=karim, mention=second)
    place = TEXT.index("Ankara")
    report.evidence.create(field="place", start=place, end=place + 6)
    StatementFactory(article=article, quote="Bien", speaker=anna, speaker_mention=first)
    plain = ArticleFactory(external_id="b", text="Rien ici.")
    return [article, plain]


def taken(client: Client, form: str, query: str = "") -> bytes:
    response = client.get(f"/articles/export.{form}{query}")
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def mentions() -> Spans:
    rows = Mention.objects.live().values_list("article__external_id", "start", "end", "label")
    return set(rows)


def read_jsonl(data: bytes) -> Spans:
    records = [json.loads(line) for line in data.decode().splitlines()]
    return {(one["id"], each["start"], each["end"], each["label"]) for one in records for each in one["spans"]}


def read_spacy(data: bytes) -> Spans:
    vocab = spacy.blank("fr").vocab
    found: Spans = set()
    for name in ZipFile(BytesIO(data)).namelist():
        for doc in DocBin().from_bytes(ZipFile(BytesIO(data)).read(name)).get_docs(vocab):
            key = doc.user_data["newsdesk"]["id"]
            assert doc.text == Article.objects.get(external_id=key).text
            found |= {(key, ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
    return found


def read_conll(data: bytes) -> Spans:
    """Offsets and tags as a reader of columns puts them together."""
    found: list[list[object]] = []
    key = ""
    for line in data.decode().split("\n"):
        if line.startswith("# newdoc id = "):
            key = line.removeprefix("# newdoc id = ")
        if not line or line.startswith("#"):
            continue
        _number, _form, start, end, tag, *_rest = line.split("\t")
        if tag.startswith("B-"):
            found.append([key, int(start), int(end), tag[2:]])
        elif tag.startswith("I-"):
            assert found[-1][3] == tag[2:]
            found[-1][2] = int(end)
    return {(str(a), int(str(b)), int(str(c)), str(d)) for a, b, c, d in found}


def read_brat(data: bytes) -> Spans:
    archive = ZipFile(BytesIO(data))
    found: Spans = set()
    for article in Article.objects.all():
        [name] = [name for name in archive.namelist() if name.startswith(f"{article.pk}-") and name.endswith(".ann")]
        text = archive.read(name.replace(".ann", ".txt")).decode()
        assert text == article.text
        for line in archive.read(name).decode().splitlines():
            if match := re.match(r"T\d+\t(PER|ROLE|ORG|GPE|LOC|NORP|DATE) ([\d ;]+)\t(.*)", line):
                pieces = [tuple(map(int, piece.split())) for piece in match[2].split(";")]
                assert match[3] == " ".join(text[start:end] for start, end in pieces)
                found.add((article.external_id, pieces[0][0], pieces[-1][1], match[1]))
    return found


def read_web_annotation(data: bytes) -> Spans:
    page = json.loads(data)
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    found: Spans = set()
    for one in page["items"]:
        if one["motivation"] != "classifying":
            continue
        [target] = one["target"]
        article = Article.objects.get(pk=int(target["source"].rstrip("/").split("/")[-1]))
        position, words = target["selector"]
        start, end = position["start"], position["end"]
        assert words["exact"] == article.text[start:end]
        assert article.text[:start].endswith(words["prefix"])
        assert article.text[end:].startswith(words["suffix"])
        found.add((article.external_id, start, end, one["body"][0]["value"]))
    return found


def read_label_studio(data: bytes) -> Spans:
    found: Spans = set()
    for task in json.loads(data):
        for annotation in [*task["annotations"], *task["predictions"]]:
            for region in annotation["result"]:
                value = region["value"]
                assert (region["from_name"], region["to_name"], region["type"]) == ("label", "text", "labels")
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
                found.add((task["data"]["id"], value["start"], value["end"], *value["labels"]))
    return found


def read_doccano(data: bytes) -> Spans:
    records = [json.loads(line) for line in data.decode().splitlines()]
    return {(one["id"], start, end, label) for one in records for start, end, label in one["label"]}


READERS: dict[str, Callable[[bytes], Spans]] = {
    "jsonl": read_jsonl,
    "spacy": read_spacy,
    "conll": read_conll,
    "brat": read_brat,
    "web-annotation": read_web_annotation,
    "label-studio": read_label_studio,
    "doccano": read_doccano,
}


@pytest.mark.parametrize("form", READERS)
def test_format_read_back_equals_the_database(client: Client, articles: list[Article], form: str) -> None:
    found = READERS[form](taken(client, form))

    assert found == mentions()
    assert len(found) == 4


def unpacked(data: bytes) -> bytes:
    """A `DocBin` is compressed once more."""
    try:
        return zlib.decompress(data)
    except zlib.error:
        return data


@pytest.mark.parametrize("form", READERS)
def test_format_says_which_machine_or_person_decided(client: Client, articles: list[Article], form: str) -> None:
    data = taken(client, form)
    if data.startswith(b"PK"):
        archive = ZipFile(BytesIO(data))
        data = b"".join(unpacked(archive.read(name)) for name in archive.namelist())

    version = Mention.objects.filter(text="Ankara").get().run.version  # type: ignore[union-attr]
    for told in (version, "lea", "2024-05-06T07:08:09+00:00"):
        assert told.encode() in data


@pytest.mark.parametrize("form", READERS)
def test_format_of_one_article_and_of_a_search_holds_just_that(
    client: Client, articles: list[Article], form: str
) -> None:
    one = client.get(f"/articles/{articles[1].pk}/export.{form}")
    data = b"".join(one.streaming_content)

    assert READERS[form](data) == set() if form != "brat" else b"Anna" not in data
    assert one["Content-Disposition"].startswith(f'attachment; filename="article-{articles[1].pk}.')
    assert len(taken(client, form, "?q=introuvable")) < len(taken(client, form, "?q=Ankara"))


def test_docbin_holds_meetings_statements_and_links(articles: list[Article]) -> None:
    [(name, data)] = docbin_files(exported(Article.objects.all()))
    first, second = DocBin().from_bytes(data).get_docs(spacy.blank("fr").vocab)

    assert name == "articles-0001.spacy"
    assert [(ent.text, ent.kb_id_) for ent in first.ents][:2] == [
        ("Anna\r\nLindberg", "anna-lindberg"),
        ("Karim Benali", "karim-benali"),
    ]
    assert [(span.text, span.label_) for span in first.spans["statements"]] == [("Bien", "direct")]
    assert [span.label_ for span in first.spans["meetings"]] == ["in_person"]
    assert list(first.user_data["newsdesk"]["meetings"][0]["participants"]) == ["Anna Lindberg", "Karim Benali"]
    assert list(second.ents) == []


def test_brat_tells_meetings_and_statements_as_events(client: Client, articles: list[Article]) -> None:
    archive = ZipFile(BytesIO(taken(client, "brat")))
    [name] = [name for name in archive.namelist() if name.endswith("-a_1_.ann")]
    lines = archive.read(name).decode().splitlines()

    names = {line.split("\t")[2]: line.split("\t")[0] for line in lines if line.startswith("T")}
    events = [line.split("\t")[1] for line in lines if line.startswith("E")]
    trigger = names["La ministre Anna Lindberg a vu Karim Benali à Ankara."]
    people = f"Participant:{names['Anna Lindberg']} Participant2:{names['Karim Benali']}"
    assert events == [
        f"Meeting:{trigger} {people} Place:{names['Ankara']}",
        f"Statement:{names['Bien']} Speaker:{names['Anna Lindberg']}",
    ]
    assert "[entities]" in archive.read("annotation.conf").decode()


def test_label_studio_tells_decisions_from_predictions(client: Client, articles: list[Article]) -> None:
    first = json.loads(taken(client, "label-studio"))[0]

    [annotation], [prediction] = first["annotations"], first["predictions"]
    assert [region["value"]["text"] for region in annotation["result"]] == ["Anna\r\nLindberg", "Russes"]
    assert [region["value"]["text"] for region in prediction["result"]] == ["Karim Benali", "Ankara"]
    assert (prediction["model_version"], prediction["score"]) == (Mention.objects.get(text="Ankara").run.version, 0.9)  # type: ignore[union-attr]


def test_web_annotation_names_the_person_and_the_software(client: Client, articles: list[Article]) -> None:
    items = json.loads(taken(client, "web-annotation"))["items"]

    anna, karim = items[0], items[1]
    version = Mention.objects.get(text="Ankara").run.version  # type: ignore[union-attr]
    assert (anna["creator"], anna["created"]) == ({"type": "Person", "nickname": "lea"}, "2024-05-06T07:08:09+00:00")
    assert karim["creator"] == {"type": "Software", "name": f"newsdesk_entities {version}"}
    assert [one["motivation"] for one in items] == ["classifying"] * 4 + ["linking", "identifying"]


def test_unknown_format_is_missing_and_wrong_filter_is_named(client: Client, articles: list[Article]) -> None:
    wrong = client.get("/articles/export.jsonl?since=hier")

    assert client.get("/articles/export.docx").status_code == 404
    assert client.get(f"/articles/{articles[0].pk}/export.docx").status_code == 404
    assert client.get("/articles/999999/export.jsonl").status_code == 404
    assert (wrong.status_code, b"since" in wrong.content) == (400, True)


def test_archive_is_sent_while_it_is_made() -> None:
    asked: list[int] = []

    def files() -> Iterator[tuple[str, str]]:
        for number in range(3):
            asked.append(number)
            yield f"{number}.txt", "é" * 10

    pieces = zipped(files())
    next(pieces)

    assert asked == [0]
    archive = ZipFile(BytesIO(b"".join([*zipped(files())])))
    assert [archive.read(name).decode() for name in archive.namelist()] == ["é" * 10] * 3


def test_decision_in_words_names_person_day_and_machine(articles: list[Article]) -> None:
    first, second = (Mention.objects.get(text=text) for text in ("Anna\r\nLindberg", "Karim Benali"))
    statement = Statement.objects.get()

    told = f"proposed by newsdesk_entities {first.run.version}"  # type: ignore[union-attr]
    assert in_words(first) == f"accepted by lea 2024-05-06T07:08:09+00:00; {told}"
    assert in_words(second).startswith("proposed by newsdesk_entities ")
    assert in_words(statement).startswith("proposed by newsdesk_statements ")
