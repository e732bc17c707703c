"""Offices and countries of people that the vocabulary of leaders tells, beside those that articles tell."""

from django.db import migrations, models

LISTED = "Id of the office in the vocabulary of leaders"


class Migration(migrations.Migration):
    dependencies = [("articles", "0034_columns_in_the_order_they_are_read")]
    operations = [
        migrations.AddField(
            "actor",
            "country_listed",
            models.CharField(
                max_length=120,
                default="",
                db_default="",
                blank=True,
                help_text=f"{LISTED} that tells the country; else empty.",
            ),
        ),
        migrations.AddField(
            "postevidence",
            "listed",
            models.CharField(
                max_length=120,
                default="",
                db_default="",
                blank=True,
                help_text=f"{LISTED}, if the words only name the holder.",
            ),
        ),
    ]
