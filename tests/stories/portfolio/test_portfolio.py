"""A portfolio shows what somebody made and learned, to them, and to teachers they let in."""

from __future__ import annotations

import pypdfium2
import pytest
from django.test import Client

from families.models import School, User
from families.roles import Role
from stories.models import Portfolio, Story
from stories.portfolio import work
from tests.factories import (
    ItemFactory,
    PersonFactory,
    ReporterClassFactory,
    StoryFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
DESK = "/desk/portfolio/"
WORDS = {
    "interviewing": "Wait. People say the best thing after a silence.",
    "recording": "Turn the telly off.",
    "editing": "",
    "describing": "",
}


@pytest.fixture
def desk(client: Client, student: User) -> Client:
    client.force_login(student)
    return client


@pytest.fixture
def told(student: User) -> Story:
    nan = PersonFactory(
        consenting=True, school=student.school, name="Mary Kenyon", public_name="Nan Mary"
    )
    photo = ItemFactory(image=True, ready=True, uploaded_by=student)
    made: Story = StoryFactory(
        author=student,
        teller=nan,
        title="Rita’s hooter",
        parts=("The hooter went at six.", photo),
        published=True,
    )
    return made


def shown(user: User, **words: str) -> Portfolio:
    return Portfolio.objects.create(user=user, teachers_may_read=True, **words)


def words_of(pdf: bytes) -> str:
    paper = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(p.get_textpage().get_text_bounded() for p in paper).split())


def test_it_shows_what_was_made_and_what_that_shows(desk: Client, told: Story) -> None:
    page = desk.get(DESK).content.decode()
    assert told.get_absolute_url() in page
    assert "You listened to Nan Mary, for “Rita’s hooter”." in page
    assert "In “Rita’s hooter” you wrote: “A mill.”" in page
    assert "Kenyon" not in page


def test_what_is_not_published_is_not_in_it(desk: Client, student: User) -> None:
    StoryFactory(author=student, title="Half a memory")
    StoryFactory(author=student, title="Frozen", published=True, held=True)
    StoryFactory(author=student, title="Gone again", withdrawn=True)
    page = desk.get(DESK).content.decode()
    for title in ("Half a memory", "Frozen", "Gone again"):
        assert title not in page


def test_ones_own_words_are_kept(desk: Client, student: User) -> None:
    answer = desk.post(DESK, WORDS)
    assert answer.status_code == 302
    kept = Portfolio.objects.get(user=student)
    assert kept.interviewing == WORDS["interviewing"]
    assert not kept.teachers_may_read
    assert WORDS["recording"] in desk.get(DESK).content.decode()


def test_looking_at_it_stores_nothing(desk: Client) -> None:
    desk.get(DESK)
    desk.get(f"{DESK}portfolio.pdf")
    assert not Portfolio.objects.exists()


def test_what_was_mended_shows_that_it_became_better(desk: Client, student: User) -> None:
    from stories import lifecycle

    story = StoryFactory(author=student, title="The loud looms", changes_requested=True)
    teacher = story.taken_up_by
    story = lifecycle.submit(story, by=student)
    lifecycle.publish(story, by=teacher)
    assert "You made “The loud looms” better" in desk.get(DESK).content.decode()


def test_sounds_and_films_show_that_somebody_records(student: User) -> None:
    sound = ItemFactory(audio=True, ready=True, uploaded_by=student)
    film = ItemFactory(video=True, ready=True, uploaded_by=student)
    story = StoryFactory(author=student, title="Bells", parts=("Words.", sound, film))
    recording = work.learned(Portfolio(user=student), [story])[1]
    assert recording.examples == [
        "You brought a sound to “Bells”.",
        "You brought a film to “Bells”.",
    ]


def test_somebody_elses_file_shows_nothing_of_theirs(student: User, teacher: User) -> None:
    sound = ItemFactory(audio=True, ready=True, uploaded_by=teacher)
    story = StoryFactory(author=student, title="Bells", parts=("Words.", sound))
    assert work.learned(Portfolio(user=student), [story])[1].examples == []


