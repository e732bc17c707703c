"""Triggers that keep the rows searches compare in step with the records, whoever writes those.

They work once a statement, on all rows it changed, so that bulk writes and COPY stay quick. The meetings are locked
before they are read: of two transactions that reject the last two reports of one, the later sees both rejected.
"""

from django.db import migrations

FUNCTIONS = r"""
CREATE FUNCTION newsdesk_actor_root(actor bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    WITH RECURSIVE up AS (
        SELECT id, merged_into_id, 1 AS step FROM articles_actor WHERE id = actor
        UNION ALL
        SELECT above.id, above.merged_into_id, step + 1
        FROM articles_actor above JOIN up ON above.id = up.merged_into_id WHERE step < 100
    )
    SELECT id FROM up ORDER BY step DESC LIMIT 1
$$;

CREATE FUNCTION newsdesk_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    -- The parser takes a no-break space for a letter.
    SELECT to_tsvector('newsdesk_french', translate(words, U&'\00a0\202f\2007\2009', '    '))
$$;

CREATE FUNCTION newsdesk_index_meetings(changed bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(cardinality(changed), 0) = 0 THEN
        RETURN;
    END IF;
    PERFORM FROM articles_meeting WHERE id = ANY (changed) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM articles_indexedmeeting indexed WHERE meeting_id = ANY (changed) AND NOT EXISTS (
        SELECT FROM articles_meetingreport report JOIN articles_meeting meeting ON meeting.id = report.meeting_id
        WHERE report.meeting_id = indexed.meeting_id AND report.status <> 'rejected'
    );
    INSERT INTO articles_indexedmeeting AS indexed (
        meeting_id, kind, status, starts_on, ends_on, years, place_id, place_country,
        actors, countries, sides, posts, sources, source_count, verified, words
    )
    WITH live AS MATERIALIZED (
        SELECT report.id, report.meeting_id, report.status, report.article_id, article.source_id
        FROM articles_meetingreport report JOIN articles_article article ON article.id = report.article_id
        WHERE report.meeting_id = ANY (changed) AND report.status <> 'rejected'
    ), told AS (
        SELECT meeting_id, array_agg(DISTINCT source_id ORDER BY source_id) AS sources,
            bool_or(status <> 'proposed') AS verified
        FROM live GROUP BY meeting_id
    ), said AS (
        SELECT live.meeting_id, newsdesk_words(string_agg(
            substr(article.text, piece.start + 1, piece."end" - piece.start), ' . ' ORDER BY live.id, piece.start
        )) AS words
        FROM live JOIN articles_article article ON article.id = live.article_id
        JOIN articles_evidence piece ON piece.report_id = live.id
        GROUP BY live.meeting_id
    ), people AS MATERIALIZED (
        SELECT taking.meeting_id, root.id AS actor, root.country, post.key, coalesce(post.country, '') AS post_country
        FROM articles_meetingparticipant taking
        JOIN articles_actor named ON named.id = taking.actor_id
        JOIN articles_actor root ON root.id =
            CASE WHEN named.merged_into_id IS NULL THEN named.id ELSE newsdesk_actor_root(named.id) END
        LEFT JOIN articles_post post ON post.id = taking.post_id
        WHERE taking.meeting_id = ANY (changed)
    ), lands AS MATERIALIZED (
        SELECT meeting_id, actor, country FROM people WHERE country <> ''
        UNION SELECT meeting_id, actor, post_country FROM people WHERE post_country <> ''
    ), side AS (
        SELECT meeting_id, actor || ':' || country AS value FROM lands
        UNION SELECT meeting_id, country || '#2' FROM lands GROUP BY meeting_id, country HAVING count(*) > 1
        UNION SELECT one.meeting_id, one.country || '+' || other.country
        FROM lands one JOIN lands other USING (meeting_id, actor) WHERE one.country < other.country
    ), held AS (
        SELECT meeting_id, key || '|' || coalesce(nullif(post_country, ''), country) AS value
        FROM people WHERE key IS NOT NULL
        UNION SELECT people.meeting_id, post.key || '|' || coalesce(nullif(post.country, ''), people.country)
        FROM people JOIN articles_meeting meeting ON meeting.id = people.meeting_id
        JOIN articles_post post ON post.actor_id = people.actor
        WHERE post.since - 30 <= meeting.ends_on AND post.until + 30 >= meeting.starts_on
    ), sums AS (
        SELECT meeting_id, array_agg(DISTINCT actor ORDER BY actor) AS actors FROM people GROUP BY meeting_id
    ), countries AS (
        SELECT meeting_id, array_agg(DISTINCT country ORDER BY country) AS values FROM lands GROUP BY meeting_id
    ), sides AS (
        SELECT meeting_id, array_agg(value ORDER BY value) AS values FROM side GROUP BY meeting_id
    ), posts AS (
        SELECT meeting_id, array_agg(value ORDER BY value) AS values FROM held GROUP BY meeting_id
    )
    SELECT meeting.id, meeting.kind, meeting.meeting_status, meeting.starts_on, meeting.ends_on,
        ARRAY(SELECT generate_series(
            extract(year FROM meeting.starts_on)::int, extract(year FROM meeting.ends_on)::int
        )::smallint),
        place.id, coalesce(place.country, ''),
        coalesce(sums.actors, '{}'), coalesce(countries.values, '{}'),
        coalesce(sides.values, '{}'), coalesce(posts.values, '{}'),
        told.sources, cardinality(told.sources), told.verified, coalesce(said.words, '')
    FROM told JOIN articles_meeting meeting ON meeting.id = told.meeting_id
    LEFT JOIN articles_place place ON place.id = meeting.place_id
    LEFT JOIN said ON said.meeting_id = meeting.id
    LEFT JOIN sums ON sums.meeting_id = meeting.id
    LEFT JOIN countries ON countries.meeting_id = meeting.id
    LEFT JOIN sides ON sides.meeting_id = meeting.id
    LEFT JOIN posts ON posts.meeting_id = meeting.id
    ORDER BY meeting.id
    ON CONFLICT (meeting_id) DO UPDATE SET
        kind = excluded.kind, status = excluded.status, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
        years = excluded.years, place_id = excluded.place_id, place_country = excluded.place_country,
        actors = excluded.actors, countries = excluded.countries, sides = excluded.sides, posts = excluded.posts,
        sources = excluded.sources, source_count = excluded.source_count, verified = excluded.verified,
        words = excluded.words
    WHERE indexed IS DISTINCT FROM excluded;
END
$$;

CREATE FUNCTION newsdesk_index_statements(changed bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_indexedstatement indexed WHERE statement_id = ANY (changed) AND NOT EXISTS (
        SELECT FROM articles_statement told WHERE told.id = indexed.statement_id AND told.status <> 'rejected'
    );
    INSERT INTO articles_indexedstatement AS indexed (
        statement_id, speaker_id, source_id, published_on, direct, verified, words
    )
    SELECT told.id, newsdesk_actor_root(told.speaker_id), article.source_id, article.published_on, told.direct,
        told.status <> 'proposed',
        newsdesk_words(substr(article.text, told.quote_start + 1, told.quote_end - told.quote_start))
    FROM articles_statement told JOIN articles_article article ON article.id = told.article_id
    WHERE told.id = ANY (changed) AND told.status <> 'rejected'
    ORDER BY told.id
    ON CONFLICT (statement_id) DO UPDATE SET
        speaker_id = excluded.speaker_id, source_id = excluded.source_id, published_on = excluded.published_on,
        direct = excluded.direct, verified = excluded.verified, words = excluded.words
    WHERE indexed IS DISTINCT FROM excluded;
END
$$;
"""

