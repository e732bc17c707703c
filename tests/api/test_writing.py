"""Decisions, proposals and imports by programs go through the forms and actions of the pages."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.actions.mentions import change_mention
from articles.models import Action, Actor, Article, Decision, ImportBatch, ImportProblem, Mention, MergeProposal
from tests.api.conftest import API, TEXT, MakeProgram, World


@pytest.fixture
def desk(program: MakeProgram, editor: User) -> Client:
    return program(editor)


def send(client: Client, path: str, body: Any = None, *, version: int | None = None, **headers: str) -> Any:
    known = {} if version is None else {"If-Match": f'"{version}"'}
    content = "" if body is None else json.dumps(body)
    return client.post(API + path, content, content_type="application/json", headers={**known, **headers})


@pytest.mark.parametrize(
    ("verb", "body", "told"),
    [
        ("accept", None, {"status": "accepted"}),
        ("reject", None, {"status": "rejected"}),
        ("relabel", {"label": "ORG"}, {"label": "ORG", "actor": None, "status": "changed"}),
        ("move", {"start": 37, "end": 44}, {"text": "Blinken", "start": 37, "end": 44}),
        ("link", {"actor": "hakan-fidan"}, {"actor": {"slug": "hakan-fidan", "name": "Hakan Fidan"}}),
        ("link", {"actor": "Tony B.", "create": True}, {"actor": {"slug": "tony-b", "name": "Tony B."}}),
        ("link", {"actor": None}, {"actor": None}),
    ],
)
def test_decision_on_a_mention(desk: Client, world: World, verb: str, body: object, told: dict[str, object]) -> None:
    response = send(desk, f"/mentions/{world.mention.pk}/{verb}", body, version=1)
    answer = response.json()
    assert response.status_code == 200
    assert {name: answer[name] for name in told} == told
    assert (answer["version"], answer["decided_by"]) == (2, "editor")
    assert response.headers["ETag"].startswith('"2-')
    assert Decision.objects.get(mention=world.mention).by.username == "editor"


def test_details_that_are_left_out_stay(desk: Client, world: World) -> None:
    place = world.article.mentions.get(text="Ankara")
    answer = send(desk, f"/mentions/{place.pk}/details", {"figurative": True}, version=1).json()
    assert (answer["figurative"], answer["place"]["slug"]) == (True, "ankara")


def test_decision_is_taken_back(desk: Client, world: World) -> None:
    send(desk, f"/mentions/{world.mention.pk}/reject", version=1)
    answer = send(desk, f"/mentions/{world.mention.pk}/restore", version=2).json()
    assert (answer["status"], answer["version"], answer["decided_by"]) == ("proposed", 3, None)
    assert send(desk, f"/mentions/{world.article.mentions.get(text='Ankara').pk}/restore", version=1).status_code == 409


def test_etag_of_the_row_is_a_version_as_good_as_any(desk: Client, world: World) -> None:
    path = f"/mentions/{world.mention.pk}"
    etag = desk.get(API + path).headers["ETag"]
    statuses = [send(desk, f"{path}/accept", **{"If-Match": known}).status_code for known in (f"W/{etag}", etag)]
    assert statuses == [200, 412]


@pytest.mark.parametrize("headers", [{}, {"If-Match": "*"}, {"If-Match": '"1", "2"'}, {"If-Match": "1"}])
def test_decision_that_names_no_version_is_not_taken(desk: Client, world: World, headers: dict[str, str]) -> None:
    response = send(desk, f"/mentions/{world.mention.pk}/accept", **headers)
    assert (response.status_code, response.json()["status"]) == (428, 428)
    assert not Decision.objects.exists()


def test_stale_decision_is_refused_with_both_versions(desk: Client, manager: User, world: World) -> None:
    change_mention(world.mention, by=manager, version=1, label="ORG")
    response = send(desk, f"/mentions/{world.mention.pk}/relabel", {"label": "NORP"}, version=1)
    told = response.json()
    assert (response.status_code, response.headers["Content-Type"]) == (412, "application/problem+json")
    assert (told["current"]["label"], told["current"]["version"], told["current"]["decided_by"]) == (
        "ORG",
        2,
        "manager",
    )
    assert (told["seen"]["label"], told["seen"]["version"]) == ("PER", 1)
    assert Mention.objects.get(pk=world.mention.pk).label == "ORG"


def test_words_are_marked_once(desk: Client, world: World) -> None:
    start = TEXT.index("rencontré")
    path = f"/articles/{world.article.pk}/mentions"
    added = send(desk, path, {"start": start, "end": start + 9, "label": "ORG"})
    assert (added.status_code, added.json()["text"], added.json()["status"]) == (200, "rencontré", "added")
    again = send(desk, path, {"start": start, "end": start + 9, "label": "ORG"})
    assert (again.status_code, again.json()["other"]) == (409, added.json()["id"])


@pytest.mark.parametrize(
    ("path", "body", "fields"),
    [
        ("/mentions/{mention}/relabel", {"label": "X"}, ["label"]),
        ("/mentions/{mention}/relabel", {}, ["label"]),
        ("/mentions/{mention}/relabel", {"label": "ORG", "lable": 1}, ["lable"]),
        ("/mentions/{mention}/move", {"start": "1", "end": 2}, ["start"]),
        ("/mentions/{mention}/move", {"start": 9, "end": 2}, []),
        ("/mentions/{mention}/link", {"actor": "Personne"}, ["actor"]),
        ("/mentions/{mention}/details", {"value": "hier"}, ["value"]),
        ("/articles/{article}/mentions", {"start": 900, "end": 901, "label": "PER"}, [""]),
        (
            "/reports/{report}/change",
            {"participants": ["Personne"], "kind": "call", "status": "held", "date": "x"},
            ["participants", "date"],
        ),
        (
            "/reports/{report}/change",
            {
                "participants": ["Blinken", "hakan-fidan"],
                "kind": "call",
                "status": "held",
                "proofs": [{"field": "date", "start": 5, "end": 5000}],
            },
            ["proofs"],
        ),
        ("/statements/{statement}/change", {"quote": {"start": 900, "end": 950}, "direct": True}, ["proofs"]),
    ],
)
def test_what_the_forms_refuse_is_told_by_field(
    desk: Client, world: World, path: str, body: object, fields: list[str]
) -> None:
    rows = {name: getattr(world, name).pk for name in ("article", "mention", "report", "statement")}
    response = send(desk, path.format(**rows), body, version=1)
    assert (response.status_code, response.headers["Content-Type"]) == (422, "application/problem+json")
    assert [each["field"] for each in response.json().get("errors", [])] == fields
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b'{"label": NaN}', "application/json", 400),
        (b'{"label": "\\ud800"}', "application/json", 400),
        (b'"' + b"[" * 100_000, "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"label=ORG", "application/x-www-form-urlencoded", 415),
        (b'{"label": "ORG"}', "text/plain", 415),
        (b'{"label": "' + b"x" * 3_000_000 + b'"}', "application/json", 413),
    ],
)
def test_bodies_that_cannot_be_read(desk: Client, world: World, content: bytes, kind: str, status: int) -> None:
    address = f"{API}/mentions/{world.mention.pk}/relabel"
    for key in ({}, {"Idempotency-Key": str(uuid4())}):
        response = desk.post(address, content, content_type=kind, headers={"If-Match": '"1"', **key})
        assert (response.status_code, response.headers["Content-Type"]) == (status, "application/problem+json")


REPORT = {
    "participants": ["Blinken", "hakan-fidan"],
    "kind": "call",
    "status": "planned",
    "date": "2023-11",
    "place": "Ankara",
    "duration": 30,
    "hosts": ["hakan-fidan"],
    "topics": ["une pause"],
    "proofs": [{"field": "place", "start": 71, "end": 77}],
}


def test_what_an_article_says_of_a_meeting_is_corrected(desk: Client, world: World) -> None:
    answer = send(desk, f"/reports/{world.report.pk}/change", REPORT, version=1).json()
    assert (answer["kind"], answer["meeting_status"], answer["date"]) == ("call", "planned", "2023-11")
    assert (answer["place"]["slug"], answer["duration"], answer["topics"]) == ("ankara", 30, ["une pause"])
    assert [(each["slug"], each["part"]) for each in answer["participants"]] == [
        ("antony-blinken", None), ("hakan-fidan", "host"),
    ]  # fmt: skip
    assert ("place", 71, 77) in [(each["field"], each["start"], each["end"]) for each in answer["proofs"]]


def test_meeting_that_was_missed_is_added_with_its_proof(desk: Client, world: World) -> None:
    answer = send(desk, f"/articles/{world.article.pk}/reports", {**REPORT, "start": 86, "end": 112}).json()
    assert (answer["status"], answer["origin"]) == ("added", "person")
    assert {"field": "sentence", "start": 86, "end": 112} in answer["proofs"]
    assert answer["meeting"] is not None


def test_statement_is_corrected_and_added_by_places_in_the_text(desk: Client, world: World) -> None:
    quote, cue = TEXT.index("une pause"), TEXT.index("a déclaré")
    body = {
        "quote": {"start": quote, "end": quote + 9},
        "cue": {"start": cue, "end": cue + 9},
        "speaker": "hakan-fidan",
        "addressee": "Blinken",
        "direct": False,
    }
    answer = send(desk, f"/statements/{world.statement.pk}/change", body, version=1).json()
    assert (answer["words"], answer["cue"], answer["direct"]) == ("une pause", body["cue"], False)
    assert (answer["speaker"]["slug"], answer["addressee"]["slug"]) == ("hakan-fidan", "antony-blinken")
    added = send(desk, f"/articles/{world.article.pk}/statements", {**body, "speaker": None}).json()
    assert (added["status"], added["speaker"]) == ("added", None)


def test_reports_and_statements_are_accepted_rejected_and_taken_back(desk: Client, world: World) -> None:
    for path in (f"/reports/{world.report.pk}", f"/statements/{world.statement.pk}"):
        told = [
            send(desk, f"{path}/{verb}", version=version).json()["status"]
            for version, verb in enumerate(("accept", "reject", "restore"), 1)
        ]
        assert told == ["accepted", "rejected", "accepted"]


def test_review_is_finished_once_nothing_is_left_and_reopened(desk: Client, world: World) -> None:
    path = f"/articles/{world.article.pk}/review"
    left = send(desk, f"{path}/finish", {"accept_rest": False})
    assert (left.status_code, "5" in left.json()["detail"]) == (409, True)
    done = send(desk, f"{path}/finish", {"accept_rest": True}).json()
    assert (done["state"], done["left"], done["editor"]) == ("reviewed", 0, "editor")
    assert send(desk, f"{path}/reopen").json()["state"] == "reopened"


def test_request_sent_twice_with_its_key_is_carried_out_once(desk: Client, world: World) -> None:
    key = str(uuid4())
    path = f"/mentions/{world.mention.pk}/accept"
    first = send(desk, path, version=1, **{"Idempotency-Key": key})
    again = send(desk, path, version=1, **{"Idempotency-Key": key})
    told = [(each.status_code, each.headers["X-Action"], each.headers["X-Action-State"]) for each in (first, again)]
    assert told == [(200, key, "done"), (200, key, "repeated")]
    assert (again.json()["version"], Action.objects.count()) == (2, 1)
    other = send(desk, f"/mentions/{world.mention.pk}/relabel", {"label": "ORG"}, version=2, **{"Idempotency-Key": key})
    assert (other.status_code, "X-Action" in other.headers) == (409, False)
    assert send(desk, path, version=2, **{"Idempotency-Key": "x"}).status_code == 422


def test_same_key_with_another_body_is_refused(desk: Client, world: World) -> None:
    key, path = str(uuid4()), f"/mentions/{world.mention.pk}/relabel"
    assert send(desk, path, {"label": "ORG"}, version=1, **{"Idempotency-Key": key}).status_code == 200
    assert send(desk, path, {"label": "NORP"}, version=1, **{"Idempotency-Key": key}).status_code == 409


def test_each_change_names_its_action_by_which_it_is_undone_and_redone(desk: Client, world: World) -> None:
    path = f"/mentions/{world.mention.pk}"
    key = send(desk, f"{path}/accept", version=1).headers["X-Action"]
    assert send(desk, f"/actions/{key}/undo").json()["count"] == 1
    assert desk.get(API + path).json()["status"] == "proposed"
    assert send(desk, f"/actions/{key}/undo").status_code == 409
    assert send(desk, f"/actions/{key}/redo").status_code == 200
    assert desk.get(API + path).json()["status"] == "accepted"


def test_pairs_are_settled_once(desk: Client, world: World) -> None:
    merge, join = MergeProposal.objects.get().pk, desk.get(f"{API}/join-proposals").json()["items"][0]["id"]
    for nobody in ("nobody", "\x00"):
        assert send(desk, f"/merge-proposals/{merge}/accept", {"kept": nobody}).status_code == 422
    assert send(desk, f"/merge-proposals/{merge}/accept", {"kept": "antony-blinken"}).json()["state"] == "accepted"
    assert send(desk, f"/merge-proposals/{merge}/refuse").status_code == 409
    assert Actor.objects.get(slug="a-blinken").merged_into == Actor.objects.get(slug="antony-blinken")
    assert send(desk, f"/join-proposals/{join}/refuse").json()["state"] == "refused"
    assert send(desk, f"/join-proposals/{join}/accept").status_code == 409


PROPOSED = {
    "program": "veille/1.2",
    "mentions": [
        {"start": TEXT.index("Agence"), "end": TEXT.index("Agence") + 6, "label": "ORG", "confidence": 0.7},
        {"start": TEXT.index("Fidan"), "end": TEXT.index("Fidan") + 5, "label": "PER"},
        {"start": TEXT.index("lundi"), "end": TEXT.index("lundi") + 5, "label": "DATE", "value": "2023-11-06"},
    ],
    "statements": [{"quote": {"start": 0, "end": 6}, "direct": False, "speaker": "Blinken"}],
    "reports": [{**REPORT, "start": 86, "end": 112, "confidence": 0.5}],
}


def test_program_proposes_what_nothing_stands_against(desk: Client, world: World) -> None:
    response = send(desk, f"/articles/{world.article.pk}/proposals", PROPOSED)
    told = response.json()
    [mention] = told["mentions"]
    assert (mention["text"], mention["status"], mention["origin"], mention["confidence"]) == (
        "Agence", "proposed", "veille/1.2", 0.7,
    )  # fmt: skip
    assert (mention["run"], mention["decided_by"]) == ("veille/1.2", None)
    assert [(each["kind"], each["number"]) for each in told["left_out"]] == [("mention", 1), ("mention", 2)]
    assert [each["status"] for each in (*told["reports"], *told["statements"])] == ["proposed", "proposed"]
    assert not Decision.objects.exists()
    again = send(desk, f"/articles/{world.article.pk}/proposals", PROPOSED).json()
    assert (again["mentions"], again["reports"], again["statements"], len(again["left_out"])) == ([], [], [], 5)


def test_proposals_of_a_program_are_decided_on_and_undone_as_one(desk: Client, world: World) -> None:
    response = send(desk, f"/articles/{world.article.pk}/proposals", PROPOSED)
    rows = Mention.objects.filter(origin="veille/1.2")
    assert send(desk, f"/actions/{response.headers['X-Action']}/undo").json()["count"] == 3
    assert not rows.exists()
    assert send(desk, f"/actions/{response.headers['X-Action']}/redo").status_code == 200
    row = rows.get()
    assert send(desk, f"/mentions/{row.pk}/accept", version=row.version).json()["status"] == "accepted"


def test_proposals_are_kept_from_posing_as_ours_and_checked_one_by_one(desk: Client, world: World) -> None:
    path = f"/articles/{world.article.pk}/proposals"
    for name in ("person", "newsdesk_entities"):
        assert [each["field"] for each in send(desk, path, {"program": name}).json()["errors"]] == ["program"]
    wrong = {"program": "veille", "mentions": [PROPOSED["mentions"][0], {"start": 0, "end": 1, "label": "X"}]}
    told = send(desk, path, wrong)
    assert (told.status_code, [each["field"] for each in told.json()["errors"]]) == (422, ["mentions.1.label"])
    assert not Mention.objects.filter(origin="veille").exists()


LINES = (
    '{"text": "Sergueï Lavrov a reçu Hakan Fidan à Moscou.", "id": "un", "date": "2023-11-06", "source": "AFP"}\n'
    '{"id": "deux"}\n'
    "no JSON\n"
)


def bring(client: Client, query: str, content: str = LINES, kind: str = "application/x-ndjson") -> Any:
    return client.post(f"{API}/imports{query}", content.encode(), content_type=kind)


def test_import_gives_the_summary_and_the_problems_back(program: MakeProgram, manager: User) -> None:
    client = program(manager)
    told = bring(client, "?annotate=0&source=Reuters").json()
    assert (told["imported"], told["duplicates"], told["rejected"]) == (1, 0, 2)
    assert [(each["line"], each["field"]) for each in told["problems"]] == [(2, "text"), (3, "")]
    batch = ImportBatch.objects.get(pk=told["import_id"])
    assert (batch.by, batch.imported, batch.rejected) == (manager, 1, 2)
    assert list(ImportProblem.objects.values_list("file", "line")) == [("API", 2), ("API", 3)]
    article = Article.objects.get()
    assert (article.external_id, article.source.name, article.batch) == ("un", "AFP", batch)
    assert bring(client, "?annotate=0").json()["duplicates"] == 1


def test_import_pre_annotates(program: MakeProgram, manager: User) -> None:
    bring(program(manager), "")
    assert "Hakan Fidan" in Mention.objects.values_list("text", flat=True)


def test_dry_run_keeps_nothing(program: MakeProgram, manager: User) -> None:
    told = bring(program(manager), "?dry_run=1").json()
    assert (told["import_id"], told["imported"], told["rejected"]) == (None, 1, 2)
    assert not ImportBatch.objects.exists()
    assert not Article.objects.exists()


def test_import_has_bounds(program: MakeProgram, manager: User, settings: Any) -> None:
    client = program(manager)
    assert bring(client, "", kind="application/json").status_code == 415
    assert bring(client, "?language=français").json()["errors"][0]["field"] == "language"
    assert bring(client, "?date=6/11/2023").status_code == 422
    assert bring(client, "?annotate=0", "\n").json()["rejected"] == 1
    settings.API_IMPORT_MAX_BYTES = 50
    assert bring(client, "").status_code == 413
    assert not Article.objects.exists()
