from alongside.rooms.journeys.models.about_another import AboutAnother
from alongside.rooms.journeys.models.action import Action, Handover
from alongside.rooms.journeys.models.cause import Cause, LeadsTo
from alongside.rooms.journeys.models.check_in import CheckIn
from alongside.rooms.journeys.models.conversation import Conversation
from alongside.rooms.journeys.models.involvement import Involvement
from alongside.rooms.journeys.models.journey import Journey
from alongside.rooms.journeys.models.matter import Matter
from alongside.rooms.journeys.models.shared_talk import SharedTalk, SharedWith

__all__ = [
    "AboutAnother",
    "Action",
    "Cause",
    "CheckIn",
    "Conversation",
    "Handover",
    "Involvement",
    "Journey",
    "LeadsTo",
    "Matter",
    "SharedTalk",
    "SharedWith",
]
