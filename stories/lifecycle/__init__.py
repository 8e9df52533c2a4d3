"""The only writer of a memory's status.

Each verb checks who may, checks from where, writes, and adds one line to the
audit log, in one transaction. Each raises ``Refused`` with a sentence for the
screen and changes nothing when it may not.
"""

from stories.lifecycle.deciding import come_due, plan, recommend, unplan, unrecommend
from stories.lifecycle.freezing import hold, hold_again, hold_all, release, seal
from stories.lifecycle.handing import ask_back, assign, give_back, request_changes, submit, take_up
from stories.lifecycle.parting import decline, return_to_family
from stories.lifecycle.publishing import lapse, publish
from stories.lifecycle.taking_back import (
    bring_back,
    delete,
    keep,
    withdraw,
    withdraw_again,
    withdraw_without_consent,
)
from stories.lifecycle.undoing import undo
from stories.refusals import Refused

VERBS = (
    "submit",
    "take_up",
    "assign",
    "request_changes",
    "ask_back",
    "give_back",
    "decline",
    "return_to_family",
    "recommend",
    "unrecommend",
    "plan",
    "unplan",
    "come_due",
    "publish",
    "withdraw",
    "bring_back",
    "delete",
    "keep",
    "lapse",
    "seal",
    "hold",
    "release",
    "undo",
)
"""The closed vocabulary of the audit log, each written there as ``stories.<verb>``."""

__all__ = [
    "VERBS",
    "Refused",
    "ask_back",
    "assign",
    "bring_back",
    "come_due",
    "decline",
    "delete",
    "give_back",
    "hold",
    "hold_again",
    "hold_all",
    "keep",
    "lapse",
    "plan",
    "publish",
    "recommend",
    "release",
    "request_changes",
    "return_to_family",
    "seal",
    "submit",
    "take_up",
    "undo",
    "unplan",
    "unrecommend",
    "withdraw",
    "withdraw_again",
    "withdraw_without_consent",
]