def test_the_paper_has_it_all(desk: Client, told: Story, student: User) -> None:
    desk.post(DESK, WORDS)
    answer = desk.get(f"{DESK}portfolio.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    said = words_of(answer.content)
    for piece in ("My portfolio", "Rita’s hooter", "Told by Nan Mary", "Turn the telly off."):
        assert piece in said
    assert "Kenyon" not in said


def test_an_empty_one_is_a_page_too(desk: Client) -> None:
    assert "When a memory of yours is published" in desk.get(DESK).content.decode()
    assert "What I learned" in words_of(desk.get(f"{DESK}portfolio.pdf").content)


def test_nobody_comes_in_without_signing_in(client: Client) -> None:
    assert client.get(DESK).status_code == 302


def test_teachers_read_what_was_shown_to_them(
    client: Client, teacher: User, told: Story, student: User
) -> None:
    portfolio = shown(student, interviewing=WORDS["interviewing"])
    client.force_login(teacher)
    assert str(student) in client.get("/admin/portfolios/").content.decode()
    page = client.get(f"/admin/portfolios/{portfolio.pk}/").content.decode()
    assert WORDS["interviewing"] in page
    assert "Rita’s hooter" in page
    paper = client.get(f"/admin/portfolios/{portfolio.pk}/portfolio.pdf")
    assert WORDS["interviewing"] in words_of(paper.content)


def test_a_look_is_written_down(client: Client, teacher: User, student: User) -> None:
    from wagtail.models import ModelLogEntry

    portfolio = shown(student)
    client.force_login(teacher)
    client.get(f"/admin/portfolios/{portfolio.pk}/")
    entry = ModelLogEntry.objects.get(action="stories.look_portfolio")
    assert (entry.user, entry.object_id) == (teacher, str(portfolio.pk))


PAGES = ("portfolios/{}/", "portfolios/{}/portfolio.pdf")


@pytest.mark.parametrize("page", PAGES)
def test_one_that_was_not_shown_is_not_there(
    client: Client, teacher: User, student: User, page: str
) -> None:
    private = Portfolio.objects.create(user=student)
    client.force_login(teacher)
    assert client.get("/admin/" + page.format(private.pk)).status_code == 404
    assert str(student) not in client.get("/admin/portfolios/").content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_another_schools_is_not_there(
    client: Client, other_school: School, student: User, page: str
) -> None:
    portfolio = shown(student)
    client.force_login(UserFactory(teacher=True, school=other_school))
    assert client.get("/admin/" + page.format(portfolio.pk)).status_code == 404
    assert str(student) not in client.get("/admin/portfolios/").content.decode()


def test_the_way_to_it_is_in_the_menu_of_those_who_may(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    assert "/admin/portfolios/" in client.get("/admin/").content.decode()


def test_taking_the_yes_back_closes_it_at_once(
    client: Client, teacher: User, student: User
) -> None:
    portfolio = shown(student)
    client.force_login(student)
    client.post(DESK, WORDS)
    client.force_login(teacher)
    assert client.get(f"/admin/portfolios/{portfolio.pk}/").status_code == 404


def test_the_number_of_queries_stays(desk: Client, student: User) -> None:
    def queries() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        desk.get(DESK)
        with CaptureQueriesContext(connection) as caught:
            desk.get(DESK)
        return len(caught)

    StoryFactory(author=student, published=True)
    few = queries()
    for _ in range(3):
        StoryFactory(author=student, published=True)
    assert queries() == few


def test_it_goes_with_its_owner_and_is_among_their_things(school: School) -> None:
    from families import belongings
    from stories.erasure import erase_memories

    leaver = UserFactory(
        student=True, school=school, reporter_class=ReporterClassFactory(school=school)
    )
    assert leaver.groups.filter(name=Role.STUDENT.value).exists()
    shown(leaver, recording="Turn the telly off.")
    packed = {thing.folder: thing.open().read().decode() for thing in belongings.of(leaver)}
    assert packed["portfolio"] == "Turn the telly off."
    erase_memories(leaver)
    assert not Portfolio.objects.exists()
