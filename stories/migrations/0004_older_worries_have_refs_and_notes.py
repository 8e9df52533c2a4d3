from django.db import migrations

import media.refs


def complete(apps, schema_editor):
    """Give each older worry a number of its own, a school, a state and its note."""
    Worry = apps.get_model("stories", "Worry")
    WorryNote = apps.get_model("stories", "WorryNote")
    for worry in Worry.objects.select_related("story", "raised_by"):
        worry.ref = media.refs.new_ref()
        of = worry.story or worry.raised_by
        worry.school_id = of.school_id if of else None
        worry.state = "done" if worry.settled_at else "new"
        worry.save()
        if worry.note:
            WorryNote.objects.create(worry=worry, text=worry.note, by_id=worry.settled_by_id)


class Migration(migrations.Migration):

    dependencies = [("stories", "0003_worries_are_followed_up")]

    operations = [migrations.RunPython(complete, migrations.RunPython.noop)]
