"""Writing down what is said, on the page, with and without script."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from families.models import User
from media.models import Item, Status, Transcript
from media.transcripts import verbs
from media.transcripts.cues import MAX_BYTES, Cue
from media.transcripts.holding import hold_back
from stories import lifecycle
from stories.models import Story
from tests.factories import ItemFactory
from tests.stories.item_tools.screen import SAID, TranscriptScreen, held, said, texts

pytestmark = pytest.mark.django_db


class TestWithoutScript:
    def test_the_lines_are_fields(self, screen: TranscriptScreen) -> None:
        assert screen.column("text") == [cue.text for cue in SAID]
        assert screen.column("start") == ["0:00", "0:02", "0:04"]
        assert screen.column("speaker") == ["Rita"] * 3

    def test_what_is_typed_is_kept(self, screen: TranscriptScreen, sound: Item) -> None:
        answer = screen.type(1, text="It was very loud.", speaker="Jo", end="0:01.5").press()
        assert answer.status_code == 302
        assert said(sound)[0] == (0, 1500, "Jo", "It was very loud.")

    def test_saving_again_changes_nothing(self, screen: TranscriptScreen, sound: Item) -> None:
        screen.press()
        assert Transcript.objects.get(item=sound).number == 1

    @pytest.mark.parametrize(
        ("line", "verb", "kept"),
        [
            (1, "join", ["It was loud. My neighbour drank.", "We signed with our hands."]),
            (3, "join", ["It was loud.", "My neighbour drank.", "We signed with our hands."]),
            (2, "out", ["It was loud.", "We signed with our hands."]),
            (
                3,
                "split",
                ["It was loud.", "My neighbour drank.", "We signed with", "our hands."],
            ),
            (1, "add", ["It was loud.", "", "My neighbour drank.", "We signed with our hands."]),
        ],
    )
    def test_the_buttons_of_a_line(
        self, screen: TranscriptScreen, sound: Item, line: int, verb: str, kept: list[str]
    ) -> None:
        screen.press_on(line, verb)
        assert texts(sound) == kept

    def test_a_line_is_cut_where_somebody_says(self, screen: TranscriptScreen, sound: Item) -> None:
        screen.type(3, text="We | signed with our hands.").press_on(3, "split")
        assert texts(sound)[2:] == ["We", "signed with our hands."]
        assert said(sound)[2][1] == said(sound)[3][0]

    def test_a_line_without_times_follows_the_one_before(
        self, screen: TranscriptScreen, sound: Item
    ) -> None:
        screen.write(text="All day.").press()
        assert said(sound)[3] == (6000, 7500, "", "All day.")

    def test_a_button_of_a_line_that_is_gone_only_saves(
        self, screen: TranscriptScreen, sound: Item
    ) -> None:
        screen.press("split-nowhere")
        assert texts(sound) == [cue.text for cue in SAID]

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"start": "soon"}, "This is not a time."),
            ({"end": "0:01"}, "The end time is before the start."),
            ({"end": "0:02"}, "The end time is the same as the start."),
            ({"text": "a" * 2001}, "There are too many words for one line."),
            ({"speaker": "a" * 61}, "A name is too long."),
        ],
    )
    def test_what_cannot_be_kept_stays_on_the_screen(
        self, screen: TranscriptScreen, sound: Item, typed: dict[str, str], sentence: str
    ) -> None:
        answer = screen.shows(screen.type(2, **typed).press())
        assert answer.status_code == 422
        assert f"Line 2: {sentence}" in screen.text
        ((name, value),) = typed.items()
        assert screen.column(name)[1] == value
        assert texts(sound) == [cue.text for cue in SAID]

    def test_an_overtaken_edition_shows_both(
        self, screen: TranscriptScreen, sound: Item, student: User
    ) -> None:
        verbs.save(sound, [Cue(0, 1000, "It was quiet.")], by=student, number=1)
        answer = screen.shows(screen.type(1, text="It was deafening.").press())
        assert answer.status_code == 409
        assert screen.column("text")[0] == "It was deafening."
        assert "It was quiet." in screen.text
        assert texts(sound) == ["It was quiet."]
        screen.press("keep")
        assert texts(sound)[0] == "It was deafening."
        wordings = Transcript.objects.get(item=sound).revisions.all()
        assert any("It was quiet." in wording.vtt for wording in wordings)

    def test_markup_is_text(self, screen: TranscriptScreen, sound: Item) -> None:
        script = "<script>alert(1)</script>"
        screen.type(1, text=script, speaker="<b>Rita</b>").press()
        assert said(sound)[0][2:] == ("<b>Rita</b>", script)
        assert script not in screen.again().text
        assert screen.column("text")[0] == script


class TestBringingTheWords:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("nan.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Rita>Hello."),
            ("nan.srt", b"1\r\n00:00:01,000 --> 00:00:02,000\r\n<v Rita>Hello.\r\n"),
            ("nan.txt", b"[0:01] Rita: Hello."),
        ],
    )
    def test_a_file_takes_the_place_of_the_lines(
        self, screen: TranscriptScreen, sound: Item, name: str, content: bytes
    ) -> None:
        screen.press("upload", file=SimpleUploadedFile(name, content))
        assert [line[2:] for line in said(sound)] == [("Rita", "Hello.")]
        assert Transcript.objects.get(item=sound).revisions.count() == 2

    def test_words_in_one_box(self, screen: TranscriptScreen, sound: Item) -> None:
        screen.press("upload", words="[0:12] Rita: Hello.\r\nHiya.")
        assert [(line[0], *line[2:]) for line in said(sound)] == [
            (12_000, "Rita", "Hello."),
            (13_500, "", "Hiya."),
        ]

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (b"WEBVTT\n\n00:02.000 --> 00:01.000\nHello.", "Line 3: the end time is before"),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", "This is not a file of words."),
            (b"a" * (MAX_BYTES + 1), "This file is bigger than 1 MB."),
            (b" ", "There are no words in it."),
        ],
    )
    def test_what_cannot_be_read_is_told_and_changes_nothing(
        self, screen: TranscriptScreen, sound: Item, content: bytes, sentence: str
    ) -> None:
        answer = screen.press("upload", file=SimpleUploadedFile("nan.vtt", content))
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert texts(sound) == [cue.text for cue in SAID]

    def test_typed_words_that_cannot_be_read_stay(self, screen: TranscriptScreen) -> None:
        answer = screen.press("upload", words="[soon] Rita: <i>Hello</i>.")
        assert "[soon] Rita: &lt;i&gt;Hello&lt;/i&gt;." in answer.content.decode()

    def test_an_overtaken_page_replaces_nothing_and_loses_nothing(
        self, screen: TranscriptScreen, sound: Item, student: User
    ) -> None:
        verbs.save(sound, SAID[:1], by=student, number=1)
        answer = screen.press("upload", words="Hello there.")
        assert "Hello there." in answer.content.decode()
        assert texts(sound) == ["It was loud."]

    def test_held_passages_outlive_new_words(self, screen: TranscriptScreen, sound: Item) -> None:
        screen.tick(2).press()
        screen.again().press("upload", words="[0:02] Rita: He drank.\n[0:04] Rita: All day.")
        assert held(sound) == [(2000, 4000)]
        assert "He drank." not in Transcript.objects.get(item=sound).spoken


class TestEarlierWordings:
    def test_one_is_used_again(self, screen: TranscriptScreen, sound: Item, teacher: User) -> None:
        verbs.save(sound, SAID[:1], by=teacher, number=1)
        assert "Use this one again" in screen.again().text
        screen.press("restore-1")
        assert texts(sound) == [cue.text for cue in SAID]

    def test_what_was_held_since_stays_held_at_its_earlier_time(
        self, screen: TranscriptScreen, sound: Item
    ) -> None:
        moved = {"start": "0:10", "end": "0:12"}
        screen.type(2, **moved).press()
        screen.again().tick(3).press()
        assert held(sound) == [(10_000, 12_000)]
        screen.again().press("restore-1")
        assert held(sound) == [(2000, 4000), (10_000, 12_000)]
        assert "neighbour" not in Transcript.objects.get(item=sound).spoken

    @pytest.mark.parametrize("number", ["9", "x", "", "-1"])
    def test_one_that_never_was_is_not_found(self, screen: TranscriptScreen, number: str) -> None:
        assert screen.press(f"restore-{number}").status_code == 404

    def test_one_of_another_recording_is_not_found(
        self, screen: TranscriptScreen, student: User
    ) -> None:
        other = ItemFactory(audio=True, uploaded_by=student)
        for number in range(3):
            verbs.save(other, [Cue(0, number + 1, "Hello.")], by=student, number=number)
        assert screen.press("restore-3").status_code == 404


class TestHoldingBack:
    def test_ticked_lines_are_held_and_joined(self, screen: TranscriptScreen, sound: Item) -> None:
        answer = screen.tick(2, 3).press()
        assert held(sound) == [(2000, 6000)]
        assert not Item.objects.get(pk=sound.pk).is_ready
        shown = screen.client.get(answer["Location"]).content.decode()
        assert "It is being made again without these words." in shown

    def test_a_tick_is_still_there(self, screen: TranscriptScreen) -> None:
        screen.tick(2).press()
        assert screen.again().column("held") == ["1"]

    def test_no_tick_lets_go(self, screen: TranscriptScreen, sound: Item) -> None:
        screen.tick(2).press()
        screen.again().tick().press()
        assert held(sound) == []

    def test_a_save_of_the_page_itself_holds_but_never_lets_go(
        self, screen: TranscriptScreen, sound: Item
    ) -> None:
        answer = screen.tick(2).press("", json=True)
        assert answer.json() == {"edition": 1, "ready": False, "warnings": [], "minded": {}}
        screen.tick().press("", json=True)
        assert held(sound) == [(2000, 4000)]

    def test_a_line_that_is_taken_out_stays_silent(
        self, screen: TranscriptScreen, sound: Item
    ) -> None:
        screen.tick(2).press()
        screen.again().press_on(2, "out")
        assert held(sound) == [(2000, 4000)]
        assert "Held back where no words are written: 0:02 to 0:04." in screen.again().text

    def test_what_a_teacher_held_only_a_teacher_lets_go(
        self, client: Client, screen: TranscriptScreen, sound: Item, student: User, teacher: User
    ) -> None:
        hold_back(sound, [(2000, 4000)], by=teacher)
        screen.again().tick().press()
        assert held(sound) == [(2000, 4000)]
        assert "only a teacher can let it go" in screen.again().text
        lifecycle.submit(Story.objects.get(), by=student)
        client.force_login(teacher)
        TranscriptScreen(client, sound, "admin_item").tick().press()
        assert held(sound) == []


class TestWithScript:
    def test_it_saves_by_itself(self, screen: TranscriptScreen, sound: Item) -> None:
        answer = screen.type(1, text="It was quiet.").press("", json=True)
        assert answer.json()["edition"] == 2
        assert texts(sound)[0] == "It was quiet."

    def test_it_is_told_what_is_wrong(self, screen: TranscriptScreen) -> None:
        answer = screen.type(2, start="soon").press("", json=True)
        assert answer.status_code == 422
        assert "not a time" in answer.json()["errors"]["1"]

    def test_it_is_told_of_another_screen(
        self, screen: TranscriptScreen, sound: Item, student: User
    ) -> None:
        verbs.save(sound, SAID[:1], by=student, number=1)
        answer = screen.press("", json=True)
        assert (answer.status_code, answer.json()) == (409, {"overtaken": True, "edition": 2})

    def test_it_is_told_to_sign_in(self, screen: TranscriptScreen, sound: Item) -> None:
        screen.client.logout()
        assert screen.press("", json=True).status_code == 401

    def test_it_asks_whether_it_plays_again(self, screen: TranscriptScreen, sound: Item) -> None:
        def ready() -> Any:
            headers = {"Accept": "application/json"}
            return screen.client.get(screen.address, headers=headers).json()["ready"]

        assert ready()
        Item.objects.filter(pk=sound.pk).update(status=Status.WAITING)
        assert not ready()
