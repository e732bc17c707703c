"""Extensions, and a French text-search configuration that folds accents before stemming."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

CREATE = """
CREATE TEXT SEARCH CONFIGURATION newsdesk_french (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION newsdesk_french
    ALTER MAPPING FOR asciihword, asciiword, hword, hword_asciipart, hword_part, word
    WITH unaccent, french_stem;
"""
DROP = "DROP TEXT SEARCH CONFIGURATION newsdesk_french;"


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(CREATE, DROP),
    ]
