"""The addresses of the staff's room that are answered here and not by Wagtail."""

from django.urls import path

from families.admin.entrance import entrance
from families.admin.own_account import own_account

urlpatterns = [path("login/", entrance), path("account/", own_account)]
