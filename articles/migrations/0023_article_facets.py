"""What searches for articles find, count and narrow by, one flat row for each; triggers keep it in step.

The words of an article are worked out once, when it comes: its text never changes.
"""

from importlib import import_module

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

LABELS = ("PER", "ROLE", "ORG", "GPE", "LOC", "NORP", "DATE")
FUNCTION = r"""
CREATE FUNCTION newsdesk_search_articles(changed bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO articles_searchedarticle AS searched (
        article_id, published_on, source_id, state, labels, actors, countries, words
    )
    WITH live AS MATERIALIZED (
        SELECT article_id, label, actor_id, place_id
        FROM articles_mention WHERE article_id = ANY (changed) AND status <> 'rejected'
    ), labels AS (
        SELECT article_id, bit_or(1 << (array_position('{{labels}}'::text[], label::text) - 1)) AS bits
        FROM live GROUP BY article_id
    ), named AS (
        SELECT DISTINCT article_id, actor_id FROM live WHERE actor_id IS NOT NULL
    ), acting AS MATERIALIZED (
        SELECT DISTINCT named.article_id, root.id AS actor, root.country
        FROM named JOIN articles_actor given ON given.id = named.actor_id
        JOIN articles_actor root ON root.id =
            CASE WHEN given.merged_into_id IS NULL THEN given.id ELSE newsdesk_actor_root(given.id) END
    ), actors AS (
        SELECT article_id, array_agg(actor ORDER BY actor) AS values FROM acting GROUP BY article_id
    ), lands AS (
        SELECT article_id, country FROM acting WHERE country <> ''
        UNION SELECT live.article_id, place.country FROM live JOIN articles_place place ON place.id = live.place_id
        WHERE place.country <> ''
    ), countries AS (
        SELECT article_id, array_agg(country ORDER BY country) AS values FROM lands GROUP BY article_id
    )
    SELECT article.id, article.published_on, article.source_id, coalesce(review.state, 'new'),
        coalesce(labels.bits, 0), coalesce(actors.values, '{}'), coalesce(countries.values, '{}'),
        coalesce(known.words, setweight(newsdesk_words(article.title), 'A')
            || setweight(newsdesk_words(left(article.text, 250000)), 'B'))
    FROM articles_article article
    LEFT JOIN articles_searchedarticle known ON known.article_id = article.id
    LEFT JOIN articles_review review ON review.article_id = article.id
    LEFT JOIN labels ON labels.article_id = article.id
    LEFT JOIN actors ON actors.article_id = article.id
    LEFT JOIN countries ON countries.article_id = article.id
    WHERE article.id = ANY (changed) ORDER BY article.id
    ON CONFLICT (article_id) DO UPDATE SET
        published_on = excluded.published_on, source_id = excluded.source_id, state = excluded.state,
        labels = excluded.labels, actors = excluded.actors, countries = excluded.countries
    WHERE (searched.published_on, searched.source_id, searched.state, searched.labels, searched.actors,
        searched.countries) IS DISTINCT FROM (excluded.published_on, excluded.source_id, excluded.state,
        excluded.labels, excluded.actors, excluded.countries);
END
$$;
""".replace("{labels}", ",".join(LABELS))
#: The older function sums the corrections up; the new rows are made with it.
BEFORE = import_module("articles.migrations.0018_indexed_articles")
REPLACED = "CREATE OR REPLACE FUNCTION"


def doubt_changed(columns: str) -> str:
    """What indexes articles anew when one of these columns of a mention changes; its triggers are there already."""
    function = BEFORE.DOUBT.partition("CREATE TRIGGER")[0].replace("CREATE FUNCTION", REPLACED)
    return str(function.format(table="mention", columns=columns))


