"""Why a personal field is kept at all. The record of processing is generated from these."""

from enum import StrEnum
from typing import NamedTuple


class Purpose(StrEnum):
    LAW = "law"
    DECISION = "decision"
    LEARNING = "learning"
    SAFETY = "safety"


class Why(NamedTuple):
    """purpose: which of the four; reason: one sentence that the person could be shown."""

    purpose: Purpose
    reason: str


def decision(reason: str) -> Why:
    return Why(Purpose.DECISION, reason)


def safety(reason: str) -> Why:
    return Why(Purpose.SAFETY, reason)


def learning(reason: str) -> Why:
    return Why(Purpose.LEARNING, reason)


def law(reason: str) -> Why:
    return Why(Purpose.LAW, reason)
