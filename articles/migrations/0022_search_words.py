"""Words as searches compare them: apart at every apostrophe, hyphen and space that French writes, in three forms each.

Of each word a vector holds, at one position,
- the stem of the word without its accents, which is what readers who type no accents ask for;
- the stem of the word as it is written, accents taken off afterwards: French endings are told by their accents
  (`rencontrées`, `première`), and the first way misses those;
- the word itself behind an equals sign, accents and all, for searches that want no other form of it.
"""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

#: Functions with a parsed body keep to the dictionaries they were made with, whatever the search path of a restore is.
WORDS = r"""
CREATE FUNCTION newsdesk_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    -- PostgreSQL's parser takes every character beyond ASCII for a letter where the locale is C, and `M.Macron` for
    -- the name of a host: nothing but letters, digits and single spaces is left to it.
    RETURN replace(
        regexp_replace(
            lower(
                CASE WHEN words IS NFC NORMALIZED AND strpos(words, '&') = 0 AND strpos(words, U&'\00ad') = 0 THEN words
                ELSE regexp_replace(
                    regexp_replace(normalize(words, NFC), '&#?[0-9A-Za-z]{2,8};', ' ', 'g'),
                    '[\u00ad\u0300-\u036f]+', '', 'g'
                ) END
            ),
            '[^0-9a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0148\u014a-\u02af\u0370-\u1fff\u2c00-\u2dff'
            '\u3040-\u318f\u3400-\ud7ff\uf900-\ufdcf\ufe70-\ufefc]+',
            ' ', 'g'
        ),
        'aujourd hui', 'aujourdhui'
    );

CREATE OR REPLACE FUNCTION newsdesk_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT (
        to_tsvector('newsdesk_french', plain)::text || ' '
        || lower(unaccent('unaccent', to_tsvector('pg_catalog.french', plain)::text)) || ' '
        || replace(' ' || to_tsvector('pg_catalog.simple', plain)::text, ' ''', ' ''=')
    )::tsvector
    FROM (SELECT newsdesk_plain(words) AS plain OFFSET 0) AS once;
END;
"""
BEFORE = r"""
CREATE OR REPLACE FUNCTION newsdesk_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL UNSAFE AS $$
    SELECT to_tsvector('newsdesk_french', translate(words, U&'\00a0\202f\2007\2009', '    '))
$$;
DROP FUNCTION newsdesk_plain(text);
"""
AGAIN = """
SELECT newsdesk_index_meetings(ARRAY(SELECT id FROM articles_meeting));
SELECT newsdesk_index_statements(ARRAY(SELECT id FROM articles_statement));
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_watches")]
    operations = [
        migrations.RunSQL(WORDS, migrations.RunSQL.noop),
        migrations.RunSQL(AGAIN, migrations.RunSQL.noop),
        migrations.RemoveIndex(model_name="article", name="article_search"),
        migrations.RemoveField(model_name="article", name="search_vector"),
        migrations.AddField(
            model_name="article",
            name="search_vector",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func("title", function="newsdesk_words"),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="article_search"),
        ),
        migrations.RunSQL(migrations.RunSQL.noop, BEFORE + AGAIN),
    ]
