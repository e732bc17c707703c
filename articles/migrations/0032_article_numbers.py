"""What a search for articles filters by and counts, in one column of plain numbers an article: see `found_articles`.

Beside it an index of the places of meetings, for those who ask how many took place at each of a few.
"""

from importlib import import_module

from django.db import migrations, models

FUNCTION = """
CREATE FUNCTION newsdesk_article_numbers(
    article bigint, published_on date, source bigint, labels smallint, state text, actors bigint[], countries text[]
) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT int4send(article::int)
        || int4send(268435456 + (published_on - DATE '0001-01-01'))
        || int4send(2 * 268435456 + source::int)
        || int4send(3 * 268435456 + labels)
        || int4send(4 * 268435456 + newsdesk_letters(state))
        || coalesce((
            SELECT string_agg(int4send(5 * 268435456 + actor::int), ''::bytea) FROM unnest(actors) AS actor
        ), ''::bytea)
        || coalesce((
            SELECT string_agg(int4send(6 * 268435456 + newsdesk_letters(land) / 256), ''::bytea)
            FROM unnest(countries) AS land
        ), ''::bytea);
END;
"""
GIVEN = ("article_id", "published_on", "source_id", "labels", "state", "actors", "countries")
CALLED = "article_id, published_on, source_id, labels, state::text, actors, countries::text[]"
#: The rows are written once, with the numbers beside the rest of them.
COLUMN = f"""
ALTER TABLE articles_searchedarticle
    DROP COLUMN named,
    ADD COLUMN numbers bytea GENERATED ALWAYS AS (newsdesk_article_numbers({CALLED})) STORED,
    ALTER COLUMN numbers SET STORAGE MAIN;
DROP FUNCTION newsdesk_named(bigint[], text[]);
"""
BEFORE = import_module("articles.migrations.0026_named_in_articles")
REMOVE = """
ALTER TABLE articles_searchedarticle DROP COLUMN numbers;
DROP FUNCTION newsdesk_article_numbers(bigint, date, bigint, smallint, text, bigint[], text[]);
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0031_doubts_apart")]
    operations = [
        migrations.RunSQL(
            FUNCTION + COLUMN,
            REMOVE + BEFORE.FUNCTION + BEFORE.COLUMN,
            state_operations=[
                migrations.RemoveField("searchedarticle", "named"),
                migrations.AddField(
                    "searchedarticle",
                    "numbers",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(*GIVEN, function="newsdesk_article_numbers"),
                        help_text="What is filtered by and counted, as numbers of four bytes.",
                        output_field=models.BinaryField(),
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            "indexedmeeting",
            models.Index(fields=["place"], name="indexedmeeting_place"),
        ),
    ]
