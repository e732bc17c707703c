"""What is counted beside a search for meetings, in one column of plain numbers a meeting: see `meeting_tallies`."""

from django.db import migrations, models

FUNCTIONS = """
CREATE FUNCTION newsdesk_letters(word text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN 65536 * ascii(word) + 256 * ascii(substr(word, 2)) + ascii(substr(word, 3));

CREATE FUNCTION newsdesk_meeting_numbers(
    actors bigint[], countries text[], sources bigint[], place bigint, place_country text, years smallint[],
    kind text, status text
) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT string_agg(int4send(268435456 * facet + number), ''::bytea) FROM (
        SELECT 0 AS facet, who::int AS number FROM unnest(actors) AS who
        UNION ALL SELECT 1, newsdesk_letters(land) FROM unnest(countries) AS land
        UNION ALL SELECT 2, source::int FROM unnest(sources) AS source
        UNION ALL SELECT 3, place::int WHERE place IS NOT NULL
        UNION ALL SELECT 4, newsdesk_letters(place_country) WHERE place_country <> ''
        UNION ALL SELECT 5, year::int FROM unnest(years) AS year
        UNION ALL SELECT 6, newsdesk_letters(kind)
        UNION ALL SELECT 7, newsdesk_letters(status)
    ) AS each;
END;
"""
CALLED = "actors, countries::text[], sources, place_id, place_country::text, years, kind::text, status::text"
#: The rows are written once, with the numbers beside the rest of them.
COLUMN = f"""
ALTER TABLE articles_indexedmeeting
    ADD COLUMN numbers bytea GENERATED ALWAYS AS (newsdesk_meeting_numbers({CALLED})) STORED,
    ALTER COLUMN numbers SET STORAGE MAIN;
"""
REMOVE = """
ALTER TABLE articles_indexedmeeting DROP COLUMN numbers;
DROP FUNCTION newsdesk_meeting_numbers(bigint[], text[], bigint[], bigint, text, smallint[], text, text);
DROP FUNCTION newsdesk_letters(text);
"""
NUMBERS = models.Func(
    *("actors", "countries", "sources", "place_id", "place_country", "years", "kind", "status"),
    function="newsdesk_meeting_numbers",
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0028_chosen_language")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS + COLUMN,
            REMOVE,
            state_operations=[
                migrations.AddField(
                    "indexedmeeting",
                    "numbers",
                    models.GeneratedField(
                        db_persist=True,
                        expression=NUMBERS,
                        help_text="What is counted, as numbers of four bytes.",
                        output_field=models.BinaryField(),
                    ),
                )
            ],
        )
    ]
