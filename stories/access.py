"""Who may do what to a memory: short named predicates. Reading is in ``querysets``."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from wagtail.permissions import policy_registry

from families.models import Person, SchoolLook, User
from families.roles import Anybody, is_administrator, is_lead_of, is_staff_of, is_student
from media.models import Item, Picture
from media.visibility import Sight, is_uploader
from stories.models import Deletion, Fund, Story, StoryPart
from stories.models.parts import StoryPerson
from stories.models.states import Status


def may_begin(user: Anybody) -> bool:
    """Anybody with a school may tell; the memory belongs to that school."""
    return isinstance(user, User) and user.is_active and user.school_id is not None


def may_write(user: Anybody, story: Story) -> bool:
    """The author, while it is the author's turn."""
    return user.pk is not None and story.author_id == user.pk and story.is_writable


def may_submit(user: Anybody, story: Story) -> bool:
    """The author alone decides that it is ready."""
    return isinstance(user, User) and user.is_active and story.author_id == user.pk


def may_mend(user: Anybody, story: Story) -> bool:
    """A teacher of the school correcting a slip; a second adult then publishes."""
    return may_review(user, story) and story.status == Status.SUBMITTED


def may_review(user: Anybody, story: Story) -> bool:
    """Staff of the same school; held and sealed memories are the lead's alone."""
    if story.held or story.status == Status.SEALED:
        return is_lead_of(user, story.school_id)
    return is_staff_of(user, story.school_id)


def has_second_pair_of_eyes(user: Anybody, story: Story) -> bool:
    """Nobody approves their own, and nobody approves what they edited last."""
    return user.pk is not None and user.pk not in (story.author_id, story.last_edited_by_id)


def may_publish(user: Anybody, story: Story) -> bool:
    return may_review(user, story) and has_second_pair_of_eyes(user, story)


def may_withdraw(user: Anybody, story: Story) -> bool:
    """Whoever has a say in it, and staff of the school.

    What is sealed stays with the safeguarding lead, or taking it back would open it.
    """
    if story.status == Status.SEALED:
        return is_lead_of(user, story.school_id)
    return has_a_say(user, story) or is_staff_of(user, story.school_id)


def has_a_say(user: Anybody, story: Story) -> bool:
    """The author, the teller, a guardian of a child in it, the family it is shared with.

    And whoever gathered it with the author, once it is on the web with their name beside it.
    """
    if not isinstance(user, User) or not user.is_active:
        return False
    return (
        story.author_id == user.pk
        or is_told_by(user, story)
        or Story.objects.gathered_by(user).filter(pk=story.pk).exists()
        or is_guardian_in(user, story)
        or (story.is_shared_with_family and is_family_of(user, story))
    )


def is_told_by(user: User, story: Story) -> bool:
    told = StoryPerson.objects.filter(story=story, role=StoryPerson.Role.TELLER)
    found: bool = told.filter(person__user=user).exists()
    return found


def is_guardian_in(user: User, story: Story) -> bool:
    """Of a child in it; not while the child writes it, nor of what a child keeps to themselves."""
    return Story.objects.in_care_of(user).filter(pk=story.pk).exists()


def is_told_by_several(story: Story) -> bool:
    """Then it does not go when one of them leaves: they are taken out of it."""
    told = StoryPerson.objects.filter(story=story, role=StoryPerson.Role.TELLER)
    several: bool = told.count() > 1
    return several


def may_delete(user: Anybody, story: Story) -> bool:
    """The author, the teller, a guardian of a child who is either, and the safeguarding lead."""
    if not isinstance(user, User) or not user.is_active:
        return False
    if is_lead_of(user, story.school_id):
        return True
    if story.status == Status.SEALED:
        return False
    theirs = Q(appearances__story=story, appearances__role=StoryPerson.Role.TELLER)
    theirs |= Q(user=story.author_id)
    return (
        story.author_id == user.pk
        or is_told_by(user, story)
        or (is_guardian_in(user, story) and user_is_guardian_of(user, theirs))
    )


def user_is_guardian_of(user: User, people: Q) -> bool:
    return Person.objects.filter(people, is_child=True, guardians__user=user).exists()


