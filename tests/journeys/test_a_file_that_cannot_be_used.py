"""One bad file never takes the rest with it, and it says why in plain words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.cast import Cast
from tests.journeys.desk import FILES, Desk
from tests.journeys.files import Files
from tests.journeys.screens import Screen
from tests.media import samples


def test_a_file_of_no_known_kind_stays_out(
    cast: Cast, files: Files, phone: Screen, tmp_path: Path
) -> None:
    game = tmp_path / "game.jpg"
    game.write_bytes(b"MZ" + bytes(4000))
    desk = begun(phone)
    with phone.expecting(422):
        phone.page.get_by_label(FILES).set_input_files([files.photo, game])
        expect(desk.thing(files.photo)).to_contain_text("Safe at school")
        refused = phone.page.get_by_role("listitem").filter(has_text=game.name)
        expect(refused.locator(".field__error")).not_to_be_empty()
        expect(refused.get_by_role("button", name="Leave it out")).to_be_visible()
    phone.press("Leave it out", within=refused)
    phone.page.reload()
    expect(desk.thing(files.photo)).to_be_visible()
    expect(phone.main).not_to_contain_text(game.name)


def test_half_a_film_is_refused_and_the_rest_is_there(
    cast: Cast, files: Files, phone: Screen, worker: Callable[[], None]
) -> None:
    half = samples.cut(files.film)
    desk = begun(phone)
    desk.words.fill("The film was better.")
    with phone.expecting(422):
        phone.page.get_by_label(FILES).set_input_files([half, files.photo])
        expect(desk.thing(files.photo)).to_contain_text("Safe at school")
        worker()
        refusal = phone.page.get_by_role("listitem").filter(has_text=half.name)
        expect(refusal.locator(".field__error")).to_be_visible()
    desk.is_safe()
    expect(desk.words).to_have_value("The film was better.")


def begun(phone: Screen) -> Desk:
    phone.sign_in("amina")
    desk = Desk(phone)
    desk.begin("A bad day for files")
    return desk
