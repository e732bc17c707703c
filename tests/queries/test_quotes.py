"""Statements as lists show them are those of the records."""

import pytest
from django.contrib.auth.models import User

from articles.actions.statements import accept_statement
from articles.queries.quotes import listed
from articles.queries.statements import quoted
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, StatementFactory

pytestmark = pytest.mark.django_db
LONG = "Rien de neuf ce matin. " * 12


def test_what_a_list_shows_is_what_the_records_tell(editor: User) -> None:
    article = ArticleFactory(text=f"{LONG}Le ministre a dit : « La trêve tient. » à Karl.{LONG}")
    other = ArticleFactory(text="« Rien », selon le porte-parole.")
    who = MentionFactory(article=other, text="le porte-parole")
    decided = StatementFactory(
        article=article,
        quote="La trêve tient.",
        speaker=ActorFactory(country="TR"),
        addressee=ActorFactory(),
        version=1,
    )
    accept_statement(decided, by=editor, version=decided.version)
    open_one = StatementFactory(article=other, quote="Rien", speaker=None, speaker_mention=who)

    keys = [open_one.pk, decided.pk, decided.pk + 9]
    for shown, record in zip(listed(keys), quoted(keys[:2]), strict=True):
        one, whole = shown.statement, record.statement
        assert (shown.before, shown.words, shown.after) == (record.before, record.words, record.after)
        assert (one.pk, one.direct, one.is_decided) == (whole.pk, whole.direct, whole.is_decided)
        assert one.decided_by == (whole.decided_by and whole.decided_by.username)
        assert one.article.source.name == whole.article.source.name
        assert one.article.published_on == whole.article.published_on
        assert (one.speaker and one.speaker.slug) == (whole.speaker and whole.speaker.slug)
        assert (one.addressee and one.addressee.name) == (whole.addressee and whole.addressee.name)
        assert (one.speaker_mention and one.speaker_mention.text) == (
            whole.speaker_mention and whole.speaker_mention.text
        )
