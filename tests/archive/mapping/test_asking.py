"""What may be asked of the map, and the sentence that answers what may not."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.test import Client

from archive.mapping import asking
from archive.mapping.asking import Asked, Box

pytestmark = pytest.mark.django_db

WRONG = {
    "bbox=1,2,3": "“bbox” has to be",
    "bbox=1,2,3,4,5": "“bbox” has to be",
    "bbox=a,b,c,d": "“bbox” has to be",
    "bbox=nan,0,inf,1": "“bbox” has to be",
    "bbox=2,0,1,1": "“bbox” has to be",
    "bbox=0,2,1,1": "“bbox” has to be",
    "bbox=0,0,181,1": "“bbox” has to be",
    "bbox=0,-91,1,1": "“bbox” has to be",
    "zoom=20": "“zoom” has to be",
    "zoom=near": "“zoom” has to be",
    "zoom=-1": "“zoom” has to be",
    "zoom=14.5": "“zoom” has to be",
    "from=72": "years of four figures",
    "to=0000": "years of four figures",
    "from=1980&to=1970": "not later than",
    "fund=magic": "“fund” has to be",
    "fund=%00": "“fund” has to be",
    "kind=smell": "“kind” has to be one of image, audio",
}


@pytest.mark.parametrize("query", WRONG)
def test_what_is_wrong_is_said_in_a_sentence(client: Client, query: str) -> None:
    answer = client.get(f"/map/stories.json?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(("“", "A"))
    assert WRONG[query] in answer.json()["error"]


def test_a_page_leaves_out_what_is_wrong(client: Client) -> None:
    everything = "&".join(WRONG)
    answer = client.get(f"/map/?{everything}")
    assert answer.status_code == 200
    assert answer.context["asked"] == asking.read_kindly(QueryDict(everything))
    assert "No story is pinned here yet." not in answer.content.decode()


def test_a_page_puts_years_in_their_order() -> None:
    asked = asking.read_kindly(QueryDict("from=1980&to=1970&kind=smell"))
    assert asked == Asked(first=1970, last=1980)


def test_everything_that_is_asked_stays_in_the_address() -> None:
    query = "from=1960&to=1979&fund=neighbours&kind=image&bbox=-2.26,53.48,-2.17,53.54"
    asked = asking.read(QueryDict(query))
    assert asked.box == Box(-2.26, 53.48, -2.17, 53.54)
    assert asking.read(QueryDict(asked.query())) == asked
    assert asking.read(QueryDict(asked.query(place="sandhills"))) == asked


def test_other_methods_are_refused(client: Client) -> None:
    assert client.post("/map/stories.json").status_code == 405
    assert client.post("/map/").status_code == 405
