"""What searches count stands first in its row, and as it is.

To reach a column PostgreSQL steps over all those before it. And a row that is asked to be shorter than 128 bytes
(`toast_tuple_target`) not only has its words stored elsewhere, which every long row has, but its numbers compressed:
they took longer to unpack than to find. The numbers of a meeting tell its days too: periods are counted with the rest.
"""

from importlib import import_module

from django.db import migrations, models

BEFORE = import_module("articles.migrations.0029_meeting_numbers")

FUNCTION = """
CREATE FUNCTION newsdesk_meeting_numbers(
    actors bigint[], countries text[], sources bigint[], place bigint, place_country text, years smallint[],
    kind text, status text, starts_on date, ends_on date
) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT newsdesk_meeting_numbers(actors, countries, sources, place, place_country, years, kind, status)
        || CASE WHEN starts_on IS NULL OR ends_on IS NULL THEN ''::bytea ELSE
            int4send(-2 * 268435456 + (starts_on - DATE '0001-01-01'))
            || int4send(-1 * 268435456 + (ends_on - DATE '0001-01-01'))
        END;
END;
"""
GIVEN = (
    *("actors", "countries", "sources", "place_id", "place_country", "years", "kind", "status"),
    *("starts_on", "ends_on"),
)
MEETINGS = f"""
ALTER TABLE articles_indexedmeeting RENAME TO articles_indexedmeeting_before;
CREATE TABLE articles_indexedmeeting (
    meeting_id bigint NOT NULL,
    starts_on date,
    ends_on date,
    place_id bigint,
    source_count smallint NOT NULL CONSTRAINT articles_indexedmeeting_source_count_positive CHECK (source_count >= 0),
    verified boolean NOT NULL,
    numbers bytea GENERATED ALWAYS AS (newsdesk_meeting_numbers({BEFORE.CALLED}, starts_on, ends_on)) STORED,
    posts varchar(303)[] NOT NULL,
    kind varchar(12) NOT NULL,
    status varchar(10) NOT NULL,
    place_country varchar(2) NOT NULL,
    countries varchar(2)[] NOT NULL,
    actors bigint[] NOT NULL,
    sources bigint[] NOT NULL,
    years smallint[] NOT NULL,
    sides varchar(40)[] NOT NULL,
    arrived_at timestamptz NOT NULL,
    sourced_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    words tsvector NOT NULL
);
ALTER TABLE articles_indexedmeeting ALTER COLUMN words SET STORAGE EXTERNAL;
"""
KEPT = (
    *("meeting_id", "starts_on", "ends_on", "place_id", "source_count", "verified", "posts", "kind", "status"),
    *("place_country", "countries", "actors", "sources", "years", "sides", "arrived_at", "sourced_at", "changed_at"),
    "words",
)
MEETINGS_FILLED = f"""
INSERT INTO articles_indexedmeeting ({", ".join(KEPT)})
SELECT {", ".join(KEPT)} FROM articles_indexedmeeting_before ORDER BY meeting_id;
DROP TABLE articles_indexedmeeting_before;
ALTER TABLE articles_indexedmeeting ADD PRIMARY KEY (meeting_id);
CREATE INDEX indexedmeeting_newest ON articles_indexedmeeting (starts_on DESC NULLS LAST, meeting_id DESC);
CREATE INDEX indexedmeeting_changed ON articles_indexedmeeting (changed_at DESC, meeting_id DESC);
CREATE INDEX indexedmeeting_place ON articles_indexedmeeting (place_id);
CREATE INDEX indexedmeeting_actors ON articles_indexedmeeting USING gin (actors) WITH (fastupdate = off);
CREATE INDEX indexedmeeting_countries ON articles_indexedmeeting USING gin (countries) WITH (fastupdate = off);
CREATE INDEX indexedmeeting_posts ON articles_indexedmeeting USING gin (posts) WITH (fastupdate = off);
CREATE INDEX indexedmeeting_words ON articles_indexedmeeting USING gin (words) WITH (fastupdate = off);
CREATE TRIGGER newsdesk_meeting_came BEFORE INSERT OR UPDATE OR DELETE ON articles_indexedmeeting
    FOR EACH ROW EXECUTE FUNCTION newsdesk_meeting_came();
"""  # noqa: S608 - our own names
MEETINGS_BEFORE = f"""
ALTER TABLE articles_indexedmeeting
    DROP COLUMN numbers,
    ADD COLUMN numbers bytea GENERATED ALWAYS AS (newsdesk_meeting_numbers({BEFORE.CALLED})) STORED;
DROP FUNCTION newsdesk_meeting_numbers(bigint[], text[], bigint[], bigint, text, smallint[], text, text, date, date);
"""
CALLED = import_module("articles.migrations.0032_article_numbers").CALLED
ARTICLES = f"""
ALTER TABLE articles_searchedarticle RENAME TO articles_searchedarticle_before;
CREATE TABLE articles_searchedarticle (
    article_id bigint NOT NULL,
    published_on date NOT NULL,
    source_id bigint NOT NULL,
    labels smallint NOT NULL,
    numbers bytea GENERATED ALWAYS AS (newsdesk_article_numbers({CALLED})) STORED,
    state varchar(14) NOT NULL,
    countries varchar(2)[] NOT NULL,
    actors bigint[] NOT NULL,
    words tsvector NOT NULL
) WITH (fillfactor = 85);
ALTER TABLE articles_searchedarticle ALTER COLUMN words SET STORAGE EXTERNAL;
"""
ARTICLES_KEPT = "article_id, published_on, source_id, labels, state, countries, actors, words"
ARTICLES_FILLED = f"""
INSERT INTO articles_searchedarticle ({ARTICLES_KEPT})
SELECT {ARTICLES_KEPT} FROM articles_searchedarticle_before ORDER BY article_id;
DROP TABLE articles_searchedarticle_before;
ALTER TABLE articles_searchedarticle ADD PRIMARY KEY (article_id);
CREATE INDEX searchedarticle_words ON articles_searchedarticle USING gin (words, newsdesk_runs(words));
"""  # noqa: S608 - our own names


def in_rows(table: str, *columns: str) -> str:
    """As SQL: these columns are short and stay in their rows."""
    return "".join(f"ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE MAIN;" for column in columns)


MEETINGS += in_rows("articles_indexedmeeting", "numbers", "posts", "countries", "actors", "sources", "years", "sides")
ARTICLES += in_rows("articles_searchedarticle", "numbers", "countries", "actors")


class Migration(migrations.Migration):
    dependencies = [("articles", "0033_runs_of_words")]
    operations = [
        migrations.RunSQL(
            FUNCTION + MEETINGS + MEETINGS_FILLED,
            MEETINGS_BEFORE,
            state_operations=[
                migrations.AlterField(
                    "indexedmeeting",
                    "numbers",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(*GIVEN, function="newsdesk_meeting_numbers"),
                        help_text="What is counted, as numbers of four bytes.",
                        output_field=models.BinaryField(),
                    ),
                )
            ],
        ),
        migrations.RunSQL(ARTICLES + ARTICLES_FILLED, migrations.RunSQL.noop),
    ]
