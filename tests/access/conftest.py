"""The cast of the tables of roles."""

import pytest

from tests.stories.cast import Cast, gather


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()
