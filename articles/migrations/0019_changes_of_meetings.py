"""An action is about a meeting also where one of its participants became another: the history of the meeting tells it."""

from importlib import import_module

from django.db import migrations

FUNCTIONS = import_module("articles.migrations.0015_journal_triggers").FUNCTIONS
FORMER = FUNCTIONS[FUNCTIONS.index("CREATE FUNCTION newsdesk_changed_by") :].replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
)
BEFORE = """        UNION
        SELECT replace("table", 'articles_', ''), "row" FROM changed
"""
PARTICIPANTS = """        UNION
        SELECT 'meeting', coalesce((after ->> 'meeting_id')::bigint, (before ->> 'meeting_id')::bigint) FROM changed
            WHERE "table" = 'articles_meetingparticipant'
"""
WIDER = FORMER.replace(BEFORE, PARTICIPANTS + BEFORE)


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_indexed_articles")]
    operations = [migrations.RunSQL(WIDER, FORMER)]
