from alongside.rooms.sharing.acts.agreement import agree_to_share, withdraw
from alongside.rooms.sharing.acts.clearing import clear_for_the_page
from alongside.rooms.sharing.acts.disagreement import see_it_differently
from alongside.rooms.sharing.acts.emergency import break_glass, look_at_glass
from alongside.rooms.sharing.acts.keeping_told import told_what_we_keep
from alongside.rooms.sharing.acts.sealing import end_name, seal_person, unseal_person
from alongside.rooms.sharing.acts.telling import answer_objection, keep_what_came_back, object_to, tell
from alongside.rooms.sharing.acts.withholding import keep_off, look_at_withholding, put_back, withhold

__all__ = [
    "agree_to_share",
    "answer_objection",
    "break_glass",
    "clear_for_the_page",
    "end_name",
    "keep_off",
    "keep_what_came_back",
    "look_at_glass",
    "look_at_withholding",
    "object_to",
    "put_back",
    "seal_person",
    "see_it_differently",
    "tell",
    "told_what_we_keep",
    "unseal_person",
    "withdraw",
    "withhold",
]
