"""Keep the words of indexed records out of their rows: what is counted then lies close together."""

from importlib import import_module

from django.db import migrations

#: The functions as they are now; those of an older database sum up many meetings at once slowly.
FUNCTIONS = import_module("articles.migrations.0007_search_triggers").FUNCTIONS

ARRAYS = ("years", "actors", "countries", "sides", "posts", "sources")
NARROW = """
ALTER TABLE articles_indexedmeeting SET (toast_tuple_target = 128);
ALTER TABLE articles_indexedmeeting ALTER COLUMN words SET STORAGE EXTERNAL;
ALTER TABLE articles_indexedstatement SET (toast_tuple_target = 128);
ALTER TABLE articles_indexedstatement ALTER COLUMN words SET STORAGE EXTERNAL;
TRUNCATE articles_indexedmeeting, articles_indexedstatement;
""" + "".join(f"ALTER TABLE articles_indexedmeeting ALTER COLUMN {column} SET STORAGE MAIN;" for column in ARRAYS)
WIDE = """
ALTER TABLE articles_indexedmeeting RESET (toast_tuple_target);
ALTER TABLE articles_indexedmeeting ALTER COLUMN words SET STORAGE EXTENDED;
ALTER TABLE articles_indexedstatement RESET (toast_tuple_target);
ALTER TABLE articles_indexedstatement ALTER COLUMN words SET STORAGE EXTENDED;
""" + "".join(f"ALTER TABLE articles_indexedmeeting ALTER COLUMN {column} SET STORAGE EXTENDED;" for column in ARRAYS)
FILL = """
SELECT newsdesk_index_meetings(ARRAY(SELECT id FROM articles_meeting));
SELECT newsdesk_index_statements(ARRAY(SELECT id FROM articles_statement));
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_post_shortest_title")]
    operations = [
        migrations.RunSQL(FUNCTIONS.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"), migrations.RunSQL.noop),
        migrations.RunSQL(NARROW, WIDE),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
