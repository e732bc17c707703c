"""What PostgreSQL files of words is remembered, and remembering never changes an answer."""

import pytest

from articles.search import lexemes

pytestmark = pytest.mark.django_db


def test_answer_is_whole_though_another_thread_forgets_all_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = lexemes.looked_up
    expected = lexemes.lexemes(["otages", "sommets"])

    def while_another_forgets(pieces: list[str]) -> dict[str, lexemes.Places]:
        found = looked_up(pieces)
        lexemes._known.clear()
        return found

    monkeypatch.setattr(lexemes, "looked_up", while_another_forgets)
    assert all(expected.values())
    assert lexemes.lexemes(["otages", "libération"])["otages"] == expected["otages"]
