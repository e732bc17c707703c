"""Saved searches become watches, and meetings and statements tell when they came and changed.

Triggers work these times out from the reports themselves, so that joining, parting, undoing and annotating anew make
nothing look new that is not. What was told of a meeting before a change is kept in `FormerMeeting`.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Coalesce

TIMES = r"""
CREATE FUNCTION newsdesk_came_at(article bigint, run bigint, report bigint, statement bigint, decided timestamptz)
RETURNS timestamptz LANGUAGE sql STABLE AS $$
    -- What a person added came then; what a run tells came with the article, whichever run it is.
    SELECT CASE WHEN run IS NULL THEN coalesce(
        (SELECT min(at) FROM articles_decision WHERE report_id = report),
        (SELECT min(at) FROM articles_decision WHERE statement_id = statement), decided
    ) END
    UNION ALL SELECT coalesce(told_at, imported_at) FROM articles_article WHERE id = article
    ORDER BY 1 DESC NULLS LAST LIMIT 1
$$;

CREATE FUNCTION newsdesk_meeting_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (OLD.status, OLD.starts_on, OLD.ends_on, OLD.place_id)
        IS DISTINCT FROM (NEW.status, NEW.starts_on, NEW.ends_on, NEW.place_id))
    THEN
        INSERT INTO articles_formermeeting (meeting, until, status, starts_on, ends_on, place)
        VALUES (OLD.meeting_id, clock_timestamp(), OLD.status, OLD.starts_on, OLD.ends_on, OLD.place_id);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    SELECT min(came), max(came) INTO NEW.arrived_at, NEW.sourced_at FROM (
        SELECT min(newsdesk_came_at(report.article_id, report.run_id, report.id, NULL, report.decided_at)) AS came
        FROM articles_meetingreport report JOIN articles_article article ON article.id = report.article_id
        WHERE report.meeting_id = NEW.meeting_id AND report.status <> 'rejected' GROUP BY article.source_id
    ) AS sources;
    NEW.changed_at := greatest(
        NEW.sourced_at, (SELECT max(until) FROM articles_formermeeting WHERE meeting = NEW.meeting_id)
    );
    RETURN NEW;
END
$$;
CREATE TRIGGER newsdesk_meeting_came BEFORE INSERT OR UPDATE OR DELETE ON articles_indexedmeeting
    FOR EACH ROW EXECUTE FUNCTION newsdesk_meeting_came();

CREATE FUNCTION newsdesk_statement_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT newsdesk_came_at(article_id, run_id, NULL, id, decided_at) INTO NEW.arrived_at
    FROM articles_statement WHERE id = NEW.statement_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER newsdesk_statement_came BEFORE INSERT OR UPDATE ON articles_indexedstatement
    FOR EACH ROW EXECUTE FUNCTION newsdesk_statement_came();

UPDATE articles_indexedmeeting SET kind = kind;
UPDATE articles_indexedstatement SET direct = direct;
"""
NO_TIMES = """
DROP FUNCTION newsdesk_meeting_came() CASCADE;
DROP FUNCTION newsdesk_statement_came() CASCADE;
DROP FUNCTION newsdesk_came_at(bigint, bigint, bigint, bigint, timestamptz);
"""
#: One address is followed once: of a search kept under two names, the first name stays.
ONCE = """
DELETE FROM articles_watch later USING articles_watch first
WHERE later.user_id = first.user_id AND later.path = first.path AND later.id > first.id;
UPDATE articles_watch SET position = id;
"""


def moment() -> models.DateTimeField:
    return models.DateTimeField(default=django.utils.timezone.now)


def actor() -> models.ForeignKey:
    return models.ForeignKey(
        "articles.actor", null=True, blank=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0020_api_tokens"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RenameModel("SavedSearch", "Watch"),
        migrations.RemoveConstraint("watch", "savedsearch_name_once_per_user"),
        migrations.RemoveConstraint("watch", "savedsearch_has_name"),
        migrations.RemoveConstraint("watch", "savedsearch_path_is_ours"),
        migrations.AlterModelOptions("watch", {"ordering": ["position", "pk"]}),
        migrations.AlterField("watch", "name", models.CharField(max_length=300, verbose_name="name")),
        migrations.AlterField(
            "watch",
            "user",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="watches", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField("watch", "actor", actor()),
        migrations.AddField("watch", "other", actor()),
        migrations.AddField("watch", "country", models.CharField(max_length=2, blank=True, default=""), False),
        migrations.AddField("watch", "other_country", models.CharField(max_length=2, blank=True, default=""), False),
        migrations.AddField("watch", "is_paused", models.BooleanField(default=False)),
        migrations.AddField("watch", "position", models.PositiveIntegerField(default=0)),
        migrations.RunSQL(ONCE, migrations.RunSQL.noop),
        migrations.AddConstraint("watch", models.UniqueConstraint(fields=["user", "path"], name="watch_once_per_user")),
        migrations.AddConstraint("watch", models.CheckConstraint(condition=~models.Q(name=""), name="watch_has_name")),
        migrations.AddConstraint(
            "watch", models.CheckConstraint(condition=models.Q(path__regex=r"^/[^/\\]"), name="watch_path_is_ours")
        ),
        migrations.CreateModel(
            "WatchList",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seen_until", models.DateTimeField()),
                ("looked_at", models.DateTimeField()),
                ("token", models.CharField(max_length=64, null=True, unique=True)),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="watch_list",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            {
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(seen_until__lte=models.F("looked_at")), name="watchlist_looks_forward"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            "FormerMeeting",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("meeting", models.BigIntegerField()),
                ("until", models.DateTimeField()),
                ("status", models.CharField(max_length=10)),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("place", models.BigIntegerField(null=True)),
            ],
            {"indexes": [models.Index(fields=["meeting", "until"], name="formermeeting_until")]},
        ),
        migrations.AddField("article", "told_at", models.DateTimeField(null=True, blank=True)),
        migrations.AddIndex("article", models.Index(fields=["-imported_at", "-id"], name="article_arrived")),
        migrations.AddIndex(
            "article",
            models.Index(Coalesce("told_at", "imported_at").desc(), models.F("id").desc(), name="article_told"),
        ),
        migrations.AddField("indexedmeeting", "arrived_at", moment(), preserve_default=False),
        migrations.AddField("indexedmeeting", "sourced_at", moment(), preserve_default=False),
        migrations.AddField("indexedmeeting", "changed_at", moment(), preserve_default=False),
        migrations.AddField(
            "indexedstatement",
            "arrived_at",
            models.DateTimeField(
                default=django.utils.timezone.now,
                help_text="When its article was first annotated, or a person added it.",
            ),
            preserve_default=False,
        ),
        migrations.RunSQL(TIMES, NO_TIMES),
        migrations.AddIndex(
            "indexedmeeting",
            models.Index(models.F("changed_at").desc(), models.F("meeting").desc(), name="indexedmeeting_changed"),
        ),
        migrations.AddIndex(
            "indexedstatement",
            models.Index(models.F("arrived_at").desc(), models.F("statement").desc(), name="indexedstatement_arrived"),
        ),
    ]
