"""Whom a statement is addressed to is searched for too: the triggers keep it in step like the speaker."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("articles.migrations.0007_search_triggers")
FUNCTIONS = r"""
CREATE OR REPLACE FUNCTION newsdesk_index_statements(changed bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_indexedstatement indexed WHERE statement_id = ANY (changed) AND NOT EXISTS (
        SELECT FROM articles_statement told WHERE told.id = indexed.statement_id AND told.status <> 'rejected'
    );
    INSERT INTO articles_indexedstatement AS indexed (
        statement_id, speaker_id, addressee_id, source_id, published_on, direct, verified, words
    )
    SELECT told.id, newsdesk_actor_root(told.speaker_id), newsdesk_actor_root(told.addressee_id), article.source_id,
        article.published_on, told.direct, told.status <> 'proposed',
        newsdesk_words(substr(article.text, told.quote_start + 1, told.quote_end - told.quote_start))
    FROM articles_statement told JOIN articles_article article ON article.id = told.article_id
    WHERE told.id = ANY (changed) AND told.status <> 'rejected'
    ORDER BY told.id
    ON CONFLICT (statement_id) DO UPDATE SET
        speaker_id = excluded.speaker_id, addressee_id = excluded.addressee_id, source_id = excluded.source_id,
        published_on = excluded.published_on, direct = excluded.direct, verified = excluded.verified,
        words = excluded.words
    WHERE indexed IS DISTINCT FROM excluded;
END
$$;

CREATE FUNCTION newsdesk_addressee_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_index_statements(ARRAY(
        SELECT became.id FROM new_rows became JOIN old_rows was USING (id)
        WHERE became.addressee_id IS DISTINCT FROM was.addressee_id
    ));
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_statement_addressee_updated AFTER UPDATE ON articles_statement
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_addressee_changed();

CREATE FUNCTION newsdesk_addressee_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_index_statements(ARRAY(
        WITH RECURSIVE down AS (
            SELECT NEW.id UNION SELECT actor.id FROM articles_actor actor JOIN down ON actor.merged_into_id = down.id
        )
        SELECT told.id FROM articles_statement told JOIN down ON told.addressee_id = down.id
    ));
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_addressee_merged AFTER UPDATE OF merged_into_id ON articles_actor FOR EACH ROW
    WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION newsdesk_addressee_merged();
"""
REMOVE = """
DROP FUNCTION newsdesk_addressee_changed() CASCADE;
DROP FUNCTION newsdesk_addressee_merged() CASCADE;
""" + BEFORE.FUNCTIONS.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_topics_hosts_addressees")]
    operations = [migrations.RunSQL(FUNCTIONS, REMOVE)]
