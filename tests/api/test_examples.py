"""Each `curl` of docs/api.md does what the text around it says."""

import re
import shlex
from itertools import pairwise

from django.contrib.auth.models import User
from django.test import Client

from articles.actions.tokens import make_token
from articles.enums import TokenScope
from articles.models import Article, Mention
from tests.api.conftest import World
from tests.test_conventions import PROJECT

HOST = "http://127.0.0.1:8000"
LINES = '{"text": "Sergueï Lavrov a reçu Hakan Fidan à Moscou.", "date": "2023-11-06"}\n'


def examples() -> list[list[str]]:
    text = (PROJECT / "docs" / "api.md").read_text(encoding="utf-8").replace("\\\n", " ")
    return [shlex.split(line) for line in re.findall(r"^curl .*$", text, re.MULTILINE)]


def run(client: Client, words: list[str], secret: str, world: World) -> int:
    """What `curl` would do, with rows of this collection in the place of those in the text."""
    options = dict(pairwise(words))
    given = [words[place + 1].partition(": ") for place, word in enumerate(words) if word == "-H"]
    headers = {name: value.replace("$TOKEN", secret) for name, _colon, value in given}
    [address] = [word for word in words if word.startswith(HOST)]
    path = address.removeprefix(HOST).replace("/mentions/12/", f"/mentions/{world.mention.pk}/")
    path = path.replace("/articles/3/", f"/articles/{world.article.pk}/")
    if options.get("-X") != "POST":
        return client.get(path, headers=headers).status_code
    body = LINES if "--data-binary" in options else options.get("-d", "")
    kind = headers.pop("Content-Type", "application/octet-stream")
    return client.post(path, body.encode(), content_type=kind, headers=headers).status_code


def test_examples_in_their_order(client: Client, manager: User, world: World) -> None:
    secret = make_token("docs", TokenScope.values, by=manager)[1]
    found = examples()
    assert len(found) == 9
    assert [run(client, words, secret, world) for words in found] == [200] * len(found)
    assert Mention.objects.filter(origin="my-tagger/1.2", text="ANKARA").exists()
    assert Article.objects.filter(source__name="Reuters").exists()
