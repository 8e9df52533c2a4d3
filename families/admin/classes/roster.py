"""Who is in a class: those who are here, and those who have left."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.widgets.button import HeaderButton

from families.admin.classes.room import ClassPage


class RosterPage(ClassPage):
    """Tick some, and say what has happened to them."""

    page_title = "Students"
    template_name = "families/admin/classes/students.html"

    @property
    def header_buttons(self) -> list[HeaderButton]:
        add = reverse("classes:enrol", args=[self.reporter_class.pk])
        return [HeaderButton("Add students", url=add, icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        students = list(self.students)
        return super().get_context_data(**kwargs) | {
            "header_buttons": self.header_buttons,
            "here": [student for student in students if student.is_active],
            "left": [student for student in students if not student.is_active],
            "all_ticked": "everybody" in self.request.GET,
        }
