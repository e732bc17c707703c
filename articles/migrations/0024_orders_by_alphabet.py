"""Places and sources in the order of the alphabet, accents and case aside: `Élysée` beside `Elysee`."""

import django.db.models.functions.text
from django.db import migrations, models

BY_NAME = [django.db.models.functions.text.Lower(models.Func(models.F("name"), function="unaccent")), "pk"]


class Migration(migrations.Migration):
    dependencies = [("articles", "0023_article_facets")]
    operations = [
        migrations.AlterModelOptions(name="place", options={"ordering": BY_NAME}),
        migrations.AlterModelOptions(name="source", options={"ordering": BY_NAME, "verbose_name": "source"}),
    ]
