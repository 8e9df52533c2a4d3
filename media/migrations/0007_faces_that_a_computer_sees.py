from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('media', '0006_signed_papers_behind_answers'),
    ]

    operations = [
        migrations.AddField(
            model_name='item',
            name='faces',
            field=models.JSONField(blank=True, help_text='Boxes where a computer sees a face, as shares of the picture; empty until it looked', null=True),
        ),
    ]
