import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.management.benching import people
from articles.models import Article, IndexedMeeting, IndexedStatement, Meeting
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def test_make_bench_data_indexes_what_it_makes(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr(people, "PEOPLE", 60)

    call_command("make_bench_data", articles=40)

    assert "articles=40 meetings=20" in capsys.readouterr().out
    assert (Article.objects.count(), Meeting.objects.count(), IndexedStatement.objects.count()) == (40, 20, 40)
    columns = [field.attname for field in IndexedMeeting._meta.concrete_fields if field.name != "changed_at"]
    made = list(IndexedMeeting.objects.order_by("pk").values(*columns))
    IndexedMeeting.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT newsdesk_index_meetings(ARRAY(SELECT id FROM articles_meeting))")
    assert (len(made), list(IndexedMeeting.objects.order_by("pk").values(*columns))) == (20, made)


def test_make_bench_data_keeps_away_from_a_collection() -> None:
    ArticleFactory()

    with pytest.raises(CommandError, match="holds articles already"):
        call_command("make_bench_data", articles=40)
    assert Article.objects.count() == 1
