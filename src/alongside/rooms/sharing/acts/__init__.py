from alongside.rooms.sharing.acts.agreement import agree_to_share, withdraw
from alongside.rooms.sharing.acts.asking import answer_asked, answer_ring, ask_the_information_lead, ask_to_ring
from alongside.rooms.sharing.acts.clearing import clear_for_the_page
from alongside.rooms.sharing.acts.disagreement import see_it_differently
from alongside.rooms.sharing.acts.door_code import ask_for_code, end_sitting, give_code, speak_code
from alongside.rooms.sharing.acts.emergency import break_glass, look_at_glass
from alongside.rooms.sharing.acts.keeping_told import told_what_we_keep
from alongside.rooms.sharing.acts.life_picture import keep_life_picture
from alongside.rooms.sharing.acts.own_page import make_link, stop_link
from alongside.rooms.sharing.acts.own_words import add_own_action, lead_it, let_go_of, say_how_it_is, say_what_matters, tick
from alongside.rooms.sharing.acts.sealing import end_name, seal_person, unseal_person
from alongside.rooms.sharing.acts.telling import answer_objection, keep_what_came_back, object_to, tell
from alongside.rooms.sharing.acts.trusted import let_in, let_out
from alongside.rooms.sharing.acts.withholding import keep_looks_off, keep_off, look_at_withholding, put_back, withhold

__all__ = [
    "add_own_action",
    "agree_to_share",
    "answer_asked",
    "answer_objection",
    "answer_ring",
    "ask_for_code",
    "ask_the_information_lead",
    "ask_to_ring",
    "break_glass",
    "clear_for_the_page",
    "end_name",
    "end_sitting",
    "give_code",
    "keep_life_picture",
    "keep_looks_off",
    "keep_off",
    "keep_what_came_back",
    "lead_it",
    "let_go_of",
    "let_in",
    "let_out",
    "look_at_glass",
    "look_at_withholding",
    "make_link",
    "object_to",
    "put_back",
    "say_how_it_is",
    "say_what_matters",
    "seal_person",
    "see_it_differently",
    "speak_code",
    "stop_link",
    "tell",
    "tick",
    "told_what_we_keep",
    "unseal_person",
    "withdraw",
    "withhold",
]
