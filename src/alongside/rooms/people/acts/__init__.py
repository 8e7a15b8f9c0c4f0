from alongside.rooms.people.acts.finding_key import keep_finding_keys, known_of, make_all_finding_keys, put_in_finding_keys
from alongside.rooms.people.acts.kept_map import keep_map
from alongside.rooms.people.acts.life_event import add_life_event, take_out_life_event
from alongside.rooms.people.acts.person import add_person, change_person
from alongside.rooms.people.acts.tie import add_tie, change_tie, place_ties, put_back_tie, take_out_tie

__all__ = [
    "add_life_event",
    "add_person",
    "add_tie",
    "change_person",
    "change_tie",
    "keep_finding_keys",
    "keep_map",
    "known_of",
    "make_all_finding_keys",
    "place_ties",
    "put_back_tie",
    "put_in_finding_keys",
    "take_out_life_event",
    "take_out_tie",
]
