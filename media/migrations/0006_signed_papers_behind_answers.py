import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('families', '0004_answers_name_their_giver'),
        ('media', '0005_wordings_that_wait'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ConsentEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form_number', models.CharField(help_text='The number printed on the form.', max_length=240)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('consents', models.ManyToManyField(related_name='evidence', to='families.consent')),
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='media.item')),
            ],
            options={
                'verbose_name': 'signed paper',
                'ordering': ['-added_at', '-pk'],
            },
        ),
    ]
