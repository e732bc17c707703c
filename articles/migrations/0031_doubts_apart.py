"""A decision that leaves alone what searches compare sums up the doubts of its article and nothing else.

What is searched of an article depends on its live mentions; accepting a proposal, and whatever is decided on meetings
and statements, changes only how many corrections are left.
"""

from importlib import import_module

from django.db import migrations

FIRST = import_module("articles.migrations.0018_indexed_articles")
BEFORE = import_module("articles.migrations.0023_article_facets")
REPLACED = "CREATE OR REPLACE FUNCTION"

SUMMED = BEFORE.INDEXING.replace(REPLACED, "CREATE FUNCTION").replace("index_articles_now", "index_doubts_now")
FUNCTIONS = f"""
{SUMMED}
CREATE FUNCTION newsdesk_index_doubts(changed bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(cardinality(changed), 0) = 0 THEN
        RETURN;
    ELSIF current_setting('newsdesk.held', true) = 'on' THEN
        PERFORM newsdesk_index_articles(changed);
    ELSE
        PERFORM newsdesk_index_doubts_now(changed);
    END IF;
END
$$;
CREATE OR REPLACE FUNCTION newsdesk_index_articles_now(changed bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_index_doubts_now(changed);
    PERFORM newsdesk_search_articles(changed);
END
$$;
"""
#: What searches compare depends on these of a mention.
SEARCHED = "id, article_id, status = 'rejected' AS rejected, label, actor_id, place_id"


def differing(columns: str) -> str:
    """The articles of rows that an update gave other values here."""
    return f"""
            SELECT article_id FROM (SELECT {columns} FROM new_rows EXCEPT SELECT {columns} FROM old_rows) AS became
            UNION
            SELECT article_id FROM (SELECT {columns} FROM old_rows EXCEPT SELECT {columns} FROM new_rows) AS was"""  # noqa: S608 -- our own names


MENTIONS = f"""
CREATE OR REPLACE FUNCTION newsdesk_mention_doubt_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    searched bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM newsdesk_index_articles(ARRAY(SELECT DISTINCT article_id FROM new_rows));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM newsdesk_index_articles(ARRAY(SELECT DISTINCT article_id FROM old_rows));
    ELSE
        searched := ARRAY({differing(SEARCHED)}
        );
        PERFORM newsdesk_index_articles(searched);
        PERFORM newsdesk_index_doubts(ARRAY(
            SELECT article_id FROM ({differing(FIRST.DOUBTS["mention"])}
            ) AS doubted WHERE article_id <> ALL (searched)
        ));
    END IF;
    RETURN NULL;
END
$$;
"""  # noqa: S608 -- our own names


def of_records(called: str) -> str:
    """The same for meetings and statements, whose doubts are summed and which articles are not searched by."""
    return "".join(
        FIRST.DOUBT.partition("CREATE TRIGGER")[0]
        .replace("CREATE FUNCTION", REPLACED)
        .replace("newsdesk_index_articles", called)
        .format(table=table, columns=FIRST.DOUBTS[table])
        for table in ("meetingreport", "statement")
    )


REMOVE = """
DROP FUNCTION newsdesk_index_doubts(bigint[]);
DROP FUNCTION newsdesk_index_doubts_now(bigint[]);
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0030_reading_links")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS + MENTIONS + of_records("newsdesk_index_doubts"),
            BEFORE.BOTH + BEFORE.doubt_changed(BEFORE.MENTIONS) + of_records("newsdesk_index_articles") + REMOVE,
        )
    ]