#: By table: which records the rows of `{rows}`, the new or the old ones of a statement, belong to.
BELONGING = {
    "meeting": "SELECT id FROM {rows} AS row",
    "meetingparticipant": "SELECT meeting_id FROM {rows} AS row",
    "meetingreport": "SELECT meeting_id FROM {rows} AS row WHERE meeting_id IS NOT NULL",
    "evidence": (
        "SELECT report.meeting_id FROM {rows} AS row JOIN articles_meetingreport report ON report.id = row.report_id"
        " WHERE report.meeting_id IS NOT NULL"
    ),
    "post": (
        "SELECT taking.meeting_id FROM {rows} AS row JOIN articles_meetingparticipant taking ON taking.post_id = row.id"
        " UNION SELECT indexed.meeting_id FROM {rows} AS row JOIN articles_indexedmeeting indexed"
        " ON indexed.actors @> ARRAY[row.actor_id]"
        " WHERE row.since - 30 <= indexed.ends_on AND row.until + 30 >= indexed.starts_on"
    ),
    "statement": "SELECT id FROM {rows} AS row",
}
#: Updates of other columns than these change nothing that is searched.
COLUMNS = {
    "meeting": "kind, meeting_status, starts_on, ends_on, place_id",
    "meetingparticipant": "meeting_id, actor_id, post_id",
    "meetingreport": "meeting_id, article_id, status",
    "evidence": 'report_id, start, "end"',
    "statement": "article_id, speaker_id, quote_start, quote_end, direct, status",
}
#: A post that is seen in more articles is held longer: only the meetings of the days that came or went matter.
UPDATED_POSTS = """
SELECT taking.meeting_id FROM old_rows was JOIN new_rows became USING (id)
JOIN articles_meetingparticipant taking ON taking.post_id = was.id
WHERE (was.key, was.country) IS DISTINCT FROM (became.key, became.country)
UNION
SELECT indexed.meeting_id FROM old_rows was JOIN new_rows became USING (id)
JOIN articles_indexedmeeting indexed ON indexed.actors && ARRAY[was.actor_id, became.actor_id]
WHERE (was.actor_id, was.key, was.country) IS DISTINCT FROM (became.actor_id, became.key, became.country)
    OR (was.since - 30 <= indexed.ends_on AND was.until + 30 >= indexed.starts_on)
    IS DISTINCT FROM (became.since - 30 <= indexed.ends_on AND became.until + 30 >= indexed.starts_on)
"""
TRIGGER = """
CREATE FUNCTION newsdesk_{table}_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM newsdesk_index_{kind}(ARRAY({new}));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM newsdesk_index_{kind}(ARRAY({old}));
    ELSE
        PERFORM newsdesk_index_{kind}(ARRAY({updated}));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_{table}_added AFTER INSERT ON articles_{table}
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_{table}_changed();
CREATE TRIGGER newsdesk_{table}_removed AFTER DELETE ON articles_{table}
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_{table}_changed();
CREATE TRIGGER newsdesk_{table}_updated AFTER UPDATE ON articles_{table}
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_{table}_changed();
"""


