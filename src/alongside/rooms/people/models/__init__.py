from alongside.rooms.people.models.arrival import Arrival
from alongside.rooms.people.models.finding_key import FindingKey
from alongside.rooms.people.models.identifier import Identifier
from alongside.rooms.people.models.kept_map import KeptMap
from alongside.rooms.people.models.life_event import LifeEvent
from alongside.rooms.people.models.person import Person
from alongside.rooms.people.models.tie import Tie

__all__ = ["Arrival", "FindingKey", "Identifier", "KeptMap", "LifeEvent", "Person", "Tie"]
