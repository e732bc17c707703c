"""Triggers that note each row an action changes, before and after, whoever writes it.

They do nothing unless the transaction says in `newsdesk.action` which action it carries out, so that imports and runs
pay no more than the look at that setting. A new table that people write to joins in by its migration:
`SELECT newsdesk_keep_journal('articles_note')`.
"""

from django.db import migrations

TABLES = (
    "actor", "actormerge", "actorname", "evidence", "meeting", "meetingparticipant", "meetingproposal",
    "meetingreport", "meetingverdict", "mention", "mergeproposal", "post", "postevidence", "reportparticipant",
    "review", "statement", "verdictreport",
)  # fmt: skip

FUNCTIONS = r"""
CREATE FUNCTION newsdesk_journal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO articles_change (action_id, "table", "row", before, after) VALUES (
        current_setting('newsdesk.action')::bigint, TG_TABLE_NAME, coalesce(NEW.id, OLD.id),
        to_jsonb(OLD), to_jsonb(NEW)
    );
    RETURN NULL;
END
$$;

CREATE FUNCTION newsdesk_keep_journal(kept regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER newsdesk_journal AFTER INSERT OR DELETE ON %s FOR EACH ROW'
        ' WHEN (current_setting(''newsdesk.action'', true) <> '''') EXECUTE FUNCTION newsdesk_journal()', kept
    );
    EXECUTE format(
        'CREATE TRIGGER newsdesk_journal_update AFTER UPDATE ON %s FOR EACH ROW'
        ' WHEN (current_setting(''newsdesk.action'', true) <> '''' AND OLD.* IS DISTINCT FROM NEW.*)'
        ' EXECUTE FUNCTION newsdesk_journal()', kept
    );
END
$$;

CREATE FUNCTION newsdesk_changed_by(
    done bigint, OUT articles bigint[], OUT actors bigint[], OUT meetings bigint[], OUT change_count integer
) LANGUAGE plpgsql STABLE AS $$
BEGIN
    WITH changed AS (
        SELECT "table", "row", before, after FROM articles_change WHERE action_id = done
    ), told AS (
        -- An article by each of its rows; actors and meetings where a row came to them or left them.
        SELECT 'article' AS kind, each.key FROM changed, LATERAL (VALUES
            ((before ->> 'article_id')::bigint), ((after ->> 'article_id')::bigint)
        ) AS each (key)
        UNION
        SELECT 'article', report.article_id FROM changed JOIN articles_meetingreport report
            ON report.id = coalesce((after ->> 'report_id')::bigint, (before ->> 'report_id')::bigint)
        UNION
        SELECT replace("table", 'articles_', ''), "row" FROM changed
            WHERE "table" IN ('articles_actor', 'articles_meeting')
        UNION
        SELECT named.kind, each.key::bigint FROM changed, (VALUES
            ('actor', 'actor_id'), ('actor', 'speaker_id'), ('actor', 'addressee_id'), ('actor', 'merged_into_id'), ('actor', 'kept_id'),
            ('actor', 'merged_id'), ('actor', 'first_id'), ('actor', 'second_id'), ('meeting', 'meeting_id')
        ) AS named (kind, field), LATERAL (VALUES
            (before ->> named.field, after ->> named.field), (after ->> named.field, before ->> named.field)
        ) AS each (key, other)
        WHERE each.key IS DISTINCT FROM each.other AND "table" <> 'articles_meetingproposal'
    )
    SELECT coalesce(array_agg(key ORDER BY key) FILTER (WHERE kind = 'article'), '{}'),
        coalesce(array_agg(key ORDER BY key) FILTER (WHERE kind = 'actor'), '{}'),
        coalesce(array_agg(key ORDER BY key) FILTER (WHERE kind = 'meeting'), '{}'),
        (SELECT count(*) FROM changed)
    INTO articles, actors, meetings, change_count FROM told WHERE key IS NOT NULL;
END
$$;
"""
REMOVE = """
DROP FUNCTION newsdesk_journal() CASCADE;
DROP FUNCTION newsdesk_keep_journal(regclass);
DROP FUNCTION newsdesk_changed_by(bigint);
"""
KEEP = "".join(f"SELECT newsdesk_keep_journal('articles_{table}');" for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [("articles", "0014_actions")]
    operations = [
        migrations.RunSQL(FUNCTIONS, REMOVE),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
    ]
