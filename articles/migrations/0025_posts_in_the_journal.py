"""A corrected post is in the history of its actor, and so are words added to prove one: no row came or left there."""

from importlib import import_module

from django.db import migrations

FORMER = import_module("articles.migrations.0019_changes_of_meetings").WIDER
BEFORE = """        UNION
        SELECT replace("table", 'articles_', ''), "row" FROM changed
"""
POSTS = """        UNION
        SELECT 'actor', post.actor_id FROM changed JOIN articles_post post
            ON post.id = CASE "table" WHEN 'articles_post' THEN "row"
                WHEN 'articles_postevidence' THEN coalesce(after ->> 'post_id', before ->> 'post_id')::bigint END
"""
WIDER = FORMER.replace(BEFORE, POSTS + BEFORE)
CORRECTED = "UPDATE articles_action SET actors = (newsdesk_changed_by(id)).actors WHERE verb = 'change_post'"


class Migration(migrations.Migration):
    dependencies = [("articles", "0024_orders_by_alphabet")]
    operations = [
        migrations.RunSQL(WIDER, FORMER),
        migrations.RunSQL(CORRECTED, migrations.RunSQL.noop),
    ]