INDEXING = BEFORE.ARTICLES.partition("CREATE FUNCTION newsdesk_article_indexed")[0].replace("CREATE FUNCTION", REPLACED)
BOTH = INDEXING.replace("END\n$$;", "    PERFORM newsdesk_search_articles(changed);\nEND\n$$;")
MENTIONS = f"{BEFORE.DOUBTS['mention']}, label, actor_id, place_id"
TRIGGERS = """
CREATE FUNCTION newsdesk_review_indexed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_index_articles(ARRAY(SELECT article_id FROM changed_rows));
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_review_added AFTER INSERT ON articles_review
    REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_review_indexed();
CREATE TRIGGER newsdesk_review_removed AFTER DELETE ON articles_review
    REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_review_indexed();
CREATE TRIGGER newsdesk_review_changed AFTER UPDATE ON articles_review
    REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_review_indexed();

CREATE FUNCTION newsdesk_article_unsearched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_searchedarticle WHERE article_id IN (SELECT id FROM old_rows);
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_article_unsearched AFTER DELETE ON articles_article
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_article_unsearched();

CREATE FUNCTION newsdesk_article_retitled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_searchedarticle WHERE article_id = NEW.id;
    PERFORM newsdesk_index_articles(ARRAY[NEW.id]);
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_article_retitled AFTER UPDATE OF title ON articles_article FOR EACH ROW
    WHEN (OLD.title <> NEW.title) EXECUTE FUNCTION newsdesk_article_retitled();

CREATE TRIGGER newsdesk_article_resourced AFTER UPDATE OF source_id ON articles_article FOR EACH ROW
    WHEN (OLD.source_id <> NEW.source_id) EXECUTE FUNCTION newsdesk_article_redated();

CREATE FUNCTION newsdesk_actor_of_articles_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_index_articles(ARRAY(
        WITH RECURSIVE down AS (
            SELECT NEW.id UNION SELECT actor.id FROM articles_actor actor JOIN down ON actor.merged_into_id = down.id
        )
        SELECT DISTINCT mention.article_id FROM articles_mention mention JOIN down ON mention.actor_id = down.id
    ));
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_actor_of_articles_updated AFTER UPDATE OF country, merged_into_id ON articles_actor FOR EACH ROW
    WHEN ((OLD.country, OLD.merged_into_id) IS DISTINCT FROM (NEW.country, NEW.merged_into_id))
    EXECUTE FUNCTION newsdesk_actor_of_articles_changed();

CREATE FUNCTION newsdesk_place_of_articles_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_index_articles(ARRAY(SELECT DISTINCT article_id FROM articles_mention WHERE place_id = NEW.id));
    RETURN NULL;
END
$$;
CREATE TRIGGER newsdesk_place_of_articles_updated AFTER UPDATE OF country ON articles_place FOR EACH ROW
    WHEN (OLD.country IS DISTINCT FROM NEW.country) EXECUTE FUNCTION newsdesk_place_of_articles_changed();
"""
REMOVE = """
DROP FUNCTION newsdesk_review_indexed() CASCADE;
DROP FUNCTION newsdesk_actor_of_articles_changed() CASCADE;
DROP FUNCTION newsdesk_place_of_articles_changed() CASCADE;
DROP FUNCTION newsdesk_article_unsearched() CASCADE;
DROP FUNCTION newsdesk_article_retitled() CASCADE;
DROP TRIGGER newsdesk_article_resourced ON articles_article;
DROP FUNCTION newsdesk_search_articles(bigint[]);
"""
#: The words stand apart, and every page has room for rows that editors change.
NARROW = """
ALTER TABLE articles_searchedarticle SET (toast_tuple_target = 128, fillfactor = 85);
ALTER TABLE articles_searchedarticle ALTER COLUMN words SET STORAGE EXTERNAL;
ALTER TABLE articles_searchedarticle ALTER COLUMN actors SET STORAGE MAIN;
ALTER TABLE articles_searchedarticle ALTER COLUMN countries SET STORAGE MAIN;
"""
FILL = "SELECT newsdesk_index_articles(ARRAY(SELECT id FROM articles_article));"


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_search_words")]
    operations = [
        migrations.CreateModel(
            name="SearchedArticle",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="searched",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("published_on", models.DateField()),
                ("state", models.CharField(help_text="Of the review.", max_length=14)),
                (
                    "labels",
                    models.SmallIntegerField(help_text="One bit for each label, in the order of MentionLabel."),
                ),
                (
                    "actors",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                (
                    "countries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=2),
                        help_text="Of the actors and places mentioned.",
                        size=None,
                    ),
                ),
                (
                    "words",
                    django.contrib.postgres.search.SearchVectorField(
                        help_text="Of the title, and of the text as far as it is searched."
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.source",
                    ),
                ),
            ],
            options={
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["words"], name="searchedarticle_words")],
            },
        ),
        migrations.RunSQL(NARROW, migrations.RunSQL.noop),
        migrations.RunSQL(
            FUNCTION + BOTH + doubt_changed(MENTIONS) + TRIGGERS,
            INDEXING + doubt_changed(BEFORE.DOUBTS["mention"]) + REMOVE,
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
