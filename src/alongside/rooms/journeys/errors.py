class JourneyError(Exception):
    """What stands in the way, in words for a worker to read."""


class ActionAlreadyDone(JourneyError):
    """Somebody marked it done, or let it go, meanwhile."""
