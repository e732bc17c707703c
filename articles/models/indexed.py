"""What searches compare, one flat row for each article, meeting and statement; triggers keep them in step.

Migrations 0006, 0018, 0023, 0029, 0032 to 0034 and 0036 make them. Of meetings and statements only those that were not
rejected have a row. Nothing but the triggers writes here.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F

from articles.models.actor import Actor
from articles.models.article import Article
from articles.models.meeting import Meeting
from articles.models.place import Place
from articles.models.source import Source
from articles.models.statement import Statement


class IndexedArticle(models.Model):
    """What lists of articles are sorted by and is not told by the article itself."""

    article = models.OneToOneField(
        Article, primary_key=True, on_delete=models.DO_NOTHING, related_name="indexed", db_constraint=False
    )
    published_on = models.DateField()
    corrections = models.FloatField(help_text="How many undecided proposals will turn out to need one, on average.")

    class Meta:
        indexes: ClassVar = [
            models.Index(
                F("corrections").desc(), F("published_on").desc(), F("article").desc(), name="indexedarticle_doubtful"
            ),
        ]


class SearchedArticle(models.Model):
    """What searches for articles find, count and narrow by.

    The words stand apart from the rest of a row, and no index is on what editors change: neither do the rows that a
    search finds lie far apart, nor does a correction file the words of the article anew.
    """

    article = models.OneToOneField(
        Article, primary_key=True, on_delete=models.DO_NOTHING, related_name="searched", db_constraint=False
    )
    published_on = models.DateField()
    source = models.ForeignKey(
        Source, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    state = models.CharField(max_length=14, help_text="Of the review.")

    # What it mentions, rejected mentions left out. An actor that was merged counts as the one it was merged into.
    labels = models.SmallIntegerField(help_text="One bit for each label, in the order of MentionLabel.")
    actors = ArrayField(models.BigIntegerField())
    countries = ArrayField(models.CharField(max_length=2), help_text="Of the actors and places mentioned.")
    words = SearchVectorField(help_text="Of the title, and of the text as far as it is searched.")
    numbers = models.GeneratedField(
        expression=models.Func(
            *("article_id", "published_on", "source_id", "labels", "state", "actors", "countries"),
            function="newsdesk_article_numbers",
        ),
        output_field=models.BinaryField(),
        db_persist=True,
        help_text="What is filtered by and counted, as numbers of four bytes.",
    )

    class Meta:
        # Beside each word the runs of frequent ones: see `search.runs`.
        indexes: ClassVar = [
            GinIndex(
                F("words"),
                models.Func(F("words"), function="newsdesk_runs", output_field=ArrayField(models.TextField())),
                name="searchedarticle_words",
            )
        ]


class IndexedMeeting(models.Model):
    """A meeting that at least one report, not rejected, tells of."""

    meeting = models.OneToOneField(
        Meeting, primary_key=True, on_delete=models.DO_NOTHING, related_name="indexed", db_constraint=False
    )
    kind = models.CharField(max_length=12)
    status = models.CharField(max_length=10)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    years = ArrayField(models.SmallIntegerField(), help_text="Every year that the days told touch.")
    place = models.ForeignKey(
        Place, null=True, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    place_country = models.CharField(max_length=2)

    # Who took part. An actor that was merged counts as the one it was merged into.
    actors = ArrayField(models.BigIntegerField())
    countries = ArrayField(models.CharField(max_length=2), help_text="Of participants, or of the posts told of them.")
    # `12:TR` somebody and a country of his; `TR#2` a country of two participants; `FR+MC` two countries of one.
    sides = ArrayField(models.CharField(max_length=40))
    posts = ArrayField(models.CharField(max_length=303), help_text="`key|country` of the posts held that day.")

    # Who says so.
    sources = ArrayField(models.BigIntegerField())
    source_count = models.PositiveSmallIntegerField()
    verified = models.BooleanField()
    disputes = models.SmallIntegerField(
        help_text="One bit for each field that its reports disagree about, in the order of Dispute."
    )
    words = SearchVectorField(help_text="Of the evidence.")
    numbers = models.GeneratedField(
        expression=models.Func(
            *("actors", "countries", "sources", "place_id", "place_country", "years", "kind", "status"),
            *("starts_on", "ends_on", "disputes"),
            function="newsdesk_meeting_numbers",
        ),
        output_field=models.BinaryField(),
        db_persist=True,
        help_text="What is counted, as numbers of four bytes.",
    )

    # What is new, for those who watch: when it was first told of, when by the newest source, and when what is told of
    # it last changed by that or otherwise (see FormerMeeting).
    arrived_at = models.DateTimeField()
    sourced_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(F("starts_on").desc(nulls_last=True), F("meeting").desc(), name="indexedmeeting_newest"),
            models.Index(fields=["place"], name="indexedmeeting_place"),
            GinIndex(fields=["actors"], name="indexedmeeting_actors", fastupdate=False),
            GinIndex(fields=["countries"], name="indexedmeeting_countries", fastupdate=False),
            GinIndex(fields=["posts"], name="indexedmeeting_posts", fastupdate=False),
            GinIndex(fields=["words"], name="indexedmeeting_words", fastupdate=False),
            models.Index(F("changed_at").desc(), F("meeting").desc(), name="indexedmeeting_changed"),
        ]


class IndexedStatement(models.Model):
    """A statement that was not rejected."""

    statement = models.OneToOneField(
        Statement, primary_key=True, on_delete=models.DO_NOTHING, related_name="indexed", db_constraint=False
    )
    speaker = models.ForeignKey(
        Actor, null=True, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    addressee = models.ForeignKey(
        Actor, null=True, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    source = models.ForeignKey(
        Source, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    published_on = models.DateField()
    direct = models.BooleanField()
    verified = models.BooleanField()
    words = SearchVectorField()
    arrived_at = models.DateTimeField(help_text="When its article was first annotated, or a person added it.")

    class Meta:
        indexes: ClassVar = [
            models.Index(F("published_on").desc(), F("statement").desc(), name="indexedstatement_newest"),
            models.Index(F("speaker"), F("published_on").desc(), name="indexedstatement_speaker"),
            models.Index(F("addressee"), F("published_on").desc(), name="indexedstatement_addressee"),
            GinIndex(fields=["words"], name="indexedstatement_words", fastupdate=False),
            models.Index(F("arrived_at").desc(), F("statement").desc(), name="indexedstatement_arrived"),
        ]
