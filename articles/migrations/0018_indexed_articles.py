"""Articles by the corrections they will take; and triggers that can wait until a transaction has changed all it will.

Triggers call `newsdesk_index_meetings` and its like. Where the transaction set `newsdesk.held`, these only note the
records, and `newsdesk_index_held` does the work for all at once; the work itself is in functions called `…_now`.
"""

import django.db.models.deletion
from django.db import migrations, models

ARTICLES = r"""
CREATE FUNCTION newsdesk_index_articles_now(changed bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM articles_article WHERE id = ANY (changed) ORDER BY id FOR NO KEY UPDATE;
    INSERT INTO articles_indexedarticle AS indexed (article_id, published_on, corrections)
    WITH doubt AS (
        SELECT article_id, 1 - confidence * coalesce(link_confidence, 1) AS wrong
        FROM articles_mention WHERE article_id = ANY (changed) AND status = 'proposed'
        UNION ALL
        SELECT article_id, 1 - confidence FROM articles_meetingreport
        WHERE article_id = ANY (changed) AND status = 'proposed'
        UNION ALL
        SELECT article_id, 1 - confidence FROM articles_statement
        WHERE article_id = ANY (changed) AND status = 'proposed'
    ), doubts AS (
        SELECT article_id, sum(wrong) AS corrections FROM doubt GROUP BY article_id
    )
    SELECT article.id, article.published_on, coalesce(doubts.corrections, 0)
    FROM articles_article article LEFT JOIN doubts ON doubts.article_id = article.id
    WHERE article.id = ANY (changed) ORDER BY article.id
    ON CONFLICT (article_id) DO UPDATE SET
        published_on = excluded.published_on, corrections = excluded.corrections
    WHERE indexed IS DISTINCT FROM excluded;
END
$$;

CREATE FUNCTION newsdesk_article_indexed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM articles_indexedarticle WHERE article_id IN (SELECT id FROM old_rows);
    ELSE
        PERFORM newsdesk_index_articles(ARRAY(SELECT id FROM new_rows));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_article_added AFTER INSERT ON articles_article
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_article_indexed();
CREATE TRIGGER newsdesk_article_removed AFTER DELETE ON articles_article
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_article_indexed();

CREATE FUNCTION newsdesk_article_redated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_index_articles(ARRAY[NEW.id]);
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_article_redated AFTER UPDATE OF published_on ON articles_article FOR EACH ROW
    WHEN (OLD.published_on <> NEW.published_on) EXECUTE FUNCTION newsdesk_article_redated();
"""
#: The columns that doubts are summed from.
DOUBTS = {
    "mention": "id, article_id, status, confidence, link_confidence",
    "meetingreport": "id, article_id, status, confidence",
    "statement": "id, article_id, status, confidence",
}
DOUBT = """
CREATE FUNCTION newsdesk_{table}_doubt_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM newsdesk_index_articles(ARRAY(SELECT DISTINCT article_id FROM new_rows));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM newsdesk_index_articles(ARRAY(SELECT DISTINCT article_id FROM old_rows));
    ELSE
        PERFORM newsdesk_index_articles(ARRAY(
            SELECT article_id FROM (SELECT {columns} FROM new_rows EXCEPT SELECT {columns} FROM old_rows) AS became
            UNION
            SELECT article_id FROM (SELECT {columns} FROM old_rows EXCEPT SELECT {columns} FROM new_rows) AS was
        ));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_{table}_doubt_added AFTER INSERT ON articles_{table}
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_{table}_doubt_changed();
CREATE TRIGGER newsdesk_{table}_doubt_removed AFTER DELETE ON articles_{table}
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_{table}_doubt_changed();
CREATE TRIGGER newsdesk_{table}_doubt_updated AFTER UPDATE ON articles_{table}
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_{table}_doubt_changed();
"""
KINDS = ("articles", "meetings", "statements")
HOLDING = """
CREATE FUNCTION newsdesk_index_{kind}(changed bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(cardinality(changed), 0) = 0 THEN
        RETURN;
    ELSIF current_setting('newsdesk.held', true) = 'on' THEN
        PERFORM set_config(
            'newsdesk.held_{kind}',
            concat_ws(',', nullif(current_setting('newsdesk.held_{kind}', true), ''), array_to_string(changed, ',')),
            true
        );
    ELSE
        PERFORM newsdesk_index_{kind}_now(changed);
    END IF;
END
$$;
"""
HELD = (
    """
CREATE FUNCTION newsdesk_index_held() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    held text;
BEGIN
    PERFORM set_config('newsdesk.held', '', true);
"""
    + "".join(
        f"""
    held := nullif(current_setting('newsdesk.held_{kind}', true), '');
    IF held IS NOT NULL THEN
        PERFORM set_config('newsdesk.held_{kind}', '', true);
        PERFORM newsdesk_index_{kind}_now(ARRAY(SELECT DISTINCT unnest(string_to_array(held, ',')::bigint[])));
    END IF;
"""
        for kind in KINDS
    )
    + """
END
$$;
"""
)
FILL = "SELECT newsdesk_index_articles(ARRAY(SELECT id FROM articles_article));"
OLDER = ("meetings", "statements")
MAKE = (
    "".join(f"ALTER FUNCTION newsdesk_index_{kind}(bigint[]) RENAME TO newsdesk_index_{kind}_now;" for kind in OLDER)
    + ARTICLES
    + "".join(HOLDING.format(kind=kind) for kind in KINDS)
    + HELD
    + "".join(DOUBT.format(table=table, columns=columns) for table, columns in DOUBTS.items())
)
REMOVE = (
    "".join(f"DROP FUNCTION newsdesk_{table}_doubt_changed() CASCADE;" for table in DOUBTS)
    + "DROP FUNCTION newsdesk_article_indexed() CASCADE; DROP FUNCTION newsdesk_article_redated() CASCADE;"
    + "DROP FUNCTION newsdesk_index_held();"
    + "".join(f"DROP FUNCTION newsdesk_index_{kind}(bigint[]);" for kind in KINDS)
    + "DROP FUNCTION newsdesk_index_articles_now(bigint[]);"
    + "".join(f"ALTER FUNCTION newsdesk_index_{kind}_now(bigint[]) RENAME TO newsdesk_index_{kind};" for kind in OLDER)
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_double_reading")]
    operations = [
        migrations.CreateModel(
            name="IndexedArticle",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="indexed",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("published_on", models.DateField()),
                (
                    "corrections",
                    models.FloatField(help_text="How many undecided proposals will turn out to need one, on average."),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.OrderBy(models.F("corrections"), descending=True),
                        models.OrderBy(models.F("published_on"), descending=True),
                        models.OrderBy(models.F("article"), descending=True),
                        name="indexedarticle_doubtful",
                    )
                ],
            },
        ),
        migrations.RunSQL(MAKE, REMOVE),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
