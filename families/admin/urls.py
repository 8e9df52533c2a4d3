"""The door of the staff's room: ``/admin/login/``."""

from django.urls import path

from families.admin.entrance import entrance

urlpatterns = [path("", entrance)]
