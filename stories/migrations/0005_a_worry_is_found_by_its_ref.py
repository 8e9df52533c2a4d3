from django.db import migrations, models

import media.refs


class Migration(migrations.Migration):

    dependencies = [("stories", "0004_older_worries_have_refs_and_notes")]

    operations = [
        migrations.AlterField(
            model_name="worry",
            name="ref",
            field=models.CharField(
                default=media.refs.new_ref, editable=False, max_length=10, unique=True
            ),
        ),
        migrations.RemoveField(model_name="worry", name="note"),
    ]
