"""Of each meeting searched, what its reports disagree about: the same rules as `queries.disagreements`, in the database.

The rows are written once, with the new column among those that searches read first.
"""

from importlib import import_module

from django.db import migrations, models

BEFORE = import_module("articles.migrations.0034_columns_in_the_order_they_are_read")
INDEXING = import_module("articles.migrations.0007_search_triggers")

RULES = """
CREATE FUNCTION newsdesk_days(value text) RETURNS daterange LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT daterange(
        rpad(first, 10, '-01-01')::date,
        CASE length(last)
            WHEN 4 THEN make_date(last::int + 1, 1, 1)
            WHEN 7 THEN ((last || '-01')::date + interval '1 month')::date
            ELSE last::date + 1
        END
    ) FROM (SELECT split_part(value, '/', 1) AS first, split_part(value, '/', -1) AS last) AS each;
END;

CREATE FUNCTION newsdesk_disputes(changed bigint[]) RETURNS TABLE (meeting_id bigint, disputes smallint)
LANGUAGE sql STABLE AS $$
    WITH live AS MATERIALIZED (
        SELECT report.id, report.meeting_id, kind, meeting_status, date_value, duration, place_id
        FROM articles_meetingreport report WHERE report.meeting_id = ANY (changed) AND status <> 'rejected'
    ), days AS (
        SELECT DISTINCT live.meeting_id, date_value, newsdesk_days(date_value) AS days FROM live WHERE date_value <> ''
    ), places AS (
        SELECT DISTINCT ON (live.meeting_id, place.name) live.meeting_id, place.*
        FROM live JOIN articles_place place ON place.id = live.place_id
        ORDER BY live.meeting_id, place.name, live.id DESC
    ), told AS (
        -- A value that leaves open what a finer one says is no claim of its own.
        SELECT one.meeting_id, 1 AS bit, one.date_value AS value FROM days one WHERE NOT EXISTS (
            SELECT FROM days other WHERE other.meeting_id = one.meeting_id
            AND other.days <@ one.days AND other.days <> one.days
        )
        UNION SELECT one.meeting_id, 2, one.name FROM places one WHERE NOT EXISTS (
            SELECT FROM places other WHERE other.meeting_id = one.meeting_id AND other.id <> one.id AND CASE
                WHEN one.country <> '' AND one.country = other.country
                THEN (one.kind = 'country' OR other.kind = 'city') AND NOT (one.kind = 'city' AND other.kind = 'city')
                ELSE one.kind = 'region' AND other.kind = 'region' AND one.country = '' AND other.country = ''
                    AND one.name COLLATE "C" > other.name COLLATE "C"
            END
        )
        UNION SELECT live.meeting_id, 4, duration::text FROM live WHERE duration > 0
        UNION SELECT live.meeting_id, 8, meeting_status FROM live WHERE meeting_status <> 'planned'
        UNION SELECT live.meeting_id, 16, kind FROM live
    ), disputed AS (
        SELECT told.meeting_id, bit FROM told GROUP BY told.meeting_id, bit HAVING count(*) > 1
    )
    SELECT disputed.meeting_id, sum(bit)::smallint FROM disputed GROUP BY disputed.meeting_id
$$;
"""
#: What is counted of a meeting: beside the rest, that it is disputed, as 0, and what about, from 1 on.
NUMBERS = """
CREATE FUNCTION newsdesk_meeting_numbers(
    actors bigint[], countries text[], sources bigint[], place bigint, place_country text, years smallint[],
    kind text, status text, starts_on date, ends_on date, disputes smallint
) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT newsdesk_meeting_numbers(
            actors, countries, sources, place, place_country, years, kind, status, starts_on, ends_on
        ) || CASE WHEN disputes = 0 THEN ''::bytea ELSE (
            SELECT string_agg(int4send(-3 * 268435456 + field), ''::bytea) FROM generate_series(0, 5) AS field
            WHERE field = 0 OR disputes & (1 << (field - 1)) > 0
        ) END;
END;
"""
GIVEN = (*BEFORE.GIVEN, "disputes")
CALLED = f"{BEFORE.BEFORE.CALLED}, starts_on, ends_on"
MEETINGS = BEFORE.MEETINGS.replace(
    "verified boolean NOT NULL,", "verified boolean NOT NULL,\n    disputes smallint NOT NULL,"
)
MEETINGS = MEETINGS.replace(f"({CALLED})", f"({CALLED}, disputes)")
KEPT = ", ".join(BEFORE.KEPT)
FILLED = f"""
INSERT INTO articles_indexedmeeting ({KEPT}, disputes)
SELECT {KEPT}, coalesce(disputes, 0) FROM articles_indexedmeeting_before LEFT JOIN newsdesk_disputes(
    ARRAY(SELECT meeting_id FROM articles_indexedmeeting_before)
) AS disputed USING (meeting_id) ORDER BY meeting_id;
"""  # noqa: S608 - our own names
MADE_READY = BEFORE.MEETINGS_FILLED.partition("DROP TABLE")
INDEXED = (
    INDEXING.FUNCTIONS[INDEXING.FUNCTIONS.index("CREATE FUNCTION newsdesk_index_meetings") :]
    .partition("CREATE FUNCTION newsdesk_index_statements")[0]
    .replace("CREATE FUNCTION newsdesk_index_meetings", "CREATE OR REPLACE FUNCTION newsdesk_index_meetings_now")
)
DISPUTED = (
    INDEXED.replace("source_count, verified, words\n", "source_count, verified, words, disputes\n")
    .replace("coalesce(said.words, '')\n", "coalesce(said.words, ''), coalesce(disputed.disputes, 0)\n")
    .replace(
        "    LEFT JOIN said ON",
        "    LEFT JOIN newsdesk_disputes(changed) disputed ON disputed.meeting_id = meeting.id\n    LEFT JOIN said ON",
    )
    .replace("words = excluded.words\n", "words = excluded.words, disputes = excluded.disputes\n")
)
REPORTED = INDEXING.trigger("meetingreport").partition("CREATE TRIGGER")[0].replace("CREATE", "CREATE OR REPLACE", 1)
COLUMNS = f"id, {INDEXING.COLUMNS['meetingreport']}"
TOLD = REPORTED.replace(COLUMNS, f"{COLUMNS}, kind, meeting_status, date_value, place_id, duration")
PLACED = """
CREATE OR REPLACE FUNCTION newsdesk_place_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_index_meetings(ARRAY({meetings}));
    RETURN NULL;
END
$$;
DROP TRIGGER newsdesk_place_updated ON articles_place;
CREATE TRIGGER newsdesk_place_updated AFTER UPDATE OF {columns} ON articles_place FOR EACH ROW
    WHEN (({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION newsdesk_place_changed();
"""
AT_PLACE = "SELECT id FROM articles_meeting WHERE place_id = NEW.id"
TOLD_AT_PLACE = (
    AT_PLACE + " UNION SELECT meeting_id FROM articles_meetingreport WHERE place_id = NEW.id AND meeting_id IS NOT NULL"  # noqa: S608
)


