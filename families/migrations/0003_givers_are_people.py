from typing import Any

from django.db import migrations


def name_givers(apps: Any, schema_editor: Any) -> None:
    """Give each answer the row of whoever gave it: the person, or a guardian of that name."""
    Consent = apps.get_model("families", "Consent")
    for answer in Consent.objects.filter(given_by=None).select_related("person"):
        giver = answer.person if answer.giver == "self" else _guardian(apps, answer)
        Consent.objects.filter(pk=answer.pk).update(given_by=giver)


def _guardian(apps: Any, answer: Any) -> Any:
    Person = apps.get_model("families", "Person")
    child, name = answer.person, " ".join(answer.giver_name.split()) or "A guardian"
    known = Person.objects.filter(wardships__child=child, name__iexact=name).first()
    if known is not None:
        return known
    guardian = Person.objects.create(
        name=name,
        public_name=name.split()[0][:60],
        school_id=child.school_id,
        family_id=child.family_id,
        added_by_id=answer.recorded_by_id,
    )
    apps.get_model("families", "Guardianship").objects.create(child=child, guardian=guardian)
    return guardian


class Migration(migrations.Migration):
    dependencies = [("families", "0002_guardians_invitations_and_each_use")]

    operations = [migrations.RunPython(name_givers, migrations.RunPython.noop)]
