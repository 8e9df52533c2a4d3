"""Whoever reviews."""

from __future__ import annotations

import pytest
from django.test import Client

from families.models import User


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client