def place_changed(meetings: str, *columns: str) -> str:
    old, new = (", ".join(f"{side}.{column}" for column in columns) for side in ("OLD", "NEW"))
    return PLACED.format(meetings=meetings, columns=", ".join(columns), old=old, new=new)


BACK = f"""
ALTER TABLE articles_indexedmeeting
    DROP COLUMN numbers,
    ADD COLUMN numbers bytea GENERATED ALWAYS AS (newsdesk_meeting_numbers({CALLED})) STORED;
ALTER TABLE articles_indexedmeeting DROP COLUMN disputes;
DROP FUNCTION newsdesk_meeting_numbers(
    bigint[], text[], bigint[], bigint, text, smallint[], text, text, date, date, smallint
);
DROP FUNCTION newsdesk_disputes(bigint[]);
DROP FUNCTION newsdesk_days(text);
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0035_offices_from_the_list")]
    operations = [
        migrations.RunSQL(
            RULES
            + NUMBERS
            + MEETINGS
            + FILLED
            + "".join(MADE_READY[1:])
            + DISPUTED
            + TOLD
            + place_changed(TOLD_AT_PLACE, "country", "kind", "name"),
            INDEXED + REPORTED + place_changed(AT_PLACE, "country") + BACK,
            state_operations=[
                migrations.AddField(
                    "indexedmeeting",
                    "disputes",
                    models.SmallIntegerField(
                        help_text="One bit for each field that its reports disagree about, in the order of Dispute."
                    ),
                ),
                migrations.AlterField(
                    "indexedmeeting",
                    "numbers",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(*GIVEN, function="newsdesk_meeting_numbers"),
                        help_text="What is counted, as numbers of four bytes.",
                        output_field=models.BinaryField(),
                    ),
                ),
            ],
        )
    ]
