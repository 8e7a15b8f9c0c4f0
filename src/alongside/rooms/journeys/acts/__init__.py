from alongside.rooms.journeys.acts.about_another import mark_about_another, unmark_about_another
from alongside.rooms.journeys.acts.action import agree_action, change_action, hand_over_action, move_action
from alongside.rooms.journeys.acts.cause import (
    add_cause,
    change_cause,
    join_causes,
    part_causes,
    place_causes,
    put_back_cause,
    take_out_cause,
)
from alongside.rooms.journeys.acts.check_in import record_check_in
from alongside.rooms.journeys.acts.conversation import record_conversation
from alongside.rooms.journeys.acts.involvement import ask_in, hand_over_lead, step_away
from alongside.rooms.journeys.acts.joining import join_journeys, part_journeys
from alongside.rooms.journeys.acts.journey import begin_journey, change_how_we_met, change_standing, welcome_back
from alongside.rooms.journeys.acts.matter import change_matter, put_first, read_back, record_matter
from alongside.rooms.journeys.acts.shared_talk import divide_shared_talk, keep_shared_talk

__all__ = [
    "add_cause",
    "agree_action",
    "ask_in",
    "begin_journey",
    "change_action",
    "change_cause",
    "change_how_we_met",
    "change_matter",
    "change_standing",
    "divide_shared_talk",
    "hand_over_action",
    "hand_over_lead",
    "join_causes",
    "join_journeys",
    "keep_shared_talk",
    "mark_about_another",
    "move_action",
    "part_causes",
    "part_journeys",
    "place_causes",
    "put_back_cause",
    "put_first",
    "read_back",
    "record_check_in",
    "record_conversation",
    "record_matter",
    "step_away",
    "take_out_cause",
    "unmark_about_another",
    "welcome_back",
]