def may_keep(user: Anybody, story: Story, going: Deletion | None) -> bool:
    """Whoever asked for the clock stops it; else only the safeguarding lead."""
    if going is None or not isinstance(user, User) or not user.is_active:
        return False
    return going.asked_by_id == user.pk or is_lead_of(user, story.school_id)


def may_bring_back(user: Anybody, story: Story) -> bool:
    """The author alone, as with handing in."""
    return may_submit(user, story)


def may_work_on_item(user: Anybody, item: Item) -> bool:
    """Whoever may write or review a memory it is in; before it is in one, who added it.

    A picture of the staff's library is worked on by whoever may change it there. To work on
    an item is to hide a face in it, hold back a passage or write down what is said.
    """
    used_in = list(Story.objects.filter(parts__item=item).distinct())
    if not used_in:
        return is_uploader(user, item) or may_change_in_library(user, item)
    return any(may_write(user, story) or may_review(user, story) for story in used_in)


def may_change_in_library(user: Anybody, item: Item) -> bool:
    """Whether it is a picture of Wagtail's library that Wagtail lets this person change."""
    picture = Picture.objects.filter(item=item).first()
    if picture is None or not isinstance(user, User):
        return False
    policy = policy_registry.get_by_type(Picture)
    allowed: bool = policy.user_has_permission_for_instance(user, "change", picture)
    return allowed


def may_uncover(user: Anybody, item: Item) -> bool:
    """Whoever works on it may, until it is on the web; then only the lead.

    What a second adult agreed to publish was covered, so no single teacher uncovers it.
    """
    is_live = Story.objects.filter(parts__item=item, live=True).exists()
    return not is_live or is_lead_of(user, item.school_id)


def is_family_of(user: User, story: Story) -> bool:
    """A grown-up of the family, or the student who told it; not a brother or sister."""
    in_family = user.memberships.filter(family=story.family_id).exists()
    return in_family and not is_student(user)


def may_hold(user: Anybody, story: Story) -> bool:
    """Anybody of the school may freeze a memory they are worried about; only the lead thaws it."""
    return isinstance(user, User) and user.is_active and user.school_id == story.school_id


def may_release(user: Anybody, story: Story) -> bool:
    return is_lead_of(user, story.school_id)


def items_of_the_lead_alone(user: User) -> Q:
    """Files of held and sealed memories, which no teacher finds in a list; nothing for the lead."""
    if is_lead_of(user, user.school_id):
        return Q(pk__in=())
    frozen = Story.objects.filter(Q(held=True) | Q(status=Status.SEALED))
    return Q(pk__in=StoryPart.objects.filter(story__in=frozen, item__isnull=False).values("item"))


def sight_of_item(user: Anybody, item: Item) -> Sight:
    """How the memories an item is in let this person see it.

    An item of a public memory is public; otherwise it is seen by whoever may
    read a memory it is in, and by staff of its school unless that memory is
    held or sealed.
    """
    used_in = Story.objects.filter(parts__item=item)
    if used_in.public().exists():
        return Sight.PUBLIC
    if used_in.visible_to(user).exists():
        return Sight.PRIVATE
    frozen = StoryPart.objects.filter(item=item).exists()
    return Sight.PRIVATE if is_staff_of(user, item.school_id) and not frozen else Sight.NONE


def sight_of_fund_picture(user: Anybody, item: Item) -> Sight:
    """The picture of a fund of knowledge stands on its public page."""
    shown = Fund.objects.filter(picture__item=item).exists()
    return Sight.PUBLIC if shown else Sight.NONE


def sight_of_crest(user: Anybody, item: Item) -> Sight:
    """A school's crest stands where its people sign in, so everybody may see it."""
    shown = SchoolLook.objects.filter(crest__item=item).exists()
    return Sight.PUBLIC if shown else Sight.NONE


def library_of(user: User) -> QuerySet[Picture]:
    """The pictures of staff that this person may put somewhere: their school's, and everybody's."""
    pictures: QuerySet[Picture] = Picture.objects.all()
    if is_administrator(user):
        return pictures
    return pictures.filter(Q(item__school=None) | Q(item__school=user.school_id))
