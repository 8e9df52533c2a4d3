"""Every combination of who somebody is, what is in the memory and what was answered.

Roles × kinds of files × child or grown up × use × what each giver said × a second guardian
× never to be shown. What the gate says is compared with a plain reading of the rules, which
knows nothing of how the gate works. Nothing is written to the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count, product
from typing import Any

import pytest
from django.utils import timezone

from families.consent import Lack
from families.models import Consent, Person
from families.models.consents import Decision, Giver, Scope
from families.naming import NO_NAME
from media.formats import Kind
from media.models import Item
from stories import publication
from stories.models import Story, StoryPart, StoryPerson

REF = "thismemory"
YES, NO, BACK = Decision.YES, Decision.NO, Decision.WITHDRAWN

Said = tuple[Decision, str, int]
"""What was answered, about which memory ("" for all), and how many days ago."""

STATES: dict[str, list[Said]] = {
    "nothing": [],
    "yes": [(YES, "", 10)],
    "no": [(NO, "", 10)],
    "taken back": [(YES, "", 10), (BACK, "", 5)],
    "run out": [(YES, "", 400)],
    "renewed": [(YES, "", 400), (YES, "", 10)],
    "no, then yes": [(NO, "", 10), (YES, "", 5)],
    "yes to this": [(YES, REF, 10)],
    "no to this, then yes to all": [(NO, REF, 10), (YES, "", 5)],
    "yes to all, then no to this": [(YES, "", 10), (NO, REF, 5)],
    "yes to this, then all taken back": [(YES, REF, 10), (BACK, "", 5)],
    "yes to this run out": [(YES, REF, 400)],
    "yes to this run out, renewed for all": [(YES, REF, 400), (YES, "", 10)],
    "yes to another": [(YES, "another", 10)],
    "no to another": [(YES, "", 10), (NO, "another", 5)],
}

PLAIN: dict[str, tuple[str, str]] = {
    "nothing": ("not asked", "not heard back"),
    "yes": ("", "not heard back"),
    "no": ("no", "no"),
    "taken back": ("taken back", "taken back"),
    "run out": ("run out", "not heard back"),
    "renewed": ("", "not heard back"),
    "no, then yes": ("", "not heard back"),
    "yes to this": ("", ""),
    "no to this, then yes to all": ("no", "no"),
    "yes to all, then no to this": ("no", "no"),
    "yes to this, then all taken back": ("taken back", "taken back"),
    "yes to this run out": ("run out", "run out"),
    "yes to this run out, renewed for all": ("", ""),
    "yes to another": ("not asked", "not heard back"),
    "no to another": ("", "not heard back"),
}
"""What each state lacks for this memory: usually, and where it has to be heard back first."""

KINDS: list[Kind | None] = [None, Kind.IMAGE, Kind.AUDIO, Kind.VIDEO, Kind.DOCUMENT]
ROLES: list[tuple[str, ...]] = [
    *((role,) for role in StoryPerson.Role.values),
    ("teller", "shown"),
    ("reporter", "shown"),
    ("reporter", "heard"),
    ("shown", "heard"),
    ("mentioned", "shown"),
]
SECOND = ("nothing", "yes", "no", "taken back")
"""What another guardian said."""


def asked(roles: tuple[str, ...], kind: Kind | None, child: bool) -> set[Scope]:
    """What somebody is asked, read from the safeguarding document."""
    if roles == ("mentioned",) and not child:
        return set()
    scopes = {Scope.ARCHIVE, Scope.WEB}
    can_be_seen = "shown" in roles and kind in (Kind.IMAGE, Kind.VIDEO)
    can_be_heard = {"teller", "heard"} & set(roles) and kind in (Kind.AUDIO, Kind.VIDEO)
    if can_be_seen:
        scopes.add(Scope.FACE)
    if can_be_heard:
        scopes.add(Scope.VOICE)
    if child and can_be_seen and {"teller", "reporter"} & set(roles):
        scopes.add(Scope.NAME)
    return scopes


def expected(
    scope: Scope, roles: tuple[str, ...], child: bool, said: tuple[str, str, str]
) -> set[tuple[str, str]]:
    """Who lacks what for this one use; everything else has been agreed to."""
    own, guardian, second = said
    heard = scope == Scope.WEB and "teller" in roles
    lacks = {("self", PLAIN[own][heard])}
    if child:
        lacks.add(("guardian", both(PLAIN[guardian][heard], PLAIN[second][heard])))
    lacks = {(giver, lack) for giver, lack in lacks if lack}
    if scope == Scope.NAME and wants_no_name(own, guardian, second):
        return set()
    return lacks


def both(first: str, second: str) -> str:
    """Two guardians: any no is a no, else one standing yes is enough."""
    for no in ("no", "taken back"):
        if no in (first, second):
            return no
    if "" in (first, second):
        return ""
    return next(
        lack for lack in ("run out", "not asked", "not heard back") if lack in (first, second)
    )


def wants_no_name(*said: str) -> bool:
    """One name stands in every memory: a no in any of them takes it from all."""
    return any(
        PLAIN[state][0] in ("no", "taken back") or state == "no to another" for state in said
    )


def person(child: bool, never: bool = False) -> Person:
    return Person(pk=1, name="Nora Byrne", public_name="Nell", is_child=child, never_publish=never)


def answers(who: Person, said: dict[Scope, tuple[str, str, str]]) -> list[Consent]:
    """Rows of the person and of two guardians, in the order in which they were given."""
    now, numbers, rows = timezone.now(), count(1), []
    for scope, states in said.items():
        for key, state in enumerate(states, start=1):
            giver = Giver.SELF if key == 1 else Giver.GUARDIAN
            for decision, ref, days in STATES[state]:
                given = now - timedelta(days=days)
                rows.append(
                    Consent(
                        pk=next(numbers),
                        person=who,
                        scope=scope,
                        decision=decision,
                        giver=giver,
                        given_by_id=key,
                        story_ref=ref,
                        given_at=given,
                        renew_on=given.date() + timedelta(days=365),
                    )
                )
    return rows


def memory(who: Person, roles: tuple[str, ...], kind: Kind | None, rows: list[Consent]) -> Story:
    """The memory, and a teller beside them who agreed, where they are not the teller."""
    who._prefetched_objects_cache = {"consents": rows}
    parts = [StoryPart(kind="words", text="Words.")]
    if kind is not None:
        parts.append(StoryPart(kind="item", item=Item(pk=1, kind=kind)))
    made = Story(ref=REF, title="The mill")
    made.people = [StoryPerson(person=who, role=role) for role in roles]
    made.parts = parts
    return made


def found(story: Story) -> set[tuple[Any, ...]]:
    return {(b.scope, str(b.giver), str(b.lack)) for b in publication.yeses_missing(story)}


AGREED = {scope: ("yes to this",) * 3 for scope in Scope}

NEVER_ASKED = {Scope.SCHOOL, Scope.PRINT, Scope.SHARE, Scope.RESEARCH}
"""Uses that the web never asks for."""


def cases(scope: Scope, child: bool) -> Iterator[tuple[tuple[str, str, str], list[Kind | None]]]:
    """What the person, a guardian and another guardian said, and in which memories.

    A film is in each of them, because with a film everything is asked; the other kinds
    are beside every answer of either.
    """
    yes, nothing = "yes to this", "nothing"
    for state in STATES:
        yield (state, yes, nothing), KINDS
        yield (yes, state, nothing), KINDS
    if child and scope not in NEVER_ASKED:
        for own, guardian in product(STATES, STATES):
            yield (own, guardian, nothing), [Kind.VIDEO]
        for own, guardian, second in product((yes, nothing, "no"), STATES, SECOND):
            yield (own, guardian, second), [Kind.VIDEO]


@pytest.mark.parametrize("child", [True, False], ids=["child", "grown-up"])
@pytest.mark.parametrize("roles", ROLES, ids="+".join)
def test_one_use_at_a_time(roles: tuple[str, ...], child: bool) -> None:
    who, wrong = person(child), []
    wanted = {kind: asked(roles, kind, child) for kind in KINDS}
    for scope in Scope:
        others = answers(who, {other: said for other, said in AGREED.items() if other != scope})
        for said, kinds in cases(scope, child):
            rows = [*others, *answers(who, {scope: said})]
            lacks = expected(scope, roles, child, said)
            for kind in kinds:
                right = {(scope, *each) for each in lacks} if scope in wanted[kind] else set()
                if (got := found(memory(who, roles, kind, rows))) != right:
                    wrong.append((scope, said, kind, got, right))
    assert wrong == []


@pytest.mark.parametrize("never", [True, False])
@pytest.mark.parametrize("child", [True, False])
def test_nobody_was_asked_anything(child: bool, never: bool) -> None:
    for roles, kind in product(ROLES, KINDS):
        story = memory(person(child, never), roles, kind, [])
        scopes = asked(roles, kind, child)
        heard = {Scope.WEB} if "teller" in roles else set()
        givers = ("self", "guardian") if child else ("self",)
        right = {
            (scope, giver, "not heard back" if scope in heard else "not asked")
            for scope, giver in product(scopes, givers)
        }
        assert found(story) == ({(None, "None", "never")} if never else right), (roles, kind)


@pytest.mark.parametrize("child", [True, False])
def test_never_to_be_shown_beats_every_yes(child: bool) -> None:
    for roles, kind in product(ROLES, KINDS):
        who = person(child, never=True)
        story = memory(who, roles, kind, answers(who, AGREED))
        (blocker,) = publication.yeses_missing(story)
        assert (blocker.lack, blocker.person) == (Lack.NEVER, who)


@pytest.mark.parametrize("left", [0, 29, 30, 31, 200])
def test_who_left_the_school_is_asked_again_after_a_month(left: int) -> None:
    for roles in ROLES:
        who = person(child=True)
        who.left_on = timezone.localdate() - timedelta(days=left)
        said = {scope: ("long ago",) * 2 for scope in Scope}
        STATES["long ago"] = [(YES, REF, 250)]
        story = memory(who, roles, None, answers(who, said))
        del STATES["long ago"]
        assert bool(found(story)) == (left > 30)


def test_each_lack_is_a_whole_sentence_of_its_own() -> None:
    """With the name, the use and what happened, for a child and for a guardian."""
    sentences: dict[str, tuple[Any, ...]] = {}
    for scope, state, giver in product(Scope, STATES, ("self", "guardian")):
        who = person(child=True)
        said = (
            (state, "yes to this", "nothing")
            if giver == "self"
            else ("yes to this", state, "nothing")
        )
        story = memory(
            who, ("reporter", "shown", "heard"), Kind.VIDEO, answers(who, AGREED | {scope: said})
        )
        for blocker in publication.yeses_missing(story):
            key = (blocker.scope, blocker.giver, blocker.lack)
            assert sentences.setdefault(blocker.sentence, key) == key
            assert "Nell" in blocker.sentence
            assert blocker.sentence.endswith(".")
            assert blocker.sentence.startswith("A parent") == (blocker.giver == Giver.GUARDIAN)
    assert "Nell has not yet said yes to the web." in sentences
    assert "A parent or guardian of Nell said no to the child’s face being shown." in sentences
    assert NO_NAME not in " ".join(sentences)
