from alongside.rooms.sharing.models.agreement import AgreedPart, Agreement
from alongside.rooms.sharing.models.asked import Asked
from alongside.rooms.sharing.models.basis import Basis
from alongside.rooms.sharing.models.break_glass import BreakGlass
from alongside.rooms.sharing.models.cleared import Cleared
from alongside.rooms.sharing.models.disagreement import Disagreement
from alongside.rooms.sharing.models.keeping_told import KeepingTold
from alongside.rooms.sharing.models.life_picture import LifeArea, LifePicture
from alongside.rooms.sharing.models.outbox import Outbox
from alongside.rooms.sharing.models.person_link import DoorCode, PersonLink, Sitting
from alongside.rooms.sharing.models.ring_me import RingMe
from alongside.rooms.sharing.models.sealed import Named
from alongside.rooms.sharing.models.telling import Objection, Telling, ToldPart
from alongside.rooms.sharing.models.trusted import Trusted, TrustedPart
from alongside.rooms.sharing.models.withholding import Withholding

__all__ = [
    "AgreedPart",
    "Agreement",
    "Asked",
    "Basis",
    "BreakGlass",
    "Cleared",
    "Disagreement",
    "DoorCode",
    "KeepingTold",
    "LifeArea",
    "LifePicture",
    "Named",
    "Objection",
    "Outbox",
    "PersonLink",
    "RingMe",
    "Sitting",
    "Telling",
    "ToldPart",
    "Trusted",
    "TrustedPart",
    "Withholding",
]