def trigger(table: str) -> str:
    """What indexes anew the records that the changed rows of a table belong to."""
    rows = BELONGING[table]
    if table == "post":
        updated = UPDATED_POSTS
    else:
        columns = f"id, {COLUMNS[table]}"
        differing = "(SELECT {0} FROM {1} EXCEPT SELECT {0} FROM {2})"
        updated = " UNION ".join(
            rows.format(rows=differing.format(columns, *pair))
            for pair in (("new_rows", "old_rows"), ("old_rows", "new_rows"))
        )
    return TRIGGER.format(
        table=table,
        kind="statements" if table == "statement" else "meetings",
        new=rows.format(rows="new_rows"),
        old=rows.format(rows="old_rows"),
        updated=updated,
    )


#: Rarely changed rows that many records show, one at a time.
SHARED = """
CREATE FUNCTION newsdesk_actor_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    below bigint[] := ARRAY(
        WITH RECURSIVE down AS (
            SELECT NEW.id UNION SELECT actor.id FROM articles_actor actor JOIN down ON actor.merged_into_id = down.id
        )
        SELECT id FROM down
    );
BEGIN
    PERFORM newsdesk_index_meetings(
        ARRAY(SELECT DISTINCT meeting_id FROM articles_meetingparticipant WHERE actor_id = ANY (below))
    );
    PERFORM newsdesk_index_statements(ARRAY(SELECT id FROM articles_statement WHERE speaker_id = ANY (below)));
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_actor_updated AFTER UPDATE OF country, merged_into_id ON articles_actor FOR EACH ROW
    WHEN ((OLD.country, OLD.merged_into_id) IS DISTINCT FROM (NEW.country, NEW.merged_into_id))
    EXECUTE FUNCTION newsdesk_actor_changed();

CREATE FUNCTION newsdesk_place_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_index_meetings(ARRAY(SELECT id FROM articles_meeting WHERE place_id = NEW.id));
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_place_updated AFTER UPDATE OF country ON articles_place FOR EACH ROW
    WHEN (OLD.country IS DISTINCT FROM NEW.country) EXECUTE FUNCTION newsdesk_place_changed();

CREATE FUNCTION newsdesk_article_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_index_meetings(ARRAY(
        SELECT DISTINCT meeting_id FROM articles_meetingreport WHERE article_id = NEW.id AND meeting_id IS NOT NULL
    ));
    PERFORM newsdesk_index_statements(ARRAY(SELECT id FROM articles_statement WHERE article_id = NEW.id));
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_article_updated AFTER UPDATE OF source_id, published_on ON articles_article FOR EACH ROW
    WHEN ((OLD.source_id, OLD.published_on) IS DISTINCT FROM (NEW.source_id, NEW.published_on))
    EXECUTE FUNCTION newsdesk_article_changed();
"""
FILL = """
SELECT newsdesk_index_meetings(ARRAY(SELECT id FROM articles_meeting));
SELECT newsdesk_index_statements(ARRAY(SELECT id FROM articles_statement));
"""
REMOVE = "".join(
    f"DROP FUNCTION newsdesk_{table}_changed() CASCADE;" for table in (*BELONGING, "actor", "place", "article")
)
REMOVE += """
DROP FUNCTION newsdesk_index_meetings(bigint[]);
DROP FUNCTION newsdesk_index_statements(bigint[]);
DROP FUNCTION newsdesk_actor_root(bigint);
DROP FUNCTION newsdesk_words(text);
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_search_tables")]
    operations = [
        migrations.RunSQL(FUNCTIONS + "".join(map(trigger, BELONGING)) + SHARED, REMOVE),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
