"""Every memory of the demonstration."""

from home.demo.content import (
    answers,
    closed,
    kitchens,
    making,
    play,
    since,
    street,
    waiting,
    wartime,
    work,
)
from home.demo.content.shapes import DemoStory

STORIES: tuple[DemoStory, ...] = (
    *street.STORIES,
    *wartime.STORIES,
    *work.STORIES,
    *kitchens.STORIES,
    *play.STORIES,
    *making.STORIES,
    *since.STORIES,
    *closed.STORIES,
    *waiting.STORIES,
    *answers.STORIES,
)
