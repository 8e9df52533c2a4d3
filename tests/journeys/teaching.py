"""What a teacher does in the staff room."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.a_memory import OTHER, QUOTE, SHOWCASE, TITLE, WISH, WORDS
from tests.journeys.files import Files
from tests.journeys.recordings import is_seen, plays, shows_moving_pictures
from tests.journeys.screens import Screen
from tests.journeys.staff_room import ShowcaseEditor, StaffRoom


def a_teacher_asks_for_a_change(desktop: Screen) -> None:
    desktop.sign_in("hale")
    room = StaffRoom(desktop)
    room.read(TITLE)
    expect(room.memory).to_contain_text(WORDS)
    is_seen(room.memory.get_by_role("img", name="A young woman beside a tall loom."))
    plays(room.memory.locator("audio"))
    shows_moving_pictures(room.memory.locator("video"))
    is_seen(room.memory.get_by_role("img", name="Page 2"))
    desktop.press("I’ll read this one")
    desktop.page.get_by_label("What should change?").fill(WISH)
    desktop.press("Ask for a change")
    room.said("Sent back. They see your sentence on their desk.")


def nobody_can_publish_it_without_consent(desktop: Screen) -> None:
    room = StaffRoom(desktop)
    room.read(TITLE)
    changed = room.panel("What changed since last time")
    expect(changed).to_contain_text(WISH)
    expect(changed.locator("ins")).to_contain_text("mee-mawing")
    expect(room.panel("Decide")).to_contain_text("It cannot be published yet.")
    expect(desktop.page.get_by_role("button", name="Publish", exact=True)).to_have_count(0)
    in_the_way = room.panel("What is in the way")
    expect(in_the_way).to_contain_text("Mary")
    expect(in_the_way).to_contain_text("Amina")
    in_it = room.panel("Who is in it")
    desktop.follow("See or record what Mary allows", within=in_it)
    room.record_yes("Mary Surname", about=TITLE)
    room.read(TITLE)
    desktop.follow("See or record what Amina allows", within=in_it)
    room.record_yes("Amina")
    room.record_yes("Mrs Surname", guardian=True)


def the_teacher_publishes_it(desktop: Screen) -> None:
    room = StaffRoom(desktop)
    room.read(TITLE)
    expect(room.panel("What is in the way")).to_contain_text("Everybody who has to has said yes.")
    desktop.press("Publish")
    room.said("It is published.")


def the_teacher_builds_a_showcase(desktop: Screen, files: Files) -> None:
    # Wagtail saves by itself, and answers 400 while something begun is not filled in yet.
    with desktop.expecting(400):
        editor = ShowcaseEditor(desktop)
        editor.begin(SHOWCASE, "Looms, ovens and friends.")
        editor.upload_cover(files.photo, title="Looms", description="Tall looms in a row.")
        editor.add_memory(OTHER)
        editor.add_quote(QUOTE, "Mary")
        editor.add_memory(TITLE)
        editor.move_up("Memory")
        preview = editor.preview()
        expect(preview.get_by_role("heading", name=SHOWCASE)).to_be_visible()
        expect(preview.get_by_role("link", name=TITLE, exact=True)).to_be_visible()
        editor.publish()
