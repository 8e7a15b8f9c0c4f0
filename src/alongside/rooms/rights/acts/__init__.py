from alongside.rooms.rights.acts.access_request import (
    answer_request,
    extend,
    go_on,
    look_through,
    look_through_rest,
    pause,
    take_access_request,
)
from alongside.rooms.rights.acts.erasure import erase_person, scrub_storage
from alongside.rooms.rights.acts.retention import answer_complaint, end_hold, hold_back, set_rule, take_complaint

__all__ = [
    "answer_complaint",
    "answer_request",
    "end_hold",
    "erase_person",
    "extend",
    "go_on",
    "hold_back",
    "look_through",
    "look_through_rest",
    "pause",
    "scrub_storage",
    "set_rule",
    "take_access_request",
    "take_complaint",
]
