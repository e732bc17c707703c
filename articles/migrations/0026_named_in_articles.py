"""Whom and which countries an article names, in one column of plain numbers: counted by the hundred thousand at once."""

from django.db import migrations, models

FUNCTION = """
CREATE FUNCTION newsdesk_named(actors bigint[], countries text[]) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg(int4send(number), ''::bytea), ''::bytea) FROM (
        SELECT actor::int AS number FROM unnest(actors) AS actor
        UNION ALL SELECT -(256 * ascii(country) + ascii(substr(country, 2))) FROM unnest(countries) AS country
    ) AS each
$$;
"""
#: The rows are written once, with the numbers beside the rest of them.
COLUMN = """
ALTER TABLE articles_searchedarticle
    ADD COLUMN named bytea GENERATED ALWAYS AS (newsdesk_named(actors, countries::text[])) STORED,
    ALTER COLUMN named SET STORAGE MAIN;
"""
REMOVE = """
ALTER TABLE articles_searchedarticle DROP COLUMN named;
DROP FUNCTION newsdesk_named(bigint[], text[]);
"""
NUMBERS = models.Func("actors", "countries", function="newsdesk_named")


class Migration(migrations.Migration):
    dependencies = [("articles", "0025_posts_in_the_journal")]
    operations = [
        migrations.RunSQL(
            FUNCTION + COLUMN,
            REMOVE,
            state_operations=[
                migrations.AddField(
                    "searchedarticle",
                    "named",
                    models.GeneratedField(
                        db_persist=True,
                        expression=NUMBERS,
                        help_text="Actors and countries as numbers of four bytes, countries below zero.",
                        output_field=models.BinaryField(),
                    ),
                )
            ],
        )
    ]
